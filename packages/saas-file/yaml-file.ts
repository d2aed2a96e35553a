import { invalid, type Problem } from "@release-actions/action-types";
import { Composer, Lexer, Parser, type CST, type Document, type ParsedNode } from "yaml";
import { decode, lineIndex } from "./source-text.ts";
import { survey, type Aliases } from "./survey.ts";

/** A YAML file of one document, with the place of every node in its text. */
export interface YamlFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly root: ParsedNode | null;
  readonly aliases: Aliases;
  /** The 1-based line of an offset into the text. */
  line(offset: number): number;
}

/** Deeper than any saas file; thousands of levels would end the process, not the call. */
const DEEPEST = 64;
const MOST_NAMED = 20;

/**
 * Reads one YAML document. Throws Stop "invalid" for what is not valid YAML, for several documents, duplicate keys,
 * nesting without end and aliases that would grow without end, each with its line.
 */
export function parseYaml(bytes: Buffer, file: string): YamlFile {
  const { text, root, line } = readYaml(bytes, file);
  const { aliases, problems } = survey(root, file, line);
  stopAt(problems, `${file} cannot be read safely`);
  return { file, bytes, text, root, aliases, line };
}

/** As parseYaml, without a look at keys and aliases. */
export function readYaml(bytes: Buffer, file: string): Pick<YamlFile, "text" | "root" | "line"> {
  const text = decode(bytes, file);
  const line = lineIndex(text);
  const { contents, errors } = compose(text, file, line);
  const problems: Problem[] = errors.map(({ message, pos }) => ({ what: message, remedy: "Correct the YAML.", file, line: line(pos[0]) }));
  stopAt(problems, `${file} is not valid YAML`);
  return { text, root: contents, line };
}

export function stopAt(problems: readonly Problem[], message: string): void {
  const [first] = problems;
  if (first === undefined) return;
  const where = first.line === undefined ? "" : ` (line ${first.line}: ${first.what}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""})`;
  throw invalid(message + where, { remedy: first.remedy ?? "Correct the file.", problems: problems.slice(0, MOST_NAMED) });
}

function compose(text: string, file: string, line: (offset: number) => number): Document.Parsed {
  // Keys are compared in survey(), where it takes linear time; merge keys are never applied.
  const composer = new Composer({ version: "1.2", schema: "core", uniqueKeys: false, merge: false, prettyErrors: false, logLevel: "silent" });
  let only: Document.Parsed | undefined;
  for (const document of composer.compose(tokens(text, file, line), true, text.length)) {
    if (only === undefined) {
      only = document as Document.Parsed;
      continue;
    }
    const at = line(document.range[0]);
    throw invalid(`${file}:${at}: a second YAML document begins here`, {
      remedy: "A file of app-interface has one document.",
      problems: [{ what: "a second YAML document begins here", file, line: at }],
    });
  }
  if (only === undefined) throw new Error("the YAML parser gave no document");
  return only;
}

/** The parser's tokens as long as the nesting is sane: composing is recursive, parsing is not. */
function* tokens(text: string, file: string, line: (offset: number) => number): Generator<CST.Token> {
  const parser = new Parser();
  for (const lexeme of new Lexer().lex(text)) {
    yield* parser.next(lexeme);
    if (parser.stack.length <= DEEPEST) continue;
    const at = line(parser.offset);
    throw invalid(`${file}:${at}: nested more than ${DEEPEST} levels deep`, {
      remedy: "Correct the file.",
      problems: [{ what: `nested more than ${DEEPEST} levels deep`, file, line: at }],
    });
  }
  yield* parser.end();
}
