import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { readPlainYaml, type PlainNode } from "@release-actions/plain-yaml";
import { isMap, isScalar, isSeq, parse, parseDocument } from "yaml";
import { generated } from "../saas-file/fixtures/generated.ts";
import { resolvePlain as resolveByPyYaml } from "../app-interface/yaml-scalar.ts";
import { QUIRKS } from "../../test/worlds/app-interface-mutations.ts";
import { resolvePlain } from "./resolve.ts";

const STYLES: Record<string, string> = { PLAIN: "plain", QUOTE_SINGLE: "single", QUOTE_DOUBLE: "double", BLOCK_LITERAL: "literal" };

/** The library's document in the form of ours. */
function known(node: unknown): unknown {
  if (isMap(node)) return { kind: "map", start: node.range![0], pairs: node.items.map(({ key, value }) => ({ key: known(key), value: known(value) })) };
  if (isSeq(node)) return { kind: "list", start: node.range![0], items: node.items.map(known) };
  if (!isScalar(node)) return node;
  const text = typeof node.value === "string" ? node.value : node.source;
  return { kind: "scalar", style: STYLES[node.type!], start: node.range![0], end: node.range![1], text, value: node.value };
}

function valueOf(node: PlainNode): unknown {
  if (node.kind === "scalar") return node.value;
  return node.kind === "list" ? node.items.map(valueOf) : new Map(node.pairs.map(({ key, value }) => [key.value, valueOf(value)]));
}

/** Whether it was read; what was read must be what the library reads, for both versions of YAML, without a complaint. */
function agrees(text: string): boolean {
  const plain = readPlainYaml(text);
  if (plain === undefined) return false;
  const document = parseDocument(text, { version: "1.2", schema: "core", merge: false });
  expect([text, document.errors, document.warnings]).toEqual([text, [], []]);
  expect([text, plain]).toEqual([text, known(document.contents)]);
  expect([text, valueOf(plain)]).toEqual([text, parse(text, { version: "1.1", mapAsMap: true })]);
  return true;
}

test("what is plainly written is read", () => {
  const text = `# a comment
---
$schema: /a-1.yml # why
"b c": 'it''s' 
d:
- "e" #
-
- f: -1
  'g': |
    line

      more
    # no comment

  h: [ i, {j: "k, l", m: [1.5]}, {}, [] ]
# a comment
  z: |-
    o
- - p
-   q:

    r: a:b#c {d} [e] é 🙂 \\ "f"
s:
  t: null
u:   
v: 0a1b2c3d4e5f60718293a4b5c6d7e8f901234567`;
  expect(agrees(text.replace("- - p\n", ""))).toBe(true);
  expect(readPlainYaml(text)).toBeUndefined();
});

test("offsets are of the whole token", () => {
  const text = "a:\n- 'b''c' # d\n- {e: \"f\"}\n";
  const root = readPlainYaml(text);
  const tokens: string[] = [];
  const walk = (node: PlainNode): void => {
    if (node.kind === "scalar") return void tokens.push(text.slice(node.start, node.end));
    if (node.kind === "list") return node.items.forEach(walk);
    node.pairs.forEach(({ key, value }) => [key, value].forEach(walk));
  };
  walk(root!);
  expect(tokens).toEqual(["a", "'b''c'", "e", '"f"']);
});

describe("what a whole parser must look at is not read", () => {
  test.each([
    ["nothing", ""],
    ["a comment", "# a\n"],
    ["a text", "a\n"],
    ["an anchor", "a: &b c\n"],
    ["an alias", "a: *b\n"],
    ["a tag", "a: !!str b\n"],
    ["a merge key", "<<: {a: b}\n"],
    ["equal keys", "a: 1\nb: 2\na: 3\n"],
    ["equal keys in other quotes", "a: 1\n\"a\": 2\n"],
    ["equal keys of many", `${Array.from({ length: 40 }, (_, i) => `a${i}: 1\n`).join("")}a30: 1\n`],
    ["equal keys in a flow map", "a: {b: 1, b: 2}\n"],
    ["two documents", "a: 1\n---\nb: 2\n"],
    ["an end of the document", "a: 1\n...\n"],
    ["a directive", "%YAML 1.1\n---\na: 1\n"],
    ["an explicit key", "? a\n: b\n"],
    ["an escape", 'a: "\\x41"\n'],
    ["a text over two lines", "a: b\n  c\n"],
    ["a text in quotes over two lines", 'a: "b\n  c"\n'],
    ["a flow list over two lines", "a: [b,\n  c]\n"],
    ["a folded text", "a: >\n  b\n"],
    ["a literal that keeps its end", "a: |+\n  b\n"],
    ["a literal with blank lines beyond its column", "a: |\n  b\n    \n"],
    ["a literal without its last line feed", "a: |\n  b"],
    ["a tab", "a:\tb\n"],
    ["a carriage return", "a: b\r\n"],
    ["a byte order mark", "\uFEFFa: b\n"],
    ["half a character", "a: \ud800\n"],
    ["a boolean of YAML 1.1", "a: yes\n"],
    ["an octal number of YAML 1.1", "a: 010\n"],
    ["a date", "a: 2024-01-01\n"],
    ["a number to base 60", "a: 1:30\n"],
    ["a number as a key", "1: a\n"],
    ["null as a key", "null: a\n"],
    ["a bracket that is not closed", "a: [b\n"],
    ["a comma too much", "a: [b,]\n"],
    ["a colon too much", "a: b: c\n"],
    ["a line too far to the right", "a: 1\n b: 2\n"],
    ["a line between two columns", "a:\n    b: 1\n  c: 2\n"],
  ])("%s", (_, text) => {
    expect(readPlainYaml(text)).toBeUndefined();
  });
});

