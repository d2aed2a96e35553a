import { expect, test } from "@jest/globals";
import { schemaSet } from "./schema-set.ts";
import { fromJson, pathText, type Value } from "./value.ts";

function messages(schemas: Readonly<Record<string, unknown>>, path: string, value: unknown): string[] {
  const set = schemaSet(
    new Map(Object.entries(schemas).map(([name, schema]): [string, Value] => [name, fromJson(schema)])),
  );
  return set.mismatches(path, fromJson(value)).map((mismatch) => `${pathText(mismatch.path)}: ${mismatch.message}`);
}

const target = {
  type: "object",
  properties: { ref: { type: "string" } },
  required: ["ref"],
  additionalProperties: false,
};
const crossref = {
  type: "object",
  properties: { $ref: { type: "string" } },
  required: ["$ref"],
  additionalProperties: false,
};
const inlineOrReference = { oneOf: [{ $ref: "/target.yml" }, { $ref: "/crossref.yml", $schemaRef: "/target.yml" }] };

test("domain.md 4.5: in a oneOf of a value or a reference, the one that was written is explained", () => {
  const schemas = { "/a": inlineOrReference, "/target.yml": target, "/crossref.yml": crossref };
  expect(messages(schemas, "/a", { ref: 5 })).toEqual(["$.ref: 5 is not of type 'string'"]);
  expect(messages(schemas, "/a", { $ref: "/x", more: 1 })).toEqual([
    "$.more: Additional properties are not allowed ('more' was unexpected)",
  ]);
  expect(messages(schemas, "/a", { $ref: "/x" })).toEqual([]);
});

test("domain.md 4.5: a discriminator chooses the alternative, also behind a reference", () => {
  const provider = (name: string, property: string) => ({
    properties: { provider: { enum: [name] }, [property]: { type: "integer" } },
    required: ["provider", property],
    additionalProperties: false,
  });
  const schemas = { "/a": { oneOf: [{ $ref: "/one.yml" }, provider("two", "y")] }, "/one.yml": provider("one", "x") };
  expect(messages(schemas, "/a", { provider: "one", y: 1, z: 2 })).toEqual([
    "$: 'x' is a required property",
    "$.y: Additional properties are not allowed ('y' was unexpected)",
    "$.z: Additional properties are not allowed ('z' was unexpected)",
  ]);
  expect(messages(schemas, "/a", { provider: "two" })).toEqual(["$: 'y' is a required property"]);
});

test("domain.md 3.1: exactly one of two keys is asked for in these words", () => {
  const schemas = { "/a": { oneOf: [{ required: ["namespace"] }, { required: ["namespaceSelector"] }] } };
  expect(messages(schemas, "/a", {})).toEqual([
    "$: one of the properties 'namespace', 'namespaceSelector' is required",
  ]);
  expect(messages(schemas, "/a", { namespace: 1, namespaceSelector: 1 })).toEqual([
    expect.stringContaining("fits 2 of the alternatives"),
  ]);
});

test("schemas that refer to each other in circles are compiled, and what leads nowhere is a fault of its schema", () => {
  const schemas = {
    "/a": { properties: { b: { $ref: "/b" } } },
    "/b": { properties: { a: { $ref: "/a" }, c: { $ref: "/c" }, d: { pattern: "(" } } },
  };
  expect(messages(schemas, "/a", { b: { a: { b: { a: {} } } } })).toEqual([]);
  const set = schemaSet(
    new Map(Object.entries(schemas).map(([name, schema]): [string, Value] => [name, fromJson(schema)])),
  );
  expect(set.faults("/a")).toEqual([]);
  expect(set.faults("/b")).toEqual(["$ref /c leads nowhere", "the pattern '(' cannot be understood"]);
});

test("a schema of the wrong form lets nothing in", () => {
  for (const broken of [{ enum: 5 }, { allOf: {} }, { items: [{ oneOf: 1 }] }, { properties: { a: { required: 1 } } }])
    expect(messages({ "/a": broken }, "/a", { a: 1 })).toEqual(["$: the schema /a cannot be understood"]);
});

test("domain.md 4.2: Python's $ also stands before a last line feed", () => {
  const schemas = { "/a": { pattern: "^(main|master)$" } };
  expect(messages(schemas, "/a", "main\n")).toEqual([]);
  expect(messages(schemas, "/a", "main\n\n")).toHaveLength(1);
});
