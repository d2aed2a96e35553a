import type { HostFacts, Io, Problem, Verdict } from "@release-actions/action";
import { writeWorkspaceFile } from "@release-actions/files";
import {
  checkTable,
  itemsWithin,
  logRows,
  MAX_OUTPUT_BYTES,
  problemsOf,
  VERDICT_WORDS,
  type CheckVerdict,
} from "@release-actions/report";
import {
  code,
  heading,
  jsonArray,
  jsonText,
  link,
  paragraph,
  strong,
  table,
  type Block,
  type Inline,
} from "@release-actions/text";
import type { Finding, IgnoredFinding, Judgement, Severity } from "@release-actions/vulnerabilities";
import { RULES, type Row } from "./checks.ts";
import type { Inputs } from "./inputs.ts";
import type { ImageReport } from "./verify.ts";

/** Findings that the log and the summary show. */
const TOP = 10;
/** With more images than this, the summary has a line for each and details only of those that did not pass. */
const IN_DETAIL = 3;

const nameOf = ({ package: name, version }: Finding) => `${name} ${version}`;
const fixOf = ({ fixedIn }: Finding) => (fixedIn === undefined ? "no fix yet" : `fixed in ${fixedIn}`);
const isScanned = ({ scans }: ImageReport) => scans.some(({ status }) => status === "scanned");

/** The problems of the images that led to the verdict; with several images each names its own. */
export function problemsOfImages(verdict: CheckVerdict, reports: readonly ImageReport[]): Problem[] {
  const decisive = reports.filter((report) => report.verdict === verdict);
  const problems = decisive.flatMap(({ request, rows }) =>
    problemsOf(rows, RULES, ({ check }) => (reports.length > 1 ? `${request.reference}: ${check}` : check)),
  );
  return problems.length === 0 && verdict !== "passed" ? [{ what: "no check gave an answer" }] : problems;
}

/** Writes the rows of one image to the log; the framework prints its problems at the end of the run. */
export function logImage(io: Io, { request, digest, judgement, rows, verdict }: ImageReport): void {
  io.info(`${VERDICT_WORDS[verdict]}  ${request.reference}${digest === undefined ? "" : ` (${digest})`}`);
  const shown = rows.filter(({ result }) => result !== "skipped");
  logRows(io, shown, { indent: "  " });
  if (!rows.some(({ check, result }) => check === "vulnerabilities" && result === "fail")) return;
  for (const finding of judgement.counted.slice(0, TOP)) {
    const { id, severity, platforms } = finding;
    io.info(`      ${severity}  ${id}  ${nameOf(finding)}  ${fixOf(finding)}  (${platforms.join(", ")})`);
  }
  const left = judgement.counted.length - TOP;
  if (left > 0) io.info(`      … and ${left} more, in the report`);
}

export function summaryOf(reports: readonly ImageReport[]): Block[] {
  const detailed =
    reports.length <= IN_DETAIL ? reports : reports.filter(({ verdict }) => verdict !== "passed").slice(0, TOP);
  return [heading("quay-verify"), ...(reports.length > 1 ? [overview(reports)] : []), ...detailed.flatMap(imageBlocks)];
}

function overview(reports: readonly ImageReport[]): Block {
  return table(
    ["Image", "Result", "Critical", "High", "Medium", "Low", "Unknown"],
    reports.map(({ request, judgement: { counts }, verdict }) => [
      code(request.reference),
      VERDICT_WORDS[verdict],
      ...[counts.critical, counts.high, counts.medium, counts.low, counts.unknown].map(String),
    ]),
  );
}

function imageBlocks(report: ImageReport): Block[] {
  const { request, digest, judgement, rows, verdict } = report;
  const pinned = digest === undefined ? [] : [" ", code(digest)];
  return [
    paragraph([code(request.reference), " ", strong(VERDICT_WORDS[verdict]), ...pinned]),
    ...checkTable(rows),
    ...(isScanned(report)
      ? [severityTable(judgement), ...topFindings(judgement.counted), ...ignoredFindings(judgement.ignored)]
      : []),
  ];
}

