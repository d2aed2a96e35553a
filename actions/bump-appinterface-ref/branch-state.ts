import { refused, ActionError } from "@release-actions/action";
import { HttpError } from "@release-actions/http";
import type { MergeRequest } from "@release-actions/forge/gitlab";
import { namesakes, nextFree } from "./branch-name.ts";
import type { AppInterface } from "./open.ts";
import { changedFiles, planRefs, type RefPlan } from "./refs.ts";
import type { Settings } from "./types.ts";
import type { InspectedBranch } from "./transport.ts";

/** The branch that the change is, or will be, on. */
export type BranchPlan =
  | { readonly name: string; readonly state: "new" }
  /** An earlier run's, which holds the change already. */
  | { readonly name: string; readonly state: "kept"; readonly commit: string }
  /** An earlier run's, made for a file that is another by now. */
  | { readonly name: string; readonly state: "replaced"; readonly head: string };

/** So many branches of one name are looked into; an earlier run's is among the newest. */
const MOST_INSPECTED = 3;

/** The branch of our own open merge request. Throws `refused` where somebody else has written to it. */
export async function branchOf(
  own: MergeRequest,
  world: AppInterface,
  refs: RefPlan,
  settings: Settings,
): Promise<BranchPlan> {
  const plan = await lookAt(own.sourceBranch, world, refs, settings);
  if (plan !== "foreign") return plan;
  throw refused(`the branch ${own.sourceBranch} of !${own.iid} holds something else than this change`, {
    exists: [`!${own.iid}: ${own.webUrl}`],
    remedy: "Somebody has written to it. Merge or close that merge request, then run again.",
  });
}

/** One that an earlier run left without a merge request, or the next free name. `others` belong to other merge requests. */
export async function findBranch(
  wanted: string,
  others: ReadonlySet<string>,
  names: readonly string[],
  world: AppInterface,
  refs: RefPlan,
  settings: Settings,
): Promise<BranchPlan> {
  for (const name of namesakes(wanted, names)
    .filter((one) => !others.has(one))
    .slice(0, MOST_INSPECTED)) {
    const plan = await lookAt(name, world, refs, settings);
    if (plan !== "foreign" && plan.state !== "new") return plan;
  }
  return { name: nextFree(wanted, names), state: "new" };
}

async function lookAt(
  name: string,
  world: AppInterface,
  refs: RefPlan,
  settings: Settings,
): Promise<BranchPlan | "foreign"> {
  const paths = refs.files.map(({ file }) => file);
  const found = await world.transport.inspectBranch(name, paths);
  if (found === undefined) return { name, state: "new" };
  const [parent, ...others] = found.parents;
  if (parent === undefined || others.length > 0 || !(await isInBase(parent, world))) return "foreign";
  const changed = new Set(await world.gitlab.changedPaths(world.push, found.head));
  if (holds(found, changed, refs)) return { name, state: "kept", commit: found.head };
  const then = await planAt(parent, world, settings);
  return then !== undefined && holds(found, changed, then) ? { name, state: "replaced", head: found.head } : "foreign";
}

/** Whether the branch's one commit is exactly this change. */
function holds({ files }: InspectedBranch, changed: ReadonlySet<string>, refs: RefPlan): boolean {
  const wanted = changedFiles(refs);
  return (
    changed.size === wanted.length &&
    wanted.every(({ path, bytes }) => changed.has(path) && files.get(path)?.equals(bytes) === true)
  );
}

/** What this run would have made of an older base; undefined where it would have refused. */
async function planAt(
  commit: string,
  { gitlab, upstream }: AppInterface,
  settings: Settings,
): Promise<RefPlan | undefined> {
  try {
    return await planRefs(async (path) => (await gitlab.readFile(upstream, path, commit))?.bytes, settings);
  } catch (error) {
    if (
      error instanceof ActionError &&
      (error.verdict === "refused" || error.verdict === "invalid") &&
      !(error instanceof HttpError)
    )
      return undefined;
    throw error;
  }
}

async function isInBase(commit: string, { gitlab, upstream, transport }: AppInterface): Promise<boolean> {
  if (commit === transport.base) return true;
  try {
    return (await gitlab.mergeBase(upstream, commit, transport.base)) === commit;
  } catch (error) {
    // A fork's own commit is none that the project knows.
    if (error instanceof HttpError && (error.status === 400 || error.status === 404)) return false;
    throw error;
  }
}
