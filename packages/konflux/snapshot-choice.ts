import type { Problem } from "@release-actions/action";
import { describeOwner } from "./snapshot.ts";
import type { Owner, Snapshot } from "./snapshot.ts";

/** What a Snapshot must contain; undefined accepts anything. */
export interface SnapshotCriteria {
  readonly component: string | undefined;
  /** 40 hex digits. */
  readonly commit: string | undefined;
  /** `sha256:…` of the verified image. */
  readonly digest: string | undefined;
  /** The application or component group. */
  readonly owner: string | undefined;
}

/** The choice among Snapshots, or why there is none. "none": one may still appear. */
export type SnapshotChoice =
  /** Newest first. They have the same image of the component, so each would release the same. */
  | { readonly kind: "chosen"; readonly candidates: readonly Snapshot[] }
  | { readonly kind: "none"; readonly what: string; readonly problems: readonly Problem[] }
  | { readonly kind: "ambiguous"; readonly what: string; readonly problems: readonly Problem[] };

/**
 * The Snapshots of a commit of a component. A push Snapshot also has the latest images of all other components, so only
 * the component's own entry counts: its revision must be the commit, and its image must have the digest.
 */
export function chooseSnapshot(snapshots: readonly Snapshot[], criteria: SnapshotCriteria): SnapshotChoice {
  const judged = snapshots.map((snapshot) => ({ snapshot, problem: problemWith(snapshot, criteria) }));
  const fitting = judged.filter(({ problem }) => problem === undefined).map(({ snapshot }) => snapshot);
  if (fitting.length === 0) {
    const problems = judged.map(({ snapshot, problem }) => ({ what: `${snapshot.name}: ${problem}` }));
    return { kind: "none", what: describeNone(snapshots, criteria), problems };
  }
  const candidates = fitting.toSorted(newestFirst);
  const owners = new Map(candidates.map((snapshot) => [JSON.stringify(snapshot.owner), snapshot]));
  if (owners.size > 1) {
    const problems = [...owners.values()].map(({ name, owner: of }) => ({
      what: `${name} belongs to the ${describeOwner(of as Owner)}`,
    }));
    return {
      kind: "ambiguous",
      what: `${criteria.component} is released by ${owners.size} applications or component groups`,
      problems,
    };
  }
  const digests = new Map(candidates.map((snapshot) => [digestIn(snapshot, criteria.component), snapshot]));
  if (digests.size <= 1) return { kind: "chosen", candidates };
  const problems = candidates.map((snapshot) => ({
    what: `${snapshot.name} carries ${digestIn(snapshot, criteria.component)}`,
  }));
  return {
    kind: "ambiguous",
    what: `${candidates.length} Snapshots of the commit carry ${digests.size} different images of ${criteria.component}`,
    problems,
  };
}

/** Why a Snapshot does not meet the criteria, or undefined if it does. */
export function problemWith(
  snapshot: Snapshot,
  { component, commit, digest, owner }: SnapshotCriteria,
): string | undefined {
  if (snapshot.leaving) return "it is being deleted";
  if (snapshot.origin !== "push") return ORIGINS[snapshot.origin];
  if (snapshot.owner === undefined) return "it names neither an application nor a component group, or both";
  if (owner !== undefined && snapshot.owner.name !== owner)
    return `it belongs to the ${describeOwner(snapshot.owner)}, not to ${owner}`;
  if (component === undefined) return undefined;
  const entries = snapshot.components.filter(({ name }) => name === component);
  if (entries.length === 0) return `it has no component ${component}`;
  // One component in several versions: the commit decides which.
  const built = commit === undefined ? entries : entries.filter(({ revision }) => revision === commit);
  if (built.length === 0)
    return `its ${component} is of commit ${entries.map(({ revision }) => revision ?? "(none)").join(", ")}, not ${commit}`;
  if (built.length > 1) return `it has ${built.length} matching entries of ${component}`;
  const [entry] = built;
  if (entry?.digest === undefined) return `its image of ${component} has no digest: ${entry?.image}`;
  if (digest !== undefined && entry.digest !== digest)
    return `its image of ${component} is ${entry.digest}, but ${digest} was verified`;
  return undefined;
}

const ORIGINS = {
  "pull request": "it was built for a pull request",
  "merge queue": "it was built for a merge queue",
  group: "it groups several pull requests",
} as const;

function describeNone(snapshots: readonly Snapshot[], { component, commit }: SnapshotCriteria): string {
  const of = `commit ${commit} of component ${component}`;
  if (snapshots.length === 0) return `there is no Snapshot of ${of}`;
  const origins = new Set(snapshots.map(({ origin }) => origin));
  const [only] = origins;
  if (origins.size > 1 || only === undefined || only === "push") return `no Snapshot matches ${of}`;
  const kinds = {
    "pull request": "pull requests",
    "merge queue": "a merge queue",
    group: "a group of pull requests",
  } as const;
  return `all Snapshots of ${of} were built for ${kinds[only]}`;
}

function digestIn(snapshot: Snapshot, component: string | undefined): string {
  return snapshot.components.find(({ name }) => name === component)?.digest ?? "";
}

function newestFirst(one: Snapshot, other: Snapshot): number {
  return other.builtAt - one.builtAt || other.createdAt - one.createdAt || (one.name < other.name ? 1 : -1);
}

export function sameOwner(one: Owner | undefined, other: Owner | undefined): boolean {
  return one !== undefined && other !== undefined && one.kind === other.kind && one.name === other.name;
}
