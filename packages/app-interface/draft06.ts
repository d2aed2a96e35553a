import { fromJson, type ValueMap } from "./value.ts";

/** What http://json-schema.org/draft-06/schema requires of a schema. */
const positive = { type: "integer", minimum: 0 };
const schema = { $ref: "#" };
const schemas = { type: "array", minItems: 1, items: schema };
const named = { type: "object", additionalProperties: schema };
const texts = { type: "array", items: { type: "string" }, uniqueItems: true };
const number = { type: "number" };
const text = { type: "string" };
const simpleType = { enum: ["array", "boolean", "integer", "null", "number", "object", "string"] };

export const DRAFT_06_URL = "http://json-schema.org/draft-06/schema";

export const DRAFT_06 = fromJson({
  $schema: `${DRAFT_06_URL}#`,
  type: ["object", "boolean"],
  properties: {
    $id: text,
    $schema: text,
    $ref: text,
    title: text,
    description: text,
    default: {},
    examples: { type: "array", items: {} },
    multipleOf: { type: "number", exclusiveMinimum: 0 },
    maximum: number,
    exclusiveMaximum: number,
    minimum: number,
    exclusiveMinimum: number,
    maxLength: positive,
    minLength: positive,
    pattern: text,
    additionalItems: schema,
    items: { anyOf: [schema, schemas] },
    maxItems: positive,
    minItems: positive,
    uniqueItems: { type: "boolean" },
    contains: schema,
    maxProperties: positive,
    minProperties: positive,
    required: texts,
    additionalProperties: schema,
    definitions: named,
    properties: named,
    patternProperties: named,
    dependencies: { type: "object", additionalProperties: { anyOf: [schema, texts] } },
    propertyNames: schema,
    const: {},
    enum: { type: "array" },
    type: { anyOf: [simpleType, { type: "array", items: simpleType, minItems: 1, uniqueItems: true }] },
    format: text,
    allOf: schemas,
    anyOf: schemas,
    oneOf: schemas,
    not: schema,
  },
}) as ValueMap;
