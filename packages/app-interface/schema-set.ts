import { DRAFT_06, DRAFT_06_URL } from "./draft06.ts";
import { compile } from "./schema-compile.ts";
import { no, pathOf, type Check, type Compiler, type Mismatch } from "./schema-check.ts";
import { at, isMap, type Value } from "./value.ts";

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
export interface Resolved {
  readonly base: string;
  readonly schema: Value;
}

export function schemaSet(schemas: ReadonlyMap<string, Value>): SchemaSet {
  const cells = new Map<string, { check?: Check }>();
  const inline = new Map<Value, Check>();
  const faults = new Map<string, Set<string>>();
  const pending: (() => void)[] = [];

  const compilerFor = (document: string): Compiler => ({
    refer(base, ref) {
      const resolved = resolve(schemas, base, ref);
      if (resolved !== undefined) return cellOf(resolved, ref.includes("#") ? ref.slice(ref.indexOf("#") + 1) : "");
      this.fault(`$ref ${ref} leads nowhere`);
      return () => true;
    },
    peek: (base, ref) => resolve(schemas, base, ref)?.schema,
    fault(message) {
      faults.set(document, (faults.get(document) ?? new Set()).add(message));
    },
  });

  /** A schema of the wrong form lets nothing in; the meta schema says what is wrong with it. */
  const compiled = (schema: Value, base: string): Check => {
    try {
      return compile(schema, base, compilerFor(base));
    } catch (error) {
      if (!(error instanceof TypeError)) throw error;
      return (_, spot, report) => no(report, spot, `the schema ${base} cannot be understood`);
    }
  };

  /** Schemas refer to each other in circles: a reference is a cell, which is filled once its user is compiled. */
  const cellOf = ({ base, schema }: Resolved, pointer: string): Check => {
    const key = `${base}\n${pointer}`;
    let cell = cells.get(key);
    if (cell === undefined) {
      const fresh: { check?: Check } = {};
      cells.set(key, (cell = fresh));
      pending.push(() => (fresh.check = compiled(schema, base)));
    }
    const filled = cell;
    return (value, spot, report) => filled.check!(value, spot, report);
  };

  const settled = (check: Check): Check => {
    for (let next = pending.pop(); next !== undefined; next = pending.pop()) next();
    return check;
  };
  const root = (path: string): Check => settled(cellOf({ base: path, schema: documentAt(schemas, path)! }, ""));

  return {
    paths: new Set(schemas.keys()),
    has: (path) => schemas.has(path) || isDraft06(path),
    get: (path) => schemas.get(path),
    mismatches: (path, value) => run(root(path), value),
    mismatchesOf(base, schema, value) {
      let check = inline.get(schema);
      if (check === undefined) inline.set(schema, (check = settled(compiled(schema, base))));
      return run(check, value);
    },
    faults(path) {
      root(path);
      return [...(faults.get(path) ?? [])];
    },
  };
}

const MAX_MISMATCHES = 200;

function run(check: Check, value: Value): readonly Mismatch[] {
  if (check(value)) return [];
  const found: Mismatch[] = [];
  check(value, undefined, ({ spot, what, message }) => {
    if (found.length < MAX_MISMATCHES) found.push({ path: pathOf(spot), what: what ?? "value", message });
  });
  return found;
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
