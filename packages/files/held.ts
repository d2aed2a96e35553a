import { invalid, quote, ActionError } from "@release-actions/action";
import {
  closeSync,
  constants,
  fchmodSync,
  fstatSync,
  fsyncSync,
  lstatSync,
  mkdirSync,
  openSync,
  readlinkSync,
  renameSync,
  rmSync,
  writeFileSync,
  writeSync,
  type Stats,
} from "node:fs";
import { dirname, join } from "node:path";
import { factsAt } from "./facts.ts";
import { notRegular, whereItLeads, type Place } from "./place.ts";

// Windows has none of these flags; there, a second look at the opened file finds what they would refuse.
const { O_RDONLY, O_NONBLOCK = 0, O_NOFOLLOW = 0, O_DIRECTORY } = constants;

/**
 * Opens a regular file for reading. Guarantees that nothing has replaced it since the rule allowed it, by checking
 * where the open file itself lies. Refuses a FIFO or a device before opening it.
 */
export function openRegular({ given, real }: Place): number {
  const facts = factsAt(real, given);
  if (facts === undefined) throw missing(given);
  if (!facts.isFile()) throw notRegular(given);
  const file = openOnce(real, given);
  try {
    // It may have become a FIFO in the meantime: the open did not block, and nothing is read from it.
    if (!fstatSync(file).isFile()) throw notRegular(given);
    assertAt(file, real, given);
    return file;
  } catch (error) {
    closeSync(file);
    throw error;
  }
}

function openOnce(real: string, given: string): number {
  try {
    return openSync(real, O_RDONLY | O_NONBLOCK | O_NOFOLLOW);
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    if (code === "ENOENT") throw missing(given, error);
    if (code === "ELOOP") throw replaced(given);
    throw invalid(`cannot read ${quote(given)}: ${code ?? message}`, {
      cause: error,
      remedy: "Make the file readable for the user who runs this.",
    });
  }
}

/** A directory that stays the same one, whatever happens to its path. */
export interface HeldDirectory {
  readonly real: string;
  /** A path to an entry that goes through this directory, never through one that replaced it. */
  at(name: string): string;
  /** Throws `invalid` if the directory has moved. */
  assertInside(): void;
  sync(): void;
  close(): void;
}

/** Opens an allowed directory. Throws `invalid` if something else has replaced it. */
export function holdDirectory(real: string, given: string): HeldDirectory {
  return hold(real, real, given);
}

/** Does the same, and creates missing directories one by one, each inside its parent. */
export function holdMadeDirectory(real: string, given: string): HeldDirectory {
  const names: string[] = [];
  let existing = real;
  while (factsAt(existing, given) === undefined) {
    names.unshift(existing.slice(dirname(existing).length).replace(/^[\\/]/, ""));
    existing = dirname(existing);
  }
  let held = holdDirectory(existing, given);
  for (const name of names) {
    const above = held;
    try {
      makeEntry(above, name);
      held = hold(above.at(name), join(above.real, name), given);
    } finally {
      above.close();
    }
  }
  return held;
}

function makeEntry(directory: HeldDirectory, name: string): void {
  try {
    directory.assertInside();
    mkdirSync(directory.at(name));
  } catch (error) {
    // A concurrent run may have created it.
    if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
  }
}

function hold(path: string, real: string, given: string): HeldDirectory {
  if (O_DIRECTORY === undefined) return heldByPath(real, given);
  let file: number;
  try {
    file = openSync(path, O_RDONLY | O_DIRECTORY | O_NOFOLLOW);
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === "ELOOP" || (code === "ENOTDIR" && factsAt(real, given)?.isSymbolicLink() === true))
      throw replaced(given);
    throw error;
  }
  const assertInside = () => assertAt(file, real, given);
  try {
    assertInside();
  } catch (error) {
    closeSync(file);
    throw error;
  }
  const through = descriptorPath(file) === undefined ? real : `/proc/self/fd/${file}`;
  return {
    real,
    at: (name) => join(through, name),
    assertInside,
    sync: () => fsyncSync(file),
    close: () => closeSync(file),
  };
}

