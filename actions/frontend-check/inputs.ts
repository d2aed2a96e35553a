import { choice, duration, flag, output, quote, text, type InputsOf, type Problem } from "@release-actions/action";
import { parseSelector } from "@release-actions/browser/page";

export const inputs = {
  url: text({
    address: true,
    description: "Address of the page, without a query.",
    example: "https://shop.example.com/",
    optional: true,
  }),
  environment: text({
    description: "Instead of url: an environment in release-actions.yml; its URL is used.",
    example: "staging",
    optional: true,
  }),
  root: text({
    description: "Element that the application fills: a tag, #id, .class, [attribute], or a combination.",
    default: "#root",
  }),
  title: text({ description: "Text that the page's title must contain.", example: "Shop", optional: true }),
  paths: text({
    address: true,
    description: "Further pages of the same site, one per line.",
    example: "/orders",
    optional: true,
  }),
  browser: text({
    description: "auto: this machine's Chromium, Chrome or Edge. none: fetch only. Otherwise the path of a browser.",
    default: "auto",
  }),
  "console-errors": choice(["warn", "refuse"], {
    description: "Result when a page logs an error itself.",
    default: "warn",
  }),
  "screenshot-dir": text({
    description: "Directory for screenshots, relative to the workspace.",
    example: "screenshots",
    optional: true,
  }),
  "junit-file": text({
    description: "File to write the results to as JUnit XML, relative to the workspace.",
    example: "frontend.xml",
    optional: true,
  }),
  "expect-version": text({
    description: "Version that the page must report, in its meta version or a data-version.",
    example: "1.4.0",
    optional: true,
  }),
  timeout: duration({
    description: "Time limit for one load of a page, both fetched and in the browser.",
    default: "30s",
  }),
  "allow-http": flag({ description: "Allow plain HTTP for non-loopback hosts.", default: false }),
} as const;

export const outputs = {
  results: output.json(
    "Every check of every page with its result, detail and remedy, at most 64 KiB; what did not pass comes first.",
  ),
  failures: output.integer("Checks that failed."),
  unknowns: output.integer("Checks without an answer."),
  warnings: output.integer("Checks that passed with a warning."),
  pages: output.integer("Pages that were checked."),
  assets: output.integer("Scripts, styles and preloads that were fetched."),
  screenshots: output.json("Paths of the screenshots, relative to the workspace."),
};

export type Inputs = InputsOf<typeof inputs>;

const MAX_PAGES = 50;
const MIN_TIMEOUT = 1_000;
const MAX_TIMEOUT = 600_000;
/** The HTML parser adds these where they are not written. */
const ON_EVERY_PAGE = ["html", "head", "body"];

/** Problems that only several inputs together show, or that their types allow. */
export function checkInputs(given: Inputs): Problem[] {
  const { root, timeout } = given;
  const problems = [...problemsOfUrl(given), ...problemsOfRoot(root), ...problemsOfPaths(given)];
  if (timeout < MIN_TIMEOUT || timeout > MAX_TIMEOUT) {
    const what = "timeout is not between 1s and 10m";
    problems.push({ input: "timeout", what, remedy: "Use the time that a page may take, such as 30s." });
  }
  return problems;
}

function problemsOfUrl({ url, environment }: Inputs): Problem[] {
  if (url === undefined && environment === undefined) {
    const remedy = "Set url, or environment, whose url is in release-actions.yml.";
    return [{ input: "url", what: "there is no page to check", remedy }];
  }
  if (url === undefined) return [];
  const problems: Problem[] = [];
  if (environment !== undefined)
    problems.push({ input: "url", what: "both url and environment are set", remedy: "Set one of them." });
  if (!isPlainUrl(url)) {
    const what = `url is not the address of a page: ${quote(withoutSecrets(url))}`;
    const remedy =
      "Write it like https://shop.example.com/ without user, query or fragment; pages with a query go into paths.";
    problems.push({ input: "url", what, remedy });
  }
  return problems;
}

function problemsOfRoot(root: string): Problem[] {
  try {
    const { tag, css } = parseSelector(root, "root");
    if (tag !== css.toLowerCase() || !ON_EVERY_PAGE.includes(tag)) return [];
    const what = `root is ${quote(root)}, which every page has: it would prove nothing`;
    const remedy = "Name the element that the application fills; if it fills all, give the element an id.";
    return [{ input: "root", what, remedy }];
  } catch (error) {
    const remedy = "Name one element, such as #root, main or [data-app].";
    return [{ input: "root", what: (error as Error).message, remedy }];
  }
}

function problemsOfPaths({ paths }: Inputs): Problem[] {
  const given = linesOf(paths);
  const problems = given
    .slice(0, MAX_PAGES)
    .filter((path) => !isPath(path))
    .map((path): Problem => {
      const remedy = "Write it like /orders or /orders?page=2: from the site's root, one per line.";
      return { input: "paths", what: `not the path of a page: ${quote(path)}`, remedy };
    });
  if (given.length < MAX_PAGES) return problems;
  const what = `there are ${given.length} paths, and at most ${MAX_PAGES - 1} are allowed`;
  return [{ input: "paths", what, remedy: "Name the pages that matter most." }, ...problems];
}

export function linesOf(paths: string | undefined): string[] {
  return (paths ?? "")
    .split("\n")
    .map((line) => line.trim())
    .filter((line) => line !== "");
}

/** Written as it is understood: an address that changes when it is parsed hides its host. */
export function isPlainUrl(address: string): boolean {
  if (!URL.canParse(address) || /[?#\s\\@]/.test(address)) return false;
  const { protocol, host } = new URL(address);
  return (protocol === "https:" || protocol === "http:") && address.toLowerCase().startsWith(`${protocol}//${host}`);
}

/** It must stay on the site, whatever a browser makes of backslashes and slashes. */
function isPath(path: string): boolean {
  const origin = "https://site.invalid";
  if (!path.startsWith("/") || /[#\s\\]/.test(path)) return false;
  return URL.canParse(path, origin) && new URL(path, origin).origin === origin;
}

function withoutSecrets(address: string): string {
  return address.replace(/\/\/[^/]*@/, "//***@").replace(/[?#].*$/s, "?***");
}
