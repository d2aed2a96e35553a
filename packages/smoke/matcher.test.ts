import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { matchesPattern, mismatchOf } from "./matcher.ts";
import type { ValueMatcher } from "./types.ts";

describe("a matcher is strict", () => {
  const rows: readonly [unknown, ValueMatcher, boolean][] = [
    [true, { equals: true }, true],
    ["true", { equals: true }, false],
    [1, { equals: "1" }, false],
    [1, { equals: 1 }, true],
    [null, { equals: null }, true],
    [{ a: [1, { b: null }] }, { equals: { a: [1, { b: null }] } }, true],
    [{ a: 1, b: 2 }, { equals: { a: 1 } }, false],
    [{ a: 1, b: 2 }, { equals: { b: 2, a: 1 } }, true],
    ["b", { oneOf: ["a", "b"] }, true],
    ["c", { oneOf: ["a", "b"] }, false],
    [1.5, { type: "integer" }, false],
    [2, { type: "integer" }, true],
    [null, { type: "object" }, false],
    [[], { type: "object" }, false],
    [[], { type: "array" }, true],
    ["pong\n", { matches: "pong" }, false],
    ["smoke-1-x", { matches: "smoke-*-x" }, true],
    [12, { matches: "1*" }, false],
    ["a b c", { contains: "b" }, true],
    [["a", "b"], { contains: "b" }, true],
    [5, { min: 5, max: 5 }, true],
    ["5", { min: 5 }, false],
    [Number.NaN, { min: 0 }, false],
    [Number.NaN, { max: 0 }, false],
    [undefined, { exists: false }, true],
    [null, { exists: false }, false],
    [undefined, { exists: true }, false],
    [undefined, { type: "string" }, false],
  ];
  test.each(rows)("%j with %j: %s", (value, matcher, holds) =>
    expect(mismatchOf(value, matcher) === undefined).toBe(holds),
  );
});

test("a pattern matches exactly what its regular expression matches", () => {
  const text = fc.array(fc.constantFrom("a", "b", "*", "."), { maxLength: 8 }).map((parts) => parts.join(""));
  fc.assert(
    fc.property(text, text, (given, pattern) => {
      const expression = new RegExp(
        `^${pattern
          .split("*")
          .map((piece) => piece.replaceAll(".", "\\."))
          .join("[^]*")}$`,
      );
      expect(matchesPattern(given, pattern)).toBe(expression.test(given));
    }),
  );
});
