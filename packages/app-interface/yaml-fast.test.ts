import { expect, test } from "@jest/globals";
import fc from "fast-check";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import * as yaml from "@release-actions/yaml";
import { path, ring } from "../../test/rings.ts";
import { mutated, QUIRKS } from "../../test/worlds/app-interface-mutations.ts";
import { appInterfaceTree } from "../../test/worlds/app-interface.ts";
import { loadPlainly } from "./yaml-fast.ts";
import { loadWhole } from "./yaml-load.ts";

const DATA = join(import.meta.dirname, "../../../shared/data/app-interface");

/** Whether the fast reader took the text; what it took must be what the whole parser reads, without a note. */
function agrees(text: string): boolean {
  const plain = loadPlainly(text);
  if (plain !== undefined) expect(loadWhole(yaml, text)).toEqual({ ...plain, notes: [] });
  return plain !== undefined;
}

test("the made-up tree is read by the fast reader, nearly all of it", () => {
  const texts = [...appInterfaceTree({ apps: 3 })].filter(([name]) => name.startsWith("data/")).map(([, text]) => text);
  expect(texts.filter(agrees).length).toBeGreaterThan(0.9 * texts.length);
});

test("what is changed in it is read alike or left to the whole parser", () => {
  const base = appInterfaceTree({ apps: 1 });
  for (let seed = 0; seed < 500; seed += 1) {
    for (const [name, text] of mutated(base, seed).files) if (text !== base.get(name)) agrees(text);
  }
});

test.each(QUIRKS)("%s as a value, an item, a flow item and a key", (text) => {
  for (const form of [`key: ${text}\n`, `ref: ${text}\n`, `- ${text}\n`, `key: [${text}]\n`, `{a: ${text}}\n`, `key: { b: ${text} }\n`, `${text}: 1\n`, `- ${text}: 1\n  b: 2\n`, `a:\n  b: ${text}\nc: d\n`]) agrees(form);
});

const piece = fc.constantFrom("a", "b:", ": ", "- ", "\n", "  ", "\n  ", "\n- ", "#c", " #", "'", '"', "|", "|-", "[", "]", "{", "}", ",", "key: ", "x", "1", "null", "---\n", "ref: ", "\n\n", "é");

test("any text of such pieces is read alike or left to the whole parser", () => {
  fc.assert(fc.property(fc.array(piece, { maxLength: 14 }), (pieces) => void agrees(pieces.join(""))), { numRuns: 3000 });
});

ring("real schemas", [path("the schemas", DATA, "keep the reference data beside the checkout")], () => {
  test("they are read alike", () => {
    const names = readdirSync(DATA, { recursive: true, encoding: "utf8" }).filter((name) => /\.ya?ml$/.test(name));
    const taken = names.filter((name) => agrees(readFileSync(join(DATA, name), "utf8")));
    expect(taken.length).toBeGreaterThan(0.3 * names.length);
  });
});
