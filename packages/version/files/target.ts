import { invalid } from "@release-actions/action";

/** A version file as a person names it: `pyproject.toml`, or `chart/Chart.yaml#appVersion` with the key. */
export interface Target {
  readonly path: string;
  readonly key?: string;
}

/** Splits `path#key`. A `#` in the path itself is kept when no key follows the last one. */
export function parseTarget(text: string): Target {
  const hash = text.lastIndexOf("#");
  if (hash <= 0) return { path: text };
  const key = text.slice(hash + 1);
  if (key === "") {
    throw invalid(`version file "${text}" ends in # without a key`, {
      remedy: `Write ${text.slice(0, hash)}, or name the key as in ${text}version.`,
    });
  }
  return { path: text.slice(0, hash), key };
}

const LONGEST_KEY = 500;

/**
 * A key path as its segments: `a.b`, `a[0].b` and `a."b.c"` for a segment that holds a dot. The empty segment of
 * package-lock.json is written `packages."".version`.
 */
export function keySegments(key: string): string[] {
  if (key.length > LONGEST_KEY)
    throw invalid(`a key of ${key.length} characters is too long (at most ${LONGEST_KEY})`, {
      remedy: "Check the version file's name.",
    });
  const segments: string[] = [];
  let at = 0;
  while (at < key.length) {
    const [segment, next] = key[at] === "[" ? bracketed(key, at) : key[at] === '"' ? quoted(key, at) : bare(key, at);
    segments.push(segment);
    at = next;
    if (at === key.length) return segments;
    if (key[at] === "[") continue;
    if (key[at] !== "." || at + 1 === key.length) throw malformed(key);
    at++;
  }
  throw malformed(key);
}

/** The inverse of keySegments, for messages. */
export function keyText(segments: readonly string[]): string {
  return segments.map((segment) => (/^[^."[\]]+$/.test(segment) ? segment : `"${segment}"`)).join(".");
}

function bare(key: string, at: number): [string, number] {
  let end = at;
  while (end < key.length && !'."[]'.includes(key[end] as string)) end++;
  if (end === at) throw malformed(key);
  return [key.slice(at, end), end];
}

function quoted(key: string, at: number): [string, number] {
  const end = key.indexOf('"', at + 1);
  if (end < 0) throw malformed(key);
  return [key.slice(at + 1, end), end + 1];
}

function bracketed(key: string, at: number): [string, number] {
  const end = key.indexOf("]", at);
  const index = key.slice(at + 1, end < 0 ? key.length : end);
  if (end < 0 || !/^[0-9]{1,9}$/.test(index)) throw malformed(key);
  return [index, end + 1];
}

function malformed(key: string): Error {
  return invalid(`"${key}" is not a key path`, {
    remedy: 'Write it like tool.poetry.version, images[0].tag or a."b.c".',
  });
}
