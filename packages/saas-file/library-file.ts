import { invalid, type Problem } from "@release-actions/action-types";
import { isTooDeep, parse, parseDocument, type Document } from "@release-actions/yaml";
import { inOrder, sizeOf, type YamlNode } from "./node.ts";
import { nodeOf } from "./library-nodes.ts";
import { decode, lineIndex } from "./source-text.ts";
import { survey } from "./survey.ts";
import { stopAt, type YamlFile, type YamlReader } from "./yaml-file.ts";

/** Deeper than any saas file. */
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
  const document = parseDocument(text, { version: "1.2", schema: "core", uniqueKeys: false, merge: false, logLevel: "silent", deepest: DEEPEST });
  const stop = (what: string, remedy: string, offset: number): Error => {
    const at = line(offset);
    return invalid(`${file}:${at}: ${what}`, { remedy, problems: [{ what, file, line: at }] });
  };
  for (const { code, message, pos } of document.errors) {
    if (code === "MULTIPLE_DOCS") throw stop("a second YAML document begins here", "A file of app-interface has one document.", pos[0]);
    if (isTooDeep({ code })) throw stop(message, "Correct the file.", pos[0]);
  }
  return document;
}
