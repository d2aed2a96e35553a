import { validate } from "@cfworker/json-schema";
import { DRAFT_06, DRAFT_06_URL } from "./draft06.ts";
import type { Mismatch } from "./finding.ts";
import {
  compile,
  hasDate,
  isBase,
  TRUE_SCHEMA,
  unusable,
  withoutDates,
  type Compiled,
  type CompileContext,
  type CompiledSchema,
} from "./schema-compile.ts";
import { explain } from "./schema-explain.ts";
import { at, isMap, show, type Value } from "./value.ts";

/** The schemas of one validation, by their paths. Each is compiled when it is first used, without generated code. */
export interface SchemaSet {
  readonly paths: ReadonlySet<string>;
  has(path: string): boolean;
  get(path: string): Value | undefined;
  /** All mismatches with the schema at `path`, which must exist. */
  mismatches(path: string, value: Value): readonly Mismatch[];
  /** The same for a schema inside another one, at `base`. */
  mismatchesOf(base: string, schema: Value, value: Value): readonly Mismatch[];
  /** Why a schema cannot be used: a pattern that cannot be understood, a reference that leads nowhere. */
  faults(path: string): readonly string[];
}

/** A schema and the document that it is in. */
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
  const plain = new SchemaCompiler(schemas, false, fault);
  const dated = new SchemaCompiler(schemas, true, fault);
  const document = (path: string): Resolved => ({ base: path, schema: documentAt(schemas, path)! });
  const mismatches = (id: unknown, resolved: Resolved, value: Value): readonly Mismatch[] =>
    mismatchesBy((dates) => (dates ? dated : plain).compile(id, resolved), value);
  return {
    paths: new Set(schemas.keys()),
    has: (path) => schemas.has(path) || isDraft06(path),
    get: (path) => schemas.get(path),
    mismatches: (path, value) => mismatches(path, document(path), value),
    mismatchesOf: (base, schema, value) => mismatches(schema, { base, schema }, value),
    faults(path) {
      // Another schema may be the only one that leads to a part of this one.
      for (const name of schemas.keys()) plain.compile(name, document(name));
      return [...(faults.get(path) ?? [])];
    },
  };
}

/** Compiles each schema once. Ids are paths of documents, references to parts of them, and inline schemas themselves. */
class SchemaCompiler {
  readonly #compiled = new Map<unknown, CompiledSchema>();
  readonly #pending: (() => void)[] = [];
  readonly #schemas: ReadonlyMap<string, Value>;
  readonly #dates: boolean;
  readonly #fault: Fault;

  constructor(schemas: ReadonlyMap<string, Value>, dates: boolean, fault: Fault) {
    this.#schemas = schemas;
    this.#dates = dates;
    this.#fault = fault;
  }

  /** The schema with everything that it refers to. */
  compile(id: unknown, resolved: Resolved): CompiledSchema {
    const ref = at(resolved.schema, "$ref");
    const compiled = typeof ref === "string" ? this.#refer(resolved.base, ref) : this.#begin(id, resolved);
    for (let next = this.#pending.pop(); next !== undefined; next = this.#pending.pop()) next();
    return compiled === true ? TRUE_SCHEMA : compiled;
  }

  /** Schemas refer to each other in cycles, so each exists before it is filled. Until then it rejects every value. */
  #begin(id: unknown, { base, schema }: Resolved): CompiledSchema {
    const known = this.#compiled.get(id);
    if (known !== undefined) return known;
    const target = unusable(base);
    this.#compiled.set(id, target);
    this.#pending.push(() => Object.assign(target, this.#compileOne(base, schema)));
    return target;
  }

  /** A schema of the wrong form rejects every value; the meta schema reports what is wrong with it. */
  #compileOne(base: string, schema: Value): CompiledSchema {
    const context: CompileContext = {
      refer: (ref) => this.#refer(base, ref),
      fault: (message) => this.#fault(base, message),
      isRoot: documentAt(this.#schemas, base) === schema,
      dates: this.#dates,
    };
    try {
      const compiled = compile(schema, context);
      return compiled === true ? TRUE_SCHEMA : compiled;
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return unusable(base);
    }
  }

