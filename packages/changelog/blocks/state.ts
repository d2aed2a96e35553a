import type { Cursor } from "./cursor.ts";
import type { HtmlKind } from "./html.ts";

/** What a line is, seen by itself. A paragraph's lines may turn out to be a heading's or definitions once it ends. */
export const LINE = {
  blank: 0,
  paragraph: 1,
  atx: 2,
  underline: 3,
  thematicBreak: 4,
  fence: 5,
  code: 6,
  html: 7,
} as const;
export type LineKind = (typeof LINE)[keyof typeof LINE];

export interface Heading {
  /** 1 to 6. */
  readonly level: number;
  /** 1-based number of its first line, and of its last. */
  readonly line: number;
  readonly lastLine: number;
  /** Offset of its first line, and of the line that follows it. */
  readonly start: number;
  readonly end: number;
  /** Offsets of its text. A setext heading's text may span lines. */
  readonly textStart: number;
  readonly textEnd: number;
  readonly setext: boolean;
  /** How many list items and block quotes it is in. */
  readonly depth: number;
}

export interface Definition {
  /** The label as CommonMark compares labels. */
  readonly label: string;
  /** Its text, without what the containers around it put before each line. */
  readonly text: string;
  /** 1-based numbers of its first and last line. */
  readonly line: number;
  readonly lastLine: number;
  /** Offsets of its text's first and last byte's end, in the file. */
  readonly start: number;
  readonly end: number;
}

/** The lines of a paragraph that may begin with definitions: offsets of each line's text, start and end in turn. */
export interface BracketedText {
  /** 1-based number of its first line. */
  readonly line: number;
  readonly segments: readonly number[];
}

/** What a scan tells, in the order of the file. Every part is optional: what nobody listens to costs nothing. */
export interface BlockSink {
  heading?(heading: Heading): void;
  /** Asked before `heading` of an ATX heading; most headings of most files concern nobody. */
  wants?(level: number, depth: number, textStart: number, textEnd: number): boolean;
  definition?(definition: Definition): void;
  /** Instead of `definition`: where definitions may stand, for definitionsIn to read when they are needed. */
  bracketed?(text: BracketedText): void;
  /** Each line, as soon as it is read. `first`: it begins its block. Read what else is needed from the state. */
  line?(kind: LineKind, first: boolean, state: BlockState): void;
}

export type Leaf = "none" | "paragraph" | "fence" | "indented" | "html";

/** The open blocks. Containers are kept in arrays, not in nested objects, so that no depth costs stack. */
export interface BlockState extends Cursor {
  readonly sink: BlockSink;
  /** How many block quotes and list items are open. */
  depth: number;
  /** Per container: 0 for a block quote, else the columns that a list item's content is indented by. */
  readonly indents: number[];
  /** Per container: whether it holds a block yet. */
  readonly filled: boolean[];
  /** The places of the block quotes among the containers, outermost first. */
  readonly quotes: number[];
  /** How many of the containers the current line continued. */
  continued: number;
  /** As `continued`, and those that it opened so far. */
  matched: number;
  leaf: Leaf;
  /** The leaf's first line. */
  leafLine: number;
  leafStart: number;
  /** Of a fence: its byte, its length, its indentation. */
  fenceByte: number;
  fenceLength: number;
  fenceIndent: number;
  htmlKind: HtmlKind;
  /** A byte, found on the line that was last searched for one, that is in no thematic break but one of itself. */
  notBreak: number;
  /** Of a paragraph: where its text starts and ends so far, and its lines' texts while it may hold definitions. */
  textStart: number;
  textEnd: number;
  segments: number[] | undefined;
}

export function startState(bytes: Uint8Array, from: number, to: number, sink: BlockSink): BlockState {
  return {
    bytes,
    end: to,
    start: from,
    stop: from,
    following: from,
    lineFeed: -1,
    carriageReturn: -1,
    line: 0,
    at: from,
    column: 0,
    text: from,
    indent: 0,
    blank: true,
    sink,
    depth: 0,
    indents: [],
    filled: [],
    quotes: [],
    continued: 0,
    matched: 0,
    leaf: "none",
    leafLine: 0,
    leafStart: 0,
    fenceByte: 0,
    fenceLength: 0,
    fenceIndent: 0,
    htmlKind: 0,
    notBreak: -1,
    textStart: 0,
    textEnd: 0,
    segments: undefined,
  };
}
