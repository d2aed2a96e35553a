import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { inertSarif } from "./sarif.ts";

/**
 * What SARIF 2.1.0 finds in a plain text message: placeholders (section 3.11.5), an integer in braces, where doubled
 * braces stand for themselves; and links (3.11.6), a text in brackets, in which a backslash keeps brackets, directly
 * before a target in parentheses. And what a viewer finds that knows no doubled braces and no backslashes.
 */
function found(message: string): string[] {
  const undoubled = message.replaceAll(/\{\{|\}\}/g, "\0");
  const patterns = [/\[(?:\\[\\[\]]|[^\]])*\]\(/g, /\[[^\]]*\]\(/g, /\{\d+\}/g];
  return [message, undoubled].flatMap((one) => patterns.flatMap((pattern) => one.match(pattern) ?? []));
}

describe("security hole 12: text from outside in a message of SARIF", () => {
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

  test("holds neither a link nor a placeholder, whatever it is and wherever it is cut", () => {
    const piece = fc.constantFrom(..."[](){}0\\! \n\r\u200bx", "12", "😀", "https://a.example");
    const text = fc.array(piece, { maxLength: 30 }).map((pieces) => pieces.join(""));
    const length = fc.integer({ min: 1, max: 40 });
    fc.assert(fc.property(text, length, (one, max) => expect(found(inertSarif(one, max))).toEqual([])));
  });

  test("the test's own reading finds links and placeholders", () => {
    for (const text of ["[a](b)", "[a\\]](1)", "{0}", "{{{1}}}"]) expect(found(text)).not.toEqual([]);
  });
});