  /** Follows a reference, and references behind it, to a schema. */
  #refer(base: string, ref: string): Compiled {
    const passed = new Set<Value>();
    for (let here = base, to = ref; ;) {
      const resolved = resolve(this.#schemas, here, to);
      if (typeof resolved === "string") {
        this.#fault(here, `$ref ${to} ${resolved}`);
        return true;
      }
      const next = at(resolved.schema, "$ref");
      if (typeof next !== "string") return this.#begin(idOf(resolved.base, to), resolved);
      if (passed.has(resolved.schema)) {
        this.#fault(here, `$ref ${to} leads back to itself`);
        return unusable(here);
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

/** The library's verdict decides. A value that it cannot validate, or that we cannot explain, is a mismatch as well. */
function mismatchesBy(schemaFor: (dates: boolean) => CompiledSchema, value: Value): readonly Mismatch[] {
  const whole = (message: string): Mismatch[] => [{ path: [], what: "value", message }];
  try {
    const dates = hasDate(value);
    const schema = schemaFor(dates);
    const instance = dates ? withoutDates(value) : value;
    if (validate(instance, schema, "7", {}, true).valid) return [];
    const { errors } = validate(instance, schema, "7", {}, false);
    const found = explain(errors, { value, schema });
    return found.length > 0 ? found : whole(`${show(value)} does not fit the schema`);
  } catch (error) {
    // The library writes locations as URIs, which cannot hold half of a surrogate pair.
    if (error instanceof URIError) return whole("a key holds half of a surrogate pair, so it cannot be validated");
    if (error instanceof RangeError)
      return whole(
        "it cannot be validated: it is nested too deeply, has too many mismatches, or its schema has no end",
      );
    throw error;
  }
}

export function isDraft06(url: string): boolean {
  return url === DRAFT_06_URL || url === `${DRAFT_06_URL}#`;
}
function documentAt(schemas: ReadonlyMap<string, Value>, path: string): Value | undefined {
  return schemas.get(path) ?? (isDraft06(path) ? DRAFT_06 : undefined);
}

const NOWHERE = "leads nowhere";

/**
 * What `ref` leads to from the document `base`: a path from the root, a path relative to the document, a part of it by
 * a JSON pointer. A text says why it leads nowhere.
 */
function resolve(schemas: ReadonlyMap<string, Value>, base: string, ref: string): Resolved | string {
  const hash = ref.indexOf("#");
  const document = hash < 0 ? ref : ref.slice(0, hash);
  if (document !== "" && movesBase(documentAt(schemas, base), document))
    return "is not followed: the $id of its schema changes where it leads";
  const path =
    document === ""
      ? base
      : document.startsWith("/") || document.startsWith("http")
        ? document
        : base.slice(0, base.lastIndexOf("/") + 1) + document;
  let schema = documentAt(schemas, path);
  if (schema === undefined) return NOWHERE;
  const pointer = hash < 0 ? "" : decode(ref.slice(hash + 1));
  if (pointer !== "" && !pointer.startsWith("/"))
    return "is not followed: behind # only a path is, which begins with a slash";
  for (const part of pointer.split("/").slice(1)) {
    const key = part.replaceAll("~1", "/").replaceAll("~0", "~");
    schema = isMap(schema)
      ? at(schema, key)
      : Array.isArray(schema) && /^(?:0|[1-9][0-9]*)$/.test(key)
        ? (schema as Value[])[Number(key)]
        : undefined;
    if (schema === undefined) return NOWHERE;
    if (isMap(schema) && isBase(schema["$id"])) return "is not followed: an $id on the way changes where it leads";
  }
  return { base: path, schema };
}

/** Whether the document's own `$id` makes a reference to another document lead elsewhere than its path does. */
function movesBase(schema: Value | undefined, document: string): boolean {
  const id = at(schema, "$id");
  if (!isBase(id) || document.startsWith("http")) return false;
  return !(document.startsWith("/") && id.startsWith("/") && !id.startsWith("//"));
}

function decode(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
