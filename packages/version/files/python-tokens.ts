/** A piece of Python source, as far as finding an assignment needs it. */
export interface Token {
  /** "word" is a name or a number; "end" ends a statement: a line end outside brackets, or a semicolon. */
  readonly kind: "word" | "string" | "mark" | "end";
  readonly start: number;
  readonly end: number;
  readonly text: string;
  /** For a string: where its text starts and ends, and whether the source between is the text itself. */
  readonly inner?: { readonly start: number; readonly end: number; readonly literal: boolean };
  /** How many brackets are open around the token. */
  readonly depth: number;
}

/**
 * Splits Python source (2 and 3) into tokens. Comments and joined lines vanish, docstrings are one token, and
 * nothing is refused: an unfinished string ends with its line, as editors show it.
 */
export function pythonTokens(source: string): Token[] {
  const tokens: Token[] = [];
  let depth = 0;
  let at = source.startsWith("\uFEFF") ? 1 : 0;
  while (at < source.length) {
    const character = source[at] as string;
    if (character === "#") at = endOfLine(source, at);
    else if (character === "\\" && lineEnd(source, at + 1) > 0) at += 1 + lineEnd(source, at + 1);
    else if (lineEnd(source, at) > 0) {
      const end = at + lineEnd(source, at);
      if (depth === 0) tokens.push({ kind: "end", start: at, end, text: "\n", depth });
      at = end;
    } else if (/\s/.test(character)) at++;
    else {
      const token = stringAt(source, at, depth) ?? wordAt(source, at, depth) ?? markAt(source, at, depth);
      if (")]}".includes(token.text)) depth = Math.max(0, depth - 1);
      if (token.kind === "mark" && "([{".includes(token.text)) depth++;
      tokens.push(token);
      at = token.end;
    }
  }
  tokens.push({ kind: "end", start: at, end: at, text: "", depth: 0 });
  return tokens;
}

/** The tokens of each statement, without their ends. */
export function* statements(tokens: readonly Token[]): Generator<Token[]> {
  let statement: Token[] = [];
  for (const token of tokens) {
    if (token.kind !== "end") statement.push(token);
    else if (statement.length > 0) {
      yield statement;
      statement = [];
    }
  }
}

function stringAt(source: string, at: number, depth: number): Token | undefined {
  const opening = /[A-Za-z]{0,2}(?:'''|"""|'|")/y;
  opening.lastIndex = at;
  const match = opening.exec(source)?.[0];
  if (match === undefined) return undefined;
  const prefix = match.replace(/['"]+$/, "").toLowerCase();
  if (!["", "r", "u", "b", "f", "t", "br", "rb", "fr", "rf", "tr", "rt"].includes(prefix)) return undefined;
  const quotes = match.slice(prefix.length);
  const start = at + match.length;
  let end = start;
  let hasEscape = false;
  while (end < source.length && !source.startsWith(quotes, end)) {
    if (quotes.length === 1 && lineEnd(source, end) > 0) break;
    if (source[end] === "\\") hasEscape = true;
    end += source[end] === "\\" ? 2 : 1;
  }
  const inner = {
    start,
    end,
    literal: ["", "r", "u"].includes(prefix) && !hasEscape && source.startsWith(quotes, end),
  };
  const after = Math.min(source.length, source.startsWith(quotes, end) ? end + quotes.length : end);
  return { kind: "string", start: at, end: after, text: source.slice(start, end), inner, depth };
}

function wordAt(source: string, at: number, depth: number): Token | undefined {
  const word = /[\p{L}\p{N}_]+/uy;
  word.lastIndex = at;
  const text = word.exec(source)?.[0];
  return text === undefined ? undefined : { kind: "word", start: at, end: at + text.length, text, depth };
}

function markAt(source: string, at: number, depth: number): Token {
  // A comparison and the walrus are not an assignment, so they are one mark each.
  const text = /^(?:==|!=|<=|>=|:=)/.exec(source.slice(at, at + 2))?.[0] ?? source.charAt(at);
  const kind = text === ";" && depth === 0 ? "end" : "mark";
  return { kind, start: at, end: at + text.length, text, depth };
}

function endOfLine(source: string, from: number): number {
  let at = from;
  while (at < source.length && lineEnd(source, at) === 0) at++;
  return at;
}

/** The length of the line end at `at`, or 0. */
function lineEnd(source: string, at: number): number {
  if (source[at] === "\n") return 1;
  if (source[at] !== "\r") return 0;
  return source[at + 1] === "\n" ? 2 : 1;
}
