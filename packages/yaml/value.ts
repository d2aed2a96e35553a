/** What a file holds once it is loaded: JSON's values, in objects without a prototype, and values that JSON lacks. */
export type Value = null | boolean | number | string | NotJson | readonly Value[] | ValueMap;
export interface ValueMap {
  readonly [key: string]: Value;
}

/** A date: PyYAML makes an object of it that no JSON document can hold. */
export class NotJson {
  readonly text: string;
  constructor(text: string) {
    this.text = text;
    Object.freeze(this);
  }
}

/** Keys and indexes from a document's root to a place in it. */
export type Path = readonly (string | number)[];

export function notJson(text: string): NotJson {
  return new NotJson(text);
}

/** Called for every value; a prototype is found faster than a symbol. */
export function isNotJson(value: Value): value is NotJson {
  return value instanceof NotJson;
}

export function isMap(value: Value | undefined): value is ValueMap {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof NotJson);
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