/** Without directory descriptors, all that can be done is to check the path again. */
function heldByPath(real: string, given: string): HeldDirectory {
  const facts = lstatSync(real, { bigint: true });
  const assertInside = () => {
    const now = lstatSync(real, { bigint: true, throwIfNoEntry: false });
    if (now?.isDirectory() !== true || now.ino !== facts.ino || whereItLeads(real, given) !== real)
      throw replaced(given);
  };
  assertInside();
  return { real, at: (name) => join(real, name), assertInside, sync: () => undefined, close: () => undefined };
}

/**
 * Writes a file in the directory atomically: a reader sees either the old content or the new. Never writes through a
 * link. Content that arrives in pieces is never held in memory as a whole.
 */
export function replaceFile(
  directory: HeldDirectory,
  name: string,
  content: Uint8Array | string | Iterable<string>,
  given: string,
  // The name is the same after a crash, so that the next run replaces what was left.
  besideName = `.${name}.release-actions.tmp`,
): void {
  const target = directory.at(name);
  const present = factsAt(target, given);
  if (present?.isSymbolicLink() === true) throw replaced(given);
  if (present?.isFile() === false) throw notRegular(given);
  const beside = directory.at(besideName);
  try {
    rmSync(beside, { force: true });
    writeNew(beside, content, present);
    directory.assertInside();
    renameSync(beside, target);
    directory.sync();
  } catch (error) {
    rmSync(beside, { force: true });
    if (error instanceof ActionError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw invalid(`cannot write ${quote(given)}: ${code ?? message}`, {
      cause: error,
      remedy: "Check that the directory is writable and that its disk is not full.",
    });
  }
}

const PIECE = 64 * 1024;

function writeNew(path: string, content: Uint8Array | string | Iterable<string>, present: Stats | undefined): void {
  const file = openSync(path, "wx");
  try {
    if (typeof content === "string" || content instanceof Uint8Array) writeFileSync(file, content);
    else writePieces(file, content);
    if (present !== undefined) fchmodSync(file, present.mode);
    fsyncSync(file);
  } finally {
    closeSync(file);
  }
}

function writePieces(file: number, pieces: Iterable<string>): void {
  let waiting = "";
  for (const piece of pieces) {
    waiting += piece;
    if (waiting.length < PIECE) continue;
    writeText(file, waiting);
    waiting = "";
  }
  writeText(file, waiting);
}

/** A text goes out without a copy of it as bytes; what the system did not take at once goes as bytes. */
function writeText(file: number, text: string): void {
  const written = writeSync(file, text);
  if (written < Buffer.byteLength(text)) writeFileSync(file, Buffer.from(text).subarray(written));
}

/** Appends to a regular file in the directory, and creates it if missing. Refuses a link. */
export function appendToFile(directory: HeldDirectory, name: string, text: string, given: string): void {
  const { O_WRONLY, O_APPEND, O_CREAT } = constants;
  const present = factsAt(directory.at(name), given);
  if (present?.isFile() === false) throw notRegular(given);
  const file = openSync(directory.at(name), O_WRONLY | O_APPEND | O_CREAT | O_NOFOLLOW | O_NONBLOCK, 0o666);
  try {
    if (!fstatSync(file).isFile()) throw notRegular(given);
    assertAt(file, join(directory.real, name), given);
    writeFileSync(file, text);
  } finally {
    closeSync(file);
  }
}

/** Throws unless the open file is the one at this path, with no links in it. */
function assertAt(file: number, real: string, given: string): void {
  const path = descriptorPath(file);
  if (path === undefined ? !isSameFile(file, real, given) : path !== real) throw replaced(given);
}

/** The path of an open file, from the operating system; undefined if it does not report one. */
function descriptorPath(file: number): string | undefined {
  try {
    const path = readlinkSync(`/proc/self/fd/${file}`);
    return path.startsWith("/") ? path : undefined;
  } catch {
    return undefined;
  }
}

function isSameFile(file: number, real: string, given: string): boolean {
  const opened = fstatSync(file, { bigint: true });
  const there = lstatSync(real, { bigint: true, throwIfNoEntry: false });
  return (
    there !== undefined && opened.dev === there.dev && opened.ino === there.ino && whereItLeads(real, given) === real
  );
}

function missing(given: string, cause?: unknown): Error {
  return invalid(`there is no file ${quote(given)}`, {
    cause,
    remedy: "Check the path, and that the repository was checked out before this step.",
  });
}

function replaced(given: string): Error {
  return invalid(`${quote(given)} or a directory above it was replaced while it was being opened`, {
    remedy: "Run again while no other process changes these files.",
  });
}
