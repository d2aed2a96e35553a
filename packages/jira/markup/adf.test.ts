import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { adfText } from "./adf-text.ts";
import { markdownToAdf } from "./adf.ts";
import type { AdfNode } from "./adf.ts";

const text = (value: string, ...marks: string[]) =>
  marks.length === 0
    ? { type: "text", text: value }
    : { type: "text", text: value, marks: marks.map((type) => ({ type })) };
const paragraph = (...content: object[]) => ({ type: "paragraph", content });

/** What each node that we write may contain (Atlassian Document Format, version 1). */
const MAY_HOLD: Readonly<Record<string, readonly string[]>> = {
  doc: ["paragraph", "heading", "bulletList", "orderedList", "codeBlock", "blockquote", "table", "rule"],
  paragraph: ["text", "hardBreak"],
  heading: ["text", "hardBreak"],
  bulletList: ["listItem"],
  orderedList: ["listItem"],
  listItem: ["paragraph", "bulletList", "orderedList", "codeBlock"],
  blockquote: ["paragraph", "bulletList", "orderedList", "codeBlock"],
  codeBlock: ["text"],
  table: ["tableRow"],
  tableRow: ["tableHeader", "tableCell"],
  tableHeader: ["paragraph"],
  tableCell: ["paragraph"],
};

function faults(node: AdfNode, within = "", path = node.type): string[] {
  const allowed = within === "" ? ["doc"] : (MAY_HOLD[within] ?? []);
  const marks = node.marks?.map(({ type }) => type) ?? [];
  return [
    ...(allowed.includes(node.type) ? [] : [`${path} is not allowed in ${within}`]),
    ...(node.type === "text" && !(typeof node.text === "string" && node.text.length > 0)
      ? [`${path} has no text`]
      : []),
    ...(marks.includes("code") && marks.some((mark) => mark !== "code" && mark !== "link")
      ? [`${path} mixes code with ${marks.join(", ")}`]
      : []),
    ...(within === "codeBlock" && marks.length > 0 ? [`${path} is marked`] : []),
    ...(["bulletList", "orderedList", "listItem", "blockquote", "table", "tableRow"].includes(node.type) &&
    (node.content ?? []).length === 0
      ? [`${path} is empty`]
      : []),
    ...(node.type === "listItem" && !["paragraph", "codeBlock"].includes(node.content?.[0]?.type ?? "")
      ? [`${path} begins with ${node.content?.[0]?.type}`]
      : []),
    ...(node.content ?? []).flatMap((child, at) => faults(child, node.type, `${path}.${at}.${child.type}`)),
  ];
}

