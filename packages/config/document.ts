import type { Problem } from "@release-actions/action-types";
import { tooDeepAt } from "@release-actions/yaml-depth";
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";

export type YamlPath = readonly PropertyKey[];

/** A YAML file, and where in it everything stands. */
export interface YamlDocument {
  /** Undefined where there are problems. An empty file is an empty mapping. */
  readonly value: unknown;
  readonly problems: readonly Problem[];
  has(path: YamlPath): boolean;
  /** The file and the line of a value; of one that is missing, its parent's. */
  placeOf(path: YamlPath): Partial<Problem>;
  /** The file and the line of a key. */
  placeOfKey(path: YamlPath): Partial<Problem>;
}

/**
 * Reads a file as YAML 1.2. Aliases and merge keys are refused: they are how a small file becomes a huge one. All
 * problems are found at once, each with its line.
 */
export function openYaml(source: string, file: string): YamlDocument {
  const lines = new LineCounter();
  // Looked at first: what is nested without end is not parsed at all.
  const deep = tooDeepAt(source);
  const document = parseDocument(deep === undefined ? source : "", { lineCounter: lines, version: "1.2", schema: "core", uniqueKeys: true, merge: false, prettyErrors: false });
  const at = (offset: number | undefined): Partial<Problem> => (offset === undefined ? { file } : { file, line: lines.linePos(offset).line });
  const problems = deep === undefined ? syntaxProblems(document, at) : [{ what: "nested too deeply", remedy: "Correct the file.", file, line: source.slice(0, deep).split("\n").length }];
  return {
    value: problems.length === 0 ? (document.toJS({ maxAliasCount: 0 }) ?? {}) : undefined,
    problems,
    has: (path) => document.hasIn(path),
    placeOf: (path) => at(valueOffset(document, path)),
    placeOfKey: (path) => at(keyOffset(document, path)),
  };
}

function syntaxProblems(document: Document, at: (offset: number | undefined) => Partial<Problem>): Problem[] {
  const problems: Problem[] = document.errors.map((error) => ({ what: error.message, remedy: "Correct the YAML.", ...at(error.pos[0]) }));
  visit(document, {
    Alias: (_, node) => void problems.push({ what: `the alias *${node.source} is not allowed`, remedy: "Write the value out.", ...at(node.range?.[0]) }),
  });
  return problems;
}

function valueOffset(document: Document, path: YamlPath): number | undefined {
  // A missing value has no place of its own: its parent's is shown.
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function keyOffset(document: Document, path: YamlPath): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}
