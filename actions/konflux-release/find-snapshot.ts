import type { Clock, Io, Problem } from "@release-actions/action";
import { refused } from "@release-actions/action";
import {
  chooseSnapshot,
  COMMIT_LABEL,
  COMPONENT_LABEL,
  COMPONENTS,
  problemWith,
  readSnapshot,
  SNAPSHOTS,
} from "@release-actions/konflux";
import type { Snapshot } from "@release-actions/konflux";
import { labelSelector } from "@release-actions/konflux/kubernetes";
import type { Kubernetes } from "@release-actions/konflux/kubernetes";
import type { ReleaseRequest } from "./settings.ts";

export interface Waiting {
  readonly clock: Clock;
  readonly io: Io;
  readonly signal: AbortSignal;
  /** Milliseconds. */
  readonly interval: number;
}

/**
 * The Snapshots that can be released, newest first: the one that is named, or those that the commit became. Several
 * carry the same image. Waits for one as long as `wait` says. Throws an ActionError where there is none, or no saying which.
 */
export async function findSnapshots(
  kubernetes: Kubernetes,
  wanted: ReleaseRequest,
  wait: number,
  waiting: Waiting,
): Promise<readonly Snapshot[]> {
  if (wanted.snapshot !== undefined) return [await namedSnapshot(kubernetes, wanted.snapshot, wanted)];
  const { clock, io, signal, interval } = waiting;
  const start = clock.monotonic();
  for (;;) {
    const choice = chooseSnapshot(await snapshotsOf(kubernetes, wanted), wanted.of);
    if (choice.kind === "chosen") return choice.candidates;
    const { what, problems } = choice;
    if (choice.kind === "ambiguous") {
      throw refused(what, {
        remedy:
          "Give image, the digest that was verified, or application where there are several; or the Snapshot's name as snapshot.",
        problems,
      });
    }
    const left = wait - (clock.monotonic() - start);
    if (left <= 0) throw await noSnapshot(kubernetes, wanted, what, problems, wait > 0);
    io.progress(`${what} yet; waiting`);
    await clock.sleep(Math.min(interval, left), signal);
  }
}

async function snapshotsOf(kubernetes: Kubernetes, { of }: ReleaseRequest): Promise<Snapshot[]> {
  const labels = labelSelector({ [COMMIT_LABEL]: of.commit ?? "", [COMPONENT_LABEL]: of.component ?? "" });
  return (await kubernetes.list(SNAPSHOTS, { labels })).map(readSnapshot);
}

async function namedSnapshot(kubernetes: Kubernetes, name: string, { of }: ReleaseRequest): Promise<Snapshot> {
  const found = await kubernetes.get(SNAPSHOTS, name);
  if (found === undefined) {
    throw refused(`there is no Snapshot ${name} in ${kubernetes.namespace}`, {
      remedy: "Check the name; old Snapshots are removed. Or give component and commit-sha.",
    });
  }
  const snapshot = readSnapshot(found);
  const problem = problemWith(snapshot, of);
  if (problem !== undefined)
    throw refused(`the Snapshot ${name} cannot be released: ${problem}`, {
      remedy: "Give the Snapshot of the push that built what was verified.",
    });
  return snapshot;
}

/** What the component itself knows of its builds says more than that nothing was found. */
async function noSnapshot(
  kubernetes: Kubernetes,
  { of }: ReleaseRequest,
  what: string,
  problems: readonly Problem[],
  waited: boolean,
): Promise<Error> {
  const late = waited ? "; it did not come within wait-for-snapshot" : "";
  const hint =
    problems.length > 0
      ? "Release the Snapshot of the push to the branch, once its build is through."
      : await buildHint(kubernetes, of.component ?? "", of.commit ?? "");
  return refused(`${what}${late}`, { remedy: hint, problems });
}

async function buildHint(kubernetes: Kubernetes, name: string, commit: string): Promise<string> {
  const usual =
    "Check that the build of this commit is through and that its Snapshot was not removed; or give wait-for-snapshot.";
  // A role that may read Snapshots need not be one that may read Components.
  const component = await kubernetes.get(COMPONENTS, name).catch(() => null);
  if (component === null) return usual;
  if (component === undefined) return `There is no component ${name} in ${kubernetes.namespace}: check its name.`;
  const last = (component.status as { lastBuiltCommit?: unknown } | undefined)?.lastBuiltCommit;
  if (typeof last !== "string" || last === commit) return usual;
  return `The component's last built commit is ${last}. ${usual}`;
}
