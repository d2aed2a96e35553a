import { refused } from "@release-actions/action";
import type { Jira, Transition } from "./types.ts";
import { readIssue } from "./find.ts";
import { readBack } from "./read-back.ts";
import { isRefusal, jiraRefusal, WRITE_STATUSES } from "./refusal.ts";

/**
 * The transition from the current status to `requested`, a status or the name of a transition; undefined if the issue is
 * already there. IDs of transitions differ between workflows. Throws `refused` if none or several match, or HttpError.
 */
export async function findTransition(
  jira: Jira,
  key: string,
  status: string,
  requested: string,
): Promise<Transition | undefined> {
  if (same(status, requested)) return undefined;
  const offered = await readTransitions(jira, key);
  const fits = offered.filter(({ name, to }) => same(to, requested) || same(name, requested));
  const [found] = fits;
  if (fits.length === 1 && found !== undefined) return same(found.to, status) ? undefined : found;
  // Another run may have brought it there since its status was read.
  const now = fits.length === 0 ? ((await readIssue(jira, key))?.status ?? status) : status;
  if (same(now, requested)) return undefined;
  const list = offered.map(({ name, to }) => `${name} (to ${to})`).join(", ");
  if (fits.length > 1) {
    throw refused(
      `several transitions of ${key} match ${requested}: ${fits.map(({ name, to }) => `${name} (to ${to})`).join(", ")}`,
      {
        remedy: "Use the name of the transition, or a status that only one leads to.",
      },
    );
  }
  throw refused(`${key} is in ${now}, and no transition from there is named ${requested} or leads to it`, {
    remedy:
      offered.length === 0
        ? "The credential may not transition this issue, or its status has no outgoing transition."
        : `Available transitions: ${list}. Prefer the target status: a run that finds it reached has nothing to do.`,
  });
}

/**
 * Carries out the transition. After an unclear response the issue's status decides whether it was done. Throws `invalid`
 * with Jira's reasons if it is rejected, `unknown` if it may or may not have been done, or HttpError.
 */
export async function doTransition(jira: Jira, key: string, transition: Transition): Promise<void> {
  const reached = async (): Promise<true | undefined> =>
    same((await readIssue(jira, key))?.status ?? "", transition.to) ? true : undefined;
  await jira.api.write<true>({
    method: "POST",
    path: [...jira.root, "issue", key, "transitions"],
    json: { transition: { id: transition.id } },
    what: describeTransition(key, transition.to),
    expect: WRITE_STATUSES,
    accept: async (reply): Promise<true> => {
      if (reply.status === 204) return true;
      // Also after a refusal: if another run was faster, the same transition no longer exists from there.
      if (await reached()) return true;
      if (!isRefusal(reply)) throw new Error("it is not what Jira answers to a transition");
      throw await jiraRefusal(reply, describeTransition(key, transition.to));
    },
    readBack: (inDoubt) => readBack(inDoubt, reached),
  });
}

export function describeTransition(key: string, to: string): string {
  return `the transition of ${key} to ${to}`;
}

async function readTransitions(jira: Jira, key: string): Promise<Transition[]> {
  const reply = await jira.api.read({ path: [...jira.root, "issue", key, "transitions"], expect: [200, 404] });
  if (reply.status !== 200) throw await jiraRefusal(reply, `reading the transitions of ${key}`);
  const { TransitionsReply } = await import("./schema.ts");
  return reply.json(TransitionsReply).transitions.map(({ id, name, to }) => ({ id, name, to: to.name }));
}

function same(a: string, b: string): boolean {
  return a.toLowerCase() === b.toLowerCase();
}
