import { describe, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { isTooDeep, openYaml, parse, parseAllDocuments, parseDocument, readStrictly } from "./index.ts";

const DEEP: readonly (readonly [string, string])[] = [
  ["brackets", "[".repeat(1_000)],
  ["braces", "{a: ".repeat(1_000)],
  ["lists", "- ".repeat(1_000)],
  ["keys", Array.from({ length: 400 }, (_, level) => `${" ".repeat(level)}a:`).join("\n")],
  ["explicit keys", "? ".repeat(1_000)],
  ["20,000 brackets", `${"[".repeat(20_000)}${"]".repeat(20_000)}`],
];

describe("security E80: endless nesting", () => {
  test.each(DEEP)("%s are detected before anything is composed, by every reader", (_, source) => {
    for (const document of [parseDocument(source), ...parseAllDocuments(source), readStrictly(source).document]) {
      expect(document).toMatchObject({ contents: null, errors: [{ message: "nested more than 100 levels deep" }] });
      expect(document.errors.every(isTooDeep)).toBe(true);
    }
    expect(parseAllDocuments(source)).toHaveLength(1);
    expect(() => parse(source)).toThrow("nested more than 100 levels deep");
    expect(openYaml(source, "a.yml")).toMatchObject({
      value: undefined,
      problems: [{ what: "nested too deeply", file: "a.yml", line: expect.any(Number) }],
    });
  });

  test("the line is that of the first level beyond the limit", () => {
    const [, keys] = DEEP[3]!;
    expect(readStrictly(keys).faults).toMatchObject([{ kind: "deep", line: 100 }]);
  });

  test("a later document counts as well", () => {
    const source = `a: b\n---\n${"[".repeat(1_000)}`;
    expect(parseDocument(source).errors.some(isTooDeep)).toBe(true);
    expect(parseAllDocuments(source)).toMatchObject([{ contents: null }]);
  });

  test("a reader may accept more levels, or fewer", () => {
    const source = `${"[".repeat(150)}${"]".repeat(150)}`;
    expect(parseDocument(source, { deepest: 400 }).errors).toEqual([]);
    expect(parseDocument("[[[[]]]]", { deepest: 3 }).errors).toHaveLength(1);
  });

  test("nothing is left running when it stops early", () => {
    const index = JSON.stringify(new URL("index.ts", import.meta.url).href);
    const script = `import { parseDocument } from ${index}; if (parseDocument("[".repeat(5000)).errors.length !== 1) process.exitCode = 1;`;
    expect(spawnSync(process.execPath, ["--input-type=module", "--no-warnings", "--eval", script]).status).toBe(0);
  });
});

test("what people write is not too deep, however long it is", () => {
  const long = Array.from({ length: 5_000 }, (_, at) => `key-${at}:\n  - [a, {b: "[[[["}]\n  - |\n    [[[[\n`).join("");
  expect(parseDocument(long).errors).toEqual([]);
  expect(parse("a: b")).toEqual({ a: "b" });
});
