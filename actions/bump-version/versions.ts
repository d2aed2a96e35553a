import { invalid, refused, type Io, type Problem } from "@release-actions/action";
import type { ObjectId, Repository } from "@release-actions/git";
import { compareVersions, parseVersion, requireVersion } from "@release-actions/version";
import { companions, readVersions } from "@release-actions/version/files";
import { isStep, nextVersion } from "./next-version.ts";
import { collectStops } from "./problems.ts";
import type { Settings } from "./settings.ts";
import { decode, untracked, type WorkFile, type WorkTree } from "./work-files.ts";

/** A file with the keys under which it holds the version. */
export interface TargetFile {
  readonly file: WorkFile;
  readonly keys: readonly (string | undefined)[];
  readonly isCompanion: boolean;
}

/** The named files, each once with all its keys, and before each the lock files that stand beside it. */
export async function readTargets(tree: WorkTree, { targets, typed }: Settings): Promise<TargetFile[]> {
  const keysByPath = new Map<string, (string | undefined)[]>();
  for (const { path, key } of targets) keysByPath.set(path, [...(keysByPath.get(path) ?? []), key]);
  const found = new Map<string, TargetFile>();
  const read = async (path: string, keys: readonly (string | undefined)[]): Promise<void> => {
    const file = await tree.read(path, { typed: typed.files, workflows: true });
    if (file === undefined) throw untracked(path);
    for (const companion of await companions(path, decode(file.committed).text)) {
      const isKnown = keysByPath.has(companion.path) || found.has(companion.path);
      const lock = isKnown ? undefined : await tree.read(companion.path, { typed: typed.files });
      const lockKeys = lock === undefined ? [] : await companion.keys(decode(lock.committed).text);
      if (lock !== undefined && lockKeys.length > 0)
        found.set(companion.path, { file: lock, keys: lockKeys, isCompanion: true });
    }
    found.set(path, { file, keys, isCompanion: false });
  };
  await collectStops(
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

export async function currentVersions(files: readonly TargetFile[]): Promise<CurrentVersion[]> {
  const current: CurrentVersion[] = [];
  const reads = files.flatMap(({ file, keys, isCompanion }) =>
    (isCompanion ? [] : keys).map((key) => async () => {
      const found = await readVersions(file.path, decode(file.committed).text, key);
      current.push(...found.map(({ line, version }) => ({ path: file.path, line, version })));
    }),
  );
  await collectStops(reads, "version files do not state a version");
  return current;
}

export async function decideVersion(
  repository: Repository,
  wanted: string,
  { scheme, component }: Settings,
  head: ObjectId,
  files: readonly TargetFile[],
  current: readonly CurrentVersion[],
): Promise<string> {
  if (!isStep(wanted)) return requireVersion(wanted, scheme).text;
  const [first] = current;
  if (first === undefined) {
    throw invalid(`${wanted} counts from the version in a file, and no file is named`, {
      remedy: "Give files, or the exact version.",
    });
  }
  if (current.some(({ version }) => version !== first.version)) {
    const problems = current.map(({ path, line, version }): Problem => ({
      what: `${path} says ${version}`,
      file: path,
      line,
    }));
    throw invalid(`the files do not agree on the version that ${wanted} counts from`, {
      remedy: "Give the exact version.",
      problems,
    });
  }
  const next = nextVersion(first.version, wanted, scheme);
  // A second run must not count on: the last commit may be the one that took this step.
  const before = await versionBefore(repository, head, files, component, first.version);
  const isStepTaken =
    before === "unknown" ||
    (before !== undefined &&
      parseVersion(before, scheme) !== undefined &&
      nextVersion(before, wanted, scheme) === first.version);
  return isStepTaken ? first.version : next;
}

/** What the first file said one commit ago. "unknown": history ends here, and the commit calls itself this release. */
async function versionBefore(
  repository: Repository,
  head: ObjectId,
  files: readonly TargetFile[],
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
  const found = await readVersions(first.file.path, decode(bytes).text, first.keys[0]).catch(() => []);
  return found[0]?.version;
}

export function warnOfOthers(io: Io, current: readonly CurrentVersion[], version: string): void {
  const [first] = current;
  for (const { path, line, version: other } of current) {
    if (first === undefined || other === first.version || other === version) continue;
    io.warning(`${path} says ${other}, while ${first.path} says ${first.version}; both become ${version}`, {
      file: path,
      line,
    });
  }
}

export function refuseRegression(current: readonly CurrentVersion[], version: string, { scheme }: Settings): void {
  const next = requireVersion(version, scheme);
  for (const { path, line, version: text } of current) {
    const before = parseVersion(text, scheme);
    if (before === undefined || compareVersions(next, before) >= 0) continue;
    throw refused(`${version} comes before ${text}, which ${path}:${line} says already`, {
      remedy: "Give a later version; to go back, revert the commit that raised it.",
    });
  }
}

/** The first line of the commit and of the tag's message. */
export function subjectOf(component: string | undefined, version: string): string {
  return `Release ${component === undefined ? "" : `${component} `}${version}`;
}
