import { GRAPHQL_NAME, type Bundle, type Resource } from "./bundle.ts";
import type { Area, Finding, Kind, Mismatch } from "./finding.ts";
import { graphqlFaults, readGraphql, type Graphql } from "./graphql.ts";
import { checkRelations, duplicatesOf, type Unique } from "./relations.ts";
import { checkSaas } from "./saas.ts";
import { isDraft06, schemaSet, type SchemaSet } from "./schema-set.ts";
import { at, isMap, pathText, show, type Path, type Value, type ValueMap } from "./value.ts";

/**
 * Every problem of the bundle: what qontract-validator finds (https://github.com/app-sre/qontract-validator), by its
 * reasons, and the rules of saas files. The loader notes how files are written.
 */
export function validate(bundle: Bundle): Finding[] {
  const schemas = schemaSet(withChecksums(bundle.schemas));
  const graphql = readGraphql(bundle.graphql);
  const findings: Finding[] = [];
  for (const [name, schema] of bundle.schemas) findings.push(...checkSchema(schemas, name, schema));
  for (const name of bundle.schemas.keys()) {
    if (findings.some((finding) => finding.name === name)) continue;
    for (const fault of schemas.faults(name))
      findings.push(finding("SCHEMA", "SCHEMA_ERROR", "schemas", name, fault, "Correct the schema."));
  }
  checkData(bundle, schemas, graphql, findings);
  for (const [name, resource] of bundle.resources) checkResource(schemas, name, resource, findings);
  if (isMap(bundle.graphql)) findings.push(...checkFile(schemas, "graphql", GRAPHQL_NAME, bundle.graphql));
  for (const { rule, message } of graphqlFaults(graphql))
    findings.push(finding("SCHEMA", rule, "graphql", GRAPHQL_NAME, message, "Correct the GraphQL schema."));
  return findings;
}

function finding(
  kind: Kind,
  rule: string,
  area: Area,
  name: string,
  message: string,
  remedy: string,
  path: Path = [],
  what: Finding["what"] = "value",
): Finding {
  return { kind, rule, area, name, path, what, message, remedy, related: [] };
}

function checkSchema(schemas: SchemaSet, name: string, schema: Value): Finding[] {
  const meta = at(schema, "$schema");
  if (meta === undefined || meta === null)
    return [
      finding(
        "SCHEMA",
        "MISSING_SCHEMA_URL",
        "schemas",
        name,
        "the schema names no $schema",
        "Begin it with $schema: /metaschema-1.json.",
      ),
    ];
  if (typeof meta !== "string" || !schemas.has(meta)) {
    return [
      finding(
        "SCHEMA",
        "META_SCHEMA_NOT_FOUND",
        "schemas",
        name,
        `there is no meta schema ${show(meta)}`,
        "Name /metaschema-1.json.",
        ["$schema"],
      ),
    ];
  }
  const wrong = schemas.mismatches("http://json-schema.org/draft-06/schema", schema);
  if (wrong.length > 0) return mismatchFindings("SCHEMA", "SCHEMA_ERROR", "schemas", name, wrong);
  return isDraft06(meta)
    ? []
    : mismatchFindings("SCHEMA", "VALIDATION_ERROR", "schemas", name, schemas.mismatches(meta, schema));
}

function mismatchFindings(
  kind: Kind,
  rule: string,
  area: Area,
  name: string,
  mismatches: readonly Mismatch[],
): Finding[] {
  return mismatches.map(({ path, what, message }) =>
    finding(
      kind,
      rule,
      area,
      name,
      `${pathText(path)}: ${message}`,
      what === "key" ? "Remove the key, or write it as the schema does." : "Correct the value.",
      path,
      what,
    ),
  );
}

function checkFile(schemas: SchemaSet, area: Area, name: string, value: Value): Finding[] {
  const schema = at(value, "$schema");
  if (schema === undefined || schema === null) {
    const message = isMap(value) ? "the file names no $schema" : "the file is not a map, so it names no $schema";
    return [
      finding("FILE", "MISSING_SCHEMA_URL", area, name, message, "Begin it with $schema: and the path of its schema."),
    ];
  }
  const path =
    typeof schema === "string" && !schema.startsWith("/") && !schema.startsWith("http") ? `/${schema}` : schema;
  if (typeof path !== "string" || !schemas.paths.has(path)) {
    return [
      finding(
        "FILE",
        "SCHEMA_NOT_FOUND",
        area,
        name,
        `there is no schema ${show(path)}`,
        "Name a schema in the directory of the schemas.",
        ["$schema"],
      ),
    ];
  }
  return mismatchFindings(
    "FILE",
    "VALIDATION_ERROR",
    area,
    name,
    schemas.mismatches(path, value).filter(({ path: [first] }) => first !== CHECKSUM),
  );
}

/** The bundler writes it into every file and overwrites an existing one. */
const CHECKSUM = "$file_sha256sum";

/** The bundler makes every schema allow it, so an object inside a file may have one, too. */
function withChecksums(schemas: Bundle["schemas"]): Bundle["schemas"] {
  return new Map(
    [...schemas].map(([name, schema]) => {
      const properties = at(schema, "properties");
      if (!isMap(schema) || !isMap(properties) || schema["$schema"] !== "/metaschema-1.json") return [name, schema];
      return [name, extended(schema, "properties", extended(properties, CHECKSUM, extended(EMPTY, "type", "string")))];
    }),
  );
}

const EMPTY = Object.create(null) as ValueMap;

function extended(map: ValueMap, key: string, value: Value): ValueMap {
  return Object.assign(Object.create(null) as Record<string, Value>, map, { [key]: value });
}

function checkData(bundle: Bundle, schemas: SchemaSet, graphql: Graphql, findings: Finding[]): void {
  const unique: Unique = { everywhere: new Map(), inLists: [] };
  const knowledge = { schemas, graphql };
  for (const [name, value] of bundle.data) {
    const own = checkFile(schemas, "data", name, value);
    const relations: Finding[] = [];
    checkRelations(bundle, knowledge, name, value, unique, relations);
    // A date is reported once: by the schema if that requires another type.
    const reported = new Set(own.map(({ path }) => pathText(path)));
    findings.push(
      ...own,
      ...relations.filter(({ rule, path }) => rule !== "NOT_JSON" || !reported.has(pathText(path))),
    );
  }
  findings.push(...duplicatesOf(unique));
  findings.push(...checkSaas(bundle));
}

function checkResource(schemas: SchemaSet, name: string, resource: Resource, findings: Finding[]): void {
  if (resource.nearHeader !== undefined) {
    findings.push({
      ...finding(
        "RULE",
        "resource-header",
        "resources",
        name,
        "the $schema line is not in the form that the bundler searches for, so the resource is not validated",
        "Write $schema: /path/name-1.yml alone on a line: no quotes, no comment, no indentation, LF line endings.",
      ),
      offset: resource.nearHeader,
    });
  }
  if (resource.schema === undefined || resource.loaded === undefined) return;
  const { value, error } = resource.loaded;
  if (value !== undefined) return void findings.push(...checkFile(schemas, "resources", name, value));
  findings.push({
    ...finding(
      "RULE",
      "resource-yaml",
      "resources",
      name,
      `the resource names ${resource.schema} and ${error!.message}, so it is not validated`,
      "Make it YAML, or remove the $schema line.",
    ),
    ...(error!.offset !== undefined && { offset: error!.offset }),
  });
}
