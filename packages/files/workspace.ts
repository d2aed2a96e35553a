import { invalid, quote, Stop, type HostFacts } from "@release-actions/action-types";
// The synchronous calls: loading the promise variants would cost every action a tenth of its start.
import {
  chmodSync,
  closeSync,
  constants,
  fstatSync,
  fsyncSync,
  mkdirSync,
  openSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
  writeSync,
} from "node:fs";
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from "node:path";

type Workspace = Pick<HostFacts, "workspace">;

/** Large enough for any changelog or manifest, small enough to hold in memory. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

/**
 * The absolute path of a file that must lie inside the workspace, symbolic links resolved. The file need not
 * exist, its directory must. Throws `invalid` naming the path.
 */
export async function workspacePath({ workspace }: Workspace, path: string): Promise<string> {
  if (path === "" || path.includes("\0")) {
    throw invalid(`not a path: ${quote(path)}`, { remedy: "Give a path relative to the repository's root." });
  }
  const root = realpathSync(workspace);
  const wanted = resolve(root, path);
  const real = realPathOf(wanted) ?? join(realDirectory(wanted, path), basename(wanted));
  const inside = relative(root, real);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    throw invalid(`${quote(path)} lies outside the workspace`, {
      remedy: "Give a path inside the repository; links that lead out of it are not followed.",
    });
  }
  return real;
}

function realPathOf(path: string): string | undefined {
  try {
    return realpathSync(path);
  } catch {
    return undefined;
  }
}

function realDirectory(wanted: string, path: string): string {
  const real = realPathOf(dirname(wanted));
  if (real !== undefined) return real;
  throw invalid(`there is no file ${quote(path)}`, { remedy: `The directory ${quote(dirname(path))} does not exist. Check the path.` });
}

/** Reads a regular file inside the workspace. One larger than `maxBytes` is refused before it is read. */
export async function readWorkspaceFile(host: Workspace, path: string, { maxBytes = DEFAULT_MAX_BYTES } = {}): Promise<Buffer> {
  const file = openToRead(await workspacePath(host, path), path);
  try {
    const facts = fstatSync(file);
    if (!facts.isFile()) throw invalid(`${quote(path)} is not a regular file`, { remedy: "Give the path of a file." });
    if (facts.size > maxBytes) {
      throw invalid(`${quote(path)} has ${facts.size} bytes; at most ${maxBytes} are read`, { remedy: "Give a smaller file." });
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function openToRead(real: string, path: string): number {
  try {
    // Non-blocking, so that a FIFO does not hang before its type is known.
    return openSync(real, constants.O_RDONLY | constants.O_NONBLOCK);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") {
      throw invalid(`there is no file ${quote(path)}`, { cause: error, remedy: "Check the path, and that the repository was checked out before this step." });
    }
    throw invalid(`cannot read ${quote(path)}: ${code ?? message}`, { cause: error, remedy: "Make the file readable for the user who runs this." });
  }
}

/**
 * Writes a file inside the workspace so that a reader sees the old content or the new one, whole. Keeps its mode. What
 * comes in pieces is never in memory whole.
 */
export async function writeWorkspaceFile(host: Workspace, path: string, content: Uint8Array | string | Iterable<string>): Promise<void> {
  await makeWorkspaceDirectory(host, dirname(resolve(realpathSync(host.workspace), path)));
  const real = await workspacePath(host, path);
  const present = statSync(real, { throwIfNoEntry: false });
  if (present !== undefined && !present.isFile()) throw invalid(`${quote(path)} is not a regular file`, { remedy: "Give the path of a file." });
  // The name is the same after a crash, so that the next run replaces what was left.
  const beside = join(dirname(real), `.${basename(real)}.release-actions.tmp`);
  try {
    rmSync(beside, { force: true });
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(beside, content, { flag: "wx", flush: true });
    else writePieces(beside, content);
    if (present !== undefined) chmodSync(beside, present.mode);
    renameSync(beside, real);
    syncDirectory(dirname(real));
  } catch (error) {
    rmSync(beside, { force: true });
    const { code, message } = error as NodeJS.ErrnoException;
    throw invalid(`cannot write ${quote(path)}: ${code ?? message}`, { cause: error, remedy: "Check that the workspace is writable and that its disk is not full." });
  }
}

const PIECE = 64 * 1024;

function writePieces(path: string, pieces: Iterable<string>): void {
  const file = openSync(path, "wx");
  try {
    let waiting = "";
    for (const piece of pieces) {
      waiting += piece;
      if (waiting.length < PIECE) continue;
      writeText(file, waiting);
      waiting = "";
    }
    writeText(file, waiting);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

/** A text goes out without a copy of it as bytes; what the system did not take at once goes as bytes. */
function writeText(file: number, text: string): void {
  const written = writeSync(file, text);
  if (written < Buffer.byteLength(text)) writeFileSync(file, Buffer.from(text).subarray(written));
}

/** Makes a directory of the workspace with its parents, where it is not there yet. Throws `invalid` as writing does. */
export async function makeWorkspaceDirectory(host: Workspace, path: string): Promise<void> {
  const directory = resolve(realpathSync(host.workspace), path);
  try {
    await makeDirectoryInside(host, directory);
  } catch (error) {
    if (error instanceof Stop) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw invalid(`cannot make the directory ${quote(path)}: ${code ?? message}`, { cause: error, remedy: "Check that the workspace is writable, and that no file has this name." });
  }
}

/** Makes the directory and its parents, once the nearest one that exists is known to lie inside the workspace. */
async function makeDirectoryInside(host: Workspace, directory: string): Promise<void> {
  let existing = directory;
  while (statSync(existing, { throwIfNoEntry: false }) === undefined) existing = dirname(existing);
  await workspacePath(host, existing);
  mkdirSync(directory, { recursive: true });
}

function syncDirectory(directory: string): void {
  const handle = openSync(directory, constants.O_RDONLY);
  try {
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
}
