import {
  BACKSLASH,
  BACKTICK,
  CLOSE_BRACKET,
  COLON,
  CR,
  decode,
  HASH,
  isSpaceOrTab,
  LF,
  OPEN_BRACKET,
  skipRun,
  skipSpaces,
} from "./bytes.ts";
import { parseDefinition } from "./definitions.ts";
import type { BlockState, BracketedText, Definition, Leaf } from "./state.ts";

/** The text of a paragraph whose lines so far were all definitions. */
const NOTHING_LEFT = -1;

/** Closes what the current line did not continue: the leaf and all containers from `depth` on. */
export function closeTo(state: BlockState, depth: number): void {
  closeLeaf(state);
  state.depth = depth;
  const { quotes } = state;
  while (quotes.length > 0 && quotes[quotes.length - 1]! >= depth) quotes.pop();
}

export function closeLeaf(state: BlockState): void {
  if (state.leaf === "paragraph" && state.segments !== undefined) takeDefinitions(state, false);
  state.leaf = "none";
}

/** Opens a leaf on the current line, in the innermost container. */
export function openLeaf(state: BlockState, leaf: Leaf): void {
  if (state.depth > 0) state.filled[state.depth - 1] = true;
  state.leaf = leaf;
  state.leafLine = state.line;
  state.leafStart = state.start;
}

/** Opens a container: `indent` 0 for a block quote, else the columns of a list item's content. */
export function openContainer(state: BlockState, indent: number): void {
  if (state.depth > 0) state.filled[state.depth - 1] = true;
  if (indent === 0) state.quotes.push(state.depth);
  state.indents[state.depth] = indent;
  state.filled[state.depth] = false;
  state.depth++;
}

export function openParagraph(state: BlockState): void {
  openLeaf(state, "paragraph");
  state.textStart = state.text;
  state.segments = mayDefine(state.bytes, state.text, state.stop) ? [] : undefined;
  continueParagraph(state);
}

export function continueParagraph(state: BlockState): void {
  if (state.textStart === NOTHING_LEFT) {
    state.textStart = state.text;
    state.leafStart = state.start;
  }
  state.textEnd = state.stop;
  state.segments?.push(state.text, state.stop);
}

/** Ends the open paragraph as a heading with the current line as its underline; false where only definitions were in it. */
export function closeAsHeading(state: BlockState, level: number): boolean {
  if (state.segments !== undefined && !takeDefinitions(state, true)) return false;
  const { depth, leafLine: line, leafStart: start, textStart, following: end, line: lastLine } = state;
  const textEnd = withoutTrailingSpace(state.bytes, textStart, state.textEnd);
  state.sink.heading?.({ level, line, lastLine, start, end, textStart, textEnd, setext: true, depth });
  state.leaf = "none";
  return true;
}

export function atxHeading(state: BlockState, level: number): void {
  openLeaf(state, "none");
  const { sink, bytes, stop, line, start, following: end, depth } = state;
  if (sink.heading === undefined) return;
  const textStart = skipSpaces(bytes, state.text + level, stop);
  const textEnd = withoutClosingHashes(bytes, textStart, stop);
  if (sink.wants?.(level, depth, textStart, textEnd) === false) return;
  sink.heading({ level, line, lastLine: line, start, end, textStart, textEnd, setext: false, depth });
}

function withoutClosingHashes(bytes: Uint8Array, from: number, stop: number): number {
  const end = withoutTrailingSpace(bytes, from, stop);
  let i = end;
  while (i > from && bytes[i - 1] === HASH) i--;
  const closes = i < end && (i === from || isSpaceOrTab(bytes[i - 1]));
  return closes ? withoutTrailingSpace(bytes, from, i) : end;
}

export function withoutTrailingSpace(bytes: Uint8Array, from: number, to: number): number {
  let i = to;
  while (i > from && (isSpaceOrTab(bytes[i - 1]) || bytes[i - 1] === LF || bytes[i - 1] === CR)) i--;
  return i;
}

/** The length of the fence that may open at `at`, or 0. A fence of backticks has none in its info string. */
export function fenceLengthAt(bytes: Uint8Array, at: number, stop: number): number {
  const byte = bytes[at]!;
  const end = skipRun(bytes, at, stop, byte);
  if (end - at < 3) return 0;
  if (byte === BACKTICK) for (let i = end; i < stop; i++) if (bytes[i] === BACKTICK) return 0;
  return end - at;
}

