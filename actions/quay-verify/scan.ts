import { undecided } from "@release-actions/action";
import type { Finding, Policy } from "@release-actions/vulnerabilities";
import { quote } from "@release-actions/text";
import { seconds } from "./existence.ts";
import type { ImageRequest } from "./images.ts";
import type { PlatformImage } from "./platforms.ts";
import { answered, fail, pass, skipped, unknown, warn, type Row } from "./rows.ts";
import type { Tools } from "./verify.ts";

export interface ScanRules {
  readonly policy: Policy;
  readonly scanWait: number;
  readonly interval: number;
  /** What happens where the scanner has no result: an answer that never comes is another matter. */
  readonly onUnscanned: "refuse" | "warn";
}

export interface PlatformScan {
  readonly platform: string;
  readonly digest: string;
  /** The scanner's word, or what took its place. */
  readonly status: string;
  readonly findings: readonly Finding[];
  /** Packages that the scanner recognised. */
  readonly packages: number;
}

interface Scanned {
  readonly row: Row;
  readonly scan: PlatformScan;
  readonly serverTime?: number;
}

/** Whether anything of the scan can refuse the image. */
export function isGated({ failOn, maximum }: Policy): boolean {
  return failOn !== "none" || Object.keys(maximum).length > 0;
}

/** The scans of all platforms, waited for together. Without a scan of each, the image counts as not scanned. */
export async function scanPlatforms(
  wanted: ImageRequest,
  images: readonly PlatformImage[],
  rules: ScanRules,
  tools: Tools,
): Promise<{ rows: readonly Row[]; scans: readonly PlatformScan[]; serverTime: number | undefined }> {
  const gated = isGated(rules.policy);
  if (!gated && wanted.place.quay !== "yes")
    return { rows: [skipped("scan", "vulnerabilities were not asked for")], scans: [], serverTime: undefined };
  const end = tools.clock.monotonic() + (gated ? rules.scanWait : 0);
  const results = await Promise.all(images.map((image) => scanOne(wanted, image, rules, tools, end)));
  const times = results.flatMap(({ serverTime }) => serverTime ?? []);
  const rows = results.map(({ row }) =>
    gated || row.result === "pass"
      ? row
      : warn("scan", row.detail, row.remedy ?? "Nothing depends on it, since fail-on is none."),
  );
  return {
    rows,
    scans: results.map(({ scan }) => scan),
    serverTime: times.length === 0 ? undefined : Math.max(...times),
  };
}

async function scanOne(
  wanted: ImageRequest,
  image: PlatformImage,
  rules: ScanRules,
  tools: Tools,
  end: number,
): Promise<Scanned> {
  let scan: PlatformScan = {
    platform: image.platform,
    digest: image.digest,
    status: "no answer",
    findings: [],
    packages: 0,
  };
  let serverTime: number | undefined;
  const row = await answered("scan", async () => {
    const answer = await ask(wanted, image, rules, tools, end);
    if (answer.state === "no api") {
      scan = { ...scan, status: "no api" };
      return notScanned(
        rules,
        fail(
          "scan",
          `${wanted.place.host} has no vulnerability reports (Quay's API)`,
          "If the image is scanned elsewhere, say so with fail-on: none; else push it to a registry that scans.",
        ),
      );
    }
    if (answer.state === "absent")
      return unknown(
        "scan",
        `${image.platform}: the scanner does not know ${image.digest}`,
        "Run again in a minute; a private repository needs credentials.",
      );
    scan = { ...scan, status: answer.status };
    const time = Date.parse(answer.date ?? "");
    if (!Number.isNaN(time)) serverTime = time;
    if (answer.status !== "scanned") return statusRow(image, answer.status, rules);
    const { readClairReport } = await import("@release-actions/vulnerabilities");
    let report;
    try {
      report = readClairReport(answer.data, image.platform);
    } catch (error) {
      throw undecided(`${image.platform}: the report cannot be used: ${(error as Error).message}`, {
        remedy: "Run again; if it stays so, Quay's API has changed.",
      });
    }
    scan = { ...scan, ...report };
    if (report.packages > 0) return pass("scan", `${image.platform}: ${report.packages} packages looked at`);
    return notScanned(
      rules,
      fail(
        "scan",
        `${image.platform}: the scanner recognised no package in it, so it judged nothing`,
        "An image of a single binary often looks so: scan it where it is built, and set on-unscanned: warn.",
      ),
    );
  });
  return { row, scan, ...(serverTime !== undefined && { serverTime }) };
}

/** Asks until the scan is done or its time is over. */
async function ask(
  { repository, shown }: ImageRequest,
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
    io.progress(`${shown} ${platform}: waiting for the scan, up to ${seconds(left)} more`);
    await clock.sleep(Math.min(interval, left), signal);
  }
}

/** The user may accept that a scan is missing, never that nothing is known about it. */
function notScanned({ onUnscanned }: ScanRules, row: Row): Row {
  return onUnscanned === "warn" ? warn("scan", `${row.detail}; accepted by on-unscanned: warn`, row.remedy ?? "") : row;
}

function statusRow({ platform }: PlatformImage, status: string, rules: ScanRules): Row {
  switch (status) {
    case "queued":
      return notScanned(
        rules,
        unknown(
          "scan",
          `${platform}: the scan was not done after ${seconds(rules.scanWait)}`,
          "Run again later, or give it more time with scan-wait.",
        ),
      );
    case "failed":
      return notScanned(
        rules,
        unknown("scan", `${platform}: the scan failed`, "Ask Quay to scan it again, or push the image again."),
      );
    case "unsupported":
      return notScanned(
        rules,
        fail(
          "scan",
          `${platform}: the scanner does not support this image`,
          "Scan it by other means, and set on-unscanned: warn.",
        ),
      );
    case "manifest_layer_too_large":
      return notScanned(
        rules,
        fail(
          "scan",
          `${platform}: a layer is too large for the scanner`,
          "Build smaller layers, or scan it by other means and set on-unscanned: warn.",
        ),
      );
    default:
      return unknown(
        "scan",
        `${platform}: the scanner says ${quote(status)}, which is not known here`,
        "Look at the image in Quay; a newer release of release-actions may know it.",
      );
  }
}
