import { unanswered, type CheckResult, type CheckRow, type Verdict } from "@release-actions/action";

export { fail, pass, skipped, unanswered, unknownRow as unknown, warn } from "@release-actions/action";

/** Every check of one image, in the order of the report. */
export const CHECKS = [
  "exists",
  "digest",
  "platforms",
  "labels",
  "expiry",
  "signature",
  "scan",
  "vulnerabilities",
  "unmoved",
] as const;
export type Check = (typeof CHECKS)[number];

export type Row = CheckRow<Check>;

/** The row of a check that may end without an answer. */
export async function answered(check: Check, work: () => Promise<Row>): Promise<Row> {
  try {
    return await work();
  } catch (error) {
    return unanswered(check, error);
  }
}

/** What has to have passed for an image to be proven; a tolerated lack is a warning of its check, never an absence. */
const ALWAYS: readonly Check[] = ["exists", "digest", "platforms", "scan", "vulnerabilities", "unmoved"];
const GOOD: readonly CheckResult[] = ["pass", "warn", "skipped"];

/**
 * One image's verdict. A refusal outweighs the rest, since nothing would turn it into a pass; and without the rows
 * that prove it an image has not passed, whatever else is or is not there.
 */
export function verdictOf(rows: readonly Row[]): Extract<Verdict, "passed" | "refused" | "invalid" | "undecided"> {
  if (rows.some(({ result }) => result === "fail")) return "refused";
  if (rows.some(({ result }) => result === "invalid")) return "invalid";
  const proven = ALWAYS.every((check) => rows.some((row) => row.check === check && GOOD.includes(row.result)));
  return proven &&
    rows.every(({ result }) => GOOD.includes(result)) &&
    rows.some(({ check, result }) => check === "exists" && result === "pass")
    ? "passed"
    : "undecided";
}
