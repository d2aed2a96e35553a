import type { Clock } from "@release-actions/action";
import { runInMemory, systemClock } from "@release-actions/hosts";
import type { MemoryResult, MemoryRun } from "@release-actions/hosts";
import action from "../../actions/konflux-release/action.ts";
import { handsOn } from "../kubernetes/hands.ts";
import type { Hands, Place } from "../kubernetes/hands.ts";
import { startKubernetes } from "../stand-ins/kubernetes/index.ts";
import type { KubernetesSetup, LedgerEntry, StandInKubernetes, Stored } from "../stand-ins/kubernetes/index.ts";
import { controlRelease } from "../stand-ins/konflux-controller/index.ts";
import type { Controller } from "../stand-ins/konflux-controller/index.ts";
import { COMMIT, COMPONENT, IMAGE, NAMESPACE, releasePlan, snapshot } from "./konflux-objects.ts";

export * from "./konflux-objects.ts";

export const USER = "system:serviceaccount:aap-aa-tenant:releaser";
export const TOKEN = "eyJhbGciOiJub25lIn0.canary-0123456789abcdef.sig";
export const ADMIN = "admin-0123456789abcdef";

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
export async function openWorldOn(
  cluster: Cluster,
  objects: Readonly<Record<string, readonly Stored[]>> = {},
  namespace = NAMESPACE,
  clock: Clock = systemClock,
): Promise<KonfluxWorld> {
  const hands = handsOn(cluster, namespace);
  const { url: server, releaser: token, authority } = cluster;
  const inputs = {
    server,
    token,
    namespace,
    interval: "200ms",
    timeout: "20s",
    ...(authority !== undefined && { "certificate-authority": authority }),
  };
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
  const kubernetes = await startKubernetes({
    users: [
      { name: USER, token: TOKEN },
      { name: "admin", token: ADMIN },
    ],
    ...setup,
  });
  const cluster: Cluster = { url: kubernetes.url, token: ADMIN, releaser: TOKEN, close: () => kubernetes.close() };
  const world = await openWorldOn(cluster, objects, NAMESPACE, clock);
  kubernetes.ledger.length = 0;
  return {
    ...world,
    kubernetes,
    writes: () => kubernetes.ledger.filter(isWrite).map(({ method, url }) => `${method} ${url}`),
  };
}

/** What the action wrote, rehearsals and questions aside. */
export function isWrite({ method, url, user }: Pick<LedgerEntry, "method" | "url" | "user">): boolean {
  return user === USER && method !== "GET" && !url.includes("dryRun=All") && !url.includes("selfsubjectreviews");
}
