import type { Value } from "./value.ts";
import { kindOfPlain, readBy12, resolvePlain, ScalarError } from "./yaml-scalar.ts";

/**
 * Nearly every file of app-interface is written in a small part of YAML: block maps and lists, scalars on one line,
 * literal blocks, short flow collections. This reads that part, ten times as fast as a whole parser does. Everything
 * else, and everything that a reader should be told about, is undefined here, and the whole parser reads the file.
 */
export function loadPlainly(text: string): { readonly value: Value } | undefined {
  if (UNUSUAL.test(text)) return undefined;
  const reader = new Reader(text.split("\n"), text.endsWith("\n"));
  try {
    return { value: reader.document() };
  } catch (error) {
    if (error === ELSE || error instanceof ScalarError) return undefined;
    throw error;
  }
}

/** Control characters, spaces and line ends of other kinds, marks: rare, and told apart by the whole parser. */
const UNUSUAL = /[\x00-\x09\x0b-\x1f\x7f-\xa0\u1680\u2000-\u200a\u2028\u2029\u202f\u205f\u3000\ud800-\udfff\ufeff]/;
/** Thrown where the small part ends; not an Error, which would cost a stack. */
const ELSE = Symbol("not in the small part");
const MAX_DEPTH = 60;

const KEY = /^([A-Za-z_$][\w$./-]*|"[\w$ ./-]*"|'[\w$ ./-]*'):(?: +|$)/;
const DOUBLE = /^"([^"\\]*)"(?: *| +#.*)$/;
const SINGLE = /^'((?:[^']|'')*)'(?: *| +#.*)$/;
/** What a plain scalar may begin with here. */
const PLAIN_START = /^[^\s!&*%@`|>[\]{}#,?:"'-]|^-[^\s-]/;
const FLOW_WORD = /[\w$./-]+/y;

function otherwise(): never {
  // eslint-disable-next-line @typescript-eslint/only-throw-error
  throw ELSE;
}

class Reader {
  readonly #lines: string[];
  readonly #ended: boolean;
  /** The line at hand, and what of it is not read yet. */
  #at = -1;
  #indent = -1;
  #rest = "";

  constructor(lines: string[], ended: boolean) {
    this.#lines = lines;
    this.#ended = ended;
  }

  document(): Value {
    this.#next();
    if (this.#rest === "---" && this.#indent === 0) this.#next();
    if (this.#indent < 0) return null;
    if (this.#indent > 0) otherwise();
    const value = this.#block(0, 0);
    return this.#indent < 0 ? value : otherwise();
  }

  /** Moves to the next line that holds something; at the end the indentation is -1. */
  #next(): void {
    for (this.#at += 1; this.#at < this.#lines.length; this.#at += 1) {
      const line = this.#lines[this.#at]!;
      let indent = 0;
      while (line.charCodeAt(indent) === 32) indent += 1;
      if (indent === line.length || line[indent] === "#") continue;
      if (indent === 0 && (line.startsWith("...") || (line.startsWith("---") && (line !== "---" || this.#indent >= 0)))) otherwise();
      this.#indent = indent;
      this.#rest = indent === 0 ? line : line.slice(indent);
      return;
    }
    this.#indent = -1;
    this.#rest = "";
  }

  #isItem(): boolean {
    return this.#rest === "-" || this.#rest.startsWith("- ");
  }

  #block(indent: number, depth: number): Value {
    if (depth > MAX_DEPTH) otherwise();
    return this.#isItem() ? this.#list(indent, depth) : this.#map(indent, depth);
  }

  #list(indent: number, depth: number): Value {
    const items: Value[] = [];
    while (this.#indent === indent && this.#isItem()) {
      const rest = this.#rest.slice(1);
      const content = rest.trimStart();
      if (content === "" || content.startsWith("#")) {
        this.#next();
        items.push(this.#indent > indent ? this.#block(this.#indent, depth + 1) : null);
      } else if (KEY.test(content)) {
        this.#indent = indent + 1 + rest.length - content.length;
        this.#rest = content;
        items.push(this.#map(this.#indent, depth + 1));
      } else {
        items.push(this.#scalar(content, undefined));
        this.#next();
        if (this.#indent > indent) otherwise();
      }
    }
    return this.#indent > indent ? otherwise() : items;
  }

  #map(indent: number, depth: number): Value {
    const map = Object.create(null) as Record<string, Value>;
    while (this.#indent === indent && !this.#isItem()) {
      const match = KEY.exec(this.#rest);
      if (match === null) return otherwise();
      const key = keyOf(match[1]!);
      if (key in map) otherwise();
      map[key] = this.#valueOf(key, this.#rest.slice(match[0].length), indent, depth);
    }
    return this.#indent > indent ? otherwise() : map;
  }

  #valueOf(key: string, content: string, indent: number, depth: number): Value {
    if (content === "|" || content === "|-") return this.#literal(indent, content === "|-");
    if (content !== "" && !content.startsWith("#")) {
      const value = this.#scalar(content, key);
      this.#next();
      return this.#indent > indent ? otherwise() : value;
    }
    this.#next();
    if (this.#indent > indent || (this.#indent === indent && this.#isItem())) return this.#block(this.#indent, depth + 1);
    return null;
  }

  #literal(indent: number, strip: boolean): Value {
    let at = this.#at + 1;
    while (this.#lines[at] === "") at += 1;
    const first = this.#lines[at] ?? "";
    const block = first.search(/[^ ]/);
    if (block <= indent) otherwise();
    const found: string[] = [];
    let last = 0;
    for (at = this.#at + 1; at < this.#lines.length; at += 1) {
      const line = this.#lines[at]!;
      const start = line.search(/[^ ]/);
      if (start >= 0 && start < block) break;
      // Spaces beyond the block's column are text, and parsers have to agree on the last of them.
      if (start < 0 && line.length > block) otherwise();
      found.push(line.slice(block));
      if (start >= 0) last = found.length;
    }
    // Without a last line feed parsers differ in whether the text has one.
    if (at === this.#lines.length && !this.#ended) otherwise();
    this.#at = at - 1;
    this.#next();
    if (this.#indent > indent) otherwise();
    return found.slice(0, last).join("\n") + (strip ? "" : "\n");
  }

  #scalar(content: string, key: string | undefined): Value {
    const first = content[0];
    if (first === '"') return DOUBLE.exec(content)?.[1] ?? otherwise();
    if (first === "'") return SINGLE.exec(content)?.[1]!.replaceAll("''", "'") ?? otherwise();
    if (first === "[" || first === "{") return flow(content);
    if (!PLAIN_START.test(content)) return otherwise();
    const comment = content.indexOf(" #");
    const text = (comment < 0 ? content : content.slice(0, comment)).trimEnd();
    if (text.includes(": ") || text.endsWith(":")) return otherwise();
    return plain(text, key);
  }
}

function keyOf(text: string): string {
  const first = text[0];
  if (first === '"' || first === "'") return text.slice(1, -1);
  return kindOfPlain(text) === "text" ? text : otherwise();
}

/** A plain scalar that every parser reads alike. */
function plain(text: string, key: string | undefined): Value {
  const kind = kindOfPlain(text);
  if (kind === "special" || kind === "date" || (key === "ref" && kind !== "text")) return otherwise();
  if (MAY_DIFFER.test(text) && readBy12(text) !== undefined) return otherwise();
  return kind === "text" ? text : resolvePlain(text);
}

const MAY_DIFFER = /^[-+.0-9~yYnNtTfFoO]/;

/** A flow collection of plain words on one line. */
function flow(content: string): Value {
  let at = 0;
  const spaces = (): void => {
    while (content[at] === " ") at += 1;
  };
  const word = (): string => {
    FLOW_WORD.lastIndex = at;
    const found = FLOW_WORD.exec(content)?.[0] ?? otherwise();
    at += found.length;
    return found.startsWith("-") ? otherwise() : found;
  };
  const value = (key: string | undefined, depth: number): Value => {
    if (depth > MAX_DEPTH) return otherwise();
    if (content[at] !== "[" && content[at] !== "{") return plain(word(), key);
    const isMap = content[at] === "{";
    const end = isMap ? "}" : "]";
    const map = Object.create(null) as Record<string, Value>;
    const items: Value[] = [];
    at += 1;
    spaces();
    while (content[at] !== end) {
      if (isMap) {
        const name = keyOf(word());
        if (content[at] !== ":" || content[at + 1] !== " " || name in map) otherwise();
        at += 1;
        spaces();
        map[name] = value(name, depth + 1);
      } else items.push(value(undefined, depth + 1));
      spaces();
      if (content[at] === ",") {
        at += 1;
        spaces();
        if (content[at] === end) otherwise();
      } else if (content[at] !== end) otherwise();
    }
    at += 1;
    return isMap ? map : items;
  };
  const found = value(undefined, 0);
  return /^(?: *| +#.*)$/.test(content.slice(at)) ? found : otherwise();
}
