import { describe, expect, test } from "@jest/globals";
import { HtmlRenderer, Parser } from "commonmark";
import * as fc from "fast-check";
import { reflow } from "./index.ts";

describe("reflow", () => {
  test.each([
    ["a paragraph", "one\ntwo\nthree", "one two three"],
    [
      "list items and their indentation",
      "- one\n  two\n\n  three\n  four\n- five",
      "- one two\n\n  three four\n- five",
    ],
    ["block quotes, lazy or not", "> one\n> two\nthree", "> one two three"],
    ["CR LF", "one\r\ntwo\r\n\r\nthree", "one two\r\n\r\nthree"],
    ["a space at the end of a line", "one \ntwo", "one two"],
  ])("joins the lines of %s", (_, given, wanted) => {
    expect(reflow(given)).toBe(wanted);
  });

  test.each([
    ["fenced code", "```\none\ntwo\n```"],
    ["indented code", "    one\n    two"],
    ["HTML", "<div>\none\ntwo\n</div>"],
    ["a table", "| a | b |\n|---|---|\n| 1 | 2 |"],
    ["a table without outer bars", "a | b\n:-|-:\n1 | 2"],
    ["headings", "# one\n## two\nthree\n==="],
    ["a heading of two lines", "one\ntwo\n---"],
    ["hard line breaks", "one  \ntwo\\\nthree"],
    ["an alert", "> [!NOTE]\n> one"],
    ["link definitions", "[a]: /a\n[b]: /b\n'title'"],
    ["lists", "- one\n- two\n  - three\n1. four"],
    ["rules", "one\n***\ntwo"],
    ["a code span with a space before its line ending", "one `two \nthree`"],
  ])("leaves %s alone", (_, text) => {
    expect(reflow(text)).toBe(text);
  });

  test("keeps what CommonMark shows, and changes nothing the second time", () => {
    const line = fc
      .tuple(
        fc.constantFrom("", "", "", "- ", "  ", "> ", "1. ", "    "),
        fc.constantFrom(
          "one",
          "two  ",
          "three\\",
          "",
          "```",
          "~~~",
          "# h",
          "---",
          "===",
          "[a]: /b",
          "`x",
          "y`",
          "*a",
          "b*",
          "| a |",
          "|---|",
          "2. x",
          "&amp;",
          "[!TIP]",
          "<a",
          "b>",
          "_ _",
          "_",
          "[a]:",
          "/b",
        ),
      )
      .map((parts) => parts.join(""));
    fc.assert(
      fc.property(fc.array(line, { maxLength: 12 }), fc.constantFrom("\n", "\r\n"), (lines, ending) => {
        const text = lines.join(ending);
        const flowed = reflow(text);
        expect(shown(flowed)).toBe(shown(text));
        expect(reflow(flowed)).toBe(flowed);
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 3000) },
    );
  });
});

/** As a browser shows it: a run of white space as one space. */
function shown(text: string): string {
  return new HtmlRenderer({ softbreak: " " }).render(new Parser().parse(text)).replace(/\s+/g, " ");
}
