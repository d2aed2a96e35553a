import { invalid } from "@release-actions/action";
import type { AST, ParseError } from "toml-eslint-parser";

/** One `key = value` of a TOML file (toml.io), or the header of a table. */
export interface TomlEntry {
  /** The table's path and the key's. The n-th `[[table]]` and the n-th item of an array add the segment `n`. */
  readonly path: readonly string[];
  readonly kind: "text" | "multi-line text" | "array" | "table" | "other";
  /** The value with its quotes. */
  readonly start: number;
  readonly end: number;
  readonly raw: string;
  /** The text of a string value on one line, without escapes. */
  readonly text?: string;
}

/** The entries of a TOML file in order, those of inline tables included. Throws `invalid` for what is not TOML. */
export async function readToml(file: string, content: string): Promise<TomlEntry[]> {
  const { parseTOML } = await import("toml-eslint-parser");
  const bom = content.startsWith("\uFEFF") ? 1 : 0;
  const reading: Reading = { content, bom, entries: [] };
  try {
    for (const node of parseTOML(content.slice(bom)).body[0].body) readNode(reading, node);
  } catch (cause) {
    throw malformed(file, content.slice(bom), cause);
  }
  return reading.entries;
}

interface Reading {
  readonly content: string;
  readonly bom: number;
  readonly entries: TomlEntry[];
}

function readNode(reading: Reading, node: AST.TOMLKeyValue | AST.TOMLTable): void {
  if (node.type === "TOMLKeyValue") return readPair(reading, node, []);
  const path = node.resolvedKey.map(String);
  const brackets = node.kind === "array" ? 2 : 1;
  add(reading, path, "table", [node.range[0], node.key.range[1] + brackets]);
  for (const pair of node.body) readPair(reading, pair, path);
}

function readPair(reading: Reading, { key, value }: AST.TOMLKeyValue, table: readonly string[]): void {
  const path = [...table, ...key.keys.map((part) => (part.type === "TOMLBare" ? part.name : part.value))];
  switch (value.type) {
    case "TOMLInlineTable":
      add(reading, path, "table", value.range);
      return readInside(reading, value, path);
    case "TOMLArray":
      add(reading, path, "array", value.range);
      return readInside(reading, value, path);
    case "TOMLValue":
      if (value.kind !== "string") add(reading, path, "other", value.range);
      else if (value.multiline) add(reading, path, "multi-line text", value.range);
      else add(reading, path, "text", value.range, value.value);
  }
}

function readInside(reading: Reading, value: AST.TOMLContentNode, path: readonly string[]): void {
  if (value.type === "TOMLInlineTable") for (const pair of value.body) readPair(reading, pair, path);
  else if (value.type === "TOMLArray") {
    value.elements.forEach((item, index) => readInside(reading, item, [...path, String(index)]));
  }
}

function add(
  { content, bom, entries }: Reading,
  path: readonly string[],
  kind: TomlEntry["kind"],
  [from, to]: AST.Range,
  text?: string,
): void {
  const [start, end] = [from + bom, to + bom];
  entries.push({ path, kind, start, end, raw: content.slice(start, end), ...(text !== undefined && { text }) });
}

/** What the parser finds most often, in the words of this project. */
const WORDS: Readonly<Record<string, string>> = {
  "Unterminated string constant": "a string does not end",
  "Unterminated table-key": "] is missing",
  "Unterminated array": "an array does not end",
  "Unterminated inline table": "an inline table does not end",
  "Empty bare keys are not allowed": "a key is missing",
  "Expected equal (=) token": "= is missing",
  "Expected comma (,) token": "a comma is missing",
  "Unspecified values are invalid": "a value is missing",
  "Invalid character in escape sequence": "a string has an escape that is none",
  "Must be a newline": "something follows a value on its line",
  "Defining a key multiple times is invalid": "a key is defined twice",
};

function malformed(file: string, content: string, cause: unknown): Error {
  const remedy = "Correct the file.";
  // The parser calls itself for what is nested, and passes all characters of a text at once.
  if (cause instanceof RangeError) {
    const what = "not readable TOML: values are nested too deep, or a text is too long";
    return invalid(`${file}: ${what}`, { remedy, cause });
  }
  const { lineNumber, message } = cause as ParseError;
  if (lineNumber === undefined) return cause as Error;
  const before = content.split(/\r\n|\n|\r/)[lineNumber - 2] ?? "";
  // An unclosed header is reported on the next line, as a key over two lines.
  const header = message.startsWith("The key, ") ? /^\s*(\[\[?)(?:[^\]]*|[^\]]*\])$/.exec(before)?.[1] : undefined;
  const end = header === "[[" ? "]]" : "]";
  const line = header === undefined ? lineNumber : lineNumber - 1;
  const what = header === undefined ? (WORDS[message] ?? message) : `${end} is missing`;
  return invalid(`${file}:${line}: not valid TOML: ${what}`, { remedy, cause });
}
