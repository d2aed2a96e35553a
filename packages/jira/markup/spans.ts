import { linkTarget } from "@release-actions/text";
import { pairRuns, runOf } from "./emphasis.ts";
import type { Mark, Run } from "./emphasis.ts";
import { autolinkAt, bareAddressAt, entityAt, labelAt, targetAt } from "./links.ts";
import { labelKey } from "./tree.ts";
import type { Definitions, Span, TextSpan } from "./tree.ts";

/** Pieces of a leaf's text, before emphasis is known. */
type Piece =
  | { readonly kind: "text"; readonly text: string }
  | { readonly kind: "code"; readonly text: string }
  | { readonly kind: "break" }
  | { readonly kind: "run"; readonly run: Run }
  | { readonly kind: "link"; readonly spans: readonly Span[] };

interface Bracket {
  /** Where it stands among the pieces. */
  readonly at: number;
  /** Where its text begins in the source. */
  readonly from: number;
  readonly image: boolean;
  active: boolean;
}

interface Reading {
  readonly text: string;
  readonly definitions: Definitions;
  readonly codeEnds: ReadonlyMap<number, number[]>;
  readonly pieces: Piece[];
  readonly brackets: Bracket[];
  at: number;
  pending: string;
}

/** Reads the inline structure of a leaf: code, emphasis, links, hard breaks. HTML is text, but for comments. */
export function readSpans(text: string, definitions: Definitions): Span[] {
  const reading: Reading = { text, definitions, codeEnds: codeEndsOf(text), pieces: [], brackets: [], at: 0, pending: "" };
  while (reading.at < text.length) readPiece(reading);
  flush(reading);
  return spansOf(reading.pieces);
}

function readPiece(reading: Reading): void {
  const { text, at } = reading;
  const character = text.charAt(at);
  switch (character) {
    case "\\":
      return readEscape(reading);
    case "`":
      return readCode(reading);
    case "*":
    case "_":
    case "~":
      return readRun(reading, character);
    case "!":
      return text[at + 1] === "[" ? openBracket(reading, true) : addText(reading, "!", 1);
    case "[":
      return openBracket(reading, false);
    case "]":
      return closeBracket(reading);
    case "<":
      return readAngle(reading);
    case "&": {
      const entity = entityAt(text, at);
      return addText(reading, entity?.text ?? "&", entity?.length ?? 1);
    }
    case "\n":
      return readLineEnd(reading);
    case "h":
      return readBareAddress(reading);
    default:
      return addText(reading, character, 1);
  }
}

function addText(reading: Reading, text: string, length: number): void {
  reading.pending += text;
  reading.at += length;
}

function addPiece(reading: Reading, piece: Piece, length: number): void {
  flush(reading);
  reading.pieces.push(piece);
  reading.at += length;
}

function flush(reading: Reading): void {
  if (reading.pending !== "") reading.pieces.push({ kind: "text", text: reading.pending });
  reading.pending = "";
}

