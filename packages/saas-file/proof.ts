import type { Edit } from "./edit.ts";
import type { YamlNode, YamlScalar } from "./node.ts";
import { decode } from "./source-text.ts";
import type { YamlFile } from "./yaml-file.ts";

/**
 * The promise, checked on every edit rather than believed: the new file differs in one token for each target and in
 * no other byte, and every reader sees the same document with the new refs. What fails here is a defect of this
 * package, so an Error, and nothing is written.
 */
export function proveBytes(old: Buffer, now: Buffer, edits: readonly Edit[]): void {
  let [oldAt, newAt] = [0, 0];
  for (const { from, to, token, target } of edits) {
    const kept = from - oldAt;
    const same = kept >= 0 && old.subarray(oldAt, from).equals(now.subarray(newAt, newAt + kept));
    newAt += kept;
    const written = now.subarray(newAt, newAt + token.length).equals(token);
    if (!same || !written || !/^(["']?)[0-9a-f]{40}\1$/.test(token.toString())) throw defect(`the bytes before or at ${target.path}`);
    newAt += token.length;
    oldAt = to;
  }
  if (!old.subarray(oldAt).equals(now.subarray(newAt))) throw defect("the bytes after the last target");
}

/** Reads the new bytes with what read the old ones and walks both documents side by side. Returns the new text. */
export function proveValues(old: YamlFile, bytes: Buffer, edits: readonly Edit[], ref: string): string {
  for (const token of new Set(edits.map((edit) => edit.token.toString()))) {
    const version = old.reader.disagreement(token, ref);
    if (version !== undefined) throw defect(`YAML ${version} reads ${token}`);
  }
  const text = decode(bytes, old.file);
  const root = old.reader.root(text, old.file);
  if (root === undefined) throw defect("it is written in other ways than before");
  const expected = new Map<YamlNode | undefined, string>(edits.map(({ target }) => [target.scalar, target.path]));
  compare(old.root, root);
  if (expected.size > 0) throw defect(`${[...expected.values()].join(", ")} did not change`);
  return text;

  function compare(a: YamlNode | null, b: YamlNode | null): void {
    if (a === null && b === null) return;
    if (a === null || b === null || a.anchor !== b.anchor || a.tag !== b.tag) throw differ("a node", a);
    if (a.kind === "map" && b.kind === "map") {
      if (a.pairs.length !== b.pairs.length) throw differ("a mapping", a);
      for (let index = 0; index < a.pairs.length; index += 1) {
        const [one, other] = [a.pairs[index], b.pairs[index]];
        compare(one?.key ?? null, other?.key ?? null);
        compare(one?.value ?? null, other?.value ?? null);
      }
    } else if (a.kind === "list" && b.kind === "list") {
      if (a.items.length !== b.items.length) throw differ("a list", a);
      for (let index = 0; index < a.items.length; index += 1) compare(a.items[index] ?? null, b.items[index] ?? null);
    } else if (a.kind === "scalar" && b.kind === "scalar") compareScalars(a, b);
    else if (a.kind !== "alias" || b.kind !== "alias" || a.name !== b.name) throw differ("a node", a);
  }

  function compareScalars(a: YamlScalar, b: YamlScalar): void {
    const path = expected.get(a);
    if (path !== undefined) expected.delete(a);
    const same = path === undefined ? Object.is(a.value, b.value) && a.text === b.text && a.style === b.style : b.value === ref;
    if (!same) throw differ(path ?? "a value", a);
  }

  function differ(what: string, node: YamlNode | null): Error {
    return defect(`${what} on line ${old.line(node?.start ?? 0)}`);
  }
}

function defect(what: string): Error {
  return new Error(`the edited saas file is not what was intended: ${what}`);
}
