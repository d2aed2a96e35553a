import type { Verdict } from "@release-actions/action";
import { jsonArray, jsonText } from "@release-actions/text";
import type { Finding, IgnoredFinding, Severity } from "@release-actions/vulnerabilities";
import type { ImageReport } from "./report.ts";
import { verdictOf, type Row } from "./rows.ts";

/** The JSON report. Changes that a reader of the old form could trip over raise `version`. */
export interface ReportDocument {
  readonly version: 1;
  readonly verdict: Verdict;
  readonly images: readonly ImageDocument[];
}

export interface ImageDocument {
  /** As it was asked for. */
  readonly reference: string;
  readonly verdict: Verdict;
  /** `repository@digest`, only where it passed. */
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
  /** Findings that were left out for want of room; the report file has all. */
  readonly omitted: number;
}

export function pinned({ verified: { wanted, digest }, rows }: ImageReport): string | undefined {
  return digest !== undefined && verdictOf(rows) === "passed"
    ? `${wanted.place.host}/${wanted.repository}@${digest}`
    : undefined;
}

export function reportDocument(verdict: Verdict, reports: readonly ImageReport[]): ReportDocument {
  return { version: 1, verdict, images: reports.map(imageDocument) };
}

function imageDocument(report: ImageReport): ImageDocument {
  const { verified, judgement, rows } = report;
  const image = pinned(report);
  return {
    reference: verified.wanted.shown,
    verdict: verdictOf(rows),
    ...(image !== undefined && { image }),
    ...(verified.digest !== undefined && { digest: verified.digest }),
    ...(verified.exists !== undefined && { exists: verified.exists }),
    platforms: verified.platforms.map(({ platform, digest }) => {
      const scan = verified.scans.find((one) => one.digest === digest);
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

/** The document as text, piece by piece, one finding a line. */
export function* reportText({ version, verdict, images }: ReportDocument): Generator<string, void, undefined> {
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

/** An output may be given on as an environment variable, which takes 128 KiB; the findings give way first. */
const MAX_OUTPUT = 64 * 1024;

export async function shortReport(document: ReportDocument): Promise<ReportDocument> {
  const { excerptOfFindings } = await import("@release-actions/vulnerabilities");
  const bare = document.images.map((image) => ({ ...image, findings: [], ignored: [] }));
  const room =
    Math.max(0, MAX_OUTPUT - Buffer.byteLength(JSON.stringify({ ...document, images: bare }))) /
    Math.max(1, bare.length);
  return {
    ...document,
    images: document.images.map((image) => {
      const { findings, omitted } = excerptOfFindings(image.findings, room);
      const left = room - Buffer.byteLength(jsonText(findings));
      const ignored = Buffer.byteLength(JSON.stringify(image.ignored)) <= left ? image.ignored : [];
      return { ...image, findings, ignored, omitted: omitted + image.ignored.length - ignored.length };
    }),
  };
}
