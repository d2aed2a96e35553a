import type { Bundle } from "./bundle.ts";
import type { Finding } from "./finding.ts";
import { pathOfNode, traverse, type Knowledge, type Node } from "./traverse.ts";
import { at, isList, isMap, isNotJson, pathText, show, type Path, type Value, type ValueMap } from "./value.ts";

const RESOURCE_REF = "/common-1.json#/definitions/resourceref";

/** The places of values that must be unique: in the whole tree, or in one list. */
export interface Unique {
  readonly everywhere: Map<string, UniqueValue>;
  /** The repeated ones only: a list is in one file, so they are known at the end of the file. */
  readonly inLists: UniqueItem[];
}

interface UniqueValue {
  readonly field: string;
  readonly value: Value;
  readonly places: { readonly name: string; readonly path: Path }[];
}

interface UniqueItem {
  readonly name: string;
  readonly list: Node;
  readonly fields: readonly string[];
  readonly indexes: number[];
  readonly related: Set<string>;
}

/** The items of one file's lists: the number of each list, and the items by that number and their identity. */
interface FileItems {
  readonly lists: Map<Node, number>;
  readonly found: Map<string, UniqueItem>;
}

/** Follows every reference of a file, and records what must be unique. Adds to `unique` and `findings`. */
export function checkRelations(
  bundle: Bundle,
  knowledge: Knowledge,
  name: string,
  file: Value,
  unique: Unique,
  findings: Finding[],
): void {
  const items: FileItems = { lists: new Map(), found: new Map() };
  traverse(knowledge, file, {
    leaf(node) {
      if (isNotJson(node.value)) findings.push(notJsonFinding(name, node));
      if (node.part === "$ref") checkReference(bundle, knowledge, name, node, findings);
      else if (
        typeof node.value === "string" &&
        at(node.schema, "$ref") === RESOURCE_REF &&
        !bundle.resources.has(node.value)
      ) {
        findings.push(
          refFinding(
            "RESOURCE_FILE_NOT_FOUND",
            name,
            node,
            `there is no resource ${show(node.value)}`,
            "Correct the path, or add the resource.",
            [node.value],
          ),
        );
      }
      noteUnique(knowledge, name, node, unique);
    },
    item: (node) => noteItem(bundle, knowledge, name, node, items),
  });
  for (const item of items.found.values()) if (item.indexes.length > 1) unique.inLists.push(item);
}

function refFinding(
  rule: string,
  name: string,
  node: Node,
  message: string,
  remedy: string,
  related: readonly string[],
): Finding {
  const path = pathOfNode(node);
  return {
    kind: "REF",
    rule,
    area: "data",
    name,
    path,
    what: "value",
    message: `${pathText(path)}: ${message}`,
    remedy,
    related,
  };
}

function notJsonFinding(name: string, node: Node): Finding {
  const path = pathOfNode(node);
  const message = `${pathText(path)}: ${show(node.value)} is a date for PyYAML, and the bundle cannot hold one`;
  return {
    kind: "FILE",
    rule: "NOT_JSON",
    area: "data",
    name,
    path,
    what: "value",
    message,
    remedy: "Quote it.",
    related: [],
  };
}

function checkReference(bundle: Bundle, { schemas }: Knowledge, name: string, node: Node, findings: Finding[]): void {
  const ref = node.value;
  const target = typeof ref === "string" ? bundle.data.get(ref) : undefined;
  const related = typeof ref === "string" ? [ref] : [];
  if (target === undefined) {
    findings.push(
      refFinding(
        "FILE_NOT_FOUND",
        name,
        node,
        `there is no file ${show(ref)}`,
        "Correct the path; it begins with a slash below the data directory.",
        related,
      ),
    );
    return;
  }
  const has = at(target, "$schema");
  const expected = at(node.schema, "$schemaRef");
  if (expected === undefined || expected === null || has === undefined || has === null) return;
  if (typeof expected === "string") {
    if (expected === has) return;
    findings.push(
      refFinding(
        "INCORRECT_SCHEMA",
        name,
        node,
        `${show(ref)} is a ${show(has)}, and a ${show(expected)} is expected`,
        "Refer to a file of the expected schema.",
        related,
      ),
    );
    return;
  }
  const [first] = schemas.mismatchesOf("", expected, target);
  if (first === undefined) return;
  findings.push(
    refFinding(
      "SCHEMA_REF_VALIDATION_ERROR",
      name,
      node,
      `${show(ref)} does not fit: ${pathText(first.path)}: ${first.message}`,
      "Refer to a file of an expected schema.",
      related,
    ),
  );
}

