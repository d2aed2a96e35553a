import { afterByteOrderMark, decode } from "./blocks/bytes.ts";
import { definitionsIn } from "./blocks/leaves.ts";
import { scanBlocks, type OpenBlock } from "./blocks/scan.ts";
import type { BlockSink, BracketedText, Definition, Heading } from "./blocks/state.ts";
import type { ChangelogWarning, HeadingPlace } from "./errors.ts";
import { tailOf } from "./heading-text.ts";
import { asEntry, isPlainVersion, mayNameVersion, namesVersion, readMark, type Entry, type Mark } from "./marks.ts";

export type { Entry } from "./marks.ts";

export interface Changelog {
  readonly bytes: Buffer;
  /** Behind a byte order mark. */
  readonly start: number;
  readonly marks: readonly Mark[];
  /** The level of the entries' headings; 0 where there are none. */
  readonly level: number;
  /** A fence or HTML that is never closed and so hides what follows it. */
  readonly open: OpenBlock | undefined;
  readonly warnings: readonly ChangelogWarning[];
  /** Where link definitions may stand. */
  readonly brackets: readonly BracketedText[];
}

const MOST_WARNINGS = 20;
/** lerna and release-please write `#` for major, `##` for minor and `###` for patch releases. */
const DEEPER = 2;

/** Finds all headings of a changelog that start or end entries, in one pass. */
export function readChangelog(bytes: Buffer): Changelog {
  const start = afterByteOrderMark(bytes);
  const { marks, brackets, open } = scanMarks(bytes, start);
  const level = entryLevel(bytes, marks);
  return { bytes, start, marks, level, open, warnings: complaints(bytes, marks, level), brackets };
}

/** The entries that may be the version's: all that carry it, and all whose headings take more than a look. */
export function entriesLike({ bytes, marks, level }: Changelog, version: string): readonly Entry[] {
  const like: Mark[] = [];
  for (const mark of marks)
    if ((!mark.plain || namesVersion(bytes, mark, version)) && isEntry(bytes, mark, level)) like.push(mark);
  return toEntries(bytes, like);
}

export function allEntries({ bytes, marks, level }: Changelog): readonly Entry[] {
  return toEntries(
    bytes,
    marks.filter((mark) => isEntry(bytes, mark, level)),
  );
}

/** The link definitions of the file, or those of some labels, in its order. */
export function definitionsOf({ bytes, brackets }: Changelog, labels?: ReadonlySet<string>): readonly Definition[] {
  return brackets.flatMap((text) => definitionsIn(bytes, text, labels));
}

function toEntries(bytes: Buffer, marks: readonly Mark[]): readonly Entry[] {
  return marks.map((mark) => asEntry(bytes, mark)).filter((entry) => entry !== undefined);
}

function scanMarks(bytes: Buffer, start: number): Pick<Changelog, "marks" | "brackets" | "open"> {
  const marks: Mark[] = [];
  const brackets: BracketedText[] = [];
  // Both are fixed by the first version heading: other releases may be up to two levels deeper, nothing else counts there.
  let deepest = 6;
  let boundaries = 0;
  const wants = (level: number, depth: number, textStart: number, textEnd: number): boolean =>
    depth === 0 && level <= deepest && (level <= boundaries || mayNameVersion(bytes, textStart, textEnd));
  const sink: BlockSink = {
    wants,
    heading(heading) {
      const { level, depth, textStart, textEnd, setext } = heading;
      if (setext && !wants(level, depth, textStart, textEnd)) return;
      const mark: Mark = {
        heading,
        index: marks.length,
        plain: isPlainVersion(bytes, textStart, textEnd),
        read: undefined,
      };
      marks.push(mark);
      if (boundaries > 0 || !isVersionLike(bytes, mark)) return;
      boundaries = isTitle(bytes, mark) ? 6 : level;
      deepest = boundaries + DEEPER;
    },
    bracketed: (text) => brackets.push(text),
  };
  return { marks, brackets, open: scanBlocks(bytes, sink, start) };
}

