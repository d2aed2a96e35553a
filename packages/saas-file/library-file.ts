import { invalid, type Problem } from "@release-actions/action-types";
import { Composer, Lexer, Parser, parse, type CST, type Document } from "yaml";
import { inOrder, sizeOf, type YamlNode } from "./node.ts";
import { nodeOf } from "./library-nodes.ts";
import { decode, lineIndex } from "./source-text.ts";
import { survey } from "./survey.ts";
import { stopAt, type YamlFile, type YamlReader } from "./yaml-file.ts";

/** Deeper than any saas file; thousands of levels would end the process, not the call. */
const DEEPEST = 64;

/**
 * Reads one YAML document with the YAML library. Throws Stop "invalid" for what is not valid YAML, for several
 * documents, duplicate keys, nesting without end and aliases that would grow without end, each with its line.
 */
export function parseYaml(bytes: Buffer, file: string): YamlFile {
  const text = decode(bytes, file);
  const line = lineIndex(text);
  const root = rootOf(text, file);
  const { aliases, problems } = survey(root, file, line);
  stopAt(problems, `${file} cannot be read safely`);
  return { file, bytes, text, root, nodes: () => inOrder(root), aliases, line, reader: LIBRARY_READER };
}

const LIBRARY_READER: YamlReader = {
  /** Without a look at keys and aliases. */
  reread(text, file, show) {
    for (const node of inOrder(rootOf(text, file))) show(node, sizeOf(node));
    return true;
  },
  disagreement: (token, text) => (["1.1", "1.2"] as const).find((version) => parse(token, { version }) !== text),
};

function rootOf(text: string, file: string): YamlNode | null {
  const line = lineIndex(text);
  const { contents, errors } = compose(text, file, line);
  const problems: Problem[] = errors.map(({ message, pos }) => ({ what: message, remedy: "Correct the YAML.", file, line: line(pos[0]) }));
  stopAt(problems, `${file} is not valid YAML`);
  return nodeOf(contents);
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