describe("whatever is read is what the library reads", () => {
  test.each(QUIRKS)("%s as a value, an item, a flow item and a key", (text) => {
    for (const form of [`key: ${text}\n`, `- ${text}\n`, `key: [${text}]\n`, `- {a: ${text}}\n`, `${text}: 1\n`, `- ${text}: 1\n  b: 2\n`, `a:\n  b: ${text}\nc: d\n`]) agrees(form);
  });

  const piece = fc.constantFrom(
    ..."a b: |:|: |- |-|\n|  |\n  |\n- |\n  - |#c| #|'|\"|[|]|{|}|,|, |key: |x|1|-|null|---\n|...\n|ref: |\n\n|é|\u00a0|🙂|\t|\r|$ref: |? |! |&a |*a |<<: |1.0|0x1|y|:\n|%".split("|"),
    ...["a: |\n", "- |-\n", "  b\n", "    b\n", "   \n", "{a: ", "[a, ", "'a'", '"a"'],
  );

  test("any text of such pieces", () => {
    fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => void agrees(pieces.join(""))), { numRuns: 5000 });
  });

  /** Places between 0 and 1 at which a piece stands instead of some characters. */
  const change = fc.record({ at: fc.double({ min: 0, max: 1, noNaN: true }), length: fc.nat(4), by: piece });

  test("any saas file, and any with a few changes", () => {
    let read = 0;
    fc.assert(
      fc.property(generated, fc.array(change, { maxLength: 3 }), ({ before }, changes) => {
        const unchanged = before.replaceAll("\r\n", "\n").replaceAll("\t", " ").replaceAll("...", "");
        const text = changes.reduce((all, { at, length, by }) => {
          const offset = Math.floor(at * all.length);
          return all.slice(0, offset) + by + all.slice(offset + length);
        }, unchanged);
        if (agrees(text)) read += 1;
      }),
      { numRuns: 1500 },
    );
    expect(read).toBeGreaterThan(100);
  });

  const word = fc.oneof(fc.stringMatching(/^[-+.0-9a-fxoeEyYnNtTfF_:~=<]{1,7}$/), fc.stringMatching(/^[0-9]{1,4}[-.:e_][0-9]{1,2}[-.:e_]?[0-9]{0,2}$/), fc.stringMatching(/^(?:0[box])?[0-9a-f]{1,20}$/));

  test("a plain scalar is one value for YAML 1.1, YAML 1.2 and PyYAML, or is not read", () => {
    fc.assert(
      fc.property(word, (text) => {
        const value = resolvePlain(text);
        fc.pre(value !== undefined && !/^[-:]|:$/.test(text));
        const all = [parse(text, { version: "1.1" }), parse(text, { version: "1.2" }), resolveByPyYaml(text)];
        expect([text, all]).toEqual([text, [value, value, value]]);
      }),
      { numRuns: 5000 },
    );
  });
});

describe("what is nested or long without end is read or left in one pass", () => {
  const million = 1_000_000;
  test.each([
    ["spaces", " ".repeat(10 * million), false],
    ["spaces behind a value", `a: b${" ".repeat(10 * million)}`, true],
    ["spaces within a value", `a: b${" ".repeat(10 * million)}c`, true],
    ["lines of spaces", `a: b\n${`${" ".repeat(1000)}\n`.repeat(10_000)}`, true],
    ["lines of spaces in a literal", `a: |\n${" ".repeat(1000)}b\n${`${" ".repeat(1000)}\n`.repeat(10_000)}c: d\n`, true],
    ["dashes", "- ".repeat(million), false],
    ["brackets", `a: ${"[".repeat(million)}`, false],
    ["braces", `a: ${"{a: ".repeat(million)}`, false],
    ["lists", Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}-`).join("\n"), false],
    ["maps", Array.from({ length: 2000 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"), false],
    ["one word", `a: ${"b".repeat(10 * million)}`, true],
    ["one key", `${"a".repeat(10 * million)}: b`, false],
    ["hashes", `a: ${"b#".repeat(5 * million)}`, true],
    ["quotes", `a: '${"''".repeat(5 * million)}'`, true],
    ["quotes that do not close", "a: '\n".repeat(million), false],
    ["digits", `a: ${"1".repeat(10 * million)}x`, true],
    ["items of a flow list", `a: [${"b, ".repeat(million)}b]`, true],
    ["keys", Array.from({ length: 200_000 }, (_, i) => `k${i}:\n`).join(""), true],
  ])("%s", (_, text, isRead) => {
    expect(readPlainYaml(text) !== undefined).toBe(isRead);
  });
});
