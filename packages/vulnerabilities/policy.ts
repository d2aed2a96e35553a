import { SEVERITIES, rank, type Finding, type Severity } from "./finding.ts";

/** The severities that a limit can be set for. */
export const LIMITED = ["critical", "high", "medium", "low"] as const;
export type LimitedSeverity = (typeof LIMITED)[number];

export interface Policy {
  /** The lowest severity of which no finding is allowed. */
  readonly failOn: LimitedSeverity | "none";
  /** How many findings of a severity are allowed; overrides failOn. */
  readonly maximum: Readonly<Partial<Record<LimitedSeverity, number>>>;
  /** Findings without a fix do not count against the limits. */
  readonly onlyFixed: boolean;
  /** What a finding of unknown severity counts as. "refuse": as the worst. */
  readonly onUnknown: "refuse" | "warn" | LimitedSeverity;
}

/** A limit that was exceeded. */
export interface Violation {
  readonly severity: Severity;
  readonly found: number;
  readonly allowed: number;
  readonly what: string;
}

/** How many findings of a severity are allowed; Infinity for no limit. */
export function limitOf(severity: LimitedSeverity, { failOn, maximum }: Policy): number {
  const given = maximum[severity];
  // A maximum that is not a number would limit nothing in a comparison: it allows none instead.
  if (given !== undefined) return given >= 0 ? given : 0;
  return failOn !== "none" && rank(severity) <= rank(failOn) ? 0 : Infinity;
}

/** The limits that the counted findings exceed, worst first. */
export function violationsOf(counted: readonly Finding[], policy: Policy): Violation[] {
  const gated = policy.onlyFixed ? counted.filter(({ fixedIn }) => fixedIn !== undefined) : counted;
  const found = countBySeverity(gated);
  const { onUnknown } = policy;

  const violations: Violation[] = [];
  for (const severity of LIMITED) {
    const unknown = onUnknown === severity ? found.unknown : 0;
    const allowed = limitOf(severity, policy);
    if (found[severity] + unknown > allowed)
      violations.push(violation(severity, found[severity] + unknown, allowed, unknown, policy));
  }
  if (onUnknown === "refuse") {
    // As the worst: unknown findings may use what the critical ones leave of their limit.
    const allowed = Math.max(0, limitOf("critical", policy) - found.critical);
    if (found.unknown > allowed) violations.push(violation("unknown", found.unknown, allowed, 0, policy));
  }
  return violations;
}

/** Whether findings of unknown severity do not count against a limit. */
export function toleratesUnknown(policy: Policy): boolean {
  if (policy.onUnknown === "warn") return true;
  return limitOf(policy.onUnknown === "refuse" ? "critical" : policy.onUnknown, policy) === Infinity;
}

export function countBySeverity(findings: readonly Finding[]): Record<Severity, number> {
  const counts = Object.fromEntries(SEVERITIES.map((severity) => [severity, 0])) as Record<Severity, number>;
  for (const { severity } of findings) counts[severity] += 1;
  return counts;
}

function violation(
  severity: Severity,
  found: number,
  allowed: number,
  unknown: number,
  { onlyFixed }: Policy,
): Violation {
  const kind = `${onlyFixed ? "fixable " : ""}${found === 1 ? "finding" : "findings"}`;
  const counted = unknown === 0 ? "" : ` (${unknown} of unknown severity among them)`;
  return {
    severity,
    found,
    allowed,
    what: `${found} ${kind} of ${severity} severity${counted}, ${allowed === 0 ? "none" : `at most ${allowed}`} allowed`,
  };
}
