import { isMap, isScalar, isSeq, type Document, type ParsedNode } from "yaml";
import { parseDocument } from "./parse.ts";
import { unfold } from "./unfold.ts";
import type { Path } from "./value.ts";

/** As deep as what is loaded. */
const DEEPEST = 400;

/** A place in a file; both numbers are 1-based. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** Finds places in a text. The text is composed again for it, so it is done for files with problems only. */
export interface Locator {
  /** Where the value at `path` is, or its key; where it is not in the file, what is nearest above it. */
  find(path: Path, what: "value" | "key"): Position;
  position(offset: number): Position;
}

export function locatorOf(text: string): Locator {
  let composed: Composed | undefined;
  const position = (offset: number): Position => {
    const before = text.slice(0, offset);
    const line = before.split("\n").length;
    return { line, column: offset - before.lastIndexOf("\n") };
  };
  return {
    position,
    find(path, what) {
      if (path.length === 0) return { line: 1, column: 1 };
      composed ??= compose(text);
      return position(composed.original(offsetOf(composed.root, path, what)));
    },
  };
}

interface Composed {
  readonly root: ParsedNode | null;
  /** The offset in the text of an offset in the tree. */
  original(offset: number): number;
}

function compose(text: string): Composed {
  const document = parse(text);
  const unfolded = document.errors.length > 0 ? unfold(text) : undefined;
  if (unfolded === undefined) return { root: document.contents, original: (offset) => offset };
  return { root: parse(unfolded.text).contents, original: unfolded.original };
}

function parse(text: string): Document.Parsed {
  return parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: false,
    merge: false,
    logLevel: "silent",
    deepest: DEEPEST,
  });
}

function offsetOf(root: ParsedNode | null, path: Path, what: "value" | "key"): number {
  let node: ParsedNode | null | undefined = root;
  let found = root?.range[0] ?? 0;
  for (const [index, part] of path.entries()) {
    if (isSeq(node) && typeof part === "number") {
      node = node.items[part] as ParsedNode | undefined;
      if (node !== undefined) found = node.range[0];
    } else if (isMap(node)) {
      // The last of equal keys is the one that counts.
      const pair = node.items.findLast(
        ({ key }) => isScalar<string | null>(key) && (key.value ?? "null") === String(part),
      );
      const key = pair?.key as ParsedNode | undefined;
      node = pair?.value as ParsedNode | null | undefined;
      if (what === "key" && index === path.length - 1 && key !== undefined) return key.range[0];
      if (key !== undefined) found = key.range[0];
    } else return found;
    if (node === undefined) return found;
    if (node !== null && !isMap(node)) found = node.range[0];
  }
  return found;
}
