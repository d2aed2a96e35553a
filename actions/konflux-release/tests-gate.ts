import type { Io } from "@release-actions/action";
import { refused, undecided } from "@release-actions/action";
import { hasPassed, judgeTests, readSnapshot, SNAPSHOTS } from "@release-actions/konflux";
import type { Snapshot, TestsJudgement } from "@release-actions/konflux";
import type { Kubernetes } from "@release-actions/konflux/kubernetes";
import { scenarioBlocks } from "./report.ts";
import type { Waiting } from "./find-snapshot.ts";

const ANYWAY = "A Snapshot is released only once its tests have passed.";

/** Lets a Snapshot through whose tests have passed, waiting for them as long as `wait` says. Throws an ActionError for others. */
export async function passTests(
  kubernetes: Kubernetes,
  first: Snapshot,
  wait: number,
  waiting: Waiting,
  summary: boolean,
): Promise<Snapshot> {
  const { clock, io, signal, interval } = waiting;
  const start = clock.monotonic();
  let snapshot = first;
  for (;;) {
    const judgement = judgeTests(snapshot);
    const left = wait - (clock.monotonic() - start);
    if (judgement.state !== "running" || left <= 0) {
      show(io, snapshot, judgement, summary);
      if (judgement.state === "passed") return snapshot;
      throw notPassed(snapshot, judgement, wait > 0);
    }
    io.progress(`the tests of ${snapshot.name} are running: ${judgement.message}`);
    await clock.sleep(Math.min(interval, left), signal);
    snapshot = await again(kubernetes, snapshot);
  }
}

/** The same Snapshot, not one that was made anew under its name. */
async function again(kubernetes: Kubernetes, { name, uid }: Snapshot): Promise<Snapshot> {
  const found = await kubernetes.get(SNAPSHOTS, name);
  if (found?.metadata.uid === uid) return readSnapshot(found);
  throw undecided(
    `the Snapshot ${name} was ${found === undefined ? "deleted" : "made anew"} while its tests were waited for`,
    { remedy: "Run this again." },
  );
}

function notPassed({ name }: Snapshot, { state, message, scenarios }: TestsJudgement, waited: boolean): Error {
  const failed = scenarios.filter((scenario) => !scenario.optional && !hasPassed(scenario));
  const problems = failed.map(({ name: scenario, status, details }) => ({
    what: `${scenario}: ${status}${details === "" ? "" : `: ${details}`}`,
  }));
  const tests = `the tests of the Snapshot ${name}`;
  if (state === "failed") {
    return refused(`${tests} failed: ${message}`, {
      remedy: `Mend what failed and build again, or run the scenario again in Konflux. ${ANYWAY}`,
      problems,
    });
  }
  if (state === "stuck") {
    return refused(`${tests} came to no verdict, and may never: ${message}`, {
      remedy: `Run them again in Konflux, or build again. ${ANYWAY}`,
      problems,
    });
  }
  const why = waited ? "are still running after wait-for-tests" : "have no verdict yet";
  return undecided(`${tests} ${why}: ${message}`, {
    remedy: `Give wait-for-tests, such as 1h, or run this again later. ${ANYWAY}`,
    problems,
  });
}

function show(io: Io, snapshot: Snapshot, judgement: TestsJudgement, summary: boolean): void {
  io.info(`tests of ${snapshot.name}: ${judgement.state}${judgement.message === "" ? "" : `: ${judgement.message}`}`);
  for (const { name, status, optional, details } of judgement.scenarios) {
    io.info(`  ${name}${optional ? " (optional)" : ""}: ${status}${details === "" ? "" : `: ${details}`}`);
  }
  if (summary) io.summary(...scenarioBlocks(snapshot.name, judgement));
}
