import { ActionError, refused, undecided } from "@release-actions/action";
import type { Context, HostFacts } from "@release-actions/action";
import { readWorkspaceFile, writeWorkspaceFile } from "@release-actions/files";
import type { ObjectId, Repository } from "@release-actions/git";
import type { BumpSettings, Inputs } from "./inputs.ts";
import type { PlannedFile, VersionPlan } from "./plan.ts";

/** The branch moved between planning and committing, so the plan no longer applies. */
export class BranchMoved extends Error {}

/** What applying a plan needs. */
export interface BumpTools extends Context<Inputs> {
  readonly repository: Repository;
  readonly settings: BumpSettings;
}

/** The files whose planned content is not in the last commit. */
export function uncommittedFiles({ files }: VersionPlan): PlannedFile[] {
  return files.filter(({ committed, intended }) => !committed.equals(intended));
}

/** The files whose planned content is not in the work tree. */
export function unwrittenFiles({ files }: VersionPlan): PlannedFile[] {
  return files.filter(({ present, checkedOut }) => !present.equals(checkedOut));
}

/** What will be created, one line each, in order. */
export function stepsOf(plan: VersionPlan, { commit, tag }: Inputs, tagExists: boolean): string[] {
  return [
    ...unwrittenFiles(plan).map(({ path }) => fileStep(path, plan)),
    ...(commit && uncommittedFiles(plan).length > 0 ? [commitStep(plan)] : []),
    ...(tag && !tagExists ? [tagStep(plan)] : []),
  ];
}

const fileStep = (path: string, { version }: VersionPlan): string => `version ${version} in ${path}`;
const commitStep = ({ subject }: VersionPlan): string => `the commit "${subject}"`;
const tagStep = ({ tagName }: VersionPlan): string => `the tag ${tagName}`;

/**
 * Writes the files, commits and tags. Returns the commit that contains the version, or undefined if it is not committed.
 * Throws BranchMoved before the commit. An error after the first write is `unknown`: something has changed.
 */
export async function applyPlan(
  plan: VersionPlan,
  tagExists: boolean,
  tools: BumpTools,
): Promise<ObjectId | undefined> {
  try {
    await writeFiles(plan, tools);
    const commit = await commitFiles(plan, tools);
    if (tools.inputs.tag && !tagExists && commit !== undefined) await createTag(plan, commit, tools);
    return commit;
  } catch (error) {
    const isPartial = tools.journal.state.exists.length > 0;
    if (!isPartial || !(error instanceof ActionError) || error.verdict === "interrupted") throw error;
    throw new ActionError("unknown", error.message, error.details);
  }
}

/** Every file is compared again before the commit, so that a tag never points to anything that was not verified. */
async function writeFiles(plan: VersionPlan, { host, signal, journal }: BumpTools): Promise<void> {
  for (const file of unwrittenFiles(plan)) {
    signal.throwIfAborted();
    await writeFile(file, host);
    journal.made(fileStep(file.path, plan));
  }
  for (const { path, use, checkedOut } of plan.files) {
    if ((await readWorkspaceFile(host, path, use)).equals(checkedOut)) continue;
    throw undecided(`another process changed ${path} while ${plan.version} was being written; nothing was committed`, {
      remedy: "Run again when nothing else writes to the work tree.",
    });
  }
}

/** A concurrent run writes the same bytes, and may remove the temporary file in between. */
async function writeFile({ path, use, checkedOut }: PlannedFile, host: HostFacts): Promise<void> {
  try {
    await writeWorkspaceFile(host, path, checkedOut, use);
  } catch (error) {
    if (!(await readWorkspaceFile(host, path, use)).equals(checkedOut)) throw error;
  }
}

/** After a crash the next run finds what is committed and does only the rest. */
async function commitFiles(plan: VersionPlan, tools: BumpTools): Promise<ObjectId | undefined> {
  const { repository, inputs, settings, signal, clock, journal } = tools;
  const { author, signing } = settings;
  const pending = uncommittedFiles(plan);
  if (pending.length === 0) return plan.head;
  if (!inputs.commit || author === undefined) return undefined;
  signal.throwIfAborted();
  const paths = pending.map(({ repositoryPath, intended }) => ({ path: repositoryPath, bytes: intended }));
  const request = { paths, message: plan.subject, author, date: clock.now(), parent: plan.head };
  try {
    const { id } = await repository.commit({ ...request, ...(signing !== undefined && { sign: signing }) });
    journal.made(commitStep(plan));
    return id;
  } catch (error) {
    throw (await repository.head()) === plan.head ? error : new BranchMoved();
  }
}

async function createTag(plan: VersionPlan, target: ObjectId, tools: BumpTools): Promise<void> {
  const { repository, settings, signal, clock, journal } = tools;
  const { author: tagger, signing } = settings;
  if (tagger === undefined) return;
  signal.throwIfAborted();
  const request = { name: plan.tagName, target, message: plan.tagMessage, tagger, date: clock.now() };
  await repository.createTag({ ...request, ...(signing !== undefined && { sign: signing }) });
  journal.made(tagStep(plan));
}

/**
 * Whether the tag exists as this run would create it. Throws `refused` if a tag of that name is different: a tag that may
 * have been published is never moved.
 */
export async function findTag(repository: Repository, plan: VersionPlan, { sign }: Inputs): Promise<boolean> {
  const tag = await repository.tag(plan.tagName);
  if (tag === undefined) return false;
  const fault =
    uncommittedFiles(plan).length > 0 || tag.commit !== plan.head
      ? `points to ${tag.commit ?? `a ${tag.targetType}`}, not to the commit of this version`
      : !tag.annotated
        ? "is lightweight, not annotated"
        : sign !== "none" && !tag.signed
          ? "is not signed"
          : undefined;
  if (fault === undefined) return true;
  throw refused(`the tag ${plan.tagName} exists and ${fault}; it is not moved`, {
    remedy: `Release the next version, or, if nothing was published from it, delete it: git tag -d ${plan.tagName}`,
    exists: [`refs/tags/${plan.tagName} at ${tag.commit ?? tag.id}`],
  });
}