function noteUnique({ graphql }: Knowledge, name: string, node: Node, unique: Unique): void {
  const { type, field } = node;
  if (type === undefined || field?.unique !== true || !graphql.isTopLevel(type.name)) return;
  const key = JSON.stringify([type.name, field.name, node.value]);
  const place = { name, path: pathOfNode(node) };
  const known = unique.everywhere.get(key);
  if (known === undefined) unique.everywhere.set(key, { field: field.name, value: node.value, places: [place] });
  else known.places.push(place);
}

/** An item is identified by the fields that must be unique in its list; a reference, by those of its target. */
function noteItem(bundle: Bundle, { graphql }: Knowledge, name: string, node: Node, { lists, found }: FileItems): void {
  const item = node.value as ValueMap;
  const ref = item["$ref"];
  const target = typeof ref === "string" ? bundle.data.get(ref) : undefined;
  const schema = at(target, "$schema");
  const type =
    "$ref" in item
      ? typeof schema === "string"
        ? graphql.typeOfSchema(schema)
        : undefined
      : node.field === undefined
        ? node.type
        : graphql.types.get(node.field.type);
  if (type === undefined || type.identity.length === 0) return;
  const holder = "$ref" in item ? (target as ValueMap) : item;
  const fields =
    "$ref" in item ? type.identity : type.identity.filter((field) => field in item && isSimple(item[field]!));
  const values = fields.map((field) => holder[field] ?? null);
  if (values.every((value) => value === null)) return;
  const list = node.above!;
  const number = lists.get(list) ?? lists.size;
  lists.set(list, number);
  // The values are joined without a separator, as the bundler does for its __identifier.
  const key = `${number}\n${type.identity.join("\n")}\n${values.map(pythonText).join("")}`;
  const known = found.get(key) ?? { name, list, fields: type.identity, indexes: [], related: new Set() };
  known.indexes.push(node.part as number);
  if (typeof ref === "string") known.related.add(ref);
  found.set(key, known);
}

function isSimple(value: Value): boolean {
  return isMap(value) ? "$ref" in value && !isList(value["$ref"]) && !isMap(value["$ref"]) : !isList(value);
}

function pythonText(value: Value): string {
  return typeof value === "string"
    ? value
    : typeof value === "object" && value !== null
      ? JSON.stringify(value)
      : show(value);
}

export function duplicatesOf({ everywhere, inLists }: Unique): Finding[] {
  const findings: Finding[] = [];
  for (const { field, value, places } of everywhere.values()) {
    if (places.length < 2) continue;
    const sorted = places.toSorted((one, other) => (one.name < other.name ? -1 : 1));
    const [first, ...others] = sorted as [(typeof sorted)[0], ...typeof sorted];
    const names = others.map(({ name }) => name);
    const message = `${pathText(first.path)}: the ${field} ${show(value)} is repeated in ${names.slice(0, 5).join(", ")}${names.length > 5 ? ` and ${names.length - 5} more` : ""}`;
    findings.push({
      kind: "UNIQUE",
      rule: "DUPLICATE_UNIQUE_FIELD",
      area: "data",
      name: first.name,
      path: first.path,
      what: "value",
      message,
      remedy: "Give each its own value.",
      related: names,
    });
  }
  for (const { name, list: node, fields, indexes, related } of inLists) {
    const list = pathOfNode(node);
    const message = `${pathText(list)}: the items ${indexes.join(", ")} have the same ${fields.join(", ")}`;
    findings.push({
      kind: "UNIQUE",
      rule: "DUPLICATE_CONTEXT_UNIQUE_FIELD",
      area: "data",
      name,
      path: [...list, indexes[1]!],
      what: "value",
      message,
      remedy: "Remove one, or make them different.",
      related: [...related],
    });
  }
  return findings;
}
