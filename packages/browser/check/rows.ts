import type { Problem } from "@release-actions/action";
import {
  decide,
  problemsOf,
  worst,
  type CheckResult,
  type CheckRow,
  type CheckVerdict,
  type DecisionRules,
} from "@release-actions/report";

/** What fetching shows, in the order of the report. */
export const FETCH_CHECKS = ["page", "title", "root", "assets", "delivery", "version"] as const;
/** What only a browser shows. */
export const BROWSER_CHECKS = [
  "load",
  "errors",
  "console",
  "requests",
  "policy",
  "hydration",
  "painted",
  "second-load",
] as const;
export type SiteCheck = (typeof FETCH_CHECKS)[number] | (typeof BROWSER_CHECKS)[number] | "browser";

export type SiteRow = CheckRow<SiteCheck>;

/** A row and the name of its page; empty for the row of the browser, which is about all pages. */
export type PageRow = SiteRow & { readonly page: string };

const ACCEPTED = {
  title: ["pass", "skipped"],
  root: ["pass"],
  assets: ["pass"],
  version: ["pass", "skipped"],
  browser: ["pass", "skipped"],
  hydration: ["pass"],
  painted: ["pass"],
} as const satisfies DecisionRules<SiteCheck>["accepted"];

/** Passes only if every check of every page did; the checks of the browser are left out only where it was not requested. */
export function decideSite(rows: readonly PageRow[], pages: readonly string[]): CheckVerdict {
  const rules = rulesOf(rows);
  return worst(pages.map((page) => decide(rowsOf(rows, page), rules)));
}

/** The rows that led to the verdict. */
export function siteProblems(rows: readonly PageRow[], pages: readonly string[]): Problem[] {
  const verdict = decideSite(rows, pages);
  const rules = rulesOf(rows);
  const decisive = pages.filter((page) => decide(rowsOf(rows, page), rules) === verdict);
  const problems = decisive.flatMap((page) => problemsOf(rowsOf(rows, page), rules, rowTitle));
  // The browser's row is part of every page.
  return [...new Map(problems.map((problem) => [problem.what, problem])).values()];
}

/** `/orders: assets` */
export function rowTitle({ page, check }: PageRow): string {
  return page === "" ? check : `${page}: ${check}`;
}

function rulesOf(rows: readonly PageRow[]): DecisionRules<SiteCheck> {
  const browser = rows.find(({ check }) => check === "browser")?.result;
  const checks = browser === "skipped" ? FETCH_CHECKS : [...FETCH_CHECKS, ...BROWSER_CHECKS];
  return { required: ["browser", ...checks], accepted: ACCEPTED };
}

function rowsOf(rows: readonly PageRow[], page: string): PageRow[] {
  return rows.filter((row) => row.page === page || row.page === "");
}

const MAX_ROWS = 10;
const WEIGHTS: Readonly<Record<CheckResult, number>> = {
  fail: 0,
  invalid: 1,
  unknown: 2,
  warn: 3,
  skipped: 4,
  pass: 5,
};

/** The worst rows first, as many as people read; `good` if there are none. */
export function orPass(rows: readonly SiteRow[], good: SiteRow): SiteRow[] {
  if (rows.length === 0) return [good];
  const shown = rows.toSorted((one, other) => WEIGHTS[one.result] - WEIGHTS[other.result]).slice(0, MAX_ROWS);
  const more = rows.length - shown.length;
  const last = shown.at(-1)!;
  return more === 0 ? shown : [...shown.slice(0, -1), { ...last, detail: `${last.detail}; and ${more} more` }];
}
