import { findInJson } from "./json.ts";
import { localCrates } from "./toml-files.ts";
import { readToml } from "./toml.ts";

/** A lock file that may be next to or above a version file, repeats its version and must change with it. */
export interface Companion {
  readonly path: string;
  /** The keys, for readVersions and writeVersion, under which it repeats the version; none when it does not. */
  keys(content: string): Promise<readonly (string | undefined)[]>;
}

/** The lock files of the version file `path`; which of them exist is for the caller to see. */
export async function companions(path: string, content: string): Promise<Companion[]> {
  const folders = path.split("/");
  const name = folders.pop();
  if (name === "package.json") return npmLocks(folders);
  return name === "Cargo.toml" ? cargoLocks(folders, path, content) : [];
}

/** npm locks a package next to it, and the packages of a workspace at the workspace's root under their folder. */
function npmLocks(folders: readonly string[]): Companion[] {
  return upwards(folders).flatMap(({ above, below }) =>
    ["package-lock.json", "npm-shrinkwrap.json"].map((name): Companion => {
      const path = [...above, name].join("/");
      const key = `packages."${below.join("/")}".version`;
      const keysIn = (lock: string) => findInJson(path, lock, key).places.map(() => key);
      return { path, keys: async (lock) => (below.length === 0 ? [undefined] : keysIn(lock)) };
    }),
  );
}

/** cargo locks a crate by its name; the crates that take the workspace's version are those that have it. */
async function cargoLocks(folders: readonly string[], path: string, content: string): Promise<Companion[]> {
  const entries = await readToml(path, content);
  const text = (...wanted: string[]): string | undefined =>
    entries.find((entry) => entry.path.join("\n") === wanted.join("\n"))?.text;
  const crate = text("package", "name");
  const shared = text("workspace", "package", "version");
  return upwards(folders).map(({ above }) => {
    const lock = [...above, "Cargo.lock"].join("/");
    const isOurs = (found: { name: string; version: string }): boolean =>
      found.name === crate || found.version === shared;
    const keys = async (locked: string) => (await localCrates(lock, locked)).filter(isOurs).map(({ name }) => name);
    return { path: lock, keys };
  });
}

function upwards(folders: readonly string[]): { above: readonly string[]; below: readonly string[] }[] {
  return folders
    .map((_, i) => i)
    .concat(folders.length)
    .reverse()
    .map((i) => ({ above: folders.slice(0, i), below: folders.slice(i) }));
}
