import type { Io } from "@release-actions/action";
import {
  pathText,
  severityOf,
  type Finding,
  type Kind,
  type Rule,
  type Severity,
  type Tree,
  type TreeFile,
} from "@release-actions/app-interface";
import { code, fittingItems, heading, paragraph, strong, table, type Block } from "@release-actions/text";

/** One line of the report. */
export interface Row {
  readonly severity: "error" | "warn";
  /** A reason of qontract-validator, or the id of a rule. */
  readonly rule: string;
  readonly kind: Kind;
  /** From the workspace. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Where in the document: `$.resourceTemplates[0].name`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** The findings that count, with their severity and place; the worst first, then by file and line. */
export function rowsOf(findings: readonly Finding[], { files }: Tree, rules: ReadonlyMap<Rule, Severity>): Row[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (severityOf(finding.rule, rules) === "off") continue;
    const key = `${finding.area} ${finding.name}`;
    const known = byFile.get(key);
    if (known === undefined) byFile.set(key, [finding]);
    else known.push(finding);
  }
  const rows = files.flatMap((file) => rowsOfFile(file, byFile.get(`${file.area} ${file.name}`) ?? [], rules));
  const weight = (row: Row) => (row.severity === "error" ? 0 : 1);
  return rows.sort(
    (one, other) =>
      weight(one) - weight(other) ||
      compare(one.file, other.file) ||
      one.line - other.line ||
      one.column - other.column,
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}

function rowsOfFile(file: TreeFile, findings: readonly Finding[], rules: ReadonlyMap<Rule, Severity>): Row[] {
  if (findings.length === 0) return [];
  const locator = file.locator();
  return findings.map(({ rule, kind, path, what, message, remedy, offset }) => ({
    severity: severityOf(rule, rules) as "error" | "warn",
    rule,
    kind,
    file: file.path,
    ...(offset === undefined ? locator.find(path, what) : locator.position(offset)),
    path: pathText(path),
    message,
    remedy,
  }));
}

/** Annotations for the first rows, and one line for the rest. */
export function logRows(io: Io, rows: readonly Row[], most: number, elsewhere: string): void {
  for (const { severity, rule, file, line, column, message, remedy } of rows.slice(0, most)) {
    const say = severity === "error" ? io.error : io.warning;
    say(`${rule}: ${message}\n${remedy}`, { file, line, column, title: rule });
  }
  if (rows.length > most) io.info(`${rows.length - most} more, ${elsewhere}`);
}

export function summaryOf(
  rows: readonly Row[],
  facts: {
    readonly verdict: string;
    readonly files: number;
    readonly since: string | undefined;
    readonly most: number;
  },
): Block[] {
  const errors = rows.filter(({ severity }) => severity === "error").length;
  const shown = rows.slice(0, facts.most);
  return [
    heading("appinterface-validate"),
    paragraph([
      strong(facts.verdict),
      `: ${facts.files} files, ${errors} errors, ${rows.length - errors} warnings`,
      ...(facts.since === undefined ? [] : [" in what changed since ", code(facts.since)]),
    ]),
    ...(shown.length === 0
      ? []
      : [
          table(
            ["", "Rule", "Where", "What", "Remedy"],
            shown.map(({ severity, rule, file, line, message, remedy }) => [
              severity === "error" ? "❌" : "⚠️",
              rule,
              `${file}:${line}`,
              message,
              remedy,
            ]),
          ),
        ]),
    ...(rows.length > shown.length ? [paragraph(`${rows.length - shown.length} more are in the report.`)] : []),
  ];
}

/** The rows as an output can hold them: 64 KiB of JSON, the worst first, and how many are left out. */
export function boundedReport(rows: readonly Row[]): { readonly problems: readonly Row[]; readonly omitted: number } {
  const problems = fittingItems(rows, 100);
  return { problems, omitted: rows.length - problems.length };
}
