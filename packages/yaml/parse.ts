import {
  Composer,
  Lexer,
  Parser,
  YAMLParseError,
  type CST,
  type Document,
  type DocumentOptions,
  type LineCounter,
  type ParseOptions,
  type SchemaOptions,
} from "yaml";

/** Deeper than any file that people write; thousands of levels would end the process, not the call. */
export const DEEPEST = 100;

export interface ParseSettings
  extends Omit<ParseOptions, "prettyErrors" | "lineCounter">, DocumentOptions, SchemaOptions {
  readonly lineCounter?: LineCounter;
  /** Levels of nesting that are read. Default: DEEPEST. */
  readonly deepest?: number;
}

/**
 * Every way from a text to a tree is here, and each stops at the guard: composing is recursive, and on Node 20 the end
 * of the stack is not an error that can always be caught. Scanning is not recursive, so the nesting is known before.
 */

/**
 * One document; problems are in its `errors`. A text that is nested too deeply is an empty one with that error alone.
 */
export function parseDocument(source: string, settings: ParseSettings = {}): Document.Parsed {
  const documents = compose(source, settings);
  const document = documents.next().value as Document.Parsed;
  // What comes behind it is read for its nesting alone.
  for (const next of documents) {
    if (next.errors.some(isTooDeep)) return next;
    if (document.errors.at(-1)?.code === "MULTIPLE_DOCS") continue;
    document.errors.push(
      new YAMLParseError(
        [next.range[0], next.range[1]],
        "MULTIPLE_DOCS",
        "multiple documents: a second one begins here",
      ),
    );
  }
  return document;
}

/** All documents of a text; none where it is empty. */
export function parseAllDocuments(source: string, settings: ParseSettings = {}): Document.Parsed[] {
  const documents = [...compose(source, settings, false)];
  const tooDeep = documents.find(({ errors }) => errors.some(isTooDeep));
  return tooDeep === undefined ? documents : [tooDeep];
}

/** The value of a text. Throws YAMLParseError for what is not YAML, and ReferenceError for aliases beyond `maxAliasCount`. */
export function parse(
  source: string,
  { maxAliasCount, ...settings }: ParseSettings & { readonly maxAliasCount?: number } = {},
): unknown {
  const document = parseDocument(source, settings);
  const [error] = document.errors;
  if (error !== undefined) throw error;
  return document.toJS({ ...(maxAliasCount !== undefined && { maxAliasCount }) });
}

/** Whether this is why a text was not read: by the guard, or by the library, which reports the same about its stack. */
export function isTooDeep({ code }: Pick<YAMLParseError, "code">): boolean {
  return code === "RESOURCE_EXHAUSTION";
}

function* compose(
  source: string,
  { deepest = DEEPEST, ...settings }: ParseSettings,
  forceDocument = true,
): Generator<Document.Parsed, void> {
  const options = { ...settings, prettyErrors: false };
  try {
    yield* new Composer(options).compose(
      tokensOf(source, deepest, settings.lineCounter),
      forceDocument,
      source.length,
    ) as Generator<Document.Parsed, void>;
  } catch (error) {
    if (!(error instanceof TooDeep)) throw error;
    const [empty] = new Composer(options).compose([], true, source.length);
    const document = empty as Document.Parsed;
    document.errors.push(
      new YAMLParseError(
        [error.offset, error.offset],
        "RESOURCE_EXHAUSTION",
        `nested more than ${deepest} levels deep`,
      ),
    );
    yield document;
  }
}

class TooDeep extends Error {
  readonly offset: number;
  constructor(offset: number) {
    super();
    this.offset = offset;
  }
}

/** As Parser.parse, with a look at the stack of what is open. A document's token comes when it is closed. */
function* tokensOf(source: string, deepest: number, lines: LineCounter | undefined): Generator<CST.Token, void> {
  const parser = new Parser(lines?.addNewLine);
  lines?.addNewLine(0);
  for (const lexeme of new Lexer().lex(source)) {
    yield* parser.next(lexeme);
    if (parser.stack.length > deepest) throw new TooDeep(parser.offset);
  }
  yield* parser.end();
}
