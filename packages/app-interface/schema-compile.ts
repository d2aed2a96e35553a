import type { Schema } from "@cfworker/json-schema";
import { pythonPattern } from "./python-pattern.ts";
import { isList, isMap, isNotJson, show, type Value, type ValueMap } from "./value.ts";

/** A draft-06 schema as `@cfworker/json-schema` judges it, with the schema it was made of, which explanations quote. */
export interface Judge extends Schema {
  readonly source: ValueMap;
  /** The keyword of `source` that this stands for, where the library cannot be given that one. */
  readonly instead?: "type" | "multipleOf";
  /** What to say instead of the words of its keywords. */
  readonly words?: string;
}
/** `true` is what lets everything in. */
export type Judged = Judge | true;

export interface Compiler {
  /** What `ref` leads to. Where it leads nowhere, that is a fault, and lets everything in. */
  refer(ref: string): Judged;
  /** Takes down why a schema cannot be used. */
  fault(message: string): void;
  /** Whether a number has to be checked for being NaN, which stands for a date: see `withoutDates`. */
  readonly dates: boolean;
}

/**
 * Every judge has the same keys in the same order, so that V8 reads the dozens of keywords that the library asks each one
 * for from fixed places. With keys of its own for every schema that is most of the time.
 */
const BLANK = Object.fromEntries(
  `type const enum required not anyOf allOf oneOf properties patternProperties additionalProperties minProperties
  maxProperties propertyNames dependencies items additionalItems contains minItems maxItems uniqueItems minimum maximum
  exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern source instead words`
    .split(/\s+/)
    .map((key) => [key, undefined]),
) as unknown as Judge;

const EMPTY = Object.freeze(Object.create(null) as ValueMap);

function judge(source: ValueMap, known: Partial<Schema>): Judge {
  return { ...BLANK, ...known, source };
}

/** `true`, where a schema cannot be that. */
export const ANYTHING = judge(EMPTY, {});
/** `false`, as a schema whose mismatch says where it is; the library's own says where the value is. */
export const NOTHING = judge(EMPTY, { not: true as unknown as Schema });
/** Matches nothing. */
const NEVER = "(?!)";

/** A schema that cannot be understood lets nothing in. */
export function broken(base: string): Judge {
  return { ...NOTHING, words: `the schema ${base} cannot be understood` };
}

/**
 * A schema of draft-06 with what the library would read otherwise made plain: references as what they lead to, Python's
 * patterns as JavaScript's, and nothing that draft-06 does not know (the library knows later drafts). `format` judges
 * nothing, as in the validator of this field. Throws TypeError for a keyword of the wrong form.
 */
export function compile(schema: Value, compiler: Compiler): Judged {
  if (schema === false) return NOTHING;
  if (!isMap(schema)) return true;
  // Draft-06: beside a reference nothing counts.
  if (typeof schema["$ref"] === "string") return compiler.refer(schema["$ref"]);
  const known: Record<string, unknown> = {};
  for (const [keyword, make] of Object.entries(KEYWORDS)) {
    const given = schema[keyword];
    if (given === undefined) continue;
    if (FORMS[keyword]?.(given) === false) throw new TypeError(`${keyword} has the wrong form`);
    const made = make(given, (part) => compile(part, compiler), { ...compiler, schema });
    if (made !== undefined) known[keyword] = made;
  }
  if (compiler.dates) sortOutDates(schema, known);
  return Object.keys(known).length === 0 ? true : judge(schema, known as Partial<Schema>);
}

/** NaN stands for a date (see `withoutDates`). It alone is neither less than 1 nor greater than 0. */
const DATE = judge(EMPTY, { type: "number", minimum: 1, maximum: 0 });
const NO_DATE = judge(EMPTY, { not: DATE });

/** For the library NaN is a number, and a multiple of none. A date is no number, and what is not one passes here. */
function sortOutDates(schema: ValueMap, known: Record<string, unknown>): void {
  const more: Judge[] = [];
  if ([known["type"]].flat().includes("number")) more.push({ ...judge(schema, { not: DATE }), instead: "type" });
  if (known["multipleOf"] !== undefined) {
    const multiple = judge(EMPTY, { multipleOf: known["multipleOf"] as number });
    const other = judge(EMPTY, { type: "number", not: multiple, allOf: [NO_DATE] });
    more.push({ ...judge(schema, { not: other }), instead: "multipleOf" });
    delete known["multipleOf"];
  }
  if (more.length > 0) known["allOf"] = [...((known["allOf"] as readonly Judged[] | undefined) ?? []), ...more];
}

