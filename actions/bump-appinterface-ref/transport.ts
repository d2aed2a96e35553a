/** 40 hex digits. */
export type ObjectIdText = string;

/** How the repository is read and written: by GitLab's API without a clone, or by git. */
export interface Transport {
  /** The head of base-branch, read once; everything is read at this commit until `refresh`. */
  readonly base: ObjectIdText;                      // 40 hex
  /** A file at the base, or undefined. */
  readFile(path: string): Promise<Buffer | undefined>;
  /** Exact names of remote branches that begin with `prefix`. */
  branchesMatching(prefix: string): Promise<string[]>;
  /** The head of a remote branch (in the repository that is pushed to), its parent and the named files' bytes there; undefined: no such branch. */
  inspectBranch(name: string, paths: readonly string[]): Promise<{ head: string; parents: readonly string[]; files: ReadonlyMap<string, Buffer | undefined> } | undefined>;
  /**
   * One commit on a new branch whose parent is the base. Exactly one: after an unclear answer the branch is read back and adopted when
   * its commit has the base as parent and changes exactly these files to these bytes. `replaces`: the head of our own earlier branch that may be lost (lease), never anything else.
   * stale: the base-branch moved and touches one of the files (caller refreshes, re-reads, re-applies).
   */
  commit(request: { branch: string; message: string; files: readonly { path: string; bytes: Buffer }[]; replaces?: string }): Promise<{ state: "written" | "adopted"; commit: string } | { state: "stale" } | { state: "taken" /* branch exists and is not ours */ }>;
  /** A transport at the newest base. */
  refresh(): Promise<Transport>;
  close(): Promise<void>;
}
