import { invalid, refused, undecided, type Context } from "@release-actions/action";
import { assertDirectory, workspaceDirectory } from "@release-actions/files";
import { gitCredential } from "@release-actions/forge/gitlab/git-remote";
import { plainRepositoryUrl } from "@release-actions/forge/repository-url";
import type { Commit, FullRef, ObjectId, Relation, Repository } from "@release-actions/git";
import { shorten } from "@release-actions/text";
import type { Inputs } from "./inputs.ts";

/** What is between one old ref and the new one. */
export interface Range {
  readonly oldRef: string;
  /** How the new ref relates to the old one; "moving" if the old one is a name instead of a commit. */
  readonly relation: Relation | "moving";
  /** Newest first. For a rollback, those that are taken back. */
  readonly commits: readonly Commit[];
  /** False if commits may be missing from the list. */
  readonly complete: boolean;
  /** What people should know about it. */
  readonly notes: readonly string[];
}

/** The released code, judged for one new ref. */
export interface Source {
  /** As an input, the configuration or the templates name it. */
  readonly name: string;
  readonly ranges: readonly Range[];
}

export interface SourceRequest {
  /** The repositories of the selected templates. */
  readonly urls: readonly string[];
  readonly oldRefs: readonly string[];
  readonly ref: string;
  readonly allowRollback: boolean;
}

/**
 * Proves that the ref is a commit of the released code and finds its relation to every old ref. The repository is
 * opened once, however often this is called. Throws `refused` for a ref that is not a commit and for a rollback that is
 * not allowed, `undecided` for what cannot be shown, and GitError.
 */
export type JudgeSource = (request: SourceRequest) => Promise<Source>;

/**
 * The newest commits of a range that are listed: enough for a year of releases. The comparison's page shows the rest.
 */
const MOST_COMMITS = 500;
const MAIN_BRANCHES = ["main", "master"];

/** A checkout, or the history of one branch of a remote repository. */
interface Code {
  readonly name: string;
  readonly repository: Repository;
  /** The main branch of a remote repository. */
  readonly branch: FullRef | undefined;
}

/** Throws `invalid` at once for a path that cannot be a checkout. */
export async function sourceJudge(
  context: Context<Inputs>,
  { source, gitlabUrl }: { readonly source: string | undefined; readonly gitlabUrl: string },
): Promise<JudgeSource> {
  const { isUrl } = await import("@release-actions/git");
  const typed = context.inputs.source !== undefined;
  if (source !== undefined && !isUrl(source)) assertDirectory(context.host, source, { typed });
  let opened: Promise<Code> | undefined;
  return async ({ urls, oldRefs, ref, allowRollback }) => {
    opened ??= openCode(sourceName(source, urls), context, gitlabUrl, typed);
    const code = await opened;
    const commit = ref as ObjectId;
    await assertExists(code, commit);
    const ranges = await Promise.all(oldRefs.map((oldRef) => rangeOf(code, oldRef, commit)));
    if (!allowRollback) assertForward(ranges, ref);
    return { name: code.name, ranges };
  };
}

/** The given source, or the repository that all selected templates share. */
function sourceName(given: string | undefined, urls: readonly string[]): string {
  if (given !== undefined) return given;
  const [only, ...others] = new Set(urls.map(plainRepositoryUrl));
  if (only !== undefined && others.length === 0 && only.startsWith("https://")) return only;
  const listed = urls.map((url) => shorten(url, 200)).join(", ");
  throw invalid("there is no source, so nothing would show that the ref exists and continues the old one", {
    remedy: "Set source to the released repository: a path in the workspace, or an HTTPS URL.",
    problems: urls.length === 0 ? [] : [{ input: "source", what: `the templates come from ${listed}` }],
  });
}

/** The token goes to GitLab's own repositories only. */
async function openCode(name: string, context: Context<Inputs>, gitlabUrl: string, typed: boolean): Promise<Code> {
  const { cloneHistory, gitOptions, isUrl, openCheckout } = await import("@release-actions/git");
  if (!isUrl(name)) {
    const directory = await workspaceDirectory(context.host, name, { typed });
    return { name, repository: openCheckout(context, directory, true), branch: undefined };
  }
  const isGitLab = URL.canParse(name) && new URL(name).origin === new URL(gitlabUrl).origin;
  const credential = isGitLab ? { credential: gitCredential(context.inputs.token) } : {};
  const cloned = await cloneHistory({ ...gitOptions(context), url: name, ...credential, branches: MAIN_BRANCHES });
  if (cloned !== undefined) return { name, ...cloned };
  throw undecided(
    `source ${shorten(name, 200)} has neither a branch main nor a branch master, so nothing is known about the ref`,
    { remedy: "Check out the whole repository, and set source to its path in the workspace." },
  );
}

