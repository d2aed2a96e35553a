import type { Io } from "@release-actions/action";
import { paragraph, table, type Block, type Inline } from "@release-actions/text";
import type { CheckVerdict } from "./decide.ts";
import { CHECK_WORDS, type CheckRow } from "./rows.ts";

/** A verdict as headlines and tables show it. */
export const VERDICT_WORDS = {
  passed: "✅ passed",
  refused: "❌ refused",
  invalid: "🚫 invalid",
  undecided: "❓ undecided",
} as const satisfies Record<CheckVerdict, string>;

/** Rows of a summary's table: a job summary holds 1 MiB, and nobody reads more. */
const MOST_ROWS = 200;

export interface LogOptions<R> {
  /** What a row is about. Default: its check. */
  readonly nameOf?: (row: R) => string;
  /** Put before every line that is not an annotation. */
  readonly indent?: string;
}

/** Writes the rows to the log, warnings as annotations. The framework prints the problems at the end of the run. */
export function logRows<R extends CheckRow>(
  io: Pick<Io, "info" | "warning">,
  rows: readonly R[],
  { nameOf = ({ check }) => check, indent = "" }: LogOptions<R> = {},
): void {
  for (const row of rows) {
    const { result, detail, remedy = "", file, line } = row;
    const text = `${nameOf(row)}: ${detail}`;
    if (result !== "warn") io.info(`${indent}${CHECK_WORDS[result]}  ${text}`);
    else
      io.warning(`${text}${remedy === "" ? "" : `\n${remedy}`}`, {
        ...(file !== undefined && { file }),
        ...(line !== undefined && { line }),
      });
  }
}

export interface TableOptions<R> {
  /** A column before the others, such as the page that a row is about. */
  readonly lead?: { readonly title: string; cell(row: R): Inline };
}

/** The rows as a table for the summary; the remedy only where something is wrong. */
export function checkTable<R extends CheckRow>(rows: readonly R[], { lead }: TableOptions<R> = {}): Block[] {
  const cells = rows.slice(0, MOST_ROWS).map((row): Inline[] => {
    const { check, result, detail, remedy = "" } = row;
    const isGood = result === "pass" || result === "skipped";
    return [...(lead === undefined ? [] : [lead.cell(row)]), check, CHECK_WORDS[result], detail, isGood ? "" : remedy];
  });
  const columns = [...(lead === undefined ? [] : [lead.title]), "Check", "Result", "Detail", "Remedy"];
  const more = rows.length - cells.length;
  return [table(columns, cells), ...(more > 0 ? [paragraph(`and ${more} more rows`)] : [])];
}
