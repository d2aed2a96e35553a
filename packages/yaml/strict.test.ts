import { describe, expect, test } from "@jest/globals";
import { parseAllDocuments, parseDocument, readStrictly } from "./index.ts";

describe("strict YAML", () => {
  test("is YAML 1.2", () => {
    expect(readStrictly("a: yes\nb: 010\nc: [1, null]\n")).toMatchObject({
      value: { a: "yes", b: 10, c: [1, null] },
      faults: [],
    });
    expect(readStrictly("# nothing\n")).toMatchObject({ value: null, faults: [] });
  });

  test.each([
    ["security E78: an alias", "a: &x 1\nb: *x\n", "alias", "the alias *x is not allowed", 2],
    ["an alias as a key", "a: &x 1\n*x : 2\n", "alias", "the alias *x is not allowed", 2],
    ["a key twice", "a: 1\nb: 2\na: 3\n", "syntax", "Map keys must be unique", 3],
    ["a second document", "a: 1\n---\nb: 2\n", "syntax", "multiple documents: a second one begins here", 2],
    ["an unknown tag", "a: 1\nb: !secret x\n", "syntax", "Unresolved tag: !secret", 2],
    ["a mapping as a key", "a: 1\n? {b: c}\n: d\n", "key", "a mapping or a list cannot be a key", 2],
    [
      "a bracket that is not closed",
      "a: 1\nb: [c\n",
      "syntax",
      expect.stringContaining("must be sufficiently indented and end with a ]"),
      3,
    ],
  ])("%s is reported with its line", (_, source, kind, message, line) => {
    expect(readStrictly(source)).toMatchObject({ value: undefined, faults: [{ kind, message, line }] });
  });

  test("reports all problems at once", () => {
    expect(readStrictly("a: &x 1\na: *x\n").faults.map(({ kind, line }) => [kind, line])).toEqual([
      ["syntax", 2],
      ["alias", 2],
    ]);
  });

  test("security E79: treats a merge key like any other key", () => {
    expect(readStrictly("<<: {a: 1}\n").value).toEqual({ "<<": { a: 1 } });
  });

  test("security B35: treats __proto__ like any other key", () => {
    expect(Object.keys(readStrictly("__proto__: {a: 1}\n").value as object)).toEqual(["__proto__"]);
    expect(({} as Record<string, unknown>)["a"]).toBeUndefined();
  });

  test("reads one document, or all of them", () => {
    expect(parseDocument("a: 1\n---\nb: 2\n---\nc: 3\n").errors).toMatchObject([
      { code: "MULTIPLE_DOCS", pos: [5, 14] },
    ]);
    expect(parseAllDocuments("a: 1\n---\nb: 2\n").map((document) => document.toJS() as unknown)).toEqual([
      { a: 1 },
      { b: 2 },
    ]);
    expect(parseAllDocuments("")).toEqual([]);
  });
});
