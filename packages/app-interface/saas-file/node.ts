/**
 * The nodes of a YAML file, with the place of each in the text, in characters. library-nodes.ts creates them from the
 * YAML library's.
 */
export type YamlNode = YamlScalar | YamlMap | YamlList | YamlAlias;

interface Placed {
  readonly start: number;
  readonly anchor?: string;
  readonly tag?: string;
}

export interface YamlScalar extends Placed {
  readonly kind: "scalar";
  readonly style: "plain" | "single" | "double" | "literal" | "folded";
  /** The offset after its last character, quotes included. */
  readonly end: number;
  /** The content of a string; any other scalar as it is written. */
  readonly text: string;
  /** As YAML 1.2 reads it. */
  readonly value: unknown;
}

export interface YamlMap extends Placed {
  readonly kind: "map";
  readonly pairs: readonly YamlPair[];
  /** It has a merge key. */
  readonly merges?: boolean;
}

/** Either is null if the library's document has no node at all. */
export interface YamlPair {
  readonly key: YamlNode | null;
  readonly value: YamlNode | null;
}

/** A merge key: PyYAML copies the keys of another mapping that this one does not have. */
export function isMerge({ key }: YamlPair): boolean {
  return key?.kind === "scalar" && key.style === "plain" && key.text === "<<";
}

export interface YamlList extends Placed {
  readonly kind: "list";
  readonly items: readonly (YamlNode | null)[];
}

export interface YamlAlias extends Placed {
  readonly kind: "alias";
  readonly name: string;
}

/** The value of each alias. */
export type Aliases = ReadonlyMap<YamlAlias, YamlNode>;

/** All nodes, each collection after its content: with the sizes, this order determines the nesting. */
export function inOrder(root: YamlNode | null): (YamlNode | null)[] {
  const nodes: (YamlNode | null)[] = [];
  const add = (node: YamlNode | null): void => {
    if (node?.kind === "list") node.items.forEach(add);
    if (node?.kind === "map") {
      for (const { key, value } of node.pairs) {
        add(key);
        add(value);
      }
    }
    nodes.push(node);
  };
  add(root);
  return nodes;
}

/** How many items or pairs a collection has. */
export function sizeOf(node: YamlNode | null): number {
  return node?.kind === "list" ? node.items.length : node?.kind === "map" ? node.pairs.length : 0;
}
