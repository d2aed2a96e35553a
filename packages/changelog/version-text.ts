/** Versions in a heading longer than this are not read; node-semver has the same limit. */
export const LONGEST_VERSION = 256;

/** PEP 440's words for what follows the numbers; those in PRE make a prerelease. */
const PRE = new Set(["a", "b", "c", "rc", "alpha", "beta", "pre", "preview", "dev"]);
const POST = new Set(["post", "rev", "r"]);

export interface VersionText {
  /** As written, without `v`. */
  readonly text: string;
  readonly end: number;
  /** How many dots its leading numbers have: 2 for `1.2.3-rc.1`. */
  readonly dots: number;
  /** Semantic Versioning's or PEP 440's prerelease. */
  readonly prerelease: boolean;
}

/**
 * Reads the version whose first digit is at `from`: `1.2.3`, `1.2`, `1.2.3-rc.1+build.5`, `1.2.3rc1`, `1!2.0`,
 * `2025.01.02`. Undefined where the characters there are none, as in `1x2x3`.
 */
export function readVersion(text: string, from: number): VersionText | undefined {
  const limit = Math.min(text.length, from + LONGEST_VERSION + 1);
  let end = from;
  while (end < limit && isVersionChar(text.charCodeAt(end))) end++;
  if (end - from > LONGEST_VERSION) return undefined;
  while (end > from && "-._+!".includes(text[end - 1]!)) end--;
  let at = skipDigits(text, from, end);
  if (at === from) return undefined;
  if (text[at] === "!") {
    const epochEnd = at + 1;
    at = skipDigits(text, epochEnd, end);
    if (at === epochEnd) return undefined;
  }
  let dots = 0;
  while (text[at] === "." && at + 1 < end && isDigit(text.charCodeAt(at + 1))) {
    at = skipDigits(text, at + 1, end);
    dots++;
  }
  const kind = suffixKind(text, at, end);
  if (kind === undefined) return undefined;
  return { text: text.slice(from, end), end, dots, prerelease: kind === "prerelease" };
}

/** A version as a caller gives it: without the `v` of a tag. */
export function withoutV(version: string): string {
  return /^[vV=]?[vV]?\d/.test(version) ? version.replace(/^[vV=]{1,2}/, "") : version;
}

function suffixKind(text: string, from: number, end: number): "release" | "prerelease" | undefined {
  if (from === end) return "release";
  if (text[from] === "+") return "release";
  if (text[from] === "-") return isIdentifiers(text, from + 1, end) ? "prerelease" : undefined;
  return pep440Kind(text, from, end);
}

/** `rc1`, `.dev0`, `_beta.2`, `.post1.dev2`, each with a local part behind `+`. */
function pep440Kind(text: string, from: number, end: number): "release" | "prerelease" | undefined {
  let at = from;
  let kind: "release" | "prerelease" = "release";
  while (at < end && text[at] !== "+") {
    if (text[at] === "." || text[at] === "_" || text[at] === "-") at++;
    const wordStart = at;
    while (at < end && isLetter(text.charCodeAt(at))) at++;
    const word = text.slice(wordStart, at).toLowerCase();
    if (PRE.has(word)) kind = "prerelease";
    else if (!POST.has(word)) return undefined;
    if (text[at] === "." || text[at] === "_" || text[at] === "-") at++;
    at = skipDigits(text, at, end);
  }
  return kind;
}

function isIdentifiers(text: string, from: number, end: number): boolean {
  for (let i = from; i < end; i++) {
    if (text[i] === "+") return i > from;
    if (text[i] === "!" || text[i] === "_") return false;
  }
  return end > from;
}

function skipDigits(text: string, from: number, end: number): number {
  let i = from;
  while (i < end && isDigit(text.charCodeAt(i))) i++;
  return i;
}

export function isDigit(code: number): boolean {
  return code >= 48 && code <= 57;
}

export function isLetter(code: number): boolean {
  return (code | 32) >= 97 && (code | 32) <= 122;
}

function isVersionChar(code: number): boolean {
  return isDigit(code) || isLetter(code) || code === 43 || code === 45 || code === 46 || code === 95 || code === 33;
}
