import { CHECK_WORDS, type Io, type Problem, type Verdict } from "@release-actions/action";
import { code, heading, link, list, paragraph, strong, table, type Block, type Inline } from "@release-actions/text";
import type { Finding, Judgement } from "@release-actions/vulnerabilities";
import { verdictOf, type Row } from "./rows.ts";
import type { Verified } from "./verify.ts";

/** All that is known of one image at the end. */
export interface ImageReport {
  readonly verified: Verified;
  readonly judgement: Judgement;
  readonly rows: readonly Row[];
}

type Answer = Extract<Verdict, "passed" | "refused" | "invalid" | "undecided">;

const VERDICTS = {
  passed: "✅ passed",
  refused: "❌ refused",
  invalid: "🚫 invalid",
  undecided: "❓ undecided",
} as const;
const RANKED: readonly Answer[] = ["refused", "invalid", "undecided", "passed"];
const TOP = 10;
/** With more images than this the summary has a line for each, and the details of those that did not pass. */
const IN_DETAIL = 3;

/** The worst of all images; none at all is no proof. */
export function overall(reports: readonly ImageReport[]): Answer {
  const verdicts = reports.map(({ rows }) => verdictOf(rows));
  return verdicts.length === 0 ? "undecided" : RANKED.find((verdict) => verdicts.includes(verdict))!;
}

export function problemsOf(reports: readonly ImageReport[]): Problem[] {
  const decisive = { fail: "refused", invalid: "invalid", unknown: "undecided" } as const;
  const verdict = overall(reports);
  return reports.flatMap(({ verified, rows }) =>
    rows.flatMap(({ check, result, detail, remedy }) =>
      result in decisive && decisive[result as keyof typeof decisive] === verdict
        ? [
            {
              what: `${reports.length > 1 ? `${verified.wanted.shown}: ` : ""}${check}: ${detail}`,
              ...(remedy !== undefined && { remedy }),
            },
          ]
        : [],
    ),
  );
}

/** Prints the rows of one image; its problems are printed by the framework at the end. */
export function logImage(io: Io, { verified, judgement, rows }: ImageReport): void {
  io.info(
    `${VERDICTS[verdictOf(rows)]}  ${verified.wanted.shown}${verified.digest === undefined ? "" : ` (${verified.digest})`}`,
  );
  for (const { check, result, detail, remedy = "" } of rows) {
    if (result === "warn") io.warning(`${check}: ${detail}${remedy === "" ? "" : `\n${remedy}`}`);
    else if (result !== "skipped") io.info(`  ${CHECK_WORDS[result]}  ${check}: ${detail}`);
    if (check === "vulnerabilities" && result === "fail") logFindings(io, judgement.counted);
  }
}

/** The worst findings, for those who have no summary before them. */
function logFindings(io: Io, findings: readonly Finding[]): void {
  for (const { id, severity, package: name, version, fixedIn, platforms } of findings.slice(0, TOP)) {
    io.info(
      `      ${severity}  ${id}  ${name} ${version}  ${fixedIn === undefined ? "no fix yet" : `fixed in ${fixedIn}`}  (${platforms.join(", ")})`,
    );
  }
  if (findings.length > TOP) io.info(`      … and ${findings.length - TOP} more, in the report`);
}

export function summaryOf(reports: readonly ImageReport[]): Block[] {
  const detailed =
    reports.length <= IN_DETAIL ? reports : reports.filter(({ rows }) => verdictOf(rows) !== "passed").slice(0, TOP);
  return [heading("quay-verify"), ...(reports.length > 1 ? [overview(reports)] : []), ...detailed.flatMap(imageBlocks)];
}

function overview(reports: readonly ImageReport[]): Block {
  return table(
    ["Image", "Result", "Critical", "High", "Medium", "Low", "Unknown"],
    reports.map(({ verified, judgement: { counts }, rows }) => [
      code(verified.wanted.shown),
      VERDICTS[verdictOf(rows)],
      ...[counts.critical, counts.high, counts.medium, counts.low, counts.unknown].map(String),
    ]),
  );
}

function imageBlocks({ verified, judgement, rows }: ImageReport): Block[] {
  const { wanted, digest, scans } = verified;
  const scanned = scans.some(({ status }) => status === "scanned");
  return [
    paragraph([
      code(wanted.shown),
      " ",
      strong(VERDICTS[verdictOf(rows)]),
      ...(digest === undefined ? [] : [" ", code(digest)]),
    ]),
    table(
      ["Check", "Result", "Detail", "Remedy"],
      rows.map(({ check, result, detail, remedy = "" }) => [check, CHECK_WORDS[result], detail, remedy]),
    ),
    ...(scanned ? [severityTable(judgement), ...topFindings(judgement.counted), ...ignoredTable(judgement)] : []),
  ];
}

function severityTable({ counts, counted, violations }: Judgement): Block {
  const fixable = (severity: string) =>
    counted.filter((finding) => finding.severity === severity && finding.fixedIn !== undefined).length;
  return table(
    ["Severity", "Found", "With a fix", "Gate"],
    Object.entries(counts).map(([severity, count]) => {
      const violation = violations.find((one) => one.severity === severity);
      return [
        severity,
        String(count),
        String(fixable(severity)),
        violation === undefined ? "" : `❌ at most ${violation.allowed}`,
      ];
    }),
  );
}

function topFindings(findings: readonly Finding[]): Block[] {
  if (findings.length === 0) return [];
  const rows = findings
    .slice(0, TOP)
    .map((finding): Inline[] => [
      finding.url === undefined ? finding.id : link(finding.id, finding.url),
      finding.severity,
      `${finding.package} ${finding.version}`,
      finding.fixedIn ?? "no fix yet",
      finding.platforms.join(", "),
    ]);
  const left = findings.length - rows.length;
  return [
    table(["Finding", "Severity", "Package", "Fixed in", "Platforms"], rows),
    ...(left > 0 ? [paragraph(`… and ${left} more, in the report.`)] : []),
  ];
}

function ignoredTable({ ignored }: Judgement): Block[] {
  if (ignored.length === 0) return [];
  const left = ignored.length - TOP;
  return [
    paragraph([strong("Not counted:")]),
    table(
      ["Finding", "Package", "Why", "Until", "By"],
      ignored
        .slice(0, TOP)
        .map(({ finding, reason, expires, source }) => [
          finding.id,
          `${finding.package} ${finding.version}`,
          reason,
          expires ?? "",
          source,
        ]),
    ),
    ...(left > 0 ? [list([`… and ${left} more, in the report.`])] : []),
  ];
}
