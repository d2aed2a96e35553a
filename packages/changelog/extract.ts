import { decode, toBuffer } from "./blocks/bytes.ts";
import { scanBlocks } from "./blocks/scan.ts";
import { LINE, type BlockState, type LineKind } from "./blocks/state.ts";
import { readDate } from "./dates.ts";
import {
  definitionsOf,
  entryEnd,
  insertedBelow,
  readChangelog,
  type Changelog,
  type Entry,
  type EntryEnd,
} from "./entries.ts";
import type { ChangelogError, ChangelogWarning } from "./errors.ts";
import { tailOf } from "./heading-text.ts";
import { findEntry, placeOf } from "./find.ts";
import { readInline } from "./inline.ts";
import { lineEndingOf } from "./line-ending.ts";
import { readVersion, withoutV } from "./version-text.ts";

export interface ExtractOptions {
  /** A version, with or without a leading `v`, or `unreleased`. */
  readonly version: string;
  /** Whose entry, where the headings name components. */
  readonly component?: string | undefined;
  /** What a heading at the entries' level that names no version does: end the entry (default) or belong to it. */
  readonly tail?: "stop" | "include" | undefined;
  /** Whether an entry may say nothing. */
  readonly allowEmpty?: boolean | undefined;
}

export type EntryStatus = "released" | "prerelease" | "yanked" | "unreleased";

export interface ExtractedEntry {
  /**
   * The entry's lines, byte for byte, from its first that says something to its last. Behind it, as far as the
   * entry needs them: tags that close `<details>`, and the link definitions that stand elsewhere in the file.
   */
  readonly body: string;
  /** The heading's text as written, without its markers. */
  readonly heading: string;
  /** `YYYY-MM-DD`; empty where the heading gives none. */
  readonly date: string;
  readonly status: EntryStatus;
  /** 1-based line of the heading. */
  readonly line: number;
  readonly warnings: readonly ChangelogWarning[];
}

export type Extraction =
  | { readonly kind: "entry"; readonly entry: ExtractedEntry }
  | { readonly kind: "failed"; readonly failure: ChangelogError };

/**
 * Finds the entry of one version in a changelog and takes it out. The version must be the heading's, exactly: no
 * entry of another version is ever given. Takes time in proportion to the file's length, whatever it holds.
 */
export function extractEntry(source: string | Uint8Array, options: ExtractOptions): Extraction {
  const changelog = readChangelog(toBuffer(source));
  const found = findEntry(changelog, options.version, options.component);
  if (!("heading" in found)) return { kind: "failed", failure: found };
  const parent = insertedBelow(changelog, found);
  if (parent !== undefined) {
    const [place, older] = [placeOf(found), placeOf(parent)];
    return { kind: "failed", failure: { kind: "mixed", wanted: options.version, place, parent: older } };
  }
  const content = contentOf(changelog, found, options.tail ?? "stop");
  if (!content.substance && options.allowEmpty !== true) {
    const { section } = content;
    return { kind: "failed", failure: { kind: "empty", wanted: options.version, place: placeOf(found), section } };
  }
  const { body, warnings } = completeBody(changelog, found, content);
  const { date, warnings: dateWarnings } = dateOf(changelog, found, content);
  return {
    kind: "entry",
    entry: {
      body,
      heading: found.text,
      date,
      status: statusOf(found, withoutV(options.version.trim())),
      line: found.heading.line,
      warnings: [
        ...unreleasedWarning(found),
        ...dateWarnings,
        ...noteWarning(found),
        ...warnings,
        ...headingsWarning(found, content),
        ...sectionWarning(content),
        ...openWarning(changelog),
        ...changelog.warnings,
      ],
    },
  };
}

/** The part of an entry that says something. Offsets in the file. */
export interface Content {
  readonly start: number;
  readonly end: number;
  /** Whether it says anything: blank lines, rules, groups' headings, markup without text and link definitions do not. */
  readonly substance: boolean;
  /** Whether all it says is in headings. */
  readonly headingsOnly: boolean;
  /** Whether its end lies in a block that nothing closes. */
  readonly open: boolean;
  readonly section: EntryEnd["section"];
}

/**
 * Blank lines around the content are left out, and so are the rules, anchors and link definitions behind it: they
 * separate entries, belong to the next one or serve the whole file.
 */
