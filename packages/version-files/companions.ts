import { readToml } from "./toml.ts";

/** A file that repeats the version of another one and must change with it, if it exists: a lock file. */
export interface Companion {
  readonly path: string;
  /** The key for readVersions and writeVersion. */
  readonly key?: string;
}

/** The lock files that may stand beside the version file `path`; which of them exist is for the caller to see. */
export function companions(path: string, content: string): Companion[] {
  const slash = path.lastIndexOf("/") + 1;
  const folder = path.slice(0, slash);
  const name = path.slice(slash);
  if (name === "package.json") {
    return [{ path: `${folder}package-lock.json` }, { path: `${folder}npm-shrinkwrap.json` }];
  }
  if (name !== "Cargo.toml") return [];
  const crate = readToml(path, content).find((entry) => entry.path.join("\n") === "package\nname")?.text;
  return [crate === undefined ? { path: `${folder}Cargo.lock` } : { path: `${folder}Cargo.lock`, key: crate }];
}
