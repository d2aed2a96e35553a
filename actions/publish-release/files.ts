import { lstat } from "node:fs/promises";
import { basename, isAbsolute, join, resolve } from "node:path";
import { invalid, ActionError, type Problem } from "@release-actions/action";
import { placeOf, type FileHost, type Place } from "@release-actions/files";
import { fileAsset } from "@release-actions/forge";
import type { Asset, Forge } from "@release-actions/forge";
import { findFiles, isPattern } from "./glob.ts";

interface FoundFile {
  /** As messages show it, relative to the workspace. */
  readonly path: string;
  readonly place: Place;
  readonly size: number;
}

/** Files hashed side by side, each through one small buffer. */
const AT_ONCE = 4;

/**
 * The regular files that `patterns` name, each once, hashed. Adds everything wrong with them to `problems`; leaves out
 * a file with a problem.
 */
export async function filesOf(
  host: FileHost,
  patterns: readonly string[],
  forge: Forge,
  problems: Problem[],
): Promise<Asset[]> {
  const found = new Map<string, FoundFile>();
  for (const pattern of patterns) {
    for (const path of await pathsOf(host, pattern, problems)) {
      const file = found.has(path) ? undefined : await checkedFile(host, path, problems);
      if (file !== undefined) found.set(path, file);
    }
  }
  const files = [...found.values()];
  problems.push(...sizeProblems(files, forge), ...collisions(files, forge));
  return problems.length > 0 ? [] : hashed(files, forge);
}

async function pathsOf(host: FileHost, pattern: string, problems: Problem[]): Promise<string[]> {
  // A path that exists is meant as it is, whatever characters it has.
  const asPath = pattern.replace(/^(?:\.\/)+/, "");
  const isThere = async () => (await lstat(resolve(host.workspace, asPath)).catch(() => undefined)) !== undefined;
  if (!isPattern(pattern) || (await isThere())) return [asPath];
  try {
    const paths = await matching(host, pattern);
    if (paths.length === 0)
      problems.push({
        input: "files",
        what: `no file matches ${JSON.stringify(pattern)}`,
        remedy: "Check the pattern (*, ? and ** are known), and that the files were built before this step.",
      });
    return paths;
  } catch (error) {
    const { message } = error as Error;
    problems.push(
      error instanceof ActionError
        ? problemOf(error)
        : { input: "files", what: `${JSON.stringify(pattern)}: ${message}`, remedy: "Give a narrower pattern." },
    );
    return [];
  }
}

/**
 * A pattern in the workspace is matched from there and follows no link to a directory. A pattern that leads elsewhere
 * starts with a literal directory, which may be anywhere that a path may be.
 */
async function matching(host: FileHost, pattern: string): Promise<string[]> {
  const workspace = placeOf(host, ".").real;
  const segments = pattern.split("/");
  if (!isAbsolute(pattern) && !segments.includes("..")) return findFiles(workspace, pattern);
  const first = segments.findIndex(isPattern);
  const base = segments.slice(0, first).join("/") || "/";
  const rest = segments.slice(first);
  // After a wildcard, ".." would lead out of the allowed directory.
  if (rest.includes("..")) throw outOf(pattern);
  const { real } = placeOf(host, base, { typed: true });
  return (await findFiles(real, rest.join("/"))).map((path) => join(base, path));
}

async function checkedFile(host: FileHost, path: string, problems: Problem[]): Promise<FoundFile | undefined> {
  const problem = (what: string, remedy: string): undefined => void problems.push({ input: "files", what, remedy });
  const shown = JSON.stringify(path);
  let place: Place;
  try {
    place = placeOf(host, path, { typed: true });
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    problems.push(problemOf(error));
    return undefined;
  }
  const facts = await lstat(resolve(host.workspace, path)).catch(() => undefined);
  if (facts === undefined)
    return problem(`there is no file ${shown}`, "Check the path, and that the file was built before this step.");
  if (facts.isSymbolicLink()) return problem(`${shown} is a symbolic link`, "Give the path of the file itself.");
  if (!facts.isFile())
    return problem(
      `${shown} is not a regular file`,
      facts.isDirectory()
        ? `To take the files in it, write ${JSON.stringify(`${path.replace(/\/+$/, "")}/*`)}.`
        : "Give the path of a file.",
    );
  return { path, place, size: facts.size };
}

function outOf(pattern: string): ActionError {
  return invalid(`${JSON.stringify(pattern)} goes up behind a star`, {
    remedy: "Give a pattern without .. behind a star.",
  });
}

function problemOf({ message, details: { remedy } }: ActionError): Problem {
  return { input: "files", what: message, ...(remedy !== undefined && { remedy }) };
}

function sizeProblems(files: readonly FoundFile[], forge: Forge): Problem[] {
  const { assetBytes, leastAssetBytes } = forge.limits;
  return files.flatMap(({ path, size }): Problem[] => {
    if (size > assetBytes)
      return [
        {
          input: "files",
          what: `${JSON.stringify(path)} has ${size} bytes; ${forge.kind} takes at most ${assetBytes}`,
          remedy: "Split or compress the file, or publish it elsewhere and link to it.",
        },
      ];
    if (size < leastAssetBytes)
      return [
        {
          input: "files",
          what: `${JSON.stringify(path)} is empty, which ${forge.kind} does not take`,
          remedy: "Check the step that makes it.",
        },
      ];
    return [];
  });
}

/** Two files that the forge would store under one name: the second upload would fail, or replace the first. */
function collisions(files: readonly FoundFile[], forge: Forge): Problem[] {
  const byName = new Map<string, string[]>();
  for (const { path } of files) {
    const name = forge.assetName(basename(path));
    byName.set(name, [...(byName.get(name) ?? []), JSON.stringify(path)]);
  }
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => ({
      input: "files",
      what: `${same.join(" and ")} would both be stored as ${name}`,
      remedy: "Rename all but one of them: a release holds each name once.",
    }));
}

async function hashed(files: readonly FoundFile[], forge: Forge): Promise<Asset[]> {
  const assets: Asset[] = [];
  for (let start = 0; start < files.length; start += AT_ONCE) {
    const some = files.slice(start, start + AT_ONCE);
    assets.push(
      ...(await Promise.all(
        some.map(({ path, place }) => fileAsset(place, forge.assetName(basename(path)), basename(path))),
      )),
    );
  }
  return assets;
}
