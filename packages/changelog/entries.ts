import { afterByteOrderMark, decode, isDigit } from "./blocks/bytes.ts";
import { scanBlocks, type OpenBlock } from "./blocks/scan.ts";
import { definitionsIn } from "./blocks/leaves.ts";
import type { BracketedText, Definition, Heading } from "./blocks/state.ts";
import type { ChangelogWarning } from "./failure.ts";
import { LONGEST_HEADING, readHeading, tailOf, type HeadingReading, type UnreleasedReading, type VersionReading } from "./heading-text.ts";

/** A top-level heading that may start or end an entry. */
export interface Mark {
  readonly heading: Heading;
  readonly text: string;
  readonly reading: HeadingReading;
  /** Its place among the marks. */
  readonly index: number;
}

export interface Entry extends Mark {
  readonly reading: VersionReading | UnreleasedReading;
}

export interface Changelog {
  readonly bytes: Buffer;
  /** Behind a byte order mark. */
  readonly start: number;
  readonly marks: readonly Mark[];
  readonly entries: readonly Entry[];
  /** The level of the entries' headings. */
  readonly level: number;
  /** The link definitions of the file, or those of some labels; read when asked for. */
  readonly definitions: (labels?: ReadonlySet<string>) => readonly Definition[];
  /** A fence or HTML that is never closed and so hides what follows it. */
  readonly open: OpenBlock | undefined;
  readonly warnings: readonly ChangelogWarning[];
}

const MOST_WARNINGS = 20;

/** Reads all headings of a changelog that are entries, in one pass. */
export function readChangelog(bytes: Buffer): Changelog {
  const start = afterByteOrderMark(bytes);
  const marks: Mark[] = [];
  const brackets: BracketedText[] = [];
  // Both are fixed by the first version heading: lesser releases may stand one level deeper, nothing else counts there.
  let deepest = 6;
  let boundaries = 0;
  const wants = (level: number, depth: number, textStart: number, textEnd: number): boolean =>
    depth === 0 && level <= deepest && (level <= boundaries || mayNameVersion(bytes, textStart, textEnd));
  const open = scanBlocks(
    bytes,
    {
      wants,
      heading(heading) {
        const { level, depth, textStart, textEnd } = heading;
        if (heading.setext && !wants(level, depth, textStart, textEnd)) return;
        const mark = readMark(bytes, heading, marks.length);
        if (boundaries === 0 && isVersionLike(mark)) {
          boundaries = isTitle(mark) ? 6 : heading.level;
          deepest = boundaries + 1;
        }
        marks.push(mark);
      },
      bracketed: (text) => brackets.push(text),
    },
    start,
  );
  const level = entryLevel(marks);
  const entries: Entry[] = [];
  const warnings: ChangelogWarning[] = [];
  marks.forEach((mark) => {
    if (isEntry(mark, level)) entries.push(mark);
    // What stands above the first entry is the file's title.
    else if (warnings.length < MOST_WARNINGS && (entries.length > 0 || mark.heading.level === level)) warnings.push(...complaint(mark, level));
  });
  return { bytes, start, marks, entries, level, definitions: (labels) => brackets.flatMap((text) => definitionsIn(bytes, text, labels)), open, warnings };
}

/**
 * The level of the entries: that of the first version heading. There are two exceptions, for tools that set lesser
 * releases one level deeper (standard-version, conventional-changelog, auto-changelog):
 * - the first version heading is such a lesser release: then the level is the one above;
 * - the file's title names a version and all entries stand below it: then the title is passed over.
 */
function entryLevel(marks: readonly Mark[]): number {
  const versions = marks.filter(isVersionLike);
  const first = versions[0];
  if (first === undefined) return 0;
  const { level } = first.heading;
  const second = versions[1];
  if (isTitle(first) && second !== undefined && versions.every((mark, i) => i === 0 || mark.heading.level > level)) return second.heading.level;
  const sameLevel = versions.filter((mark) => mark.heading.level === level);
  if (level === 1 || !sameLevel.every(isLesserRelease)) return level;
  const above = versions.some((mark) => mark.heading.level === level - 1 && isMarked(mark));
  return above || (level === 3 && sameLevel.every(isConventional)) ? level - 1 : level;
}

