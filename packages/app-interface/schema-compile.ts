import type { Schema } from "@cfworker/json-schema";
import { pythonPattern } from "./python-pattern.ts";
import { isList, isMap, isNotJson, show, type Value, type ValueMap } from "./value.ts";

/** A draft-06 schema in the form that `@cfworker/json-schema` validates by. */
export interface CompiledSchema extends Schema {
  /** The schema it was compiled from, which explanations quote. */
  readonly source: ValueMap;
  /** The keyword of `source` that this schema replaces, where the library would misread that keyword. */
  readonly instead?: "type" | "multipleOf";
  /** The message for every mismatch, whatever the keyword. */
  readonly message?: string;
}
/** `true` accepts every value. */
export type Compiled = CompiledSchema | true;

export interface CompileContext {
  /** The schema behind a `$ref`. A reference that leads nowhere is a fault and accepts every value. */
  refer(ref: string): Compiled;
  /** Records why a schema cannot be used. */
  fault(message: string): void;
  /** Whether the schema is a whole document. */
  readonly isRoot: boolean;
  /** Whether values may hold NaN for a date: see `withoutDates`. */
  readonly dates: boolean;
}

/**
 * Every compiled schema has the same keys in the same order. The library reads dozens of keywords from each schema that
 * it visits, and V8 reads them from fixed offsets if all schemas have the same shape.
 */
const BLANK = Object.fromEntries(
  `type const enum required not anyOf allOf oneOf properties patternProperties additionalProperties minProperties
  maxProperties propertyNames dependencies items additionalItems contains minItems maxItems uniqueItems minimum maximum
  exclusiveMinimum exclusiveMaximum multipleOf minLength maxLength pattern source instead message`
    .split(/\s+/)
    .map((key) => [key, undefined]),
) as unknown as CompiledSchema;

const EMPTY = Object.freeze(Object.create(null) as ValueMap);

function schemaOf(source: ValueMap, keywords: Partial<Schema>): CompiledSchema {
  return { ...BLANK, ...keywords, source };
}

/** `true` as an object. */
export const TRUE_SCHEMA = schemaOf(EMPTY, {});
/** `false` as an object: the library reports `false` itself without its location in the schema. */
export const FALSE_SCHEMA = schemaOf(EMPTY, { not: true as unknown as Schema });
const NEVER_MATCHES = "(?!)";

/** A schema that cannot be understood rejects every value. */
export function unusable(base: string): CompiledSchema {
  return { ...FALSE_SCHEMA, message: `the schema ${base} cannot be understood` };
}

/**
 * Compiles a draft-06 schema (https://json-schema.org/draft-06/json-schema-validation). The library knows draft-04,
 * draft-07 and later, so it gets only what it reads as draft-06 does: references are replaced by their targets,
 * Python's patterns are translated, and keywords of other drafts are left out. `format` is left out too, as in
 * qontract-validator. Throws TypeError for a keyword of the wrong form.
 */
export function compile(schema: Value, context: CompileContext): Compiled {
  if (schema === false) return FALSE_SCHEMA;
  if (!isMap(schema)) return true;
  // In draft-06, keywords next to $ref are ignored.
  if (typeof schema["$ref"] === "string") return context.refer(schema["$ref"]);
  if (!context.isRoot && isBase(schema["$id"]) && hasReference(schema))
    context.fault(
      `$id ${schema["$id"]} inside a schema is not followed, and it changes where the references in it lead`,
    );
  const keywords: Record<string, unknown> = {};
  const inner = context.isRoot ? { ...context, isRoot: false } : context;
  for (const [keyword, convert] of Object.entries(KEYWORDS)) {
    const given = schema[keyword];
    if (given === undefined) continue;
    if (FORMS[keyword]?.(given) === false) throw new TypeError(`${keyword} has the wrong form`);
    const converted = convert(given, (part) => compile(part, inner), { ...context, schema });
    if (converted !== undefined) keywords[keyword] = converted;
  }
  if (context.dates) rejectDates(schema, keywords);
  return Object.keys(keywords).length === 0 ? true : schemaOf(schema, keywords as Partial<Schema>);
}

/** Whether an `$id` is a new base for references; one with a fragment alone is a name. */
export function isBase(id: Value | undefined): id is string {
  return typeof id === "string" && id !== "" && !id.startsWith("#");
}

function hasReference(schema: Value): boolean {
  if (isList(schema)) return schema.some(hasReference);
  return isMap(schema) && (typeof schema["$ref"] === "string" || Object.values(schema).some(hasReference));
}

