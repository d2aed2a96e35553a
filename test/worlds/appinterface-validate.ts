import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import action from "../../actions/appinterface-validate/action.ts";
import type { FindingRow } from "../../actions/appinterface-validate/report.ts";

/** Schemas for the tests, as few as the rules need: a thing with a unique name, and saas files that hold anything. */
const SCHEMAS: Readonly<Record<string, unknown>> = {
  "metaschema-1.json": {
    $schema: "http://json-schema.org/draft-06/schema",
    type: "object",
    required: ["properties"],
    properties: {},
  },
  "common-1.json": {
    $schema: "http://json-schema.org/draft-06/schema",
    definitions: {
      crossref: {
        type: "object",
        properties: { $ref: { type: "string" } },
        required: ["$ref"],
        additionalProperties: false,
      },
      resourceref: { type: "string", pattern: "^/.+$" },
    },
  },
  "thing-1.yml": {
    $schema: "/metaschema-1.json",
    type: "object",
    additionalProperties: false,
    properties: {
      $schema: { type: "string", enum: ["/thing-1.yml"] },
      name: { type: "string", pattern: "^[a-z-]+$" },
      size: { type: "integer" },
      note: { type: "string" },
      other: { $ref: "/common-1.json#/definitions/crossref", $schemaRef: "/thing-1.yml" },
      config: { $ref: "/common-1.json#/definitions/resourceref" },
      parts: { type: "array", items: { type: "object", properties: { name: { type: "string" } } } },
    },
    required: ["$schema", "name"],
  },
  ...Object.fromEntries(
    [
      "app-sre/saas-file-2.yml",
      "app-sre/saas-file-target-1.yml",
      "app-sre/app-1.yml",
      "app-sre/environment-1.yml",
      "openshift/namespace-1.yml",
      "access/role-1.yml",
    ].map((name) => [name, { $schema: "/metaschema-1.json", type: "object", properties: {} }]),
  ),
};

const GRAPHQL = {
  confs: [
    {
      name: "Thing_v1",
      datafile: "/thing-1.yml",
      fields: [
        { name: "name", type: "string", isUnique: true },
        { name: "parts", type: "Part_v1", isList: true },
      ],
    },
    { name: "Part_v1", fields: [{ name: "name", type: "string", isContextUnique: true }] },
  ],
};

const made: string[] = [];

export function removeTrees(): void {
  for (const directory of made.splice(0)) rmSync(directory, { recursive: true, force: true });
}

export function write(workspace: string, files: Readonly<Record<string, string>>): void {
  for (const [path, text] of Object.entries(files)) {
    mkdirSync(dirname(join(workspace, path)), { recursive: true });
    writeFileSync(join(workspace, path), text);
  }
}

/** A workspace with the schemas in `qs` and these files. */
export function tree(files: Readonly<Record<string, string>>): string {
  const workspace = mkdtempSync(join(tmpdir(), "appinterface-validate-"));
  made.push(workspace);
  write(workspace, {
    ...Object.fromEntries(
      Object.entries(SCHEMAS).map(([name, schema]) => [`qs/schemas/${name}`, JSON.stringify(schema)]),
    ),
    "qs/graphql-schemas/schema.yml": JSON.stringify(GRAPHQL.confs),
  });
  write(workspace, files);
  return workspace;
}

export async function validate(
  workspace: string,
  inputs: Readonly<Record<string, string>> = {},
): Promise<MemoryResult & { readonly rows: readonly FindingRow[] }> {
  const result = await runInMemory(action, { workspace, inputs: { schemas: "qs/schemas", ...inputs } });
  const { problems = [] } = JSON.parse(result.outputs["report"] || "{}") as { problems?: FindingRow[] };
  return { ...result, rows: problems };
}

/** `rule file:line:column` of each problem. */
export function places(rows: readonly FindingRow[]): string[] {
  return rows.map(({ rule, file, line, column }) => `${rule} ${file}:${line}:${column}`);
}

export function thing(name: string, more = ""): string {
  return `---\n$schema: /thing-1.yml\nname: ${name}\n${more}`;
}
