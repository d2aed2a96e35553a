/** Runs the gate in this process on a clock that does not wait, and says when each tick was requested and reported, and what memory it took. */
import type { Clock } from "@release-actions/action";
import { runInMemory } from "@release-actions/hosts";
import action from "../../actions/metrics-gate/action.ts";
import { virtualClock } from "../../test/worlds/metrics-gate.ts";
import { peakMemory } from "./peak-memory.ts";

const { inputs, workspace } = JSON.parse(process.argv[2]!) as { inputs: Record<string, string>; workspace: string };
const tell = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

const clock = virtualClock();
let asked = 0;
const timed: Clock = {
  ...clock,
  sleep: async (milliseconds, signal) => {
    await clock.sleep(milliseconds, signal);
    asked = Date.now();
  },
};
const onLine = (line: string): void => {
  if (/^[0-9]+\/[0-9]+ /.test(line)) tell({ asked, told: Date.now() });
};
const { verdict } = await runInMemory(action, { inputs, workspace, clock: timed, onLine });
tell({ verdict, kilobytes: peakMemory() });
