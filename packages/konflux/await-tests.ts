import { undecided } from "@release-actions/action";
import type { Kubernetes } from "./kubernetes/index.ts";
import type { PollOptions } from "./await-snapshot.ts";
import { SNAPSHOTS } from "./resources.ts";
import { judgeTests } from "./snapshot-tests.ts";
import type { TestsJudgement } from "./snapshot-tests.ts";
import { readSnapshot } from "./snapshot.ts";
import type { Snapshot } from "./snapshot.ts";

export interface TestedSnapshot {
  /** As last read. */
  readonly snapshot: Snapshot;
  /** "running" only if the tests did not finish in time. */
  readonly judgement: TestsJudgement;
}

/** Polls for at most `timeout` milliseconds until the tests of a Snapshot have finished. Throws `undecided` or HttpError. */
export async function awaitTests(
  kubernetes: Kubernetes,
  first: Snapshot,
  timeout: number,
  { clock, io, signal, interval }: PollOptions,
): Promise<TestedSnapshot> {
  const start = clock.monotonic();
  let snapshot = first;
  for (;;) {
    const judgement = judgeTests(snapshot);
    const left = timeout - (clock.monotonic() - start);
    if (judgement.state !== "running" || left <= 0) return { snapshot, judgement };
    io.progress(`the tests of ${snapshot.name} are running: ${judgement.message}`);
    await clock.sleep(Math.min(interval, left), signal);
    snapshot = await readAgain(kubernetes, snapshot, "its tests");
  }
}

/** The current state of the same Snapshot. Throws `undecided` if it was deleted, or created again under its name. */
export async function readAgain(kubernetes: Kubernetes, { name, uid }: Snapshot, waitedFor: string): Promise<Snapshot> {
  const found = await kubernetes.get(SNAPSHOTS, name);
  if (found?.metadata.uid === uid) return readSnapshot(found);
  const what = found === undefined ? "deleted" : "deleted and created again";
  throw undecided(`the Snapshot ${name} was ${what} while waiting for ${waitedFor}`, { remedy: "Run this again." });
}
