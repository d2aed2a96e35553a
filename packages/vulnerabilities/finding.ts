/** Worst first. `unknown` stands last because it says nothing; what it counts as is the policy's to say. */
export const SEVERITIES = ["critical", "high", "medium", "low", "negligible", "unknown"] as const;
export type Severity = (typeof SEVERITIES)[number];

/** One vulnerability in one package of an image. All text in it comes from outside. */
export interface Finding {
  /** A CVE or, where the scanner names none or several, the advisory's id or the scanner's own name. */
  readonly id: string;
  /** What else it is called, and the CVEs it stands for; sorted. */
  readonly aliases: readonly string[];
  readonly package: string;
  readonly version: string;
  readonly severity: Severity;
  /** The scanner's word for the severity; empty where it gave none. */
  readonly reported: string;
  /** The package version that mends it. */
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
