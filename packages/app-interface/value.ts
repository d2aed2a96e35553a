import { shorten } from "@release-actions/text";
/** What a file holds once it is loaded: JSON's values, in objects without a prototype, and values that JSON lacks. */
export type Value = null | boolean | number | string | NotJson | readonly Value[] | ValueMap;
export interface ValueMap {
  readonly [key: string]: Value;
}

/** A date: PyYAML makes an object of it that no JSON document can hold. */
export interface NotJson {
  readonly [NOT_JSON]: true;
  readonly text: string;
}
const NOT_JSON: unique symbol = Symbol("not JSON");

/** Keys and indexes from a document's root to a place in it. */
export type Path = readonly (string | number)[];

export function notJson(text: string): NotJson {
  return Object.freeze({ [NOT_JSON]: true as const, text });
}

export function isNotJson(value: Value): value is NotJson {
  return typeof value === "object" && value !== null && NOT_JSON in value;
}

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(NOT_JSON in value);
}

export function isList(value: Value | undefined): value is readonly Value[] {
  return Array.isArray(value);
}

/** The value behind a key of a map; undefined for anything else. */
export function at(value: Value | undefined, key: string): Value | undefined {
  return isMap(value) ? value[key] : undefined;
}

/** JSON.parse gives objects with prototypes, where `constructor` is always found. */
export function fromJson(parsed: unknown): Value {
  if (Array.isArray(parsed)) return parsed.map(fromJson);
  if (typeof parsed !== "object" || parsed === null) return parsed as Value;
  const map = Object.create(null) as Record<string, Value>;
  for (const [key, value] of Object.entries(parsed)) map[key] = fromJson(value);
  return map;
}

/** Equal as JSON values; a number is never a boolean. */
export function equal(one: Value, other: Value): boolean {
  if (one === other) return true;
  if (isList(one)) return isList(other) && one.length === other.length && one.every((item, index) => equal(item, other[index]!));
  if (!isMap(one) || !isMap(other)) return false;
  const keys = Object.keys(one);
  return keys.length === Object.keys(other).length && keys.every((key) => key in other && equal(one[key]!, other[key]!));
}

/** As validators of this field print values: `'text'`, `123`, `True`; long ones are cut. */
export function show(value: Value): string {
  const text = shown(value, 0);
  return shorten(text, 120);
}

function shown(value: Value, depth: number): string {
  if (value === null) return "None";
  if (typeof value === "boolean") return value ? "True" : "False";
  if (typeof value === "string") return `'${shorten(value, 200)}'`;
  if (typeof value === "number") return String(value);
  if (isNotJson(value)) return value.text;
  if (depth > 3) return "…";
  if (isList(value)) return `[${value.slice(0, 10).map((item) => shown(item, depth + 1)).join(", ")}]`;
  return `{${Object.entries(value).slice(0, 10).map(([key, item]) => `'${key}': ${shown(item, depth + 1)}`).join(", ")}}`;
}

/** `$.resourceTemplates[0].targets[1].ref` */
export function pathText(path: Path): string {
  return `$${path.map((part) => (typeof part === "number" ? `[${part}]` : /^[A-Za-z_$][\w$-]*$/.test(part) ? `.${part}` : `[${JSON.stringify(part)}]`)).join("")}`;
}
