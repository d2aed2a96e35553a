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
import { fittingItems, pass, VERDICT_WORDS, type CheckRow, type CheckVerdict } from "@release-actions/report";
import { code, formatCount, heading, paragraph, strong, table, type Block } from "@release-actions/text";

/** A finding as the outputs and the report file show it. */
export interface FindingRow {
  readonly severity: "error" | "warn";
  /** A reason of qontract-validator, or the ID of a rule. */
  readonly rule: string;
  readonly kind: Kind;
  /** Relative to the workspace. */
  readonly file: string;
  /** 1-based. */
  readonly line: number;
  readonly column: number;
  /** Place in the document: `$.resourceTemplates[0].name`. */
  readonly path: string;
  readonly message: string;
  readonly remedy: string;
}

/** The findings that count, with their severity and place; errors first, then by file and line. */
export function findingRows(
  findings: readonly Finding[],
  { files }: Tree,
  rules: ReadonlyMap<Rule, Severity>,
): FindingRow[] {
  const byFile = new Map<string, Finding[]>();
  for (const finding of findings) {
    if (severityOf(finding.rule, rules) === "off") continue;
    const key = `${finding.area} ${finding.name}`;
    const known = byFile.get(key);
    if (known === undefined) byFile.set(key, [finding]);
    else known.push(finding);
  }
  const rows = files.flatMap((file) => rowsOfFile(file, byFile.get(`${file.area} ${file.name}`) ?? [], rules));
  const weight = (row: FindingRow) => (row.severity === "error" ? 0 : 1);
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

function rowsOfFile(file: TreeFile, findings: readonly Finding[], rules: ReadonlyMap<Rule, Severity>): FindingRow[] {
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

/** What decides about the tree: that files were checked, and every finding. */
export function checkRowsOf(rows: readonly FindingRow[], { files }: Tree): CheckRow[] {
  const findings = rows.map(({ severity, rule, message, remedy, file, line }): CheckRow => {
    const result = severity === "error" ? "fail" : "warn";
    return { check: rule, result, detail: message, remedy, file, line };
  });
  return [...(files.length === 0 ? [] : [pass("files", formatCount(files.length, "file"))]), ...findings];
}

/** Annotations for the first rows, and one line for the rest. */
export function logFindings(io: Io, rows: readonly FindingRow[], most: number, reportFile: string | undefined): void {
  for (const { severity, rule, file, line, column, message, remedy } of rows.slice(0, most)) {
    const say = severity === "error" ? io.error : io.warning;
    say(`${rule}: ${message}\n${remedy}`, { file, line, column, title: rule });
  }
  const elsewhere = reportFile === undefined ? "set report-file to get all of them" : `all are in ${reportFile}`;
  if (rows.length > most) io.info(`${rows.length - most} more, ${elsewhere}`);
}

export function summaryOf(
  rows: readonly FindingRow[],
  facts: {
    readonly verdict: CheckVerdict;
    readonly files: number;
    readonly since: string | undefined;
    readonly most: number;
  },
): Block[] {
  const errors = rows.filter(({ severity }) => severity === "error").length;
  const counts = [
    formatCount(facts.files, "file"),
    formatCount(errors, "error"),
    formatCount(rows.length - errors, "warning"),
  ].join(", ");
  const scope = facts.since === undefined ? [] : [" in what changed since ", code(facts.since)];
  const shown = rows
    .slice(0, facts.most)
    .map(({ severity, rule, file, line, message, remedy }) => [
      severity === "error" ? "❌" : "⚠️",
      rule,
      `${file}:${line}`,
      message,
      remedy,
    ]);
  const more = rows.length - shown.length;
  return [
    heading("appinterface-validate"),
    paragraph([strong(VERDICT_WORDS[facts.verdict]), `: ${counts}`, ...scope]),
    ...(shown.length === 0 ? [] : [table(["", "Rule", "Where", "What", "Remedy"], shown)]),
    ...(more > 0 ? [paragraph(`${more} more are in the report.`)] : []),
  ];
}

/** The rows as an output can hold them: 64 KiB of JSON, errors first, and how many are left out. */
export function boundedReport(rows: readonly FindingRow[]): {
  readonly problems: readonly FindingRow[];
  readonly omitted: number;
} {
  const problems = fittingItems(rows, 100);
  return { problems, omitted: rows.length - problems.length };
}
