import { invalid, quote, undecided, type HostFacts } from "@release-actions/action";
import type { SitePage, SiteSpec } from "@release-actions/browser/check";
import { findChromium, launchChromium, type Chromium } from "@release-actions/browser/chromium";
import { isProgram } from "@release-actions/exec";
import { parseSelector } from "@release-actions/browser/page";
import { findEnvironment, loadConfig } from "@release-actions/config";
import { isPlainUrl, linesOf, type Inputs } from "./inputs.ts";

const INSTALL =
  "Install one (Debian and Ubuntu: apt-get install chromium), set browser to its path, or set browser: none to skip what only a browser sees.";

/** What to check. Throws `invalid` for an unknown environment, naming the known ones. */
export async function readSite(inputs: Inputs, host: Pick<HostFacts, "workspace">): Promise<SiteSpec> {
  const first = new URL(inputs.url ?? (await environmentUrl(inputs, inputs.environment ?? "", host)));
  const others = linesOf(inputs.paths).map((path) => new URL(path, first.origin));
  const pages = new Map([first, ...others].map((url): [string, SitePage] => [nameOf(url), pageOf(url)]));
  return {
    origin: first.origin,
    pages: [...pages.values()],
    root: parseSelector(inputs.root, "root"),
    title: inputs.title,
    version: inputs.expectVersion,
    consoleErrors: inputs.consoleErrors,
    timeout: inputs.timeout,
  };
}

function pageOf(url: URL): SitePage {
  return { name: nameOf(url), url: url.href };
}

function nameOf(url: URL): string {
  return url.pathname + url.search;
}

async function environmentUrl(inputs: Inputs, name: string, host: Pick<HostFacts, "workspace">): Promise<string> {
  const { url } = findEnvironment(await loadConfig({ host, inputs }), name);
  if (url !== undefined && isPlainUrl(url)) return url;
  const what = `the environment ${quote(name)} has no url of a page in release-actions.yml`;
  const remedy = "Add url to it, without query or fragment.";
  throw invalid(what, { problems: [{ input: "environment", what, remedy }] });
}

/**
 * Starts the browser of the input. Undefined: none is requested. Throws `invalid` if it is not a program; the result
 * throws `undecided` if there is no browser or it does not start.
 */
export function browserOf(
  { browser }: Inputs,
  { childEnvironment, temporary, network }: HostFacts,
  { origin }: SiteSpec,
  signal: AbortSignal,
): (() => Promise<Chromium>) | undefined {
  if (browser === "none") return undefined;
  const executable = browser === "auto" ? findChromium(childEnvironment) : browser;
  if (executable !== undefined && !isProgram(executable)) {
    const what = `browser is not a program: ${quote(executable)}`;
    throw invalid(what, { problems: [{ input: "browser", what, remedy: INSTALL }] });
  }
  return async () => {
    if (executable === undefined)
      throw undecided("there is no Chromium, Chrome or Edge on this machine", { remedy: INSTALL });
    const { hostname } = new URL(origin);
    return await launchChromium({
      executable,
      temporary,
      environment: childEnvironment,
      network,
      host: hostname,
      signal,
    });
  };
}
