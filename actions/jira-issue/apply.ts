import { ActionError } from "@release-actions/action";
import type { Io, Journal } from "@release-actions/action";
import {
  addComment,
  browseUrl,
  createIssue,
  doTransition,
  findTransition,
  setLink,
  describeComment,
  describeIssue,
  describeLink,
  describeTransition,
} from "@release-actions/jira";
import type { Issue, Jira } from "@release-actions/jira";
import type { IssuePlan } from "./plan.ts";

export interface AppliedIssue {
  readonly issue: Issue;
  readonly created: boolean;
  readonly commented: boolean;
  readonly transitioned: boolean;
  /** Descriptions of the writes, in order. */
  readonly done: readonly string[];
}

const NEXT = "Run this again: it looks up what exists and does only what is missing.";

/** Carries out the plan. However it ends, the outputs name the issue once there is one. */
export async function applyPlan(
  jira: Jira,
  plan: IssuePlan,
  transition: string | undefined,
  journal: Journal,
  io: Io,
): Promise<AppliedIssue> {
  const done: string[] = [];
  const report: Report = (what, url) => {
    done.push(what);
    journal.made(what, url);
    io.info(`done: ${what}`);
  };
  journal.intend(plan.writes.map(({ what }) => what));
  if (plan.writes.length > 0) journal.next(NEXT);
  const created = plan.create !== undefined;
  let key = plan.issue?.key;
  try {
    const issue = await issueOf(jira, plan, (made, what) => {
      key = made;
      report(what, browseUrl(jira, made));
    });
    const rest = await partsOf(jira, plan, issue, transition, report);
    return { issue, created, ...rest, done };
  } catch (error) {
    throw withIssue(error, key === undefined ? {} : { key, url: browseUrl(jira, key), created }, done);
  }
}

type Report = (what: string, url?: string) => void;

async function issueOf(
  jira: Jira,
  { create, issue }: IssuePlan,
  report: (key: string, what: string) => void,
): Promise<Issue> {
  if (create === undefined) return issue as Issue;
  return createIssue(jira, create, (key) => report(key, describeIssue(create.summary)));
}

/** Links first: people look for them if something fails later. */
async function partsOf(jira: Jira, plan: IssuePlan, issue: Issue, requested: string | undefined, report: Report) {
  const { key } = issue;
  const shown = plan.create === undefined ? key : "the issue";
  for (const link of plan.links) {
    await setLink(jira, key, link);
    report(describeLink(shown, link));
  }
  const commented = plan.comment !== undefined && (await addComment(jira, key, plan.comment));
  if (plan.comment !== undefined) report(describeComment(shown));
  const planned = plan.create === undefined;
  const transition =
    planned || requested === undefined ? plan.transition : await findTransition(jira, key, issue.status, requested);
  if (transition !== undefined) await doTransition(jira, key, transition);
  // For a new issue the plan has the words of the input; the issue may start in that status.
  const to = planned ? transition?.to : requested;
  if (to !== undefined) report(describeTransition(shown, to));
  return { commented, transitioned: transition !== undefined };
}

/** After a write, "nothing was tried" and "nothing was changed" are no longer true. */
function withIssue(error: unknown, outputs: Readonly<Record<string, unknown>>, done: readonly string[]): unknown {
  if (!(error instanceof ActionError)) return error;
  const missing = done.length > 0 ? [] : (error.details.missing ?? []);
  const details = { ...error.details, missing, outputs: { ...outputs, ...error.details.outputs }, cause: error };
  const verdict =
    done.length > 0
      ? (({ invalid: "refused", undecided: "unknown" } as const)[error.verdict as string] ?? error.verdict)
      : error.verdict;
  return new ActionError(verdict, error.message, details);
}
