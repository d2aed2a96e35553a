import { invalid } from "@release-actions/action-types";
import { lineAt } from "./place.ts";

/** One `key = value` of a TOML file (toml.io, version 1.0), or the header of a table. */
export interface TomlEntry {
  /** The table's path and the key's; the n-th `[[table]]` adds the segment `n`. */
  readonly path: readonly string[];
  readonly kind: "text" | "multi-line text" | "array" | "table" | "other";
  /** The value with its quotes. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** The text of a string value without escapes. */
  readonly text?: string;
}

/**
 * The entries of a TOML file in order, those of inline tables included. Written for finding one value, so it is
 * strict about where values start and end and takes numbers and dates as they stand.
 */
export function readToml(file: string, content: string): TomlEntry[] {
  const scanner: Scanner = { file, content, at: content.startsWith("\uFEFF") ? 1 : 0, entries: [] };
  const counts = new Map<string, number>();
  let table: readonly string[] = [];
  for (skipBlank(scanner); scanner.at < content.length; skipBlank(scanner)) {
    if (content[scanner.at] === "[") table = header(scanner, counts);
    else entry(scanner, table, 0);
    endOfLine(scanner);
  }
  return scanner.entries;
}

interface Scanner {
  readonly file: string;
  readonly content: string;
  at: number;
  readonly entries: TomlEntry[];
}

const DEEPEST = 100;

function header(scanner: Scanner, counts: Map<string, number>): readonly string[] {
  const start = scanner.at;
  const isArray = scanner.content.startsWith("[[", start);
  scanner.at += isArray ? 2 : 1;
  const path = keyPath(scanner);
  expect(scanner, isArray ? "]]" : "]");
  // A table below an array of tables belongs to the array's last element.
  const full: string[] = [];
  path.forEach((segment, index) => {
    full.push(segment);
    const name = JSON.stringify(full);
    const count = counts.get(name);
    if (index === path.length - 1 && isArray) {
      counts.set(name, (count ?? -1) + 1);
      full.push(String((count ?? -1) + 1));
    } else if (count !== undefined) full.push(String(count));
  });
  const raw = scanner.content.slice(start, scanner.at);
  scanner.entries.push({ path: full, kind: "table", start, end: scanner.at, raw });
  return full;
}

function entry(scanner: Scanner, table: readonly string[], depth: number): void {
  const path = [...table, ...keyPath(scanner)];
  expect(scanner, "=");
  skipSpace(scanner);
  const start = scanner.at;
  const index = scanner.entries.push({ path, kind: "other", start, end: start, raw: "" }) - 1;
  const { kind, text } = value(scanner, path, depth);
  const raw = scanner.content.slice(start, scanner.at);
  scanner.entries[index] = { path, kind, start, end: scanner.at, raw, ...(text === undefined ? {} : { text }) };
}

function value(scanner: Scanner, path: readonly string[], depth: number): Pick<TomlEntry, "kind" | "text"> {
  const { content, at } = scanner;
  if (depth > DEEPEST) throw malformed(scanner, `values nested deeper than ${DEEPEST}`);
  const quotes = content.slice(at, at + 3);
  if (quotes === '"""' || quotes === "'''") return multiLine(scanner, quotes);
  if (content[at] === '"' || content[at] === "'") return { kind: "text", text: quoted(scanner) };
  if (content[at] === "{") return inlineTable(scanner, path, depth);
  if (content[at] === "[") return array(scanner, path, depth);
  while (scanner.at < content.length && !"\r\n#,]}".includes(content[scanner.at] as string)) scanner.at++;
  if (content.slice(at, scanner.at).trim() === "") throw malformed(scanner, "a value is missing");
  while (" \t".includes(content[scanner.at - 1] as string)) scanner.at--;
  return { kind: "other" };
}

function inlineTable(scanner: Scanner, path: readonly string[], depth: number): Pick<TomlEntry, "kind"> {
  scanner.at++;
  for (skipBlank(scanner); scanner.content[scanner.at] !== "}"; skipBlank(scanner)) {
    entry(scanner, path, depth + 1);
    skipBlank(scanner);
    if (scanner.content[scanner.at] === ",") scanner.at++;
    else if (scanner.content[scanner.at] !== "}") throw malformed(scanner, "an inline table does not end");
  }
  scanner.at++;
  return { kind: "table" };
}