const isNumber = (given: Value): boolean => typeof given === "number";
const FORMS: Readonly<Record<string, (given: Value) => boolean>> = {
  ...Object.fromEntries(["enum", "required", "allOf", "anyOf", "oneOf"].map((keyword) => [keyword, isList])),
  ...Object.fromEntries(["properties", "patternProperties", "dependencies"].map((keyword) => [keyword, isMap])),
  ...Object.fromEntries(
    ["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum"].map((keyword) => [keyword, isNumber]),
  ),
  ...Object.fromEntries(
    ["maxLength", "minLength", "maxItems", "minItems", "maxProperties", "minProperties"].map((keyword) => [
      keyword,
      isNumber,
    ]),
  ),
  pattern: (given) => typeof given === "string",
};

type Sub = (schema: Value) => Judged;
/** What the library is given for a keyword; undefined: nothing. */
type Make = (given: Value, sub: Sub, context: Compiler & { readonly schema: ValueMap }) => unknown;

const asItIs: Make = (given) => given;
const single: Make = (given, sub) => sub(given);
const each: Make = (given, sub) => (given as readonly Value[]).map(sub);

const KEYWORDS: Readonly<Record<string, Make>> = {
  // As a single type, the library takes Infinity for an integer.
  type: (given) => (given === "integer" ? [given] : given),
  // A date in a schema equals nothing.
  enum: (given) => (given as readonly Value[]).map(withoutDates),
  const: withoutDates,
  ...Object.fromEntries(
    [
      ...["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"],
      ...["maxItems", "minItems", "maxProperties", "minProperties", "required"],
    ].map((keyword) => [keyword, asItIs]),
  ),
  pattern: (given, _sub, compiler) => patternOf(given as string, compiler) ?? NEVER,
  uniqueItems: (given) => (given === true ? true : undefined),
  properties: named,
  patternProperties(given, sub, compiler) {
    const judges = new Map<string, Judged>();
    for (const [source, schema] of Object.entries(given as ValueMap)) {
      let pattern = patternOf(source, compiler);
      const judged = sub(schema);
      if (pattern === undefined) continue;
      // Two patterns of Python may become the same one.
      while (judges.has(pattern)) pattern += "(?:)";
      judges.set(pattern, judged);
    }
    return Object.fromEntries(judges);
  },
  additionalProperties: single,
  propertyNames: single,
  // As schemas all of them, so that a missing key is told as such.
  dependencies: (given, sub) =>
    named(given, (needs) => (isList(needs) ? judge({ required: needs }, { required: needs as string[] }) : sub(needs))),
  items: (given, sub) => (isList(given) ? given.map(sub) : sub(given)),
  // Nothing is additional to a schema for all items.
  additionalItems: (given, sub, { schema }) => (isList(schema["items"]) ? sub(given) : undefined),
  contains: single,
  ...Object.fromEntries(["allOf", "anyOf", "oneOf"].map((keyword) => [keyword, each])),
  not: single,
};

/** `Object.fromEntries` keeps a key `__proto__` as one. */
function named(given: Value, sub: Sub): Readonly<Record<string, Judged>> {
  return Object.fromEntries(Object.entries(given as ValueMap).map(([key, schema]) => [key, sub(schema)]));
}

function patternOf(source: string, compiler: Compiler): string | undefined {
  try {
    return pythonPattern(source).source;
  } catch {
    compiler.fault(`the pattern ${show(source)} cannot be understood`);
    return undefined;
  }
}

export function hasDate(value: Value): boolean {
  if (isNotJson(value)) return true;
  if (isList(value)) return value.some(hasDate);
  if (!isMap(value)) return false;
  for (const key in value) if (hasDate(value[key]!)) return true;
  return false;
}

/** A date is of no type and equals nothing, not even itself. Of JavaScript's values NaN comes nearest. */
export function withoutDates(value: Value): Value {
  if (isNotJson(value)) return NaN;
  if (isList(value)) return value.map(withoutDates);
  if (!isMap(value)) return value;
  const map = Object.create(null) as Record<string, Value>;
  for (const key in value) map[key] = withoutDates(value[key]!);
  return map;
}