export function closesFence(state: BlockState): boolean {
  if (state.indent >= 4 || state.bytes[state.text] !== state.fenceByte) return false;
  const end = skipRun(state.bytes, state.text, state.stop, state.fenceByte);
  return end - state.text >= state.fenceLength && skipSpaces(state.bytes, end, state.stop) === state.stop;
}

/**
 * Takes the definitions off the front of the open paragraph; false where nothing else is left of it. What is left
 * becomes the paragraph's text.
 */
function takeDefinitions(state: BlockState, needed: boolean): boolean {
  const { bytes, sink, leafLine: line } = state;
  const segments = state.segments!;
  state.segments = undefined;
  sink.bracketed?.({ line, segments });
  if (!needed && sink.definition === undefined) return true;
  const definitions = definitionsIn(bytes, { line, segments });
  const last = definitions.at(-1);
  if (last === undefined) return true;
  for (const definition of definitions) sink.definition?.(definition);
  state.leafLine = last.lastLine + 1;
  const next = segments[2 * (state.leafLine - line)];
  state.textStart = next ?? NOTHING_LEFT;
  if (next === undefined) return false;
  state.leafStart = next;
  while (isSpaceOrTab(bytes[state.leafStart - 1])) state.leafStart--;
  return true;
}

/** The link definitions that a paragraph begins with; all, or those of some labels. */
export function definitionsIn(bytes: Uint8Array, paragraph: BracketedText, wanted?: ReadonlySet<string>): Definition[] {
  const { line, segments } = paragraph;
  const text = textOf(bytes, paragraph);
  const definitions: Definition[] = [];
  if (wanted !== undefined && !mayHold(text, wanted)) return definitions;
  let [at, first] = [0, 0];
  while (text.charCodeAt(at) === OPEN_BRACKET) {
    const found = parseDefinition(text, at);
    if (found === undefined) break;
    // A definition ends at the end of a line, so the lines that it takes are whole.
    const behind = first + found.lines;
    if (wanted === undefined || wanted.has(found.label)) {
      definitions.push({
        label: found.label,
        text: text.slice(at, found.end).trimEnd(),
        line: line + first,
        lastLine: line + behind - 1,
        start: segments[2 * first]!,
        end: segments[2 * behind - 1]!,
      });
    }
    [at, first] = [found.end, behind];
  }
  return definitions;
}

const FEW = 64;

/** False where the text surely holds none of the labels: a changelog may end in thousands of definitions. */
function mayHold(text: string, labels: ReadonlySet<string>): boolean {
  // Outside ASCII, text that differs may still be the same label.
  if (labels.size > FEW || !/^[\x00-\x7f]*$/.test(text)) return true;
  const folded = text.toLowerCase();
  return [...labels].some((label) => label.includes(" ") || folded.includes(label.toLowerCase()));
}

/** A paragraph's lines without their indentation, separated by LF. */
function textOf(bytes: Uint8Array, { segments }: BracketedText): string {
  let adjacent = true;
  for (let i = 2; adjacent && i < segments.length; i += 2)
    adjacent = segments[i] === segments[i - 1]! + 1 && bytes[segments[i - 1]!] === LF;
  if (adjacent) return decode(bytes, segments[0]!, segments.at(-1)!);
  const lines: string[] = [];
  for (let i = 0; i < segments.length; i += 2) lines.push(decode(bytes, segments[i]!, segments[i + 1]!));
  return lines.join("\n");
}

/** Whether the text at `at` may begin with a definition: its first `]` is followed by a colon, or is on a later line. */
function mayDefine(bytes: Uint8Array, at: number, stop: number): boolean {
  if (bytes[at] !== OPEN_BRACKET) return false;
  for (let i = at + 1; i < stop; i++) {
    if (bytes[i] === OPEN_BRACKET) return false;
    if (bytes[i] === CLOSE_BRACKET) return i + 1 < stop && bytes[i + 1] === COLON;
    if (bytes[i] === BACKSLASH) i++;
  }
  return true;
}