export function contentOf(changelog: Changelog, entry: Entry, tail: "stop" | "include"): Content {
  const { bytes } = changelog;
  const from = entry.heading.end;
  const { at, section } = entryEnd(changelog, entry, tail);
  let [start, end, substance, headings] = [-1, from, false, false];
  let before = { end, substance };
  let paragraphLine = 0;
  const line = (kind: LineKind, first: boolean, state: BlockState): void => {
    if (kind === LINE.paragraph && first && state.depth === 0) before = { end, substance };
    if (kind === LINE.paragraph) paragraphLine = state.line;
    if (kind === LINE.blank) return;
    if (start === -1) start = state.start;
    if (kind === LINE.thematicBreak && state.depth === 0) return;
    const isMarkup = kind === LINE.html || kind === LINE.paragraph;
    if (isMarkup && state.depth === 0 && isAnchor(state)) return;
    end = state.stop;
    const isHeading = (kind === LINE.atx || kind === LINE.underline) && state.depth === 0;
    // The text above an underline looked like a paragraph's.
    if (kind === LINE.underline && isHeading) substance = before.substance;
    if (isHeading) headings ||= kind === LINE.underline || !isGroupHeading(state);
    else substance ||= !isMarkup || saysSomething(kind, state);
  };
  const open = scanBlocks(
    bytes,
    {
      line,
      definition(definition) {
        if (definition.lastLine === paragraphLine) ({ end, substance } = before);
      },
    },
    from,
    at,
  );
  return end === from
    ? { start: from, end: from, substance: false, headingsOnly: false, open: false, section }
    : {
        start,
        end,
        substance: substance || headings,
        headingsOnly: headings && !substance,
        open: open !== undefined,
        section,
      };
}

