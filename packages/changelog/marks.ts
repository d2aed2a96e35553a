import { CLOSE_BRACKET, decode, DOT, isDigit, OPEN_BRACKET, SPACE } from "./blocks/bytes.ts";
import type { Heading } from "./blocks/state.ts";
import {
  LONGEST_HEADING,
  readHeading,
  type HeadingReading,
  type UnreleasedReading,
  type VersionReading,
} from "./heading-text.ts";

/**
 * A top-level heading that may start or end an entry. A changelog may have tens of thousands of them, and only a few
 * are ever read: of the others it is enough to know that they are plain, `[1.2.3]` or `v1.2.3` with what follows.
 */
export interface Mark {
  readonly heading: Heading;
  /** Its place among the marks. */
  readonly index: number;
  readonly plain: boolean;
  /** What it says, once it has been read. */
  read: ReadMark | undefined;
}

interface ReadMark {
  readonly text: string;
  readonly reading: HeadingReading;
}

/** A heading that starts an entry, read. */
export interface Entry {
  readonly heading: Heading;
  readonly index: number;
  readonly text: string;
  readonly reading: VersionReading | UnreleasedReading;
}

/** Within the limits that reading a heading has, so that it comes to the same. */
const LONGEST_PLAIN = 64;
const LOWER_V = 118;
const OTHER: ReadMark = { text: "", reading: { kind: "other" } };

export function readMark(bytes: Uint8Array, mark: Mark): ReadMark {
  return (mark.read ??= read(bytes, mark.heading));
}

function read(bytes: Uint8Array, { textStart, textEnd, setext }: Heading): ReadMark {
  if (!mayNameVersion(bytes, textStart, textEnd)) return OTHER;
  const source = decode(bytes, textStart, textEnd);
  const text = setext
    ? source
        .split(/[\r\n]+/)
        .map((line) => line.trim())
        .join(" ")
    : source;
  return { text, reading: readHeading(text) };
}

/** The mark as an entry; undefined where it names neither a version nor Unreleased. */
export function asEntry(bytes: Uint8Array, mark: Mark): Entry | undefined {
  const { text, reading } = readMark(bytes, mark);
  if (reading.kind !== "version" && reading.kind !== "unreleased") return undefined;
  return { heading: mark.heading, index: mark.index, text, reading };
}

/** Whether the heading is `[1.2.3]` or `1.2.3`, with or without a `v`, alone or with text behind it. */
export function isPlainVersion(bytes: Uint8Array, textStart: number, textEnd: number): boolean {
  const bracketed = bytes[textStart] === OPEN_BRACKET;
  const start = versionStart(bytes, textStart);
  let [dots, digits] = [0, 0];
  let i = start;
  for (; i < textEnd; i++) {
    if (isDigit(bytes[i])) digits++;
    else if (bytes[i] === DOT && digits > 0) [dots, digits] = [dots + 1, 0];
    else break;
  }
  if (dots !== 2 || digits === 0 || i - start > LONGEST_PLAIN || textEnd - textStart > LONGEST_HEADING) return false;
  return bracketed ? i < textEnd && bytes[i] === CLOSE_BRACKET : i === textEnd || bytes[i] === SPACE;
}

/** Whether a plain heading names this version. */
export function namesVersion(bytes: Uint8Array, { heading }: Mark, version: string): boolean {
  const start = versionStart(bytes, heading.textStart);
  for (let i = 0; i < version.length; i++) if (bytes[start + i] !== version.charCodeAt(i)) return false;
  const next = bytes[start + version.length];
  return start + version.length === heading.textEnd || (next !== DOT && !isDigit(next));
}

function versionStart(bytes: Uint8Array, textStart: number): number {
  const start = bytes[textStart] === OPEN_BRACKET ? textStart + 1 : textStart;
  return (bytes[start]! | 32) === LOWER_V ? start + 1 : start;
}

/** A version needs a digit, Unreleased an `u`: most headings have neither and are not decoded. */
export function mayNameVersion(bytes: Uint8Array, textStart: number, textEnd: number): boolean {
  if (textEnd - textStart > 4 * LONGEST_HEADING) return false;
  for (let i = textStart; i < textEnd; i++) {
    const byte = bytes[i]!;
    if (isDigit(byte) || ((byte | 32) === 117 && (bytes[i + 1]! | 32) === 110)) return true;
  }
  return false;
}
