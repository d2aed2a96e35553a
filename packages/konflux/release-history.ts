import { undecided } from "@release-actions/action";
import type { Kubernetes } from "./kubernetes/index.ts";
import { labelSelector } from "./kubernetes/index.ts";
import type { PollOptions } from "./await-snapshot.ts";
import { readAgain } from "./await-tests.ts";
import { conditionOf } from "./conditions.ts";
import { AUTO_RELEASE, RELEASE_PLAN_LABEL, RELEASE_SNAPSHOT_LABEL } from "./labels.ts";
import { attemptOf } from "./release-name.ts";
import type { ReleasePlan } from "./release-plan.ts";
import { isFinished, readRelease, stateOf } from "./release.ts";
import type { Release } from "./release.ts";
import { RELEASES } from "./resources.ts";
import type { Snapshot } from "./snapshot.ts";

/** A Release that makes another one unnecessary. */
export interface ExistingRelease {
  readonly kind: "succeeded" | "running";
  readonly release: Release;
  readonly snapshot: Snapshot;
}

/** No Release succeeded or is running. */
export interface NoRelease {
  readonly kind: "none";
  readonly snapshot: Snapshot;
  /** The number of the next attempt, 1 or greater. */
  readonly attempt: number;
  readonly failed: readonly Release[];
}

/** So many names fit into a label selector in a URL. */
const MAX_CANDIDATES = 50;
const AUTOMATIC_RELEASE_WAIT = 60_000;

/**
 * Whether one of the Snapshots, newest first, has been released by the plan: by anyone, under any name. A successful
 * Release takes precedence over a running one; without either, the newest Snapshot is to be released. Throws `undecided`
 * if the outcome of an earlier Release is not known, or HttpError.
 */
export async function findReleases(
  kubernetes: Kubernetes,
  candidates: readonly Snapshot[],
  plan: ReleasePlan,
): Promise<ExistingRelease | NoRelease> {
  const considered = candidates.slice(0, MAX_CANDIDATES);
  const releases = await releasesOf(kubernetes, considered, plan);
  const existing = newestOf("succeeded", considered, releases) ?? newestOf("running", considered, releases);
  if (existing?.kind === "running" && existing.release.leaving) {
    throw undecided(`the Release ${existing.release.name} is being deleted while it is running`, {
      remedy: "Check in Konflux what its pipelines did before you run this again.",
    });
  }
  if (existing !== undefined) return existing;
  const snapshot = considered[0] as Snapshot;
  const failed = releases.filter((release) => release.snapshot === snapshot.name);
  const unclear = failed.find((release) => stateOf(release) === "unclear");
  if (unclear !== undefined) {
    throw undecided(
      `the outcome of the Release ${unclear.name} is not known: its Released condition is not recognized`,
      {
        remedy: "Check it in Konflux, and delete it if it released nothing.",
      },
    );
  }
  const attempts = await Promise.all(failed.map(({ name }) => attemptOf(name, snapshot.name, plan.name)));
  return { kind: "none", snapshot, attempt: 1 + Math.max(0, ...attempts.map((attempt) => attempt ?? 0)), failed };
}

function newestOf(
  kind: ExistingRelease["kind"],
  snapshots: readonly Snapshot[],
  releases: readonly Release[],
): ExistingRelease | undefined {
  const matching = releases
    .filter((release) => (kind === "running" ? !isFinished(stateOf(release)) : stateOf(release) === kind))
    .toSorted((one, other) => other.createdAt - one.createdAt);
  for (const snapshot of snapshots) {
    const release = matching.find((candidate) => candidate.snapshot === snapshot.name);
    if (release !== undefined) return { kind, release, snapshot };
  }
  return undefined;
}

/** Searched by their labels, and without: Releases of old versions have none. The spec decides for both. */
async function releasesOf(
  kubernetes: Kubernetes,
  candidates: readonly Snapshot[],
  plan: ReleasePlan,
): Promise<Release[]> {
  const names = candidates.map(({ name }) => name);
  const [labelled, others] = await Promise.all([
    kubernetes.list(RELEASES, {
      labels: labelSelector({ [RELEASE_SNAPSHOT_LABEL]: names, [RELEASE_PLAN_LABEL]: plan.name }),
    }),
    kubernetes.list(RELEASES, { labels: labelSelector({ [RELEASE_SNAPSHOT_LABEL]: undefined }) }),
  ]);
  return [...labelled, ...others]
    .map(readRelease)
    .filter((release) => names.includes(release.snapshot) && release.plan === plan.name);
}

/**
 * If the plan releases automatically, integration-service creates a Release shortly after the tests. This waits up to a
 * minute for it, to avoid a second one. The condition AutoReleased does not prove that it was created. Throws `undecided`
 * or HttpError.
 */
export async function awaitAutomaticRelease(
  kubernetes: Kubernetes,
  history: NoRelease,
  plan: ReleasePlan,
  { clock, io, signal, interval }: PollOptions,
): Promise<ExistingRelease | NoRelease> {
  const start = clock.monotonic();
  let { snapshot } = history;
  while (plan.automatic && history.failed.length === 0 && snapshot.labels[AUTO_RELEASE] !== "false") {
    const isDecided = conditionOf(snapshot.conditions, "AutoReleased", snapshot.generation) !== undefined;
    const found = await findReleases(kubernetes, [snapshot], plan);
    if (found.kind !== "none" || isDecided || clock.monotonic() - start >= AUTOMATIC_RELEASE_WAIT) return found;
    io.progress(`the plan ${plan.name} releases automatically: waiting briefly for its Release`);
    await clock.sleep(Math.min(interval, 5_000), signal);
    snapshot = await readAgain(kubernetes, snapshot, "its automatic Release");
  }
  return history;
}