/** Headings of the groups that templates and tools write in advance. They say nothing without a line below them. */
const GROUPS =
  /^(?:added|changed|deprecated|removed|fixed|security|(?:new )?features(?: added)?|enhancements|improvements|bug ?fixes|bugs fixed|fixes|breaking(?: changes)?|performance(?: improvements)?|documentation|docs|dependenc(?:ies|y updates)|misc(?:ellaneous)?|chores?|maintenance|refactoring|tests|reverts|other(?: changes)?|internal(?: changes)?|known issues|highlights|what['’]s changed|new contributors)$/i;

function isGroupHeading({ bytes, text, stop }: BlockState): boolean {
  return stop - text <= LONGEST_MARKUP && GROUPS.test(decode(bytes, text, stop).replace(/^[^\p{L}]+|[^\p{L}]+$/gu, ""));
}

/** `<a name="1.2.3"></a>`, as tools write it in front of a heading. */
const ANCHOR = /^<a\s+(?:name|id)\s*=\s*(?:"[^"<>]*"|'[^'<>]*'|[^\s"'<>]+)\s*(?:>\s*<\/a>|\/>)\s*$/i;
/** Longer lines are not looked into: they say something. */
const LONGEST_MARKUP = 1_000;

function isAnchor({ bytes, text, stop }: BlockState): boolean {
  return bytes[text] === LESS_THAN && stop - text <= LONGEST_MARKUP && ANCHOR.test(decode(bytes, text, stop));
}

/** A line says something unless it is a comment's, or holds nothing but tags that show nothing. */
function saysSomething(kind: LineKind, { htmlKind, bytes, text, stop }: BlockState): boolean {
  if (kind === LINE.html && htmlKind === 2) {
    const line = decode(bytes, text, stop);
    const close = line.lastIndexOf("-->");
    return close !== -1 && line.slice(close + 3).trim() !== "";
  }
  if (bytes[text] !== LESS_THAN || stop - text > LONGEST_MARKUP) return true;
  return decode(bytes, text, stop).replace(SILENT_TAG, "").trim() !== "";
}

const LESS_THAN = 0x3c;
const SILENT_TAG = /<\/?(?:a|br|hr|p|div|span|b|i|em|strong|details|summary|center|sub|sup|small)(?:\s[^<>]*)?\/?>/gi;

function completeBody(
  changelog: Changelog,
  entry: Entry,
  content: Content,
): { body: string; warnings: ChangelogWarning[] } {
  const { bytes } = changelog;
  const slice = bytes.subarray(content.start, content.end);
  const body = slice.toString("utf8");
  const { labels, openDetails } = readInline(slice);
  const warnings: ChangelogWarning[] = [];
  const line = entry.heading.line;
  if (!Buffer.from(body, "utf8").equals(slice))
    warnings.push({ line, message: "the entry is not valid UTF-8; bytes that are none were replaced" });
  if (openDetails > 0)
    warnings.push({
      line,
      message: `the entry leaves ${openDetails} <details> open; it was closed at the entry's end`,
    });
  if (content.open) return { body, warnings };
  const ending = lineEndingOf(bytes, content.start);
  const appended = [
    Array.from({ length: openDetails }, () => "</details>"),
    definitionsFor(changelog, content, labels),
  ];
  return {
    body: [body, ...appended.filter((lines) => lines.length > 0).map((lines) => lines.join(ending))].join(
      ending + ending,
    ),
    warnings,
  };
}

/** The definitions that the entry refers to and does not hold itself; the first of a label counts, as in the file. */
function definitionsFor(changelog: Changelog, { start, end }: Content, labels: ReadonlySet<string>): string[] {
  const used = labels.size === 0 ? [] : definitionsOf(changelog, labels);
  const taken = new Set(
    used.filter((definition) => definition.start >= start && definition.end <= end).map(({ label }) => label),
  );
  return used.flatMap(({ label, text }) => (taken.has(label) ? [] : [(taken.add(label), text)]));
}

function statusOf({ reading }: Entry, wanted: string): EntryStatus {
  const { yanked, unreleased } = tailOf(reading);
  if (yanked) return "yanked";
  if (reading.kind === "unreleased" || unreleased) return "unreleased";
  // A heading that repeats a tag, `1.2.3-frontend`, is not a prerelease of 1.2.3.
  const prerelease =
    wanted === reading.version || reading.version.startsWith(`${wanted}+`)
      ? reading.prerelease
      : readVersion(wanted, 0)?.prerelease === true;
  return prerelease ? "prerelease" : "released";
}

function dateOf({ bytes }: Changelog, entry: Entry, content: Content): { date: string; warnings: ChangelogWarning[] } {
  const { dated } = tailOf(entry.reading);
  if (dated === undefined) return { date: quotedDate(bytes, content), warnings: [] };
  if (dated.date !== undefined) return { date: dated.date, warnings: [] };
  const written = entry.text.slice(dated.start, dated.end);
  return {
    date: "",
    warnings: [{ line: entry.heading.line, message: `the date "${written}" ${dated.problem ?? "cannot be read"}` }],
  };
}

/** auto-changelog writes the date as a quotation in front of the entry: `> 2 January 2025`. */
function quotedDate(bytes: Buffer, { start, end }: Content): string {
  const line = /^ {0,3}> ?([^\r\n]*)/.exec(bytes.toString("utf8", start, Math.min(end, start + 80)))?.[1]?.trim() ?? "";
  const reading = readDate(line, 0);
  return reading?.end === line.length ? (reading.date ?? "") : "";
}

function noteWarning({ reading, text, heading }: Entry): ChangelogWarning[] {
  const { note } = tailOf(reading);
  if (note === undefined || reading.kind === "unreleased") return [];
  return [
    {
      line: heading.line,
      message: `"${text.slice(note.start, note.end)}" in the heading is neither a date nor a status`,
    },
  ];
}

function unreleasedWarning({ reading, text, heading }: Entry): ChangelogWarning[] {
  if (reading.kind === "unreleased" || !tailOf(reading).unreleased) return [];
  return [{ line: heading.line, message: `the heading "${text}" still marks the version as unreleased` }];
}

function headingsWarning({ heading }: Entry, { headingsOnly }: Content): ChangelogWarning[] {
  return headingsOnly ? [{ line: heading.line, message: "the entry has headings without text below them" }] : [];
}

function sectionWarning({ section }: Content): ChangelogWarning[] {
  if (section === undefined) return [];
  const { heading, line } = section;
  return [{ line, message: `the entry ends at "${heading}", which names no version; with tail: include, it continues` }];
}

function openWarning({ open }: Changelog): ChangelogWarning[] {
  if (open === undefined) return [];
  return [
    {
      line: open.line,
      message: `the ${open.kind === "fence" ? "code fence" : "HTML or comment"} that opens here is never closed and hides what follows`,
    },
  ];
}
