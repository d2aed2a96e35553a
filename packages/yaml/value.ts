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