/** An entry stands at the level of the entries, or one deeper where it is a lesser release written as such. */
function isEntry(mark: Mark, level: number): mark is Entry {
  if (!isVersionLike(mark)) return false;
  return mark.heading.level === level || (mark.heading.level === level + 1 && isLesserRelease(mark));
}

function isVersionLike(mark: Mark): boolean {
  return mark.reading.kind === "version" || mark.reading.kind === "unreleased";
}

/** `[1.2.3]` or `1.2.3 (2025-01-02)`, no words before it. */
function isMarked({ reading }: Mark): boolean {
  return reading.kind === "version" && reading.component === "" && (reading.bracketed || tailOf(reading).dated?.inParens === true);
}

/** Anything but `X.0.0`, marked as the tools mark it. */
function isLesserRelease(mark: Mark): boolean {
  return isMarked(mark) && mark.reading.kind === "version" && /^\d+\.\d+\.\d+/.test(mark.reading.version) && !/^\d+\.0\.0/.test(mark.reading.version);
}

function isConventional({ reading }: Mark): boolean {
  return reading.kind === "version" && tailOf(reading).dated?.inParens === true && !/^\d+\.\d+\.0(?!\d)/.test(reading.version);
}

function isTitle({ heading, reading }: Mark): boolean {
  return heading.level === 1 && reading.kind === "version" && reading.span.start > 1 && !reading.bracketed && tailOf(reading).dated === undefined;
}

/**
 * Where the entry ends: at the next entry, at what was meant as one, and at any heading above the entries' level.
 * What another heading of that level does is for `tail` to say, save that Keep a Changelog's groups never end one.
 */
export function entryEnd({ marks, bytes, level }: Changelog, entry: Entry, tail: "stop" | "include"): number {
  for (let i = entry.index + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    if (isEntry(mark, level) || mark.heading.level < level) return mark.heading.start;
    if (mark.heading.level > level) continue;
    if (mark.reading.kind === "malformed" || (tail === "stop" && !isGroup(bytes, mark.heading))) return mark.heading.start;
  }
  return bytes.length;
}

/** The groups of Keep a Changelog belong to the entry above them, even where they were set at its level by mistake. */
const GROUPS = new Set(["added", "changed", "deprecated", "removed", "fixed", "security"]);

function isGroup(bytes: Uint8Array, { textStart, textEnd }: Heading): boolean {
  return textEnd - textStart <= "deprecated".length && GROUPS.has(decode(bytes, textStart, textEnd).toLowerCase());
}

function complaint(mark: Mark, level: number): ChangelogWarning[] {
  const { line, level: own } = mark.heading;
  if (mark.reading.kind === "malformed" && own <= level) {
    return [{ line, message: `the heading "${mark.text}" ${mark.reading.why}; it is no entry` }];
  }
  if (!isVersionLike(mark) || own >= level) return [];
  return [{ line, message: `the heading "${mark.text}" is at level ${own}, the entries are at level ${level}; it ends an entry and is none` }];
}

function readMark(bytes: Buffer, heading: Heading, index: number): Mark {
  if (!mayNameVersion(bytes, heading.textStart, heading.textEnd)) return { heading, text: "", reading: { kind: "other" }, index };
  const source = decode(bytes, heading.textStart, heading.textEnd);
  const text = heading.setext ? source.split(/[\r\n]+/).map((line) => line.trim()).join(" ") : source;
  return { heading, text, reading: readHeading(text), index };
}

/** A version needs a digit, Unreleased an `u`: most headings have neither and are not decoded. */
function mayNameVersion(bytes: Uint8Array, textStart: number, textEnd: number): boolean {
  if (textEnd - textStart > 4 * LONGEST_HEADING) return false;
  for (let i = textStart; i < textEnd; i++) {
    const byte = bytes[i]!;
    if (isDigit(byte) || ((byte | 32) === 117 && (bytes[i + 1]! | 32) === 110)) return true;
  }
  return false;
}
