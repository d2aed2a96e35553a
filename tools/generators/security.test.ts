import { describe, expect, test } from "@jest/globals";
import { securityTable, securityTests } from "./security.ts";

const titles = (source: string, file = "packages/a/a.test.ts") =>
  securityTests(file, source).map(({ cases, title }) => `${cases}: ${title}`);

describe("the titles of docs/security.md", () => {
  test.each([
    [`test("security A5: it leaves the step's result alone", body)`, "A5: it leaves the step's result alone"],
    ['test(`security A1–A6: nothing (${CASES.toLocaleString("en")} cases)`, body)', "A1–A6: nothing (… cases)"],
    [`test("T31, security B19: a tag of \\"shell\\" text", body)`, 'B19: a tag of "shell" text'],
    [`test.each([301, 302])("security D59: a %s is refused", body)`, "D59: a 301 / 302 is refused"],
    [`test.each([1, 2, 3, 4])("security D59: %i of 100 %%", body)`, "D59: 1 / 2 / 3 / … of 100 %"],
    [`test.each([["x", 1], ["y", 1]] as const)("security D59: %s is %d", body)`, "D59: x / y is 1"],
    [`const ROWS = [{ name: "x" }];\ntest.each(ROWS)("security E86: $name: twice", body)`, "E86: x: twice"],
    [`test.each(elsewhere)("security E86: %j is refused", body)`, "E86: … is refused"],
    [`test.each([["security D75: 407", 1]])("%s is bounded", body)`, "D75: 407 is bounded"],
    [`test.each([["H102 exec", 1]])("security %s: it is refused", body)`, "H102 exec: it is refused"],
    [`describe("security hole 3: a token stays home", body)`, "3: a token stays home"],
  ])("%s", (source, title) => {
    expect(titles(source)).toEqual([title]);
  });

  test("list all tests in test/security by their outermost name", () => {
    const others = `test("two", body);\ntest("security D62: three", body);`;
    const source = `describe("one", () => { test("inner", body); });\n${others}`;
    expect(titles(source, "test/security/a.test.ts")).toEqual([": one", ": two", "D62: three"]);
    expect(titles(source)).toEqual(["D62: three"]);
  });

  test.each([
    [`test("security A5: ", body)`, /no title/],
    ["test(`security A5: ${name}`, body)", /no title/],
    [`test("security A5: nothing (", body)`, /in the middle/],
    [`test("security A5: a tag of the", body)`, /in the middle/],
  ])("%s is refused", (source, message) => {
    expect(() => titles(source)).toThrow(message);
  });

  test("fill complete table rows, whatever they contain", async () => {
    for (const line of (await securityTable()).split("\n")) {
      if (line.startsWith("|")) expect(line).toMatch(/^\|[^|]+\|(?:[^|\\]|\\.)+\|[^|]+\|$/);
    }
  });
});
