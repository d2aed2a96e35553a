import { checkAlternatives, type Branch } from "./schema-branches.ts";
import { pythonPattern } from "./python-pattern.ts";
import { no, type Check, type Compiler, type Report, type Spot } from "./schema-check.ts";
import { equal, isList, isMap, isNotJson, show, type Value, type ValueMap } from "./value.ts";

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

const ANYTHING: Check = () => true;

/**
 * A schema of draft-06 as a function. All keywords that judge are known; `format` judges nothing, as in the
 * validator of this field, and what no keyword is, is passed over, as the draft says. Throws TypeError for a keyword of
 * the wrong form.
 */
export function compile(schema: Value, base: string, compiler: Compiler): Check {
  if (schema === true) return ANYTHING;
  if (schema === false) return (value, spot, report) => no(report, spot, `${show(value)} is not allowed here`);
  if (!isMap(schema)) return ANYTHING;
  const ref = schema["$ref"];
  // Draft-06: beside a reference nothing counts.
  if (typeof ref === "string") return compiler.refer(base, ref);
  const context: Context = {
    sub: (part) => compile(part, base, compiler),
    peek: (part) => (isMap(part) && typeof part["$ref"] === "string" ? compiler.peek(base, part["$ref"]) : part),
    compiler,
  };
  const checks = Object.entries(KEYWORDS).flatMap(([keyword, make]) => {
    const given = schema[keyword];
    if (given === undefined) return [];
    if (FORMS[keyword]?.(given) === false) throw new TypeError(`${keyword} has the wrong form`);
    return [make(given, schema, context)];
  });
  if (checks.length === 0) return ANYTHING;
  if (checks.length === 1) return checks[0]!;
  return (value, spot, report) => {
    let fits = true;
    for (const check of checks) {
      if (check(value, spot, report)) continue;
      if (report === undefined) return false;
      fits = false;
    }
    return fits;
  };
}

export interface Context {
  sub(schema: Value): Check;
  /** The schema itself, or what it refers to. */
  peek(schema: Value): Value | undefined;
  readonly compiler: Compiler;
}

type Make = (given: Value, schema: ValueMap, context: Context) => Check;

const TYPES: Readonly<Record<string, (value: Value) => boolean>> = {
  string: (value) => typeof value === "string",
  number: (value) => typeof value === "number",
  integer: (value) => typeof value === "number" && Number.isInteger(value),
  boolean: (value) => typeof value === "boolean",
  null: (value) => value === null,
  array: isList,
  object: isMap,
};

/** A limit on numbers, texts, lists or maps. */
const limit =
  (
    measure: (value: Value) => number | undefined,
    exceeds: (measured: number, bound: number) => boolean,
    words: string,
  ): Make =>
  (bound) =>
  (value, spot, report) => {
    const measured = measure(value);
    return (
      measured === undefined ||
      !exceeds(measured, bound as number) ||
      no(report, spot, `${show(value)} ${words} ${show(bound)}`)
    );
  };

const amount = (value: Value) => (typeof value === "number" ? value : undefined);
const length = (value: Value) => (typeof value === "string" ? characters(value) : undefined);
const items = (value: Value) => (isList(value) ? value.length : undefined);
const keys = (value: Value) => (isMap(value) ? Object.keys(value).length : undefined);
const more = (measured: number, bound: number) => measured > bound;
const less = (measured: number, bound: number) => measured < bound;

