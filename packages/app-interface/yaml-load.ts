import { quote, shorten } from "@release-actions/text";
import { isUtf8 } from "node:buffer";
import type { Document, ParsedNode, Scalar, YAMLMap } from "@release-actions/yaml";
import { fromJson, isList, isMap, isNotJson, type Path, type Value } from "./value.ts";
import { loadPlainly } from "./yaml-fast.ts";
import { kindOfPlain, readBy12, readByPyYaml, resolvePlain, ScalarError } from "./yaml-scalar.ts";

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

type Yaml = typeof import("@release-actions/yaml");

/** Values after aliases are followed: more are an attack, or a mistake that reads like one. */
const MAX_VALUES = 1_000_000;
const MAX_DEPTH = 400;
const MAX_NOTES = 100;

class LoadError extends Error {
  readonly offset: number | undefined;
  constructor(message: string, offset?: number) {
    super(message);
    this.offset = offset;
  }
}

/** The text of a file. Bytes that are no UTF-8 are an error, as for the bundler. */
export function textOf(bytes: Buffer): string | undefined {
  return isUtf8(bytes) ? bytes.toString("utf8") : undefined;
}

/** Loads JSON as Python's json does: the last of two equal keys wins. */
export function loadJson(yaml: Yaml, text: string): Loaded {
  try {
    const value = fromJson(JSON.parse(text));
    return { value, notes: loadYaml(yaml, text).notes.filter(({ rule }) => rule === "yaml-duplicate-key") };
  } catch (error) {
    const message = error instanceof RangeError ? "is nested too deeply" : "is not valid JSON";
    return { notes: [], error: { message } };
  }
}

/**
 * Loads one document as PyYAML's SafeLoader does and as json.dumps and json.load then hand it on: values of YAML 1.1,
 * keys as texts, the last of two equal keys. Aliases and merge keys are followed up to a number of values.
 */
export function loadYaml(yaml: Yaml, text: string): Loaded {
  const plain = loadPlainly(text);
  return plain === undefined ? loadWhole(yaml, text) : { ...plain, notes: [] };
}

/** The same with the whole parser, for every file. */
export function loadWhole(yaml: Yaml, text: string): Loaded {
  const notes: Note[] = [];
  try {
    const document = compose(yaml, text);
    const value = document.contents === null ? null : new Builder(yaml, notes).build(document.contents as ParsedNode);
    return { value, notes };
  } catch (error) {
    if (error instanceof RangeError) return { notes: [], error: { message: "is nested too deeply" } };
    if (error instanceof LoadError) return { notes: [], error: { message: error.message, ...(error.offset !== undefined && { offset: error.offset }) } };
    throw error;
  }
}

/** One document with every scalar as its text; throws LoadError. */
function compose(yaml: Yaml, text: string): Document.Parsed {
  const document = yaml.parseDocument(text, { schema: "failsafe", uniqueKeys: false, merge: false, logLevel: "error", deepest: MAX_DEPTH });
  const error = document.errors[0];
  if (error === undefined) return document;
  if (yaml.isTooDeep(error)) throw new LoadError("is nested too deeply", error.pos[0]);
  throw new LoadError(error.code === "MULTIPLE_DOCS" ? "holds several documents; one file is one document" : `is not valid YAML: ${error.message.split("\n", 1)[0]}`, error.pos[0]);
}

interface Built {
  readonly value: Value;
  readonly size: number;
}

class Builder {
  readonly #yaml: Yaml;
  readonly #notes: Note[];
  readonly #anchors = new Map<string, Built | "open">();
  readonly #path: (string | number)[] = [];
  #values = 0;

  constructor(yaml: Yaml, notes: Note[]) {
    this.#yaml = yaml;
    this.#notes = notes;
  }

