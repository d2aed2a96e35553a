import { Stop, type Verdict } from "@release-actions/action-types";

/** Every check, in the order of the report. */
export const CHECKS = ["prometheus", "alertmanager", "scope", "rules", "targets", "watchdog", "pending", "alerts"] as const;
export type Check = (typeof CHECKS)[number];

/**
 * - pass, fail: the check answered
 * - warn: it passed, and something about it should be known
 * - skipped: it was not asked for
 * - unknown: there is not enough evidence
 * - invalid: what was asked for cannot be asked
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

/** A server that gave no answer. A signal and a defect are passed on. */
export function unanswered(check: Check, error: unknown): Row {
  if (!(error instanceof Stop) || error.verdict === "interrupted" || error.verdict === "unknown") throw error;
  const remedy = error.details.remedy ?? "Run again.";
  return { check, result: error.verdict === "invalid" ? "invalid" : "unknown", detail: error.message, remedy };
}

const ACCEPTED: Readonly<Record<Check, readonly Result[]>> = {
  prometheus: ["pass"],
  alertmanager: ["pass"],
  scope: ["pass", "skipped"],
  rules: ["pass"],
  targets: ["pass"],
  watchdog: ["pass", "skipped"],
  pending: ["pass", "warn"],
  alerts: ["pass", "warn"],
};

/** A refusal outweighs the rest, since nothing would turn it into a pass. Passed has only what every check proved. */
export function verdictOf(rows: readonly Row[]): Extract<Verdict, "passed" | "refused" | "invalid" | "undecided"> {
  if (rows.some(({ result }) => result === "fail")) return "refused";
  if (rows.some(({ result }) => result === "invalid")) return "invalid";
  const proven = CHECKS.every((check) => rows.some((row) => row.check === check));
  return proven && rows.every(({ check, result }) => ACCEPTED[check].includes(result)) ? "passed" : "undecided";
}
