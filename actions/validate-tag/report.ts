import { CredentialRefused, ActionError, type Io, type Problem, type Verdict } from "@release-actions/action";
import { code, heading, paragraph, strong, table, type Block } from "@release-actions/text";

/** Every check, in the order of the report. */
export const CHECKS = [
  "grammar",
  "component",
  "tag-object",
  "moved",
  "annotated",
  "signed",
  "branch",
  "changelog",
  "version-files",
  "regression",
  "unreleased",
] as const;

export type Check = (typeof CHECKS)[number];

/**
 * - pass, fail: the check answered
 * - warn: it passed, and something about it should be mended
 * - skipped: it was not asked for, or there is nothing it could look at
 * - unknown: it was asked for and there is not enough evidence
 */
export type Result = "pass" | "fail" | "warn" | "skipped" | "unknown";

/** One line of the report. */
export interface Row {
  readonly check: Check;
  readonly result: Result;
  readonly detail: string;
  /** One step that mends it. */
  readonly remedy?: string;
  readonly file?: string;
  /** 1-based. */
  readonly line?: number;
}

/** A refusal outweighs a lack of evidence: more evidence would not turn it into a pass. */
export function verdictOf(rows: readonly Row[]): Extract<Verdict, "passed" | "refused" | "undecided"> {
  if (rows.some(({ result }) => result === "fail")) return "refused";
  return rows.some(({ result }) => result === "unknown") ? "undecided" : "passed";
}

/** What stopped the tag: the failures, or, where there are none, what could not be found out. */
export function problemsOf(rows: readonly Row[]): Problem[] {
  const decisive = verdictOf(rows) === "refused" ? "fail" : "unknown";
  return rows
    .filter(({ result }) => result === decisive)
    .map(({ check, detail, remedy, file, line }) => ({
      what: `${check}: ${detail}`,
      ...(remedy !== undefined && { remedy }),
      ...(file !== undefined && { file }),
      ...(line !== undefined && { line }),
    }));
}

const WORDS = {
  pass: "✅ pass",
  fail: "❌ fail",
  warn: "⚠️ warn",
  skipped: "➖ skipped",
  unknown: "❓ unknown",
} as const satisfies Record<Result, string>;

const VERDICTS = { passed: "✅ passed", refused: "❌ refused", undecided: "❓ undecided" } as const;

/** Prints the rows; problems are printed by the framework at the end. */
export function logRows(io: Io, rows: readonly Row[]): void {
  for (const { check, result, detail, remedy, file, line } of rows) {
    // A warning is an annotation where the host has them, and a line of its own everywhere.
    if (result !== "warn") io.info(`${WORDS[result]}  ${check}: ${detail}`);
    else
      io.warning(`${check}: ${detail}${remedy === undefined ? "" : `\n${remedy}`}`, {
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
      });
  }
}

export function summaryOf(tag: string, rows: readonly Row[]): Block[] {
  return [
    heading("validate-tag"),
    paragraph([code(tag), " ", strong(VERDICTS[verdictOf(rows)])]),
    table(
      ["Check", "Result", "Detail", "Remedy"],
      rows.map(({ check, result, detail, remedy = "" }) => [check, WORDS[result], detail, remedy]),
    ),
  ];
}

export function pass(check: Check, detail: string): Row {
  return { check, result: "pass", detail };
}

export function skipped(check: Check, detail: string): Row {
  return { check, result: "skipped", detail };
}

export function fail(check: Check, detail: string, remedy: string): Row {
  return { check, result: "fail", detail, remedy };
}

export function warn(check: Check, detail: string, remedy: string): Row {
  return { check, result: "warn", detail, remedy };
}

export function unknown(check: Check, detail: string, remedy: string): Row {
  return { check, result: "unknown", detail, remedy };
}

/**
 * A check that got no answer because a service, a process or a file failed. A signal, a defect or a refused credential
 * is rethrown.
 */
export function unanswered(check: Check, error: unknown): Row {
  if (!(error instanceof ActionError) || error.verdict === "interrupted" || error instanceof CredentialRefused)
    throw error;
  return unknown(check, error.message, error.details.remedy ?? "Run again.");
}
