import type { Verdict } from "@release-actions/action";
import type { CheckResult, CheckRow } from "@release-actions/report";

export { fail, pass, skipped, unanswered, unknown, warn } from "@release-actions/report";

/** Every check, in the order of the report. */
export const CHECKS = [
  "prometheus",
  "alertmanager",
  "scope",
  "rules",
  "targets",
  "watchdog",
  "pending",
  "alerts",
] as const;
export type Check = (typeof CHECKS)[number];

export type Row = CheckRow<Check>;

const ACCEPTED: Readonly<Record<Check, readonly CheckResult[]>> = {
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
