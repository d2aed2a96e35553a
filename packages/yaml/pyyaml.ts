import { quote, shorten } from "@release-actions/text";
import { isUtf8 } from "node:buffer";
import {
  isAlias,
  isMap as isYamlMap,
  isScalar,
  isSeq,
  visit,
  type Document,
  type ParsedNode,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { codeOf, LoadError, refuseKey, refuseScalar, refuseText } from "./libyaml.ts";
import { isTooDeep, parseDocument } from "./parse.ts";
import { kindOfPlain, readBy12, readByPyYaml, resolvePlain, ScalarError } from "./pyyaml-scalar.ts";
import { unfold, type Unfolded } from "./unfold.ts";
import { fromJson, isList, isMap, isNotJson, type Path, type Value } from "./value.ts";

export { locatorOf, type Locator, type Position } from "./locate.ts";

/** Something that the loader takes in silence and a reader should know. */
export interface Note {
  readonly rule: "yaml-duplicate-key" | "yaml-1.1" | "yaml-ref-quotes";
  readonly message: string;
  readonly remedy: string;
  readonly path: Path;
  /** 0-based, in characters. */
  readonly offset: number;
}

/** What a file holds, or why it cannot be loaded. `value` is undefined only together with `error`. */
export interface Loaded {
  readonly value?: Value;
  readonly notes: readonly Note[];
  readonly error?: { readonly message: string; readonly offset?: number };
}

/** Values after aliases are followed: more are an attack, or a mistake that reads like one. */
const MAX_VALUES = 1_000_000;
/** Python's own limit is nearer to 400 than to the guard's default. */
export const PYYAML_DEEPEST = 400;
const MAX_NOTES = 100;

/** The text of a file. Bytes that are not UTF-8 are an error, as for the bundler. */
export function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
}

/** Loads JSON as Python's json does: the last of two equal keys wins. */
export function loadJson(text: string): Loaded {
  try {
    const value = fromJson(JSON.parse(text));
    return { value, notes: loadYaml(text).notes.filter(({ rule }) => rule === "yaml-duplicate-key") };
  } catch (error) {
    const message = error instanceof RangeError ? "is nested too deeply" : "is not valid JSON";
    return { notes: [], error: { message } };
  }
}

/**
 * Loads one document as PyYAML's SafeLoader does and as json.dumps and json.load then hand it on: values of YAML 1.1,
 * keys as texts, the last of two equal keys. Aliases and merge keys are followed up to a number of values.
 */
export function loadYaml(text: string): Loaded {
  const loaded = load(text, []);
  if (loaded.error === undefined) return loaded;
  const unfolded = unfold(text);
  if (unfolded === undefined) return loaded;
  const { value, notes, error } = load(unfolded.text, unfolded.regions);
  if (error !== undefined) return loaded;
  return { value: value!, notes: notes.map((note) => ({ ...note, offset: unfolded.original(note.offset) })) };
}

function load(text: string, regions: Unfolded["regions"]): Loaded {
  const notes: Note[] = [];
  try {
    refuseText(text);
    const document = compose(text);
    refuseOtherRegions(document, regions);
    return { value: new Builder(text, notes).load(document.contents), notes };
  } catch (error) {
    if (error instanceof RangeError) return { notes: [], error: { message: "is nested too deeply" } };
    if (error instanceof LoadError)
      return {
        notes: [],
        error: { message: error.message, ...(error.offset !== undefined && { offset: error.offset }) },
      };
    throw error;
  }
}

/** What was indented must be what the library reads as quoted or in brackets. */
function refuseOtherRegions(document: Document.Parsed, regions: Unfolded["regions"]): void {
  if (regions.length === 0) return;
  const ends = new Map<number, Set<number>>();
  visit(document, {
    Node(_, { range }) {
      if (range) ends.set(range[0], (ends.get(range[0]) ?? new Set()).add(range[1]));
    },
  });
  for (const [start, end] of regions)
    if (ends.get(start)?.has(end) !== true) throw new LoadError("is not valid YAML: quotes or brackets end elsewhere");
}

