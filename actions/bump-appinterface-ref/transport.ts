/** 40 lower-case hexadecimal digits. */
export type ObjectIdText = string;

/** How the repository is read and written: by GitLab's API without a clone, or by git. */
export interface Transport {
  /** The head of base-branch, read once; everything is read at this commit until `refresh`. */
  readonly base: ObjectIdText;
  /** A file at the base, or undefined. */
  readFile(path: string): Promise<Buffer | undefined>;
  /** Exact names of remote branches that begin with `prefix`. */
  branchesMatching(prefix: string): Promise<string[]>;
  /** The head of a remote branch (in the repository that is pushed to), its parents and the named files' bytes there; undefined: no such branch. */
  inspectBranch(name: string, paths: readonly string[]): Promise<InspectedBranch | undefined>;
  /**
   * One commit on a new branch whose parent is the base. Exactly one: after an unclear answer the branch is read back and adopted when
   * its commit has the base as parent and changes exactly these files to these bytes. `replaces`: the head of our own earlier branch that may be lost (lease), never anything else.
   * stale: the base-branch moved and touches one of the files (caller refreshes, re-reads, re-applies).
   */
  commit(request: BranchCommit): Promise<BranchCommitResult>;
  /** A transport at the newest base. */
  refresh(): Promise<Transport>;
  close(): Promise<void>;
}

export interface InspectedBranch {
  readonly head: string;
  readonly parents: readonly string[];
  readonly files: ReadonlyMap<string, Buffer | undefined>;
}

export interface BranchCommit {
  readonly branch: string;
  readonly message: string;
  readonly files: readonly { readonly path: string; readonly bytes: Buffer }[];
  readonly replaces?: string;
}

export type BranchCommitResult =
  | { readonly state: "written" | "adopted"; readonly commit: string }
  | { readonly state: "stale" }
  /** The branch exists and is not ours. */
  | { readonly state: "taken" };