function severityTable({ counts, counted, violations }: Judgement): Block {
  const fixable = (severity: string) =>
    counted.filter((finding) => finding.severity === severity && finding.fixedIn !== undefined).length;
  return table(
    ["Severity", "Found", "With a fix", "Gate"],
    Object.entries(counts).map(([severity, count]) => {
      const violation = violations.find((one) => one.severity === severity);
      const gate = violation === undefined ? "" : `❌ at most ${violation.allowed}`;
      return [severity, String(count), String(fixable(severity)), gate];
    }),
  );
}

function topFindings(findings: readonly Finding[]): Block[] {
  const rows = findings
    .slice(0, TOP)
    .map((finding): Inline[] => [
      finding.url === undefined ? finding.id : link(finding.id, finding.url),
      finding.severity,
      nameOf(finding),
      finding.fixedIn ?? "no fix yet",
      finding.platforms.join(", "),
    ]);
  return listed(["Finding", "Severity", "Package", "Fixed in", "Platforms"], rows, findings.length);
}

function ignoredFindings(ignored: readonly IgnoredFinding[]): Block[] {
  const rows = ignored
    .slice(0, TOP)
    .map(({ finding, reason, expires, source }): Inline[] => [
      finding.id,
      nameOf(finding),
      reason,
      expires ?? "",
      source,
    ]);
  const blocks = listed(["Finding", "Package", "Why", "Until", "By"], rows, ignored.length);
  return blocks.length === 0 ? [] : [paragraph([strong("Ignored:")]), ...blocks];
}

function listed(columns: readonly string[], rows: readonly Inline[][], all: number): Block[] {
  const more = all - rows.length;
  const rest = more > 0 ? [paragraph(`… and ${more} more, in the report.`)] : [];
  return rows.length === 0 ? [] : [table(columns, rows), ...rest];
}

/** The JSON report. Changes that break readers raise `version`. */
interface ReportDocument {
  readonly version: 1;
  readonly verdict: Verdict;
  readonly images: readonly ImageDocument[];
}

interface ImageDocument {
  /** As it was requested. */
  readonly reference: string;
  readonly verdict: Verdict;
  /** `repository@digest`; only if it passed. */
  readonly image?: string;
  readonly digest?: string;
  readonly exists?: boolean;
  readonly platforms: readonly {
    readonly platform: string;
    readonly digest: string;
    readonly scan?: string;
    readonly packages?: number;
  }[];
  readonly checks: readonly Row[];
  readonly counts: Readonly<Record<Severity, number>>;
  readonly fixable: number;
  readonly findings: readonly Finding[];
  readonly ignored: readonly IgnoredFinding[];
  /** Findings that did not fit; the report file has all. */
  readonly omitted: number;
}

function pinnedName({ request, digest, verdict }: ImageReport): string | undefined {
  return digest !== undefined && verdict === "passed"
    ? `${request.place.host}/${request.repository}@${digest}`
    : undefined;
}

function imageDocument(report: ImageReport): ImageDocument {
  const { request, exists, digest, platforms, scans, judgement, rows, verdict } = report;
  const image = pinnedName(report);
  return {
    reference: request.reference,
    verdict,
    ...(image !== undefined && { image }),
    ...(digest !== undefined && { digest }),
    ...(exists !== undefined && { exists }),
    platforms: platforms.map(({ platform, digest }) => {
      const scan = scans.find((one) => one.digest === digest);
      return { platform, digest, ...(scan !== undefined && { scan: scan.status, packages: scan.packages }) };
    }),
    checks: rows,
    counts: judgement.counts,
    fixable: judgement.fixable,
    findings: judgement.counted,
    ignored: judgement.ignored,
    omitted: 0,
  };
}