/** The ends of lines that YAML 1.1 has besides those of YAML 1.2: what is a comment for the one is a key for the other. */
const LINE_ENDS = /[\x85\u2028\u2029]|\r(?!\n)/g;

/** One document with every scalar as its text; throws LoadError. */
function compose(text: string): Document.Parsed {
  const document = parseDocument(text, {
    schema: "failsafe",
    uniqueKeys: false,
    merge: false,
    logLevel: "error",
    deepest: PYYAML_DEEPEST,
  });
  // PyYAML lets a comment begin right behind a token, and so does the tree here.
  const error = document.errors.find(
    ({ code, message }) => code !== "MISSING_CHAR" || !message.startsWith("Comments must be separated"),
  );
  if (error === undefined) {
    if (isEmpty(document.contents) && document.directives.docStart !== true && /^\ufeff?\.\.\.(?:\s|$)/m.test(text))
      throw new LoadError("ends a document before it begins one");
    return document;
  }
  if (isTooDeep(error)) throw new LoadError("is nested too deeply", error.pos[0]);
  throw new LoadError(
    error.code === "MULTIPLE_DOCS"
      ? "holds several documents; one file is one document"
      : `is not valid YAML: ${error.message.split("\n", 1)[0]}`,
    error.pos[0],
  );
}

function isEmpty(root: ParsedNode | null): boolean {
  return root === null || (isScalar(root) && root.range[0] === root.range[1]);
}

interface Built {
  readonly value: Value;
  readonly size: number;
}

class Builder {
  readonly #text: string;
  readonly #notes: Note[];
  readonly #anchors = new Map<string, Built | "open">();
  readonly #path: (string | number)[] = [];
  #values = 0;

  /** How many flow collections are open. */
  #flows = 0;
  /** Ends of lines of YAML 1.1 inside quotes, where they are text for both. */
  #quotedLineEnds = 0;

  constructor(text: string, notes: Note[]) {
    this.#text = text;
    this.#notes = notes;
  }

  load(root: ParsedNode | null): Value {
    const value = root === null ? null : this.build(root);
    const found = [...this.#text.matchAll(LINE_ENDS)];
    if (found.length === this.#quotedLineEnds) return value;
    const { index } = found[0]!;
    throw new LoadError(
      `holds the character ${codeOf(this.#text, index)}, which is the end of a line for PyYAML`,
      index,
    );
  }

  build(node: ParsedNode | null): Value {
    if (node === null) return this.#count(null, 1);
    if (this.#path.length > PYYAML_DEEPEST) throw new LoadError("is nested too deeply", node.range[0]);
    if (isAlias(node)) return this.#alias(node.source, node.range[0]);
    const { anchor } = node;
    if (anchor === undefined) return this.#content(node);
    this.#refuseAnchor(anchor, node.range[0]);
    this.#anchors.set(anchor, "open");
    const before = this.#values;
    const value = this.#content(node);
    this.#anchors.set(anchor, { value, size: this.#values - before });
    return value;
  }

  #refuseAnchor(name: string, offset: number): void {
    if (!/^[\w-]+$/.test(name))
      throw new LoadError(`the anchor &${name} is read in other ways by PyYAML; use letters, digits, - and _`, offset);
    if (this.#anchors.has(name))
      throw new LoadError(`the anchor &${name} is given twice, which PyYAML refuses`, offset);
  }

  #count(value: Value, size: number): Value {
    this.#values += size;
    if (this.#values > MAX_VALUES)
      throw new LoadError(`holds more than ${MAX_VALUES} values once its aliases are followed`);
    return value;
  }

  #alias(name: string, offset: number): Value {
    const built = this.#anchors.get(name);
    if (built === undefined) throw new LoadError(`*${name} names no anchor`, offset);
    if (built === "open") throw new LoadError(`*${name} is inside what it names`, offset);
    return this.#count(built.value, built.size);
  }

  #content(node: Exclude<ParsedNode, { source: string; type?: undefined }>): Value {
    const tag = node.tag;
    if (!isYamlMap(node) && !isSeq(node)) return this.#count(this.#scalar(node, false), 1);
    const isFlow = node.flow === true;
    if (isFlow) this.#flows += 1;
    const value = this.#collection(node, tag);
    if (isFlow) this.#flows -= 1;
    return value;
  }

  #collection(node: YAMLMap.Parsed | YAMLSeq.Parsed, tag: string | undefined): Value {
    if (isYamlMap(node)) {
      if (tag !== undefined && tag !== "tag:yaml.org,2002:map") throw unknownTag(tag, node.range[0]);
      return this.#map(node);
    }
    if (tag !== undefined && tag !== "tag:yaml.org,2002:seq") throw unknownTag(tag, node.range[0]);
    this.#count(null, 1);
    return node.items.map((item, index) => {
      this.#path.push(index);
      const value = this.build(item as ParsedNode);
      this.#path.pop();
      return value;
    });
  }

