import { readJsonPath } from "./json-path.ts";
import { isHeaderName } from "./secret-headers.ts";
import { JSON_TYPES, type Expectation, type Matcher, type Patience } from "./suite.ts";
import { isMapping, type Fields, type Place, type YamlReader } from "./yaml-reader.ts";

/** Reads what is expected of an answer. */
export function readExpectation(reader: YamlReader, at: Place): Expectation {
  const found = reader.fields(at, ["status", "json", "text", "headers"]);
  const json = reader.entries(found.json).map(([text, place]) => {
    const path = readJsonPath(text) ??
      reader.wrong(place, "is no path, such as data.items[0].name") ?? { text, steps: [] };
    return { path, matcher: readMatcher(reader, place) };
  });
  const headers = reader.entries(found.headers).map(([name, place]) => {
    if (!isHeaderName(name)) reader.wrong(place, "is no header's name");
    return { name: name.toLowerCase(), matcher: readMatcher(reader, place) };
  });
  return {
    status: readStatus(reader, found.status),
    json,
    text: found.text === undefined ? undefined : readMatcher(reader, found.text),
    headers,
  };
}

function readStatus(reader: YamlReader, at: Place | undefined): number[] {
  if (at === undefined) return [200];
  const places = Array.isArray(at.value) ? reader.items(at) : [at];
  if (places.length === 0) reader.wrong(at, "must not be empty");
  return places.map((one) => reader.whole(one, 100, 599) ?? 200);
}

const KEYS = ["equals", "one-of", "type", "exists", "matches", "contains", "min", "max"] as const;

/** A plain value must be equal; a mapping says more. */
export function readMatcher(reader: YamlReader, at: Place): Matcher {
  if (Array.isArray(at.value))
    return reader.wrong(at, "must be a value or a mapping", "Write a list as equals: [ … ].") ?? {};
  if (!isMapping(at.value)) return { equals: at.value };
  const found = reader.fields(at, KEYS);
  if (Object.keys(found).length === 0) reader.wrong(at, "expects nothing", `Give one of ${KEYS.join(", ")}.`);
  const oneOf = found["one-of"] === undefined ? undefined : reader.items(found["one-of"]).map(({ value }) => value);
  const matcher: { -readonly [K in keyof Matcher]: Matcher[K] | undefined } = {
    equals: found.equals?.value,
    oneOf,
    type: reader.word(found.type, JSON_TYPES),
    exists: reader.flag(found.exists),
    matches: reader.text(found.matches),
    contains: reader.text(found.contains),
    min: reader.number(found.min),
    max: reader.number(found.max),
  };
  return Object.fromEntries(Object.entries(matcher).filter(([, value]) => value !== undefined)) as Matcher;
}

export function readPatience(reader: YamlReader, found: Fields<"timeout" | "eventually">): Patience {
  const timeout = reader.duration(found.timeout);
  if (timeout === 0) reader.wrong(found.timeout!, "must be longer than nothing");
  return { timeout, eventually: reader.duration(found.eventually) };
}

/** A path below the service's address: `/health?full=1`. */
export function readPath(reader: YamlReader, at: Place | undefined): string {
  const path = reader.text(at);
  if (at === undefined || path === undefined) return "/";
  if (isPath(path)) return path;
  reader.wrong(at, `must be a path that begins with "/", written plainly: no "..", no "#", no empty parts`);
  return "/";
}

export function isPath(path: string): boolean {
  if (!/^\/[^\s#\\]*$/.test(path) || path.length > 2000) return false;
  const [before = "", ...query] = path.split("?");
  const segments = before.slice(1).split("/");
  const plain = segments.every(
    (one, index) => one !== "." && one !== ".." && (one !== "" || index === segments.length - 1),
  );
  try {
    decodeURIComponent(before);
    return plain && query.length <= 1;
  } catch {
    return false;
  }
}
