import { describe, expect, test } from "@jest/globals";
import { createMasker, executedCommands, parseFileCommands, summaryKept, SUMMARY_LIMIT } from "./index.ts";

const names = (output: string) => executedCommands(output).map((command) => command.command);

describe("file commands", () => {
  test("reads pairs and blocks; the last value of a name counts", () => {
    expect({ ...parseFileCommands("a=1\nb<<E\n1\n\n2=3\nE\n\na=x<<y\nempty<<E\nE\nc<<E\r\nv\r\nE\r") }).toEqual({
      a: "x<<y",
      b: "1\n\n2=3",
      empty: "",
      c: "v\r",
    });
  });

  test("security A9: ends a block at a value that contains the delimiter's line", () => {
    expect({ ...parseFileCommands("a<<E\n1\nE\nb=2") }).toEqual({ a: "1", b: "2" });
  });

  test.each(["plain", "a<<", "<<E\nE", "a<<E\nb"])("fails the step: %j", (text) => {
    expect(() => parseFileCommands(text)).toThrow(/^Invalid/);
  });

  test("security A13: drops a summary above 1 MiB", () => {
    expect(summaryKept("a".repeat(SUMMARY_LIMIT))).toHaveLength(SUMMARY_LIMIT);
    expect(summaryKept("a".repeat(SUMMARY_LIMIT - 1) + "é")).toBe("");
  });
});

describe("commands", () => {
  test("executes both forms, with properties and data unescaped", () => {
    expect(
      executedCommands("  ::error file=a%2Cb.ts,line=3::one%0Atwo %2525\nx ##[set-output name=sha;x=1%5D]evil%3B"),
    ).toEqual([
      { command: "error", properties: { file: "a,b.ts", line: "3" }, data: "one\ntwo %25" },
      { command: "set-output", properties: { name: "sha", x: "1]" }, data: "evil;" },
    ]);
  });

  test.each([
    ["security A2: the legacy form anywhere in a line", "commit x ##[set-output name=sha]evil", ["set-output"]],
    ["security A3: Unicode white space before ::", "\u2003\u00a0\u0085::add-mask::a", ["add-mask"]],
    ["security A4: CR alone ends a line", "a\r::notice::b", ["notice"]],
    ["U+2028 is white space but ends no line", "a\u2028::notice::b", []],
    ["names are compared without case", "::ERROR::a", ["ERROR"]],
    ["an ignorable code point inside the second ::", "::error:\u200b:a", ["error"]],
    ["an ignorable code point before the first ::", "\u200b::error::a", []],
    ["an unknown name", "::unknown::a", []],
    ["no second ::", "::error", []],
    ["only the first ##[ of a line counts", "##[x] ##[error]a", []],
    ["an unfinished ::form falls back to the legacy one", "::x ##[error]a", ["error"]],
    [
      "security A6: stopped commands until their token",
      "::stop-commands::t\n::error::a\n::t::\n::debug::b",
      ["stop-commands", "debug"],
    ],
  ])("%s", (_title, output, expected) => {
    expect(names(output)).toEqual(expected);
  });

  test("masks secrets as they are, by line, in base64, in JSON and in URLs", () => {
    const masker = createMasker(["first/line\nsecond"]);
    const text = `second ${Buffer.from("first/line").toString("base64")} first%2Fline x`;
    expect(masker.mask(text)).toBe("*** *** *** x");
  });
});
