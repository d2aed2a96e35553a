/**
 * How versions are written and ordered: SemVer 2.0.0 (https://semver.org), PEP 440 as in the Python packaging
 * specification (https://packaging.python.org/en/latest/specifications/version-specifiers/), or dates (YYYY.MM.DD).
 */
export type Scheme = "semver" | "pep440" | "calver";

export const SCHEMES: readonly Scheme[] = ["semver", "pep440", "calver"];

/** The limit of node-semver and npm; a longer text is not a version. */
export const MAX_VERSION_LENGTH = 256;

/** What a version has in every scheme. */
export interface VersionFacts {
  /** As it was written. */
  readonly text: string;
  readonly major: number;
  /** 0 if the version has no such part. */
  readonly minor: number;
  readonly patch: number;
  readonly prerelease: boolean;
  /** The word of a prerelease: `rc` in `1.2.3-rc.1` and in `1.2.3rc1`; undefined if there is none (`1.2.3-0`). */
  readonly prereleaseId: string | undefined;
  /** The text after `+`: build metadata in SemVer, which does not count for the order; the local version in PEP 440. */
  readonly build: string | undefined;
}

/** Why a text is not a version, to be read after "is not a version: ". */
export type Reason = string;

/** A whole number written in ASCII digits, when it is exact as a JavaScript number. */
export function exactNumber(digits: string): number | undefined {
  const value = Number(digits);
  return Number.isSafeInteger(value) ? value : undefined;
}

export function isDigits(text: string): boolean {
  return /^[0-9]+$/.test(text);
}

/** Orders whole numbers of any length, written without leading zeros. */
export function compareDigits(a: string, b: string): number {
  return a.length - b.length || compareText(a, b);
}

/** Orders by UTF-16 code unit, which for ASCII is the ASCII order that SemVer asks for. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
