import { CST, Lexer } from "yaml";

/** A text in which what is quoted or in brackets is indented. */
export interface Unfolded {
  readonly text: string;
  /** Where the quoted scalars and flow collections are that were indented: start and end in `text`. */
  readonly regions: readonly (readonly [number, number])[];
  /** The offset in the original text of an offset in `text`. */
  original(offset: number): number;
}

/** The text is scanned once for each place: characters in all. A file that needs more is refused. */
const MOST_SCANNED = 20_000_000;

/**
 * PyYAML lets quoted scalars and flow collections continue at the margin; YAML 1.2 wants them indented, and the library
 * stops there. Indenting their lines changes no value: leading white space of a line is neither part of a quoted scalar
 * nor of a collection. Returns undefined where there is nothing to indent, or the end of it cannot be found.
 */
export function unfold(original: string): Unfolded | undefined {
  const regions: [number, number][] = [];
  const insertions: { readonly at: number; readonly width: number }[] = [];
  let text = original;
  for (let from = 0; ;) {
    const region = nextRegion(text, from);
    if (region === undefined) break;
    const [start, end] = region;
    const pad = start - lineStartOf(text, start) + 1;
    const inner = text.slice(start, end);
    if (regions.length * text.length > MOST_SCANNED || !canBeIndented(inner)) return undefined;
    const indented = inner.replaceAll("\n", (_, index: number) => {
      const before = insertions.length === 0 ? 0 : addedAfter(insertions, start);
      insertions.push({ at: start + index + 1 + before, width: pad });
      return `\n${" ".repeat(pad)}`;
    });
    text = text.slice(0, start) + indented + text.slice(end);
    from = start + indented.length;
    regions.push([start, from]);
  }
  if (regions.length === 0) return undefined;
  return {
    text,
    regions,
    original: (offset) =>
      insertions.reduce(
        (at, { at: place, width }) => (place < offset ? at - Math.min(width, offset - place) : at),
        offset,
      ),
  };
}

function addedAfter(insertions: readonly { readonly at: number; readonly width: number }[], start: number): number {
  return insertions.reduce((sum, { at, width }) => (at > start ? sum + width : sum), 0);
}

/** The next quoted scalar or flow collection outside of others with a line that is not indented enough. */
function nextRegion(text: string, from: number): readonly [number, number] | undefined {
  let offset = 0;
  let passed = from;
  let isContent = false;
  for (const lexeme of new Lexer().lex(text)) {
    if (!isContent && offset >= passed && STARTS.has(CST.tokenType(lexeme) ?? "")) {
      const end = endOf(text, offset);
      if (end === undefined) return undefined;
      if (isAtMargin(text, offset, end)) return [offset, end];
      passed = end;
    }
    isContent = lexeme === CST.SCALAR;
    if (!MARKS.has(lexeme)) offset += lexeme.length;
  }
  return undefined;
}

const STARTS: ReadonlySet<string> = new Set([
  "single-quoted-scalar",
  "double-quoted-scalar",
  "flow-seq-start",
  "flow-map-start",
]);
const MARKS: ReadonlySet<string> = new Set([CST.DOCUMENT, CST.FLOW_END, CST.SCALAR]);

function lineStartOf(text: string, offset: number): number {
  return text.lastIndexOf("\n", offset - 1) + 1;
}

function isAtMargin(text: string, start: number, end: number): boolean {
  const head = text.slice(lineStartOf(text, start), start);
  const indent = /^ *(?:[-?] +)*/.exec(head)![0].length;
  return [...text.slice(start, end).matchAll(/\n( *)\S|\n( *)\t/g)].some(
    ([, spaces, beforeTab]) => beforeTab !== undefined || spaces!.length <= indent,
  );
}

/** A document's marks end it even inside quotes, and a tab behind a plain scalar's line is refused. */
function canBeIndented(inner: string): boolean {
  if (/\n(?:---|\.\.\.)(?:\s|$)|\ufeff/.test(inner)) return false;
  return /^["']/.test(inner) || !/[^\s,[\]{}:]\s*?\r?\n *\t/.test(inner);
}

const SPACE = /\s+|(?<=[\s,[\]{}"'])#[^\n]*/y;
const QUOTED = /"[^"\\]*(?:\\[^][^"\\]*)*"|'[^']*(?:''[^']*)*'/y;
const PROPERTY = /[&*!][^\s,[\]{}]*|[-?:](?=[\s,[\]{}])|:/y;
const PLAIN = /[^\s,[\]{}"'#](?:[^\s,[\]{}:]|:(?![\s,[\]{}])|\s+(?=[^\s#,[\]{}:]))*/y;

/** The end of the quoted scalar or flow collection that begins at an offset. */
function endOf(text: string, start: number): number | undefined {
  if (/["']/.test(text[start]!)) return match(QUOTED, text, start);
  let depth = 0;
  for (let at = start; at < text.length;) {
    const char = text[at]!;
    if ("[{".includes(char)) depth += 1;
    if ("]}".includes(char)) depth -= 1;
    if (depth === 0) return at + 1;
    const next = ",[]{}".includes(char)
      ? at + 1
      : (match(SPACE, text, at) ?? match(QUOTED, text, at) ?? match(PROPERTY, text, at) ?? match(PLAIN, text, at));
    if (next === undefined) return undefined;
    at = next;
  }
  return undefined;
}

function match(pattern: RegExp, text: string, at: number): number | undefined {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : undefined;
}
