import type { Context, ErrorDetails } from "@release-actions/action";
import { refuseOutputs, refuseSameFile, writeReport, writeWorkspaceFile } from "@release-actions/files";
import { verdictOf } from "./outcome.ts";
import { junitOf, lineOf, outputsOf, problemsOf, summaryOf, UNFINISHED } from "./report.ts";
import { runAll } from "./run-all.ts";
import { openRun } from "./run.ts";
import { isInline, planOf, type SmokeInputs } from "./settings.ts";

/** Runs the suite and reports it. Throws `invalid` for what is wrong with it, and for a signal. */
export async function smoke(context: Context<SmokeInputs>) {
  const { inputs, io, host } = context;
  refuseOutputs(host, { "junit-file": inputs.junitFile });
  const plan = await planOf(inputs, host);
  const run = openRun(context, plan);
  refuseSameFile(host, {
    suite: inputs.suite === undefined || isInline(inputs.suite) ? undefined : inputs.suite,
    "junit-file": inputs.junitFile,
  });
  // Written first, too: a place that cannot be written is known before anything is asked, and no older file stays.
  if (inputs.junitFile !== undefined) await writeWorkspaceFile(host, inputs.junitFile, UNFINISHED, { typed: true });
  const outcomes = await runAll(run, (outcome) => io.info(lineOf(outcome)));
  if (inputs.junitFile !== undefined) await writeReport(host, io, inputs.junitFile, junitOf(outcomes));
  if (inputs.summary) io.summary(...summaryOf(outcomes));
  const outputs = outputsOf(outcomes);
  const details: ErrorDetails = { problems: problemsOf(outcomes), outputs };
  return { verdict: verdictOf(outcomes), outputs, details };
}
