import { BAR, DASH, DOUBLE_QUOTE, HASH, KEY_START, OPEN_LIST, OPEN_MAP, QUOTED_KEY, SINGLE_QUOTE, SPACE, WORD } from "./characters.ts";
import { FlowReader } from "./flow.ts";
import { DEEPEST, LONGEST_KEY, otherwise, unlessOtherwise, type PlainBuilder, type PlainCollection, type PlainNode, type PlainPair, type PlainScalar } from "./node.ts";
import { OpenCollections } from "./open-collections.ts";
import { emptyAt, endsAt, plainAt, quotedAt, scalarOf, wordAt } from "./scalar.ts";

/**
 * Nearly every YAML file is written in a small part of YAML: block maps and lists, scalars on one line, literal
 * blocks, short flow collections. This reads one document of that part in one pass, many times as fast as a whole
 * parser does and with the places of all values. Everything else, and everything that readers of YAML disagree about
 * or that somebody should be told (equal keys, anchors, a second document, errors), is undefined here, and a whole
 * parser is to read the text.
 */
export function readPlainYaml(text: string): PlainCollection | undefined {
  return buildPlainYaml<PlainNode>(text, NODES) as PlainCollection | undefined;
}

/** As readPlainYaml, with something else than nodes made of the text. */
export function buildPlainYaml<T>(text: string, builder: PlainBuilder<T>): T | undefined {
  if (UNUSUAL.test(text) || !text.isWellFormed()) return undefined;
  return unlessOtherwise(() => new BlockReader(text, builder).document());
}

const NODES: PlainBuilder<PlainNode> = {
  scalar: (scalar) => scalar,
  list: (start, items) => ({ kind: "list", start, items }),
  map: (start, pairs) => ({ kind: "map", start, pairs: pairs as PlainPair[] }),
};

/** Control characters, tabs, line ends of other kinds, marks. */
const UNUSUAL = /[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028\u2029\ufeff\ufffe\uffff]/;

const SLOTS = 128;

class BlockReader<T> {
  readonly #text: string;
  /** What is not read yet of the line at hand, where that line ends, and the column of the former. */
  #at = 0;
  #lineEnd = -1;
  /** -1 at the end of the text. */
  #indent = -1;
  readonly #builder: PlainBuilder<T>;
  readonly #open: OpenCollections<T>;
  /** The next colon, when it was looked for. */
  #colonAt = -1;
  /** Of the key whose colon was looked for last; empty when it is not known. */
  #name = "";
  readonly #names: string[] = Array.from({ length: SLOTS }, () => "");

  constructor(text: string, builder: PlainBuilder<T>) {
    this.#text = text;
    this.#builder = builder;
    this.#open = new OpenCollections(builder);
  }

  document(): T {
    this.#next();
    if (this.#indent === 0 && this.#text.slice(this.#at, this.#lineEnd) === "---") this.#next();
    if (this.#indent !== 0) return otherwise();
    const root = this.#block(0);
    return this.#indent < 0 ? root : otherwise();
  }

  /** Moves to the next line that holds something. */
  #next(): void {
    const text = this.#text;
    for (let start = this.#lineEnd + 1; start < text.length; start = this.#lineEnd + 1) {
      const end = indexOrEnd(text, "\n", start);
      this.#lineEnd = end;
      let at = start;
      while (at < end && text.charCodeAt(at) === SPACE) at += 1;
      if (at === end || text.charCodeAt(at) === HASH) continue;
      this.#at = at;
      this.#indent = at - start;
      return;
    }
    this.#indent = -1;
  }

  #block(depth: number): T {
    if (depth > DEEPEST) return otherwise();
    return this.#isItem() ? this.#list(depth) : this.#map(depth);
  }

  #isItem(): boolean {
    if (this.#text.charCodeAt(this.#at) !== DASH) return false;
    return this.#at + 1 === this.#lineEnd || this.#text.charCodeAt(this.#at + 1) === SPACE;
  }

  #list(depth: number): T {
    const start = this.#at;
    const indent = this.#indent;
    const list = this.#open.openList();
    while (this.#indent === indent && this.#isItem()) this.#open.addItem(this.#item(indent, depth));
    return this.#indent > indent ? otherwise() : this.#open.closeList(list, start);
  }

  #item(indent: number, depth: number): T {
    const at = afterSpaces(this.#text, this.#at + 1, this.#lineEnd);
    if (at === this.#lineEnd || this.#text.charCodeAt(at) === HASH) {
      this.#next();
      return this.#indent > indent ? this.#block(depth + 1) : this.#builder.scalar(emptyAt(at));
    }
    if (this.#colon(at) < 0) return this.#inline(at, indent, depth);
    this.#indent += at - this.#at;
    this.#at = at;
    return depth < DEEPEST ? this.#map(depth + 1) : otherwise();
  }

  #map(depth: number): T {
    const start = this.#at;
    const indent = this.#indent;
    const map = this.#open.openMap();
    while (this.#indent === indent && !this.#isItem()) {
      const colon = this.#colon(this.#at);
      if (colon < 0) return otherwise();
      const key = this.#key(colon);
      this.#open.addPair(map, key.text, this.#builder.scalar(key), this.#valueAfter(colon, indent, depth));
    }
    return this.#indent > indent ? otherwise() : this.#open.closeMap(map, start);
  }

