import type { Problem } from "@release-actions/action";
import { isMap, isPair, isScalar, type Document } from "yaml";
import { readStrictly, type Fault } from "./strict.ts";

export type YamlPath = readonly PropertyKey[];

/** A YAML file, with the position of everything in it. */
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
 * Reads a file as readStrictly does, into a document that knows the place of every value. All problems are found at
 * once, each with its line.
 */
export function openYaml(source: string, file: string): YamlDocument {
  const { value, document, faults, lineOf } = readStrictly(source);
  const at = (offset: number | undefined): Partial<Problem> =>
    offset === undefined ? { file } : { file, line: lineOf(offset) };
  return {
    value: faults.length === 0 ? (value ?? {}) : undefined,
    problems: faults.map(({ kind, message, line }) => ({ ...describe(kind, message), file, line })),
    has: (path) => document.hasIn(path),
    placeOf: (path) => at(valueOffset(document, path)),
    placeOfKey: (path) => at(keyOffset(document, path)),
  };
}

function describe(kind: Fault["kind"], message: string): Pick<Problem, "what" | "remedy"> {
  if (kind === "deep") return { what: "nested too deeply", remedy: "Correct the file." };
  return { what: message, remedy: kind === "alias" ? "Write the value out." : "Correct the YAML." };
}

function valueOffset(document: Document, path: YamlPath): number | undefined {
  // A missing value has no position: its parent's is shown.
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