/**
 * The level of the entries: that of the first version heading. There are two exceptions, for tools that set lesser
 * releases one level deeper (standard-version, conventional-changelog, auto-changelog):
 * - the first version heading is such a lesser release: then the level is the one above;
 * - the file's title names a version and all entries stand below it: then the title is passed over.
 */
function entryLevel(bytes: Buffer, marks: readonly Mark[]): number {
  const first = marks.find((mark) => isVersionLike(bytes, mark));
  if (first === undefined) return 0;
  const { level } = first.heading;
  const lesser = isLesserRelease(bytes, first);
  if (!lesser && !isTitle(bytes, first)) return level;
  const versions = marks.filter((mark) => isVersionLike(bytes, mark));
  const second = versions[1];
  const title = isTitle(bytes, first) && versions.every((mark, i) => i === 0 || mark.heading.level > level);
  if (title && second !== undefined) return second.heading.level;
  const sameLevel = versions.filter((mark) => mark.heading.level === level);
  if (level === 1 || !sameLevel.every((mark) => isLesserRelease(bytes, mark))) return level;
  const above = versions.some((mark) => mark.heading.level === level - 1 && isMarked(bytes, mark));
  return above || (level === 3 && sameLevel.every((mark) => isConventional(bytes, mark))) ? level - 1 : level;
}

/** An entry is at the level of the entries, or deeper where the heading is nothing but a version, its date and status. */
function isEntry(bytes: Buffer, mark: Mark, level: number): boolean {
  const own = mark.heading.level;
  if (own === level) return isVersionLike(bytes, mark);
  return own > level && own <= level + DEEPER && isBareVersion(bytes, mark);
}

/** Below a version it is a date, not another version. */
const DOTTED_DATE = /^(?:19|20)\d\d\.\d\d?\.\d\d?$/;

function isBareVersion(bytes: Buffer, mark: Mark): boolean {
  const { reading } = readMark(bytes, mark);
  return (
    reading.kind === "version" &&
    reading.words === undefined &&
    (reading.bracketed || (reading.dots >= 2 && !DOTTED_DATE.test(reading.version))) &&
    tailOf(reading).note === undefined
  );
}

/**
 * A tool that puts new entries one level deeper below an old heading, `# v1.4.1` with `## 1.4.2` inserted behind it,
 * leaves the old notes behind the first of them. The old heading; undefined in any other case.
 */
export function insertedBelow({ marks, bytes, level }: Changelog, entry: Entry): Entry | undefined {
  const own = entry.heading.level;
  if (own <= level || entry.reading.kind !== "version") return undefined;
  let parent: Entry | undefined;
  for (let i = entry.index - 1; i >= 0 && parent === undefined; i--)
    if (marks[i]!.heading.level < own && isEntry(bytes, marks[i]!, level)) parent = asEntry(bytes, marks[i]!);
  if (parent?.reading.kind !== "version" || !isHigher(entry.reading.version, parent.reading.version)) return undefined;
  const next = marks.slice(entry.index + 1).find((mark) => isEntry(bytes, mark, level));
  if (next !== undefined && next.heading.level === own) return undefined;
  const first = marks[parent.index + 1];
  const between = first === undefined ? "x" : decode(bytes, parent.heading.end, first.heading.start);
  return between.trim() === "" ? parent : undefined;
}

/** By the numbers at the beginning. */
function isHigher(version: string, other: string): boolean {
  const numbers = (text: string): number[] => (/^[\d.]+/.exec(text)?.[0] ?? "").split(".").map(Number);
  const [left, right] = [numbers(version), numbers(other)];
  const at = left.findIndex((number, index) => number !== (right[index] ?? 0));
  return at !== -1 && left[at]! > (right[at] ?? 0);
}

function isVersionLike(bytes: Buffer, mark: Mark): boolean {
  return mark.plain || asEntry(bytes, mark) !== undefined;
}

