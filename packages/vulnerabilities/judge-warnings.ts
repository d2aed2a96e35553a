import { oneLine, shorten } from "@release-actions/text";
import { DAY_MS, endOf } from "./dates.ts";
import type { Exception } from "./exceptions.ts";
import type { Finding } from "./finding.ts";
import type { VexDocument } from "./openvex.ts";
import { toleratesUnknown, type Policy } from "./policy.ts";

/** What the judgement used of the exceptions and documents. */
export interface Traces {
  /** Exceptions that excluded a finding. */
  readonly used: Set<Exception>;
  /** Exceptions that name a finding but not all that it covers; with the first such finding. */
  readonly partial: Map<Exception, Finding>;
  readonly expired: ReadonlySet<Exception>;
  /** Expired exceptions that name a finding; with the first such finding. */
  readonly enforced: Map<Exception, Finding>;
  /** Documents with a statement on the image. */
  readonly concerned: ReadonlySet<VexDocument>;
  /** Documents with a statement on one of the findings. */
  readonly matched: Set<VexDocument>;
}

interface Judged {
  readonly counted: readonly Finding[];
  readonly policy: Policy;
  readonly exceptions: readonly Exception[];
  readonly vex: readonly VexDocument[];
  readonly now: number;
}

const SOON_DAYS = 14;

export function warningsOf(traces: Traces, { counted, policy, exceptions, vex, now }: Judged): string[] {
  const warnings = exceptions.flatMap((exception) => exceptionWarning(exception, traces, now) ?? []);
  for (const document of vex) {
    if (!traces.concerned.has(document)) warnings.push(`${document.file}: no statement in it is about this image`);
    else if (!traces.matched.has(document)) warnings.push(`${document.file}: no statement in it matches a finding`);
  }
  const unknown = counted.filter(({ severity }) => severity === "unknown").length;
  if (unknown > 0 && toleratesUnknown(policy)) {
    warnings.push(
      `${unknown} ${unknown === 1 ? "finding" : "findings"} of unknown severity ${unknown === 1 ? "is" : "are"} tolerated by the policy`,
    );
  }
  return warnings;
}

function exceptionWarning(exception: Exception, traces: Traces, now: number): string | undefined {
  const { expires } = exception;
  const subject = `${placeOf(exception)}: the exception for ${short(exception.id)}`;
  if (expires !== undefined && traces.expired.has(exception)) {
    const finding = traces.enforced.get(exception);
    const effect =
      finding === undefined
        ? "and matches nothing; remove it"
        : `and is no longer applied: ${describe(finding)} counts`;
    return `${subject} expired on ${expires} ${effect}`;
  }
  if (traces.used.has(exception)) {
    if (expires === undefined || endOf(expires) - DAY_MS - now > SOON_DAYS * DAY_MS) return undefined;
    return `${subject} expires on ${expires}`;
  }
  const finding = traces.partial.get(exception);
  if (finding === undefined) return `${subject} matches nothing; remove it`;
  return `${subject} excludes nothing: ${describe(finding)} covers more than that and counts`;
}

function placeOf({ file, line }: Exception): string {
  return file === undefined ? `line ${line}` : `${file}:${line}`;
}

function describe(finding: Finding): string {
  return `${short(finding.id)} in ${short(finding.package)}`;
}

function short(text: string): string {
  return shorten(oneLine(text), 100);
}
