import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { escaped, markdownToWiki } from "./wiki.ts";

describe("Markdown as wiki markup", () => {
  test("renders the Markdown of release texts", () => {
    const markdown =
      "## Changes\n\nSee **the** [MR](https://gitlab.example/1), `x`  \nnow.\n\n1. one\n   - two\n\n     more\n- three\n\n> said\n> > twice\n\n| a | b |\n| - | - |\n| c |   |\n\n```go\nx := 1\n```\n\n---\n";
    expect(markdownToWiki(markdown)).toBe(
      [
        "h2. Changes",
        "See {*}the{*} [MR|https://gitlab.example/1], {{x}} \\\\ now.",
        "# one\n#* two \\\\ more",
        "* three",
        "{quote}\nsaid\n\ntwice\n{quote}",
        "||a||b||\n|c| |",
        "{code:go}\nx := 1\n{code}",
        "----",
      ].join("\n\n"),
    );
  });

  test("security E88: renders mentions, macros, images, attachments, links, headings and emoticons as text", () => {
    const hostile = [
      "[~admin]",
      "{color:red}x{color}",
      "!http://evil.example/x.png!",
      "[^secret.txt]",
      "[click|http://evil.example]",
      "\\{code}",
      "||th||",
      "(/) (!)",
      ":D",
      "@all",
      "http://evil.example",
      "mailto:x",
    ];
    expect(markdownToWiki(hostile.join(" ")).split(" ")).toEqual([
      "\\[\\~admin\\]",
      "\\{color&#58;red\\}x\\{color\\}",
      "\\!http&#58;//evil.example/x.png\\!",
      "\\[\\^secret.txt\\]",
      "\\[click\\|http&#58;//evil.example\\]",
      "\\{code\\}",
      "\\|\\|th\\|\\|",
      "\\(/\\)",
      "\\(\\!\\)",
      "&#58;D",
      "\\@all",
      "http&#58;//evil.example",
      "mailto&#58;x",
    ]);
    for (const line of ["h1. big", "bq. said"]) expect(markdownToWiki(line)).toBe(line.replace(".", "&#46;"));
  });

  test("never puts a backslash before a character that it would combine with", () => {
    expect(escaped("\\{x\\\\y\\")).toBe("&#92;\\{x&#92;&#92;y&#92;");
  });

  test("renders code that could end its macro as text", () => {
    expect(markdownToWiki("```go\n{code}\n```\n")).toBe("{noformat}\n{code}\n{noformat}");
    const both = markdownToWiki("```\n{CODE}{NoFormat}\n[~x]\n```\n");
    expect(both).toBe("{{\\{CODE\\}\\{NoFormat\\}}} \\\\ {{\\[\\~x\\]}}");
  });

  test("turns a bare address into a link", () => {
    expect(markdownToWiki("MR: https://gitlab.example/a_b/-/1.")).toBe("MR: [https://gitlab.example/a_b/-/1].");
    expect(markdownToWiki("<https://a.example/[x]{y}!z!|w>")).toBe("[https://a.example/%5Bx%5D%7By%7D%21z%21%7Cw]");
  });

  test("keeps names and versions readable", () => {
    expect(escaped("release-actions 1.2.0-rc.1 at 12:30, AAP-12")).toBe("release-actions 1.2.0-rc.1 at 12:30, AAP-12");
  });

  /** What Jira's renderer acts on, without what we escape: only our own marks may be left. */
  test("security E83, E88: no character of any text keeps a meaning", () => {
    const word = fc.constantFrom(
      "a",
      "[~x]",
      "{code}",
      "{noformat}",
      "{quote}",
      "!i!",
      "*",
      "_",
      "-",
      "+",
      "^",
      "~",
      "??",
      "|",
      "||",
      "\\",
      "\\\\",
      "&#123;",
      "h1. ",
      "bq. ",
      "# ",
      "(x)",
      ":)",
      " ",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 12 }), (words) => {
        const left = escaped(words.join(""))
          .replace(/\\[-#*_+?^~|%{}[\]()!@]/g, "")
          .replace(/&#[0-9]+;/g, "");
        expect(left).not.toMatch(/[\\{}[\]|*_^~+!()&]|\?\?|^#|:\S/);
      }),
    );
  });
});
