import type { CheckResult, CheckRow, Verdict } from "@release-actions/action";

export { fail, pass, skipped, unanswered, unknownRow as unknown, warn } from "@release-actions/action";

/** What fetching shows, and what only a browser does; in the order of the report. */
export const FETCH_CHECKS = ["page", "title", "root", "assets", "delivery", "version"] as const;
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
export type Check = (typeof FETCH_CHECKS)[number] | (typeof BROWSER_CHECKS)[number] | "browser";

export type Row = CheckRow<Check>;

/** A row and the page that it is about; empty: about the run. */
export type PageRow = Row & { readonly page: string };

const ACCEPTED: Readonly<Record<Check, readonly CheckResult[]>> = {
  page: ["pass", "warn"],
  title: ["pass", "skipped"],
  root: ["pass"],
  assets: ["pass"],
  delivery: ["pass", "warn"],
  version: ["pass", "skipped"],
  browser: ["pass", "skipped"],
  load: ["pass", "warn"],
  errors: ["pass", "warn"],
  console: ["pass", "warn"],
  requests: ["pass", "warn"],
  policy: ["pass", "warn"],
  hydration: ["pass"],
  painted: ["pass"],
  "second-load": ["pass", "warn"],
};

/** A refusal outweighs the rest, since nothing would turn it into a pass. Passed has only what every check of every page proved. */
export function verdictOf(
  rows: readonly PageRow[],
  pages: readonly string[],
): Extract<Verdict, "passed" | "refused" | "invalid" | "undecided"> {
  if (rows.some(({ result }) => result === "fail")) return "refused";
  if (rows.some(({ result }) => result === "invalid")) return "invalid";
  const browser = rows.find(({ check }) => check === "browser")?.result;
  const needed: readonly Check[] = browser === "skipped" ? FETCH_CHECKS : [...FETCH_CHECKS, ...BROWSER_CHECKS];
  const proven = pages.every((page) =>
    needed.every((check) => rows.some((row) => row.page === page && row.check === check)),
  );
  const complete = browser !== undefined && pages.length > 0 && proven;
  return complete && rows.every(({ check, result }) => ACCEPTED[check].includes(result)) ? "passed" : "undecided";
}

const MOST = 10;
const WEIGHTS: Readonly<Record<CheckResult, number>> = {
  fail: 0,
  invalid: 1,
  unknown: 2,
  warn: 3,
  skipped: 4,
  pass: 5,
};

/** All that is wrong, the worst first and as far as one reads; a good end has one row for all. */
export function several(rows: readonly Row[], good: Row): Row[] {
  if (rows.length === 0) return [good];
  const shown = rows.toSorted((one, other) => WEIGHTS[one.result] - WEIGHTS[other.result]).slice(0, MOST);
  const more = rows.length - shown.length;
  const last = shown.at(-1)!;
  return more === 0 ? shown : [...shown.slice(0, -1), { ...last, detail: `${last.detail}; and ${more} more` }];
}
