import type { Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import type { Aliases, YamlAlias, YamlNode } from "./node.ts";

/** Nodes of a file with its aliases written out. A bomb has more; no saas file comes near. */
const MOST_NODES = 1_000_000;

/** One walk over all nodes in the order of the text: resolves aliases, bounds their growth, compares keys. */
export function survey(
  root: YamlNode | null,
  file: string,
  line: (offset: number) => number,
): { aliases: Aliases; problems: Problem[] } {
  const aliases = new Map<YamlAlias, YamlNode>();
  const anchors = new Map<string, YamlNode>();
  const sizes = new Map<YamlNode | undefined, number>();
  const problems: Problem[] = [];
  const report = (node: YamlNode, what: string, remedy: string): void =>
    void problems.push({ what, remedy, file, line: line(node.start) });

  const total = sizeOf(root);
  if (total > MOST_NODES && problems.length === 0) {
    problems.push({
      what: `its aliases stand for more than ${MOST_NODES} values`,
      remedy: "Write fewer aliases of aliases.",
      file,
      line: 1,
    });
  }
  return { aliases, problems };

  /** The number of nodes that it represents. */
  function sizeOf(node: YamlNode | null): number {
    if (node === null) return 1;
    if (node.kind === "alias") return aliasSize(node);
    if (node.anchor !== undefined) anchors.set(node.anchor, node);
    let size = 1;
    if (node.kind === "list") for (const item of node.items) size += sizeOf(item);
    if (node.kind === "map") {
      compareKeys(node.pairs.map(({ key }) => key));
      for (const { key, value } of node.pairs) size += sizeOf(key) + sizeOf(value);
    }
    if (node.anchor !== undefined) sizes.set(node, size);
    return size;
  }

  function aliasSize(alias: YamlAlias): number {
    const node = anchors.get(alias.name);
    const size = sizes.get(node);
    if (node === undefined) report(alias, `the alias *${alias.name} has no anchor before it`, "Correct the alias.");
    else if (size === undefined)
      report(alias, `the alias *${alias.name} is inside the value that it refers to`, "Write the value out.");
    else aliases.set(alias, node);
    return size ?? 1;
  }

  function compareKeys(keys: readonly (YamlNode | null)[]): void {
    const seen = new Set<string>();
    for (const key of keys) {
      const node = key?.kind === "alias" ? anchors.get(key.name) : key;
      if (key === null || node?.kind !== "scalar") continue;
      const name = `${typeof node.value} ${String(node.value)}`;
      const shown = quote(String(node.value));
      if (seen.has(name))
        report(key, `the key ${shown} is given twice`, "Remove one; readers disagree about which one counts.");
      seen.add(name);
    }
  }
}
