import { invalid, quote, type HostFacts, type Problem } from "@release-actions/action";
import { findEnvironment, loadConfig } from "@release-actions/config";
import { parseSelector, type Selector } from "@release-actions/browser/page";

export interface SettingsInputs {
  readonly url: string | undefined;
  readonly environment: string | undefined;
  readonly paths: string | undefined;
  readonly root: string;
  readonly config: string | undefined;
}

/** A page to be checked: its path and query name it. */
export interface Page {
  readonly name: string;
  readonly url: string;
}

export interface Settings {
  readonly origin: string;
  readonly pages: readonly Page[];
  readonly root: Selector;
}

const MOST_PAGES = 50;
/** The parser makes these where they are not written. */
const EVERYWHERE = ["html", "head", "body"];

/** What the inputs alone can have wrong. */
export function problemsOfInputs({ url, environment, paths, root }: SettingsInputs): Problem[] {
  const problems: Problem[] = [];
  if (url === undefined && environment === undefined) {
    problems.push({
      input: "url",
      what: "there is no page to check",
      remedy: "Give url, or environment, whose url stands in release-actions.yml.",
    });
  }
  if (url !== undefined && environment !== undefined)
    problems.push({ input: "url", what: "there are an url and an environment", remedy: "Give one of them." });
  try {
    const { tag, css } = parseSelector(root, "root");
    if (tag === css.toLowerCase() && EVERYWHERE.includes(tag)) {
      problems.push({
        input: "root",
        what: `root is ${quote(root)}, which every page has: it would prove nothing`,
        remedy: "Name the element that the application fills; where it fills all, give the element an id.",
      });
    }
  } catch (error) {
    problems.push({
      input: "root",
      what: (error as Error).message,
      remedy: "Name one element, such as #root, main or [data-app].",
    });
  }
  if (url !== undefined && !isPlain(url))
    problems.push({
      input: "url",
      what: `url is no address of a page: ${quote(withoutSecrets(url))}`,
      remedy:
        "Write it like https://shop.example.com/ without user, query or fragment; pages with a query go into paths.",
    });
  const given = linesOf(paths);
  if (given.length >= MOST_PAGES)
    problems.push({
      input: "paths",
      what: `there are ${given.length} paths, and at most ${MOST_PAGES - 1} are taken`,
      remedy: "Name the pages that matter most.",
    });
  for (const path of given.slice(0, MOST_PAGES)) {
    if (isPath(path)) continue;
    problems.push({
      input: "paths",
      what: `no path of a page: ${quote(path)}`,
      remedy: "Write it like /orders or /orders?page=2: from the site's root, one on each line.",
    });
  }
  return problems;
}

/** Where the pages are. Throws `invalid` when the environment is not known, naming the known ones. */
export async function settingsOf(inputs: SettingsInputs, host: Pick<HostFacts, "workspace">): Promise<Settings> {
  const address = inputs.url ?? (await addressOf(inputs.environment ?? "", inputs, host));
  const first = new URL(address);
  const urls = [first, ...linesOf(inputs.paths).map((path) => new URL(path, first.origin))];
  const pages = new Map(
    urls.map((url) => [url.pathname + url.search, { name: url.pathname + url.search, url: url.href }]),
  );
  return { origin: first.origin, pages: [...pages.values()], root: parseSelector(inputs.root, "root") };
}

async function addressOf(name: string, inputs: SettingsInputs, host: Pick<HostFacts, "workspace">): Promise<string> {
  const { url } = findEnvironment(await loadConfig({ host, inputs }), name);
  if (url !== undefined && isPlain(url)) return url;
  const what = `the environment ${quote(name)} has no url of a page in release-actions.yml`;
  throw invalid(what, {
    problems: [{ input: "environment", what, remedy: "Add url to it, without query or fragment." }],
  });
}

function linesOf(paths: string | undefined): string[] {
  return (paths ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Written as it is understood: an address that changes when it is read hides its host. */
function isPlain(address: string): boolean {
  if (!URL.canParse(address) || /[?#\s\\]/.test(address)) return false;
  const { protocol, host, username, password } = new URL(address);
  if (!address.toLowerCase().startsWith(`${protocol}//${host}`)) return false;
  return (
    (protocol === "https:" || protocol === "http:") && username === "" && password === "" && !address.includes("@")
  );
}

/** It must stay on the site, whatever a browser makes of backslashes and slashes. */
function isPath(path: string): boolean {
  const origin = "https://site.invalid";
  return (
    path.startsWith("/") &&
    !/[#\s\\]/.test(path) &&
    URL.canParse(path, origin) &&
    new URL(path, origin).origin === origin
  );
}

function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^/]*@/, "//***@").replace(/[?#].*$/s, "?***");
}
