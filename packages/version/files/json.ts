import { invalid } from "@release-actions/action";
import { shorten } from "@release-actions/text";
import { lineAt, type Found, type Place } from "./place.ts";
import { keySegments, keyText } from "./target.ts";

/** The version of a JSON file (RFC 8259) at `key`, by default the member `version` of the document. */
export function findInJson(path: string, content: string, key: string | undefined): Found {
  const text = check(path, content);
  const segments = key === undefined ? ["version"] : keySegments(key);
  const place = memberAt(path, text, segments);
  return { places: place === undefined ? [] : [place], looked: `the text at ${keyText(segments)}` };
}

/**
 * The versions of the package itself in package-lock.json and npm-shrinkwrap.json: `version` at the top and, since
 * lockfileVersion 2, in `packages[""]`.
 */
export function findInPackageLock(path: string, content: string, key: string | undefined): Found {
  if (key !== undefined) return findInJson(path, content, key);
  const text = check(path, content);
  const places = [["version"], ["packages", "", "version"]].map((segments) => memberAt(path, text, segments));
  return {
    places: places.filter((place) => place !== undefined),
    looked: 'version and packages."".version',
    many: true,
  };
}

/** Refuses what is not JSON; after this the scanner below may trust the syntax. A byte order mark is let pass. */
function check(path: string, content: string): string {
  const text = content.startsWith("\uFEFF") ? ` ${content.slice(1)}` : content;
  try {
    JSON.parse(text);
  } catch (cause) {
    throw invalid(`${path} is not valid JSON: ${(cause as Error).message}`, { remedy: "Correct the file.", cause });
  }
  return text;
}

/** The text member at the end of `segments`, or undefined when a segment does not exist. */
function memberAt(path: string, text: string, segments: readonly string[]): Place | undefined {
  let at = skipSpace(text, 0);
  for (const segment of segments) {
    const next = text[at] === "{" ? valueOfMember(path, text, at, segment) : valueOfItem(text, at, segment);
    if (next === undefined) return undefined;
    at = next;
  }
  const key = keyText(segments);
  const end = skipValue(text, at);
  const raw = text.slice(at, end);
  if (text[at] !== '"') {
    throw invalid(`${path}:${lineAt(text, at)}: ${key} is ${kind(raw)}, not a text`, {
      remedy: "Write the version in double quotes.",
    });
  }
  return { start: at + 1, end: end - 1, version: JSON.parse(raw) as string, key };
}

function kind(raw: string): string {
  if (raw.startsWith("{")) return "an object";
  return raw.startsWith("[") ? "an array" : shorten(raw, 40);
}

/** Where the value of the member `name` starts. Twice the same name is refused: readers differ on which one counts. */
function valueOfMember(path: string, text: string, object: number, name: string): number | undefined {
  let found: number | undefined;
  let at = skipSpace(text, object + 1);
  while (text[at] !== "}") {
    const nameEnd = skipValue(text, at);
    const value = skipSpace(text, skipSpace(text, nameEnd) + 1);
    if (JSON.parse(text.slice(at, nameEnd)) === name) {
      if (found !== undefined) {
        throw invalid(`${path}:${lineAt(text, at)}: the key "${name}" appears twice in one object`, {
          remedy: "Remove one of them.",
        });
      }
      found = value;
    }
    at = skipSpace(text, skipValue(text, value));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return found;
}

function valueOfItem(text: string, array: number, segment: string): number | undefined {
  if (text[array] !== "[" || !/^[0-9]{1,9}$/.test(segment)) return undefined;
  let at = skipSpace(text, array + 1);
  for (let index = 0; text[at] !== "]"; index++) {
    if (index === Number(segment)) return at;
    at = skipSpace(text, skipValue(text, at));
    if (text[at] === ",") at = skipSpace(text, at + 1);
  }
  return undefined;
}

function skipSpace(text: string, from: number): number {
  let at = from;
  while (at < text.length && " \t\r\n".includes(text[at] as string)) at++;
  return at;
}

/** The end of the value that starts at `from`, by counting brackets: no recursion, so depth costs nothing. */
function skipValue(text: string, from: number): number {
  let depth = 0;
  let at = from;
  do {
    const character = text[at] as string;
    if (depth === 0 && !'"{['.includes(character)) return skipLiteral(text, at);
    if (character === "{" || character === "[") depth++;
    if (character === "}" || character === "]") depth--;
    at = character === '"' ? skipString(text, at) : at + 1;
  } while (depth > 0 && at < text.length);
  return at;
}

function skipString(text: string, from: number): number {
  let at = from + 1;
  while (at < text.length && text[at] !== '"') at += text[at] === "\\" ? 2 : 1;
  return at + 1;
}

function skipLiteral(text: string, from: number): number {
  let at = from;
  while (at < text.length && !" \t\r\n,]}".includes(text[at] as string)) at++;
  return at;
}
