import { invalid } from "@release-actions/action";
import { lineAt, type Found, type Place } from "./place.ts";
import { keySegments, keyText } from "./target.ts";
import { readToml, type TomlEntry } from "./toml.ts";

/** The version of any TOML file at `key`, by default the top-level `version`. */
export async function findInToml(file: string, content: string, key: string | undefined): Promise<Found> {
  const segments = key === undefined ? ["version"] : keySegments(key);
  const found = at(await readToml(file, content), segments);
  return { places: places(file, content, [found]), looked: `the text at ${keyText(segments)}` };
}

/** The version of a Python project: `[project]` (PEP 621) and `[tool.poetry]`, both where both state one. */
export async function findInPyproject(file: string, content: string, key: string | undefined): Promise<Found> {
  if (key !== undefined) return findInToml(file, content, key);
  const entries = await readToml(file, content);
  const found = [at(entries, ["project", "version"]), at(entries, ["tool", "poetry", "version"])];
  const dynamic = at(entries, ["project", "dynamic"]);
  const isDynamic = found.every((entry) => entry === undefined) && /["']version["']/.test(dynamic?.raw ?? "");
  return {
    places: places(file, content, found),
    looked: "version in [project] and in [tool.poetry]",
    many: true,
    ...(isDynamic ? { elsewhere: origin(entries) } : {}),
  };
}

/** The version of a crate, or of its workspace. */
export async function findInCargo(file: string, content: string, key: string | undefined): Promise<Found> {
  if (key !== undefined) return findInToml(file, content, key);
  const entries = await readToml(file, content);
  const own = at(entries, ["package", "version"]);
  const inherits = own?.kind === "table" || at(entries, ["package", "version", "workspace"]) !== undefined;
  const found = [inherits ? undefined : own, at(entries, ["workspace", "package", "version"])];
  return {
    places: places(file, content, found),
    looked: "version in [package] and in [workspace.package]",
    ...(inherits
      ? {
          elsewhere: {
            what: "the crate takes its version from the workspace (version.workspace = true)",
            remedy: "List the workspace's Cargo.toml, which has [workspace.package] version, instead.",
          },
        }
      : {}),
  };
}

/**
 * The entries of Cargo.lock for the crate `key`. Without a key: all crates of the workspace, which are those without a
 * source, as long as they have one version.
 */
export async function findInCargoLock(file: string, content: string, key: string | undefined): Promise<Found> {
  const crates = lockedCrates(await readToml(file, content));
  const local = crates.filter(({ name, source }) => source === undefined && (key === undefined || name?.text === key));
  const found = local.map(({ version }) => version);
  const references = key === undefined ? [] : qualified(content, key, crates);
  return {
    places: [...places(file, content, found), ...references],
    looked:
      key === undefined ? "[[package]] entries without a source" : `the [[package]] entry ${key} without a source`,
    many: key !== undefined || new Set(found.map((entry) => entry?.text)).size === 1,
  };
}

/** The crates of the workspace itself in a Cargo.lock: those without a source. */
export async function localCrates(file: string, content: string): Promise<{ name: string; version: string }[]> {
  return lockedCrates(await readToml(file, content)).flatMap(({ name, version, source }) =>
    source !== undefined || name?.text === undefined || version?.text === undefined
      ? []
      : [{ name: name.text, version: version.text }],
  );
}

interface LockedCrate {
  name?: TomlEntry;
  version?: TomlEntry;
  source?: TomlEntry;
  dependencies?: TomlEntry;
}

function lockedCrates(entries: readonly TomlEntry[]): LockedCrate[] {
  const crates = new Map<string, LockedCrate>();
  for (const entry of entries) {
    const [table, index, field] = entry.path;
    if (table !== "package" || index === undefined || entry.path.length !== 3) continue;
    const crate = crates.get(index) ?? {};
    crates.set(index, crate);
    if (field === "name" || field === "version" || field === "source" || field === "dependencies") crate[field] = entry;
  }
  return [...crates.values()];
}

/** Cargo writes `"name 1.0.0"` in dependencies where two versions of one name are locked: those change as well. */
function qualified(content: string, name: string, crates: readonly LockedCrate[]): Place[] {
  const version = crates.find((crate) => crate.name?.text === name && crate.source === undefined)?.version?.text;
  if (version === undefined) return [];
  const token = `"${name} ${version}"`;
  const found: Place[] = [];
  for (const { dependencies } of crates) {
    if (dependencies === undefined) continue;
    for (let from = dependencies.raw.indexOf(token); from >= 0; from = dependencies.raw.indexOf(token, from + 1)) {
      const start = dependencies.start + from + name.length + 2;
      found.push({
        start,
        end: start + version.length,
        version: content.slice(start, start + version.length),
        key: name,
      });
    }
  }
  return found;
}

function at(entries: readonly TomlEntry[], path: readonly string[]): TomlEntry | undefined {
  return entries.find((entry) => entry.path.length === path.length && entry.path.every((part, i) => part === path[i]));
}

function places(file: string, content: string, entries: readonly (TomlEntry | undefined)[]): Place[] {
  return entries
    .filter((entry) => entry !== undefined)
    .map((entry) => {
      const key = keyText(entry.path);
      if (entry.text !== undefined) return { start: entry.start + 1, end: entry.end - 1, version: entry.text, key };
      throw invalid(`${file}:${lineAt(content, entry.start)}: ${key} is not a text on one line`, {
        remedy: 'Write the version in single or double quotes, as in version = "1.2.3".',
      });
    });
}

/** Where a version that pyproject.toml calls dynamic is really written, from the build tool's table. */
function origin(entries: readonly TomlEntry[]): { what: string; remedy: string } {
  const text = (...path: string[]): string | undefined => at(entries, path)?.text;
  const has = (...path: string[]): boolean => entries.some((entry) => path.every((part, i) => entry.path[i] === part));
  const what = (where: string): string => `[project] calls its version dynamic: ${where}`;
  const setuptools = ["tool", "setuptools", "dynamic", "version"];
  const attribute = text(...setuptools, "attr");
  if (attribute !== undefined) {
    return {
      what: what(`setuptools reads it from the attribute ${attribute}`),
      remedy: `List the Python file that assigns ${attribute} instead.`,
    };
  }
  const listed = at(entries, [...setuptools, "file"])?.raw.replace(/[[\]"'\s]/g, "");
  const path = listed ?? text("tool", "hatch", "version", "path") ?? text("tool", "pdm", "version", "path");
  if (path !== undefined) return { what: what(`it comes from the file ${path}`), remedy: `List ${path} instead.` };
  const isFromTag =
    has("tool", "setuptools_scm") ||
    has("tool", "poetry-dynamic-versioning") ||
    text("tool", "hatch", "version", "source") === "vcs" ||
    text("tool", "pdm", "version", "source") === "scm";
  if (isFromTag) {
    return {
      what: what("the build tool takes it from the git tag"),
      remedy: "Remove the file from the list: the tag is its version.",
    };
  }
  if (has("tool", "maturin"))
    return { what: what("maturin takes it from Cargo.toml"), remedy: "List Cargo.toml instead." };
  if (has("tool", "flit")) {
    return {
      what: what("flit takes it from the module's __version__"),
      remedy: "List the module's __init__.py instead.",
    };
  }
  return {
    what: what("the build tool computes it"),
    remedy: "List the file that the build tool reads it from instead.",
  };
}
