import { describe, expect, test } from "@jest/globals";
import { loadYaml } from "./pyyaml.ts";
import { ALIKE, REFUSED, REFUSED_TOO, STRICTER, TABS } from "./fixtures/pyyaml-documents.ts";

const load = (text: string): unknown => {
  const { value, error } = loadYaml(text);
  return error === undefined ? JSON.parse(JSON.stringify(value)) : error.message;
};

describe("security E80: nesting", () => {
  test.each([
    ["brackets", `a: ${"[".repeat(20_000)}`],
    ["closed brackets", `a: ${"[".repeat(20_000)}${"]".repeat(20_000)}`],
    ["lists", "- ".repeat(20_000)],
    ["explicit keys", "? ".repeat(20_000)],
    ["maps", Array.from({ length: 1_000 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
  ])("reports endless %s as an error with a position", (_, text) => {
    expect(loadYaml(text).error).toEqual({ message: "is nested too deeply", offset: expect.any(Number) });
  });

  test.each([
    ["quotes at the margin", 'a: "b\n'.repeat(20_000)],
    ["closed quotes at the margin", '- "b\nc"\n'.repeat(30_000)],
    ["anchors behind a question mark", `? ${"&".repeat(450)}\n "a\n b": c`],
    ["comments before a key", `{&x ${"# ".repeat(90)}\na: "`],
    ["brackets at the margin", "a: [\n".repeat(10_000)],
  ])("reports %s as an error, however many", (_, text) => {
    expect(loadYaml(text).error).toBeDefined();
  });

  test("reads 390 levels", () => {
    expect(loadYaml(`${"[".repeat(390)}${"]".repeat(390)}`).error).toBeUndefined();
  });
});

describe("YAML as PyYAML reads it", () => {
  // That PyYAML itself says the same is checked by packages/app-interface/reference.deep.test.ts.

  test.each(ALIKE)("reads %j", (text, value) => {
    expect(load(text)).toEqual(value);
  });

  test.each(REFUSED)("rejects %j, like PyYAML", (text, message) => {
    expect(load(text)).toEqual(expect.stringContaining(message));
  });

  test.each(TABS)("promotion A1: rejects %j, like PyYAML", (text) => {
    expect(load(text)).toEqual(expect.stringContaining("has a tab in the place of indentation"));
  });

  test.each(REFUSED_TOO)("conformance 6: rejects %j, like PyYAML", (text, message) => {
    expect(load(text)).toEqual(expect.stringContaining(message));
  });

  test("promotion A2: notes keep their places in a text that continues at the margin", () => {
    const text = 'a: [b,\nc]\nd: "e\n\nf"\ng: [\n017\n]\nref: 12e03\n';
    const { value, notes } = loadYaml(text);
    expect({ ...(value as object) }).toEqual({ a: ["b", "c"], d: "e\nf", g: [15], ref: "12e03" });
    expect(notes.map(({ offset }) => text.slice(offset, offset + 5))).toEqual(["017\n]", "12e03"]);
  });

  test.each(STRICTER)("rejects %j, although PyYAML reads it", (text, message) => {
    expect(load(text)).toEqual(expect.stringContaining(message));
  });

  test("security E78: follows aliases up to a maximum number of values", () => {
    const bomb = [
      "- &l0 [a, a, a, a, a, a, a, a, a]",
      ...Array.from({ length: 20 }, (_, i) => `- &l${i + 1} [${Array(9).fill(`*l${i}`).join(", ")}]`),
    ].join("\n");
    expect(load(bomb)).toEqual(expect.stringContaining("values once its aliases are followed"));
  });
});
