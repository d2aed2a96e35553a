import { invalid, refused, ActionError, undecided, type HostFacts, type Io } from "@release-actions/action";
import { workspaceDirectory } from "@release-actions/files";
import type { Commit, Credential, GitOptions, ObjectId, Repository } from "@release-actions/git";
import { shorten } from "@release-actions/text";
import { originOf, plainAddress } from "./address.ts";

/** How the new ref stands to an old one. */
export type Relation = "forward" | "rollback" | "aside" | "unknown" | "moving";

/** What lies between one old ref and the new one. */
export interface Range {
  readonly oldRef: string;
  readonly relation: Relation;
  /** The newest first; for a rollback those that are taken back. */
  readonly commits: readonly Commit[];
  /** False where the list may lack some. */
  readonly complete: boolean;
  /** What should be known about it, in words. */
  readonly notes: readonly string[];
}

/** The repository of the released code, asked once for each question. */
export interface Source {
  /** As it was given. */
  readonly name: string;
  /** Throws unless the ref is surely a commit of it: `refused` for anything else, `undecided` where that cannot be shown. */
  assertExists(ref: string): Promise<void>;
  range(oldRef: string, ref: string): Promise<Range>;
}

interface Here {
  readonly host: HostFacts;
  readonly io: Io;
  readonly signal: AbortSignal;
  /** For an address on this origin alone. */
  readonly credential: { readonly origin: string; readonly secret: string };
  /** Whether an input named it. */
  readonly typed: boolean;
}

/** Enough for a year of releases; the comparison's page shows the rest. */
const MOST_COMMITS = 500;
const MAIN_BRANCHES = ["main", "master"];

/** Opens a checkout in the workspace, or the history of an https address without any files. */
export async function openSource(name: string, here: Here): Promise<Source> {
  const { repository, branch } = isAddress(name)
    ? await cloneHistory(name, here)
    : { repository: await openCheckout(name, here), branch: undefined };
  return {
    name,
    assertExists: (ref) => assertExists(repository, branch, ref as ObjectId, name),
    range: (oldRef, ref) => rangeOf(repository, oldRef, ref as ObjectId, name),
  };
}

export function isAddress(name: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(name);
}

async function openCheckout(path: string, { host, io, signal, typed }: Here): Promise<Repository> {
  const directory = await workspaceDirectory(host, path, { typed });
  const { openRepository } = await import("@release-actions/git");
  // A CI job's checkout may belong to another user than a container's.
  const acceptOwner = host.kind === "github" || host.kind === "gitlab";
  return openRepository({ ...gitOptions(host, io, signal), directory, acceptOwner });
}

async function cloneHistory(
  url: string,
  { host, io, signal, credential }: Here,
): Promise<{ repository: Repository; branch: string }> {
  const { branchRef, GitError, privateClone } = await import("@release-actions/git");
  const known =
    originOf(url) === credential.origin
      ? { credential: { username: "oauth2", secret: credential.secret } satisfies Credential }
      : {};
  for (const name of MAIN_BRANCHES) {
    try {
      const repository = await privateClone({
        ...gitOptions(host, io, signal),
        url,
        ...known,
        ref: branchRef(name),
        filter: "tree:0",
      });
      return { repository, branch: name };
    } catch (error) {
      if (!(error instanceof GitError) || !error.stderr.includes("couldn't find remote ref")) throw error;
    }
  }
  throw undecided(
    `source ${shorten(url, 200)} has neither a branch main nor a branch master, so that nothing can be said about the ref`,
    {
      remedy: "Check the repository out in full, and give its path in the workspace as source.",
    },
  );
}

function gitOptions(host: HostFacts, io: Io, signal: AbortSignal): GitOptions {
  return { environment: host.childEnvironment, temporary: host.temporary, network: host.network, io, signal };
}

/**
 * In a checkout the commit must be there. Of an address it must be on the main branch as well: forges hand out commits of
 * anybody's fork by their id.
 */
async function assertExists(
  repository: Repository,
  branch: string | undefined,
  ref: ObjectId,
  name: string,
): Promise<void> {
  const remedy =
    "Check the repository out in full (fetch-depth: 0, GitLab: GIT_DEPTH: 0) at that commit, and give its path as source.";
  const shown = shorten(name, 200);
  if (branch !== undefined) {
    const { branchRef } = await import("@release-actions/git");
    const isThere = await repository.isAncestor(ref, branchRef(branch));
    if (isThere !== "yes")
      throw undecided(`the commit ${ref} is not on the branch ${branch} of ${shown}, so that it may be anybody's`, {
        remedy,
      });
  }
  const found = await repository.resolve(ref);
  if (found === undefined) throw undecided(`the commit ${ref} is not in ${shown}, as far as it is here`, { remedy });
  if (found.type !== "commit")
    throw refused(`${ref} is a ${found.type} in ${shown}, not a commit`, {
      remedy: "Give the commit that it leads to.",
    });
}

