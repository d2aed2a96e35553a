import { describe, expect, test } from "@jest/globals";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { findWords, readWordList } from "./words.ts";

const LIST =
  "# C\n\n### Words\n\n| instead of | write |\n|---|---|\n| `mend`, `has to be`, `is no` | fix, must be, is not |\n\n## Next\n\n";

function wordsIn(files: Readonly<Record<string, string>>): readonly string[] {
  const root = mkdtempSync(join(tmpdir(), "words-"));
  try {
    for (const [path, content] of Object.entries({ "CONTRIBUTING.md": LIST, ...files })) {
      mkdirSync(dirname(join(root, path)), { recursive: true });
      writeFileSync(join(root, path), content);
    }
    return findWords(root).map(({ file, line, found }) => `${file}:${line}: ${found}`);
  } finally {
    rmSync(root, { recursive: true, force: true });
  }
}

describe("the word list", () => {
  test("is the table under Words", () => {
    expect(readWordList(LIST)).toHaveLength(1);
    expect(readWordList("# Nothing\n")).toHaveLength(0);
  });

  test("is not checked itself, but the rest of its page is", () => {
    expect(wordsIn({ "CONTRIBUTING.md": `${LIST}Mend it.\n` })).toEqual(["CONTRIBUTING.md:11: Mend"]);
  });
});

describe("prose that is read", () => {
  test.each([
    ["Markdown, across a line end", "docs/a.md", "It has\nto be.\n", ["docs/a.md:1: has\nto be"]],
    ["a comment", "packages/a/a.ts", "let a;\n/** To mend it. */\nlet b;\n", ["packages/a/a.ts:2: mend"]],
    ["a message", "actions/a/a.ts", "f(`Please mend ${x} now`);\n", ["actions/a/a.ts:1: mend"]],
    ["a test's title", "test/a.test.ts", 'test("to mend it", () => {});\n', ["test/a.test.ts:1: mend"]],
    [
      "the title of a table of tests",
      "test/a.test.ts",
      'test.each([1])("to mend %s", () => {});\n',
      ["test/a.test.ts:1: mend"],
    ],
    [
      "a workflow's description",
      ".github/workflows/a.yml",
      "  description: To mend it.\n",
      [".github/workflows/a.yml:1: mend"],
    ],
    ["a workflow's comment", ".github/workflows/a.yml", "a: 1 # mend\n", [".github/workflows/a.yml:1: mend"]],
  ])("%s", (_, file, content, expected) => {
    expect(wordsIn({ [file]: content })).toEqual(expected);
  });
});

describe("text that is not prose", () => {
  test.each([
    ["a phrase after there", "docs/a.md", "There is no tag.\n"],
    ["is no longer", "docs/a.md", "It is no longer\nthere, and is no\nlonger here.\n"],
    ["a code span", "docs/a.md", "`mend`\n"],
    ["a code block", "docs/a.md", "```sh\nmend\n```\n"],
    ["part of a word", "docs/a.md", "amendment, mend-it\n"],
    ["an identifier", "packages/a/a.ts", "const mend = 1;\n"],
    ["a string of one word", "packages/a/a.ts", 'const a = "mend";\n'],
    ["what a test gives or expects", "test/a.test.ts", 'expect("to mend it");\n'],
    ["a value of a workflow", ".github/workflows/a.yml", "run: mend\n"],
    ["a generated file", "cli/a.generated.ts", "// To mend it.\n"],
  ])("%s", (_, file, content) => {
    expect(wordsIn({ [file]: content })).toEqual([]);
  });
});
