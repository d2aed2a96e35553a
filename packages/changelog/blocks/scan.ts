import {
  ASTERISK,
  BACKTICK,
  CLOSE_PAREN,
  DOT,
  EQUALS,
  GREATER,
  HASH,
  HYPHEN,
  isDigit,
  isInlineSpace,
  isSpaceOrTab,
  LESS,
  OPEN_BRACKET,
  PLUS,
  SPACE,
  TAB,
  TILDE,
  UNDERSCORE,
  skipRun,
  skipSpaces,
  ZERO,
} from "./bytes.ts";
import { advanceColumns, findText, goToText, nextLine } from "./cursor.ts";
import { htmlBlockEnds, htmlBlockStart } from "./html.ts";
import {
  atxHeading,
  closeAsHeading,
  closeLeaf,
  closesFence,
  closeTo,
  continueParagraph,
  fenceLengthAt,
  openContainer,
  openLeaf,
  openParagraph,
} from "./leaves.ts";
import { LINE, startState, type BlockSink, type BlockState, type LineKind } from "./state.ts";

/** A block that the end of the file cut off: what follows it there would be mistaken for its content. */
export interface OpenBlock {
  readonly kind: "fence" | "html";
  /** 1-based. */
  readonly line: number;
}

/**
 * Reads the block structure of Markdown (CommonMark 0.31.2) in one pass over its bytes and tells the sink what it
 * meets. Every byte is checked a bounded number of times, and no nesting costs stack.
 */
export function scanBlocks(bytes: Uint8Array, sink: BlockSink, from = 0, to = bytes.length): OpenBlock | undefined {
  const state = startState(bytes, from, to, sink);
  const terse = sink.line === undefined;
  while (nextLine(state)) if (!terse || !takePlainLine(state)) takeLine(state);
  const { leaf, leafLine: line } = state;
  closeLeaf(state);
  if (leaf === "fence") return { kind: "fence", line };
  return leaf === "html" && state.htmlKind <= 5 ? { kind: "html", line } : undefined;
}

/**
 * Takes the lines that most files are made of, where nobody listens to lines: blank ones, text that continues a
 * paragraph, and at the margin text in a list item and headings. It does what takeLine would do, in fewer steps: code
 * that runs once is interpreted, and there each call counts.
 */
function takePlainLine(state: BlockState): boolean {
  const { bytes, start, stop, leaf } = state;
  if ((leaf !== "none" && leaf !== "paragraph") || state.segments !== undefined || state.quotes.length > 0)
    return false;
  if (start === stop) {
    if (state.depth > 0 && state.filled[state.depth - 1] !== true) return false;
    state.leaf = "none";
    return true;
  }
  const first = bytes[start]!;
  if (leaf === "paragraph" && isPlain(first) && state.textStart >= 0) {
    state.textEnd = stop;
    return true;
  }
  if (first === HASH) return takePlainHeading(state);
  if (
    (first !== HYPHEN && first !== ASTERISK) ||
    start + 2 >= stop ||
    bytes[start + 1] !== SPACE ||
    !isPlain(bytes[start + 2]!)
  )
    return false;
  state.indents[0] = 2;
  state.filled[0] = true;
  state.depth = 1;
  state.leaf = "paragraph";
  state.leafLine = state.line;
  state.leafStart = start;
  state.textStart = start + 2;
  state.textEnd = stop;
  return true;
}

/** A heading at the margin closes everything and begins nothing. One whose text wants trimming is left to takeLine. */
function takePlainHeading(state: BlockState): boolean {
  const { bytes, start, stop, following: end, line, sink } = state;
  let at = start + 1;
  while (bytes[at] === HASH) at++;
  const level = at - start;
  const last = bytes[stop - 1]!;
  if (level > 6 || bytes[at] !== SPACE || ++at >= stop || bytes[at]! <= SPACE || last <= SPACE || last === HASH)
    return false;
  state.depth = 0;
  state.leaf = "none";
  state.leafLine = line;
  state.leafStart = start;
  if (sink.heading === undefined || sink.wants?.(level, 0, at, stop) === false) return true;
  sink.heading({ level, line, lastLine: line, start, end, textStart: at, textEnd: stop, setext: false, depth: 0 });
  return true;
}

/** Starts no block and no definition, wherever it is. */
function isPlain(byte: number): boolean {
  return byte > 64 && byte !== OPEN_BRACKET && byte !== UNDERSCORE && byte !== BACKTICK && byte !== TILDE;
}

