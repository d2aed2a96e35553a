import { invalid, undecided, type HostFacts, type Problem } from "@release-actions/action";
import { readWorkspaceFile } from "@release-actions/files";
import { answered, fail, pass, skipped, unknown, warn, type CheckRow } from "@release-actions/report";
import { formatDuration, quote } from "@release-actions/text";
import type { Exception, Finding, Judgement, Policy, VexDocument } from "@release-actions/vulnerabilities";
import type { Row, Tools } from "./checks.ts";
import type { Inputs } from "./inputs.ts";
import type { PlatformImage } from "./platforms.ts";
import type { ImageRequest } from "./request.ts";

type ScanRow = CheckRow<"scan">;
type VulnerabilityRow = CheckRow<"vulnerabilities">;

export interface ScanRules {
  readonly policy: Policy;
  readonly scanWait: number;
  readonly interval: number;
  /** What to do if the scanner has no result; no answer at all is never accepted. */
  readonly onUnscanned: "refuse" | "warn";
}

export interface PlatformScan {
  readonly platform: string;
  readonly digest: string;
  /** As the scanner reports it, or what replaces it. */
  readonly status: string;
  readonly findings: readonly Finding[];
  /** Packages that the scanner recognized. */
  readonly packages: number;
}

export interface Scans {
  readonly scans: readonly PlatformScan[];
  /** The registry's own time, wall clock milliseconds, if it reported one. */
  readonly serverTime: number | undefined;
}

/** What the checks found out about one image, before its findings are judged. */
export interface CheckedImage extends Scans {
  readonly request: ImageRequest;
  /** Undefined if it is not known. */
  readonly exists: boolean | undefined;
  readonly digest: string | undefined;
  readonly platforms: readonly PlatformImage[];
  readonly rows: readonly Row[];
}

/** Whether any finding of the scan can refuse the image. */
function isGated({ failOn, maximum }: Policy): boolean {
  return failOn !== "none" || Object.keys(maximum).length > 0;
}

/** The scans of all platforms, awaited together. Without a scan of each, the image counts as not scanned. */
export async function scanPlatforms(
  request: ImageRequest,
  images: readonly PlatformImage[],
  rules: ScanRules,
  tools: Tools,
): Promise<Scans & { readonly rows: readonly ScanRow[] }> {
  const gated = isGated(rules.policy);
  if (!gated && request.place.quay !== "yes")
    return { rows: [skipped("scan", "vulnerabilities are not checked")], scans: [], serverTime: undefined };
  const end = tools.clock.monotonic() + (gated ? rules.scanWait : 0);
  const results = await Promise.all(images.map((image) => scanOne(request, image, rules, tools, end)));
  const times = results.flatMap(({ serverTime }) => serverTime ?? []);
  const rows = results.map(({ row }) =>
    gated || row.result === "pass"
      ? row
      : warn("scan", row.detail, row.remedy ?? "It has no effect because fail-on is none."),
  );
  return {
    rows,
    scans: results.map(({ scan }) => scan),
    serverTime: times.length === 0 ? undefined : Math.max(...times),
  };
}

interface ScanResult {
  readonly row: ScanRow;
  readonly scan: PlatformScan;
  readonly serverTime?: number;
}

