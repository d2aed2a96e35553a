import { Lexer, Parser } from "yaml";

/** Deeper than any file that people write; thousands of levels would end the process, not the call. */
export const DEEPEST = 100;

/**
 * The offset at which a YAML text gets nested deeper than `deepest`, or undefined. To be asked before a text from
 * outside is parsed: composing a document is recursive, and on Node 20 its end is not an error that can be caught.
 */
export function tooDeepAt(source: string, deepest = DEEPEST): number | undefined {
  // Nothing can be nested so deep in so little text.
  if (source.length < deepest) return undefined;
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(source)) {
    // The tokens themselves are of no interest here, only the stack that they leave.
    for (const token of parser.next(lexeme)) void token;
    if (parser.stack.length > deepest) return parser.offset;
  }
  return undefined;
}