/** The document as text, piece by piece, one finding per line. */
function* documentText({ version, verdict, images }: ReportDocument): Generator<string, void, undefined> {
  yield `{"version":${version},"verdict":${JSON.stringify(verdict)},"images":[`;
  for (const [index, { findings, ignored, ...rest }] of images.entries()) {
    yield `${index === 0 ? "" : ","}\n${jsonText(rest).slice(0, -1)},"findings":`;
    yield* jsonArray(findings);
    yield ',"ignored":';
    yield* jsonArray(ignored);
    yield "}";
  }
  yield "]}\n";
}

/** The document as an output can hold it: each image gets an equal share, and loses its least severe findings. */
function shortDocument(document: ReportDocument): ReportDocument {
  const bare = document.images.map((image) => ({ ...image, findings: [], ignored: [] }));
  const used = Buffer.byteLength(jsonText({ ...document, images: bare }));
  const room = Math.max(0, MAX_OUTPUT_BYTES - used) / Math.max(1, bare.length);
  return {
    ...document,
    images: document.images.map((image) => {
      const { items: findings, left } = itemsWithin(image.findings, room);
      const { items } = itemsWithin(image.ignored, left);
      const ignored = items.length === image.ignored.length ? image.ignored : [];
      const omitted = image.findings.length - findings.length + image.ignored.length - ignored.length;
      return { ...image, findings, ignored, omitted };
    }),
  };
}

export async function writeReports(
  host: HostFacts,
  { reportFile, sarifFile }: Inputs,
  verdict: Verdict,
  reports: readonly ImageReport[],
): Promise<void> {
  if (reportFile !== undefined) {
    const text = documentText({ version: 1, verdict, images: reports.map(imageDocument) });
    await writeWorkspaceFile(host, reportFile, text, { typed: true });
  }
  if (sarifFile !== undefined) {
    const { sarifText } = await import("@release-actions/vulnerabilities");
    const images = reports.map(({ request, digest = "", judgement }) => ({
      name: `${request.place.host}/${request.repository}`,
      digest,
      judgement,
    }));
    const informationUri = "https://github.com/org/release-actions";
    const tool = { name: "release-actions quay-verify", version: "1", informationUri };
    await writeWorkspaceFile(host, sarifFile, sarifText({ tool, images }), { typed: true });
  }
}

export function outputsOf({ reportFile, sarifFile }: Inputs, verdict: Verdict, reports: readonly ImageReport[]) {
  const exists = reports.map((report) => report.exists);
  const names = reports.flatMap(({ platforms }) => platforms.map(({ platform }) => platform));
  return {
    image: verdict === "passed" ? reports.map(pinnedName).join("\n") : undefined,
    digest: lines(reports.map(({ digest }) => digest)),
    exists: exists.includes(false) ? false : exists.includes(undefined) ? undefined : true,
    platforms: [...new Set(names)].sort().join(","),
    ...countsOf(reports.filter(isScanned).map(({ judgement }) => judgement)),
    report: shortDocument({ version: 1, verdict, images: reports.map(imageDocument) }),
    reportFile,
    sarifFile,
  };
}

/** Nothing, rather than zeros, if nothing was scanned. */
function countsOf(judgements: readonly Judgement[]) {
  if (judgements.length === 0) return {};
  const sum = (pick: (judgement: Judgement) => number) =>
    judgements.reduce((total, judgement) => total + pick(judgement), 0);
  const of = (severity: Severity) => sum(({ counts }) => counts[severity]);
  return {
    critical: of("critical"),
    high: of("high"),
    medium: of("medium"),
    low: of("low"),
    unknown: of("unknown"),
    fixable: sum(({ fixable }) => fixable),
    ignored: sum(({ ignored }) => ignored.length),
  };
}

function lines(texts: readonly (string | undefined)[]): string | undefined {
  return texts.every((text) => text === undefined) ? undefined : texts.map((text) => text ?? "").join("\n");
}
