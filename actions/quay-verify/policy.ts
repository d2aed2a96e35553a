import { invalid, type HostFacts, type Problem } from "@release-actions/action";
import { readWorkspaceFile } from "@release-actions/files";
import type { Exception, Judgement, Policy, VexDocument } from "@release-actions/vulnerabilities";
import { fail, pass, skipped, warn, type Row } from "./rows.ts";
import { isGated } from "./scan.ts";
import type { Verified } from "./verify.ts";

export interface PolicyInputs {
  readonly failOn: Policy["failOn"];
  readonly maxCritical: number | undefined;
  readonly maxHigh: number | undefined;
  readonly maxMedium: number | undefined;
  readonly maxLow: number | undefined;
  readonly onlyFixed: boolean;
  readonly onUnknownSeverity: Policy["onUnknown"];
}

const MAX_FILE = 4 * 1024 * 1024;

export function policyOf(inputs: PolicyInputs): Policy {
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

/** Reads the files before anything is asked of a registry. Throws `invalid` with all their problems. */
export async function readDecisions(
  host: HostFacts,
  ignoreFile: string | undefined,
  vexFiles: readonly string[],
): Promise<Decisions> {
  if (ignoreFile === undefined && vexFiles.length === 0) return { exceptions: [], vex: [] };
  const { parseExceptions, parseOpenVex } = await import("@release-actions/vulnerabilities");
  const text = async (path: string) =>
    (await readWorkspaceFile(host, path, { maxBytes: MAX_FILE, typed: true })).toString("utf8");
  const ignored =
    ignoreFile === undefined
      ? { exceptions: [], problems: [] }
      : await parseExceptions(await text(ignoreFile), ignoreFile);
  const statements = await Promise.all(vexFiles.map(async (file) => parseOpenVex(await text(file), file)));
  const problems: Problem[] = [...ignored.problems, ...statements.flatMap((one) => one.problems)];
  if (problems.length > 0)
    throw invalid(
      `${problems.length === 1 ? "a problem" : `${problems.length} problems`} in what decides about findings`,
      { problems },
    );
  return { exceptions: ignored.exceptions, vex: statements.map(({ document }) => document) };
}

/** Judges the findings of one image. `now` is the later of our clock and the registry's: a slow clock keeps no exception alive. */
export async function judgeImage(
  verified: Verified,
  policy: Policy,
  decisions: Decisions,
  now: number,
): Promise<{ judgement: Judgement; rows: readonly Row[] }> {
  const { judge, mergeFindings } = await import("@release-actions/vulnerabilities");
  const { wanted, digest = "", scans, platforms } = verified;
  const judgement = judge(mergeFindings(scans.map(({ findings }) => findings)), policy, {
    ...decisions,
    image: {
      name: `${wanted.place.host}/${wanted.repository}`,
      digest,
      platformDigests: Object.fromEntries(platforms.map((image) => [image.platform, image.digest])),
    },
    now: Math.max(now, verified.serverTime ?? 0),
  });
  return { judgement, rows: vulnerabilityRows(judgement, policy, verified.rows) };
}

function vulnerabilityRows({ counts, violations, warnings }: Judgement, policy: Policy, rows: readonly Row[]): Row[] {
  const warned = warnings.map((text) =>
    warn("vulnerabilities", text, "Look after the file that decides about findings."),
  );
  const scans = rows.filter(({ check }) => check === "scan");
  const found = Object.entries(counts)
    .flatMap(([severity, count]) => (count === 0 ? [] : `${count} ${severity}`))
    .join(", ");
  if (!isGated(policy))
    return [
      skipped(
        "vulnerabilities",
        found === "" ? "not judged, since fail-on is none" : `not judged, since fail-on is none; found: ${found}`,
      ),
    ];
  // What was not scanned was not judged: the row of the scan says why, and this one claims nothing.
  if (scans.length === 0 || !scans.some(({ result }) => result === "pass"))
    return scans.some(({ result }) => result === "warn")
      ? [...warned, warn("vulnerabilities", "nothing was scanned; accepted by on-unscanned: warn", "")]
      : [];
  if (violations.length === 0)
    return [...warned, pass("vulnerabilities", found === "" ? "none" : `${found}: within what is allowed`)];
  const detail = violations.map(({ what }) => what).join("; ");
  return [
    ...warned,
    fail(
      "vulnerabilities",
      detail,
      "Update what has a fix and build again; for what was examined and does not matter, an ignore-file says why and until when.",
    ),
  ];
}
