import { ActionError } from "@release-actions/action";
import { closeSync, fstatSync, readdirSync, readFileSync } from "node:fs";
import { join, relative, sep } from "node:path";
import { factsAt } from "./facts.ts";
import { openRegular } from "./held.ts";
import { isGitName } from "./names.ts";
import { isInside, noDirectory, placeOf, whereItLeads, type FileHost, type Place, type Use } from "./place.ts";
import { workspaceDirectory } from "./workspace.ts";

/** A file found below a directory. */
export interface ListedFile {
  /** Relative to the workspace, with forward slashes; absolute if it lies elsewhere. */
  readonly path: string;
  /** From the directory that was listed, with forward slashes. */
  readonly below: string;
  /** Its place; undefined for a link that the rule does not allow. */
  readonly place: Place | undefined;
}

interface ListOptions extends Pick<Use, "typed"> {
  /** Do not list subdirectories. */
  readonly shallow?: boolean;
}

/**
 * All files below a directory, sorted. Skips hidden files and directories, and does not follow symbolic links to
 * directories. Throws `invalid` if it does not exist; with `optional`, returns undefined.
 */
export async function listDirectory(
  host: FileHost,
  path: string,
  options: ListOptions & { readonly optional: true },
): Promise<readonly ListedFile[] | undefined>;
export async function listDirectory(
  host: FileHost,
  path: string,
  options?: ListOptions,
): Promise<readonly ListedFile[]>;
export async function listDirectory(
  host: FileHost,
  path: string,
  { optional = false, shallow = false, typed = false }: ListOptions & { readonly optional?: boolean } = {},
): Promise<readonly ListedFile[] | undefined> {
  const workspace = placeOf(host, ".").real;
  const place = placeOf(host, path, { typed });
  const isDirectory = factsAt(place.real, path)?.isDirectory() === true;
  if (!isDirectory && optional) return undefined;
  if (!isDirectory) throw noDirectory(path);
  const real = await workspaceDirectory(host, path, { typed });
  const from = (isInside(workspace, real) ? relative(workspace, real) : real).split(sep).join("/");
  const found: ListedFile[] = [];
  walk(
    { real, path: from === "" ? "" : `${from}/`, below: "", link: (given) => allowed(host, given, typed), shallow },
    found,
  );
  return found.sort((one, other) => (one.below < other.below ? -1 : one.below > other.below ? 1 : 0));
}

interface Directory {
  readonly real: string;
  readonly path: string;
  readonly below: string;
  readonly link: (path: string) => Place | undefined;
  readonly shallow: boolean;
}

function walk({ real, path, below, link, shallow }: Directory, found: ListedFile[]): void {
  for (const entry of readdirSync(real, { withFileTypes: true })) {
    if (entry.name.startsWith(".") || isGitName(entry.name)) continue;
    const file = { path: path + entry.name, below: below + entry.name };
    const at = join(real, entry.name);
    if (entry.isDirectory()) {
      if (!shallow) walk({ real: at, path: `${file.path}/`, below: `${file.below}/`, link, shallow }, found);
    } else if (!entry.isSymbolicLink()) {
      if (entry.isFile()) found.push({ ...file, place: { given: file.path, real: at } });
    } else if (!leadsToDirectory(at)) {
      found.push({ ...file, place: link(at) });
    }
  }
}

function leadsToDirectory(path: string): boolean {
  try {
    return factsAt(whereItLeads(path, path), path)?.isDirectory() === true;
  } catch (error) {
    if (error instanceof ActionError) return false;
    throw error;
  }
}

function allowed(host: FileHost, path: string, typed: boolean): Place | undefined {
  try {
    return placeOf(host, path, { typed });
  } catch (error) {
    if (error instanceof ActionError) return undefined;
    throw error;
  }
}

/** The bytes of a listed file; undefined for one that is too large, not regular, or leads where the rule does not. */
export function readListed({ place }: ListedFile, maxBytes: number): Buffer | undefined {
  if (place === undefined) return undefined;
  let file: number;
  try {
    file = openRegular(place);
  } catch (error) {
    if (error instanceof ActionError) return undefined;
    throw error;
  }
  try {
    return fstatSync(file).size <= maxBytes ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}
