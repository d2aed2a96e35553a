import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inertSarif } from "./index.ts";

/**
 * What SARIF 2.1.0 recognizes in a plain text message: placeholders (section 3.11.5), an integer in braces, with
 * doubled braces as the escape; and links (3.11.6), text in brackets, with backslash escapes for brackets, directly
 * followed by a target in parentheses. Also what a viewer recognizes that does not implement these escapes.
 */
function found(message: string): string[] {
  const undoubled = message.replaceAll(/\{\{|\}\}/g, "\0");
  const patterns = [/\[(?:\\[\\[\]]|[^\]])*\]\(/g, /\[[^\]]*\]\(/g, /\{\d+\}/g];
  return [message, undoubled].flatMap((one) => patterns.flatMap((pattern) => one.match(pattern) ?? []));
}

describe("security hole 12: outside text in a SARIF message", () => {
  test.each([
    ["[Fix now](https://evil.example/login)", "[Fix now] (https://evil.example/login)"],
    ["[a](1)", "[a] (1)"],
    ["[a\\](1)", "[a\\] (1)"],
    ["[a\\[0\\]](1) ![b](c)", "[a\\[0\\]] (1) ![b] (c)"],
    ["[a][b](c)](d)", "[a][b] (c)] (d)"],
    ["{0} and {{1}} and {12}", "{ 0} and {{ 1}} and { 12}"],
    ["{a} {} [x] (y) f(x)[0]", "{a} {} [x] (y) f(x)[0]"],
    ["a\r\nb\u202ec\u0000", "a b<U+202E>c<U+0000>"],
    ["]\n(x)", "] (x)"],
  ])("%j", (text, shown) => {
    expect(inertSarif(text, 1000)).toBe(shown);
    expect(found(shown)).toEqual([]);
  });

  test("contains no link or placeholder, whatever it is and wherever it is cut", () => {
    const piece = fc.constantFrom(..."[](){}0\\! \n\r\u200bx", "12", "😀", "https://a.example");
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    const length = fc.integer({ min: 1, max: 40 });
    fc.assert(fc.property(text, length, (one, max) => expect(found(inertSarif(one, max))).toEqual([])));
  });

  test("the test's own parser finds links and placeholders", () => {
    for (const text of ["[a](b)", "[a\\]](1)", "{0}", "{{{1}}}"]) expect(found(text)).not.toEqual([]);
  });
});
