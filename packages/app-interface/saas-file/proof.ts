import type { Edit } from "./types.ts";
import { inOrder, sizeOf, type YamlNode } from "./node.ts";
import { decode } from "./source-text.ts";
import { disagreement, nodesOf, type YamlFile } from "./yaml-file.ts";

/**
 * Checks every edit: the new file differs in one token per target and in no other byte, and every reader sees the same
 * document with the new refs. A failure is a defect of this package, so it is an Error, and nothing is written.
 */
export function proveBytes(old: Buffer, now: Buffer, edits: readonly Edit[]): void {
  let [oldAt, newAt] = [0, 0];
  for (const { from, to, token, target } of edits) {
    const kept = from - oldAt;
    const same = kept >= 0 && old.subarray(oldAt, from).equals(now.subarray(newAt, newAt + kept));
    newAt += kept;
    const written = now.subarray(newAt, newAt + token.length).equals(token);
    if (!same || !written || !/^(["']?)[0-9a-f]{40}\1$/.test(token.toString()))
      throw defect(`the bytes before or at ${target.path}`);
    newAt += token.length;
    oldAt = to;
  }
  if (!old.subarray(oldAt).equals(now.subarray(newAt))) throw defect("the bytes after the last target");
}

/** Reads the new bytes as the old ones were read and compares all nodes in order. Returns the new text. */
export function proveValues(old: YamlFile, bytes: Buffer, edits: readonly Edit[], ref: string): string {
  for (const token of new Set(edits.map((edit) => edit.token.toString()))) {
    const version = disagreement(token, ref);
    if (version !== undefined) throw defect(`YAML ${version} reads ${token}`);
  }
  const text = decode(bytes, old.file);
  const expected = new Map<YamlNode | null | undefined, string>(
    edits.map(({ target }) => [target.scalar, target.path]),
  );
  const nodes = inOrder(old.root);
  const written = nodesOf(text, old.file);
  for (const [at, now] of written.entries()) {
    const node = nodes[at];
    const path = node?.kind === "scalar" ? expected.get(node) : undefined;
    if (path !== undefined) expected.delete(node);
    if (node !== undefined && isSame(node, now, path === undefined ? undefined : ref)) continue;
    throw defect(`${path ?? "a value"} on line ${old.line(node?.start ?? old.text.length)}`);
  }
  if (written.length < nodes.length) throw defect("something is missing at its end");
  if (expected.size > 0) throw defect(`${[...expected.values()].join(", ")} did not change`);
  return text;
}

/** `ref`: the new value, for a node that should change. */
function isSame(old: YamlNode | null, now: YamlNode | null, ref: string | undefined): boolean {
  if (old === null || now === null) return old === now;
  if (old.anchor !== now.anchor || old.tag !== now.tag) return false;
  if (old.kind === "scalar") {
    if (now.kind !== "scalar") return false;
    return ref === undefined
      ? Object.is(old.value, now.value) && old.text === now.text && old.style === now.style
      : now.value === ref;
  }
  if (old.kind === "alias") return now.kind === "alias" && old.name === now.name;
  return old.kind === now.kind && sizeOf(old) === sizeOf(now);
}

function defect(what: string): Error {
  return new Error(`the edited saas file is not what was intended: ${what}`);
}
