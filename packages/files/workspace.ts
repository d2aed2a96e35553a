import { invalid, quote, type HostFacts } from "@release-actions/action-types";
import { randomUUID } from "node:crypto";
import { constants } from "node:fs";
import { mkdir, open, realpath, rename, rm, stat } from "node:fs/promises";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

type Workspace = Pick<HostFacts, "workspace">;

/** Large enough for any changelog or manifest, small enough to hold in memory. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/**
 * The absolute path of a file that must lie inside the workspace, symbolic links resolved. The file need not
 * exist, its directory must. Throws `invalid` naming the path.
 */
export async function workspacePath({ workspace }: Workspace, path: string): Promise<string> {
  if (path === "" || path.includes("\0")) throw invalid(`not a path: ${quote(path)}`, { remedy: "Give a path relative to the repository's root." });
  const root = await realpath(workspace);
  const wanted = resolve(root, path);
  const parent = await realpath(dirname(wanted)).catch((cause: unknown) => {
    throw invalid(`there is no directory ${quote(dirname(path))} in the workspace`, { cause, remedy: `Check the path ${quote(path)}.` });
  });
  const real = wanted === root ? root : await realpath(wanted).catch(() => join(parent, basename(wanted)));
  const inside = relative(root, real);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw invalid(`${quote(path)} lies outside the workspace`, { remedy: "Give a path inside the repository; links that lead out of it are not followed." });
  }
  return real;
}

/** Reads a regular file inside the workspace, at most `maxBytes` of it; a larger one is refused before reading. */
export async function readWorkspaceFile(host: Workspace, path: string, { maxBytes = DEFAULT_MAX_BYTES } = {}): Promise<Buffer> {
  const real = await workspacePath(host, path);
  // Non-blocking, so that a FIFO does not hang before its type is known.
  const file = await open(real, constants.O_RDONLY | constants.O_NONBLOCK).catch((cause: NodeJS.ErrnoException) => {
    if (cause.code === "ENOENT") throw invalid(`there is no file ${quote(path)}`, { cause, remedy: "Check the path, and that the repository was checked out before this step." });
    throw invalid(`cannot read ${quote(path)}: ${cause.code ?? cause.message}`, { cause, remedy: "Make the file readable for the user who runs this." });
  });
  try {
    const facts = await file.stat();
    if (!facts.isFile()) throw invalid(`${quote(path)} is not a regular file`, { remedy: "Give the path of a file." });
    if (facts.size > maxBytes) {
      throw invalid(`${quote(path)} has ${facts.size} bytes, at most ${maxBytes} are read`, { remedy: "Give a smaller file." });
    }
    return await file.readFile();
  } finally {
    await file.close();
  }
}

/** Writes a file inside the workspace so that a reader sees the old content or the new one, whole. Keeps its mode. */
export async function writeWorkspaceFile(host: Workspace, path: string, content: Uint8Array | string): Promise<void> {
  const wanted = resolve(host.workspace, path);
  if (dirname(wanted) !== resolve(host.workspace)) await makeDirectoryInside(host, dirname(wanted), path);
  const real = await workspacePath(host, path);
  const present = await stat(real).catch(() => undefined);
  if (present !== undefined && !present.isFile()) throw invalid(`${quote(path)} is not a regular file`, { remedy: "Give the path of a file." });
  const beside = join(dirname(real), `.${basename(real)}.${randomUUID()}.tmp`);
  try {
    const file = await open(beside, "wx", present?.mode ?? 0o644);
    try {
      if (present !== undefined) await file.chmod(present.mode);
      await file.writeFile(content);
      await file.sync();
    } finally {
      await file.close();
    }
    await rename(beside, real);
  } catch (error) {
    await rm(beside, { force: true });
    const cause = error as NodeJS.ErrnoException;
    throw invalid(`cannot write ${quote(path)}: ${cause.code ?? cause.message}`, { cause, remedy: "Check that the workspace is writable and that its disk is not full." });
  }
}

async function makeDirectoryInside(host: Workspace, directory: string, path: string): Promise<void> {
  // The nearest directory that exists decides whether the rest may be made.
  let existing = directory;
  while ((await stat(existing).catch(() => undefined)) === undefined) existing = dirname(existing);
  await workspacePath(host, join(relative(host.workspace, existing), basename(path)));
  await mkdir(directory, { recursive: true });
}
