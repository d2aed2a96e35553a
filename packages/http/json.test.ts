import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { parseJson } from "./json.ts";

function withBigIntegersAsText(_: string, value: unknown): unknown {
  const big = typeof value === "number" && Number.isInteger(value) && !Number.isSafeInteger(value);
  return big && /^-?\d+$/.test(String(value)) ? String(value) : value;
}

describe("parsing strict JSON", () => {
  test("reads everything that JSON.stringify writes", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 6 }), (value) => {
        const text = JSON.stringify(value);
        expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(value, withBigIntegersAsText));
      }),
      { numRuns: 500 },
    );
  });

  test("gates F7: bytes must be UTF-8, without a byte order mark", () => {
    expect(parseJson(Buffer.from('{"ü":1}'))).toEqual({ ü: 1 });
    expect(() => parseJson(Buffer.from('{"ü":1}', "latin1"))).toThrow("the JSON is not UTF-8 at character 3");
    expect(() => parseJson(Buffer.from('\ufeff{"a":1}'))).toThrow("at character 1");
  });

  test("accepts and refuses the same texts as JSON.parse, except where it is stricter", () => {
    const pieces = fc.array(
      fc.constantFrom(
        "{",
        "}",
        "[",
        "]",
        ",",
        ":",
        '"',
        "a",
        "\\",
        "\\u0041",
        "0",
        "1",
        "-",
        ".",
        "e",
        "true",
        "null",
        " ",
        "\n",
        "\t",
      ),
      {
        maxLength: 12,
      },
    );
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        let expected: string | undefined;
        try {
          expected = JSON.stringify(JSON.parse(text));
        } catch {
          expected = undefined;
        }
        let actual: string | undefined;
        try {
          actual = JSON.stringify(parseJson(text));
        } catch (error) {
          if (/given twice|out of range/.test(String(error))) return;
          actual = undefined;
        }
        expect(actual).toBe(expected);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ['{"id":9007199254740993}', { id: "9007199254740993" }],
    ['{"id":-9007199254740993}', { id: "-9007199254740993" }],
    ['{"id":9007199254740991}', { id: 9007199254740991 }],
    ['{"score":1.5e3}', { score: 1500 }],
    ['["\\ud83d\\ude00\\n"]', ["😀\n"]],
  ])("security D70: keeps whole numbers beyond 2^53 as strings of digits: %s", (text, value) => {
    expect(JSON.stringify(parseJson(text))).toBe(JSON.stringify(value));
  });

  test.each([
    ['{"a":1,"a":2}', 'the key "a" is given twice at character 8'],
    ['{"a":{"b":1,"\\u0062":2}}', 'the key "b" is given twice'],
    ['{"__proto__":1,"__proto__":2}', 'the key "__proto__" is given twice'],
    ["1e999", "out of range"],
    ["", "empty"],
    ["  ", "empty"],
    ['{"a":', "cut off"],
    ["[1,2", "cut off"],
    ['{"a"', "cut off"],
    ['{"a":"b', "cut off in a string"],
    ["tru", "cut off"],
    ["[1]]", "more text"],
    ['"\u0001"', "control character"],
    ['"\\x"', "escape"],
  ])("security D68, D70: refuses %s: %s", (text, message) => {
    expect(() => parseJson(text)).toThrow(message);
  });

  test("security E80: reports deep nesting as an error instead of crashing", () => {
    expect(() => parseJson("[".repeat(20_000))).toThrow("nested deeper than 200");
  });

  test("treats __proto__ as a key like any other", () => {
    const value = parseJson('{"__proto__":{"admin":true},"constructor":1}') as Record<string, unknown>;
    expect("hasOwnProperty" in value || "toString" in value).toBe(false);
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
  });

  test("takes time in proportion to the size", () => {
    const items = (count: number): string =>
      `[${Array.from({ length: count }, (_, i) => `{"id":${i},"n":"x\\n${i}"}`).join(",")}]`;
    const span = (text: string): number => {
      const start = performance.now();
      parseJson(text);
      return performance.now() - start;
    };
    const [small, large] = [items(20_000), items(80_000)];
    span(small);
    expect(Math.min(span(large), span(large))).toBeLessThan(Math.max(Math.min(span(small), span(small)), 5) * 16);
  });
});
