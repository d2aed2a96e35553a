import { isList, isMap, isNotJson, show, type Value, type ValueMap } from "./value.ts";

/** What is wrong with a value, by keyword, as Python's jsonschema words it, so that its messages can be searched for. */
export const MESSAGES: Readonly<Record<string, (value: Value, schema: ValueMap) => readonly string[]>> = {
  type: notOfType,
  enum: (value, { enum: given }) => [`${show(value)} is not one of ${show(given!)}`],
  const: (value, { const: given }) => [`${show(given!)} was expected, not ${show(value)}`],
  ...limits({
    multipleOf: "is not a multiple of",
    maximum: "is greater than the maximum of",
    exclusiveMaximum: "is not less than",
    minimum: "is less than the minimum of",
    exclusiveMinimum: "is not greater than",
    maxLength: "is longer than",
    minLength: "is shorter than",
    pattern: "does not match",
    maxItems: "has more items than",
    minItems: "has fewer items than",
    maxProperties: "has more properties than",
    minProperties: "has fewer properties than",
  }),
  uniqueItems: (value) => [`${show(value)} has non-unique items`],
  required: (value, { required }) =>
    (required as readonly string[])
      .filter((key) => !isMap(value) || !(key in value))
      .map((key) => `${show(key)} is a required property`),
  contains: (value) => [`None of ${show(value)} is what the list must contain`],
  not(value, schema) {
    if (schema["not"] === undefined) return [`${show(value)} is not allowed here`];
    return [`${show(value)} is what ${show(schema["not"])} forbids`];
  },
};

function notOfType(value: Value, { type }: ValueMap): readonly string[] {
  const names = (isList(type) ? type : [type!]).map((name) => `'${typeof name === "string" ? name : show(name)}'`);
  const hint = isNotJson(value) ? " (PyYAML reads a date; quote it)" : "";
  return [`${show(value)} is not of type ${names.join(", ")}${hint}`];
}

/** Messages of the form: value, how it breaks the limit, limit. */
function limits(phrases: Readonly<Record<string, string>>): typeof MESSAGES {
  return Object.fromEntries(
    Object.entries(phrases).map(([keyword, phrase]) => [
      keyword,
      (value: Value, schema: ValueMap) => [`${show(value)} ${phrase} ${show(schema[keyword]!)}`],
    ]),
  );
}
