import { invalid, refused, type HostFacts, type Io } from "@release-actions/action";
import { isPipelineFile, messageFromText, type FullRef, type ObjectId, type Repository } from "@release-actions/git";
import { formatTag } from "@release-actions/version";
import { writeVersion } from "@release-actions/version/files";
import { entryOf, releaseChangelog } from "./changelog-edit.ts";
import { collectStops } from "./problems.ts";
import type { BumpInputs, Settings } from "./settings.ts";
import { currentVersions, decideVersion, readTargets, refuseRegression, subjectOf, warnOfOthers } from "./versions.ts";
import { decode, openWorkTree, untracked, type WorkFile, type WorkTree } from "./work-files.ts";

export interface PlannedFile extends WorkFile {
  /** What the commit is to hold. */
  readonly intended: Buffer;
  /** What the work tree is to hold: the same, but for line ends that git changed in the checkout. */
  readonly wanted: Buffer;
}

/** Everything that will be done, known before anything is done. */
export interface Plan {
  readonly head: ObjectId;
  readonly branch: FullRef | undefined;
  readonly version: string;
  readonly previous: string;
  /** In the order of writing: lock files before what they belong to. */
  readonly files: readonly PlannedFile[];
  readonly tagName: string;
  readonly subject: string;
  readonly tagMessage: string;
}

/**
 * Plans from the last commit, not from the work tree: so a run that was cut short is continued by the next one,
 * whose plan is the same. A file may be as committed or as planned; anything else is someone's unfinished work.
 */
export async function makePlan(
  repository: Repository,
  inputs: BumpInputs,
  settings: Settings,
  host: HostFacts,
  io: Io,
): Promise<Plan> {
  const [head, branch] = await Promise.all([repository.head(), repository.headBranch()]);
  if (head === undefined) throw invalid("the branch has no commit yet", { remedy: "Commit the version files first." });
  const tree = await openWorkTree(repository, host, head);
  const grouped = await readTargets(tree, settings);
  const current = await currentVersions(grouped);
  const version = await decideVersion(repository, inputs.version, settings, head, grouped, current);
  warnOfOthers(io, current, version);
  refuseRegression(current, version, settings);

  const { changelog: changelogPath } = settings;
  const plans = grouped.map(
    ({ file, keys }) =>
      () =>
        planFile(file, (bytes) => editVersions(file.path, bytes, keys, version)),
  );
  if (changelogPath !== undefined) plans.push(() => planChangelog(tree, changelogPath, version, settings, host));
  const files = await collectStops(plans, "files cannot be changed; nothing was written");

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
  const { text, encode } = decode(bytes);
  let edited = text;
  for (const key of keys) edited = (await writeVersion(path, edited, version, key)).content;
  return edited === text ? bytes : encode(edited);
}

async function planFile(file: WorkFile, edit: (bytes: Buffer) => Promise<Buffer>): Promise<PlannedFile> {
  const intended = await edit(file.committed);
  const isSame = file.present.equals(file.committed);
  // The same bytes and yet changed for git: the mode, or what is staged. Other line ends alone come from a checkout.
  const isClean = isSame ? !file.isChanged : !file.isChanged || sameLines(file.present, file.committed);
  if (isClean) return { ...file, intended, wanted: isSame ? intended : await edit(file.present) };
  if (sameLines(file.present, intended)) return { ...file, intended, wanted: file.present };
  throw unfinished(file);
}

async function planChangelog(
  tree: WorkTree,
  path: string,
  version: string,
  settings: Settings,
  host: HostFacts,
): Promise<PlannedFile> {
  const file = await tree.read(path, { typed: settings.typed.changelog });
  if (file === undefined) throw untracked(path);
  const repositoryUrl =
    host.serverUrl === undefined || host.repository === undefined ? undefined : `${host.serverUrl}/${host.repository}`;
  const on = (date: string) => async (bytes: Buffer) =>
    releaseChangelog(path, bytes, version, date, settings, repositoryUrl);
  // What a run of another day left in the work tree keeps its day, unless one is given now.
  const left = file.isChanged ? entryOf(file.present, version, settings)?.date : undefined;
  if (left === undefined || left === "" || left === settings.date) return planFile(file, on(settings.date));
  const earlier = await planFile(file, on(left));
  if (!settings.isDateGiven) return earlier;
  const intended = await on(settings.date)(file.committed);
  return { ...file, intended, wanted: intended };
}

/** Equal but for CR LF in place of LF, which git may put into a work tree. */
function sameLines(a: Buffer, b: Buffer): boolean {
  return a.equals(b) || a.toString("latin1").replaceAll("\r\n", "\n") === b.toString("latin1").replaceAll("\r\n", "\n");
}

/** What a push of the commit would be refused for is refused before anything is written. */
function refusePipelineFiles(files: readonly PlannedFile[]): void {
  const pipelines = files.filter(({ repositoryPath }) => isPipelineFile(repositoryPath));
  if (pipelines.length === 0) return;
  throw refused(
    `${pipelines.map(({ path }) => path).join(", ")} defines what the pipelines run and is not committed by an action`,
    {
      remedy: "Take it out of files, or leave commit out and commit it yourself.",
    },
  );
}

function unfinished({ path }: WorkFile): Error {
  return refused(`${path} has changes that are not committed`, {
    remedy: `Commit them, or drop them: git checkout HEAD -- ${path}`,
  });
}
