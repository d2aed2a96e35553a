import { describe, expect, test } from "@jest/globals";
import { schemaSet } from "./schema-set.ts";
import { notJson } from "@release-actions/yaml/value";
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

describe("explanations and references", () => {
  test("domain.md 4.5: a oneOf of a value or a reference explains the one that the file has", () => {
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

  test("domain.md 3.1: a missing choice between two keys has its own message", () => {
    const schemas = { "/a": { oneOf: [{ required: ["namespace"] }, { required: ["namespaceSelector"] }] } };
    expect(messages(schemas, "/a", {})).toEqual([
      "$: one of the properties 'namespace', 'namespaceSelector' is required",
    ]);
    expect(messages(schemas, "/a", { namespace: 1, namespaceSelector: 1 })).toEqual([
      expect.stringContaining("fits 2 of the alternatives"),
    ]);
  });

  test("schemas may refer to each other in cycles; a reference that leads nowhere is a fault of its schema", () => {
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

  test("a reference that leads back to itself is a fault and rejects every value", () => {
    for (const schema of [{ $ref: "#" }, { $ref: "#/definitions/a", definitions: { a: { $ref: "/a" } } }]) {
      const set = schemaSet(new Map([["/a", fromJson(schema)]]));
      expect(set.mismatches("/a", null)).toHaveLength(1);
      expect(set.faults("/a")).toEqual([expect.stringMatching(/^\$ref \S+ leads back to itself$/)]);
    }
  });

  test.each([
    [{ $ref: "/t#foo" }, "$ref /t#foo is not followed: behind # only a path is, which begins with a slash"],
    [{ allOf: [{ $ref: "#foo" }] }, "$ref #foo is not followed: behind # only a path is, which begins with a slash"],
    [
      { definitions: { x: {} }, items: { $ref: "#definitions/x" } },
      "$ref #definitions/x is not followed: behind # only a path is, which begins with a slash",
    ],
    [{ items: [{ $ref: "#/items/x" }] }, "$ref #/items/x leads nowhere"],
    [
      { $id: "http://x.example/y/", items: { $ref: "t" } },
      "$ref t is not followed: the $id of its schema changes where it leads",
    ],
    [
      { $id: "http://x.example/y/", items: { $ref: "/t" } },
      "$ref /t is not followed: the $id of its schema changes where it leads",
    ],
    [
      { items: { $id: "/sub/", anyOf: [{ $ref: "t" }] } },
      "$id /sub/ inside a schema is not followed, and it changes where the references in it lead",
    ],
    [
      { definitions: { a: { $id: "b/", definitions: { c: { $ref: "t" } } } }, $ref: "#/definitions/a/definitions/c" },
      "$ref #/definitions/a/definitions/c is not followed: an $id on the way changes where it leads",
    ],
  ])("conformance 7: %j is a fault", (schema, fault) => {
    const set = schemaSet(
      new Map([
        ["/a", fromJson(schema)],
        ["/t", fromJson({ definitions: { x: { type: "integer" } }, type: "object" })],
      ]),
    );
    expect(set.faults("/a")).toEqual([fault]);
  });

  test("conformance 7: a fault in a part that only a later schema uses is a fault", () => {
    const schemas = { "/a": { definitions: { d: { $ref: "#foo" } } }, "/b": { items: { $ref: "/a#/definitions/d" } } };
    const set = schemaSet(
      new Map(Object.entries(schemas).map(([name, one]): [string, Value] => [name, fromJson(one)])),
    );
    expect(set.faults("/a")).toHaveLength(1);
  });

  test.each([{ allOf: [{ $ref: "#" }] }, { anyOf: [{ type: "string" }, { $ref: "#" }] }, { not: { $ref: "#" } }])(
    "conformance 7: no value fits %j, which has no end",
    (schema) => {
      expect(messages({ "/a": schema }, "/a", 1)).toEqual([expect.stringContaining("its schema has no end")]);
    },
  );

  test.each([
    { $id: "http://x.example/y", definitions: { x: { type: "integer" } }, items: { $ref: "#/definitions/x" } },
    { $id: "/a", items: { $ref: "/t#/definitions/x" } },
    { definitions: { x: { $id: "#foo", type: "integer" } }, items: { $ref: "#/definitions/x" } },
    { items: { $id: "/sub", type: "integer" } },
    { definitions: { "a/b%": { type: "integer" } }, items: { $ref: "#/definitions/a~1b%25" } },
  ])("conformance 7: %j is understood", (schema) => {
    const schemas = { "/a": schema, "/t": { definitions: { x: { type: "integer" } } } };
    const set = schemaSet(
      new Map(Object.entries(schemas).map(([name, one]): [string, Value] => [name, fromJson(one)])),
    );
    expect(set.faults("/a")).toEqual([]);
    expect(messages(schemas, "/a", [1])).toEqual([]);
    expect(messages(schemas, "/a", ["x"])).toEqual(["$[0]: 'x' is not of type 'integer'"]);
  });

  test("references to references are followed, even if a whole schema is one", () => {
    const schemas = {
      "/a": { $ref: "/b" },
      "/b": { $ref: "c#/definitions/d" },
      "/c": { definitions: { d: { type: "integer" } } },
    };
    expect(messages(schemas, "/a", 1)).toEqual([]);
    expect(messages(schemas, "/a", "x")).toEqual(["$: 'x' is not of type 'integer'"]);
  });

  test("format and keywords of other drafts are ignored", () => {
    const later = {
      if: true,
      then: false,
      unevaluatedProperties: false,
      dependentRequired: { a: ["b"] },
      minContains: 2,
    };
    const schema = {
      ...later,
      format: "email",
      $recursiveRef: "#",
      $id: "http://[",
      $anchor: "a",
      id: "x",
      prefixItems: [false],
    };
    for (const value of [{ a: 1 }, ["x"], "no email"]) expect(messages({ "/a": schema }, "/a", value)).toEqual([]);
  });

  test("every mismatch names its place, whatever characters the keys have", () => {
    const integers = { additionalProperties: { items: { type: "integer" } }, propertyNames: { maxLength: 5 } };
    const schemas = { "/a": { properties: { propertyNames: integers, "a/b~c %#é": integers } } };
    expect(messages(schemas, "/a", { propertyNames: { $ref: [1, "x"] }, "a/b~c %#é": { "%2F~1~": [true] } })).toEqual([
      "$.propertyNames.$ref[1]: 'x' is not of type 'integer'",
      `$["a/b~c %#é"]["%2F~1~"]: '%2F~1~' is longer than 5`,
      `$["a/b~c %#é"]["%2F~1~"][0]: True is not of type 'integer'`,
    ]);
    expect(messages({ "/a": { dependencies: { a: ["b", "c"] } } }, "/a", { a: 1 })).toEqual([
      "$: 'b' is a required property",
      "$: 'c' is a required property",
    ]);
  });
});

describe("a value that cannot be validated is a mismatch", () => {
  test("nested too deeply", () => {
    const deep = Array.from({ length: 20_000 }).reduce((below: Value) => [below], null);
    const set = schemaSet(new Map([["/a", fromJson({ items: { $ref: "#" } })]]));
    expect(set.mismatches("/a", deep)[0]?.message).toContain("nested too deeply");
  });

  test("more mismatches than are reported", () => {
    const set = schemaSet(new Map([["/a", fromJson({ items: { type: "integer" } })]]));
    const found = set.mismatches(
      "/a",
      Array.from({ length: 300_000 }, () => "x"),
    );
    expect(found.length).toBeGreaterThan(0);
    expect(found.length).toBeLessThanOrEqual(200);
  });

  test("a key that holds half of a surrogate pair", () => {
    expect(messages({ "/a": { additionalProperties: { type: "string" } } }, "/a", { "\ud800": "x" })).toEqual([
      "$: a key holds half of a surrogate pair, so it cannot be validated",
    ]);
  });

  test("Infinity as an integer", () => {
    const set = schemaSet(new Map([["/a", fromJson({ type: "integer" })]]));
    expect(set.mismatches("/a", Infinity)).toMatchObject([{ message: "Infinity is not of type 'integer'" }]);
    expect(set.mismatches("/a", 1e300)).toEqual([]);
  });
});

describe("a date that PyYAML reads", () => {
  const date = notJson("2024-01-01");
  const mismatches = (schema: unknown, value: Value): string[] =>
    schemaSet(new Map([["/a", fromJson(schema)]]))
      .mismatches("/a", value)
      .map(({ message }) => message);

  test.each(["null", "boolean", "integer", "number", "string", "array", "object"])(
    "does not have the type %s",
    (type) => {
      expect(mismatches({ type }, date)).toEqual([
        `2024-01-01 is not of type '${type}' (PyYAML reads a date; quote it)`,
      ]);
      expect(mismatches({ items: { type: [type, "number"] } }, [date])).toHaveLength(1);
      expect(mismatches({ oneOf: [{ type }, { type: "number" }] }, date)).toHaveLength(1);
    },
  );

  test("does not equal another date, or one in the schema", () => {
    const set = schemaSet(new Map<string, Value>([["/a", { enum: [date] } as unknown as Value]]));
    expect(set.mismatches("/a", date)).toHaveLength(1);
    expect(set.mismatches("/a", fromJson({ text: "2024-01-01" }))).toHaveLength(1);
    expect(mismatches({ const: null }, date)).toHaveLength(1);
    expect(mismatches({ uniqueItems: true }, [date, date])).toEqual([]);
  });

  test("passes keywords that do not apply to it", () => {
    for (const schema of [
      {},
      { multipleOf: 3 },
      { minimum: 5 },
      { pattern: "x" },
      { required: ["a"] },
      { minItems: 1 },
    ])
      expect(mismatches(schema, date)).toEqual([]);
    expect(mismatches({ not: { multipleOf: 3 } }, date)).toHaveLength(1);
    expect(mismatches({ items: { multipleOf: 3, type: "number" } }, [date, 4, 6])).toEqual([
      "2024-01-01 is not of type 'number' (PyYAML reads a date; quote it)",
      "4 is not a multiple of 3",
    ]);
  });
});

describe("patterns and forms", () => {
  test("a pattern can ignore case, in values and in keys", () => {
    const schemas = {
      "/a": { patternProperties: { "(?i)^[a-c]x\\u00e9$": { type: "integer" } }, additionalProperties: false },
    };
    expect(messages(schemas, "/a", { BXÉ: 1, axé: 2 })).toEqual([]);
    expect(messages(schemas, "/a", { BXÉ: "x", dxé: 1 })).toEqual([
      "$[\"BXÉ\"]: 'x' is not of type 'integer'",
      "$[\"dxé\"]: Additional properties are not allowed ('dxé' was unexpected)",
    ]);
    const set = schemaSet(new Map([["/a", fromJson({ pattern: "(?i)(a)\\1" })]]));
    expect(set.faults("/a")).toEqual(["the pattern '(?i)(a)\\1' cannot be understood"]);
    expect(set.mismatches("/a", "aA")).toHaveLength(1);
  });

  test("a schema of the wrong form rejects every value", () => {
    for (const broken of [
      { enum: 5 },
      { allOf: {} },
      { items: [{ oneOf: 1 }] },
      { properties: { a: { required: 1 } } },
    ])
      expect(messages({ "/a": broken }, "/a", { a: 1 })).toEqual(["$: the schema /a cannot be understood"]);
  });

  test("domain.md 4.2: Python's $ also matches before a last line feed", () => {
    const schemas = { "/a": { pattern: "^(main|master)$" } };
    expect(messages(schemas, "/a", "main\n")).toEqual([]);
    expect(messages(schemas, "/a", "main\n\n")).toHaveLength(1);
  });
});
