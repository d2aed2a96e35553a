import { CLOSE_LIST, CLOSE_MAP, COLON, COMMA, DASH, DOUBLE_QUOTE, OPEN_LIST, OPEN_MAP, SINGLE_QUOTE, SPACE, WORD } from "./characters.ts";
import { DEEPEST, LONGEST_KEY, otherwise, type PlainBuilder, type PlainScalar } from "./node.ts";
import type { OpenCollections } from "./open-collections.ts";
import { quotedAt, wordAt } from "./scalar.ts";

/** Reads a flow collection of words and texts in quotes, on one line. */
export class FlowReader<T> {
  readonly #text: string;
  readonly #lineEnd: number;
  readonly #open: OpenCollections<T>;
  readonly #builder: PlainBuilder<T>;
  #at: number;

  constructor(text: string, at: number, lineEnd: number, open: OpenCollections<T>, builder: PlainBuilder<T>) {
    this.#text = text;
    this.#at = at;
    this.#lineEnd = lineEnd;
    this.#open = open;
    this.#builder = builder;
  }

  /** Where what was read ends. */
  get end(): number {
    return this.#at;
  }

  collection(depth: number): T {
    if (depth > DEEPEST) return otherwise();
    return this.#peek() === OPEN_MAP ? this.#map(depth) : this.#list(depth);
  }

  #map(depth: number): T {
    const start = this.#at;
    const map = this.#open.openMap();
    for (let isOpen = this.#begins(CLOSE_MAP); isOpen; isOpen = this.#goesOn(CLOSE_MAP)) {
      const key = this.#scalar();
      const length = key.end - key.start;
      if (typeof key.value !== "string" || length > LONGEST_KEY || this.#peek() !== COLON) return otherwise();
      this.#at += 1;
      if (this.#peek() !== SPACE) return otherwise();
      this.#spaces();
      this.#open.addPair(map, key.value, this.#builder.scalar(key), this.#node(depth));
    }
    return this.#open.closeMap(map, start);
  }

  #list(depth: number): T {
    const start = this.#at;
    const list = this.#open.openList();
    for (let isOpen = this.#begins(CLOSE_LIST); isOpen; isOpen = this.#goesOn(CLOSE_LIST)) this.#open.addItem(this.#node(depth));
    return this.#open.closeList(list, start);
  }

  #node(depth: number): T {
    const first = this.#peek();
    return first === OPEN_MAP || first === OPEN_LIST ? this.collection(depth + 1) : this.#builder.scalar(this.#scalar());
  }

  #scalar(): PlainScalar {
    const start = this.#at;
    const first = this.#peek();
    if (first === DOUBLE_QUOTE || first === SINGLE_QUOTE) {
      const quoted = quotedAt(this.#text, start, this.#lineEnd);
      this.#at = quoted.end;
      return quoted;
    }
    if (first === DASH) return otherwise();
    while (WORD[this.#peek()] === 1) this.#at += 1;
    return this.#at === start ? otherwise() : wordAt(this.#text, start, this.#at);
  }

  /** Passes the bracket; whether something stands behind it. */
  #begins(close: number): boolean {
    this.#at += 1;
    this.#spaces();
    return !this.#passes(close);
  }

  /** Passes what stands behind an item; whether another one follows. */
  #goesOn(close: number): boolean {
    this.#spaces();
    if (this.#passes(close)) return false;
    if (!this.#passes(COMMA)) return otherwise();
    this.#spaces();
    return true;
  }

  #passes(code: number): boolean {
    const is = this.#peek() === code;
    if (is) this.#at += 1;
    return is;
  }

  #spaces(): void {
    while (this.#peek() === SPACE) this.#at += 1;
  }

  /** The character at hand; 0 at the end of the line. */
  #peek(): number {
    return this.#at < this.#lineEnd ? this.#text.charCodeAt(this.#at) : 0;
  }
}