/** In the order in which they are asked; the cheap and telling ones first. */
const KEYWORDS: Readonly<Record<string, Make>> = {
  type: (given) => {
    const names = isList(given) ? (given as string[]) : [given as string];
    const tests = names.map((name) => (Object.hasOwn(TYPES, name) ? TYPES[name]! : () => false));
    const [only] = tests;
    const fits = tests.length === 1 ? only! : (value: Value) => tests.some((test) => test(value));
    return (value, spot, report) =>
      fits(value) ||
      no(
        report,
        spot,
        `${show(value)} is not of type ${names.map((name) => `'${name}'`).join(", ")}${isNotJson(value) ? " (PyYAML reads a date; quote it)" : ""}`,
      );
  },
  enum: (given) => {
    const all = given as readonly Value[];
    const texts = new Set(all.filter((one) => typeof one === "string"));
    return (value, spot, report) =>
      (typeof value === "string" ? texts.has(value) : all.some((one) => equal(one, value))) ||
      no(report, spot, `${show(value)} is not one of ${show(given)}`);
  },
  const: (given) => (value, spot, report) =>
    equal(given, value) || no(report, spot, `${show(given)} was expected, not ${show(value)}`),
  multipleOf: (given) => (value, spot, report) =>
    typeof value !== "number" ||
    Number.isInteger(value / (given as number)) ||
    no(report, spot, `${show(value)} is not a multiple of ${show(given)}`),
  maximum: limit(amount, more, "is greater than the maximum of"),
  exclusiveMaximum: limit(amount, (measured, bound) => measured >= bound, "is not less than"),
  minimum: limit(amount, less, "is less than the minimum of"),
  exclusiveMinimum: limit(amount, (measured, bound) => measured <= bound, "is not greater than"),
  maxLength: limit(length, more, "is longer than"),
  minLength: limit(length, less, "is shorter than"),
  pattern: (given, _schema, { compiler }) => {
    const pattern = patternOf(given as string, compiler);
    return (value, spot, report) =>
      typeof value !== "string" ||
      pattern.test(value) ||
      no(report, spot, `${show(value)} does not match ${show(given)}`);
  },
  maxItems: limit(items, more, "has more items than"),
  minItems: limit(items, less, "has fewer items than"),
  uniqueItems: (given) => (value, spot, report) =>
    given !== true ||
    !isList(value) ||
    value.every((item, index) => !value.slice(0, index).some((other) => equal(item, other))) ||
    no(report, spot, `${show(value)} has non-unique items`),
  maxProperties: limit(keys, more, "has more properties than"),
  minProperties: limit(keys, less, "has fewer properties than"),
  required: (given) => requiredKeys(given as readonly string[]),
  properties: (given, _schema, { sub }) => {
    const checks = new Map(Object.entries(given as ValueMap).map(([key, schema]) => [key, sub(schema)]));
    return (value, spot, report) => eachKey(value, spot, report, (key) => checks.get(key));
  },
  patternProperties: (given, _schema, { sub, compiler }) => {
    const checks = Object.entries(given as ValueMap).map(
      ([pattern, schema]) => [patternOf(pattern, compiler), sub(schema)] as const,
    );
    return (value, spot, report) =>
      checks
        .map(([pattern, check]) => eachKey(value, spot, report, (key) => (pattern.test(key) ? check : undefined)))
        .every(Boolean);
  },
  additionalProperties: (given, schema, { sub, compiler }) => {
    const named = new Set(Object.keys(isMap(schema["properties"]) ? schema["properties"] : {}));
    const patterns = Object.keys(isMap(schema["patternProperties"]) ? schema["patternProperties"] : {}).map((pattern) =>
      patternOf(pattern, compiler),
    );
    const check = given === false ? undefined : sub(given);
    const isAdditional = (key: string) => !named.has(key) && !patterns.some((pattern) => pattern.test(key));
    if (check !== undefined)
      return (value, spot, report) => eachKey(value, spot, report, (key) => (isAdditional(key) ? check : undefined));
    return (value, spot, report) => {
      if (!isMap(value)) return true;
      let fits = true;
      for (const key in value) {
        if (!isAdditional(key)) continue;
        if (report === undefined) return false;
        fits = no(
          report,
          { above: spot, part: key },
          `Additional properties are not allowed (${show(key)} was unexpected)`,
          "key",
        );
      }
      return fits;
    };
  },
  propertyNames: (given, _schema, { sub }) => {
    const check = sub(given);
    return (value, spot, report) =>
      !isMap(value) ||
      Object.keys(value).filter((key) => !check(key, report && { above: spot, part: key }, report)).length === 0;
  },
  dependencies: (given, _schema, { sub }) => {
    const checks = Object.entries(given as ValueMap).map(
      ([key, needs]) => [key, isList(needs) ? requiredKeys(needs as readonly string[]) : sub(needs)] as const,
    );
    return (value, spot, report) =>
      !isMap(value) || checks.filter(([key, check]) => key in value && !check(value, spot, report)).length === 0;
  },
  items: (given, schema, { sub }) => {
    if (!isList(given)) {
      const check = sub(given);
      return (value, spot, report) => eachItem(value, spot, report, () => check);
    }
    const checks = given.map(sub);
    const rest = schema["additionalItems"] === undefined ? undefined : sub(schema["additionalItems"]);
    return (value, spot, report) => eachItem(value, spot, report, (index) => checks[index] ?? rest);
  },
  contains: (given, _schema, { sub }) => {
    const check = sub(given);
    return (value, spot, report) =>
      !isList(value) ||
      value.some((item) => check(item)) ||
      no(report, spot, `None of ${show(value)} is what the list must contain`);
  },
  allOf: (given, _schema, { sub }) => {
    const checks = (given as readonly Value[]).map(sub);
    return (value, spot, report) => checks.filter((check) => !check(value, spot, report)).length === 0;
  },
  anyOf: (given, _schema, context) => checkAlternatives(branchesOf(given, context), false),
  oneOf: (given, _schema, context) => checkAlternatives(branchesOf(given, context), true),
  not: (given, _schema, { sub }) => {
    const check = sub(given);
    return (value, spot, report) => !check(value) || no(report, spot, `${show(value)} is what ${show(given)} forbids`);
  },
};

