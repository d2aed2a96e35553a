/** This checkout as it would be released: committed with dist/, tagged, and archived as a runner downloads it. */
import { mkdir } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { must } from "./command.ts";
import { writePinnedWorkflows } from "../../tools/ghes-variant.ts";
import { gitEnvironment, PATH } from "./environment.ts";

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
/** There when the bundle has been built. */
export const BUILT = `${ROOT}dist/publish-release.js`;

export interface Released {
  /** The files of the archive: without tests and tools, with everything that runs. */
  readonly tree: string;
  /** A bare repository with the tag. */
  readonly repository: string;
  readonly tag: string;
}

/** Takes the files as they stand, whether committed or not. The checkout's own repository is not touched. */
export async function released(directory: string, tag = "v0.1.0"): Promise<Released> {
  const repository = join(directory, "release-actions.git");
  const tree = join(directory, "release-actions");
  await mkdir(tree, { recursive: true });
  const options = { cwd: ROOT, env: { ...gitEnvironment(), PATH } };
  const git = (...args: string[]) => must("git", [`--git-dir=${repository}`, ...args], options);
  await must("git", ["init", "--quiet", "--bare", "--initial-branch=main", repository], options);
  await git("--work-tree=.", "add", "--all");
  const commit = (await git("commit-tree", "-m", `Release ${tag}`, (await git("write-tree")).trim())).trim();
  await git("update-ref", "refs/heads/main", commit);
  await git("tag", "--annotate", `--message=${tag}`, tag, commit);
  await git("archive", "--format=tar", `--output=${directory}/release-actions.tar`, tag);
  await must("tar", ["-xf", `${directory}/release-actions.tar`, "-C", tree], options);
  // act knows no `$/`; the variants are attached to a release, and callers keep them next to their own workflows.
  await writePinnedWorkflows(join(tree, ".github/workflows"));
  return { tree, repository, tag };
}