/**
 * In a checkout the commit must exist. In a remote repository it must also be on the main branch: forges send the
 * commits of anyone's fork by their IDs.
 */
async function assertExists({ name, repository, branch }: Code, ref: ObjectId): Promise<void> {
  const remedy =
    "Check out the whole repository (fetch-depth: 0, GitLab: GIT_DEPTH: 0) at that commit, and set source to its path.";
  const shown = shorten(name, 200);
  if (branch !== undefined && (await repository.isAncestor(ref, branch)) !== "yes") {
    const short = branch.slice("refs/heads/".length);
    throw undecided(`the commit ${ref} is not on the branch ${short} of ${shown}, so it may be anyone's`, { remedy });
  }
  const found = await repository.resolve(ref);
  if (found === undefined)
    throw undecided(`the commit ${ref} is not in ${shown}, or not in the part of it that is available here`, {
      remedy,
    });
  if (found.type !== "commit")
    throw refused(`${ref} is a ${found.type} in ${shown}, not a commit`, {
      remedy: "Give the commit that it leads to.",
    });
}

async function rangeOf({ name, repository }: Code, oldRef: string, ref: ObjectId): Promise<Range> {
  const { isObjectId } = await import("@release-actions/git");
  const none = { oldRef, commits: [], complete: false };
  if (!isObjectId(oldRef)) {
    const note = `The old ref ${shorten(oldRef, 80)} is a name that moves: what it deployed is not known.`;
    return { ...none, relation: "moving", notes: [note] };
  }
  const relation = await repository.relation(oldRef, ref);
  if (relation === "unknown") {
    const why = (await repository.isShallow()) ? "is shallow" : "does not have it";
    const what = `What is between ${oldRef.slice(0, 12)} and the new ref cannot be determined`;
    return { ...none, relation, notes: [`${what}: ${shorten(name, 200)} ${why}.`] };
  }
  const [from, to] = relation === "behind" ? [ref, oldRef] : [oldRef, ref];
  const { commits, complete, truncated } = await repository.log({ from, to, limit: MOST_COMMITS });
  const notes = [
    ...(relation === "behind" ? ["This goes back to an older commit: the following are taken back."] : []),
    ...(relation === "diverged"
      ? ["Neither commit is an ancestor of the other: the following are new, and others are lost."]
      : []),
    ...(truncated ? [`Only the newest ${MOST_COMMITS} are listed.`] : []),
    ...(complete ? [] : ["The history is shallow: commits may be missing here."]),
  ];
  return { oldRef, relation, commits, complete: complete && !truncated, notes };
}

/** Throws unless every target moves forward. An unknown relation never counts as forward. */
function assertForward(ranges: readonly Range[], ref: string): void {
  const back = ranges.filter(({ relation }) => relation === "behind" || relation === "diverged");
  const open = ranges.filter(({ relation }) => relation === "unknown");
  if (back.length > 0) {
    throw refused(`${ref.slice(0, 12)} does not continue ${refsOf(back)}: this would be a rollback`, {
      remedy: "Set allow-rollback: true if that is intended.",
      problems: back.map(({ oldRef, relation }) => ({
        what:
          relation === "behind"
            ? `${oldRef} is newer than ${ref}`
            : `${oldRef} and ${ref} are on different lines: commits would be lost`,
      })),
    });
  }
  if (open.length === 0) return;
  throw undecided(`whether ${ref.slice(0, 12)} continues ${refsOf(open)} cannot be determined`, {
    remedy:
      "Set source to a checkout with its whole history (fetch-depth: 0, GitLab: GIT_DEPTH: 0). allow-rollback: true skips this check.",
    problems: open.flatMap(({ notes }) => notes.map((what) => ({ what }))),
  });
}

function refsOf(ranges: readonly Range[]): string {
  return ranges.map(({ oldRef }) => oldRef.slice(0, 12)).join(", ");
}
