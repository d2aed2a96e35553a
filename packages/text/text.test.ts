import { describe, expect, test } from "@jest/globals";
import {
  code,
  codeBlock,
  details,
  heading,
  inertLines,
  link,
  linkTarget,
  list,
  oneLine,
  paragraph,
  shorten,
  strong,
  table,
  toMarkdown,
  toPlainText,
  visible,
  visibleText,
} from "./index.ts";
import { HtmlRenderer, Parser } from "commonmark";
import fc from "fast-check";

const html = (markdown: string) => new HtmlRenderer().render(new Parser().parse(markdown));

describe("text on lines", () => {
  test.each([
    ["security A1: a command at the line's start", "::add-mask::a", ["\\::add-mask::a"]],
    [
      "security A2: a legacy command inside a line",
      "x ##[set-output name=sha]evil",
      ["x ##\\[set-output name=sha]evil"],
    ],
    ["security A3: white space before a command", "\u00a0 ::debug::x", ["\u00a0 \\::debug::x"]],
    [
      "security A4: every kind of line break",
      "a\r::b\u0085::c\u2028::d\v::e\f::f\r\n::g",
      ["a", "\\::b", "\\::c", "\\::d", "\\::e", "\\::f", "\\::g"],
    ],
    [
      "security A6: stop-commands, matchers and forged errors",
      "::stop-commands::t\n::add-matcher::m\n::error file=a::b",
      ["\\::stop-commands::t", "\\::add-matcher::m", "\\::error file=a::b"],
    ],
    [
      "security A15: escape sequences are shown",
      "\u001b[31mred\u001b]8;;https://evil\u0007",
      ["<U+001B>[31mred<U+001B>]8;;https://evil<U+0007>"],
    ],
    [
      "security A16: bidirectional, zero-width and tag characters are shown",
      "a\u202eb\u200bc\u{e0041}",
      ["a<U+202E>b<U+200B>c<U+E0041>"],
    ],
    ["security A17: NUL and lone surrogates", "a\0b\ud800c", ["a<U+0000>b\ufffdc"]],
    [
      "security A18: GitLab's section markers",
      "\u001b[0Ksection_start:1:x\r\u001b[0Ktitle",
      ["<U+001B>[0Ksection_start:1:x", "<U+001B>[0Ktitle"],
    ],
    ["plain text is left alone", "Ünïcode ✅ ::inside:: 'quotes' <b>", ["Ünïcode ✅ ::inside:: 'quotes' <b>"]],
  ])("%s", (_, text, lines) => {
    expect(inertLines(text)).toEqual(lines);
  });

  test("keeps the joiners of an emoji sequence, but not those in text", () => {
    expect(visible("👩‍🚀 a\u200db")).toBe("👩‍🚀 a<U+200D>b");
  });

  test("security A15, A16: keeps the lines of text for a terminal and shows control and invisible characters", () => {
    expect(visibleText("a\tb\r\n\u009b31mc\rd\u202e\n")).toBe("a\tb\r\n<U+009B>31mc<U+000D>d<U+202E>\n");
  });

  test("puts text on one line without any line break", () => {
    expect(oneLine("a\r\nb\u2028c")).toBe("a b c");
  });

  test("security E90: never splits a character when shortening", () => {
    expect(shorten("ab😀cd", 4)).toBe("ab…");
    expect(shorten("short", 10)).toBe("short");
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.nat(20), (text, max) => shorten(text, max).isWellFormed()),
    );
  });
});

const hostile = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "<!--",
        "-->",
        "<details>",
        "```",
        "~~~",
        "|",
        "](",
        "![x](http://e)",
        "<b>",
        "&lt;",
        "*",
        "_",
        "#",
        "# ",
        "- ",
        "1. ",
        "> ",
        "\n",
        "\n\n",
        "@user",
        "#1",
        "`",
        "\\",
        "[a]: b",
        "https://evil.example",
        "www.evil.example",
        "$x$",
        "<",
        ">",
      ),
      fc.string(),
    ),
    { maxLength: 12 },
  )
  .map((parts) => parts.join(""));

describe("documents", () => {
  test("security A14: no text adds structure to a paragraph, a heading, a table cell or a list item", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = html(
          toMarkdown([heading(text), paragraph(["a ", text, strong(text), code(text)]), list([`x${text}`])]),
        );
        const tags = [...shown.matchAll(/<\/?([a-z0-9]+)/g)].map(([, name]) => name);
        const allowed = new Set(["h2", "p", "strong", "code", "ul", "li"]);
        return tags.every((name) => allowed.has(name!)) && (shown.match(/<p>/g) ?? []).length <= 1;
      }),
      { numRuns: 3_000 },
    );
  });

  test("security A14: text cannot close the code block that contains it", () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const shown = html(toMarkdown([codeBlock(text, "js")]));
        return (
          shown.startsWith('<pre><code class="language-js">') &&
          shown.indexOf("</pre>") === shown.lastIndexOf("</pre>") &&
          shown.endsWith("</code></pre>\n")
        );
      }),
    );
  });

  test("a table cell contains no bar or line break", () => {
    const rows = toMarkdown([table(["a|b"], [["x|y\nz"]])]).split("\n");
    expect(rows).toEqual(["| a\\|b |", "| --- |", "| x\\|y z |", ""]);
  });

  test.each([
    ["https://example.org/a b", "https://example.org/a%20b"],
    ["http://127.0.0.1:80/x", "http://127.0.0.1/x"],
    ["http://example.org", undefined],
    ["javascript:alert(1)", undefined],
    ["https://user:pass@example.org", undefined],
    ["not a url", undefined],
  ])("security E84: %s is shown as the link %s", (url, shown) => {
    expect(linkTarget(url)).toBe(shown);
  });

  test("as plain text have aligned columns and spelled-out links", () => {
    const text = toPlainText([
      heading("Report"),
      table(
        ["check", "result"],
        [
          ["tag", "pass"],
          ["changelog", "fail"],
        ],
      ),
      paragraph(["see ", link("page", "https://a.example")]),
      details("more", [codeBlock("x\ny")]),
    ]);
    expect(text).toBe(`Report

check      result
tag        pass
changelog  fail

see page (https://a.example)

more
        x
        y
`);
  });
});
