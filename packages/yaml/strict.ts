import { isMap, isSeq, LineCounter, visit, type Document } from "yaml";
import { isTooDeep, parseDocument } from "./parse.ts";

/** Why a text is not read. */
export interface Fault {
  readonly kind: "deep" | "syntax" | "alias" | "key";
  readonly message: string;
  /** 0-based, in characters. */
  readonly offset: number;
  /** 1-based. */
  readonly line: number;
}

export interface StrictDocument {
  /** Undefined where there are faults; null for a text that holds nothing. */
  readonly value: unknown;
  readonly document: Document.Parsed;
  readonly faults: readonly Fault[];
  /** The 1-based line of an offset. */
  lineOf(offset: number): number;
}

/**
 * Reads a text as YAML 1.2, strictly: one document, no key twice, no unknown tag, no mapping as a key. Aliases and
 * merge keys are not followed: they are how a small file becomes a huge one. All faults are found at once.
 */
export function readStrictly(source: string): StrictDocument {
  const lineCounter = new LineCounter();
  const document = parseDocument(source, {
    lineCounter,
    version: "1.2",
    schema: "core",
    uniqueKeys: true,
    merge: false,
  });
  const lineOf = (offset: number): number => lineCounter.linePos(offset).line;
  const faults: Fault[] = [];
  const add = (kind: Fault["kind"], message: string, offset = 0): void =>
    void faults.push({ kind, message, offset, line: lineOf(offset) });
  for (const error of [...document.errors, ...document.warnings])
    add(isTooDeep(error) ? "deep" : "syntax", error.message, error.pos[0]);
  visit(document, {
    Alias: (_, node) => add("alias", `the alias *${node.source} is not allowed`, node.range?.[0]),
    Pair: (_, { key }) => {
      if (isMap(key) || isSeq(key)) add("key", "a mapping or a list cannot be a key", key.range?.[0]);
    },
  });
  return { value: faults.length === 0 ? document.toJS({ maxAliasCount: 0 }) : undefined, document, faults, lineOf };
}
