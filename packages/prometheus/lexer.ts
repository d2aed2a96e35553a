/** The words of PromQL, as far as selectors must be found among them (prometheus/promql/parser/lex.go). */

export type TokenKind = "name" | "number" | "text" | "symbol";

export interface Token {
  readonly kind: TokenKind;
  readonly text: string;
  /** Offsets in the query; `end` is exclusive. */
  readonly start: number;
  readonly end: number;
}

/** Spaces and comments, which end with their line. */
const BETWEEN = /(?:[ \t\r\n]|#[^\r\n]*)+/y;
const WORD = /[a-zA-Z_:][a-zA-Z0-9_:]*/y;
/** Numbers and durations, which nothing needs to tell apart here. */
const NUMBER = /(?:0[xX][0-9a-fA-F]+|(?:[0-9]+(?:ms|[smhdwy]))+|(?:[0-9]+(?:\.[0-9]*)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?)(?![a-zA-Z0-9_.])/y;
const SYMBOL = /==|!=|=~|!~|>=|<=|[-+*/%^=<>(){}[\],:@]/y;
/** In single or double quotes with Go's escapes, on one line, or between backquotes as it stands. */
const TEXT = /"(?:[^"\\\n]|\\[^\n])*"|'(?:[^'\\\n]|\\[^\n])*'|`[^`]*`/y;

/** All words, or the offset at which something stands that is none. */
export function tokensOf(query: string): readonly Token[] | number {
  const tokens: Token[] = [];
  let at = 0;
  // A colon within brackets parts a range from its step; elsewhere it may begin a name.
  let inRange = false;
  const take = (pattern: RegExp): string | undefined => {
    pattern.lastIndex = at;
    return pattern.exec(query)?.[0];
  };
  for (;;) {
    at += take(BETWEEN)?.length ?? 0;
    if (at >= query.length) return tokens;
    const kinds: readonly (readonly [TokenKind, RegExp])[] = inRange ? RANGE_KINDS : KINDS;
    let token: Token | undefined;
    for (const [kind, pattern] of kinds) {
      const text = take(pattern);
      if (text === undefined) continue;
      token = { kind, text, start: at, end: at + text.length };
      break;
    }
    if (token === undefined) return at;
    tokens.push(token);
    at = token.end;
    if (token.text === "[" || token.text === "]") inRange = token.text === "[";
  }
}

const RANGE_KINDS = [["number", NUMBER], ["symbol", SYMBOL]] as const;
const KINDS = [["name", WORD], ...RANGE_KINDS, ["text", TEXT]] as const;