async function scanOne(
  request: ImageRequest,
  image: PlatformImage,
  rules: ScanRules,
  tools: Tools,
  end: number,
): Promise<ScanResult> {
  const { platform, digest } = image;
  let scan: PlatformScan = { platform, digest, status: "no answer", findings: [], packages: 0 };
  let serverTime: number | undefined;
  const row = await answered("scan", async () => {
    const answer = await pollUntilScanned(request, image, rules, tools, end);
    if (answer.state === "no api") {
      scan = { ...scan, status: "no api" };
      const detail = `${request.place.host} has no vulnerability reports (Quay's API)`;
      const remedy =
        "If the image is scanned elsewhere, set fail-on: none; otherwise push it to a registry that scans.";
      return notScanned(rules, fail("scan", detail, remedy));
    }
    if (answer.state === "absent") {
      const remedy = "Run again in a minute; a private repository needs credentials.";
      return unknown("scan", `${platform}: the scanner does not know ${digest}`, remedy);
    }
    scan = { ...scan, status: answer.status };
    const time = Date.parse(answer.date ?? "");
    if (!Number.isNaN(time)) serverTime = time;
    if (answer.status !== "scanned") return statusRow(platform, answer.status, rules);
    scan = { ...scan, ...(await readReport(answer.data, platform)) };
    if (scan.packages > 0) return pass("scan", `${platform}: ${scan.packages} packages scanned`);
    const detail = `${platform}: the scanner recognized no package, so it checked nothing`;
    const remedy = "Common for images with a single binary: scan where it is built, and set on-unscanned: warn.";
    return notScanned(rules, fail("scan", detail, remedy));
  });
  return { row, scan, ...(serverTime !== undefined && { serverTime }) };
}

/** Asks until the scan is done or its time is over. */
async function pollUntilScanned(
  { repository, reference }: ImageRequest,
  { platform, digest }: PlatformImage,
  { interval }: ScanRules,
  { quay, io, clock, signal }: Tools,
  end: number,
) {
  if (quay === undefined) return { state: "no api" } as const;
  for (;;) {
    const answer = await quay.security(repository, digest);
    const left = end - clock.monotonic();
    if (answer.state !== "answered" || answer.status !== "queued" || left <= 0) return answer;
    io.progress(`${reference} ${platform}: waiting for the scan, up to ${formatDuration(left)} more`);
    await clock.sleep(Math.min(interval, left), signal);
  }
}

async function readReport(data: unknown, platform: string): Promise<Pick<PlatformScan, "findings" | "packages">> {
  const { readClairReport } = await import("@release-actions/vulnerabilities");
  try {
    return await readClairReport(data, platform);
  } catch (error) {
    throw undecided(`${platform}: the report cannot be used: ${(error as Error).message}`, {
      remedy: "Run again; if this persists, Quay's API has changed.",
    });
  }
}

/** Users may accept a missing scan, never that nothing is known about it. */
function notScanned({ onUnscanned }: ScanRules, row: ScanRow): ScanRow {
  return onUnscanned === "warn" ? warn("scan", `${row.detail}; accepted by on-unscanned: warn`, row.remedy ?? "") : row;
}

function statusRow(platform: string, status: string, rules: ScanRules): ScanRow {
  switch (status) {
    case "queued": {
      const detail = `${platform}: the scan was not done after ${formatDuration(rules.scanWait)}`;
      return notScanned(rules, unknown("scan", detail, "Run again later, or increase scan-wait."));
    }
    case "failed": {
      const remedy = "Ask Quay to scan it again, or push the image again.";
      return notScanned(rules, unknown("scan", `${platform}: the scan failed`, remedy));
    }
    case "unsupported": {
      const remedy = "Scan it by other means, and set on-unscanned: warn.";
      return notScanned(rules, fail("scan", `${platform}: the scanner does not support this image`, remedy));
    }
    case "manifest_layer_too_large": {
      const remedy = "Build smaller layers, or scan it by other means and set on-unscanned: warn.";
      return notScanned(rules, fail("scan", `${platform}: a layer is too large for the scanner`, remedy));
    }
    default:
      return unknown(
        "scan",
        `${platform}: the scanner reports the unknown status ${quote(status)}`,
        "Check the image in Quay; a newer version of release-actions may support it.",
      );
  }
}

export function policyOf(inputs: Inputs): Policy {
  const maximum = { critical: inputs.maxCritical, high: inputs.maxHigh, medium: inputs.maxMedium, low: inputs.maxLow };
  const given = Object.entries(maximum).filter(([, limit]) => limit !== undefined);
  return {
    failOn: inputs.failOn,
    maximum: Object.fromEntries(given) as Policy["maximum"],
    onlyFixed: inputs.onlyFixed,
    onUnknown: inputs.onUnknownSeverity,
  };
}

