import { describe, expect, test } from "@jest/globals";
import { readJsonPath, valueAt } from "./json-path.ts";

describe("a JSON path", () => {
  test.each<[string, unknown]>([
    ["a.b[1].c", 7],
    ["$.a.b[0]", 5],
    ['["x.y"]', 1],
    ['a["q\\"q"]', 2],
    ["$", "all"],
    ["a.b[9]", undefined],
    ["a[0]", undefined],
    ["a.b.length", undefined],
    ["constructor", undefined],
    ["__proto__", undefined],
  ])("%s", (path, expected) => {
    const body = { a: { b: [5, { c: 7 }], 'q"q': 2 }, "x.y": 1 };
    expect(valueAt(body, readJsonPath(path)!)).toEqual(expected === "all" ? body : expected);
  });

  test.each(["", "a..b", ".a", "a.", "a[b]", "a[-1]", "a b", 'a["x]'])("%j is rejected", (path) =>
    expect(readJsonPath(path)).toBeUndefined(),
  );
});