function takeLine(state: BlockState): void {
  findText(state);
  state.matched = state.depth === 0 ? 0 : matchContainers(state);
  state.continued = state.matched;
  const all = state.matched === state.depth;
  if (all && state.leaf !== "none" && state.leaf !== "paragraph" && continueLeaf(state)) return;
  if (openBlocks(state, all && state.leaf === "paragraph")) return;
  takeText(state);
}

/** What is left of a line once its blocks are opened: nothing, a paragraph's next line (lazy or not), or a new paragraph. */
function takeText(state: BlockState): void {
  if (state.blank) {
    if (state.leaf !== "none" || state.depth > state.matched) closeTo(state, state.matched);
    tell(state, LINE.blank, true);
  } else if (state.leaf === "paragraph") {
    continueParagraph(state);
    tell(state, LINE.paragraph, false);
  } else {
    closeTo(state, state.matched);
    openParagraph(state);
    tell(state, LINE.paragraph, true);
  }
}

function tell(state: BlockState, kind: LineKind, first: boolean): void {
  state.sink.line?.(kind, first, state);
}

/** How many of the open containers the line continues; leaves the cursor behind what they take of it. */
function matchContainers(state: BlockState): number {
  const { bytes, depth, indents, quotes } = state;
  let quote = 0;
  for (let i = 0; i < depth; i++) {
    const indent = indents[i]!;
    if (indent === 0) {
      quote++;
      if (state.blank || state.indent >= 4 || bytes[state.text] !== GREATER) return i;
      goToText(state);
      skipQuoteMarker(state);
      findText(state);
    } else if (state.blank) {
      // A blank line belongs to every list item up to the next block quote, save one that holds nothing yet.
      const next = quotes[quote];
      if (next !== undefined) return next;
      return state.filled[depth - 1] === true ? depth : depth - 1;
    } else if (state.indent >= indent) {
      // Only white space is passed, so the text stays where it is.
      advanceColumns(state, indent);
      state.indent -= indent;
    } else {
      return i;
    }
  }
  return depth;
}

function skipQuoteMarker(state: BlockState): void {
  state.at++;
  state.column++;
  if (state.at < state.stop && isSpaceOrTab(state.bytes[state.at])) advanceColumns(state, 1);
}

/** Whether the line is content of the open code or HTML block, or its end. */
function continueLeaf(state: BlockState): boolean {
  if (state.leaf === "fence") {
    const closes = closesFence(state);
    if (closes) closeLeaf(state);
    tell(state, closes ? LINE.fence : LINE.code, false);
    return true;
  }
  if (state.leaf === "indented") {
    if (!state.blank && state.indent < 4) {
      closeLeaf(state);
      return false;
    }
    tell(state, state.blank ? LINE.blank : LINE.code, false);
    return true;
  }
  if (state.blank && state.htmlKind >= 6) {
    closeLeaf(state);
    return false;
  }
  if (state.htmlKind <= 5 && htmlBlockEnds(state.htmlKind, state.bytes, state.at, state.stop)) closeLeaf(state);
  tell(state, LINE.html, false);
  return true;
}

/** Opens the blocks that start on this line; true where the last of them took the rest of it. */
function openBlocks(state: BlockState, continuesParagraph: boolean): boolean {
  let inParagraph = continuesParagraph;
  for (;;) {
    if (state.blank) return false;
    if (state.indent >= 4) {
      if (state.leaf === "paragraph") return false;
      startLeaf(state, "indented", LINE.code);
      return true;
    }
    const byte = state.bytes[state.text]!;
    // Everything that starts a block is below A, save for two fences and one rule.
    if (byte > 64 && byte !== BACKTICK && byte !== TILDE && byte !== UNDERSCORE) return false;
    if (byte === GREATER) {
      closeTo(state, state.matched);
      goToText(state);
      skipQuoteMarker(state);
      openContainer(state, 0);
    } else if (startsLeaf(state, byte, inParagraph)) {
      return true;
    } else {
      const indent = listItemIndent(state, byte, inParagraph);
      if (indent === 0) return false;
      openContainer(state, indent);
    }
    state.matched = state.depth;
    inParagraph = false;
    findText(state);
  }
}

