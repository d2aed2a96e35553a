import { Stop, type Verdict } from "@release-actions/action-types";

/** Every check of one image, in the order of the report. */
export const CHECKS = ["exists", "digest", "platforms", "labels", "expiry", "signature", "scan", "vulnerabilities", "unmoved"] as const;
export type Check = (typeof CHECKS)[number];

/**
 * - pass, fail: the check answered
 * - warn: it passed, and something about it should be known
 * - skipped: it was not asked for
 * - unknown: there is not enough evidence
 * - invalid: the registry does not let these credentials look, or what was asked for cannot be asked
 */
export type Result = "pass" | "fail" | "warn" | "skipped" | "unknown" | "invalid";

/** One line of the report. */
export interface Row {
  readonly check: Check;
  readonly result: Result;
  readonly detail: string;
  /** One step that mends it. */
  readonly remedy?: string;
}

export const pass = (check: Check, detail: string): Row => ({ check, result: "pass", detail });
export const skipped = (check: Check, detail: string): Row => ({ check, result: "skipped", detail });
export const fail = (check: Check, detail: string, remedy: string): Row => ({ check, result: "fail", detail, remedy });
export const warn = (check: Check, detail: string, remedy: string): Row => ({ check, result: "warn", detail, remedy });
export const unknown = (check: Check, detail: string, remedy: string): Row => ({ check, result: "unknown", detail, remedy });

/** A check that got no answer. A signal and a defect are passed on. */
export function unanswered(check: Check, error: unknown): Row {
  if (!(error instanceof Stop) || error.verdict === "interrupted" || error.verdict === "unknown") throw error;
  const remedy = error.details.remedy ?? "Run again.";
  return { check, result: error.verdict === "invalid" ? "invalid" : "unknown", detail: error.message, remedy };
}

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
const GOOD: readonly Result[] = ["pass", "warn", "skipped"];

/**
 * One image's verdict. A refusal outweighs the rest, since nothing would turn it into a pass; and without the rows
 * that prove it an image has not passed, whatever else is or is not there.
 */
export function verdictOf(rows: readonly Row[]): Extract<Verdict, "passed" | "refused" | "invalid" | "undecided"> {
  if (rows.some(({ result }) => result === "fail")) return "refused";
  if (rows.some(({ result }) => result === "invalid")) return "invalid";
  const proven = ALWAYS.every((check) => rows.some((row) => row.check === check && GOOD.includes(row.result)));
  return proven && rows.every(({ result }) => GOOD.includes(result)) && rows.some(({ check, result }) => check === "exists" && result === "pass") ? "passed" : "undecided";
}
