/** Worst first. `unknown` is last because it says nothing; the policy decides what it counts as. */
export const SEVERITIES = ["critical", "high", "medium", "low", "negligible", "unknown"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One vulnerability in one package of an image. All text in it comes from outside. */
export interface Finding {
  /** A CVE or, if the scanner names none or several, the id of the advisory or the scanner's name. */
  readonly id: string;
  /** Its other names, and the CVEs that it covers; sorted. */
  readonly aliases: readonly string[];
  readonly package: string;
  readonly version: string;
  readonly severity: Severity;
  /** The severity in the scanner's words; empty if it named none. */
  readonly reported: string;
  /** The package version that fixes it. */
  readonly fixedIn?: string;
  readonly title: string;
  /** Always https. */
  readonly url?: string;
  /** CVSS v3 base score, 0.0 to 10.0. */
  readonly score?: number;
  /** CVSS v3 vector. */
  readonly vector?: string;
  /** The platforms that have it, sorted. */
  readonly platforms: readonly string[];
}

const RANKS: ReadonlyMap<string, number> = new Map(SEVERITIES.map((severity, rank) => [severity, rank]));

/** 0 for critical, higher for what is less severe. */
export function rank(severity: Severity): number {
  return RANKS.get(severity) ?? SEVERITIES.length;
}

/** Worst first, then what can be fixed, then by id, package, version and platforms. */
export function compareFindings(a: Finding, b: Finding): number {
  return (
    rank(a.severity) - rank(b.severity) ||
    Number(a.fixedIn === undefined) - Number(b.fixedIn === undefined) ||
    compareText(a.id, b.id) ||
    compareText(a.package, b.package) ||
    compareText(a.version, b.version) ||
    compareText(a.platforms.join(), b.platforms.join())
  );
}

/** By code units: the same on every machine, whatever its language. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
