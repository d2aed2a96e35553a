import { invalid, refused, runAll } from "@release-actions/action";
import type { HostFacts, Io } from "@release-actions/action";
import { isPipelineFile, messageFromText } from "@release-actions/git";
import type { FullRef, ObjectId, Repository } from "@release-actions/git";
import { formatTag } from "@release-actions/version";
import { writeVersion } from "@release-actions/version/files";
import { entryOf, releaseChangelog } from "./changelog.ts";
import type { BumpSettings, Inputs } from "./inputs.ts";
import {
  currentVersions,
  decideVersion,
  readTargets,
  refuseRegression,
  subjectOf,
  warnOfDifferences,
} from "./versions.ts";
import { decodeText, openWorkTree, untrackedFile } from "./work-files.ts";
import type { WorkFile, WorkTree } from "./work-files.ts";

export interface PlannedFile extends WorkFile {
  /** The content for the commit. */
  readonly intended: Buffer;
  /** The content for the work tree: the same, except for line endings that git changed in the checkout. */
  readonly checkedOut: Buffer;
}

/** Everything that will be done, known before anything is done. */
export interface VersionPlan {
  readonly head: ObjectId;
  readonly branch: FullRef | undefined;
  readonly version: string;
  readonly previous: string;
  /** In the order of writing: lock files before the files they belong to. */
  readonly files: readonly PlannedFile[];
  readonly tagName: string;
  readonly subject: string;
  readonly tagMessage: string;
}

/**
 * Plans from the last commit, not from the work tree, so that a run continues an interrupted one: the plan is the same. A
 * file may be as committed or as planned; anything else is someone's unfinished work. Throws `refused` and `invalid`.
 */
export async function planVersion(
  repository: Repository,
  inputs: Inputs,
  settings: BumpSettings,
  host: HostFacts,
  io: Io,
): Promise<VersionPlan> {
  const [head, branch] = await Promise.all([repository.head(), repository.headBranch()]);
  if (head === undefined) throw invalid("the branch has no commit yet", { remedy: "Commit the version files first." });
  const tree = await openWorkTree(repository, host, head);
  const grouped = await readTargets(tree, settings);
  const current = await currentVersions(grouped);
  const version = await decideVersion(repository, inputs.version, settings, head, grouped, current);
  warnOfDifferences(io, current, version);
  refuseRegression(current, version, settings);

  const { changelog: changelogPath } = settings;
  const plans = grouped.map(
    ({ file, keys }) =>
      () =>
        planFile(file, (bytes) => editVersions(file.path, bytes, keys, version)),
  );
  if (changelogPath !== undefined) plans.push(() => planChangelog(tree, changelogPath, version, settings, host));
  const files = await runAll(plans, "files cannot be changed; nothing was written");

  if (inputs.commit) refusePipelineFiles(files);

  const subject = subjectOf(settings.component, version);
  const changelog = files.find(({ path }) => path === changelogPath);
  const body = changelog && entryOf(changelog.intended, version, settings)?.body;
  return {
    head,
    branch,
    version,
    previous: current[0]?.version ?? "",
    files,
    tagName: formatTag({ version, component: settings.component }, settings.tagFormat),
    subject,
    tagMessage: messageFromText(body === undefined ? subject : `${subject}\n\n${body}`),
  };
}

async function editVersions(
  path: string,
  bytes: Buffer,
  keys: readonly (string | undefined)[],
  version: string,
): Promise<Buffer> {
  const { text, encode } = decodeText(bytes);
  let edited = text;
  for (const key of keys) edited = (await writeVersion(path, edited, version, key)).content;
  return edited === text ? bytes : encode(edited);
}

async function planFile(file: WorkFile, edit: (bytes: Buffer) => Promise<Buffer>): Promise<PlannedFile> {
  const intended = await edit(file.committed);
  const isSame = file.present.equals(file.committed);
  // The same bytes but changed for git: the mode, or what is staged. Different line endings alone come from a checkout.
  const isClean = isSame ? !file.isChanged : !file.isChanged || sameLines(file.present, file.committed);
  if (isClean) return { ...file, intended, checkedOut: isSame ? intended : await edit(file.present) };
  if (sameLines(file.present, intended)) return { ...file, intended, checkedOut: file.present };
  throw uncommittedChanges(file);
}

async function planChangelog(
  tree: WorkTree,
  path: string,
  version: string,
  settings: BumpSettings,
  host: HostFacts,
): Promise<PlannedFile> {
  const file = await tree.read(path, { typed: settings.typed.changelog });
  if (file === undefined) throw untrackedFile(path);
  const repositoryUrl =
    host.serverUrl === undefined || host.repository === undefined ? undefined : `${host.serverUrl}/${host.repository}`;
  const on = (date: string) => async (bytes: Buffer) =>
    releaseChangelog(path, bytes, version, date, settings, repositoryUrl);
  // An entry that a run of another day left in the work tree keeps its date, unless the date is set now.
  const left = file.isChanged ? entryOf(file.present, version, settings)?.date : undefined;
  if (left === undefined || left === "" || left === settings.date) return planFile(file, on(settings.date));
  const earlier = await planFile(file, on(left));
  if (!settings.isDateSet) return earlier;
  const intended = await on(settings.date)(file.committed);
  return { ...file, intended, checkedOut: intended };
}

/** Equal except for CR LF instead of LF, which git may write into a work tree. */
function sameLines(a: Buffer, b: Buffer): boolean {
  return a.equals(b) || a.toString("latin1").replaceAll("\r\n", "\n") === b.toString("latin1").replaceAll("\r\n", "\n");
}

/** Refuses before anything is written what a push of the commit would be refused for. */
function refusePipelineFiles(files: readonly PlannedFile[]): void {
  const pipelines = files.filter(({ repositoryPath }) => isPipelineFile(repositoryPath));
  if (pipelines.length === 0) return;
  throw refused(
    `${pipelines.map(({ path }) => path).join(", ")} defines what pipelines run and is never committed by an action`,
    {
      remedy: "Remove it from files, or omit commit and commit it yourself.",
    },
  );
}

function uncommittedChanges({ path }: WorkFile): Error {
  return refused(`${path} has uncommitted changes`, {
    remedy: `Commit or discard them: git checkout HEAD -- ${path}`,
  });
}
