import { ActionError, type Context, type Journal } from "@release-actions/action";
import type { AppInterface } from "@release-actions/app-interface/repository";
import type { MergeRequest } from "@release-actions/forge/gitlab";
import type { Inputs } from "./inputs.ts";
import { changedFiles, type Change, type PromotionPlan } from "./plan.ts";
import type { Settings } from "./settings.ts";

/** What exists after the plan was carried out. */
export interface Promotion {
  readonly changed: boolean;
  readonly branch: string;
  readonly commit: string;
  readonly mergeRequest: MergeRequest;
}

/**
 * The base branch has moved, or the name of the branch was taken. Nothing was written; everything is to be read again.
 */
export type Conflict = "stale" | "taken";

interface Tools {
  readonly repository: AppInterface;
  readonly context: Context<Inputs>;
  readonly settings: Settings;
}

/** What would be written, one line each, in order. */
export function stepsOf({ change, superseded }: PromotionPlan, { closeSuperseded }: Settings): string[] {
  const steps = change === undefined ? [] : [commitStep(change), mergeRequestStep(change)];
  return [...steps, ...(closeSuperseded ? superseded.map(closingStep) : [])].filter((step) => step !== undefined);
}

function commitStep({ branch, texts }: Change): string | undefined {
  if (branch.state === "kept") return undefined;
  const subject = texts.message.split("\n")[0] ?? "";
  return `the branch ${branch.name}${branch.state === "new" ? "" : ", replaced,"} with the commit "${subject}"`;
}

function mergeRequestStep({ existing, isOutdated, texts }: Change): string | undefined {
  if (existing === undefined) return `the merge request "${texts.title}"`;
  return isOutdated ? `the new text of !${existing.iid}` : undefined;
}

function closingStep({ iid }: MergeRequest): string {
  return `the closing of !${iid}`;
}

/**
 * Carries out the plan: branch and commit, merge request, closings. Each is looked up before it is written, so the next
 * run does what is missing. Undefined if there was nothing to promote. A failure after the first write is never one
 * that "changed nothing".
 */
export async function applyPlan(plan: PromotionPlan, tools: Tools): Promise<Promotion | Conflict | undefined> {
  try {
    return await writeAll(plan, tools);
  } catch (error) {
    const isPartial = tools.context.journal.state.exists.length > 0;
    if (!isPartial || !(error instanceof ActionError) || error.verdict === "interrupted") throw error;
    throw new ActionError("unknown", error.message, error.details);
  }
}

async function writeAll(plan: PromotionPlan, tools: Tools): Promise<Promotion | Conflict | undefined> {
  const { repository, context, settings } = tools;
  const { journal, signal } = context;
  announce(journal, stepsOf(plan, settings));
  const { change } = plan;
  const commit = change === undefined ? undefined : await commitChange(change, plan, tools);
  if (commit === "stale" || commit === "taken") return commit;
  const mergeRequest = change === undefined ? undefined : await proposeChange(change, tools);
  for (const one of settings.closeSuperseded ? plan.superseded : []) {
    signal.throwIfAborted();
    await repository.gitlab.closeMergeRequest(repository.upstream, one.iid);
    journal.made(closingStep(one), one.webUrl);
  }
  if (change === undefined || commit === undefined || mergeRequest === undefined) return undefined;
  return { changed: journal.state.exists.length > 0, branch: change.branch.name, commit, mergeRequest };
}

/** A second reading may plan the same step again. */
function announce(journal: Journal, steps: readonly string[]): void {
  journal.intend(steps.filter((step) => !journal.state.missing.includes(step)));
  if (steps.length > 0) journal.next("Run this job again: it looks up what exists and does only what is missing.");
}

async function commitChange(change: Change, { refs }: PromotionPlan, { repository, context }: Tools): Promise<string> {
  const { branch, texts } = change;
  if (branch.state === "kept") return branch.commit;
  context.signal.throwIfAborted();
  const made = await repository.editor.commit({
    branch: branch.name,
    message: texts.message,
    files: changedFiles(refs),
    ...(branch.state === "replaced" && { replaces: branch.head }),
  });
  if (made.state === "stale" || made.state === "taken") return made.state;
  context.journal.made(commitStep(change) ?? "", `${repository.push.webUrl}/-/commit/${made.commit}`);
  return made.commit;
}

async function proposeChange(change: Change, { repository, context, settings }: Tools): Promise<MergeRequest> {
  const { gitlab, push, upstream } = repository;
  const { existing, isOutdated, texts, branch } = change;
  const { title, description } = texts;
  if (existing !== undefined && !isOutdated) return existing;
  context.signal.throwIfAborted();
  const { labels, baseBranch: targetBranch } = settings;
  const request = { sourceBranch: branch.name, targetBranch, title, description, labels, removeSourceBranch: true };
  const { value } =
    existing === undefined
      ? await gitlab.createMergeRequest(push, upstream, request)
      : await gitlab.updateMergeRequest(upstream, existing.iid, { title, description });
  context.journal.made(mergeRequestStep(change) ?? "", value.webUrl);
  const lost = existing === undefined ? labels.filter((label) => !value.labels.includes(label)) : [];
  if (lost.length > 0)
    context.io.warning(
      `GitLab or app-interface did not set the labels ${lost.join(", ")}; this needs the role Reporter in ${upstream.path}`,
    );
  return value;
}
