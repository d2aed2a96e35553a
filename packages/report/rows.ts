import { ActionError, CredentialRefused } from "@release-actions/action";

/**
 * - pass, fail: the check has an answer
 * - warn: it passed, with something the reader should know
 * - skipped: it was not requested, or something it needs is missing
 * - unknown: there is not enough evidence
 * - invalid: the request itself is wrong, or the credentials may not read the answer
 */
export type CheckResult = "pass" | "fail" | "warn" | "skipped" | "unknown" | "invalid";

export const CHECK_WORDS = {
  pass: "✅ pass",
  fail: "❌ fail",
  warn: "⚠️ warn",
  skipped: "➖ skipped",
  unknown: "❓ unknown",
  invalid: "🚫 invalid",
} as const satisfies Record<CheckResult, string>;

/** One line in the report of an action that checks several things. Part of the `report` outputs: add, never rename. */
export interface CheckRow<C extends string = string> {
  readonly check: C;
  readonly result: CheckResult;
  readonly detail: string;
  /** One step that fixes it. */
  readonly remedy?: string;
  /** The file that the row is about, relative to the workspace. */
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/** The row of a check that passed. */
export function pass<C extends string>(check: C, detail: string): CheckRow<C> {
  return { check, result: "pass", detail };
}

/** The row of a check that did not run; `detail` says why. */
export function skipped<C extends string>(check: C, detail: string): CheckRow<C> {
  return { check, result: "skipped", detail };
}

/** The row of a check that failed. */
export function fail<C extends string>(check: C, detail: string, remedy: string): CheckRow<C> {
  return { check, result: "fail", detail, remedy };
}

/** The row of a check that passed with something the reader should know. */
export function warn<C extends string>(check: C, detail: string, remedy: string): CheckRow<C> {
  return { check, result: "warn", detail, remedy };
}

/** The row of a check without enough evidence. */
export function unknown<C extends string>(check: C, detail: string, remedy: string): CheckRow<C> {
  return { check, result: "unknown", detail, remedy };
}

/** The row of a check whose request or credentials are wrong. */
export function invalidRow<C extends string>(check: C, detail: string, remedy: string): CheckRow<C> {
  return { check, result: "invalid", detail, remedy };
}

/**
 * The row of a check whose service, process or file failed: `invalid` where the error is (credentials were rejected,
 * the request was wrong), else `unknown`. Rethrows what no row may hide: a signal, a defect, a credential that was not
 * allowed to leave, and a write with an unknown outcome.
 */
export function unanswered<C extends string>(check: C, error: unknown): CheckRow<C> {
  if (!(error instanceof ActionError) || error instanceof CredentialRefused) throw error;
  if (error.verdict === "interrupted" || error.verdict === "unknown") throw error;
  const remedy = error.details.remedy ?? "Run again.";
  return error.verdict === "invalid" ? invalidRow(check, error.message, remedy) : unknown(check, error.message, remedy);
}

/** Runs a check. If it throws, returns the row of `unanswered`, which may rethrow. */
export async function answered<C extends string>(check: C, work: () => Promise<CheckRow<C>>): Promise<CheckRow<C>> {
  try {
    return await work();
  } catch (error) {
    return unanswered(check, error);
  }
}
