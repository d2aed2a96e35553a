import { defineAction, invalid, NO_ENDPOINTS, undecided } from "@release-actions/action";
import type { Context } from "@release-actions/action";
import { openCheckout } from "@release-actions/git";
import type { Repository } from "@release-actions/git";
import { applyPlan, BranchMoved, findTag, stepsOf, uncommittedFiles } from "./apply.ts";
import { checkInputs, inputs, outputs, readSettings } from "./inputs.ts";
import type { BumpSettings, Inputs, Outputs } from "./inputs.ts";
import { planVersion } from "./plan.ts";
import { diffOf, printNextStep, reportPlan, shortDiff } from "./report.ts";

export default defineAction({
  name: "bump-version",
  description: "Writes the next version into version files, lock files and the changelog, and commits and tags it.",
  inputs,
  outputs,
  permissions: { github: { contents: "read" }, gitlab: "None: nothing is pushed." },
  endpoints: NO_ENDPOINTS,
  changes: true,
  check: checkInputs,
  async run(context) {
    const { host, io, clock } = context;
    const settings = await readSettings(context.inputs, host, clock);
    const repository = openCheckout(context);
    for (let attempt = 1; attempt <= MAX_PLANS; attempt++) {
      const result = await planAndApply(repository, settings, context);
      if (result !== undefined) return result;
      io.info("The branch moved; planning again from its new commit.");
    }
    throw undecided("the branch keeps moving while the release is planned", {
      remedy: "Run again when nothing else commits to it.",
    });
  },
});

/** A plan is made again if the branch moves before the commit. */
const MAX_PLANS = 3;

/** Undefined if the branch moved before the commit. */
async function planAndApply(
  repository: Repository,
  settings: BumpSettings,
  context: Context<Inputs>,
): Promise<Outputs | undefined> {
  const { inputs, io, journal, signal, host } = context;
  const plan = await planVersion(repository, inputs, settings, host, io);
  const tagExists = inputs.tag && (await findTag(repository, plan, inputs));
  const isCommitted = uncommittedFiles(plan).length === 0;
  if (inputs.tag && !inputs.commit && !isCommitted) {
    throw invalid(`a tag needs a commit with version ${plan.version}, and the last commit does not have it`, {
      remedy: "Set commit: true, too.",
    });
  }
  signal.throwIfAborted();
  const diff = diffOf(plan, inputs);
  const steps = stepsOf(plan, inputs, tagExists);
  reportPlan(io, plan, steps, diff, inputs.dryRun);
  const outputs = { version: plan.version, previous: plan.previous, diff: shortDiff(diff), tag: plan.tagName };
  if (inputs.dryRun) {
    const commit = isCommitted ? plan.head : "";
    return { ...outputs, verdict: steps.length > 0 ? "passed" : "unchanged", changed: false, commit };
  }
  journal.intend(steps);
  journal.next("Run the same command again: it keeps what exists and creates what is missing.");
  try {
    const commit = await applyPlan(plan, tagExists, { ...context, repository, settings });
    printNextStep(plan, context, commit);
    const changed = steps.length > 0;
    return { ...outputs, verdict: changed ? "done" : "unchanged", changed, commit: commit ?? "" };
  } catch (error) {
    if (error instanceof BranchMoved) return undefined;
    throw error;
  }
}
