import { describe, expect, test } from "@jest/globals";
import * as fc from "fast-check";
import { extractEntry } from "./index.ts";

interface Generated {
  readonly version: string;
  readonly heading: string;
  readonly body: string;
}

const blocks = fc.constantFrom(
  "- a\n- b",
  "text\nmore text",
  "### Added\n\n- x",
  "```\n## [9.9.9]\n\n```",
  "~~~~ md\n# 9.9.9\n~~~\n~~~~",
  "<!-- ## [9.9.9] -->\n\ntext",
  "<div>\n## 9.9.9\n</div>",
  "> ## 9.9.9",
  "1. one\n\n   ## 9.9.9",
  "    ## 9.9.9",
  "| a | b |\n|---|---|\n| 1 | 2 |",
  "a_b \\* \\[c] &amp; ünï 🎉",
  "* * *\n\ntext",
);

const headings = fc.constantFrom(
  (version: string) => `## [${version}] - 2025-01-02`,
  (version: string) => `## v${version}`,
  (version: string) => `## Version ${version} (2025-01-02)`,
  (version: string) => `## [${version}](https://x.test/compare/v0...v${version}) (2025-01-02) ##`,
  (version: string) => `${version} – 2 January 2025\n---`,
);

const changelog: fc.Arbitrary<Generated[]> = fc
  .uniqueArray(
    fc.tuple(fc.nat(3), fc.nat(12), fc.nat(12)).map((parts) => parts.join(".")),
    { minLength: 1, maxLength: 6 },
  )
  .chain((versions) =>
    fc.tuple(
      ...versions.map((version) =>
        fc
          .tuple(headings, fc.array(blocks, { minLength: 1, maxLength: 4 }))
          .map(([heading, content]) => ({ version, heading: heading(version), body: content.join("\n\n") })),
      ),
    ),
  );

describe("generated changelogs", () => {
  test("give back every entry, with LF and CR LF", () => {
    fc.assert(
      fc.property(
        changelog,
        fc.constantFrom("\n", "\r\n"),
        fc.constantFrom("", "\uFEFF", "# Changelog\n\nAbout.\n\n"),
        (entries, ending, before) => {
          const source =
            `${before}${entries.map(({ heading, body }) => `${heading}\n\n${body}\n`).join("\n")}`.replaceAll(
              "\n",
              ending,
            );
          for (const { version, body } of entries) {
            const extraction = extractEntry(source, { version });
            expect(extraction).toMatchObject({
              kind: "entry",
              entry: { body: body.replaceAll("\n", ending), warnings: [] },
            });
          }
        },
      ),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 500) },
    );
  });
});

describe("arbitrary files", () => {
  test("give a body that is a slice of the file", () => {
    const piece = fc.oneof(
      fc.constantFrom(
        "\n",
        "\n\n",
        "## 1.2.3\n",
        "- ",
        "> ",
        "```\n",
        "<!--",
        "-->",
        "[a]",
        "[a]: /b\n",
        "---\n",
        "  ",
        "<details>\n",
      ),
      fc.string({ unit: "grapheme", maxLength: 6 }),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
        const source = `## 1.2.4\n\n- x\n\n## 1.2.3\n${pieces.join("")}`;
        const extraction = extractEntry(source, { version: "1.2.4" });
        expect(extraction).toMatchObject({ kind: "entry", entry: { body: "- x" } });
        const own = extractEntry(source, { version: "1.2.3", allowEmpty: true });
        if (own.kind === "failed") return expect(own.failure.kind).toBe("duplicate");
        const { body, warnings } = own.entry;
        if (!body.includes("[a]: /b") && warnings.length === 0) expect(source.includes(body)).toBe(true);
      }),
      { numRuns: Number(process.env["PROPERTY_RUNS"] ?? 2000) },
    );
  });
});
