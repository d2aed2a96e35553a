import { invalid } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { compareCalVer, parseCalVer, type CalVer } from "./calver.ts";
import { comparePep440, parsePep440, type Pep440Version } from "./pep440.ts";
import { type Reason, type Scheme } from "./scheme.ts";
import { compareSemVer, parseSemVer, type SemVer } from "./semver.ts";

export type Version = SemVer | Pep440Version | CalVer;

/** The version that `text` is as a whole, or undefined. Strict: no `v`, no white space, nothing is guessed. */
export function parseVersion(text: string, scheme: Scheme = "semver"): Version | undefined {
  const version = read(text, scheme);
  return typeof version === "string" ? undefined : version;
}

/** As parseVersion, but throws ActionError "invalid" that says what is wrong with it. */
export function requireVersion(text: string, scheme: Scheme = "semver"): Version {
  const version = read(text, scheme);
  if (typeof version !== "string") return version;
  throw invalid(`${quote(text)} is not a ${SCHEME_NAMES[scheme]} version: ${version}`, {
    remedy: `write it like ${SCHEME_EXAMPLES[scheme]}`,
  });
}

/** Why `text` is not a version; undefined when it is one. */
export function versionProblem(text: string, scheme: Scheme = "semver"): Reason | undefined {
  const version = read(text, scheme);
  return typeof version === "string" ? version : undefined;
}

export const SCHEME_NAMES = { semver: "SemVer", pep440: "PEP 440", calver: "CalVer" } as const satisfies Record<
  Scheme,
  string
>;
export const SCHEME_EXAMPLES = {
  semver: "1.2.3 or 1.2.3-rc.1",
  pep440: "1.2.3 or 1.2.3rc1",
  calver: "2025.01.02 or 2025.1.0-rc.1",
} as const satisfies Record<Scheme, string>;

/**
 * Below zero when `a` comes before `b`, zero when they rank the same (SemVer's build metadata does not count), above
 * zero when it comes after. Versions of two schemes have no order: a TypeError.
 */
export function compareVersions(a: Version, b: Version): number {
  if (a.scheme === "semver" && b.scheme === "semver") return compareSemVer(a, b);
  if (a.scheme === "pep440" && b.scheme === "pep440") return comparePep440(a, b);
  if (a.scheme === "calver" && b.scheme === "calver") return compareCalVer(a, b);
  throw new TypeError(`a ${a.scheme} version and a ${b.scheme} version have no order`);
}

/**
 * Whether two texts name one version. A Python file next to a SemVer tag writes `1.2.0rc1` for `1.2.0-rc.1`: both
 * normalize to the same PEP 440 version and count as the same. Text that is not a version equals only itself.
 */
export function sameVersion(a: string, b: string, scheme: Scheme = "semver"): boolean {
  return a === b || sameIn(a, b, scheme) || sameIn(a, b, "pep440");
}

function sameIn(a: string, b: string, scheme: Scheme): boolean {
  const first = parseVersion(a, scheme);
  const second = parseVersion(b, scheme);
  return (
    first !== undefined && second !== undefined && compareVersions(first, second) === 0 && first.build === second.build
  );
}

function read(text: string, scheme: Scheme): Version | Reason {
  switch (scheme) {
    case "semver":
      return parseSemVer(text);
    case "pep440":
      return parsePep440(text);
    case "calver":
      return parseCalVer(text);
  }
}
