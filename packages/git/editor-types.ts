import type { ObjectId } from "./names.ts";
import type { GitOptions, Identity, Remote } from "./types.ts";

export interface RemoteEditorOptions extends GitOptions {
  /** Where the base branch is read. */
  readonly upstream: Remote;
  /** The short name. */
  readonly baseBranch: string;
  /** Where branches are pushed and searched for; the upstream by default. Its credential is its own. */
  readonly fork?: Remote;
  /** Author and committer of every commit. */
  readonly author: Identity;
  /** The date of a commit, milliseconds since 1970-01-01 UTC. */
  readonly now: () => number;
  /** Bytes of a file that is read; 16 MiB by default. */
  readonly maxFileBytes?: number;
  /** Bytes of objects that are fetched; 1 GiB by default. */
  readonly maxBytes?: number;
}

export interface InspectedBranch {
  readonly head: ObjectId;
  readonly parents: readonly ObjectId[];
  /** By path; undefined where there is no regular file. */
  readonly files: ReadonlyMap<string, Buffer | undefined>;
}

export interface EditRequest {
  /** The short name of a branch other than the base branch. */
  readonly branch: string;
  readonly message: string;
  /** Files that exist at the base, each once. */
  readonly files: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** The head of a branch of ours that may be lost: the branch is replaced under a lease on it. */
  readonly replaces?: ObjectId;
}

/**
 * - written: this run pushed the commit
 * - adopted: the branch holds a commit on the base with the same tree: an earlier push, or one whose answer was lost
 * - stale: the base branch has moved and changes one of the files; nothing was written
 * - taken: the branch exists and is anything else; nothing was written
 */
export type EditResult =
  | { readonly state: "written" | "adopted"; readonly commit: ObjectId }
  | { readonly state: "stale" }
  | { readonly state: "taken" };

/** Edits files of a remote repository without a work tree: trees are fetched, blobs only when they are read. */
export interface RemoteEditor {
  /** The head of the base branch when the editor was opened: what is read, and every commit's parent. */
  readonly base: ObjectId;
  /** Undefined where there is no file. Refuses symlinks and submodules. */
  readFile(path: string): Promise<Buffer | undefined>;
  /** Short names, as the remote holds them now. */
  branchesMatching(prefix: string): Promise<string[]>;
  /** A branch as the remote holds it now. */
  inspectBranch(name: string, paths: readonly string[]): Promise<InspectedBranch | undefined>;
  /**
   * One commit on a branch, whatever happens to the answer: the branch is read back.
   * @throws ActionError "unknown" when it cannot be read back; a repetition is safe
   */
  commit(request: EditRequest): Promise<EditResult>;
  /** An editor at the newest base. Both are closed. */
  refresh(): Promise<RemoteEditor>;
  /** Removes the fetched objects with the last editor that uses them. */
  close(): Promise<void>;
}
