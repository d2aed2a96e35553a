import { ActionError, type Problem, type Verdict } from "@release-actions/action";
import type { CheckResult, CheckRow } from "./rows.ts";

/** The possible verdicts of a set of checks. */
export type CheckVerdict = Extract<Verdict, "passed" | "refused" | "invalid" | "undecided">;

/** The worst first. A refusal outweighs missing evidence: more evidence would not turn it into a pass. */
const RANKED = ["refused", "invalid", "undecided", "passed"] as const satisfies readonly CheckVerdict[];

/** Results that can be part of a pass. */
export type AcceptableResult = Extract<CheckResult, "pass" | "warn" | "skipped">;

export interface DecisionRules<C extends string = string> {
  /** Checks that must have at least one row. */
  readonly required: readonly C[];
  /** What each check may result in for a pass. Default: pass or warn, so a skipped check must be listed here. */
  readonly accepted?: Readonly<Partial<Record<C, readonly AcceptableResult[]>>>;
}

type JudgedRow<C extends string> = Pick<CheckRow<C>, "check" | "result">;

const DEFAULT_ACCEPTED: readonly AcceptableResult[] = ["pass", "warn"];

/**
 * The verdict of a set of checks. It is `passed` only if every required check has a row, every row has a result that
 * its check accepts, and at least one row is proof rather than skipped; no rows are never a pass.
 */
export function decide<C extends string>(rows: readonly JudgedRow<C>[], rules: DecisionRules<C>): CheckVerdict {
  if (rows.some(({ result }) => result === "fail")) return "refused";
  if (rows.some(({ result }) => result === "invalid")) return "invalid";
  const isProven = rows.some(({ result }) => result === "pass" || result === "warn");
  const isComplete = missingChecks(rows, rules).length === 0;
  return isProven && isComplete && rows.every((row) => isAccepted(row, rules)) ? "passed" : "undecided";
}

/** The worst of several verdicts, such as those of several images or pages; `undecided` if there are none. */
export function worst(verdicts: readonly CheckVerdict[]): CheckVerdict {
  return verdicts.length === 0 ? "undecided" : RANKED.find((verdict) => verdicts.includes(verdict))!;
}

/** The rows that led to the verdict, as problems with their remedies; none if it is `passed`. */
export function problemsOf<C extends string, R extends CheckRow<C>>(
  rows: readonly R[],
  rules: DecisionRules<C>,
  nameOf: (row: R) => string = ({ check }) => check,
): Problem[] {
  const problems = decisiveRows(rows, rules).map((row) => problemOf(row, nameOf(row)));
  if (problems.length > 0 || decide(rows, rules) === "passed") return problems;
  const missing = missingChecks(rows, rules);
  if (missing.length === 0 || rows.length === 0) return [{ what: "no check gave an answer" }];
  return missing.map((check) => ({ what: `${check}: no result` }));
}

function decisiveRows<C extends string, R extends CheckRow<C>>(rows: readonly R[], rules: DecisionRules<C>): R[] {
  switch (decide(rows, rules)) {
    case "passed":
      return [];
    case "refused":
      return rows.filter(({ result }) => result === "fail");
    case "invalid":
      return rows.filter(({ result }) => result === "invalid");
    case "undecided":
      return rows.filter((row) => !isAccepted(row, rules));
  }
}

function problemOf({ detail, remedy = "", file, line }: CheckRow, name: string): Problem {
  return {
    what: `${name}: ${detail}`,
    ...(remedy !== "" && { remedy }),
    ...(file !== undefined && { file }),
    ...(line !== undefined && { line }),
  };
}

function missingChecks<C extends string>(rows: readonly JudgedRow<C>[], { required }: DecisionRules<C>): C[] {
  return required.filter((check) => !rows.some((row) => row.check === check));
}

function isAccepted<C extends string>({ check, result }: JudgedRow<C>, { accepted }: DecisionRules<C>): boolean {
  // Names of checks may come from a file, and "constructor" is not in the rules.
  const own = accepted !== undefined && Object.hasOwn(accepted, check) ? accepted[check] : undefined;
  const results: readonly CheckResult[] = own ?? DEFAULT_ACCEPTED;
  return results.includes(result);
}

export interface Conclusion<O extends object> {
  /** What the run could not prove, by how it ended. */
  readonly messages: Readonly<Record<Exclude<CheckVerdict, "passed">, string>>;
  readonly problems: readonly Problem[];
  /** What to do about all problems together. */
  readonly remedy?: string;
  readonly outputs: O;
}

/**
 * The outputs of a run whose checks passed. Throws an `ActionError` with problems and outputs for any other verdict.
 */
export function passOrThrow<O extends object>(
  verdict: CheckVerdict,
  { messages, outputs, ...details }: Conclusion<O>,
): O & { verdict: "passed" } {
  if (verdict === "passed") return { ...outputs, verdict };
  throw new ActionError(verdict, messages[verdict], { ...details, outputs: { ...outputs } as Record<string, unknown> });
}
