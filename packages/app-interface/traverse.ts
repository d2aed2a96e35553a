import type { Field, Graphql, Type } from "./graphql.ts";
import type { SchemaSet } from "./schema-set.ts";
import { at, isList, isMap, type Path, type Value, type ValueMap } from "./value.ts";

/** A value in a file with what the JSON schema and the GraphQL schema say about its place, if they do. */
export interface Node {
  readonly value: Value;
  readonly part: string | number | undefined;
  readonly above: Node | undefined;
  readonly schema: Value | undefined;
  readonly type: Type | undefined;
  /** The field of `type` that this value belongs to; undefined at the root of a type. */
  readonly field: Field | undefined;
}

/** Is called for the values of a file. */
export interface Visitor {
  /** Everything that is neither a list nor a map. */
  leaf(node: Node): void;
  /** A map that is an item of a list. */
  item(node: Node): void;
}

export interface Knowledge {
  readonly schemas: SchemaSet;
  readonly graphql: Graphql;
}

/**
 * Walks through a file with both schemas in step. `oneOf` is followed where it is a value or a reference to a file of
 * it, and where the GraphQL interface names the field that decides; elsewhere nothing is known below it.
 */
export function traverse(knowledge: Knowledge, file: Value, visitor: Visitor): void {
  const schema = at(file, "$schema");
  const known = typeof schema === "string" && schema !== "";
  walk(
    {
      value: file,
      part: undefined,
      above: undefined,
      schema: known ? knowledge.schemas.get(schema) : undefined,
      type: known ? knowledge.graphql.typeOfSchema(schema) : undefined,
      field: undefined,
    },
    knowledge,
    visitor,
  );
}

function walk(node: Node, knowledge: Knowledge, visitor: Visitor): void {
  const { value } = node;
  if (isMap(value)) {
    if (typeof node.part === "number") visitor.item(node);
    for (const key in value) {
      if (key !== "$schema") walk(intoMap(node, key, value[key]!, knowledge), knowledge, visitor);
    }
  } else if (isList(value)) {
    const items = at(node.schema, "items");
    for (let index = 0; index < value.length; index += 1)
      walk(next(node, index, value[index]!, items, node.type, node.field, knowledge), knowledge, visitor);
  } else {
    visitor.leaf(node);
  }
}

function intoMap(node: Node, key: string, value: Value, knowledge: Knowledge): Node {
  const { schema, type, field } = node;
  // A reference represents the whole value: what is known about the map applies to its `$ref`, too.
  const below = isMap(schema) && "$schemaRef" in schema ? schema : at(at(schema, "properties"), key);
  if (type === undefined) return next(node, key, value, below, undefined, undefined, knowledge);
  if (key === "$ref") return next(node, key, value, below, type, field, knowledge);
  const inner = field === undefined ? type : knowledge.graphql.types.get(field.type);
  return next(node, key, value, below, inner, inner?.fields.get(key), knowledge);
}

function next(
  above: Node,
  part: string | number,
  value: Value,
  schema: Value | undefined,
  type: Type | undefined,
  field: Field | undefined,
  knowledge: Knowledge,
): Node {
  const fieldType = field === undefined ? undefined : knowledge.graphql.types.get(field.type);
  const resolved = resolveSchema(schema, value, fieldType, knowledge.schemas);
  const chosen = isMap(value) && fieldType !== undefined ? chosenType(fieldType, value, knowledge.graphql) : undefined;
  if (chosen !== undefined) return { value, part, above, schema: resolved, type: chosen, field: undefined };
  return { value, part, above, schema: resolved, type, field };
}

function chosenType({ chosenBy }: Type, value: ValueMap, graphql: Graphql): Type | undefined {
  if (chosenBy === undefined) return undefined;
  const deciding = value[chosenBy.field];
  return typeof deciding === "string" ? graphql.types.get(chosenBy.types.get(deciding) ?? "") : undefined;
}

function resolveSchema(
  schema: Value | undefined,
  value: Value,
  type: Type | undefined,
  schemas: SchemaSet,
): Value | undefined {
  const resolved = followed(schema, schemas);
  if (!isMap(resolved) || "$schemaRef" in resolved) return resolved;
  const branches = resolved["oneOf"];
  if (!isList(branches) || branches.length === 0) return resolved;
  const references = branches.filter((branch) => isMap(branch) && "$schemaRef" in branch);
  if (references.length === 1 && branches.length === 2) {
    const inline = branches.find((branch) => branch !== references[0]);
    return isMap(value) && "$ref" in value ? references[0] : followed(inline, schemas);
  }
  const deciding = type?.chosenBy === undefined ? undefined : at(value, type.chosenBy.field);
  if (type?.chosenBy === undefined || !deciding) return resolved;
  const { field } = type.chosenBy;
  return branches
    .map((branch) => followed(branch, schemas))
    .find((branch) => {
      const allowed = at(at(at(branch, "properties"), field), "enum");
      return isList(allowed) && allowed.includes(deciding);
    });
}

/** A schema that only refers to another file is that file; a reference into `definitions` stays as it is. */
function followed(schema: Value | undefined, schemas: SchemaSet): Value | undefined {
  const ref = at(schema, "$ref");
  if (typeof ref !== "string" || (isMap(schema) && "$schemaRef" in schema)) return schema;
  return schemas.get(ref) ?? schema;
}

export function pathOfNode(node: Node): Path {
  const path: (string | number)[] = [];
  for (let here: Node | undefined = node; here?.part !== undefined; here = here.above) path.push(here.part);
  return path.reverse();
}
