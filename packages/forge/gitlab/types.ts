import type { Http, WriteResult } from "@release-actions/http";
import type { GitLabTokenKind } from "../token.ts";

export interface GitLabOptions {
  readonly http: Http;
  /** The web address, such as `https://gitlab.example`; the API is expected below `/api/v4`. */
  readonly url: string;
  readonly token: string;
  /** How the token is sent; by default, its prefix decides. A job token allows almost none of this. */
  readonly tokenKind?: GitLabTokenKind | undefined;
}

export interface Project {
  /** The number, as text. */
  readonly id: string;
  /** With its groups. */
  readonly path: string;
  readonly defaultBranch: string;
  readonly webUrl: string;
  readonly forkedFrom?: { readonly id: string; readonly path: string };
  /** The token's, by project or by group: 20 Reporter, 30 Developer, 40 Maintainer. 0 if it is not a member. */
  readonly accessLevel: number;
}

export interface RemoteFile {
  readonly bytes: Buffer;
  /** The last commit that changed the file, for `FileChange.lastCommitId`. */
  readonly lastCommitId: string;
  /** The commit that `ref` pointed to when the file was read. */
  readonly commitId: string;
}

export interface Branch {
  readonly name: string;
  readonly commit: string;
  readonly protected: boolean;
}

export interface Commit {
  readonly id: string;
  readonly parents: readonly string[];
  /** The first line. Foreign text, as are the others. */
  readonly title: string;
  readonly authorName: string;
  /** As GitLab writes it. */
  readonly date: string;
}

export interface Comparison {
  /** Commits of `to` that are not in `from`, in GitLab's order; how many it gives is GitLab's own limit. */
  readonly commits: readonly Commit[];
  /** Both names stand for the same commit. */
  readonly sameRef: boolean;
  /** GitLab gave up: the comparison is not whole. */
  readonly timeout: boolean;
}

export interface FileChange {
  readonly path: string;
  /** The whole new content of a file that exists at `startSha`. */
  readonly bytes: Buffer;
  /** From `RemoteFile`. A file that has another by now makes the commit stale. */
  readonly lastCommitId: string;
}

export interface CommitRequest {
  /** The key: a name that is the same for every run of the same work. */
  readonly branch: string;
  /** The one parent, by its full id. */
  readonly startSha: string;
  /** Where `startSha` is to be found, if not in the project itself: the parent of a fork. */
  readonly startProject?: Project | undefined;
  readonly message: string;
  readonly files: readonly FileChange[];
  /** The branch's head that may be lost. Without it nothing is overwritten. */
  readonly replaces?: string | undefined;
}

/** Stale: a file has changed on the default branch since it was read. Nothing was written: read and apply again. */
export type CommitResult =
  (WriteResult<{ readonly commit: string }> & { readonly stale: false }) | { readonly stale: true };

export type MergeRequestState = "opened" | "closed" | "merged" | "locked";

export interface MergeRequest {
  /** The number in its target project, as in `!12`. */
  readonly iid: string;
  readonly webUrl: string;
  readonly title: string;
  readonly description: string;
  readonly state: MergeRequestState;
  readonly sourceBranch: string;
  readonly targetBranch: string;
  /** Undefined where the fork is gone. */
  readonly sourceProjectId?: string;
  readonly author: string;
  readonly labels: readonly string[];
  /** The head of the source branch as the merge request knows it. */
  readonly sha?: string;
}

export interface MergeRequestFilter {
  readonly sourceBranch?: string | undefined;
  readonly targetBranch?: string | undefined;
  /** Of any state where not given. */
  readonly state?: MergeRequestState | undefined;
  /** Text in title or description. */
  readonly search?: string | undefined;
  /** All of them. */
  readonly labels?: readonly string[] | undefined;
  /** A user's name. */
  readonly author?: string | undefined;
}

export interface NewMergeRequest {
  readonly sourceBranch: string;
  readonly targetBranch: string;
  /** At most 255 characters; see `fitTitle`. */
  readonly title: string;
  /** Markdown in which no line begins with a slash. */
  readonly description: string;
  /** GitLab silently ignores them if the token is not at least a Reporter of the target. */
  readonly labels?: readonly string[] | undefined;
  readonly removeSourceBranch?: boolean | undefined;
  readonly squash?: boolean | undefined;
  /** Lets those who may merge push to the fork's branch. */
  readonly allowCollaboration?: boolean | undefined;
}

