import { isAlias, isMap, isPair, isScalar, isSeq, parse } from "yaml";
import type { Edit } from "./edit.ts";
import { readYaml, type YamlFile } from "./yaml-file.ts";

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

/** Reads the new bytes and walks both documents side by side. Returns the new text. */
export function proveValues(old: YamlFile, bytes: Buffer, edits: readonly Edit[], ref: string): string {
  for (const token of new Set(edits.map((edit) => edit.token.toString()))) {
    for (const version of ["1.1", "1.2"] as const) if (parse(token, { version }) !== ref) throw defect(`YAML ${version} reads ${token}`);
  }
  const now = readYaml(bytes, old.file);
  const expected = new Map<unknown, string>(edits.map(({ target }) => [target.scalar, target.path]));
  compare(old.root, now.root);
  if (expected.size > 0) throw defect(`${[...expected.values()].join(", ")} did not change`);
  return now.text;

  function compare(a: unknown, b: unknown): void {
    const differ = (what: string): Error => defect(`${what} on line ${old.line((a as { range?: number[] } | null)?.range?.[0] ?? 0)}`);
    if (isPair(a) && isPair(b)) {
      compare(a.key, b.key);
      return compare(a.value, b.value);
    }
    if ((isMap(a) && isMap(b)) || (isSeq(a) && isSeq(b))) {
      if (a.items.length !== b.items.length || !sameProperties(a, b)) throw differ("a collection");
      return a.items.forEach((item, index) => compare(item, b.items[index]));
    }
    if (isAlias(a) && isAlias(b)) {
      if (a.source !== b.source) throw differ("an alias");
      return;
    }
    if (isScalar(a) && isScalar(b)) {
      const path = expected.get(a);
      expected.delete(a);
      const same = path === undefined ? Object.is(a.value, b.value) && a.source === b.source && a.type === b.type : b.value === ref;
      if (!same || !sameProperties(a, b)) throw differ(path ?? "a value");
      return;
    }
    if (a !== null || b !== null) throw differ("a node");
  }
}

function sameProperties(a: unknown, b: unknown): boolean {
  const [old, now] = [a, b] as { anchor?: string; tag?: string }[];
  return old?.anchor === now?.anchor && old?.tag === now?.tag;
}

function defect(what: string): Error {
  return new Error(`the edited saas file is not what was intended: ${what}`);
}
