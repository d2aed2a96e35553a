import { invalid, refused, runAll } from "@release-actions/action";
import type { Io, Problem } from "@release-actions/action";
import type { ObjectId, Repository } from "@release-actions/git";
import { compareVersions, isVersionStep, nextVersion, parseVersion, requireVersion } from "@release-actions/version";
import { companions, readVersions } from "@release-actions/version/files";
import type { BumpSettings } from "./inputs.ts";
import { decodeText, untrackedFile } from "./work-files.ts";
import type { WorkFile, WorkTree } from "./work-files.ts";

/** A version file with the keys of the version in it; undefined: the default place. */
export interface VersionFile {
  readonly file: WorkFile;
  readonly keys: readonly (string | undefined)[];
  /** A lock file that changes together with the file it belongs to. */
  readonly isCompanion: boolean;
}

/** The version files, each once with all its keys and preceded by its lock files. */
export async function readTargets(tree: WorkTree, { targets, typed }: BumpSettings): Promise<VersionFile[]> {
  const keysByPath = new Map<string, (string | undefined)[]>();
  for (const { path, key } of targets) keysByPath.set(path, [...(keysByPath.get(path) ?? []), key]);
  const found = new Map<string, VersionFile>();
  const read = async (path: string, keys: readonly (string | undefined)[]): Promise<void> => {
    const file = await tree.read(path, { typed: typed.files, workflows: true });
    if (file === undefined) throw untrackedFile(path);
    for (const companion of await companions(path, decodeText(file.committed).text)) {
      const isKnown = keysByPath.has(companion.path) || found.has(companion.path);
      const lock = isKnown ? undefined : await tree.read(companion.path, { typed: typed.files });
      const lockKeys = lock === undefined ? [] : await companion.keys(decodeText(lock.committed).text);
      if (lock !== undefined && lockKeys.length > 0)
        found.set(companion.path, { file: lock, keys: lockKeys, isCompanion: true });
    }
    found.set(path, { file, keys, isCompanion: false });
  };
  await runAll(
    [...keysByPath].map(
      ([path, keys]) =>
        () =>
          read(path, keys),
    ),
    "version files cannot be read",
  );
  return [...found.values()];
}

export interface CurrentVersion {
  readonly path: string;
  readonly line: number;
  readonly version: string;
}

export async function currentVersions(files: readonly VersionFile[]): Promise<CurrentVersion[]> {
  const current: CurrentVersion[] = [];
  const reads = files.flatMap(({ file, keys, isCompanion }) =>
    (isCompanion ? [] : keys).map((key) => async () => {
      const found = await readVersions(file.path, decodeText(file.committed).text, key);
      current.push(...found.map(({ line, version }) => ({ path: file.path, line, version })));
    }),
  );
  await runAll(reads, "version files do not contain a version");
  return current;
}

export async function decideVersion(
  repository: Repository,
  requested: string,
  { scheme, component }: BumpSettings,
  head: ObjectId,
  files: readonly VersionFile[],
  current: readonly CurrentVersion[],
): Promise<string> {
  if (!isVersionStep(requested)) return requireVersion(requested, scheme).text;
  const [first] = current;
  if (first === undefined) {
    throw invalid(`${requested} counts from the version in a file, and no files are set`, {
      remedy: "Set files, or the exact version.",
    });
  }
  if (current.some(({ version }) => version !== first.version)) {
    const problems = current.map(({ path, line, version }): Problem => ({
      what: `${path} contains ${version}`,
      file: path,
      line,
    }));
    throw invalid(`the files contain different versions, so there is none that ${requested} could count from`, {
      remedy: "Set the exact version.",
      problems,
    });
  }
  const next = nextVersion(first.version, requested, scheme);
  // A second run must not take the step again: the last commit may have taken it.
  const before = await versionBefore(repository, head, files, component, first.version);
  const isStepTaken =
    before === "unknown" ||
    (before !== undefined &&
      parseVersion(before, scheme) !== undefined &&
      nextVersion(before, requested, scheme) === first.version);
  return isStepTaken ? first.version : next;
}

/** The version in the first file one commit ago. "unknown": a shallow history ends here, with the commit of this release. */
async function versionBefore(
  repository: Repository,
  head: ObjectId,
  files: readonly VersionFile[],
  component: string | undefined,
  current: string,
): Promise<string | undefined> {
  const { commits } = await repository.log({ to: head, limit: 1 });
  const [commit] = commits;
  const [parent] = commit?.parents ?? [];
  if (parent === undefined) {
    return commit?.subject === subjectOf(component, current) && (await repository.isShallow()) ? "unknown" : undefined;
  }
  const first = files.find(({ isCompanion }) => !isCompanion);
  const bytes =
    first && (await repository.readFile(parent, first.file.repositoryPath, first.file.committed.length * 2 + 65_536));
  if (first === undefined || bytes === undefined) return undefined;
  const found = await readVersions(first.file.path, decodeText(bytes).text, first.keys[0]).catch(() => []);
  return found[0]?.version;
}

export function warnOfDifferences(io: Io, current: readonly CurrentVersion[], version: string): void {
  const [first] = current;
  for (const { path, line, version: other } of current) {
    if (first === undefined || other === first.version || other === version) continue;
    io.warning(`${path} contains ${other}, but ${first.path} contains ${first.version}; both become ${version}`, {
      file: path,
      line,
    });
  }
}

export function refuseRegression(current: readonly CurrentVersion[], version: string, { scheme }: BumpSettings): void {
  const next = requireVersion(version, scheme);
  for (const { path, line, version: text } of current) {
    const before = parseVersion(text, scheme);
    if (before === undefined || compareVersions(next, before) >= 0) continue;
    throw refused(`${version} is lower than ${text} in ${path}:${line}`, {
      remedy: "Set a higher version; to go back, revert the commit that raised it.",
    });
  }
}

/** The first line of the commit message and of the tag message. */
export function subjectOf(component: string | undefined, version: string): string {
  return `Release ${component === undefined ? "" : `${component} `}${version}`;
}