export interface MergeRequestChange {
  readonly title?: string | undefined;
  readonly description?: string | undefined;
  readonly addLabels?: readonly string[] | undefined;
  readonly removeLabels?: readonly string[] | undefined;
  readonly state?: "close" | "reopen" | undefined;
}

export interface Note {
  readonly id: string;
  readonly body: string;
}

/**
 * What a release needs of GitLab's API (v4). Every function says how many requests it makes when all goes well; each
 * is tried 4 times at most (see packages/http). A list of more than 100 pages ends undecided.
 */
export interface GitLab {
  /** One request. Throws `invalid` for a project that is missing, hidden, moved or without a branch. */
  project(path: string): Promise<Project>;
  /** One request. The user that the token belongs to. */
  user(): Promise<{ readonly id: string; readonly username: string }>;
  /**
   * One request. Undefined where the file is missing; throws `invalid` where `ref` is. A symbolic link reads as the
   * path it holds: the API does not tell it from a file.
   */
  readFile(project: Project, path: string, ref: string): Promise<RemoteFile | undefined>;
  /** One request. Undefined where there is none. */
  branch(project: Project, name: string): Promise<Branch | undefined>;
  /** One request for each 100 branches. Names as they are, in GitLab's order. */
  branchesMatching(project: Project, prefix: string): Promise<string[]>;
  /** One request. `ref` is an id, a branch or a tag; undefined where it is none of this project. */
  commit(project: Project, ref: string): Promise<Commit | undefined>;
  /** One request. Throws `invalid` where one of both is missing. */
  compare(project: Project, from: string, to: string): Promise<Comparison>;
  /** One request. The common ancestor's id; undefined where there is none. */
  mergeBase(project: Project, a: string, b: string): Promise<string | undefined>;
  /** One request. Whether `descendant` builds on the commit, or is it. False for a commit that the project lacks. */
  isAncestor(project: Project, commit: string, descendant: string): Promise<boolean>;
  /** One request for each 100 paths: all that a commit changes against its first parent, old names of moved files too. */
  changedPaths(project: Project, commit: string): Promise<string[]>;
  /**
   * Makes one commit on its own branch, exactly once: the branch is looked up first and after an unclear answer,
   * and counts as ours when its head has `startSha` as its one parent and changes these files to these bytes and no
   * other. Two requests; three and one for each file where the branch holds the change already; two and one for each
   * file where it is stale. Throws `refused` where the branch holds something else that it may not replace.
   */
  commitFiles(project: Project, request: CommitRequest): Promise<CommitResult>;
  /**
   * Two requests, or one where the branch is gone already. With `head` it throws `refused` where the branch has
   * another one by now.
   */
  deleteBranch(project: Project, name: string, head?: string): Promise<WriteResult<true>>;
  /** One request for each 100; of the target project. Newest first. */
  findMergeRequests(project: Project, filter: MergeRequestFilter): Promise<MergeRequest[]>;
  /** One request. Undefined where there is none. */
  mergeRequest(project: Project, iid: string): Promise<MergeRequest | undefined>;
  /**
   * One request, or two where an open one of these branches exists: it is adopted as it is. GitLab keeps to one open
   * merge request for each pair of branches.
   */
  createMergeRequest(source: Project, target: Project, request: NewMergeRequest): Promise<WriteResult<MergeRequest>>;
  /** One request. */
  updateMergeRequest(project: Project, iid: string, change: MergeRequestChange): Promise<WriteResult<MergeRequest>>;
  /** One request. Throws `refused` where it was merged meanwhile. */
  closeMergeRequest(project: Project, iid: string): Promise<WriteResult<MergeRequest>>;
  /**
   * Comments once: a comment with this marker is adopted as it is. Two requests, and one for each 100 comments
   * beyond the first. The marker (letters, digits and `. _ : / @ -`) is added as a hidden line.
   */
  comment(project: Project, iid: string, body: string, marker: string): Promise<WriteResult<Note>>;
  /** One request. The user's access level by project or by group, 0 if they are not a member. */
  accessOf(project: Project, username: string): Promise<number>;
}
