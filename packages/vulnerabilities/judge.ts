import { hasExpired } from "./dates.ts";
import { indexExceptions, holdsOn } from "./exception-index.ts";
import type { Exception } from "./exceptions.ts";
import type { Finding, Severity } from "./finding.ts";
import { isCve } from "./identity.ts";
import { warningsOf, type Traces } from "./judge-warnings.ts";
import type { VexDocument } from "./openvex.ts";
import { countBySeverity, violationsOf, type Policy, type Violation } from "./policy.ts";
import { indexVex, newestOn, suppresses, type VexEntry } from "./vex-index.ts";
import type { VexImage } from "./vex-scope.ts";

export type JudgedImage = VexImage;

export interface JudgeOptions {
  readonly exceptions: readonly Exception[];
  readonly vex: readonly VexDocument[];
  readonly image: JudgedImage;
  /** Milliseconds since 1970. */
  readonly now: number;
}

/** A finding that does not count, on the platforms that it names. */
export interface IgnoredFinding {
  readonly finding: Finding;
  readonly by: "exception" | "vex";
  readonly reason: string;
  readonly expires?: string;
  /** File and line of the exception, or the file of the OpenVEX document. */
  readonly source: string;
}

export interface Judgement {
  /** Of the counted findings. */
  readonly counts: Record<Severity, number>;
  /** How many of the counted ones have a fix. */
  readonly fixable: number;
  readonly ignored: IgnoredFinding[];
  /** In the order of the findings: worst first, if they come from mergeFindings. */
  readonly counted: Finding[];
  /** Empty: the policy allows the image. */
  readonly violations: Violation[];
  readonly warnings: string[];
}

/**
 * Judges an image's merged findings. An exception or a statement excludes a finding only on the platforms where it
 * applies; on the others the finding still counts. A finding that covers several CVEs is excluded if its own id is, or
 * if all of them are.
 */
export function judge(findings: readonly Finding[], policy: Policy, options: JudgeOptions): Judgement {
  const { exceptions, vex, image, now } = options;
  const exceptionIndex = indexExceptions(exceptions);
  const vexIndex = indexVex(vex, image);
  const expired = new Set(exceptions.filter((exception) => hasExpired(exception.expires, now)));
  const traces: Traces = {
    expired,
    used: new Set(),
    partial: new Map(),
    enforced: new Map(),
    concerned: vexIndex.concerned,
    matched: new Set(),
  };

  // Without exceptions and statements, a report of thousands of findings needs no search for them.
  const isPlain = exceptions.length === 0 && vexIndex.concerned.size === 0;
  const counted: Finding[] = isPlain ? [...findings] : [];
  const ignored: IgnoredFinding[] = [];
  for (const finding of isPlain ? [] : findings) {
    const evidence = [finding.id, ...finding.aliases].map((name) => ({
      name,
      exceptions: exceptionIndex.find(finding, name),
      vex: vexIndex.find(finding, name),
    }));
    if (evidence.every((one) => one.exceptions.length === 0 && one.vex.length === 0)) counted.push(finding);
    else split(finding, evidence, traces, counted, ignored);
  }
  return {
    counts: countBySeverity(counted),
    fixable: counted.filter(({ fixedIn }) => fixedIn !== undefined).length,
    ignored,
    counted,
    violations: violationsOf(counted, policy),
    warnings: warningsOf(traces, { counted, policy, exceptions, vex, now }),
  };
}

/** What exceptions and statements say about one name of a finding. */
interface Evidence {
  readonly name: string;
  readonly exceptions: readonly Exception[];
  readonly vex: readonly VexEntry[];
}

interface Cause {
  readonly by: "exception" | "vex";
  readonly reason: string;
  readonly expires?: string;
  readonly source: string;
}

/** Sorts the finding's platforms: those where it counts, and those where it is ignored, by cause. */
function split(
  finding: Finding,
  evidence: readonly Evidence[],
  traces: Traces,
  counted: Finding[],
  ignored: IgnoredFinding[],
): void {
  const counting: string[] = [];
  const byCause = new Map<string, { cause: Cause; platforms: string[] }>();
  // A finding without a platform is judged once, and only what applies everywhere excludes it.
  const platforms: readonly (string | undefined)[] = finding.platforms.length === 0 ? [undefined] : finding.platforms;
  for (const platform of platforms) {
    const cause = causeOn(platform, finding, evidence, traces);
    const list = cause === undefined ? counting : groupOf(byCause, cause);
    list.push(platform ?? "");
  }
  const on = (some: readonly string[]): Finding =>
    some.length === platforms.length ? finding : { ...finding, platforms: some };
  if (counting.length > 0) counted.push(on(counting));
  for (const { cause, platforms: some } of byCause.values()) ignored.push({ finding: on(some), ...cause });
}

