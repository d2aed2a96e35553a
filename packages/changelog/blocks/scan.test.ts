import { describe, expect, test } from "@jest/globals";
import { Parser } from "commonmark";
import * as fc from "fast-check";
import { readFileSync } from "node:fs";
import { realChangelogs } from "../../../test/hostile/real-changelogs.ts";
import { decode } from "./bytes.ts";
import { scanBlocks } from "./scan.ts";
import type { Definition, Heading } from "./state.ts";

/** What is compared: where each top-level heading is, its level, its source text, and the labels that are defined. */
interface Structure {
  readonly headings: readonly string[];
  readonly labels: readonly string[];
}

/** The reference takes no tab between a definition's parts or behind them, against the specification. */
const TAB_IN_DEFINITION = /\]:[^]*\t/;

const files = realChangelogs();

if (files.length === 0) {
  test.skip("real changelogs: skipped, ../shared/data is absent", () => undefined);
} else {
  test.each(files)("agrees with the reference parser on %s", (file) => {
    const text = readFileSync(file, "utf8");
    expect(ours(text)).toEqual(reference(text));
    expect(ours(text).headings.length).toBeGreaterThan(5);
    expect(ours(text.replaceAll("\n", "\r\n"))).toEqual(ours(text));
  });
}

describe("scanning blocks", () => {
  test("agrees with the reference parser on generated Markdown", () => {
    fc.assert(
      fc.property(fc.array(line(), { maxLength: 14 }), fc.constantFrom("\n", "\r\n", "\r"), (lines, ending) => {
        const text = lines.join(ending);
        fc.pre(!TAB_IN_DEFINITION.test(text));
        expect(ours(text)).toEqual(reference(text));
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 5000) },
    );
  });

  test("agrees with the reference parser on arbitrary runs of structural characters", () => {
    const char = fc.constantFrom(..."#-=>`~*+_[]:<!/ \t\n\n\n12.)ab\\\"'()&?");
    fc.assert(
      fc.property(fc.array(char, { maxLength: 60 }), (chars) => {
        const text = chars.join("");
        fc.pre(!TAB_IN_DEFINITION.test(text));
        expect(ours(text)).toEqual(reference(text));
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 5000) },
    );
  });

  test("reads mixed line endings as one file", () => {
    expect(ours("# a\r\rb\n===\r\n## c\n").headings).toEqual(["1-1 1 a", "3-4 1 b", "5-5 2 c"]);
  });

  test("reports which block the end of the file cut off", () => {
    expect(scanBlocks(Buffer.from("a\n\n<!-- b\n# c\n"), {})).toEqual({ kind: "html", line: 3 });
    expect(scanBlocks(Buffer.from("~~~\n# c\n"), {})).toEqual({ kind: "fence", line: 1 });
    expect(scanBlocks(Buffer.from("<div>\n# c\n"), {})).toBeUndefined();
  });
});

function ours(text: string): Structure {
  const bytes = Buffer.from(text);
  const headings: Heading[] = [];
  const definitions: Definition[] = [];
  scanBlocks(bytes, {
    heading: (heading) => headings.push(heading),
    definition: (definition) => definitions.push(definition),
  });
  return {
    headings: headings
      .filter((heading) => heading.depth === 0)
      .map(
        ({ line, lastLine, level, textStart, textEnd }) =>
          `${line}-${lastLine} ${level} ${plain(decode(bytes, textStart, textEnd))}`,
      ),
    labels: [...new Set(definitions.map((definition) => definition.label))].sort(),
  };
}

function reference(text: string): Structure {
  const parser = new Parser();
  const sources = new Map<object, string>();
  parser.inlineParser.parse = (block) => void sources.set(block, block._string_content);
  const root = parser.parse(text);
  const headings: string[] = [];
  for (let node = root.firstChild; node !== null; node = node.next) {
    if (node.type !== "heading") continue;
    const source = sources.get(node) ?? "";
    // The reference counts definitions in front of a setext heading's text as part of it.
    const lines = source.trim().split("\n").length;
    const [[first], [last]] = node.sourcepos;
    headings.push(`${last > first ? last - lines : first}-${last} ${node.level} ${plain(source)}`);
  }
  return { headings, labels: Object.keys(parser.inlineParser.refmap).sort() };
}

/** Lines without their indentation and ends, as both sides keep them differently. */
function plain(source: string): string {
  return source
    .split(/\r\n|\n|\r/)
    .map((line) => line.replace(/^[ \t]+|[ \t]+$/g, ""))
    .join("\n")
    .replace(/^\n+|\n+$/g, "");
}

function line(): fc.Arbitrary<string> {
  const prefix = fc.constantFrom(
    "",
    "",
    "",
    "",
    " ",
    "   ",
    "    ",
    "\t",
    "> ",
    ">",
    "- ",
    "* ",
    "1. ",
    "  ",
    "- - ",
    "> - ",
    "10) ",
    "-\t",
  );
  const content = fc.constantFrom(
    "",
    "",
    "text",
    "## [1.2.3] - 2025-01-02",
    "# One #",
    "##",
    "#none",
    "####### seven",
    "===",
    "---",
    "- - -",
    "***",
    "```",
    "````",
    "~~~",
    "~~~ info",
    "``` a`b",
    "<!--",
    "-->",
    "<!-- ## x -->",
    "<div>",
    "</div>",
    "<details>",
    "<a href='x'>",
    "<a b",
    "<pre>",
    "</pre> x",
    "<?x",
    "?>",
    "<!X",
    "<![CDATA[",
    "]]>",
    "[a]: /b",
    "[a]: <b c> 'd'",
    "[c d]:",
    "/dest",
    "'title'",
    "[e]: f g",
    "[x] y",
    "2. item",
    "1. one",
    "-",
    "+ plus",
    "<script>",
    "1) a",
    "| a | b |",
    "|---|---|",
    "\\# no",
    "text  ",
    "=",
    "-- -",
    "<h2>1.2.3</h2>",
  );
  return fc.tuple(prefix, prefix, content).map((parts) => parts.join(""));
}
