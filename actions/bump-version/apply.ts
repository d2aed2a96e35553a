import {
  refused,
  ActionError,
  undecided,
  type Clock,
  type HostFacts,
  type Io,
  type Journal,
} from "@release-actions/action";
import { readWorkspaceFile, writeWorkspaceFile } from "@release-actions/files";
import type { ObjectId, Repository } from "@release-actions/git";
import type { Plan, PlannedFile } from "./plan.ts";
import type { BumpInputs, Settings } from "./settings.ts";

/** The branch moved between planning and committing: the plan is not worth anything any more. */
export class BranchMoved extends Error {}

export interface Applied {
  readonly changed: boolean;
  /** The commit that holds the version; undefined while it is not committed. */
  readonly commit: ObjectId | undefined;
}

interface Tools {
  readonly repository: Repository;
  readonly inputs: BumpInputs;
  readonly settings: Settings;
  readonly host: HostFacts;
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly journal: Journal;
}

/** The files of which the last commit does not hold what is planned. */
export function uncommitted({ files }: Plan): PlannedFile[] {
  return files.filter(({ committed, intended }) => !committed.equals(intended));
}

export function unwritten({ files }: Plan): PlannedFile[] {
  return files.filter(({ present, wanted }) => !present.equals(wanted));
}

/** What would be done, one line each, in order. */
export function steps(plan: Plan, { commit, tag }: BumpInputs, tagExists: boolean): string[] {
  const isCommitting = commit && uncommitted(plan).length > 0;
  return [
    ...unwritten(plan).map(({ path }) => writing(path, plan)),
    ...(isCommitting ? [committing(plan)] : []),
    ...(tag && !tagExists ? [tagging(plan)] : []),
  ];
}

const writing = (path: string, { version }: Plan): string => `${path} says ${version}`;
const committing = ({ subject }: Plan): string => `the commit "${subject}"`;
const tagging = ({ tagName }: Plan): string => `the tag ${tagName}`;

/** As `apply`, but a failure after the first write is never one that "changed nothing". */
export async function applyPlan(plan: Plan, tagExists: boolean, tools: Tools): Promise<Applied> {
  try {
    return await apply(plan, tagExists, tools);
  } catch (error) {
    const isPartial = tools.journal.state.exists.length > 0;
    if (!isPartial || !(error instanceof ActionError) || error.verdict === "interrupted") throw error;
    throw new ActionError("unknown", error.message, error.details);
  }
}

/**
 * Files, commit, tag, in this order, so that a tag never stands on anything that was not verified. Every step looks
 * at what is there first: after a crash the next run does what is missing and no more.
 */
async function apply(plan: Plan, tagExists: boolean, tools: Tools): Promise<Applied> {
  const { repository, inputs, settings, signal, clock, journal } = tools;
  for (const file of unwritten(plan)) {
    signal.throwIfAborted();
    await write(file, tools.host);
    journal.made(writing(file.path, plan));
  }
  await verify(plan, tools.host);

  const pending = uncommitted(plan);
  let commit = pending.length === 0 ? plan.head : undefined;
  const author = settings.author;
  if (inputs.commit && pending.length > 0 && author !== undefined) {
    signal.throwIfAborted();
    const paths = pending.map(({ repositoryPath, intended }) => ({ path: repositoryPath, bytes: intended }));
    const signing = settings.signing === undefined ? {} : { sign: settings.signing };
    const request = { paths, message: plan.subject, author, date: clock.now(), parent: plan.head, ...signing };
    const made = await repository.commit(request).catch(async (error: unknown) => {
      throw (await repository.head()) === plan.head ? error : new BranchMoved();
    });
    commit = made.id;
    journal.made(committing(plan));
  }
  if (inputs.tag && !tagExists && commit !== undefined && author !== undefined) {
    signal.throwIfAborted();
    const signing = settings.signing === undefined ? {} : { sign: settings.signing };
    await repository.createTag({
      name: plan.tagName,
      target: commit,
      message: plan.tagMessage,
      tagger: author,
      date: clock.now(),
      ...signing,
    });
    journal.made(tagging(plan));
  }
  return { changed: steps(plan, inputs, tagExists).length > 0, commit };
}

/** A second run beside this one writes the same bytes, and may take the temporary file away in between. */
async function write({ path, use, wanted }: PlannedFile, host: HostFacts): Promise<void> {
  try {
    await writeWorkspaceFile(host, path, wanted, use);
  } catch (error) {
    const present = await readWorkspaceFile(host, path, use);
    if (!present.equals(wanted)) throw error;
  }
}

async function verify({ files, version }: Plan, host: HostFacts): Promise<void> {
  for (const { path, use, wanted } of files) {
    const present = await readWorkspaceFile(host, path, use);
    if (present.equals(wanted)) continue;
    throw undecided(
      `${path} was changed by another process while ${version} was being written; nothing was committed`,
      {
        remedy: "Run again when nothing else writes to the work tree.",
      },
    );
  }
}

/**
 * Whether the tag is there already, as this run would make it. Throws ActionError "refused" where a tag of that name means
 * something else: a tag that may have been published is never moved.
 */
export async function lookAtTag(repository: Repository, plan: Plan, { sign }: BumpInputs): Promise<boolean> {
  const tag = await repository.tag(plan.tagName);
  if (tag === undefined) return false;
  const fault =
    uncommitted(plan).length > 0 || tag.commit !== plan.head
      ? `stands on ${tag.commit ?? `a ${tag.targetType}`}, another commit`
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