/** Matches NaN only, which is neither less than 1 nor greater than 0. */
const NAN = schemaOf(EMPTY, { type: "number", minimum: 1, maximum: 0 });
const NOT_NAN = schemaOf(EMPTY, { not: NAN });

/**
 * The library treats NaN as a number that is a multiple of nothing. A date is not a number, and multipleOf ignores it.
 */
function rejectDates(schema: ValueMap, keywords: Record<string, unknown>): void {
  const added: CompiledSchema[] = [];
  if ([keywords["type"]].flat().includes("number")) added.push({ ...schemaOf(schema, { not: NAN }), instead: "type" });
  if (keywords["multipleOf"] !== undefined) {
    const multiple = schemaOf(EMPTY, { multipleOf: keywords["multipleOf"] as number });
    const anotherNumber = schemaOf(EMPTY, { type: "number", not: multiple, allOf: [NOT_NAN] });
    added.push({ ...schemaOf(schema, { not: anotherNumber }), instead: "multipleOf" });
    delete keywords["multipleOf"];
  }
  if (added.length > 0)
    keywords["allOf"] = [...((keywords["allOf"] as readonly Compiled[] | undefined) ?? []), ...added];
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

type CompilePart = (schema: Value) => Compiled;
/** Converts the value of a keyword to what the library gets; undefined leaves the keyword out. */
type Convert = (given: Value, part: CompilePart, context: CompileContext & { readonly schema: ValueMap }) => unknown;

const unchanged: Convert = (given) => given;
const oneSchema: Convert = (given, part) => part(given);
const schemaList: Convert = (given, part) => (given as readonly Value[]).map(part);

const KEYWORDS: Readonly<Record<string, Convert>> = {
  // For a single "integer", the library accepts Infinity.
  type: (given) => (given === "integer" ? [given] : given),
  // A date in a schema equals nothing.
  enum: (given) => (given as readonly Value[]).map(withoutDates),
  const: withoutDates,
  ...Object.fromEntries(
    [
      ...["multipleOf", "maximum", "exclusiveMaximum", "minimum", "exclusiveMinimum", "maxLength", "minLength"],
      ...["maxItems", "minItems", "maxProperties", "minProperties", "required"],
    ].map((keyword) => [keyword, unchanged]),
  ),
  pattern: (given, _part, context) => translated(given as string, context) ?? NEVER_MATCHES,
  uniqueItems: (given) => (given === true ? true : undefined),
  properties: schemaMap,
  patternProperties(given, part, context) {
    const schemas = new Map<string, Compiled>();
    for (const [source, schema] of Object.entries(given as ValueMap)) {
      let pattern = translated(source, context);
      const compiled = part(schema);
      if (pattern === undefined) continue;
      // Two of Python's patterns can have the same translation.
      while (schemas.has(pattern)) pattern += "(?:)";
      schemas.set(pattern, compiled);
    }
    return Object.fromEntries(schemas);
  },
  additionalProperties: oneSchema,
  propertyNames: oneSchema,
  // Lists of keys become schemas with `required`, so that the explanation names the missing key.
  dependencies: (given, part) =>
    schemaMap(given, (needs) =>
      isList(needs) ? schemaOf({ required: needs }, { required: needs as string[] }) : part(needs),
    ),
  items: (given, part) => (isList(given) ? given.map(part) : part(given)),
  // Ignored unless `items` is a list.
  additionalItems: (given, part, { schema }) => (isList(schema["items"]) ? part(given) : undefined),
  contains: oneSchema,
  ...Object.fromEntries(["allOf", "anyOf", "oneOf"].map((keyword) => [keyword, schemaList])),
  not: oneSchema,
};

/** `Object.fromEntries` keeps a key `__proto__`. */
function schemaMap(given: Value, part: CompilePart): Readonly<Record<string, Compiled>> {
  return Object.fromEntries(Object.entries(given as ValueMap).map(([key, schema]) => [key, part(schema)]));
}

function translated(source: string, context: CompileContext): string | undefined {
  try {
    return pythonPattern(source).source;
  } catch {
    context.fault(`the pattern ${show(source)} cannot be understood`);
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

/**
 * The value with NaN in place of dates. A date has no JSON type and equals nothing, not even itself; of the values that
 * the library takes, NaN comes nearest to that.
 */
export function withoutDates(value: Value): Value {
  if (isNotJson(value)) return NaN;
  if (isList(value)) return value.map(withoutDates);
  if (!isMap(value)) return value;
  const map = Object.create(null) as Record<string, Value>;
  for (const key in value) map[key] = withoutDates(value[key]!);
  return map;
}
