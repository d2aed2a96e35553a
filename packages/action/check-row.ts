import { CredentialRefused } from "./credential-rules.ts";
import { ActionError } from "./errors.ts";

/**
 * - pass, fail: the check answered
 * - warn: it passed, and something about it should be known
 * - skipped: it was not asked for
 * - unknown: there is not enough evidence
 * - invalid: what was asked for cannot be asked, or these credentials may not look
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

/** One line of the report of an action that checks several things. */
export interface CheckRow<Check extends string> {
  readonly check: Check;
  readonly result: CheckResult;
  readonly detail: string;
  /** One step that mends it. */
  readonly remedy?: string;
}

export function pass<C extends string>(check: C, detail: string): CheckRow<C> {
  return { check, result: "pass", detail };
}

export function skipped<C extends string>(check: C, detail: string): CheckRow<C> {
  return { check, result: "skipped", detail };
}

export function fail<C extends string>(check: C, detail: string, remedy: string): CheckRow<C> {
  return { check, result: "fail", detail, remedy };
}

export function warn<C extends string>(check: C, detail: string, remedy: string): CheckRow<C> {
  return { check, result: "warn", detail, remedy };
}

export function unknownRow<C extends string>(check: C, detail: string, remedy: string): CheckRow<C> {
  return { check, result: "unknown", detail, remedy };
}

/** A check that got no answer. A signal, a defect or a refused credential is rethrown. */
export function unanswered<C extends string>(check: C, error: unknown): CheckRow<C> {
  if (!(error instanceof ActionError) || error instanceof CredentialRefused) throw error;
  if (error.verdict === "interrupted" || error.verdict === "unknown") throw error;
  const remedy = error.details.remedy ?? "Run again.";
  return { check, result: error.verdict === "invalid" ? "invalid" : "unknown", detail: error.message, remedy };
}
