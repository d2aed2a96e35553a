import type { Fault, FaultPlan, LedgerEntry as ForgeEntry } from "../forge/index.ts";

/** What callers of the stand-in Jira write and read. Times are milliseconds. */

export type Deployment = "cloud" | "datacenter";

export interface FieldSetup {
  id: string;
  name: string;
  required?: boolean;
  hasDefaultValue?: boolean;
  schema?: { type: string; items?: string; custom?: string };
}

export interface TypeSetup {
  name: string;
  /** Besides Summary, Description and Labels. */
  fields?: FieldSetup[];
  /** Fields that its form lacks, such as `labels`. */
  without?: string[];
}

export interface TransitionSetup {
  id: string;
  name: string;
  from: string;
  to: string;
}

export interface ProjectSetup {
  key: string;
  types?: TypeSetup[];
  /** The first status is the one that issues begin in. Default: To Do, In Progress, Done. */
  statuses?: string[];
  transitions?: TransitionSetup[];
  /** Number of the next issue. */
  next?: number;
}

export interface Account {
  name: string;
  email: string;
  /** Cloud's API token, or Data Center's personal access token. */
  secret: string;
  /** False: may only read. */
  writes?: boolean;
}

export interface JiraSetup {
  deployment?: Deployment;
  accounts?: Account[];
  projects?: ProjectSetup[];
  /** How long a new or changed issue stays out of searches; never of a read by key. Default 0. */
  searchLagMs?: number;
  /** Milliseconds since 1970. */
  clock?: () => number;
  latencyMs?: number;
  port?: number;
  /** A path in front of everything, as `/jira`. */
  contextPath?: string;
  /** Cloud: credentials that are wrong are mistaken for anonymous readers, as some of its calls do. */
  wrongIsAnonymous?: boolean;
  /** Data Center: every sign-in is refused until a CAPTCHA is solved. */
  captcha?: boolean;
  faults?: Fault[];
}

/** As the forge's, without its five services. */
export type LedgerEntry = Omit<ForgeEntry, "service">;

export interface IssueState {
  id: string;
  key: string;
  project: string;
  type: string;
  status: string;
  fields: Record<string, unknown>;
  createdAt: number;
  comments: { id: string; author: string; body: unknown; properties: { key: string; value: unknown }[] }[];
  links: { id: string; globalId: string | null; url: string; title: string }[];
}

export interface JiraState {
  issues: IssueState[];
}

export interface StandInJira {
  url: string;
  ledger: LedgerEntry[];
  faults: FaultPlan;
  state(): JiraState;
  /** What was left behind, without ids, numbers and times. */
  endState(): unknown;
  close(): Promise<void>;
}
