import { ActionError, type Context, type Journal } from "@release-actions/action";
import type { MergeRequest } from "@release-actions/forge/gitlab";
import type { AppInterface } from "./open.ts";
import type { Prepared, Work } from "./prepare.ts";
import { changedFiles } from "./refs.ts";
import type { BumpInputs } from "./inputs.ts";

export interface Written {
  readonly changed: boolean;
  readonly branch: string;
  readonly commit: string;
  readonly mergeRequest: MergeRequest;
}

/** The base has moved, or somebody else took the branch's name: nothing was written, and all is to be read again. */
export type Again = "stale" | "taken";

/** What would be written, one line each, in order. */
export function stepsOf({ work, superseded }: Prepared, closesSuperseded: boolean): string[] {
  const steps = work === undefined ? [] : [commitStep(work), mergeRequestStep(work)];
  return [...steps, ...(closesSuperseded ? superseded.map(closingStep) : [])].filter((step) => step !== undefined);
}

function commitStep({ branch, texts }: Work): string | undefined {
  if (branch.state === "kept") return undefined;
  const subject = texts.message.split("\n")[0] ?? "";
  return branch.state === "new"
    ? `the branch ${branch.name} with the commit "${subject}"`
    : `the branch ${branch.name}, made anew, with the commit "${subject}"`;
}

function mergeRequestStep({ own, isOutdated, texts }: Work): string | undefined {
  if (own === undefined) return `the merge request "${texts.title}"`;
  return isOutdated ? `the new text of !${own.iid}` : undefined;
}

const closingStep = ({ iid }: MergeRequest): string => `the closing of !${iid}`;

interface Tools {
  readonly world: AppInterface;
  readonly context: Context<BumpInputs>;
  readonly labels: readonly string[];
  readonly baseBranch: string;
}

/** As `perform`, but what fails after the first write is never one that "changed nothing". */
export async function write(prepared: Prepared, tools: Tools): Promise<Written | Again | undefined> {
  try {
    return await perform(prepared, tools);
  } catch (error) {
    const isPartial = tools.context.journal.state.exists.length > 0;
    if (!isPartial || !(error instanceof ActionError) || error.verdict === "interrupted") throw error;
    throw new ActionError("unknown", error.message, error.details);
  }
}

/** Branch, merge request, closings: each is looked up before it is made, so that the next run does what is missing. */
async function perform(prepared: Prepared, tools: Tools): Promise<Written | Again | undefined> {
  const { context, world } = tools;
  const { journal, inputs } = context;
  intend(journal, stepsOf(prepared, inputs.closeSuperseded));
  const { work } = prepared;
  const commit = work === undefined ? undefined : await commitOf(work, prepared, tools);
  if (commit === "stale" || commit === "taken") return commit;
  const mergeRequest = work === undefined ? undefined : await propose(work, tools);
  for (const one of inputs.closeSuperseded ? prepared.superseded : []) {
    context.signal.throwIfAborted();
    await world.gitlab.closeMergeRequest(world.upstream, one.iid);
    journal.made(closingStep(one), one.webUrl);
  }
  if (work === undefined || commit === undefined || mergeRequest === undefined) return undefined;
  return { changed: journal.state.exists.length > 0, branch: work.branch.name, commit, mergeRequest };
}

/** A second reading may plan the same step again. */
function intend(journal: Journal, steps: readonly string[]): void {
  journal.intend(steps.filter((step) => !journal.state.missing.includes(step)));
  if (steps.length > 0) journal.next("Run this job again: it looks up what exists and does only what is missing.");
}

async function commitOf(work: Work, { refs }: Prepared, { world, context }: Tools): Promise<string> {
  const { branch, texts } = work;
  if (branch.state === "kept") return branch.commit;
  context.signal.throwIfAborted();
  const replaces = branch.state === "replaced" ? { replaces: branch.head } : {};
  const made = await world.transport.commit({
    branch: branch.name,
    message: texts.message,
    files: changedFiles(refs),
    ...replaces,
  });
  if (made.state === "stale" || made.state === "taken") return made.state;
  context.journal.made(commitStep(work) ?? "", `${world.push.webUrl}/-/commit/${made.commit}`);
  return made.commit;
}

async function propose(work: Work, { world, context, labels, baseBranch }: Tools): Promise<MergeRequest> {
  const { gitlab, push, upstream } = world;
  const { own, isOutdated, texts, branch } = work;
  const { title, description } = texts;
  if (own !== undefined && !isOutdated) return own;
  context.signal.throwIfAborted();
  const request = {
    sourceBranch: branch.name,
    targetBranch: baseBranch,
    title,
    description,
    labels,
    removeSourceBranch: true,
  };
  const { value } =
    own === undefined
      ? await gitlab.createMergeRequest(push, upstream, request)
      : await gitlab.updateMergeRequest(upstream, own.iid, { title, description });
  context.journal.made(mergeRequestStep(work) ?? "", value.webUrl);
  const lost = own === undefined ? labels.filter((label) => !value.labels.includes(label)) : [];
  if (lost.length > 0)
    context.io.warning(
      `GitLab or app-interface did not take the labels ${lost.join(", ")}; it needs the role Reporter in ${upstream.path}`,
    );
  return value;
}