/** `[1.2.3]` or `1.2.3 (2025-01-02)`, no words before it. */
function isMarked(bytes: Buffer, mark: Mark): boolean {
  const { reading } = readMark(bytes, mark);
  return (
    reading.kind === "version" &&
    reading.component === "" &&
    (reading.bracketed || tailOf(reading).dated?.inParens === true)
  );
}

/** Anything but `X.0.0`, marked as the tools mark it. */
function isLesserRelease(bytes: Buffer, mark: Mark): boolean {
  const { reading } = readMark(bytes, mark);
  if (reading.kind !== "version" || !/^\d+\.\d+\.\d+/.test(reading.version) || /^\d+\.0\.0/.test(reading.version))
    return false;
  return isMarked(bytes, mark);
}

function isConventional(bytes: Buffer, mark: Mark): boolean {
  const { reading } = readMark(bytes, mark);
  return (
    reading.kind === "version" &&
    tailOf(reading).dated?.inParens === true &&
    !/^\d+\.\d+\.0(?!\d)/.test(reading.version)
  );
}

function isTitle(bytes: Buffer, mark: Mark): boolean {
  const { reading } = readMark(bytes, mark);
  if (mark.heading.level !== 1 || reading.kind !== "version") return false;
  return reading.span.start > 1 && !reading.bracketed && tailOf(reading).dated === undefined;
}

/**
 * Where the entry ends: at the next entry, at what was meant as one, and at any heading above the entries' level.
 * What another heading of that level does is for `tail` to say, save that Keep a Changelog's groups never end one.
 */
export function entryEnd({ marks, bytes, level }: Changelog, entry: Entry, tail: "stop" | "include"): EntryEnd {
  for (let i = entry.index + 1; i < marks.length; i++) {
    const mark = marks[i]!;
    const at = mark.heading.start;
    if (isEntry(bytes, mark, level) || mark.heading.level < level) return { at, section: undefined };
    if (mark.heading.level > level) continue;
    if (readMark(bytes, mark).reading.kind === "malformed") return { at, section: undefined };
    if (tail === "stop" && !isGroup(bytes, mark.heading))
      return { at, section: { heading: headingText(bytes, mark.heading), line: mark.heading.line } };
  }
  return { at: bytes.length, section: undefined };
}

export interface EntryEnd {
  /** Offset in the file. */
  readonly at: number;
  /** The heading that ends the entry although it names no version: it may well be a section of the entry. */
  readonly section: HeadingPlace | undefined;
}

/** The groups of Keep a Changelog belong to the entry above them, even where they were set at its level by mistake. */
const GROUPS = new Set(["added", "changed", "deprecated", "removed", "fixed", "security"]);

function isGroup(bytes: Uint8Array, { textStart, textEnd }: Heading): boolean {
  return textEnd - textStart <= "deprecated".length && GROUPS.has(decode(bytes, textStart, textEnd).toLowerCase());
}

function headingText(bytes: Uint8Array, { textStart, textEnd }: Heading): string {
  return decode(bytes, textStart, textEnd).replace(/\s+/g, " ");
}

function complaints(bytes: Buffer, marks: readonly Mark[], level: number): ChangelogWarning[] {
  const warnings: ChangelogWarning[] = [];
  let inEntries = false;
  for (const mark of marks) {
    const entry = (mark.plain && mark.heading.level === level) || isEntry(bytes, mark, level);
    inEntries ||= entry;
    // What is above the first entry is the file's title.
    if (entry || warnings.length === MOST_WARNINGS || !(inEntries || mark.heading.level === level)) continue;
    const { line, level: own } = mark.heading;
    const { text, reading } = readMark(bytes, mark);
    if (reading.kind === "malformed" && own <= level)
      warnings.push({ line, message: `the heading "${text}" ${reading.why}; it is not an entry` });
    if (isVersionLike(bytes, mark) && own < level) {
      warnings.push({
        line,
        message: `the heading "${text}" is at level ${own}, the entries are at level ${level}; it ends an entry and is none`,
      });
    }
  }
  return warnings;
}
