import { refused, undecided } from "@release-actions/action";
import {
  attemptOf,
  AUTO_RELEASE,
  conditionOf,
  isFinished,
  readRelease,
  readSnapshot,
  stateOf,
} from "@release-actions/konflux";
import { RELEASE_PLAN_LABEL, RELEASE_SNAPSHOT_LABEL, RELEASES, SNAPSHOTS } from "@release-actions/konflux";
import type { Release, ReleasePlan, Snapshot } from "@release-actions/konflux";
import { labelSelector } from "@release-actions/konflux/kubernetes";
import type { Kubernetes } from "@release-actions/konflux/kubernetes";
import type { Waiting } from "./find-snapshot.ts";

/** What has been released already. "none": `attempt` is the one that may be made. */
export type Existing =
  | { readonly kind: "succeeded" | "running"; readonly release: Release; readonly snapshot: Snapshot }
  | {
      readonly kind: "none";
      readonly snapshot: Snapshot;
      readonly attempt: number;
      readonly failed: readonly Release[];
    };

type ExistingRelease = Exclude<Existing, { readonly kind: "none" }>;

/** Label selectors stay within what a URL holds. */
const MOST_CANDIDATES = 50;
const AUTOMATIC_WAIT = 60_000;

/**
 * Whether a Snapshot has been released by the plan: by whomever, under whatever name. A success is the end of it, what
 * runs is followed; of several Snapshots with the same image the one that has a Release counts. Otherwise the newest.
 */
export async function findExisting(
  kubernetes: Kubernetes,
  candidates: readonly Snapshot[],
  plan: ReleasePlan,
): Promise<Existing> {
  const considered = candidates.slice(0, MOST_CANDIDATES);
  const releases = await releasesOf(kubernetes, considered, plan);
  const byState = (wanted: "succeeded" | "running"): ExistingRelease | undefined => {
    for (const snapshot of considered) {
      const found = releases.filter(
        (release) =>
          release.snapshot === snapshot.name &&
          (wanted === "running" ? !isFinished(stateOf(release)) : stateOf(release) === wanted),
      );
      const release = found.toSorted((one, other) => other.createdAt - one.createdAt)[0];
      if (release !== undefined) return { kind: wanted, release, snapshot };
    }
    return undefined;
  };
  const known = byState("succeeded") ?? byState("running");
  if (known !== undefined) return leaving(known);
  const snapshot = considered[0] as Snapshot;
  const failed = releases.filter((release) => release.snapshot === snapshot.name);
  const unclear = failed.find((release) => stateOf(release) === "unclear");
  if (unclear !== undefined) {
    throw undecided(
      `it cannot be told how the Release ${unclear.name} ended: its condition Released is none that is known`,
      {
        remedy: "Look at it in Konflux, and delete it if it released nothing.",
      },
    );
  }
  const attempts = await Promise.all(failed.map(({ name }) => attemptOf(name, snapshot.name, plan.name)));
  return { kind: "none", snapshot, attempt: 1 + Math.max(0, ...attempts.map((attempt) => attempt ?? 0)), failed };
}

/** By their labels, and those without: Releases of old versions have none. The spec decides for both. */
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

function leaving(existing: ExistingRelease): Existing {
  if (!existing.release.leaving || existing.kind === "succeeded") return existing;
  throw undecided(`the Release ${existing.release.name} is being deleted while it runs`, {
    remedy: "Find out in Konflux what its pipelines did before you run this again.",
  });
}

/** Refuses another attempt after a failed one, unless it was asked for. */
export function checkFailed(
  { failed, snapshot }: Existing & { readonly kind: "none" },
  plan: ReleasePlan,
  retry: boolean,
): void {
  if (failed.length === 0 || retry) return;
  const names = failed.map(({ name }) => name).join(", ");
  throw refused(`the release of ${snapshot.name} by ${plan.name} failed before: ${names}`, {
    remedy: "Find out why and mend it; then give retry-failed: true, upon which another attempt is made.",
    outputs: {
      release: failed.at(-1)?.name,
      snapshot: snapshot.name,
      status: "failed",
      alreadyReleased: false,
      created: false,
    },
  });
}

/**
 * Where the plan releases on its own, integration-service makes a Release a moment after the tests: it is waited for a
 * minute, so that there are not two. That it says AutoReleased is no proof that it made one.
 */
export async function awaitAutomatic(
  kubernetes: Kubernetes,
  existing: Existing & { readonly kind: "none" },
  plan: ReleasePlan,
  waiting: Waiting,
): Promise<Existing> {
  const { clock, io, signal, interval } = waiting;
  const start = clock.monotonic();
  let { snapshot } = existing;
  while (plan.automatic && existing.failed.length === 0 && snapshot.labels[AUTO_RELEASE] !== "false") {
    const decided = conditionOf(snapshot.conditions, "AutoReleased", snapshot.generation) !== undefined;
    const found = await findExisting(kubernetes, [snapshot], plan);
    if (found.kind !== "none") return found;
    if (decided || clock.monotonic() - start >= AUTOMATIC_WAIT) return found;
    io.progress(`the plan ${plan.name} releases on its own: waiting a moment for its Release`);
    await clock.sleep(Math.min(interval, 5_000), signal);
    const again = await kubernetes.get(SNAPSHOTS, snapshot.name);
    if (again?.metadata.uid !== snapshot.uid)
      throw undecided(`the Snapshot ${snapshot.name} was deleted meanwhile`, { remedy: "Run this again." });
    snapshot = readSnapshot(again);
  }
  return existing;
}
