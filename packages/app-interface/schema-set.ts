import { validate } from "@cfworker/json-schema";
import { DRAFT_06, DRAFT_06_URL } from "./draft06.ts";
import type { Mismatch } from "./finding.ts";
import {
  ANYTHING,
  broken,
  compile,
  hasDate,
  withoutDates,
  type Compiler,
  type Judge,
  type Judged,
} from "./schema-compile.ts";
import { explain } from "./schema-explain.ts";
import { at, isMap, show, type Value } from "./value.ts";

/** The schemas of one validation, by their paths; compiled when they are first used, without generated code. */
export interface SchemaSet {
  readonly paths: ReadonlySet<string>;
  has(path: string): boolean;
  get(path: string): Value | undefined;
  /** All mismatches with the schema at `path`, which must be there. */
  mismatches(path: string, value: Value): readonly Mismatch[];
  /** The same for a schema that stands inside another one, at `base`. */
  mismatchesOf(base: string, schema: Value, value: Value): readonly Mismatch[];
  /** Why a schema cannot be used: a pattern or a reference in it that leads nowhere. */
  faults(path: string): readonly string[];
}

/** A document and the schema in it that a reference leads to. */
interface Resolved {
  readonly base: string;
  readonly schema: Value;
}

type Fault = (document: string, message: string) => void;

export function schemaSet(schemas: ReadonlyMap<string, Value>): SchemaSet {
  const faults = new Map<string, Set<string>>();
  const fault: Fault = (document, message) => {
    faults.set(document, (faults.get(document) ?? new Set()).add(message));
  };
  const plain = new Judges(schemas, false, fault);
  const dated = new Judges(schemas, true, fault);
  const whole = (path: string): Resolved => ({ base: path, schema: documentAt(schemas, path)! });
  const mismatches = (id: unknown, resolved: Resolved, value: Value): readonly Mismatch[] =>
    judged(value, (dates) => (dates ? dated : plain).judge(id, resolved));
  return {
    paths: new Set(schemas.keys()),
    has: (path) => schemas.has(path) || isDraft06(path),
    get: (path) => schemas.get(path),
    mismatches: (path, value) => mismatches(path, whole(path), value),
    mismatchesOf: (base, schema, value) => mismatches(schema, { base, schema }, value),
    faults(path) {
      plain.judge(path, whole(path));
      return [...(faults.get(path) ?? [])];
    },
  };
}

/** Compiles schemas, each once: whole ones by their paths, parts by what refers to them. */
class Judges {
  readonly #known = new Map<unknown, Judge>();
  readonly #pending: (() => void)[] = [];
  readonly #schemas: ReadonlyMap<string, Value>;
  readonly #dates: boolean;
  readonly #fault: Fault;

  constructor(schemas: ReadonlyMap<string, Value>, dates: boolean, fault: Fault) {
    this.#schemas = schemas;
    this.#dates = dates;
    this.#fault = fault;
  }

  /** The schema that is known as `id`, with all that it refers to. */
  judge(id: unknown, resolved: Resolved): Judge {
    const ref = at(resolved.schema, "$ref");
    const judged = typeof ref === "string" ? this.#refer(resolved.base, ref) : this.#begin(id, resolved);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) next();
    return judged === true ? ANYTHING : judged;
  }

  /** Schemas refer to each other in circles, so each is there before it is filled; until then it lets nothing in. */
  #begin(id: unknown, { base, schema }: Resolved): Judge {
    const known = this.#known.get(id);
    if (known !== undefined) return known;
    const judge = broken(base);
    this.#known.set(id, judge);
    this.#pending.push(() => Object.assign(judge, this.#compile(base, schema)));
    return judge;
  }

  /** A schema of the wrong form lets nothing in; the meta schema says what is wrong with it. */
  #compile(base: string, schema: Value): Judge {
    const compiler: Compiler = {
      refer: (ref) => this.#refer(base, ref),
      fault: (message) => this.#fault(base, message),
      dates: this.#dates,
    };
    try {
      const judged = compile(schema, compiler);
      return judged === true ? ANYTHING : judged;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return broken(base);
    }
  }

  /** What a reference leads to, and where that is one itself, what it leads to. */
  #refer(base: string, ref: string): Judged {
    const passed = new Set<Value>();
    for (let here = base, to = ref; ;) {
      const resolved = resolve(this.#schemas, here, to);
      if (resolved === undefined) {
        this.#fault(here, `$ref ${to} leads nowhere`);
        return true;
      }
      const next = at(resolved.schema, "$ref");
      if (typeof next !== "string") return this.#begin(idOf(resolved.base, to), resolved);
      if (passed.has(resolved.schema)) {
        this.#fault(here, `$ref ${to} leads back to itself`);
        return broken(here);
      }
      passed.add(resolved.schema);
      [here, to] = [resolved.base, next];
    }
  }
}

function idOf(base: string, ref: string): string {
  const hash = ref.indexOf("#");
  return hash < 0 || hash === ref.length - 1 ? base : `${base}#${ref.slice(hash + 1)}`;
}

/** The library's verdict decides. Whatever keeps it from one, or keeps us from explaining it, is a mismatch too. */
function judged(value: Value, judgeFor: (dates: boolean) => Judge): readonly Mismatch[] {
  const says = (message: string): Mismatch[] => [{ path: [], what: "value", message }];
  try {
    const dates = hasDate(value);
    const judge = judgeFor(dates);
    const instance = dates ? withoutDates(value) : value;
    if (validate(instance, judge, "7", {}, true).valid) return [];
    const { errors } = validate(instance, judge, "7", {}, false);
    const found = explain(errors, { value, judge });
    return found.length > 0 ? found : says(`${show(value)} does not fit the schema`);
  } catch (error) {
    // The library's pointers are URIs, which halves of surrogate pairs cannot be part of.
    if (error instanceof URIError) return says("a key holds half of a surrogate pair, so it cannot be validated");
    if (error instanceof RangeError)
      return says("it cannot be validated: it is nested too deeply, has too many mismatches, or its schema has no end");
    throw error;
  }
}

export function isDraft06(url: string): boolean {
  return url === DRAFT_06_URL || url === `${DRAFT_06_URL}#`;
}
function documentAt(schemas: ReadonlyMap<string, Value>, path: string): Value | undefined {
  return schemas.get(path) ?? (isDraft06(path) ? DRAFT_06 : undefined);
}

/** What `ref` leads to from the document `base`: a path from the root, a path beside the document, a place in it. */
function resolve(schemas: ReadonlyMap<string, Value>, base: string, ref: string): Resolved | undefined {
  const hash = ref.indexOf("#");
  const document = hash < 0 ? ref : ref.slice(0, hash);
  const path =
    document === ""
      ? base
      : document.startsWith("/") || document.startsWith("http")
        ? document
        : base.slice(0, base.lastIndexOf("/") + 1) + document;
  let schema = documentAt(schemas, path);
  if (schema === undefined) return undefined;
  const pointer = hash < 0 ? "" : decode(ref.slice(hash + 1));
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    schema = isMap(schema) ? at(schema, key) : Array.isArray(schema) ? (schema as Value[])[Number(key)] : undefined;
    if (schema === undefined) return undefined;
  }
  return { base: path, schema };
}

function decode(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