async function rangeOf(repository: Repository, oldRef: string, ref: ObjectId, name: string): Promise<Range> {
  const { isObjectId } = await import("@release-actions/git");
  const none = { oldRef, commits: [], complete: false };
  if (!isObjectId(oldRef)) {
    return {
      ...none,
      relation: "moving",
      notes: [`The old ref ${shorten(oldRef, 80)} is a name that moves: what it deployed is not known.`],
    };
  }
  const relation = await relate(repository, oldRef, ref);
  if (relation === "unknown") {
    const why = (await repository.isShallow()) ? "is shallow" : "does not have it";
    return {
      ...none,
      relation,
      notes: [`What lies between ${oldRef.slice(0, 12)} and the new ref cannot be told: ${shorten(name, 200)} ${why}.`],
    };
  }
  const [from, to] = relation === "rollback" ? [ref, oldRef] : [oldRef, ref];
  const { commits, complete, truncated } = await repository.log({ from, to, limit: MOST_COMMITS });
  const notes = [
    ...(relation === "rollback" ? ["This goes back to an older commit: the following are taken back."] : []),
    ...(relation === "aside"
      ? ["Neither commit is an ancestor of the other: the following are new, and others are lost."]
      : []),
    ...(truncated ? [`Only the newest ${MOST_COMMITS} are listed.`] : []),
    ...(complete ? [] : ["The history is shallow: commits may be missing here."]),
  ];
  return { oldRef, relation, commits, complete: complete && !truncated, notes };
}

async function relate(repository: Repository, oldRef: ObjectId, ref: ObjectId): Promise<Relation> {
  const [forward, back] = await orUnknown(
    Promise.all([repository.isAncestor(oldRef, ref), repository.isAncestor(ref, oldRef)]),
  );
  if (forward === "yes") return "forward";
  if (back === "yes") return "rollback";
  return forward === "no" && back === "no" ? "aside" : "unknown";
}

type Answer = "yes" | "no" | "unknown";

async function orUnknown(answers: Promise<[Answer, Answer]>): Promise<readonly [Answer, Answer]> {
  try {
    return await answers;
  } catch (error) {
    if (error instanceof ActionError && error.verdict === "undecided") return ["unknown", "unknown"];
    throw error;
  }
}

/** Throws unless every target goes forward, or may go back. What is not known never counts as forward. */
export function judgeRanges(ranges: readonly Range[], allowRollback: boolean, ref: string): void {
  if (allowRollback) return;
  const back = ranges.filter(({ relation }) => relation === "rollback" || relation === "aside");
  const open = ranges.filter(({ relation }) => relation === "unknown");
  if (back.length > 0) {
    throw refused(`${ref.slice(0, 12)} does not continue ${refsOf(back)}: this would be a rollback`, {
      remedy: "Set allow-rollback: true where that is meant.",
      problems: back.map(({ oldRef, relation }) => ({
        what:
          relation === "rollback"
            ? `${oldRef} is newer than ${ref}`
            : `${oldRef} and ${ref} are on different lines: commits would be lost`,
      })),
    });
  }
  if (open.length === 0) return;
  throw undecided(`whether ${ref.slice(0, 12)} continues ${refsOf(open)} cannot be told`, {
    remedy:
      "Give source with its whole history (fetch-depth: 0, GitLab: GIT_DEPTH: 0). allow-rollback: true goes without an answer.",
    problems: open.flatMap(({ notes }) => notes.map((what) => ({ what }))),
  });
}

function refsOf(ranges: readonly Range[]): string {
  return ranges.map(({ oldRef }) => oldRef.slice(0, 12)).join(", ");
}

/** The source that was given, else the address that all selected templates share. */
export function sourceName(given: string | undefined, urls: readonly string[]): string {
  if (given !== undefined) return given;
  const [only, ...others] = new Set(urls.map(plainAddress));
  if (only !== undefined && others.length === 0 && only.startsWith("https://")) return only;
  throw invalid("there is no source, so that nothing would show that the ref exists and continues the old one", {
    remedy: "Set source to the released repository: a path in the workspace, or an https address.",
    problems:
      urls.length === 0
        ? []
        : [
            {
              input: "source",
              what: `the templates come from ${[...new Set(urls)].map((url) => shorten(url, 200)).join(", ")}`,
            },
          ],
  });
}
