import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { spawnSync } from "node:child_process";
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { homedir, tmpdir } from "node:os";
import { dirname, join } from "node:path";
import * as yaml from "yaml";
import { checkTree, isNotJson, loadYaml, openTree, type Finding, type Value } from "@release-actions/app-interface";
import { path, ring } from "../../test/rings.ts";
import { mutated, QUIRKS, type Mutated } from "../../test/worlds/app-interface-mutations.ts";
import { appInterfaceTree, writeFiles } from "../../test/worlds/app-interface.ts";

const VENV = join(process.env["XDG_CACHE_HOME"] ?? join(homedir(), ".cache"), "release-actions-ci/qontract-validator-0.1.0");
const PYTHON = join(VENV, "bin/python");
const DATA = join(import.meta.dirname, "../../../shared/data/app-interface");
const TREES = 300;

interface Theirs {
  readonly abort?: string;
  readonly errors: readonly { readonly kind: string; readonly name: string; readonly rule: string }[];
}

function reference(request: unknown): string {
  const { stdout, stderr, status } = spawnSync(PYTHON, [join(import.meta.dirname, "fixtures/reference.py")], { input: JSON.stringify(request), encoding: "utf8", maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(stderr);
  return stdout;
}

/**
 * Where a verdict differs from that of qontract-validator 0.1.0 (June 2023, the last one on PyPI), and why that is
 * right. What its repository decided since then is read from its own cases, which fixtures.test.ts has.
 */
const REASONS: readonly { readonly why: string; readonly holds: (theirs: Theirs, ours: readonly Finding[], changes: string) => boolean }[] = [
  {
    why: "0.1.0 asks for no schema of a reference where a oneOf offers the value or the reference; since 2025 it does",
    holds: ({ errors }, ours) => errors.length === 0 && ours.every(({ rule }) => rule === "INCORRECT_SCHEMA"),
  },
  {
    why: "0.1.0 validates every resource that has $schema somewhere; since 2025 one whose header the bundler finds. The others are warned of (resource-header)",
    holds: ({ errors }, ours, changes) => ours.length === 0 && changes.includes("resources/added.yml") && errors.every(({ name }) => name === "/added.yml"),
  },
];

ring(
  "qontract-validator 0.1.0",
  [path("its virtual environment", PYTHON, "run install_reference of .ci/run"), path("the schemas", DATA, "keep the reference data beside the checkout")],
  () => {
    let root: string;
    beforeAll(() => {
      root = mkdtempSync(join(tmpdir(), "app-interface-"));
    });
    afterAll(() => rmSync(root, { recursive: true, force: true }));

    test("domain.md 4.2: plain scalars are what PyYAML makes of them", () => {
      const theirs = JSON.parse(reference({ scalars: QUIRKS })) as (string | null)[];
      const ours = QUIRKS.map((text) => {
        const { value, error } = loadYaml(yaml, `key: ${text}\n`);
        // A date cannot be put into the bundle.
        if (isNotJson(value === undefined ? null : (value as { key: Value }).key)) return null;
        return error === undefined ? JSON.stringify((value as { key: unknown }).key, (_, inner: unknown) => (typeof inner === "number" && !Number.isFinite(inner) ? String(inner) : inner)) : null;
      });
      const differing = QUIRKS.flatMap((text, index) => (same(theirs[index]!, ours[index]!) ? [] : [[text, theirs[index], ours[index]]]));
      expect(differing).toEqual([]);
    });

    test(`no verdict on ${TREES} mutated trees differs without a reason`, async () => {
      const { schemas, graphql } = writeSchemas(join(root, "qs"));
      const base = appInterfaceTree({ apps: 1 });
      const trees: Mutated[] = Array.from({ length: TREES }, (_, seed) => mutated(base, seed));
      trees.forEach(({ files }, index) => writeFiles(join(root, String(index)), files));
      const answers = reference({ schemas, graphql, trees: trees.map((_, index) => ({ data: join(root, String(index), "data"), resources: join(root, String(index), "resources") })) });
      const theirs = answers.trim().split("\n").map((line) => JSON.parse(line) as Theirs);
      const unexplained: unknown[] = [];
      for (const [index, { changes }] of trees.entries()) {
        const tree = await openTree({ host: { workspace: root }, path: String(index), schemas: "qs/schemas", graphql: "qs/graphql.yml" });
        const ours = checkTree(tree).filter(({ kind }) => kind !== "RULE");
        const answer = theirs[index]!;
        if (verdict(answer) === (ours.length > 0)) continue;
        if (REASONS.some(({ holds }) => holds(answer, ours, changes.join("; ")))) continue;
        unexplained.push({ index, changes, theirs: answer, ours: ours.map(({ rule, name, message }) => `${name} ${rule} ${message}`) });
      }
      expect(unexplained).toEqual([]);
    }, 600_000);
  },
);

function verdict({ abort, errors }: Theirs): boolean {
  return abort !== undefined || errors.length > 0;
}

function same(theirs: string | null, ours: string | null): boolean {
  if (theirs === null || ours === null) return theirs === ours;
  const plain = (text: string) => JSON.stringify(JSON.parse(text.replace(/^(-?)(Infinity|NaN)$/, '"$1$2"')));
  return plain(theirs) === plain(ours);
}

/** The schemas that the made-up tree uses with all they refer to, and the GraphQL types of these. */
function writeSchemas(directory: string): { schemas: string; graphql: string } {
  const schemas = join(directory, "schemas");
  const wanted = ["/metaschema-1.json", "/common-1.json", "/app-interface/graphql-schemas-1.yml"];
  for (const text of appInterfaceTree({ apps: 1 }).values()) wanted.push(...[...text.matchAll(/^\$schema: (\S+)$/gm)].map(([, name]) => name!));
  const copied = new Set<string>();
  for (let name = wanted.pop(); name !== undefined; name = wanted.pop()) {
    if (copied.has(name)) continue;
    copied.add(name);
    mkdirSync(dirname(join(schemas, name)), { recursive: true });
    cpSync(join(DATA, "schemas", name), join(schemas, name));
    wanted.push(...[...readFileSync(join(schemas, name), "utf8").matchAll(/"?\$ref"?: "?(\/[^"#\s]+)/g)].map(([, ref]) => ref!));
  }
  const whole = loadYaml(yaml, readFileSync(join(DATA, "graphql-schemas/schema.yml"), "utf8")).value as unknown as { $schema: string; confs: Conf[] };
  const types = new Map(whole.confs.map((conf) => [conf.name, conf]));
  const query = types.get("Query")!;
  const fields = query.fields.filter(({ datafileSchema }) => datafileSchema !== undefined && copied.has(datafileSchema));
  const kept = new Map<string, Conf>();
  const names = [...whole.confs.filter(({ datafile }) => datafile !== undefined && copied.has(datafile)).map(({ name }) => name), ...fields.map(({ type }) => type)];
  for (let name = names.pop(); name !== undefined; name = names.pop()) {
    const conf = types.get(name);
    if (conf === undefined || kept.has(name)) continue;
    kept.set(name, conf);
    names.push(...conf.fields.map(({ type }) => type), ...Object.values(conf.interfaceResolve?.fieldMap ?? {}));
  }
  const graphql = join(directory, "graphql.yml");
  writeFileSync(graphql, JSON.stringify({ $schema: whole.$schema, confs: [...kept.values(), { name: "Query", fields }] }));
  return { schemas, graphql };
}

interface Conf {
  readonly name: string;
  readonly datafile?: string;
  readonly interfaceResolve?: { readonly fieldMap?: Readonly<Record<string, string>> };
  readonly fields: readonly { readonly type: string; readonly datafileSchema?: string }[];
}
