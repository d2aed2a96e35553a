import { lstat } from "node:fs/promises";
import { basename, resolve } from "node:path";
import { collectProblems } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import { findMatchingFiles, isPattern, placeOf } from "@release-actions/files";
import type { FileHost, Place } from "@release-actions/files";
import { fileAsset } from "@release-actions/forge";
import type { Asset, Forge } from "@release-actions/forge";

const INPUT = "files";
/** Files hashed in parallel, each through one small buffer. */
const PARALLEL_FILES = 4;

interface FoundFile {
  /** As shown in messages, relative to the workspace. */
  readonly path: string;
  readonly place: Place;
  readonly size: number;
}

/** The regular files of `patterns`, each once, hashed; none if there are problems, which are added to `problems`. */
export async function readFiles(
  host: FileHost,
  patterns: readonly string[],
  forge: Forge,
  problems: Problem[],
): Promise<Asset[]> {
  const found = new Map<string, FoundFile>();
  for (const pattern of patterns) {
    for (const path of await pathsOf(host, pattern, problems)) {
      const file = found.has(path) ? undefined : await checkFile(host, path, problems);
      if (file !== undefined) found.set(path, file);
    }
  }
  const files = [...found.values()];
  problems.push(...sizeProblems(files, forge), ...nameProblems(files, forge));
  return problems.length > 0 ? [] : hashFiles(files, forge);
}

async function pathsOf(host: FileHost, pattern: string, problems: Problem[]): Promise<readonly string[]> {
  // An existing path is used as it is, whatever characters it contains.
  const path = pattern.replace(/^(?:\.\/)+/, "");
  const exists = async () => (await lstat(resolve(host.workspace, path)).catch(() => undefined)) !== undefined;
  if (!isPattern(pattern) || (await exists())) return [path];
  const paths = await collectProblems(problems, () => findMatchingFiles(host, pattern), INPUT);
  if (paths?.length === 0)
    problems.push({
      input: INPUT,
      what: `no file matches ${JSON.stringify(pattern)}`,
      remedy: "Check the pattern (*, ? and ** are supported), and that the files were built before this step.",
    });
  return paths ?? [];
}

async function checkFile(host: FileHost, path: string, problems: Problem[]): Promise<FoundFile | undefined> {
  const problem = (what: string, remedy: string): undefined => void problems.push({ input: INPUT, what, remedy });
  const shown = JSON.stringify(path);
  const place = await collectProblems(problems, () => placeOf(host, path, { typed: true }), INPUT);
  if (place === undefined) return undefined;
  const facts = await lstat(resolve(host.workspace, path)).catch(() => undefined);
  if (facts === undefined)
    return problem(`there is no file ${shown}`, "Check the path, and that the file was built before this step.");
  if (facts.isSymbolicLink()) return problem(`${shown} is a symbolic link`, "Set the path of the file itself.");
  if (facts.isFile()) return { path, place, size: facts.size };
  const remedy = facts.isDirectory()
    ? `To attach the files in it, write ${JSON.stringify(`${path.replace(/\/+$/, "")}/*`)}.`
    : "Set the path of a file.";
  return problem(`${shown} is not a regular file`, remedy);
}

function sizeProblems(files: readonly FoundFile[], forge: Forge): Problem[] {
  const { assetBytes, leastAssetBytes } = forge.limits;
  return files.flatMap(({ path, size }): Problem[] => {
    const shown = JSON.stringify(path);
    if (size > assetBytes)
      return [
        {
          input: INPUT,
          what: `${shown} has ${size} bytes; ${forge.kind} allows at most ${assetBytes}`,
          remedy: "Split or compress the file, or publish it elsewhere and link to it.",
        },
      ];
    if (size >= leastAssetBytes) return [];
    const what = `${shown} is empty, which ${forge.kind} does not allow`;
    return [{ input: INPUT, what, remedy: "Check the step that creates it." }];
  });
}

/** Two files that the forge would store under one name: the second upload would fail, or replace the first. */
function nameProblems(files: readonly FoundFile[], forge: Forge): Problem[] {
  const byName = new Map<string, string[]>();
  for (const { path } of files) {
    const name = forge.assetName(basename(path));
    byName.set(name, [...(byName.get(name) ?? []), JSON.stringify(path)]);
  }
  return [...byName]
    .filter(([, same]) => same.length > 1)
    .map(([name, same]) => ({
      input: INPUT,
      what: `${same.join(" and ")} would both be stored as ${name}`,
      remedy: "Rename all but one of them: names are unique within a release.",
    }));
}

async function hashFiles(files: readonly FoundFile[], forge: Forge): Promise<Asset[]> {
  const assets: Asset[] = [];
  for (let start = 0; start < files.length; start += PARALLEL_FILES) {
    const batch = files.slice(start, start + PARALLEL_FILES).map(({ path, place }) => {
      const name = basename(path);
      return fileAsset(place, forge.assetName(name), name);
    });
    assets.push(...(await Promise.all(batch)));
  }
  return assets;
}
