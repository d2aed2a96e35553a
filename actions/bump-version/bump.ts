import { invalid, undecided, type Context, type Io } from "@release-actions/action";
import { unifiedDiff } from "@release-actions/text/diff";
import { openRepository, type Repository } from "@release-actions/git";
import { codeBlock, heading, paragraph } from "@release-actions/text";
import { applyPlan, BranchMoved, lookAtTag, steps, uncommitted, unwritten, type Applied } from "./apply.ts";
import { makePlan, type Plan } from "./plan.ts";
import { readSettings, type BumpInputs, type Settings } from "./settings.ts";
import { decode } from "./work-files.ts";

export interface BumpOutputs {
  readonly verdict: "passed" | "done" | "unchanged";
  readonly version: string;
  readonly previous: string;
  readonly changed: boolean;
  readonly diff: string;
  readonly tag: string;
  readonly commit: string;
}

/** How often a plan is made anew because the branch moved under it. */
const MOST_PLANS = 3;

export async function bump(context: Context<BumpInputs>): Promise<BumpOutputs> {
  const { inputs, host, io, signal, clock } = context;
  const settings = await readSettings(inputs, host, clock);
  const { workspace: directory, childEnvironment: environment } = host;
  const options = { directory, environment, temporary: host.temporary, signal, io, network: host.network };
  const repository = openRepository(options);
  for (let attempt = 1; attempt <= MOST_PLANS; attempt++) {
    const done = await planAndApply(repository, settings, context);
    if (done !== undefined) return done;
    io.info("The branch moved meanwhile; planning again from its new commit.");
  }
  throw undecided("the branch moves faster than a release can be planned", {
    remedy: "Run again when nothing else commits to it.",
  });
}

/** Undefined when the branch moved before the commit. */
async function planAndApply(
  repository: Repository,
  settings: Settings,
  context: Context<BumpInputs>,
): Promise<BumpOutputs | undefined> {
  const { inputs, io, journal, signal } = context;
  const plan = await makePlan(repository, inputs, settings, context.host, io);
  const tagExists = inputs.tag ? await lookAtTag(repository, plan, inputs) : false;
  if (inputs.tag && !inputs.commit && uncommitted(plan).length > 0) {
    throw invalid(`a tag needs a commit that says ${plan.version}, and the last one does not`, {
      remedy: "Give commit: true as well.",
    });
  }
  signal.throwIfAborted();
  const diff = diffOf(plan, inputs);
  const intended = steps(plan, inputs, tagExists);
  report(io, plan, intended, diff, inputs.dryRun);
  const outputs = { version: plan.version, previous: plan.previous, diff: cut(diff), tag: plan.tagName };
  if (inputs.dryRun) {
    const commit = uncommitted(plan).length === 0 ? plan.head : "";
    return { ...outputs, verdict: intended.length > 0 ? "passed" : "unchanged", changed: false, commit };
  }
  journal.intend(intended);
  journal.next("Run the same command again: what exists is kept, what is missing is made.");
  const applied = await applyOrReplan(plan, tagExists, { ...context, repository, settings });
  if (applied === undefined) return undefined;
  sayWhatIsNext(plan, context, applied);
  return {
    ...outputs,
    verdict: applied.changed ? "done" : "unchanged",
    changed: applied.changed,
    commit: applied.commit ?? "",
  };
}

async function applyOrReplan(...args: Parameters<typeof applyPlan>): Promise<Applied | undefined> {
  try {
    return await applyPlan(...args);
  } catch (error) {
    if (error instanceof BranchMoved) return undefined;
    throw error;
  }
}

/** With a commit: from the last one to the next. Without: from what the work tree holds to what it will hold. */
function diffOf(plan: Plan, { commit }: BumpInputs): string {
  const files = commit ? uncommitted(plan) : unwritten(plan);
  return files
    .map((file) => {
      const before = commit ? file.committed : file.present;
      const after = commit ? file.intended : file.wanted;
      return unifiedDiff(file.repositoryPath, decode(before).text, decode(after).text);
    })
    .join("");
}

function report(io: Io, plan: Plan, intended: readonly string[], diff: string, isDryRun: boolean): void {
  const from = plan.previous === "" || plan.previous === plan.version ? "" : ` after ${plan.previous}`;
  io.info(`The version is ${plan.version}${from}.`);
  if (intended.length === 0) io.info("Everything is in place; there is nothing to do.");
  for (const step of intended) io.info(`${isDryRun ? "Would make" : "To make"}: ${step}`);
  if (diff !== "") io.info(diff);
  io.summary(
    heading(`Version ${plan.version}`),
    paragraph(intended.length === 0 ? "Nothing was left to do." : intended.join("; ")),
  );
  if (diff !== "") io.summary(codeBlock(cut(diff), "diff"));
}

function sayWhatIsNext(plan: Plan, { inputs, io, host }: Context<BumpInputs>, applied: Applied): void {
  if ((!inputs.commit && !inputs.tag) || applied.commit === undefined) return;
  const branch = plan.branch ?? "HEAD:refs/heads/<branch>";
  const refs = [...(inputs.commit ? [branch] : []), ...(inputs.tag ? [`refs/tags/${plan.tagName}`] : [])];
  io.info(`Nothing was pushed. Next: git push --atomic origin ${refs.join(" ")}`);
  if (host.kind !== "github") return;
  io.warning(
    "A push with GITHUB_TOKEN starts no workflow: a release workflow on this tag would not run. " +
      "Push with a GitHub App's token or a deploy key, or start the workflow by workflow_dispatch.",
  );
}

const LONGEST_DIFF = 64 * 1024;

/** Outputs and summaries have limits; the whole diff is in the log. */
function cut(diff: string): string {
  if (diff.length <= LONGEST_DIFF) return diff;
  const end = diff.lastIndexOf("\n", LONGEST_DIFF) + 1;
  return `${diff.slice(0, end)}[${diff.length - end} more characters: see the log]\n`;
}
