import { describe, expect, test } from "@jest/globals";
import { linkTarget } from "@release-actions/text";
import { Parser } from "commonmark";
import type { Node } from "commonmark";
import fc from "fast-check";
import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { realChangelogs } from "../../../test/hostile/real-changelogs.ts";
import { readMarkdown } from "./markdown.ts";
import type { MarkdownBlock, Span } from "./tree.ts";

/** A document as nested lists, on which both parsers must agree. */
type Shape = readonly unknown[];

function ours(blocks: readonly MarkdownBlock[]): Shape {
  return blocks.map((block) => {
    switch (block.kind) {
      case "heading":
        return ["heading", block.level, ...ourSpans(block.text)];
      case "paragraph":
        return ["paragraph", ...ourSpans(block.text)];
      case "list":
        return [block.ordered ? "ordered" : "bullet", ...block.items.map(ours)];
      case "code":
        return ["code", block.text, block.language];
      case "quote":
        return ["quote", ...ours(block.blocks)];
      case "table":
        return ["table"];
      case "rule":
        return ["rule"];
    }
  });
}

function ourSpans(spans: readonly Span[]): Shape {
  return joined(
    spans.map((span) =>
      span.kind === "break"
        ? ["break"]
        : [span.text, marks({ strong: span.strong, emph: span.emphasis, code: span.code }), span.url ?? ""],
    ),
  );
}

function marks(on: Readonly<Record<string, boolean | undefined>>): string {
  return Object.entries(on)
    .flatMap(([name, set]) => (set === true ? [name] : []))
    .join(" ");
}

/** Neighbors with the same marks joined, without the invisible spaces at the ends. */
function joined(parts: readonly unknown[][]): Shape {
  const result: unknown[][] = [];
  // A bare address is a link for us, and text for the reference.
  const plain = parts.map((part) =>
    part.length === 3 && linkTarget(String(part[0])) === part[2] ? [part[0], part[1], ""] : part,
  );
  for (const part of plain) {
    const last = result.at(-1);
    if (last?.length === 3 && part.length === 3 && last[1] === part[1] && last[2] === part[2])
      last[0] = `${String(last[0])}${String(part[0])}`;
    else result.push([...part]);
  }
  return result.filter((part) => part[0] !== "");
}

function theirs(parent: Node): Shape {
  const shapes: unknown[] = [];
  for (let node = parent.firstChild; node !== null; node = node.next) {
    if (node.type === "html_block") continue;
    shapes.push(theirBlock(node));
  }
  return shapes;
}

function theirBlock(node: Node): Shape {
  switch (node.type) {
    case "heading":
      return ["heading", node.level, ...theirSpans(node)];
    case "paragraph":
      return ["paragraph", ...theirSpans(node)];
    case "list":
      return [node.listType, ...theirs(node)];
    case "item":
      return theirs(node);
    case "code_block":
      return ["code", (node.literal ?? "").replace(/\n$/, ""), (node.info ?? "").split(/\s/)[0] ?? ""];
    case "block_quote":
      return ["quote", ...theirs(node)];
    default:
      return ["rule"];
  }
}

interface Around {
  readonly strong?: boolean;
  readonly emph?: boolean;
  readonly url?: string;
}

function theirSpans(node: Node): Shape {
  return joined(theirParts(node, {}));
}

function theirParts(parent: Node, around: Around): unknown[][] {
  const parts: unknown[][] = [];
  const add = (text: string, more: Record<string, boolean> = {}) =>
    parts.push([text, marks({ strong: around.strong, emph: around.emph, ...more }), around.url ?? ""]);
  for (let node = parent.firstChild; node !== null; node = node.next) {
    switch (node.type) {
      case "softbreak":
        add(" ");
        break;
      case "linebreak":
        parts.push(["break"]);
        break;
      case "code":
        add(node.literal ?? "", { code: true });
        break;
      case "strong":
      case "emph":
        parts.push(...theirParts(node, { ...around, [node.type]: true }));
        break;
      case "link":
      case "image":
        parts.push(...theirLink(node, around));
        break;
      default:
        add(node.literal ?? "");
    }
  }
  return parts;
}

/** The expected link: only if the address may become one, otherwise the text followed by the address. */
function theirLink(node: Node, around: Around): unknown[][] {
  const url = linkTarget(decodeURI(node.destination ?? ""));
  const inner = theirParts(node, url === undefined || around.url !== undefined ? around : { ...around, url });
  return inner;
}

