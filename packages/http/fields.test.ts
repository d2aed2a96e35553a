import { describe, expect, test } from "@jest/globals";
import type * as z from "zod/mini";
import { anything, list, maybe, object, oneOf, text, texts } from "./fields.ts";
import { parseJson } from "./json.ts";

const problems = (schema: z.ZodMiniType, json: string) =>
  schema.safeParse(parseJson(json)).error?.issues.map(({ path, message }) => `${path.join(".")} ${message}`);

describe("a list", () => {
  test("reads its items", () => {
    expect(list(object({ a: text })).parse(parseJson('[{"a": "b", "c": 1}]'))).toEqual([{ a: "b" }]);
  });

  test("reports the first item that does not fit, with its path, and no other", () => {
    const schema = object({ all: list(object({ a: list(text) })) });
    expect(problems(schema, '{"all": [{"a": []}, {"a": ["b", 1, 2]}, {}]}')).toEqual(["all.1.a.1 should be a string"]);
  });

  test.each(["{}", '{"all": null}', '{"all": {}}', '{"all": "a"}'])("is required: %s", (json) => {
    expect(problems(object({ all: list(text) }), json)).toEqual(["all should be a list"]);
  });

  test("may be missing or null where it is optional", () => {
    const schema = object({ all: maybe(list(text)) });
    expect([schema.parse(parseJson("{}")).all, schema.parse(parseJson('{"all": null}')).all]).toEqual([
      undefined,
      undefined,
    ]);
  });
});

describe("strings by key", () => {
  test.each(["__proto__", "constructor", "toString"])("keep the key %s", (key) => {
    const read = object({ labels: texts }).parse(parseJson(`{"labels": {"a": "b", "${key}": "c"}}`));
    expect(Object.entries(read.labels)).toEqual([
      ["a", "b"],
      [key, "c"],
    ]);
  });

  test("inherit nothing", () => {
    expect(texts.parse(parseJson("{}"))["constructor"]).toBeUndefined();
  });

  test.each([
    ['{"labels": {"a": "b", "__proto__": {}}}', "labels.__proto__ should be a string"],
    ['{"labels": {"a": null}}', "labels.a should be a string"],
    ['{"labels": []}', "labels should be an object"],
    ['{"labels": null}', "labels should be an object"],
    ["{}", "labels should be an object"],
  ])("are checked: %s", (json, problem) => {
    expect(problems(object({ labels: texts }), json)).toEqual([problem]);
  });
});

test("one of several words is that word, in the same case", () => {
  expect(problems(object({ state: oneOf("up", "down") }), '{"state": "UP"}')).toEqual([
    "state should be one of up, down",
  ]);
  expect(problems(object({ state: oneOf("up", "down") }), "{}")).toEqual(["state should be one of up, down"]);
});

test("anything may be missing, and null stays null", () => {
  const schema = object({ value: anything });
  expect([schema.parse(parseJson("{}")), schema.parse(parseJson('{"value": null}'))]).toEqual([{}, { value: null }]);
});
