import type { Http } from "@release-actions/http";
import type { Chromium, Visit } from "../chromium/index.ts";
import type { Selector } from "../page/index.ts";
import type { PageRow } from "./rows.ts";

/** A page of a site; its path and query are its name. */
export interface SitePage {
  readonly name: string;
  readonly url: string;
}

/** What to check. */
export interface SiteSpec {
  readonly origin: string;
  readonly pages: readonly SitePage[];
  /** The element that the application fills. */
  readonly root: Selector;
  /** A part of every page's title. */
  readonly title: string | undefined;
  /** The version that every page must report. */
  readonly version: string | undefined;
  /** What happens when a page logs an error itself. */
  readonly consoleErrors: "warn" | "refuse";
  /** Milliseconds for one load of a page, both fetched and in the browser. */
  readonly timeout: number;
}

/** What a check gets from whoever runs it. */
export interface SiteOptions {
  /** Must be allowed to connect to the site's origin. */
  readonly http: Http;
  /**
   * Starts the browser, which the check closes. Throws `undecided` if there is none. Undefined: the site is only
   * fetched, and what only a browser sees is skipped.
   */
  readonly launch: (() => Promise<Chromium>) | undefined;
  readonly signal: AbortSignal;
  readonly onProgress?: (message: string) => void;
}

/** Both loads of a page, or only the first if it did not finish. Undefined: the browser was lost. */
export type Visits = readonly Visit[] | undefined;

export interface SiteFindings {
  /** A row for the browser, then the rows of each page. */
  readonly rows: readonly PageRow[];
  /** What the browser saw of each page, by its name. */
  readonly visits: ReadonlyMap<string, Visits>;
  /** Distinct scripts, styles and preloads that were fetched. */
  readonly assets: number;
}
