import { invalid, quote, ActionError, type Context } from "@release-actions/action";
import {
  BrowserGone,
  findChromium,
  isProgram,
  launchChromium,
  visitTwice,
  type Chromium,
  type Visit,
} from "@release-actions/browser/chromium";
import { VERSION_SELECTOR } from "@release-actions/browser/page";
import { pass, skipped, unknown, type Row } from "./rows.ts";
import type { Page, Settings } from "./settings.ts";
import { said } from "./words.ts";

export interface BrowseInputs {
  readonly browser: string;
  readonly timeout: number;
}

/** The two loads of a page; only the first where it did not come to its end. Undefined: the browser was lost. */
export type Visits = readonly Visit[] | undefined;

export interface Browsing {
  readonly row: Row;
  /** By the page's name. */
  readonly visits: ReadonlyMap<string, Visits>;
}

const NO_BROWSER =
  "Install one (Debian and Ubuntu: apt-get install chromium), give its path as browser, or browser: none where what only a browser sees is not wanted.";
/** What has loaded and shows nothing is given this long, or less where pages have little time at all. */
const PATIENCE = 5_000;

/** Opens the pages one after another in one browser, each with a profile of its own. Throws `invalid`, or for a signal. */
export async function browse(
  context: Context<BrowseInputs>,
  { origin, root }: Settings,
  pages: readonly Page[],
): Promise<Browsing> {
  const { inputs, host, signal, io } = context;
  const none = { visits: new Map<string, Visits>() };
  if (inputs.browser === "none")
    return { ...none, row: skipped("browser", "not asked for: a page that loads and shows nothing would pass") };
  const executable = inputs.browser === "auto" ? findChromium(host.childEnvironment) : inputs.browser;
  if (executable === undefined)
    return { ...none, row: unknown("browser", "there is no Chromium, Chrome or Edge on this machine", NO_BROWSER) };
  if (!isProgram(executable))
    throw invalid(`browser is no program: ${quote(executable)}`, {
      problems: [{ input: "browser", what: `browser is no program: ${quote(executable)}`, remedy: NO_BROWSER }],
    });
  let chromium: Chromium;
  try {
    chromium = await launchChromium({
      executable,
      temporary: host.temporary,
      environment: host.childEnvironment,
      network: host.network,
      host: new URL(origin).hostname,
      signal,
    });
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
    return { ...none, row: unknown("browser", said(error.message, 600), error.details.remedy ?? NO_BROWSER) };
  }
  const visits = new Map<string, Visits>();
  try {
    for (const page of pages) {
      io.progress(`opening ${page.name} in the browser`);
      visits.set(page.name, await visitsOf(chromium, page, { root: root.css, timeout: inputs.timeout, signal }));
      if (visits.get(page.name) === undefined)
        return {
          visits,
          row: unknown(
            "browser",
            `the browser ended while it had ${page.name} open`,
            "Run again; where it happens each time, look at this machine's memory.",
          ),
        };
    }
  } finally {
    await chromium.close();
  }
  const alone = chromium.sandboxed ? "" : ", without its sandbox, since this runs as root";
  return { visits, row: pass("browser", `${said(chromium.version)}${alone}`) };
}

/** A tab whose process crashed gets a second chance: machines run out of memory. */
async function visitsOf(
  chromium: Chromium,
  { url }: Page,
  { root, timeout, signal }: { root: string; timeout: number; signal: AbortSignal },
): Promise<Visits> {
  const options = { url, root, versions: VERSION_SELECTOR, timeout, patience: Math.min(PATIENCE, timeout / 6) };
  try {
    for (let turn = 1; ; turn += 1) {
      const tab = await chromium.openTab();
      const visits = await visitTwice(tab, options);
      await tab.close();
      if (turn === 2 || !visits.some(({ crashed }) => crashed)) return visits;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BrowserGone) return undefined;
    throw error;
  }
}
