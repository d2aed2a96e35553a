import { isMapping, type YamlField, type YamlFields, type YamlReader } from "@release-actions/yaml";
import { readJsonPath } from "./json-path.ts";
import { isHeaderName } from "./secret-headers.ts";
import { JSON_TYPES, type Expectation, type ValueMatcher, type WaitSpec } from "./types.ts";

/** Reads what a reply must be. */
export function readExpectation(reader: YamlReader, field: YamlField): Expectation {
  const found = reader.fields(field, ["status", "json", "text", "headers"]);
  const json = reader.entries(found.json).map(([text, value]) => {
    const path = readJsonPath(text);
    if (path === undefined) reader.reject(value, "is not a JSON path such as data.items[0].name");
    return { path: path ?? { text, steps: [] }, matcher: readMatcher(reader, value) };
  });
  const headers = reader.entries(found.headers).map(([name, value]) => {
    if (!isHeaderName(name)) reader.reject(value, "is not a header name");
    return { name: name.toLowerCase(), matcher: readMatcher(reader, value) };
  });
  return {
    status: readStatus(reader, found.status),
    json,
    text: found.text === undefined ? undefined : readMatcher(reader, found.text),
    headers,
  };
}

function readStatus(reader: YamlReader, field: YamlField | undefined): number[] {
  if (field === undefined) return [200];
  const items = Array.isArray(field.value) ? reader.items(field) : [field];
  if (items.length === 0) reader.reject(field, "must not be empty");
  return items.map((item) => reader.integer(item, 100, 599) ?? 200);
}

const CONDITIONS = ["equals", "one-of", "type", "exists", "matches", "contains", "min", "max"] as const;

/** A plain value must be equal; a mapping has conditions. */
export function readMatcher(reader: YamlReader, field: YamlField): ValueMatcher {
  if (Array.isArray(field.value))
    return reader.reject(field, "must be a value or a mapping", "Write a list as equals: [ … ].") ?? {};
  if (!isMapping(field.value)) return { equals: field.value };
  const found = reader.fields(field, CONDITIONS);
  if (Object.keys(found).length === 0) reader.reject(field, "expects nothing", `Give one of ${CONDITIONS.join(", ")}.`);
  const matcher: { -readonly [K in keyof ValueMatcher]: ValueMatcher[K] | undefined } = {
    equals: found.equals?.value,
    oneOf: found["one-of"] && reader.items(found["one-of"]).map(({ value }) => value),
    type: reader.choice(found.type, JSON_TYPES),
    exists: reader.flag(found.exists),
    matches: reader.text(found.matches),
    contains: reader.text(found.contains),
    min: reader.number(found.min),
    max: reader.number(found.max),
  };
  return Object.fromEntries(Object.entries(matcher).filter(([, value]) => value !== undefined)) as ValueMatcher;
}

export function readWait(reader: YamlReader, found: YamlFields<"timeout" | "eventually">): WaitSpec {
  const timeout = reader.duration(found.timeout);
  if (timeout === 0) reader.reject(found.timeout!, "must be greater than 0");
  return { timeout, eventually: reader.duration(found.eventually) };
}

/** A path relative to the service's address: `/health?full=1`. */
export function readPath(reader: YamlReader, field: YamlField | undefined): string {
  const path = reader.text(field);
  if (field === undefined || path === undefined) return "/";
  if (isPath(path)) return path;
  reader.reject(field, `must be a path that begins with "/", without "..", "#" and empty parts`);
  return "/";
}

export function isPath(path: string): boolean {
  if (!/^\/[^\s#\\]*$/.test(path) || path.length > 2000) return false;
  const [before = "", ...query] = path.split("?");
  const segments = before.slice(1).split("/");
  const isPlain = segments.every(
    (one, index) => one !== "." && one !== ".." && (one !== "" || index === segments.length - 1),
  );
  try {
    decodeURIComponent(before);
    return isPlain && query.length <= 1;
  } catch {
    return false;
  }
}
