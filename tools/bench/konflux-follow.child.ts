/** Follows many releases at once in this process, and says when it told of each phase and what memory it took. */
import { runInMemory } from "@release-actions/hosts";
import action from "../../actions/konflux-release/action.ts";
import { peakMemory } from "./peak-memory.ts";

const { inputs, snapshots } = JSON.parse(process.argv[2]!) as { inputs: Record<string, string>; snapshots: string[] };
const tell = (value: unknown): void => void process.stdout.write(`${JSON.stringify(value)}\n`);

const runs = snapshots.map((snapshot) =>
  runInMemory(action, {
    inputs: { ...inputs, snapshot },
    onLine: (line) => line.startsWith("managed pipeline: ") && tell({ snapshot, at: Date.now() }),
  }),
);
void Promise.all(runs).then((ended) =>
  tell({ verdicts: ended.map(({ verdict }) => verdict), kilobytes: peakMemory() }),
);
