import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { checkTree, openTree, type Finding, type Value } from "./index.ts";
import { loadYaml } from "@release-actions/yaml/pyyaml";
import { fromJson, isNotJson } from "@release-actions/yaml/value";
import { pythonPattern } from "./python-pattern.ts";
import { schemaSet } from "./schema-set.ts";
import { ALIKE, REFUSED, STRICTER } from "../yaml/fixtures/pyyaml-documents.ts";
import { QONTRACT_PYTHON } from "../../test/installed.ts";
import { path, ring } from "../../test/rings.ts";
import { mutated, QUIRKS, type Mutated } from "../../test/worlds/app-interface-mutations.ts";
import { appInterfaceTree, writeFiles } from "../../test/worlds/app-interface.ts";

const DATA = join(import.meta.dirname, "../../../shared/data/app-interface");
const TREES = 300;

interface Theirs {
  readonly abort?: string;
  readonly errors: readonly { readonly kind: string; readonly name: string; readonly rule: string }[];
}

function reference(request: unknown): string {
  const { stdout, stderr, status } = spawnSync(QONTRACT_PYTHON, [join(import.meta.dirname, "fixtures/reference.py")], {
    input: JSON.stringify(request),
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/** A file that only one of the two rejects, and its reasons. */
interface Difference {
  readonly by: "ours" | "theirs";
  readonly file: string;
  readonly rules: readonly string[];
}

/**
 * Where the verdict on a file differs from that of qontract-validator 0.1.0 (June 2023, the last one on PyPI), and why
 * that is right. What its repository decided since then is in its own cases, which fixtures.test.ts runs.
 */
const REASONS: readonly { readonly why: string; readonly holds: (difference: Difference) => boolean }[] = [
  {
    why: "0.1.0 asks for no schema of a reference where a oneOf offers the value or the reference; since 2025 it does",
    holds: ({ by, file, rules }) =>
      by === "ours" && file.includes("/cicd/saas-") && rules.every((rule) => rule === "INCORRECT_SCHEMA"),
  },
  {
    why: "0.1.0 validates every resource that has $schema somewhere; since 2025 one whose header the bundler finds. The others are warned of (resource-header)",
    holds: ({ by, file, rules }) =>
      by === "theirs" && file === "/added.yml" && rules.every((rule) => rule === "VALIDATION_ERROR"),
  },
];

/** A duplicate is reported for one of its files, and which one depends on how a directory is listed. */
function byFile(
  all: readonly { readonly kind: string; readonly name: string; readonly rule: string }[],
): Map<string, string[]> {
  const files = new Map<string, string[]>();
  for (const { kind, name, rule } of all) {
    const file = kind === "UNIQUE" ? "a duplicate" : name;
    files.set(file, [...(files.get(file) ?? []), rule]);
  }
  return files;
}

/** When 0.1.0 gives up, it names no file: then the verdict on the tree is compared. */
function differences({ abort, errors }: Theirs, ours: readonly Finding[]): Difference[] {
  if (abort !== undefined) return ours.length > 0 ? [] : [{ by: "theirs", file: "", rules: [abort] }];
  const [here, there] = [byFile(ours), byFile(errors)];
  return [
    ...[...here].filter(([file]) => !there.has(file)).map(([file, rules]): Difference => ({ by: "ours", file, rules })),
    ...[...there]
      .filter(([file]) => !here.has(file))
      .map(([file, rules]): Difference => ({ by: "theirs", file, rules })),
  ];
}

ring(
  "qontract-validator 0.1.0",
  [path("qontract-validator", QONTRACT_PYTHON), path("the schemas", DATA, "reference data in ../shared/data")],
  () => {
    let root: string;
    beforeAll(() => {
      root = mkdtempSync(join(tmpdir(), "app-interface-"));
    });
    afterAll(() => rmSync(root, { recursive: true, force: true }));

    test("domain.md 4.2: plain scalars are read as PyYAML reads them", () => {
      const theirs = JSON.parse(reference({ scalars: QUIRKS })) as (string | null)[];
      const ours = QUIRKS.map((text) => {
        const { value, error } = loadYaml(`key: ${text}\n`);
        // A date cannot be put into the bundle.
        if (isNotJson(value === undefined ? null : (value as { key: Value }).key)) return null;
        return error === undefined
          ? JSON.stringify((value as { key: unknown }).key, (_, inner: unknown) =>
              typeof inner === "number" && !Number.isFinite(inner) ? String(inner) : inner,
            )
          : null;
      });
      const differing = QUIRKS.flatMap((text, index) =>
        same(theirs[index]!, ours[index]!) ? [] : [[text, theirs[index], ours[index]]],
      );
      expect(differing).toEqual([]);
    });

    test("domain.md 4.2: documents are read as PyYAML reads them, or are rejected", () => {
      const texts = [ALIKE, REFUSED, STRICTER].map((list) => list.map(([text]) => text));
      const theirs = texts.map((documents) => JSON.parse(reference({ documents })) as (string | null)[]);
      const read = (all: readonly (string | null)[]): unknown[] =>
        all.map((one): unknown => (one === null ? null : JSON.parse(one)));
      expect(read(theirs[0]!)).toEqual(ALIKE.map(([, value]) => value));
      expect(theirs[1]).toEqual(REFUSED.map(() => null));
      expect(theirs[2]).not.toContain(null);
    });

    test("domain.md 4.2: patterns find what Python's find", () => {
      const texts = [
        "",
        "main",
        "main\n",
        "main\n\n",
        "a-b_c.d",
        "1.2",
        "1d2h",
        "/a/b",
        "/a b/",
        "SELECT 1;",
        "select *\nfrom x;",
        "é",
        "٣",
        "a\u2028b",
        "a.b@c",
        "[bot]",
        "x[bot]",
        "%",
        "https://x/y",
        "https://docs.google.com/a",
        "ai-x",
        "0".repeat(40),
        'A="b"',
        " ",
        "\t",
        "{a}",
        "]",
        "\ufeff",
        "𝒳",
      ];
      const pairs = [...PATTERNS, ...patternsOf(join(DATA, "schemas"))].map((pattern): [string, string[]] => [
        pattern,
        texts,
      ]);
      const theirs = JSON.parse(reference({ patterns: pairs })) as (boolean[] | null)[];
      expect(pairs.length).toBeGreaterThan(PATTERNS.length + 40);
      expect(pairs.map(([pattern]) => [pattern, found(pattern, texts)])).toEqual(
        pairs.map(([pattern], index) => [pattern, theirs[index]]),
      );
    });

    test("schemas of draft-06 accept what jsonschema accepts", () => {
      const pairs = KEYWORDS.map((schema) => [schema, VALUES]);
      const theirs = JSON.parse(reference({ draft06: pairs })) as boolean[][];
      const ours = KEYWORDS.map((schema) => {
        const set = schemaSet(new Map([["/s", fromJson(schema)]]));
        return VALUES.map((value) => set.mismatches("/s", fromJson(value)).length === 0);
      });
      const differing = KEYWORDS.flatMap((schema, row) =>
        VALUES.flatMap((value, column) =>
          ours[row]![column] === theirs[row]![column] ? [] : [[schema, value, theirs[row]![column]]],
        ),
      );
      expect(differing).toEqual([]);
    });

    test(`no verdict on a file of ${TREES} mutated trees differs without a reason`, async () => {
      const { schemas, graphql } = writeSchemas(join(root, "qs"));
      const base = appInterfaceTree({ apps: 1 });
      const trees: Mutated[] = Array.from({ length: TREES }, (_, seed) => mutated(base, seed));
      trees.forEach(({ files }, index) => writeFiles(join(root, String(index)), files));
      const answers = reference({
        schemas,
        graphql,
        trees: trees.map((_, index) => ({
          data: join(root, String(index), "data"),
          resources: join(root, String(index), "resources"),
        })),
      });
      const theirs = answers
        .trim()
        .split("\n")
        .map((line) => JSON.parse(line) as Theirs);
      const host = { workspace: root };
      const { bundle: known } = await openTree({ host, path: "0", schemas: "qs/schemas", graphql: "qs/graphql.yml" });
      const unexplained: unknown[] = [];
      const used = new Set<string>();
      for (const [index, { changes }] of trees.entries()) {
        const { bundle, ...tree } = await openTree({ host, path: String(index) });
        const ours = checkTree({
          ...tree,
          bundle: { ...bundle, schemas: known.schemas, graphql: known.graphql },
        }).filter(({ kind }) => kind !== "RULE");
        for (const difference of differences(theirs[index]!, ours)) {
          const reason = REASONS.find(({ holds }) => holds(difference));
          if (reason === undefined) unexplained.push({ index, changes, difference });
          else used.add(reason.why);
        }
      }
      expect(unexplained).toEqual([]);
      // A reason that explains nothing would only hide something later.
      expect([...used].sort()).toEqual(REASONS.map(({ why }) => why).sort());
    }, 600_000);
  },
);

/** What Python's patterns can have in addition to what schemas use now. */
const PATTERNS = [
  "^a$",
  "a$",
  "(?i)^SELECT",
  "^\\d+$",
  "^\\w+$",
  "\\s",
  "^.$",
  "a.b",
  "^[\\w.-]+$",
  "[^\\d]",
  "^(?P<x>a)",
  "\\Z",
  "\\Amain\\Z",
  "a{,2}b",
  "{a}",
  "x\\[bot\\]",
  "\\%",
  "[]a]",
  "[a\\-z]",
  "[--9]",
  "[+--]",
  "\\S+@\\S",
  "(?s)^.+$",
  "[",
  "(",
  "*",
];

function found(pattern: string, texts: readonly string[]): boolean[] | null {
  try {
    const compiled = pythonPattern(pattern);
    return texts.map((text) => compiled.test(text));
  } catch (error) {
    if (error instanceof SyntaxError) return null;
    throw error;
  }
}

function patternsOf(directory: string): string[] {
  const names = readdirSync(directory, { recursive: true, encoding: "utf8" }).filter((name) =>
    /\.(?:ya?ml|json)$/.test(name),
  );
  const patterns = new Set<string>();
  const collect = (value: Value): void => {
    if (typeof value !== "object" || value === null) return;
    const pattern = (value as { pattern?: Value }).pattern;
    if (typeof pattern === "string") patterns.add(pattern);
    Object.values(value).forEach(collect);
  };
  for (const name of names) collect(loadYaml(readFileSync(join(directory, name), "utf8")).value!);
  return [...patterns];
}

const VALUES = [
  null,
  true,
  false,
  0,
  1,
  1.5,
  -3,
  7,
  100,
  "",
  "a",
  "abc",
  "🎉🎉",
  "1",
  [],
  [1],
  [1, 1],
  [1, true],
  ["a", 1, null],
  [[1], [1]],
  [{ a: 1 }, { a: 1 }],
  {},
  { a: 1 },
  { a: "x" },
  { a: 1, b: 2 },
  { b: 1 },
  { x1: 1, y: 2 },
  { a: { a: 1 } },
];
const KEYWORDS = [
  {},
  true,
  false,
  ...["null", "boolean", "integer", "number", "string", "array", "object"].map((type) => ({ type })),
  { type: ["string", "integer"] },
  { enum: [1, "a", null] },
  { enum: [true, [1]] },
  { const: 1 },
  { const: { a: 1 } },
  { multipleOf: 3 },
  { multipleOf: 0.5 },
  { minimum: 1 },
  { maximum: 1 },
  { exclusiveMinimum: 1 },
  { exclusiveMaximum: 1 },
  { minLength: 2 },
  { maxLength: 2 },
  { pattern: "^a" },
  { minItems: 2 },
  { maxItems: 1 },
  { uniqueItems: true },
  { minProperties: 2 },
  { maxProperties: 1 },
  { required: ["a"] },
  { required: ["toString"] },
  { properties: { a: { type: "integer" } } },
  { patternProperties: { "^x": { type: "string" } } },
  { properties: { a: {} }, additionalProperties: false },
  { patternProperties: { "^x": {} }, additionalProperties: { minimum: 2 } },
  { propertyNames: { maxLength: 1 } },
  { dependencies: { a: ["b"] } },
  { dependencies: { a: { required: ["b"] } } },
  { items: { type: "integer" } },
  { items: [{ type: "integer" }, { type: "integer" }] },
  { items: [{}], additionalItems: false },
  { contains: { const: 1 } },
  { allOf: [{ type: "integer" }, { minimum: 1 }] },
  { anyOf: [{ type: "string" }, { minimum: 5 }] },
  { oneOf: [{ type: "integer" }, { minimum: 1 }] },
  { not: { type: "string" } },
  { properties: { a: { $ref: "#" } }, type: "object" },
  { definitions: { d: { type: "string" } }, $ref: "#/definitions/d", type: "integer" },
  { format: "email" },
];

function same(theirs: string | null, ours: string | null): boolean {
  if (theirs === null || ours === null) return theirs === ours;
  const plain = (text: string) => JSON.stringify(JSON.parse(text.replace(/^(-?)(Infinity|NaN)$/, '"$1$2"')));
  return plain(theirs) === plain(ours);
}

/** The schemas that the made-up tree uses with all they refer to, and the GraphQL types of these. */
function writeSchemas(directory: string): { schemas: string; graphql: string } {
  const schemas = join(directory, "schemas");
  const wanted = ["/metaschema-1.json", "/common-1.json", "/app-interface/graphql-schemas-1.yml"];
  for (const text of appInterfaceTree({ apps: 1 }).values())
    wanted.push(...[...text.matchAll(/^\$schema: (\S+)$/gm)].map(([, name]) => name!));
  const copied = new Set<string>();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (copied.has(name)) continue;
    copied.add(name);
    mkdirSync(dirname(join(schemas, name)), { recursive: true });
    cpSync(join(DATA, "schemas", name), join(schemas, name));
    wanted.push(
      ...[...readFileSync(join(schemas, name), "utf8").matchAll(/"?\$ref"?: "?(\/[^"#\s]+)/g)].map(([, ref]) => ref!),
    );
  }
  const whole = loadYaml(readFileSync(join(DATA, "graphql-schemas/schema.yml"), "utf8")).value as unknown as {
    $schema: string;
    confs: Conf[];
  };
  const types = new Map(whole.confs.map((conf) => [conf.name, conf]));
  const query = types.get("Query")!;
  const fields = query.fields.filter(
    ({ datafileSchema }) => datafileSchema !== undefined && copied.has(datafileSchema),
  );
  const kept = new Map<string, Conf>();
  const names = [
    ...whole.confs.filter(({ datafile }) => datafile !== undefined && copied.has(datafile)).map(({ name }) => name),
    ...fields.map(({ type }) => type),
  ];
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const conf = types.get(name);
    if (conf === undefined || kept.has(name)) continue;
    kept.set(name, conf);
    names.push(...conf.fields.map(({ type }) => type), ...Object.values(conf.interfaceResolve?.fieldMap ?? {}));
  }
  const graphql = join(directory, "graphql.yml");
  writeFileSync(
    graphql,
    JSON.stringify({ $schema: whole.$schema, confs: [...kept.values(), { name: "Query", fields }] }),
  );
  return { schemas, graphql };
}

interface Conf {
  readonly name: string;
  readonly datafile?: string;
  readonly interfaceResolve?: { readonly fieldMap?: Readonly<Record<string, string>> };
  readonly fields: readonly { readonly type: string; readonly datafileSchema?: string }[];
}