describe("Markdown as an Atlassian document", () => {
  test("renders the Markdown of release texts", () => {
    const markdown =
      "## Changes\n\nSee **the** [MR](https://gitlab.example/1), `x`.\n\n1. one\n   - two\n\n> said\n\n| a |\n| - |\n| b |\n\n```ts\nlet a;\n```\n\n---\n";
    expect(markdownToAdf(markdown)).toEqual({
      type: "doc",
      version: 1,
      content: [
        { type: "heading", attrs: { level: 2 }, content: [text("Changes")] },
        paragraph(
          text("See "),
          text("the", "strong"),
          text(" "),
          { type: "text", text: "MR", marks: [{ type: "link", attrs: { href: "https://gitlab.example/1" } }] },
          text(", "),
          text("x", "code"),
          text("."),
        ),
        {
          type: "orderedList",
          attrs: { order: 1 },
          content: [
            {
              type: "listItem",
              content: [
                paragraph(text("one")),
                { type: "bulletList", content: [{ type: "listItem", content: [paragraph(text("two"))] }] },
              ],
            },
          ],
        },
        { type: "blockquote", content: [paragraph(text("said"))] },
        {
          type: "table",
          content: [
            { type: "tableRow", content: [{ type: "tableHeader", content: [paragraph(text("a"))] }] },
            { type: "tableRow", content: [{ type: "tableCell", content: [paragraph(text("b"))] }] },
          ],
        },
        { type: "codeBlock", attrs: { language: "ts" }, content: [text("let a;")] },
        { type: "rule" },
      ],
    });
  });

  test("turns a bare address into a link, without the period after it", () => {
    const [line] = markdownToAdf("App-Interface MR created: https://gitlab.example/x/-/merge_requests/1.").content;
    expect(line?.content?.map((node) => [node.text, node.marks?.[0]?.attrs?.["href"]])).toEqual([
      ["App-Interface MR created: ", undefined],
      ["https://gitlab.example/x/-/merge_requests/1", "https://gitlab.example/x/-/merge_requests/1"],
      [".", undefined],
    ]);
  });

  test("security E84: links only https addresses and shows all others", () => {
    const hostile =
      "[a](javascript:alert(1)) [b](http://evil.example) [c](https://user:pw@evil.example) ![d](file:///etc/passwd) <mailto:a@b.example>";
    const document = markdownToAdf(hostile);
    expect(JSON.stringify(document)).not.toContain("href");
    expect(adfText(document)).toContain("(javascript:alert(1))");
  });

  test("security E88: renders markup, mentions and parts of a document as text", () => {
    const hostile = '[~admin] @all {code:java} !logo.png! {"type":"mention","attrs":{"id":"1"}} h1. big';
    const document = markdownToAdf(hostile);
    expect(document.content).toEqual([paragraph(text(hostile))]);
  });

  test("shows the text that CommonMark reads", () => {
    const lines = [
      "[foo]:",
      "  /url",
      "> [foo] &copy; <a@b.example>",
      "",
      "[![badge](https://i.example/a.png)](https://x.example/)",
      "",
    ];
    const link = { type: "link", attrs: { href: "https://x.example/" } };
    expect(markdownToAdf(lines.join("\n")).content).toEqual([
      { type: "blockquote", content: [paragraph(text("foo (/url) © a@b.example"))] },
      paragraph({ type: "text", text: "badge", marks: [link] }),
    ]);
  });

  test("renders HTML as text, without its comments", () => {
    const markdown =
      "<details>\n<!-- hidden\n--><summary>x</summary> https://x.example/\n\n</details>\n\na<!-- hidden --><br>\n\n<!-- hidden\n\nb";
    expect(adfText(markdownToAdf(markdown))).toBe("<details> <summary>x</summary> https://x.example/ </details> a<br>");
  });

  test("makes invisible characters visible", () => {
    expect(adfText(markdownToAdf("a\u202eb `c\u200bd`\n\n```\ne\u2066f\n```\n"))).toBe(
      "a<U+202E>b c<U+200B>d e<U+2066>f",
    );
  });

  test("security E83, E84, E88: produces only allowed nodes from any text", () => {
    const word = fc.constantFrom(
      "a",
      "*",
      "**",
      "`",
      "[x](https://x.example)",
      "[",
      "]",
      "(",
      ")",
      "\n",
      "# ",
      "- ",
      "1. ",
      "> ",
      "    ",
      "\n\n",
      "```\n",
      "---\n",
      "|",
      "| - |\n",
      "~~",
      "<!-- ",
      "-->",
      "  \n",
      "\\",
      "&#0;",
      "\u202e",
    );
    fc.assert(
      fc.property(fc.array(word, { maxLength: 20 }), (words) =>
        expect(faults(markdownToAdf(words.join("")))).toEqual([]),
      ),
    );
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 80 }), (any) =>
        expect(faults(markdownToAdf(any))).toEqual([]),
      ),
    );
  });

  test("stays within bounds for extremely deep nesting", () => {
    for (const mark of ["> ", "- ", "[", "![", "*a", "`", "<!--", "[a](", "https://"]) {
      const document = markdownToAdf(mark.repeat(5_000));
      expect(faults(document)).toEqual([]);
      let depth = 0;
      for (let node: AdfNode | undefined = document; node !== undefined; node = node.content?.[0]) depth += 1;
      expect(depth).toBeLessThan(40);
    }
  });
});
