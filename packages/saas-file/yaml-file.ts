import { invalid, type Problem } from "@release-actions/action-types";
import { buildPlainYaml, readPlainYaml, type PlainNode, type PlainPair } from "@release-actions/plain-yaml";
import type { Aliases, YamlNode } from "./node.ts";
import { decode, lineIndex } from "./source-text.ts";

/** A YAML file of one document, with the place of every node in its text. */
export interface YamlFile {
  readonly file: string;
  readonly bytes: Buffer;
  readonly text: string;
  readonly root: YamlNode | null;
  /** All nodes, each collection behind all that it holds. */
  nodes(): readonly (YamlNode | null)[];
  readonly aliases: Aliases;
  /** The 1-based line of an offset into the text. */
  line(offset: number): number;
  readonly reader: YamlReader;
}

/** What read a file, and can read it again when it was edited. */
export interface YamlReader {
  /**
   * Reads a text and shows its nodes, each collection behind all that it holds. False, or a Stop is thrown, where it
   * cannot read it.
   */
  reread(text: string, file: string, show: ShowNode): boolean;
  /** The version of YAML for which a scalar on its own is not this text; undefined where it is for all of them. */
  disagreement(token: string, text: string): string | undefined;
}

/** `size` is how many items or pairs a collection has; the node itself may be empty. */
export type ShowNode = (node: YamlNode | null, size: number) => void;

const NO_ALIASES: Aliases = new Map();

/**
 * Reads the part of YAML in which nearly every file is written: no aliases, no equal keys, nothing nested without
 * end. Undefined for anything else, which library-file.ts reads. Throws Stop "invalid" for what is no text.
 */
export function parsePlainYaml(bytes: Buffer, file: string): YamlFile | undefined {
  const text = decode(bytes, file);
  const nodes: YamlNode[] = [];
  const add = <T extends YamlNode>(node: T): T => {
    nodes.push(node);
    return node;
  };
  const root = buildPlainYaml<PlainNode>(text, {
    scalar: add,
    list: (start, items) => add({ kind: "list", start, items }),
    map: (start, pairs) => add({ kind: "map", start, pairs: pairs as PlainPair[] }),
  });
  if (root === undefined) return undefined;
  return { file, bytes, text, root, nodes: () => nodes, aliases: NO_ALIASES, line: lineIndex(text), reader: PLAIN_READER };
}

const LIST: YamlNode = { kind: "list", start: 0, items: [] };
const MAP: YamlNode = { kind: "map", start: 0, pairs: [] };

const PLAIN_READER: YamlReader = {
  reread(text, _, show) {
    const list = (_start: number, items: unknown[]): true => (show(LIST, items.length), true);
    const map = (_start: number, pairs: unknown[]): true => (show(MAP, pairs.length), true);
    return buildPlainYaml<true>(text, { scalar: (scalar) => (show(scalar, 0), true), list, map }) ?? false;
  },
  disagreement(token, text) {
    const root = readPlainYaml(`- ${token}\n`);
    const item = root?.kind === "list" ? root.items[0] : undefined;
    // It takes no scalar that two versions of YAML read as two things.
    return item?.kind === "scalar" && item.value === text ? undefined : "of some version";
  },
};

const MOST_NAMED = 20;

export function stopAt(problems: readonly Problem[], message: string): void {
  const [first] = problems;
  if (first === undefined) return;
  const where = first.line === undefined ? "" : ` (line ${first.line}: ${first.what}${problems.length > 1 ? `, and ${problems.length - 1} more` : ""})`;
  throw invalid(message + where, { remedy: first.remedy ?? "Correct the file.", problems: problems.slice(0, MOST_NAMED) });
}