function array(scanner: Scanner, path: readonly string[], depth: number): Pick<TomlEntry, "kind"> {
  scanner.at++;
  let index = 0;
  for (skipBlank(scanner); scanner.content[scanner.at] !== "]"; skipBlank(scanner)) {
    value(scanner, [...path, String(index++)], depth + 1);
    skipBlank(scanner);
    if (scanner.content[scanner.at] === ",") scanner.at++;
    else if (scanner.content[scanner.at] !== "]") throw malformed(scanner, "an array does not end");
  }
  scanner.at++;
  return { kind: "array" };
}

function multiLine(scanner: Scanner, quotes: string): Pick<TomlEntry, "kind"> {
  const { content } = scanner;
  let at = scanner.at + 3;
  while (at < content.length && !content.startsWith(quotes, at)) at += content[at] === "\\" && quotes === '"""' ? 2 : 1;
  if (at >= content.length) throw malformed(scanner, "a multi-line string does not end");
  at += 3;
  // Up to two more quotes belong to the text.
  for (let extra = 0; extra < 2 && content[at] === quotes[0]; extra++) at++;
  scanner.at = at;
  return { kind: "multi-line text" };
}

function quoted(scanner: Scanner): string {
  const { content, at } = scanner;
  const quote = content[at] as string;
  let end = at + 1;
  while (end < content.length && content[end] !== quote && content[end] !== "\n") {
    end += quote === '"' && content[end] === "\\" ? 2 : 1;
  }
  if (content[end] !== quote) throw malformed(scanner, "a string does not end on its line");
  scanner.at = end + 1;
  const inner = content.slice(at + 1, end);
  return quote === '"' && inner.includes("\\") ? unescape(scanner, inner) : inner;
}

const ESCAPES: Readonly<Record<string, string>> = { b: "\b", t: "\t", n: "\n", f: "\f", r: "\r", '"': '"', "\\": "\\" };

function unescape(scanner: Scanner, inner: string): string {
  return inner.replace(/\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{8})|(.))/gs, (all, short, long, single) => {
    const hex = (short ?? long) as string | undefined;
    if (hex !== undefined && Number.parseInt(hex, 16) <= 0x10ffff) return String.fromCodePoint(Number.parseInt(hex, 16));
    const plain = ESCAPES[single as string];
    if (plain === undefined) throw malformed(scanner, `${all} is not an escape`);
    return plain;
  });
}

function keyPath(scanner: Scanner): string[] {
  const segments: string[] = [];
  for (;;) {
    skipSpace(scanner);
    segments.push(keySegment(scanner));
    skipSpace(scanner);
    if (scanner.content[scanner.at] !== ".") return segments;
    scanner.at++;
  }
}

function keySegment(scanner: Scanner): string {
  const { content, at } = scanner;
  if (content[at] === '"' || content[at] === "'") return quoted(scanner);
  while (/^[A-Za-z0-9_-]$/.test(content[scanner.at] ?? "")) scanner.at++;
  if (scanner.at === at) throw malformed(scanner, "a key is missing");
  return content.slice(at, scanner.at);
}

function expect(scanner: Scanner, token: string): void {
  skipSpace(scanner);
  if (!scanner.content.startsWith(token, scanner.at)) throw malformed(scanner, `${token} is missing`);
  scanner.at += token.length;
}

function skipSpace(scanner: Scanner): void {
  while (scanner.content[scanner.at] === " " || scanner.content[scanner.at] === "\t") scanner.at++;
}

function skipComment(scanner: Scanner): void {
  if (scanner.content[scanner.at] !== "#") return;
  while (scanner.at < scanner.content.length && scanner.content[scanner.at] !== "\n") scanner.at++;
}

/** Spaces, line ends and comments. */
function skipBlank(scanner: Scanner): void {
  for (;;) {
    while (" \t\r\n".includes(scanner.content[scanner.at] ?? "x")) scanner.at++;
    if (scanner.content[scanner.at] !== "#") return;
    skipComment(scanner);
  }
}

function endOfLine(scanner: Scanner): void {
  skipSpace(scanner);
  skipComment(scanner);
  const next = scanner.content[scanner.at];
  if (next !== undefined && next !== "\r" && next !== "\n") throw malformed(scanner, "something follows a value on its line");
}

function malformed({ file, content, at }: Scanner, what: string): Error {
  return invalid(`${file}:${lineAt(content, at)}: not valid TOML: ${what}`, { remedy: "Correct the file." });
}