/** What was decided about single findings before: by the repository's ignore file, and by OpenVEX documents. */
export interface Decisions {
  readonly exceptions: readonly Exception[];
  readonly vex: readonly VexDocument[];
}

const MAX_DECISION_BYTES = 4 * 1024 * 1024;

/** Reads the files before any registry is contacted. Throws `invalid` with all their problems. */
export async function readDecisions(host: HostFacts, { ignoreFile, vex }: Inputs): Promise<Decisions> {
  if (ignoreFile === undefined && vex.length === 0) return { exceptions: [], vex: [] };
  const { parseExceptions, parseOpenVex } = await import("@release-actions/vulnerabilities");
  const read = async (path: string) =>
    (await readWorkspaceFile(host, path, { maxBytes: MAX_DECISION_BYTES, typed: true })).toString("utf8");
  const ignored =
    ignoreFile === undefined
      ? { exceptions: [], problems: [] }
      : await parseExceptions(await read(ignoreFile), ignoreFile);
  const statements = await Promise.all(vex.map(async (file) => parseOpenVex(await read(file), file)));
  const problems: Problem[] = [...ignored.problems, ...statements.flatMap((one) => one.problems)];
  if (problems.length > 0) {
    const count = problems.length === 1 ? "a problem" : `${problems.length} problems`;
    throw invalid(`${count} in ignore-file or vex`, { problems });
  }
  return { exceptions: ignored.exceptions, vex: statements.map(({ document }) => document) };
}

/** Judges the findings of one image. `now`: milliseconds; the registry's clock counts if it is later. */
export async function judgeFindings(
  { request, digest = "", platforms, scans, serverTime = 0, rows }: CheckedImage,
  policy: Policy,
  decisions: Decisions,
  now: number,
): Promise<{ judgement: Judgement; rows: readonly VulnerabilityRow[] }> {
  const { judge, mergeFindings } = await import("@release-actions/vulnerabilities");
  const judgement = judge(mergeFindings(scans.map(({ findings }) => findings)), policy, {
    ...decisions,
    image: {
      name: `${request.place.host}/${request.repository}`,
      digest,
      platformDigests: Object.fromEntries(platforms.map((image) => [image.platform, image.digest])),
    },
    // A slow clock keeps no exception alive.
    now: Math.max(now, serverTime),
  });
  const scanRows = rows.filter(({ check }) => check === "scan");
  return { judgement, rows: scanRows.length === 0 ? [] : vulnerabilityRows(judgement, policy, scanRows) };
}

function vulnerabilityRows(
  { counts, violations, warnings }: Judgement,
  policy: Policy,
  scans: readonly Row[],
): VulnerabilityRow[] {
  const found = Object.entries(counts)
    .flatMap(([severity, count]) => (count === 0 ? [] : `${count} ${severity}`))
    .join(", ");
  if (!isGated(policy))
    return [skipped("vulnerabilities", `not judged because fail-on is none${found === "" ? "" : `; found: ${found}`}`)];
  const warned = warnings.map((text) =>
    warn("vulnerabilities", text, "Review the file that decides about these findings."),
  );
  if (!scans.some(({ result }) => result === "pass")) {
    // Without a scan there is nothing to judge: the row of the scan says why, and this check has no row.
    const isAccepted = scans.some(({ result }) => result === "warn");
    const nothing = warn("vulnerabilities", "nothing was scanned; accepted by on-unscanned: warn", "");
    return isAccepted ? [...warned, nothing] : [];
  }
  if (violations.length === 0)
    return [...warned, pass("vulnerabilities", found === "" ? "none" : `${found}: within the limits`)];
  return [
    ...warned,
    fail(
      "vulnerabilities",
      violations.map(({ what }) => what).join("; "),
      "Update packages that have a fix and build again; list findings that do not matter in ignore-file, with reason and expiry.",
    ),
  ];
}
