import { ActionError } from "@release-actions/action";
import { pass, skipped, unknown } from "@release-actions/report";
import { BrowserGone, visitTwice, type Chromium } from "../chromium/index.ts";
import { VERSION_SELECTOR } from "../page/index.ts";
import type { SiteRow } from "./rows.ts";
import { pageText } from "./text.ts";
import type { SiteOptions, SitePage, SiteSpec, Visits } from "./types.ts";

export interface Browsing {
  readonly row: SiteRow;
  /** By the page's name. */
  readonly visits: ReadonlyMap<string, Visits>;
}

const RUN_AGAIN = "Run again.";
/** How long a page that has loaded and shows nothing may take, or less if the timeout is short. Milliseconds. */
const MAX_PATIENCE = 5_000;

/**
 * Opens the pages one after another in one browser, each with its own profile. Throws what `launch` throws unless
 * it is `undecided`, and for a signal.
 */
export async function visitPages(
  site: SiteSpec,
  pages: readonly SitePage[],
  { launch, signal, onProgress }: SiteOptions,
): Promise<Browsing> {
  const visits = new Map<string, Visits>();
  if (launch === undefined)
    return { visits, row: skipped("browser", "not requested: a page that loads and shows nothing would pass") };
  const chromium = await launch().catch((error: unknown) => startFailure(error));
  if ("check" in chromium) return { visits, row: chromium };
  try {
    for (const page of pages) {
      onProgress?.(`opening ${page.name} in the browser`);
      const found = await visitPage(chromium, page, site, signal);
      visits.set(page.name, found);
      if (found === undefined) return { visits, row: lost(page) };
    }
  } finally {
    await chromium.close();
  }
  const unsandboxed = chromium.sandboxed ? "" : ", without its sandbox, since this runs as root";
  return { visits, row: pass("browser", `${pageText(chromium.version)}${unsandboxed}`) };
}

function startFailure(error: unknown): SiteRow {
  if (!(error instanceof ActionError) || error.verdict !== "undecided") throw error;
  return unknown("browser", pageText(error.message, 600), error.details.remedy ?? RUN_AGAIN);
}

function lost({ name }: SitePage): SiteRow {
  const remedy = "Run again; if it happens each time, check this machine's memory.";
  return unknown("browser", `the browser ended while it had ${name} open`, remedy);
}

/** A tab whose process crashed gets a second chance: machines run out of memory. */
async function visitPage(
  chromium: Chromium,
  { url }: SitePage,
  { root, timeout }: SiteSpec,
  signal: AbortSignal,
): Promise<Visits> {
  const patience = Math.min(MAX_PATIENCE, timeout / 6);
  const options = { url, root: root.css, versions: VERSION_SELECTOR, timeout, patience };
  try {
    for (let attempt = 1; ; attempt += 1) {
      const tab = await chromium.openTab();
      const visits = await visitTwice(tab, options);
      await tab.close();
      if (attempt === 2 || !visits.some(({ crashed }) => crashed)) return visits;
    }
  } catch (error) {
    signal.throwIfAborted();
    if (error instanceof BrowserGone) return undefined;
    throw error;
  }
}