function requiredKeys(keys: readonly string[]): Check {
  return (value, spot, report) => {
    if (!isMap(value)) return true;
    let fits = true;
    for (const key of keys) {
      if (key in value) continue;
      if (report === undefined) return false;
      fits = no(report, spot, `${show(key)} is a required property`);
    }
    return fits;
  };
}

function branchesOf(given: Value, { sub, peek }: Context): readonly Branch[] {
  return (given as readonly Value[]).map((schema) => ({ schema, shape: peek(schema), check: sub(schema) }));
}

function eachKey(
  value: Value,
  spot: Spot | undefined,
  report: Report | undefined,
  checkOf: (key: string) => Check | undefined,
): boolean {
  if (!isMap(value)) return true;
  let fits = true;
  for (const key in value) {
    const check = checkOf(key);
    if (check === undefined || check(value[key]!, report && { above: spot, part: key }, report)) continue;
    if (report === undefined) return false;
    fits = false;
  }
  return fits;
}

function eachItem(
  value: Value,
  spot: Spot | undefined,
  report: Report | undefined,
  checkOf: (index: number) => Check | undefined,
): boolean {
  if (!isList(value)) return true;
  let fits = true;
  for (let index = 0; index < value.length; index += 1) {
    const check = checkOf(index);
    if (check === undefined || check(value[index]!, report && { above: spot, part: index }, report)) continue;
    if (report === undefined) return false;
    fits = false;
  }
  return fits;
}

function patternOf(source: string, compiler: Compiler): { test(text: string): boolean } {
  try {
    return pythonPattern(source);
  } catch {
    compiler.fault(`the pattern ${show(source)} cannot be understood`);
    return { test: () => false };
  }
}

/** Python counts characters, not UTF-16 units. */
function characters(text: string): number {
  let count = text.length;
  for (let index = 0; index < text.length; index += 1) {
    const unit = text.charCodeAt(index);
    if (unit >= 0xd800 && unit < 0xdc00 && index + 1 < text.length) {
      count -= 1;
      index += 1;
    }
  }
  return count;
}
