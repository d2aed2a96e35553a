import { invalid, quote, type HostFacts } from "@release-actions/action-types";
import { closeSync, constants, fstatSync, openSync, readdirSync, readFileSync, realpathSync, statSync, type Dirent } from "node:fs";
import { join, relative, sep } from "node:path";
import { workspacePath } from "./workspace.ts";

/** A file that was found below a directory of the workspace. */
export interface ListedFile {
  /** From the workspace, with forward slashes. */
  readonly path: string;
  /** From the directory that was listed, with forward slashes. */
  readonly below: string;
  /** Absolute, its directories free of symbolic links. */
  readonly real: string;
  /** For a symbolic link: where it must stay, the workspace's real path. */
  readonly within?: string;
}

/**
 * All files below a directory of the workspace, sorted; hidden files and directories are passed over, and symbolic
 * links to directories are not followed. Throws `invalid` where there is no such directory; with `optional` that is
 * undefined. `shallow` lists the directory alone.
 */
export async function listDirectory(host: Pick<HostFacts, "workspace">, path: string, options: { readonly optional: true; readonly shallow?: boolean }): Promise<readonly ListedFile[] | undefined>;
export async function listDirectory(host: Pick<HostFacts, "workspace">, path: string, options?: { readonly shallow?: boolean }): Promise<readonly ListedFile[]>;
export async function listDirectory(
  host: Pick<HostFacts, "workspace">,
  path: string,
  { optional = false, shallow = false }: { readonly optional?: boolean; readonly shallow?: boolean } = {},
): Promise<readonly ListedFile[] | undefined> {
  const workspace = realpathSync(host.workspace);
  const there = statSync(join(workspace, path), { throwIfNoEntry: false });
  if (there === undefined && optional) return undefined;
  const real = await workspacePath(host, path);
  if (there?.isDirectory() !== true) {
    throw invalid(`there is no directory ${quote(path)}`, { remedy: "Check the path, and that the repository was checked out before this step." });
  }
  const found: ListedFile[] = [];
  const from = relative(workspace, real).split(sep).join("/");
  walk({ real, path: from === "" ? "" : `${from}/`, below: "", workspace, shallow }, found);
  return found.sort((one, other) => (one.below < other.below ? -1 : one.below > other.below ? 1 : 0));
}

interface Directory {
  readonly real: string;
  readonly path: string;
  readonly below: string;
  readonly workspace: string;
  readonly shallow: boolean;
}

function walk({ real, path, below, workspace, shallow }: Directory, found: ListedFile[]): void {
  for (const entry of readdirSync(real, { withFileTypes: true })) {
    if (entry.name.startsWith(".")) continue;
    const file = { path: path + entry.name, below: below + entry.name, real: real + sep + entry.name };
    if (entry.isDirectory()) {
      if (!shallow) walk({ real: file.real, path: `${file.path}/`, below: `${file.below}/`, workspace, shallow }, found);
    } else if (isFile(entry, file.real)) {
      found.push(entry.isSymbolicLink() ? { ...file, within: workspace } : file);
    }
  }
}

function isFile(entry: Dirent, real: string): boolean {
  return entry.isFile() || (entry.isSymbolicLink() && statSync(real, { throwIfNoEntry: false })?.isDirectory() !== true);
}

/** The bytes of a listed file; undefined for one that is too large, no regular file, or leads out of the workspace. */
export function readListed({ real, within }: ListedFile, maxBytes: number): Buffer | undefined {
  let file: number;
  try {
    const place = within === undefined ? real : insideOrNothing(realpathSync(real), within);
    if (place === undefined) return undefined;
    // Non-blocking, so that a FIFO does not hang; no link, so that what was listed is what is read.
    file = openSync(place, constants.O_RDONLY | constants.O_NONBLOCK | constants.O_NOFOLLOW);
  } catch {
    return undefined;
  }
  try {
    const facts = fstatSync(file);
    return facts.isFile() && facts.size <= maxBytes ? readFileSync(file) : undefined;
  } finally {
    closeSync(file);
  }
}

function insideOrNothing(real: string, workspace: string): string | undefined {
  const way = relative(workspace, real);
  return way === ".." || way.startsWith(`..${sep}`) ? undefined : real;
}
