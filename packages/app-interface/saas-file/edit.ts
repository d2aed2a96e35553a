import { unifiedDiff } from "@release-actions/text/diff";
import type { Edit, FilePlan, RefChange, Target } from "./types.ts";
import { warningsOf } from "./judge.ts";
import { proveBytes, proveValues } from "./proof.ts";
import { candidateOf } from "./target.ts";
import { says, tokenFor } from "./token.ts";
import type { YamlFile } from "./yaml-file.ts";

/** The file with the targets' refs replaced, proved to differ in nothing else. */
export function editRefs(source: YamlFile, targets: readonly Target[], ref: string): FilePlan {
  const edits = editsOf(
    source,
    targets.filter((target) => !says(target, ref)),
    ref,
  );
  const unchanged = targets.filter((target) => says(target, ref)).map(candidateOf);
  const { file, bytes: old } = source;
  if (edits.length === 0) return { file, bytes: old, changes: [], unchanged, warnings: [], diff: "" };
  const bytes = replace(old, edits);
  proveBytes(old, bytes, edits);
  const text = proveValues(source, bytes, edits, ref);
  return {
    file,
    bytes,
    changes: edits.map((edit) => changeOf(edit, ref)),
    unchanged,
    warnings: edits.flatMap(({ target }) => warningsOf(target, ref)),
    diff: unifiedDiff(file.replace(/^\/+/, ""), source.text, text),
  };
}

function changeOf({ target, from, to }: Edit, newRef: string): RefChange {
  return { candidate: candidateOf(target), oldRef: target.ref ?? "", newRef, line: target.line, from, to };
}

/** The targets are in the order of the file. */
function editsOf({ text }: YamlFile, targets: readonly Target[], ref: string): Edit[] {
  const placed = targets.map((target) => {
    if (target.scalar === undefined) throw new Error(`${target.path} has no ref to replace`);
    return { target, scalar: target.scalar };
  });
  let [at, bytes] = [0, 0];
  const byteOffset = (offset: number): number => {
    bytes += Buffer.byteLength(text.slice(at, offset));
    at = offset;
    return bytes;
  };
  return placed.map(({ target, scalar }) => {
    const from = byteOffset(scalar.start);
    return { target, from, to: byteOffset(scalar.end), token: Buffer.from(tokenFor(scalar, ref)) };
  });
}

function replace(old: Buffer, edits: readonly Edit[]): Buffer {
  const parts: Buffer[] = [];
  let at = 0;
  for (const { from, to, token } of edits) {
    parts.push(old.subarray(at, from), token);
    at = to;
  }
  return Buffer.concat([...parts, old.subarray(at)]);
}
