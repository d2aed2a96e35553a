import { isAlias, isMap, isScalar, isSeq, type Alias, type YAMLMap } from "yaml";
import { anchorOf, offsetOf } from "./survey.ts";
import type { YamlFile } from "./yaml-file.ts";

/** A value on the way from the root to a ref, with what makes an edit there reach further than it looks. */
export interface Reached {
  /** Aliases are followed. Undefined where there is nothing. */
  readonly node: unknown;
  /** Where it is written, which for an alias is not where its value is. */
  readonly at: number;
  readonly obstacles: readonly string[];
}

/** A merge key: PyYAML copies another mapping's keys in, where this one has none of the name. */
const MERGE = "<<";

export function rootOf(file: YamlFile): Reached {
  return arrive(file, file.root, { at: 0, obstacles: [] });
}

/** The value of `key`, from a merge key when the mapping has none of its own, as PyYAML sees it. */
export function valueAt(file: YamlFile, from: Reached, key: string): Reached {
  const pair = pairIn(file, from.node, key);
  if (pair === undefined) return { node: undefined, at: from.at, obstacles: from.obstacles };
  return arrive(file, pair.value, { at: offsetOf(pair.value ?? pair.key) || from.at, obstacles: from.obstacles });
}

export function itemsOf(file: YamlFile, from: Reached): Reached[] {
  if (!isSeq(from.node)) return [];
  return from.node.items.map((item) => arrive(file, item, { at: offsetOf(item) || from.at, obstacles: from.obstacles }));
}

/** The text of a scalar: a quoted one's value, a plain one as it is written, whatever YAML would make of it. */
export function textOf(node: unknown): string | undefined {
  if (!isScalar(node)) return undefined;
  const text = typeof node.value === "string" ? node.value : (node.source ?? "");
  return text === "" && node.type === "PLAIN" ? undefined : text;
}

/** Anything but a clear no is a yes: `yes`, `on` and `"false"` are true for PyYAML or for Python. */
export function isOn(node: unknown): boolean {
  if (node === undefined || node === null) return false;
  return !(isScalar(node) && node.type === "PLAIN" && /^(?:false|no|off|null|~|)$/i.test(node.source ?? ""));
}

/** Something stands there: neither nothing nor null nor an empty list. */
export function isGiven(node: unknown): boolean {
  if (isSeq(node) || isMap(node)) return node.items.length > 0;
  return isScalar(node) && node.value !== null && node.value !== "";
}

function arrive(file: YamlFile, written: unknown, { at, obstacles }: Omit<Reached, "node">): Reached {
  const found: string[] = [];
  const node = isAlias(written) ? file.aliases.get(written as Alias) : written;
  if (isAlias(written)) found.push(`the alias *${written.source} on line ${file.line(at)} stands for text elsewhere`);
  const anchor = anchorOf(node);
  if (anchor !== undefined) found.push(`the anchor &${anchor} on line ${file.line(offsetOf(node))} shares it with its aliases`);
  if ((node as { tag?: string } | null)?.tag !== undefined) found.push(`the tag on line ${file.line(offsetOf(node))} changes how it is read`);
  if (isMap(node) && mergesOf(node).length > 0) found.push(`the merge key << after line ${file.line(offsetOf(node))} brings in text from elsewhere`);
  return { node, at, obstacles: found.length === 0 ? obstacles : [...obstacles, ...found] };
}

interface KeyAndValue {
  readonly key: unknown;
  readonly value: unknown;
}

function pairIn(file: YamlFile, node: unknown, key: string): KeyAndValue | undefined {
  if (!isMap(node)) return undefined;
  const own = node.items.find((item) => keyOf(file, item.key) === key);
  if (own !== undefined) return own;
  for (const { value } of mergesOf(node)) {
    const merged = isAlias(value) ? file.aliases.get(value as Alias) : value;
    for (const source of isSeq(merged) ? merged.items : [merged]) {
      const pair = pairIn(file, isAlias(source) ? file.aliases.get(source as Alias) : source, key);
      if (pair !== undefined) return pair;
    }
  }
  return undefined;
}

function keyOf(file: YamlFile, key: unknown): string | undefined {
  return textOf(isAlias(key) ? file.aliases.get(key as Alias) : key);
}

function mergesOf(node: YAMLMap): KeyAndValue[] {
  return node.items.filter(({ key }) => isScalar(key) && key.type === "PLAIN" && key.source === MERGE);
}