function readEscape(reading: Reading): void {
  const next = reading.text[reading.at + 1] ?? "";
  if (next === "\n") return addPiece(reading, { kind: "break" }, 2);
  return /[!-/:-@[-`{-~]/.test(next) ? addText(reading, next, 2) : addText(reading, "\\", 1);
}

/** A soft line end is a space; two spaces before it make it a break. */
function readLineEnd(reading: Reading): void {
  const hard = reading.pending.endsWith("  ");
  reading.pending = reading.pending.trimEnd();
  flush(reading);
  return hard ? addPiece(reading, { kind: "break" }, 1) : addText(reading, " ", 1);
}

function readCode(reading: Reading): void {
  const { text, at } = reading;
  const open = endOfRun(text, at);
  const close = codeEnd(reading, open, open - at);
  if (close === undefined) return addText(reading, text.slice(at, open), open - at);
  const content = text.slice(open, close - (open - at)).replaceAll("\n", " ");
  const padded = content.startsWith(" ") && content.endsWith(" ") && content.trim() !== "";
  addPiece(reading, { kind: "code", text: padded ? content.slice(1, -1) : content }, close - at);
}

function readRun(reading: Reading, character: "*" | "_" | "~"): void {
  const { text, at } = reading;
  const end = endOfRun(text, at);
  if (character === "~" && end - at !== 2) return addText(reading, text.slice(at, end), end - at);
  const before = [...text.slice(Math.max(0, at - 2), at)].at(-1) ?? "";
  const after = String.fromCodePoint(text.codePointAt(end) ?? 32);
  addPiece(reading, { kind: "run", run: runOf(character, end - at, before, after) }, end - at);
}

function readAngle(reading: Reading): void {
  const { text, at } = reading;
  if (text.startsWith("<!--", at)) {
    const end = text.indexOf("-->", at + 2);
    // One that never ends hides nothing, and is looked for once: the rest is text.
    return end === -1 ? addText(reading, text.slice(at), text.length - at) : addText(reading, "", end + 3 - at);
  }
  const link = autolinkAt(text, at);
  if (link === undefined) return addText(reading, "<", 1);
  addPiece(reading, { kind: "link", spans: linked([{ kind: "text", text: link.url }], link.url) }, link.length);
}

function readBareAddress(reading: Reading): void {
  const address = bareAddressAt(reading.text, reading.at);
  const inLink = address !== undefined && reading.brackets.some(({ active, image }) => active && !image);
  if (address === undefined || inLink) return addText(reading, "h", 1);
  addPiece(reading, { kind: "link", spans: linked([{ kind: "text", text: address }], address) }, address.length);
}

function openBracket(reading: Reading, image: boolean): void {
  const length = image ? 2 : 1;
  addPiece(reading, { kind: "text", text: image ? "![" : "[" }, length);
  reading.brackets.push({ at: reading.pieces.length - 1, from: reading.at, image, active: true });
}

function closeBracket(reading: Reading): void {
  const bracket = reading.brackets.pop();
  const link = bracket?.active === true ? linkBehind(reading, bracket) : undefined;
  if (bracket === undefined || link === undefined) return addText(reading, "]", 1);
  flush(reading);
  const content = spansOf(reading.pieces.splice(bracket.at).slice(1));
  reading.pieces.push({ kind: "link", spans: linked(content, link.url) });
  reading.at = link.end;
  if (!bracket.image) deactivate(reading.brackets);
}

/** No link within a link. What stands below an inactive one is inactive already. */
function deactivate(brackets: readonly Bracket[]): void {
  for (let at = brackets.length - 1; at >= 0; at -= 1) {
    const bracket = brackets[at]!;
    if (bracket.image) continue;
    if (!bracket.active) return;
    bracket.active = false;
  }
}

/** The target of the link whose text ends at the cursor: `(target)`, `[label]`, or the text itself as a label. */
function linkBehind({ text, at, definitions }: Reading, { from }: Bracket): { url: string; end: number } | undefined {
  const inline = targetAt(text, at + 1);
  if (inline !== undefined) return inline;
  const label = labelAt(text, at + 1);
  const key = label === undefined || label.text === "" ? text.slice(from, at) : label.text;
  const url = key.length > 999 ? undefined : definitions.get(labelKey(key));
  return url === undefined ? undefined : { url, end: label?.end ?? at + 1 };
}

/** What may be linked to becomes a link; of anything else the address is shown. */
function linked(spans: readonly Span[], url: string): Span[] {
  const target = linkTarget(url);
  const shown = url === "" || spans.some((span) => span.kind === "text" && span.text === url);
  if (target === undefined) return shown ? [...spans] : [...spans, { kind: "text", text: ` (${url})` }];
  const content: readonly Span[] = spans.length > 0 ? spans : [{ kind: "text", text: target }];
  return content.map((span) => (span.kind === "break" || span.url !== undefined ? span : { ...span, url: target }));
}

function spansOf(pieces: readonly Piece[]): Span[] {
  pairRuns(pieces.flatMap((piece) => (piece.kind === "run" ? [piece.run] : [])));
  const open: Record<Mark, number> = { strong: 0, emphasis: 0, strike: 0 };
  const spans: Span[] = [];
  const add = (text: string, more: Partial<TextSpan> = {}): void => {
    if (text === "") return;
    const marks = { ...(open.strong > 0 && { strong: true }), ...(open.emphasis > 0 && { emphasis: true }), ...(open.strike > 0 && { strike: true }) };
    spans.push({ kind: "text", text, ...marks, ...more });
  };
  for (const piece of pieces) {
    if (piece.kind === "text") add(piece.text);
    else if (piece.kind === "code") add(piece.text, { code: true });
    else if (piece.kind === "break") spans.push(piece);
    else if (piece.kind === "run") {
      for (const mark of piece.run.ends) open[mark] -= 1;
      add(piece.run.character.repeat(piece.run.left));
      for (const mark of piece.run.begins) open[mark] += 1;
    } else {
      for (const span of piece.spans) {
        if (span.kind === "break") spans.push(span);
        else add(span.text, span);
      }
    }
  }
  return merged(spans);
}

/** Neighbours of equal marks as one. */
function merged(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.kind === "text" && span.kind === "text" && sameMarks(last, span)) result[result.length - 1] = { ...last, text: last.text + span.text };
    else result.push(span);
  }
  return result;
}

function sameMarks(a: TextSpan, b: TextSpan): boolean {
  return a.strong === b.strong && a.emphasis === b.emphasis && a.strike === b.strike && a.code === b.code && a.url === b.url;
}

/** Where the runs of backticks end, by their lengths, the first of them last. */
function codeEndsOf(text: string): Map<number, number[]> {
  const ends = new Map<number, number[]>();
  for (let end = text.lastIndexOf("`"); end !== -1;) {
    let start = end;
    while (text[start - 1] === "`") start -= 1;
    const length = end + 1 - start;
    const known = ends.get(length);
    if (known === undefined) ends.set(length, [end + 1]);
    else known.push(end + 1);
    end = start === 0 ? -1 : text.lastIndexOf("`", start - 1);
  }
  return ends;
}

/** The end of the next run that closes one of this length; those that were passed are dropped. */
function codeEnd({ codeEnds }: Reading, open: number, length: number): number | undefined {
  const ends = codeEnds.get(length) ?? [];
  while ((ends.at(-1) ?? Infinity) <= open) ends.pop();
  return ends.at(-1);
}

function endOfRun(text: string, from: number): number {
  let end = from;
  while (text[end] === text[from] && end < text.length) end += 1;
  return end;
}
