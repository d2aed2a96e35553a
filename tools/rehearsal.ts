import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { StepEvent } from "../test/workflow-runner/index.ts";
import { reporter, styles, type Styles } from "./start-report.ts";

/** What every rehearsal of a workflow gets. */
export interface Stage {
  /** Removed at the end, unless `--keep` is set. */
  readonly directory: string;
  readonly style: Styles;
  /** Aborted by Ctrl-C. */
  readonly signal: AbortSignal;
  print(line: string): void;
  onStep(event: StepEvent): void;
}

/** What differs from the expected result, and what was done if nothing does; or the exit code if nothing was tried. */
export type Ending = { readonly problems: readonly string[]; readonly done: string } | number;

/** Runs a rehearsal in its own folder and reports how it ended. Returns the exit code. */
export async function rehearse(keep: boolean, play: (stage: Stage) => Promise<Ending>): Promise<number> {
  const style = styles(process.stdout.isTTY && process.env.NO_COLOR === undefined);
  const print = (line: string) => void process.stdout.write(`${line}\n`);
  const started = performance.now();
  const directory = await mkdtemp(join(tmpdir(), "release-actions-"));
  const interrupt = new AbortController();
  process.once("SIGINT", () => interrupt.abort());
  try {
    const ending = await play({ directory, style, signal: interrupt.signal, print, onStep: reporter(print, style) });
    if (typeof ending === "number") return ending;
    for (const problem of ending.problems) print(style.red(`✗ ${problem}`));
    const seconds = ((performance.now() - started) / 1000).toFixed(1);
    if (ending.problems.length === 0) print(style.green(`✓ ${ending.done} in ${seconds} s`));
    return ending.problems.length === 0 ? 0 : 1;
  } finally {
    if (keep) print(`The folder is kept: ${directory}`);
    else await rm(directory, { recursive: true, force: true });
  }
}
