import { isMerge, type YamlMap, type YamlNode, type YamlPair } from "./node.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A value on the path from the root to a ref, with what would make an edit there change more than it seems to. */
export interface Reached {
  /** Aliases are followed. Undefined if there is nothing. */
  readonly node: YamlNode | null | undefined;
  /** Where it is written; for an alias, not where its value is. */
  readonly at: number;
  readonly obstacles: readonly string[];
}

export function rootOf(file: YamlFile): Reached {
  return arrive(file, file.root, { at: 0, obstacles: [] });
}

/** The value of `key`, from a merge key if the mapping itself does not have it, as PyYAML reads it. */
export function valueAt(file: YamlFile, from: Reached, key: string): Reached {
  const pair = pairIn(file, from.node, key);
  if (pair === undefined) return { node: undefined, at: from.at, obstacles: from.obstacles };
  return arrive(file, pair.value, { at: (pair.value ?? pair.key)?.start || from.at, obstacles: from.obstacles });
}

export function itemsOf(file: YamlFile, from: Reached): Reached[] {
  if (from.node?.kind !== "list") return [];
  return from.node.items.map((item) => arrive(file, item, { at: item?.start || from.at, obstacles: from.obstacles }));
}

/** The text of a scalar: the value of a quoted one; a plain one as it is written, whatever its type in YAML. */
export function textOf(node: Reached["node"]): string | undefined {
  if (node?.kind !== "scalar") return undefined;
  return node.text === "" && node.style === "plain" ? undefined : node.text;
}

/** Anything but a clear no is a yes: `yes`, `on` and `"false"` are true for PyYAML or for Python. */
export function isOn(node: Reached["node"]): boolean {
  if (node === undefined || node === null) return false;
  return !(node.kind === "scalar" && node.style === "plain" && /^(?:false|no|off|null|~|)$/i.test(node.text));
}

/** Whether there is a value: not nothing, null, or an empty list, mapping or string. */
export function isGiven(node: Reached["node"]): boolean {
  if (node?.kind === "list") return node.items.length > 0;
  if (node?.kind === "map") return node.pairs.length > 0;
  return node?.kind === "scalar" && node.value !== null && node.value !== "";
}

function arrive(file: YamlFile, written: YamlNode | null, { at, obstacles }: Omit<Reached, "node">): Reached {
  const node = followed(file, written);
  if (
    node === written &&
    node?.anchor === undefined &&
    node?.tag === undefined &&
    !(node?.kind === "map" && node.merges === true)
  )
    return { node, at, obstacles };
  const found: string[] = [];
  if (written?.kind === "alias")
    found.push(`the alias *${written.name} on line ${file.line(at)} refers to text elsewhere`);
  if (node?.anchor !== undefined)
    found.push(`the anchor &${node.anchor} on line ${file.line(node.start)} shares it with its aliases`);
  if (node?.tag !== undefined) found.push(`the tag on line ${file.line(node.start)} changes how it is read`);
  if (node?.kind === "map" && node.merges === true)
    found.push(`the merge key << after line ${file.line(node.start)} brings in text from elsewhere`);
  return { node, at, obstacles: found.length === 0 ? obstacles : [...obstacles, ...found] };
}

function followed(file: YamlFile, node: YamlNode | null): Reached["node"] {
  return node?.kind === "alias" ? file.aliases.get(node) : node;
}

function pairIn(file: YamlFile, node: Reached["node"], key: string): YamlPair | undefined {
  if (node?.kind !== "map") return undefined;
  for (const pair of node.pairs) if (textOf(followed(file, pair.key)) === key) return pair;
  return node.merges === true ? mergedPair(file, node, key) : undefined;
}

function mergedPair(file: YamlFile, map: YamlMap, key: string): YamlPair | undefined {
  for (const { value } of map.pairs.filter(isMerge)) {
    const merged = followed(file, value);
    for (const source of merged?.kind === "list" ? merged.items : [merged ?? null]) {
      const pair = pairIn(file, followed(file, source), key);
      if (pair !== undefined) return pair;
    }
  }
  return undefined;
}