  #scalar(node: Scalar.Parsed, isKey: boolean): Value {
    const text = this.#textOf(node);
    const offset = node.range[0];
    try {
      if (node.tag !== undefined && node.tag !== "!") return tagged(node.tag, text, offset);
      if (node.type !== "PLAIN" || (node.tag === "!" && text === "")) return text;
      const kind = kindOfPlain(text);
      const by12 = readBy12(text);
      if (by12 !== undefined) this.#disagreement(text, by12, offset, isKey);
      else if (kind === "int" && this.#path.at(-1) === "ref" && !isKey) this.#refQuotes(text, offset);
      return kind === "text" ? text : resolvePlain(text);
    } catch (error) {
      if (error instanceof ScalarError) throw new LoadError(error.message, offset);
      throw error;
    }
  }

  /** The failsafe schema leaves texts. */
  #textOf(node: Scalar.Parsed): string {
    const text = textIn(node);
    const [start, end] = node.range;
    refuseScalar(this.#text, node, { inFlow: this.#flows > 0, isRoot: this.#path.length === 0 });
    if (node.type === "PLAIN") {
      if (this.#flows > 0 && /^[?:]/.test(text))
        throw new LoadError(`${quote(text, 60)} in brackets is read in other ways by PyYAML; quote it`, start);
    } else if (node.type === "BLOCK_LITERAL" || node.type === "BLOCK_FOLDED") {
      // The last line feed is of the text only where it is in the file.
      if (end === this.#text.length && text.endsWith("\n") && !/\n *$/.test(this.#text)) return text.slice(0, -1);
    } else {
      this.#quotedLineEnds +=
        this.#text.slice(start, end).match(/(?<![ \t\r\n])[\u2028\u2029](?![ \t\r\n])/g)?.length ?? 0;
    }
    return text;
  }

  #disagreement(text: string, by12: string, offset: number, isKey: boolean): void {
    if (!isKey && this.#path.at(-1) === "ref") return this.#refQuotes(text, offset);
    const shown = quote(text, 60);
    const message = `${isKey ? "the key " : ""}${shown} without quotes is ${readByPyYaml(text)} for PyYAML and ${by12} for a YAML 1.2 parser`;
    this.#note(
      "yaml-1.1",
      message,
      "Quote it where a text is meant, and write true or false, or a plain decimal number, otherwise.",
      offset,
    );
  }

  #refQuotes(text: string, offset: number): void {
    const shown = quote(text, 60);
    this.#note(
      "yaml-ref-quotes",
      `the ref ${shown} reads as a number in some YAML parser`,
      `Quote it: ref: '${shorten(text, 64)}'.`,
      offset,
    );
  }

  #note(rule: Note["rule"], message: string, remedy: string, offset: number): void {
    if (this.#notes.length < MAX_NOTES) this.#notes.push({ rule, message, remedy, path: [...this.#path], offset });
  }

  #map(node: YAMLMap.Parsed): Value {
    this.#count(null, 1);
    const own = Object.create(null) as Record<string, Value>;
    const merged: Value[] = [];
    for (const [index, { key, value }] of node.items.entries()) {
      if (isMergeKey(key)) {
        merged.push(...this.#mergedMaps(value));
        continue;
      }
      refuseKey(this.#text, node, key, node.items[index + 1]?.key);
      const name = this.#key(key);
      this.#path.push(name);
      if (name in own)
        this.#note(
          "yaml-duplicate-key",
          `the key ${JSON.stringify(name)} is given twice; the last one counts`,
          "Remove one of them.",
          key.range[0],
        );
      own[name] = this.build(value);
      this.#path.pop();
    }
    return merged.length === 0 ? own : this.#withMerged(merged, own);
  }

  /** What a merge key brings: the maps in the order of their weight, the heaviest first. */
  #mergedMaps(node: ParsedNode | null): readonly Value[] {
    const value = this.build(node);
    const maps = isList(value) ? value : [value];
    if (maps.every(isMap)) return maps;
    throw new LoadError("<< takes a map or a list of maps", node?.range[0]);
  }

  #withMerged(merged: readonly Value[], own: Record<string, Value>): Value {
    const all = Object.create(null) as Record<string, Value>;
    for (const map of merged.toReversed()) {
      const entries = Object.entries(map as Record<string, Value>);
      this.#count(null, entries.length);
      for (const [key, value] of entries) all[key] = value;
    }
    return Object.assign(all, own) as Value;
  }

  /** `=` is a value that PyYAML cannot construct, but as a key it is a text. */
  #keyScalar(node: Scalar.Parsed): Value {
    const isEquals = node.type === "PLAIN" && node.tag === undefined && node.value === "=";
    return isEquals ? this.#textOf(node) : this.#scalar(node, true);
  }

  #key(node: ParsedNode | null): string {
    if (node === null) return "null";
    const value = isAlias(node)
      ? this.#alias(node.source, node.range[0])
      : isScalar(node)
        ? this.#keyScalar(node as Scalar.Parsed)
        : undefined;
    if (value === undefined || isMap(value) || isList(value))
      throw new LoadError("a map or a list cannot be a key", node.range[0]);
    if (isNotJson(value))
      throw new LoadError(
        `the key ${value.text} is a date for PyYAML, and JSON has no such key; quote it`,
        node.range[0],
      );
    if (isScalar(node) && node.anchor !== undefined) {
      this.#refuseAnchor(node.anchor, node.range[0]);
      this.#anchors.set(node.anchor, { value, size: 1 });
    }
    return jsonKey(
      value,
      isScalar(node) && node.type === "PLAIN" && kindOfPlain(textIn(node as Scalar.Parsed)) === "float",
    );
  }
}

function textIn(node: Scalar.Parsed): string {
  return typeof node.value === "string" ? node.value : "";
}

function isMergeKey(node: ParsedNode | null): boolean {
  return isScalar(node) && node.type === "PLAIN" && node.value === "<<" && node.tag === undefined;
}

/** json.dumps turns keys into texts. */
function jsonKey(value: null | boolean | number | string, float: boolean): string {
  return float && Number.isInteger(value) ? `${String(value)}.0` : String(value);
}

const CORE = "tag:yaml.org,2002:";

function tagged(tag: string, text: string, offset: number): Value {
  if (tag === `${CORE}str`) return text;
  const kind = kindOfPlain(text);
  if (tag === `${CORE}null`) return null;
  if ((tag === `${CORE}int` && kind === "int") || (tag === `${CORE}bool` && kind === "bool")) return resolvePlain(text);
  if (tag === `${CORE}float` && (kind === "float" || kind === "int")) return resolvePlain(text);
  throw unknownTag(tag, offset);
}

function unknownTag(tag: string, offset: number): LoadError {
  return new LoadError(`the tag ${quote(tag)} has no JSON value here`, offset);
}