function startsLeaf(state: BlockState, byte: number, inParagraph: boolean): boolean {
  const { bytes, text, stop } = state;
  if (byte === HASH) {
    const end = skipRun(bytes, text, stop, HASH);
    if (end - text > 6 || (end < stop && !isSpaceOrTab(bytes[end]))) return false;
    closeTo(state, state.matched);
    atxHeading(state, end - text);
    tell(state, LINE.atx, true);
    return true;
  }
  if (byte === BACKTICK || byte === TILDE) {
    const length = fenceLengthAt(bytes, text, stop);
    if (length === 0) return false;
    startLeaf(state, "fence", LINE.fence);
    state.fenceByte = byte;
    state.fenceLength = length;
    state.fenceIndent = state.indent;
    return true;
  }
  if (byte === LESS) return startsHtml(state);
  if (
    inParagraph &&
    (byte === EQUALS || byte === HYPHEN) &&
    skipSpaces(bytes, skipRun(bytes, text, stop, byte), stop) === stop
  ) {
    if (closeAsHeading(state, byte === EQUALS ? 1 : 2)) {
      tell(state, LINE.underline, false);
      return true;
    }
  }
  if ((byte === HYPHEN || byte === ASTERISK || byte === UNDERSCORE) && isThematicBreak(state, byte)) {
    startLeaf(state, "none", LINE.thematicBreak);
    return true;
  }
  return false;
}

function startLeaf(state: BlockState, leaf: BlockState["leaf"], kind: LineKind): void {
  closeTo(state, state.matched);
  openLeaf(state, leaf);
  tell(state, kind, true);
}

function startsHtml(state: BlockState): boolean {
  const kind = htmlBlockStart(state.bytes, state.text, state.stop);
  if (kind === 0 || (kind === 7 && state.leaf === "paragraph")) return false;
  closeTo(state, state.matched);
  openLeaf(state, "html");
  state.htmlKind = kind;
  tell(state, LINE.html, true);
  if (kind <= 5 && htmlBlockEnds(kind, state.bytes, state.text, state.stop)) closeLeaf(state);
  return true;
}

function isThematicBreak(state: BlockState, byte: number): boolean {
  const { bytes, text, stop, notBreak } = state;
  // Many list markers in one line: what made the line no rule for the first of them does so for the rest.
  if (notBreak >= text && bytes[notBreak] !== byte) return false;
  let marks = 0;
  for (let i = text; i < stop; i++) {
    const here = bytes[i];
    if (here === byte) marks++;
    else if (here !== SPACE && here !== TAB) {
      state.notBreak = i;
      return false;
    }
  }
  return marks >= 3;
}

/** Goes behind the list marker at the cursor's text; the columns that the item's content is indented by, 0 for no item. */
function listItemIndent(state: BlockState, byte: number, inParagraph: boolean): number {
  const { bytes, text, stop, indent: offset } = state;
  const markerEnd = listMarkerEnd(bytes, text, stop, byte, inParagraph);
  if (markerEnd === -1 || (markerEnd < stop && !isSpaceOrTab(bytes[markerEnd]))) return 0;
  if (inParagraph && isBlankFrom(bytes, markerEnd, stop)) return 0;
  closeTo(state, state.matched);
  goToText(state);
  const width = markerEnd - text;
  state.at = markerEnd;
  state.column += width;
  findText(state);
  // Five columns or more: one belongs to the marker, the rest is indented code.
  const padding = state.blank || state.indent >= 5 || state.indent < 1 ? 1 : state.indent;
  advanceColumns(state, padding);
  return offset + width + padding;
}

function listMarkerEnd(bytes: Uint8Array, text: number, stop: number, byte: number, inParagraph: boolean): number {
  if (byte === HYPHEN || byte === ASTERISK || byte === PLUS) return text + 1;
  if (!isDigit(byte)) return -1;
  let i = text;
  let number = 0;
  for (; i < stop && isDigit(bytes[i]); i++) {
    if (i - text === 9) return -1;
    number = number * 10 + bytes[i]! - ZERO;
  }
  if (i >= stop || (bytes[i] !== DOT && bytes[i] !== CLOSE_PAREN)) return -1;
  return inParagraph && number !== 1 ? -1 : i + 1;
}

function isBlankFrom(bytes: Uint8Array, from: number, stop: number): boolean {
  let i = from;
  while (i < stop && isInlineSpace(bytes[i])) i++;
  return i === stop;
}
