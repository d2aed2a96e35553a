import { BACKSLASH, CLOSE_BRACKET, CLOSE_PAREN, OPEN_BRACKET, OPEN_PAREN, SPACE } from "./bytes.ts";

/** A link reference definition at the start of a text. Offsets are indices of that text. */
export interface ParsedDefinition {
  readonly label: string;
  /** The label as written, without its brackets. */
  readonly labelStart: number;
  readonly labelEnd: number;
  /** The destination as written, without angle brackets. */
  readonly destinationStart: number;
  readonly destinationEnd: number;
  /** Behind the line ending that closes the definition. */
  readonly end: number;
  /** How many lines it takes. */
  readonly lines: number;
}

const LONGEST_LABEL = 999;

/** As CommonMark compares labels: trimmed, white space collapsed, case folded. */
export function normalizeLabel(label: string): string {
  const collapsed = /\s/.test(label) ? label.trim().replace(/[ \t\r\n]+/g, " ") : label;
  return collapsed.toLowerCase().toUpperCase();
}

/**
 * Reads the definition that starts at `from` (CommonMark 0.31.2, section 4.7). `text` is a paragraph's, its lines
 * separated by LF and stripped of indentation. Reads on at most to the end of an unclosed title.
 */
export function parseDefinition(text: string, from: number): ParsedDefinition | undefined {
  const labelEnd = labelEndAt(text, from);
  if (labelEnd === -1 || text[labelEnd + 1] !== ":") return undefined;
  const destination = destinationAt(text, skipToNextText(text, labelEnd + 2));
  if (destination === undefined) return undefined;
  const label = normalizeLabel(text.slice(from + 1, labelEnd));
  if (label === "") return undefined;
  const end = endOfDefinition(text, destination.behind);
  if (end === -1) return undefined;
  return {
    label,
    labelStart: from + 1,
    labelEnd,
    destinationStart: destination.start,
    destinationEnd: destination.end,
    end,
    lines: linesIn(text, from, end),
  };
}

function linesIn(text: string, from: number, end: number): number {
  let lines = 0;
  for (let i = from; i < end; lines++) {
    const ending = text.indexOf("\n", i);
    i = ending === -1 ? end : ending + 1;
  }
  return lines;
}

/** The index of the `]` that closes the label opened at `from`, or -1. */
export function labelEndAt(text: string, from: number): number {
  if (text[from] !== "[") return -1;
  const limit = Math.min(text.length, from + 1 + LONGEST_LABEL + 1);
  for (let i = from + 1; i < limit; i++) {
    const code = text.charCodeAt(i);
    if (code === CLOSE_BRACKET) return i;
    if (code === OPEN_BRACKET) return -1;
    if (code === BACKSLASH) i++;
  }
  return -1;
}

interface Destination {
  readonly start: number;
  readonly end: number;
  readonly behind: number;
}

function destinationAt(text: string, from: number): Destination | undefined {
  if (text[from] === "<") {
    for (let i = from + 1; i < text.length; i++) {
      const char = text[i];
      if (char === ">") return { start: from + 1, end: i, behind: i + 1 };
      if (char === "<" || char === "\n") return undefined;
      if (char === "\\") i++;
    }
    return undefined;
  }
  let parens = 0;
  let i = from;
  for (; i < text.length; i++) {
    const code = text.charCodeAt(i);
    if (code <= SPACE || code === 0x7f) break;
    if (code === BACKSLASH && isPunctuation(text.charCodeAt(i + 1))) i++;
    else if (code === OPEN_PAREN) parens++;
    else if (code === CLOSE_PAREN && --parens < 0) break;
  }
  return i === from || parens !== 0 ? undefined : { start: from, end: i, behind: i };
}

/** With a title or without: the index behind the line ending, or -1 where other text follows. */
function endOfDefinition(text: string, behindDestination: number): number {
  const titleAt = skipToNextText(text, behindDestination);
  if (titleAt > behindDestination) {
    const titleEnd = titleEndAt(text, titleAt);
    const end = titleEnd === -1 ? -1 : lineEndAt(text, titleEnd);
    if (end !== -1) return end;
  }
  return lineEndAt(text, behindDestination);
}

function titleEndAt(text: string, from: number): number {
  const open = text[from];
  const close = open === "(" ? ")" : open;
  if (open !== '"' && open !== "'" && open !== "(") return -1;
  for (let i = from + 1; i < text.length; i++) {
    const char = text[i];
    if (char === close) return i + 1;
    if (char === "(" && open === "(") return -1;
    if (char === "\\") i++;
  }
  return -1;
}

function lineEndAt(text: string, from: number): number {
  const at = skipInline(text, from);
  if (at >= text.length) return text.length;
  return text[at] === "\n" ? at + 1 : -1;
}

function skipToNextText(text: string, from: number): number {
  const at = skipInline(text, from);
  return text[at] === "\n" ? skipInline(text, at + 1) : at;
}

function skipInline(text: string, from: number): number {
  let i = from;
  while (text[i] === " " || text[i] === "\t") i++;
  return i;
}

function isPunctuation(code: number): boolean {
  return (
    (code >= 33 && code <= 47) ||
    (code >= 58 && code <= 64) ||
    (code >= 91 && code <= 96) ||
    (code >= 123 && code <= 126)
  );
}
