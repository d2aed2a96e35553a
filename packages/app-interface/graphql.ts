import { at, isList, isMap, type Value } from "./value.ts";

/** A field of a GraphQL type, as far as validation needs it. */
export interface Field {
  readonly name: string;
  readonly type: string;
  readonly unique: boolean;
  /** Unique among the items of one list. True for a field that is unique everywhere, too. */
  readonly contextUnique: boolean;
}

export interface Type {
  readonly name: string;
  readonly fields: ReadonlyMap<string, Field>;
  /** For an interface whose types a field distinguishes: that field, and the type for each of its values. */
  readonly chosenBy?: { readonly field: string; readonly types: ReadonlyMap<string, string> };
  /** The fields that make an item unique in its list, sorted. */
  readonly identity: readonly string[];
  readonly partOf: string | undefined;
}

/**
 * The GraphQL schema of app-interface, as qontract-server reads it from a file: which type a file of some schema has,
 * and which fields must be unique. Format:
 * https://github.com/app-sre/qontract-schemas/blob/main/graphql-schemas/schema.yml
 */
export interface Graphql {
  readonly types: ReadonlyMap<string, Type>;
  typeOfSchema(schema: string): Type | undefined;
  /** Whether a file holds this type, rather than a part of one. */
  isTopLevel(name: string): boolean;
}

/**
 * Reads a list of types, or a map with the list in `confs`. Ignores what it does not know: a schema validates the file.
 */
export function readGraphql(value: Value | undefined): Graphql {
  const list = isList(value) ? value : at(value, "confs");
  const confs = isList(list) ? list.filter((conf) => typeof at(conf, "name") === "string") : [];
  const types = new Map(confs.map((conf) => [text(conf, "name")!, readType(conf)]));
  const bySchema = new Map<string, string>();
  for (const conf of confs) {
    const datafile = text(conf, "datafile");
    if (datafile !== undefined) bySchema.set(datafile, text(conf, "name")!);
  }
  for (const field of fieldsOf(confs.find((conf) => text(conf, "name") === "Query"))) {
    const schema = text(field, "datafileSchema");
    const type = text(field, "type");
    if (schema !== undefined && type !== undefined) bySchema.set(schema, type);
  }
  const top = new Set(bySchema.values());
  return {
    types,
    typeOfSchema: (schema) => types.get(bySchema.get(schema) ?? ""),
    isTopLevel: (name) => top.has(name) || top.has(types.get(name)?.partOf ?? ""),
  };
}

function readType(conf: Value): Type {
  const fields = new Map<string, Field>();
  for (const field of fieldsOf(conf)) {
    const name = text(field, "name");
    if (name === undefined) continue;
    const unique = at(field, "isUnique") === true;
    fields.set(name, {
      name,
      type: text(field, "type") ?? "",
      unique,
      contextUnique: unique || at(field, "isContextUnique") === true,
    });
  }
  const resolve = at(conf, "interfaceResolve");
  const field = text(resolve, "field");
  const map = at(resolve, "fieldMap");
  const chosen = at(conf, "isInterface") === true && text(resolve, "strategy") === "fieldMap" && field !== undefined;
  const identity = [...fields.values()].filter(({ contextUnique }) => contextUnique).map(({ name }) => name);
  return {
    name: text(conf, "name")!,
    fields,
    ...(chosen && {
      chosenBy: {
        field,
        types: new Map(
          isMap(map)
            ? Object.entries(map).filter((entry): entry is [string, string] => typeof entry[1] === "string")
            : [],
        ),
      },
    }),
    identity: identity.sort(),
    partOf: text(conf, "interface"),
  };
}

function fieldsOf(conf: Value | undefined): readonly Value[] {
  const fields = at(conf, "fields");
  return isList(fields) ? fields : [];
}

function text(value: Value | undefined, key: string): string | undefined {
  const found = at(value, key);
  return typeof found === "string" ? found : undefined;
}

/**
 * Demands of the GraphQL schema without effect: only plain fields of types that files hold can be unique everywhere.
 */
export function graphqlFaults({ types, isTopLevel }: Graphql): readonly {
  readonly rule: string;
  readonly message: string;
  readonly type: string;
  readonly field: string;
}[] {
  return [...types.values()].flatMap(({ name, fields }) =>
    [...fields.values()]
      .filter(({ unique }) => unique)
      .flatMap((field) => {
        const where = { type: name, field: field.name };
        if (types.has(field.type)) {
          return [
            {
              ...where,
              rule: "IS_UNIQUE_ON_COMPLEX_FIELD",
              message: `isUnique is set on ${name}.${field.name}, and its type ${field.type} is not a simple type`,
            },
          ];
        }
        if (isTopLevel(name)) return [];
        return [
          {
            ...where,
            rule: "IS_UNIQUE_ON_NON_TOP_LEVEL_TYPE",
            message: `isUnique is set on ${name}.${field.name}, and no file holds a ${name}; name its datafile if there is one`,
          },
        ];
      }),
  );
}
