import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Alias,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "@release-actions/yaml";
import { isMerge, type YamlNode, type YamlPair, type YamlScalar } from "./node.ts";

/** Converts a node of the library. Aliases stay aliases, so nothing grows. */
export function nodeOf(node: unknown): YamlNode | null {
  if (isAlias(node)) return { kind: "alias", ...place(node), name: node.source };
  if (isScalar(node)) return scalarOf(node);
  if (isMap(node)) {
    const pairs = node.items.map(pairOf);
    return { kind: "map", ...place(node), pairs, merges: pairs.some(isMerge) };
  }
  // The items of !!pairs and !!omap are pairs.
  if (isSeq(node))
    return {
      kind: "list",
      ...place(node),
      items: node.items.map((item) => (isPair(item) ? mapOf(item) : nodeOf(item))),
    };
  return null;
}

const STYLES: Readonly<Record<string, YamlScalar["style"]>> = {
  PLAIN: "plain",
  QUOTE_SINGLE: "single",
  QUOTE_DOUBLE: "double",
  BLOCK_LITERAL: "literal",
  BLOCK_FOLDED: "folded",
};

function scalarOf(node: Scalar): YamlScalar {
  const text = typeof node.value === "string" ? node.value : (node.source ?? "");
  return {
    kind: "scalar",
    style: STYLES[node.type ?? ""] ?? "plain",
    ...place(node),
    end: node.range?.[1] ?? 0,
    text,
    value: node.value,
  };
}

function pairOf({ key, value }: Pair): YamlPair {
  return { key: nodeOf(key), value: nodeOf(value) };
}

function mapOf(pair: Pair): YamlNode {
  const only = pairOf(pair);
  return { kind: "map", start: only.key?.start ?? 0, pairs: [only] };
}

function place(node: Alias | Scalar | YAMLMap | YAMLSeq): { start: number; anchor?: string; tag?: string } {
  const anchor = "anchor" in node ? node.anchor : undefined;
  return {
    start: node.range?.[0] ?? 0,
    ...(anchor !== undefined && { anchor }),
    ...(node.tag !== undefined && { tag: node.tag }),
  };
}
