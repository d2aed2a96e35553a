import { invalid } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { compareCalVer, parseCalVer, type CalVer } from "./calver.ts";
import { comparePep440, parsePep440, type Pep440Version } from "./pep440.ts";
import { type Reason, type Scheme } from "./scheme.ts";
import { compareSemVer, parseSemVer, type SemVer } from "./semver.ts";

/** A version of one of the schemes; `scheme` distinguishes them. */
export type Version = SemVer | Pep440Version | CalVer;

/**
 * Parses the whole text as a version; undefined if it is not one. Strict: no `v`, no whitespace, nothing is guessed.
 */
export function parseVersion(text: string, scheme: Scheme = "semver"): Version | undefined {
  const version = read(text, scheme);
  return typeof version === "string" ? undefined : version;
}

/** Like parseVersion, but throws `invalid` with what is wrong. */
export function requireVersion(text: string, scheme: Scheme = "semver"): Version {
  const version = read(text, scheme);
  if (typeof version !== "string") return version;
  throw invalid(`${quote(text)} is not a ${SCHEME_NAMES[scheme]} version: ${version}`, {
    remedy: `write it like ${SCHEME_EXAMPLES[scheme]}`,
  });
}

/** Why `text` is not a version, to be read after "is not a version: "; undefined if it is one. */
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
 * Compares two versions by the precedence rules of their scheme, for `sort`: negative if `a` is lower, 0 if they are
 * equal in rank (SemVer's build metadata does not count), positive if it is higher. Throws TypeError for versions of
 * two schemes.
 */
export function compareVersions(a: Version, b: Version): number {
  if (a.scheme === "semver" && b.scheme === "semver") return compareSemVer(a, b);
  if (a.scheme === "pep440" && b.scheme === "pep440") return comparePep440(a, b);
  if (a.scheme === "calver" && b.scheme === "calver") return compareCalVer(a, b);
  throw new TypeError(`a ${a.scheme} version and a ${b.scheme} version have no order`);
}

/**
 * Whether two texts are the same version in the scheme or in PEP 440: a Python file next to the SemVer tag `1.2.0-rc.1`
 * has `1.2.0rc1`. A text that is not a version equals only itself.
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
