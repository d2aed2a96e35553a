import { lstat, realpath } from "node:fs/promises";
import { basename, join, relative, isAbsolute, sep } from "node:path";
import type { HostFacts, Problem } from "@release-actions/action-types";
import { fileAsset } from "@release-actions/forge";
import type { Asset, Forge } from "@release-actions/forge";
import { findFiles, isPattern } from "./glob.ts";

interface FoundFile {
  /** As messages show it, relative to the workspace. */
  readonly path: string;
  /** Absolute, without symbolic links. */
  readonly real: string;
  readonly size: number;
}

/** Files hashed side by side, each through one small buffer. */
const AT_ONCE = 4;

/**
 * The regular files inside the workspace that `patterns` name, each once, hashed. Everything wrong with them is added
 * to `problems`; a file with a problem is left out.
 */
export async function filesOf(
  host: Pick<HostFacts, "workspace">,
  patterns: readonly string[],
  forge: Forge,
  problems: Problem[],
): Promise<Asset[]> {
  const root = await realpath(host.workspace);
  const found = new Map<string, FoundFile>();
  for (const pattern of patterns) {
    for (const path of await pathsOf(root, pattern, problems)) {
      const file = found.has(path) ? undefined : await checkedFile(root, path, problems);
      if (file !== undefined) found.set(path, file);
    }
  }
  const files = [...found.values()];
  problems.push(...sizeProblems(files, forge), ...collisions(files, forge));
  return problems.length > 0 ? [] : hashed(files, forge);
}

async function pathsOf(root: string, pattern: string, problems: Problem[]): Promise<string[]> {
  // A path that exists is meant as it is, whatever characters it has.
  const asPath = pattern.replace(/^(?:\.\/)+/, "");
  if (!isPattern(pattern) || (await lstat(join(root, asPath)).catch(() => undefined)) !== undefined) return [asPath];
  if (isAbsolute(pattern) || pattern.split("/").includes("..")) {
    problems.push({
      input: "files",
      what: `${JSON.stringify(pattern)} leads out of the workspace`,
      remedy: "Give patterns relative to the repository's root.",
    });
    return [];
  }
  try {
    const paths = await findFiles(root, pattern);
    if (paths.length === 0)
      problems.push({
        input: "files",
        what: `no file matches ${JSON.stringify(pattern)}`,
        remedy: "Check the pattern (*, ? and ** are known), and that the files were built before this step.",
      });
    return paths;
  } catch (error) {
    problems.push({
      input: "files",
      what: `${JSON.stringify(pattern)}: ${(error as Error).message}`,
      remedy: "Give a narrower pattern.",
    });
    return [];
  }
}

async function checkedFile(root: string, path: string, problems: Problem[]): Promise<FoundFile | undefined> {
  const problem = (what: string, remedy: string): undefined => void problems.push({ input: "files", what, remedy });
  const shown = JSON.stringify(path);
  if (path.includes("\0")) return problem(`${shown} is not a path`, "Give paths relative to the repository's root.");
  const given = isAbsolute(path) ? path : join(root, path);
  const facts = await lstat(given).catch(() => undefined);
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
  const real = await realpath(given);
  const inside = relative(root, real);
  if (inside === ".." || inside.startsWith(`..${sep}`) || isAbsolute(inside)) {
    return problem(`${shown} lies outside the workspace`, "Copy it into the repository's directory first.");
  }
  return { path, real, size: facts.size };
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
        some.map(({ path, real }) => fileAsset(real, forge.assetName(basename(path)), basename(path))),
      )),
    );
  }
  return assets;
}