  #valueAfter(colon: number, indent: number, depth: number): T {
    const text = this.#text;
    let at = colon + 1;
    while (at < this.#lineEnd && text.charCodeAt(at) === SPACE) at += 1;
    if (at < this.#lineEnd && text.charCodeAt(at) !== HASH) return this.#inline(at, indent, depth);
    this.#next();
    return this.#indent > indent || (this.#indent === indent && this.#isItem()) ? this.#block(depth + 1) : this.#builder.scalar(emptyAt(at));
  }

  /**
   * Where the colon stands when a key begins at `at`, else -1. Keeps the key's name when it is known: a file has few
   * names and says them often, so each is made and judged once, as long as no other takes its slot.
   */
  #colon(at: number): number {
    const text = this.#text;
    // It is looked for once: lines without one would make it a search to the end of the text each.
    if (this.#colonAt < at) this.#colonAt = indexOrEnd(text, ":", at);
    const colon = this.#colonAt;
    if (colon >= this.#lineEnd) return -1;
    const isFollowed = colon + 1 === this.#lineEnd || text.charCodeAt(colon + 1) === SPACE;
    const name = this.#names[slotOf(text, at, colon)] as string;
    this.#name = name.length === colon - at && text.startsWith(name, at) ? name : "";
    return isFollowed && (this.#name !== "" || this.#keyEnd(at) === colon) ? colon : -1;
  }

  /** Where a key ends that begins at `at`; -1 for what does not begin as one. */
  #keyEnd(at: number): number {
    const text = this.#text;
    const first = text.charCodeAt(at);
    const isQuoted = first === DOUBLE_QUOTE || first === SINGLE_QUOTE;
    if (!isQuoted && KEY_START[first] !== 1) return -1;
    const characters = isQuoted ? QUOTED_KEY : WORD;
    let end = at + 1;
    while (end < this.#lineEnd && characters[text.charCodeAt(end)] === 1) end += 1;
    if (!isQuoted) return end;
    return text.charCodeAt(end) === first ? end + 1 : -1;
  }

  #key(colon: number): PlainScalar {
    const at = this.#at;
    if (this.#name !== "") return scalarOf("plain", at, colon, this.#name, this.#name);
    if (colon - at > LONGEST_KEY) return otherwise();
    if (KEY_START[this.#text.charCodeAt(at)] !== 1) return quotedAt(this.#text, at, colon);
    const key = wordAt(this.#text, at, colon);
    if (typeof key.value !== "string") return otherwise();
    this.#names[slotOf(this.#text, at, colon)] = key.text;
    return key;
  }

  /** What begins on the line at hand in a collection of the indentation. Moves to the next line. */
  #inline(at: number, indent: number, depth: number): T {
    const node = this.#value(at, indent, depth);
    this.#next();
    return this.#indent > indent ? otherwise() : node;
  }

  #value(at: number, indent: number, depth: number): T {
    const first = this.#text.charCodeAt(at);
    if (first !== OPEN_LIST && first !== OPEN_MAP) return this.#builder.scalar(this.#scalar(at, indent, first));
    const reader = new FlowReader(this.#text, at, this.#lineEnd, this.#open, this.#builder);
    const collection = reader.collection(depth + 1);
    return endsAt(this.#text, reader.end, this.#lineEnd) ? collection : otherwise();
  }

  #scalar(at: number, indent: number, first: number): PlainScalar {
    const text = this.#text;
    if (first === BAR) return this.#literal(at, indent);
    if (first !== DOUBLE_QUOTE && first !== SINGLE_QUOTE) {
      if (this.#colonAt < at) this.#colonAt = indexOrEnd(text, ":", at);
      return plainAt(text, at, this.#lineEnd, this.#colonAt < this.#lineEnd);
    }
    const quoted = quotedAt(text, at, this.#lineEnd);
    return endsAt(text, quoted.end, this.#lineEnd) ? quoted : otherwise();
  }

  /** A block of text, `|` or `|-`, up to its last line. */
  #literal(start: number, indent: number): PlainScalar {
    const text = this.#text;
    const header = text.slice(start, this.#lineEnd);
    if (header !== "|" && header !== "|-") return otherwise();
    const lines: string[] = [];
    let column = -1;
    let [kept, end] = [0, 0];
    for (let from = this.#lineEnd + 1; from < text.length; from = this.#lineEnd + 1) {
      const to = indexOrEnd(text, "\n", from);
      const at = afterSpaces(text, from, to);
      // Without a last line feed parsers differ in whether the text has one.
      if (to === text.length) return otherwise();
      // Blank lines at the beginning and beyond the column are read in several ways.
      if (at === to && at > from && at - from > column) return otherwise();
      if (column < 0 && at < to) column = at - from;
      if (at < to && at - from < column) break;
      if (column >= 0 && column <= indent) return otherwise();
      lines.push(at === to ? "" : text.slice(from + column, to));
      this.#lineEnd = to;
      if (at < to) [kept, end] = [lines.length, to + 1];
    }
    if (kept === 0) return otherwise();
    const content = lines.slice(0, kept).join("\n");
    return literal(start, end, header === "|" ? `${content}\n` : content);
  }
}

function literal(start: number, end: number, content: string): PlainScalar {
  return scalarOf("literal", start, end, content, content);
}

function indexOrEnd(text: string, character: string, from: number): number {
  const index = text.indexOf(character, from);
  return index < 0 ? text.length : index;
}

/** Where the name from `at` to `end` is kept. */
function slotOf(text: string, at: number, end: number): number {
  return ((end - at) * 37 + text.charCodeAt(at) * 5 + text.charCodeAt(end - 1)) & (SLOTS - 1);
}

function afterSpaces(text: string, from: number, limit: number): number {
  let at = from;
  while (at < limit && text.charCodeAt(at) === SPACE) at += 1;
  return at;
}
