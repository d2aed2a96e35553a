import { invalid, quote } from "@release-actions/action";
import { assertFile, listDirectory, readListed, type FileHost, type ListedFile } from "@release-actions/files";
import type { Loaded, Locator } from "@release-actions/yaml/pyyaml";
import { posix } from "node:path";
import { GRAPHQL_NAME, readHeader, type Bundle, type Resource } from "./bundle.ts";
import type { Area } from "./finding.ts";
import type { Value } from "./value.ts";

/** A file of the tree. */
export interface TreeFile {
  /** As references name it: `/services/app/app.yml`. */
  readonly name: string;
  readonly area: Area;
  /** From the workspace, for people and annotations. */
  readonly path: string;
  /**
   * Its content. Without `value` it could not be loaded, for the reason in `error`. A resource without a schema is not
   * loaded.
   */
  readonly loaded: Loaded;
  readonly resource?: Resource;
  /** Finds places in it. Reads the file again, so use it only for files with problems. */
  locator(): Locator;
}

export interface TreeOptions {
  readonly host: FileHost;
  /** The directory that holds `data` and `resources`, or `data` itself; from the workspace. */
  readonly path: string;
  /** The directory of the schemas, and the file of the GraphQL schema. Only validation needs them. */
  readonly schemas?: string;
  readonly graphql?: string;
  /** Whether inputs named the paths. */
  readonly typed?: boolean;
}

export interface Tree {
  /** The directories of the areas, from the workspace. A file's name is appended as it is. */
  readonly roots: { readonly data: string; readonly resources: string };
  /** All files except hidden ones and, in the data directory, those that are neither YAML nor JSON. */
  readonly files: readonly TreeFile[];
  /** What can be validated: the files that could be loaded and are not empty. */
  readonly bundle: Bundle;
}

/** More than any configuration file has. */
const MAX_BYTES = 16 * 1024 * 1024;

/** Opens the tree: every file is loaded as PyYAML loads it. Throws `invalid` for directories that do not exist. */
export async function openTree({ host, path, schemas, graphql, typed = false }: TreeOptions): Promise<Tree> {
  const reader = await import("@release-actions/yaml/pyyaml");
  const places = await directories(host, path, typed);
  const read = (area: Area, files: readonly ListedFile[], nameOf: (file: ListedFile) => string): TreeFile[] =>
    files.map((file) => treeFile(reader, area, file, nameOf(file)));
  const below = (file: ListedFile): string => `/${file.below}`;

  const data = read("data", places.data.filter(isConfiguration), below);
  const resources = read("resources", places.resources, below);
  const listed = schemas === undefined ? [] : await listDirectory(host, schemas, { typed });
  const schemaFiles = read("schemas", listed.filter(isConfiguration), below);
  const graphqlFile = graphql === undefined ? [] : [await fileAt(host, graphql, typed)];
  const graphqlFiles = read("graphql", graphqlFile, () => GRAPHQL_NAME);
  return {
    roots: places.roots,
    files: [...schemaFiles, ...graphqlFiles, ...data, ...resources],
    bundle: {
      schemas: valuesOf(schemaFiles),
      graphql: graphqlFiles[0]?.loaded.value,
      data: valuesOf(data),
      resources: new Map(resources.map(({ name, resource }) => [name, resource!])),
    },
  };
}

interface Places {
  readonly roots: Tree["roots"];
  readonly data: readonly ListedFile[];
  readonly resources: readonly ListedFile[];
}

async function directories(host: FileHost, path: string, typed: boolean): Promise<Places> {
  const normal = posix.normalize(path);
  const base = normal.length > 1 && normal.endsWith("/") ? normal.slice(0, -1) : normal;
  const isData = posix.basename(base) === "data";
  const inside = await listDirectory(host, posix.join(base, "data"), { optional: true, typed });
  const siblings = await listDirectory(host, posix.join(base, "resources"), { optional: true, typed });
  // A data directory may have a directory of that name itself.
  if (inside !== undefined && (!isData || siblings !== undefined))
    return { roots: rootsOf(base), data: inside, resources: siblings ?? [] };
  if (!isData)
    throw invalid(`there is no data directory in ${quote(path)}`, {
      remedy: "Give path: the directory that holds data/ and resources/, or data/ itself.",
    });
  const roots = rootsOf(posix.dirname(base));
  const resources = (await listDirectory(host, roots.resources, { optional: true, typed })) ?? [];
  return { roots, data: await listDirectory(host, base, { typed }), resources };
}

function rootsOf(top: string): Tree["roots"] {
  return { data: posix.join(top, "data"), resources: posix.join(top, "resources") };
}

async function fileAt(host: FileHost, path: string, typed: boolean): Promise<ListedFile> {
  assertFile(host, path, { typed });
  const slash = path.lastIndexOf("/");
  const listed = await listDirectory(host, slash < 0 ? "." : path.slice(0, slash), { shallow: true, typed });
  const found = listed.find(({ below }) => below === path.slice(slash + 1));
  if (found !== undefined) return found;
  throw invalid(`there is no file ${quote(path)}`, {
    remedy: "Check the path, and that the repository was checked out before this step.",
  });
}

function isConfiguration({ below }: ListedFile): boolean {
  return /\.(?:ya?ml|json)$/.test(below);
}

function valuesOf(files: readonly TreeFile[]): Map<string, Value> {
  // An empty file is skipped, as the bundler does.
  return new Map(
    files.flatMap(({ name, loaded }) =>
      loaded.value === undefined || loaded.value === null ? [] : [[name, loaded.value]],
    ),
  );
}

type Reader = typeof import("@release-actions/yaml/pyyaml");

function treeFile(reader: Reader, area: Area, file: ListedFile, name: string): TreeFile {
  const bytes = readListed(file, MAX_BYTES);
  const facts = {
    name,
    area,
    path: file.path,
    locator: () => reader.locatorOf(readListed(file, MAX_BYTES)?.toString("utf8") ?? ""),
  };
  if (bytes === undefined)
    return {
      ...facts,
      loaded: failed(`is larger than ${MAX_BYTES} bytes, or not a regular file inside the workspace`),
      ...(area === "resources" && { resource: { schema: undefined } }),
    };
  if (area === "resources") {
    const text = bytes.toString("utf8");
    const header = readHeader(text);
    const loaded = header.schema === undefined ? { notes: [] } : reader.loadYaml(text);
    return { ...facts, loaded, resource: { ...header, ...(header.schema !== undefined && { loaded }) } };
  }
  const text = reader.textOf(bytes);
  if (text === undefined) return { ...facts, loaded: failed("is not UTF-8") };
  return { ...facts, loaded: name.endsWith(".json") ? reader.loadJson(text) : reader.loadYaml(text) };
}

function failed(message: string): Loaded {
  return { notes: [], error: { message } };
}