  build(node: ParsedNode | null): Value {
    if (node === null) return this.#count(null, 1);
    if (this.#path.length > MAX_DEPTH) throw new LoadError("is nested too deeply", node.range[0]);
    if (this.#yaml.isAlias(node)) return this.#alias(node.source, node.range[0]);
    const { anchor } = node;
    if (anchor === undefined) return this.#content(node);
    this.#anchors.set(anchor, "open");
    const before = this.#values;
    const value = this.#content(node);
    this.#anchors.set(anchor, { value, size: this.#values - before });
    return value;
  }

  #count(value: Value, size: number): Value {
    this.#values += size;
    if (this.#values > MAX_VALUES) throw new LoadError(`holds more than ${MAX_VALUES} values once its aliases are followed`);
    return value;
  }

  #alias(name: string, offset: number): Value {
    const built = this.#anchors.get(name);
    if (built === undefined) throw new LoadError(`*${name} names no anchor`, offset);
    if (built === "open") throw new LoadError(`*${name} stands inside what it names`, offset);
    return this.#count(built.value, built.size);
  }

  #content(node: Exclude<ParsedNode, { source: string; type?: undefined }>): Value {
    const { isMap: isYamlMap, isSeq } = this.#yaml;
    const tag = node.tag;
    if (isYamlMap(node)) {
      if (tag !== undefined && tag !== "tag:yaml.org,2002:map") throw unknownTag(tag, node.range![0]);
      return this.#map(node as YAMLMap.Parsed);
    }
    if (isSeq(node)) {
      if (tag !== undefined && tag !== "tag:yaml.org,2002:seq") throw unknownTag(tag, node.range![0]);
      this.#count(null, 1);
      return (node.items as ParsedNode[]).map((item, index) => {
        this.#path.push(index);
        const value = this.build(item);
        this.#path.pop();
        return value;
      });
    }
    return this.#count(this.#scalar(node as Scalar.Parsed, false), 1);
  }

  #scalar(node: Scalar.Parsed, isKey: boolean): Value {
    const text = textIn(node);
    const offset = node.range[0];
    try {
      if (node.tag !== undefined && node.tag !== "!") return tagged(node.tag, text, offset);
      if (node.type !== "PLAIN" || node.tag === "!") return text;
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

  #disagreement(text: string, by12: string, offset: number, isKey: boolean): void {
    if (!isKey && this.#path.at(-1) === "ref") return this.#refQuotes(text, offset);
    const shown = quote(text, 60);
    const message = `${isKey ? "the key " : ""}${shown} without quotes is ${readByPyYaml(text)} for PyYAML and ${by12} for a YAML 1.2 parser`;
    this.#note("yaml-1.1", message, "Quote it where a text is meant, and write true or false, or a plain decimal number, otherwise.", offset);
  }

  #refQuotes(text: string, offset: number): void {
    const shown = quote(text, 60);
    this.#note("yaml-ref-quotes", `the ref ${shown} reads as a number in some YAML parser`, `Quote it: ref: '${shorten(text, 64)}'.`, offset);
  }

  #note(rule: Note["rule"], message: string, remedy: string, offset: number): void {
    if (this.#notes.length < MAX_NOTES) this.#notes.push({ rule, message, remedy, path: [...this.#path], offset });
  }

  #map(node: YAMLMap.Parsed): Value {
    this.#count(null, 1);
    const own = Object.create(null) as Record<string, Value>;
    const merged: Value[] = [];
    for (const { key, value } of node.items) {
      if (isMergeKey(this.#yaml, key)) {
        merged.push(...this.#mergedMaps(value));
        continue;
      }
      const name = this.#key(key);
      this.#path.push(name);
      if (name in own) this.#note("yaml-duplicate-key", `the key ${JSON.stringify(name)} is given twice; the last one counts`, "Remove one of them.", key.range[0]);
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

  #key(node: ParsedNode | null): string {
    if (node === null) return "null";
    const { isAlias, isScalar } = this.#yaml;
    const value = isAlias(node) ? this.#alias(node.source, node.range[0]) : isScalar(node) ? this.#scalar(node as Scalar.Parsed, true) : undefined;
    if (value === undefined || isMap(value) || isList(value)) throw new LoadError("a map or a list cannot be a key", node.range[0]);
    if (isNotJson(value)) throw new LoadError(`the key ${value.text} is a date for PyYAML, and JSON has no such key; quote it`, node.range[0]);
    if (isScalar(node) && node.anchor !== undefined) this.#anchors.set(node.anchor, { value, size: 1 });
    return jsonKey(value, isScalar(node) && node.type === "PLAIN" && kindOfPlain(textIn(node as Scalar.Parsed)) === "float");
  }
}

/** The failsafe schema leaves texts. */
function textIn(node: Scalar.Parsed): string {
  return typeof node.value === "string" ? node.value : "";
}

function isMergeKey({ isScalar }: Yaml, node: ParsedNode | null): boolean {
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
