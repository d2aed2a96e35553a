import type { Fault, FaultPlan, LedgerEntry } from "../forge/types.ts";

export type { Effect, Fault, FaultMatch, FaultPlan, LedgerEntry, Moment } from "../forge/types.ts";

/** What callers of the stand-in write and read. */

/** 10 Guest, 20 Reporter, 30 Developer, 40 Maintainer, 50 Owner; 0 is none. */
export type AccessLevel = 0 | 10 | 20 | 30 | 40 | 50;

export interface Token {
  value: string;
  /** The ledger's word for this token; default `token-1`, `token-2`, … */
  name?: string;
  /** The user it represents; default its name. */
  username?: string;
  /** `job` is valid in JOB-TOKEN only, and for few endpoints. Default `personal`. */
  kind?: "personal" | "project" | "job";
  /** Default `["api"]`. */
  scopes?: ("api" | "read_api")[];
  /** On every project, or by path (0 where a path is missing). Default 40. */
  accessLevel?: AccessLevel | Record<string, AccessLevel>;
}

export interface ProjectSetup {
  /** The full path, groups included. */
  path: string;
  id?: number;
  /** Default `master`. */
  defaultBranch?: string;
  /** One commit of these is the default branch's start. */
  files?: Record<string, string | Buffer>;
  /** A bare repository instead of `files`; what the API writes is written to it. */
  gitDirectory?: string;
  /** Path of the project that this one is a fork of. Without its own files it starts as a copy. */
  forkOf?: string;
  members?: { username: string; accessLevel: AccessLevel }[];
  /** Exact names. Pushing needs Maintainer. Default: the default branch. */
  protectedBranches?: string[];
  /** Default true. */
  private?: boolean;
  /** Merge requests are switched off. */
  mergeRequestsDisabled?: boolean;
  /** The new path of a moved project: reads are redirected, writes answered 405. */
  movedTo?: string;
}

export interface GitLabSetup {
  /** A string is a Maintainer's token with the scope api. */
  tokens?: (string | Token)[];
  projects?: ProjectSetup[];
  /** Labels that people's bots take away from merge requests at once, as app-interface's does. */
  strippedLabels?: string[];
  latencyMs?: number;
  /** 0 (the default) takes any. */
  port?: number;
  /** Milliseconds since 1970; for stamps, commits and the Date header. */
  clock?: () => number;
  faults?: Fault[];
}

export interface NoteState {
  id: number;
  body: string;
  author: string;
  createdAt: string;
  system: boolean;
}

export interface MergeRequestState {
  id: number;
  iid: number;
  sourceProject: string;
  sourceBranch: string;
  targetBranch: string;
  title: string;
  description: string;
  state: "opened" | "closed" | "merged" | "locked";
  author: string;
  labels: string[];
  removeSourceBranch: boolean;
  squash: boolean;
  allowCollaboration: boolean;
  createdAt: string;
  updatedAt: string;
  notes: NoteState[];
  /** Commands that GitLab took out of title, description and notes, and would have carried out. */
  quickActions: string[];
}

export interface ProjectState {
  id: number;
  path: string;
  mergeRequests: MergeRequestState[];
}

/** What a run left behind, without ids, times and order of creation. */
export type EndState = Record<
  string,
  {
    /** Each branch: what it holds beyond the default branch's start. */
    branches: Record<string, { messages: string[]; files: Record<string, string | null> }>;
    mergeRequests: object[];
  }
>;

export interface GitLab {
  /** The web address; the API is below `/api/v4`. */
  url: string;
  apiUrl: string;
  ledger: LedgerEntry[];
  faults: FaultPlan;
  /** Bare repositories by path, for git over HTTP. */
  repositories: Record<string, string>;
  projects(): ProjectState[];
  endState(): Promise<EndState>;
  /** Someone else's commit on a branch, which is made from the default branch where it is missing; its id. */
  push(path: string, branch: string, files: Record<string, string | Buffer | null>, message?: string): Promise<string>;
  /** Someone else changes a merge request. */
  change(path: string, iid: number, change: Partial<MergeRequestState>): void;
  /** Back to the setup. */
  reset(): Promise<void>;
  close(): Promise<void>;
}
