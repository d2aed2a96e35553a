import type { Clock, Io } from "@release-actions/action";
import type { Kubernetes } from "./kubernetes/index.ts";
import { labelSelector } from "./kubernetes/index.ts";
import { COMMIT_LABEL, COMPONENT_LABEL } from "./labels.ts";
import { COMPONENTS, SNAPSHOTS } from "./resources.ts";
import { ComponentStatus } from "./schema.ts";
import { chooseSnapshot } from "./snapshot-choice.ts";
import type { SnapshotChoice, SnapshotCriteria } from "./snapshot-choice.ts";
import { readSnapshot } from "./snapshot.ts";

/** How to poll. */
export interface PollOptions {
  readonly clock: Clock;
  readonly io: Io;
  readonly signal: AbortSignal;
  /** Milliseconds between two reads. */
  readonly interval: number;
}

/**
 * Polls for at most `timeout` milliseconds until a commit has a Snapshot that can be released. An ambiguous choice ends
 * the wait at once: another Snapshot would not resolve it. Throws HttpError.
 */
export async function awaitSnapshots(
  kubernetes: Kubernetes,
  criteria: SnapshotCriteria,
  timeout: number,
  { clock, io, signal, interval }: PollOptions,
): Promise<SnapshotChoice> {
  const { commit = "", component = "" } = criteria;
  const labels = labelSelector({ [COMMIT_LABEL]: commit, [COMPONENT_LABEL]: component });
  const start = clock.monotonic();
  for (;;) {
    const choice = chooseSnapshot((await kubernetes.list(SNAPSHOTS, { labels })).map(readSnapshot), criteria);
    const left = timeout - (clock.monotonic() - start);
    if (choice.kind !== "none" || left <= 0) return choice;
    io.progress(`waiting for a Snapshot: ${choice.what}`);
    await clock.sleep(Math.min(interval, left), signal);
  }
}

/**
 * The commit that a component was last built from. "unknown" if it is not recorded or cannot be read: a role that may
 * read Snapshots may not be allowed to read Components.
 */
export async function lastBuild(
  kubernetes: Kubernetes,
  component: string,
): Promise<"no such component" | "unknown" | { readonly commit: string }> {
  const found = await kubernetes.get(COMPONENTS, component).catch(() => null);
  if (found === undefined) return "no such component";
  const { lastBuiltCommit: commit } = ComponentStatus.parse(found?.status);
  return commit === undefined ? "unknown" : { commit };
}
