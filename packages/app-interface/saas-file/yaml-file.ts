import { invalid, type Problem } from "@release-actions/action";
import { isTooDeep, parse, parseDocument, type Document } from "@release-actions/yaml";
import { nodeOf } from "./library-nodes.ts";
import { inOrder, type Aliases, type YamlNode } from "./node.ts";
import { decode, lineIndex } from "./source-text.ts";
import { survey } from "./survey.ts";

/** A YAML file of one document, with the place of every node in its text. */
export interface YamlFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly root: YamlNode | null;
  readonly aliases: Aliases;
  /** The 1-based line of an offset into the text. */
  line(offset: number): number;
}

/** Deeper than any saas file. */
const DEEPEST = 64;

/**
 * Reads one YAML document with the YAML library. Throws `invalid` for invalid YAML, several documents, duplicate keys,
 * unbounded nesting and aliases that would grow without bound, each with its line.
 */
export function parseYaml(bytes: Buffer, file: string): YamlFile {
  const text = decode(bytes, file);
  const line = lineIndex(text);
  const root = rootOf(text, file);
  const { aliases, problems } = survey(root, file, line);
  stopAt(problems, `${file} cannot be read safely`);
  return { file, bytes, text, root, aliases, line };
}

/** All nodes of an edited text, each collection after its content. Does not check keys and aliases. */
export function nodesOf(text: string, file: string): readonly (YamlNode | null)[] {
  return inOrder(rootOf(text, file));
}

/** The first YAML version in which the scalar alone is not this string; undefined if it is in all of them. */
export function disagreement(token: string, text: string): string | undefined {
  return (["1.1", "1.2"] as const).find((version) => parse(token, { version }) !== text);
}

function rootOf(text: string, file: string): YamlNode | null {
  const line = lineIndex(text);
  const { contents, errors } = compose(text, file, line);
  const problems: Problem[] = errors.map(({ message, pos }) => ({
    what: message,
    remedy: "Correct the YAML.",
    file,
    line: line(pos[0]),
  }));
  stopAt(problems, `${file} is not valid YAML`);
  return nodeOf(contents);
}

function compose(text: string, file: string, line: (offset: number) => number): Document.Parsed {
  // Keys are compared in survey(), where it takes linear time; merge keys are never applied.
  const document = parseDocument(text, {
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
    merge: false,
    logLevel: "silent",
    deepest: DEEPEST,
  });
  const stop = (what: string, remedy: string, offset: number): Error => {
    const at = line(offset);
    return invalid(`${file}:${at}: ${what}`, { remedy, problems: [{ what, file, line: at }] });
  };
  for (const { code, message, pos } of document.errors) {
    if (code === "MULTIPLE_DOCS")
      throw stop("a second YAML document begins here", "A file of app-interface has one document.", pos[0]);
    if (isTooDeep({ code })) throw stop(message, "Correct the file.", pos[0]);
  }
  return document;
}

const MOST_NAMED = 20;

export function stopAt(problems: readonly Problem[], message: string): void {
  const [first] = problems;
  if (first === undefined) return;
  const where =
    first.line === undefined
      ? ""
      : ` (line ${first.line}: ${first.what}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""})`;
  throw invalid(message + where, {
    remedy: first.remedy ?? "Correct the file.",
    problems: problems.slice(0, MOST_NAMED),
  });
}