const withoutAddresses = (shape: Shape): unknown => JSON.parse(JSON.stringify(shape).replaceAll(/ \([^()"]*\)/g, ""));

function check(text: string): void {
  expect(withoutAddresses(ours(readMarkdown(text)))).toEqual(withoutAddresses(theirs(new Parser().parse(text))));
}

describe("The Markdown reader", () => {
  test.each([
    ["headings", "# One\n\n## Two ##\n\nThree\n=====\n\nFour\nfive\n---\n\n####### no\n#no\n#\n"],
    ["paragraphs", "one\n  two\n\n\n    \nthree  \nfour\\\nfive\n"],
    ["emphasis", "*a* **b** ***c*** _d_ __e__ **f *g* h** snake_case_name *not * a* a*b*c **open *a**\n"],
    [
      "more emphasis",
      "*foo**bar**baz* ***foo** bar* **foo*bar*baz** _(_foo_)_ *foo_bar_* **a\nb** foo***bar***baz ****x****\n",
    ],
    [
      "code",
      "`a` ``b`c`` ` d ` `*x*` \\`e\\` `` unclosed `f\n\n```js title\nlet a;\n\n  b\n```\n\n~~~\n```\n~~~\n\n    indented\n\n      more\n\ntext\n    lazy\n",
    ],
    ["lists", "- a\n- b\n\n  c\n- d\n  - e\n    - f\n\n      g\n* other\n\n1. one\n2. two\n   - x\n10) three\n"],
    ["lists in paragraphs", "text\n- a\nlazy\n2. no\n1. yes\n-\n- \n\n- x\n\n\n- y\n"],
    ["lists and code", "- a\n\n      code\n- ```\n  fence\n  ```\n-     code\n- # heading\n  text\n"],
    ["quotes", "> a\n> b\nlazy\n\n> - x\n> - y\n>\n> > deep\n> ```\n> code\n> ```\n"],
    ["rules", "a\n\n---\n\n***\n _ _ _\n- - -\n--\n"],
    [
      "links",
      "[a](https://a.example/x) [b](<https://b.example> \"t\") [c][r] [r] [r][] [none] <https://d.example> ![i](https://e.example/i.png) [n](http://n.example) [*e*](https://e.example) [x](rel.md)\n\n[r]: https://r.example 'title'\n",
    ],
    [
      "nested brackets",
      "[a [b](https://b.example) c](https://c.example) [a](https://a.example/(x)) [`]`](https://d.example) \\[e](https://e.example) [[r]]\n\n[r]: <https://r.example>\n",
    ],
    ["references and escapes", "&amp; &lt; &#42;a&#42; &#x41; \\*a\\* \\a &copyx; 1\\. a\n"],
  ])("reads the same as the reference: %s", (_, text) => {
    check(text);
  });

  test("reads any mixture of known constructs the same as the reference", () => {
    const word = fc.constantFrom(
      "a",
      "b c",
      "*",
      "**",
      "_",
      "`",
      "``",
      "[",
      "](",
      "a](/x)",
      "]",
      ")",
      "!",
      "\\",
      "\n",
      "  \n",
      "# ",
      "- ",
      "1. ",
      "> ",
      "    ",
      "\n\n",
      "```\n",
      "---\n",
      "\n- ",
      "\n  ",
      "+ ",
      "=\n",
    );
    fc.assert(fc.property(fc.array(word, { maxLength: 14 }), (words) => check(words.join(""))));
  });

  /** What is deliberately read differently: HTML, tables, strikethrough. */
  const OWN = /<(?!https?:)[A-Za-z/!?]|\|[ :]*-|~~/;
  const files = realChangelogs();

  if (files.length === 0) test.skip("real changelogs: skipped, ../shared/data is absent", () => undefined);
  else
    test.each(files.map((file) => [basename(file), file]))(
      "reads the same as the reference, entry by entry: %s",
      (_, file) => {
        const entries = readFileSync(file, "utf8")
          .split(/\n(?=##? )/)
          .filter((entry) => entry.length < 32_000 && !OWN.test(entry));
        for (const entry of entries) check(entry);
        expect(entries.length).toBeGreaterThan(0);
      },
    );
});
