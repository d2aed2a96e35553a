import type { Clock } from "@release-actions/action-types";
import { runInMemory, systemClock } from "@release-actions/hosts";
import type { MemoryResult, MemoryRun } from "@release-actions/hosts";
import action from "../../actions/konflux-release/action.ts";
import { handsOn } from "../kubernetes/hands.ts";
import type { Hands, Place } from "../kubernetes/hands.ts";
import { startKubernetes } from "../stand-ins/kubernetes/index.ts";
import type { KubernetesSetup, LedgerEntry, StandInKubernetes, Stored } from "../stand-ins/kubernetes/index.ts";
import { controlRelease, TESTS_PASSED } from "../stand-ins/konflux-controller/index.ts";
import type { Controller } from "../stand-ins/konflux-controller/index.ts";

export const NAMESPACE = "aap-aa-tenant";
export const APPLICATION = "aap-aa-main";
export const COMPONENT = "automation-analytics-backend-main";
export const COMMIT = "0123456789abcdef0123456789abcdef01234567";
export const DIGEST = `sha256:${"a".repeat(64)}`;
export const IMAGE = `quay.io/redhat-user-workloads/${NAMESPACE}/${COMPONENT}@${DIGEST}`;
export const PLAN = "aap-aa-prod";
export const SNAPSHOT = "aap-aa-main-20261121-100000-000";
export const USER = "system:serviceaccount:aap-aa-tenant:releaser";
export const TOKEN = "eyJhbGciOiJub25lIn0.canary-0123456789abcdef.sig";
export const ADMIN = "admin-0123456789abcdef";

const PAC = "pac.test.appstudio.openshift.io";

export interface SnapshotFacts {
  readonly name?: string;
  readonly commit?: string;
  readonly component?: string;
  readonly digest?: string;
  readonly labels?: Readonly<Record<string, string | undefined>>;
  readonly annotations?: Record<string, string>;
  readonly owner?: Record<string, string>;
  readonly image?: string;
  readonly revision?: string;
  readonly status?: Record<string, unknown> | undefined;
  /** Other components with their latest images. */
  readonly others?: readonly { name: string; commit: string }[];
}

/** A Snapshot as integration-service makes it from a push. */
export function snapshot(facts: SnapshotFacts = {}): Stored {
  const { name = SNAPSHOT, commit = COMMIT, component = COMPONENT, digest = DIGEST, owner = { application: APPLICATION }, others = [] } = facts;
  const labels: Record<string, string | undefined> = {
    [`${PAC}/sha`]: commit,
    [`${PAC}/event-type`]: "push",
    "appstudio.openshift.io/component": component,
    "test.appstudio.openshift.io/type": "component",
    "test.appstudio.openshift.io/pipelinerunstarttime": "1763719200",
    ...facts.labels,
  };
  const entry = (of: string, image: string, revision: string) => ({ name: of, containerImage: image, source: { git: { url: `https://github.com/acme/${of}`, revision } } });
  const own = entry(component, facts.image ?? `quay.io/redhat-user-workloads/${NAMESPACE}/${component}@${digest}`, facts.revision ?? commit);
  const rest = others.map((other) => entry(other.name, `quay.io/acme/${other.name}@sha256:${"b".repeat(64)}`, other.commit));
  const status = "status" in facts ? facts.status : TESTS_PASSED;
  return {
    metadata: { name, labels: Object.fromEntries(Object.entries(labels).flatMap(([key, value]) => (value === undefined ? [] : [[key, value]]))), annotations: facts.annotations ?? {} },
    spec: { ...owner, components: [own, ...rest] },
    ...(status !== undefined && { status }),
  };
}

export function releasePlan(name = PLAN, more: { owner?: Record<string, string>; matched?: boolean; active?: boolean; target?: string | null; auto?: string | undefined; spec?: Record<string, unknown> } = {}): Stored {
  const { owner = { application: APPLICATION }, matched = true, active = true, target = "managed-ns", auto = "false", spec = {} } = more;
  const condition = { type: "Matched", status: matched ? "True" : "False", reason: matched ? "Succeeded" : "Failed", message: "", lastTransitionTime: "2026-11-21T10:00:00Z" };
  return {
    metadata: { name, labels: { "release.appstudio.openshift.io/auto-release": auto } },
    spec: { ...owner, ...(target !== null && { target }), ...spec },
    status: { conditions: [condition], ...(matched && { releasePlanAdmission: { name: "admission", active } }) },
  };
}

/** A cluster, stand-in or real. */
export interface Cluster extends Place {
  /** The token of the service account that releases. */
  readonly releaser: string;
  close(): Promise<void>;
}

export interface KonfluxWorld {
  readonly hands: Hands;
  readonly inputs: Readonly<Record<string, string>>;
  run(inputs?: Readonly<Record<string, string>>, more?: Omit<MemoryRun, "inputs">): Promise<MemoryResult>;
  /** The only Release, once there is one. */
  theRelease(): Promise<Stored>;
  /** Its controller. */
  control(): Promise<Controller>;
  close(): Promise<void>;
}

/** What leads to the Snapshot of the commit. */
export const BY_COMMIT = { component: COMPONENT, "commit-sha": COMMIT, image: IMAGE } as const;

/** A namespace with one Snapshot and one plan, unless other objects are given. */
export async function openWorldOn(cluster: Cluster, objects: Readonly<Record<string, readonly Stored[]>> = {}, namespace = NAMESPACE, clock: Clock = systemClock): Promise<KonfluxWorld> {
  const hands = handsOn(cluster, namespace);
  const { url: server, releaser: token, authority } = cluster;
  const inputs = { server, token, namespace, interval: "200ms", timeout: "20s", ...(authority !== undefined && { "certificate-authority": authority }) };
  for (const [plural, list] of Object.entries({ snapshots: [snapshot()], releaseplans: [releasePlan()], ...objects })) {
    for (const object of list) await hands.make(plural, object);
  }
  const theRelease = async (): Promise<Stored> => {
    for (;;) {
      const [release] = await hands.list("releases");
      if (release !== undefined) return release;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  };
  return {
    hands,
    inputs,
    theRelease,
    run: (given = BY_COMMIT, more = {}) => runInMemory(action, { inputs: { ...inputs, ...given }, clock, ...more }),
    control: async () => controlRelease(hands, (await theRelease()).metadata.name),
    close: () => cluster.close(),
  };
}

export interface StandInWorld extends KonfluxWorld {
  readonly kubernetes: StandInKubernetes;
  /** Requests of the action that change something. */
  writes(): string[];
}

export async function openKonfluxWorld(
  objects: Readonly<Record<string, readonly Stored[]>> = {},
  setup: Partial<KubernetesSetup> = {},
  clock: Clock = systemClock,
): Promise<StandInWorld> {
  const kubernetes = await startKubernetes({ users: [{ name: USER, token: TOKEN }, { name: "admin", token: ADMIN }], ...setup });
  const cluster: Cluster = { url: kubernetes.url, token: ADMIN, releaser: TOKEN, close: () => kubernetes.close() };
  const world = await openWorldOn(cluster, objects, NAMESPACE, clock);
  kubernetes.ledger.length = 0;
  return { ...world, kubernetes, writes: () => kubernetes.ledger.filter(isWrite).map(({ method, url }) => `${method} ${url}`) };
}

/** What the action wrote, rehearsals and questions aside. */
export function isWrite({ method, url, user }: Pick<LedgerEntry, "method" | "url" | "user">): boolean {
  return user === USER && method !== "GET" && !url.includes("dryRun=All") && !url.includes("selfsubjectreviews");
}
