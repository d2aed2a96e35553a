import { invalid, quote, ActionError } from "@release-actions/action";
// The synchronous calls: loading the promise variants would cost every action a tenth of its start.
import { closeSync, fstatSync, readFileSync } from "node:fs";
import { dirname } from "node:path";
import { factsAt } from "./facts.ts";
import { holdDirectory, holdMadeDirectory, openRegular, replaceFile } from "./held.ts";
import { nameIn, noDirectory, notRegular, placeOf, type FileHost, type Place, type Use } from "./place.ts";

/** Large enough for any changelog or manifest, small enough to hold in memory. */
export const DEFAULT_MAX_BYTES = 64 * 1024 * 1024;

type Source = Pick<Use, "typed">;
type Target = Pick<Use, "typed" | "workflows">;

/** Reads a regular file that the rule of `placeOf` allows. One larger than `maxBytes` is refused before it is read. */
export async function readWorkspaceFile(
  host: FileHost,
  path: string,
  options: Source & { readonly maxBytes?: number } = {},
): Promise<Buffer> {
  return readPlace(placeOf(host, path, options), options.maxBytes);
}

/** Reads the file at a place. Throws if it has been replaced since the place was allowed. */
export function readPlace(place: Place, maxBytes: number = DEFAULT_MAX_BYTES): Buffer {
  assertDirectory(place);
  const file = openRegular(place);
  try {
    const { size } = fstatSync(file);
    if (size > maxBytes) {
      throw invalid(`${quote(place.given)} has ${size} bytes; at most ${maxBytes} are read`, {
        remedy: "Give a smaller file.",
      });
    }
    return readFileSync(file);
  } finally {
    closeSync(file);
  }
}

function assertDirectory({ given, real }: Place): void {
  if (factsAt(dirname(real), given) !== undefined) return;
  throw invalid(`there is no file ${quote(given)}`, {
    remedy: `The directory ${quote(dirname(given))} does not exist. Check the path.`,
  });
}

/**
 * Writes a file that `placeOf` allows, and creates its directories. The write is atomic: a reader sees either the old
 * content or the new. Keeps the file's mode. Content that arrives in pieces is never held in memory as a whole.
 */
export async function writeWorkspaceFile(
  host: FileHost,
  path: string,
  content: Uint8Array | string | Iterable<string>,
  options: Target = {},
): Promise<void> {
  writePlace(placeOf(host, path, { ...options, write: true }), content);
}

/** Writes the file at a place. */
export function writePlace(place: Place, content: Uint8Array | string | Iterable<string>): void {
  const { given, real } = place;
  const parent = dirname(real);
  // A directory, and above all a root, has no file name to write to.
  if (factsAt(real, given)?.isDirectory() === true) throw notRegular(given);
  const directory = inWords(`cannot write ${quote(given)}`, () => holdMadeDirectory(parent, given));
  try {
    replaceFile(directory, nameIn(place), content, given);
  } finally {
    directory.close();
  }
}

/** Creates a directory and its parents if they do not exist. Throws `invalid` as writing does. */
export async function makeWorkspaceDirectory(host: FileHost, path: string, options: Source = {}): Promise<void> {
  const { real } = placeOf(host, path, { ...options, write: true });
  inWords(`cannot make the directory ${quote(path)}`, () => holdMadeDirectory(real, path)).close();
}

/**
 * The absolute path of a directory that the rule allows, with links resolved, for an external program such as git.
 * Throws `invalid` if there is none.
 */
export async function workspaceDirectory(host: FileHost, path: string, options: Source = {}): Promise<string> {
  const { real } = placeOf(host, path, options);
  if (factsAt(real, path)?.isDirectory() !== true) throw noDirectory(path);
  inWords(`cannot open the directory ${quote(path)}`, () => holdDirectory(real, path)).close();
  return real;
}

function inWords<T>(what: string, step: () => T): T {
  try {
    return step();
  } catch (error) {
    if (error instanceof ActionError) throw error;
    const { code, message } = error as NodeJS.ErrnoException;
    throw invalid(`${what}: ${code ?? message}`, {
      cause: error,
      remedy: "Check that its directory can be opened and written to, and that no file has a directory's name.",
    });
  }
}
