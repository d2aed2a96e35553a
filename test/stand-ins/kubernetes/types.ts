import type { Fault, FaultPlan } from "../shared/faults.ts";

export interface Meta {
  name: string;
  namespace?: string;
  uid?: string;
  resourceVersion?: string;
  generation?: number;
  creationTimestamp?: string;
  deletionTimestamp?: string;
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
}

export interface Stored {
  apiVersion?: string;
  kind?: string;
  metadata: Meta;
  spec?: Record<string, unknown>;
  status?: Record<string, unknown>;
}

/** Who a token is of, and the rules that hold for it; without rules it may do everything. */
export interface User {
  readonly name: string;
  readonly token: string;
  readonly rules?: readonly Rule[];
}

/** A rule of a Role (rbac.authorization.k8s.io/v1). */
export interface Rule {
  readonly apiGroups: readonly string[];
  readonly resources: readonly string[];
  readonly verbs: readonly string[];
}

export interface LedgerEntry {
  index: number;
  service: string;
  method: string;
  /** Path and query. */
  url: string;
  user: string | undefined;
  body: string;
  /** It took effect. */
  processed: boolean;
  status?: number;
  fault?: string;
}

export interface KubernetesSetup {
  readonly users: readonly User[];
  readonly port?: number;
  /** What is there at the start, by plural and with its namespace. */
  readonly objects?: Readonly<Record<string, readonly Stored[]>>;
  /** As a bare API server, without what Konflux's webhooks do. */
  readonly webhooks?: boolean;
  /** False: the server ends each watch with 405. */
  readonly watches?: boolean;
  readonly faults?: Fault[];
}

export interface StandInKubernetes {
  readonly url: string;
  readonly ledger: LedgerEntry[];
  readonly faults: FaultPlan<LedgerEntry>;
  /** The objects of a kind, checked without a request. */
  objects(plural: string): Stored[];
  /** Forgets the changes up to now: watches from before them get 410. */
  compact(): void;
  /** Drops the connections of all watches. */
  dropWatches(): void;
  /** Sends an event of the past once more to all watches. */
  replay(): void;
  watches(): number;
  close(): Promise<void>;
}