function groupOf(byCause: Map<string, { cause: Cause; platforms: string[] }>, cause: Cause): string[] {
  const key = JSON.stringify(cause);
  const group = byCause.get(key) ?? { cause, platforms: [] };
  byCause.set(key, group);
  return group.platforms;
}

/** Why the finding does not count on a platform; undefined if it counts. */
function causeOn(
  platform: string | undefined,
  finding: Finding,
  evidence: readonly Evidence[],
  traces: Traces,
): Cause | undefined {
  const holding: Exception[] = [];
  const causes = new Map<string, Cause>();
  for (const { name, vex } of suppressing(platform, evidence, traces)) causes.set(name, vexCause(vex));
  for (const { name, exceptions } of evidence) {
    for (const exception of exceptions) {
      if (!holdsOn(platform, exception)) continue;
      if (traces.expired.has(exception)) {
        if (!traces.enforced.has(exception)) traces.enforced.set(exception, finding);
        continue;
      }
      holding.push(exception);
      if (causes.get(name)?.by !== "exception") causes.set(name, exceptionCause(exception));
    }
  }
  const names = namesToCover(finding, causes);
  for (const exception of holding) {
    if (names !== undefined) traces.used.add(exception);
    else if (!traces.partial.has(exception)) traces.partial.set(exception, finding);
  }
  return names === undefined ? undefined : combine(names.map((name) => causes.get(name)!));
}

/** The names that OpenVEX excludes on a platform; none if an equally new statement contradicts for the same finding. */
function suppressing(
  platform: string | undefined,
  evidence: readonly Evidence[],
  traces: Traces,
): { name: string; vex: VexEntry }[] {
  const newest: { name: string; vex: VexEntry }[] = [];
  for (const { name, vex } of evidence) {
    for (const { document } of vex) traces.matched.add(document);
    const entry = newestOn(platform ?? "", vex);
    if (entry !== undefined) newest.push({ name, vex: entry });
  }
  const denied = newest
    .filter(({ vex }) => !suppresses(vex))
    .reduce((latest, { vex }) => Math.max(latest, vex.statement.time), -Infinity);
  return newest.filter(({ vex }) => suppresses(vex) && vex.statement.time > denied);
}

/**
 * The names by which the finding is excluded: its own id; else all CVEs that it covers; else, if there is at most one
 * CVE, all advisories that are other names for it. Undefined if some are missing.
 */
function namesToCover({ id, aliases }: Finding, causes: ReadonlyMap<string, Cause>): string[] | undefined {
  if (causes.has(id)) return [id];
  const names = [id, ...aliases];
  const cves = names.filter(isCve);
  const advisories = aliases.filter((alias) => !isCve(alias));
  if (cves.length > 0 && cves.every((cve) => causes.has(cve))) return cves;
  return cves.length <= 1 && advisories.length > 0 && advisories.every((alias) => causes.has(alias))
    ? advisories
    : undefined;
}

function exceptionCause({ reason, expires, file, line }: Exception): Cause {
  return {
    by: "exception",
    reason,
    ...(expires === undefined ? {} : { expires }),
    source: file === undefined ? `line ${line}` : `${file}:${line}`,
  };
}

function vexCause({ document, statement }: VexEntry): Cause {
  return {
    by: "vex",
    reason: statement.reason === "" ? statement.status : `${statement.status}: ${statement.reason}`,
    source: document.file,
  };
}

/** Several causes as one: it applies until the first of them expires. */
function combine(causes: readonly Cause[]): Cause {
  const expires = causes.flatMap((cause) => cause.expires ?? []).sort()[0];
  const distinct = (texts: readonly string[]) => [...new Set(texts)].join("; ");
  return {
    by: causes.some(({ by }) => by === "exception") ? "exception" : "vex",
    reason: distinct(causes.map(({ reason }) => reason)),
    ...(expires === undefined ? {} : { expires }),
    source: distinct(causes.map(({ source }) => source)),
  };
}
