import type { Problem } from "@release-actions/action-types";
import { isAlias, isMap, isPair, isScalar, isSeq, type Alias } from "yaml";

/** What each alias stands for. */
export type Aliases = ReadonlyMap<Alias, unknown>;

/** With its aliases written out a file may have so many nodes: what a bomb has, no saas file comes near. */
const MOST_NODES = 1_000_000;

/** One walk over all nodes in the order of the text: aliases resolved, their growth bounded, keys compared. */
export function survey(root: unknown, file: string, line: (offset: number) => number): { aliases: Aliases; problems: Problem[] } {
  const aliases = new Map<Alias, unknown>();
  const anchors = new Map<string, unknown>();
  const sizes = new Map<unknown, number>();
  const problems: Problem[] = [];
  const report = (node: unknown, what: string, remedy: string): void => void problems.push({ what, remedy, file, line: line(offsetOf(node)) });

  const total = sizeOf(root);
  if (total > MOST_NODES && problems.length === 0) {
    problems.push({ what: `its aliases stand for more than ${MOST_NODES} values`, remedy: "Write fewer aliases of aliases.", file, line: 1 });
  }
  return { aliases, problems };

  /** How many nodes it stands for. */
  function sizeOf(node: unknown): number {
    if (isAlias(node)) return aliasSize(node);
    const anchor = anchorOf(node);
    if (anchor !== undefined) anchors.set(anchor, node);
    let size = 1;
    if (isSeq(node)) for (const item of node.items) size += isPair(item) ? sizeOf(item.key) + sizeOf(item.value) : sizeOf(item);
    if (isMap(node)) {
      compareKeys(node.items.map(({ key }) => key));
      for (const { key, value } of node.items) size += sizeOf(key) + sizeOf(value);
    }
    if (anchor !== undefined) sizes.set(node, size);
    return size;
  }

  function aliasSize(alias: Alias): number {
    const node = anchors.get(alias.source);
    const size = sizes.get(node);
    if (node === undefined) report(alias, `the alias *${alias.source} has no anchor before it`, "Correct the alias.");
    else if (size === undefined) report(alias, `the alias *${alias.source} stands inside what it stands for`, "Write the value out.");
    else aliases.set(alias, node);
    return size ?? 1;
  }

  function compareKeys(keys: readonly unknown[]): void {
    const seen = new Set<string>();
    for (const key of keys) {
      const node = isAlias(key) ? anchors.get(key.source) : key;
      if (!isScalar(node)) continue;
      const name = `${typeof node.value} ${String(node.value)}`;
      const shown = JSON.stringify(String(node.value).slice(0, 80));
      if (seen.has(name)) report(key, `the key ${shown} is given twice`, "Remove one; readers disagree about which one counts.");
      seen.add(name);
    }
  }
}

export function offsetOf(node: unknown): number {
  return (node as { range?: readonly number[] | null } | null)?.range?.[0] ?? 0;
}

export function anchorOf(node: unknown): string | undefined {
  return (node as { anchor?: string } | null)?.anchor;
}
