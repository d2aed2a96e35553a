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
import type { Plan } from "./plan.ts";

export interface Applied {
  readonly issue: Issue;
  readonly created: boolean;
  readonly commented: boolean;
  readonly transitioned: boolean;
  /** In people's words, in order. */
  readonly done: readonly string[];
}

const NEXT = "Run this again: it looks up what there is and does only what is missing.";

/** Carries the plan out. Whatever ends it, the outputs name the issue once there is one. */
export async function apply(
  jira: Jira,
  plan: Plan,
  transition: string | undefined,
  journal: Journal,
  io: Io,
): Promise<Applied> {
  const done: string[] = [];
  const note = (what: string, url?: string) => {
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
      note(what, browseUrl(jira, made));
    });
    const rest = await partsOf(jira, plan, issue, transition, note);
    return { issue, created, ...rest, done };
  } catch (error) {
    throw withIssue(error, key === undefined ? {} : { key, url: browseUrl(jira, key), created }, done);
  }
}

type Note = (what: string, url?: string) => void;

async function issueOf(jira: Jira, { create, issue }: Plan, note: (key: string, what: string) => void): Promise<Issue> {
  if (create === undefined) return issue as Issue;
  return createIssue(jira, create, (key) => note(key, describeIssue(create.summary)));
}

/** Links first: they are what people look for when something breaks off. */
async function partsOf(jira: Jira, plan: Plan, issue: Issue, wanted: string | undefined, note: Note) {
  const { key } = issue;
  const shown = plan.create === undefined ? key : "the issue";
  for (const link of plan.links) {
    await setLink(jira, key, link);
    note(describeLink(shown, link));
  }
  const commented = plan.comment !== undefined && (await addComment(jira, key, plan.comment));
  if (plan.comment !== undefined) note(describeComment(shown));
  const planned = plan.create === undefined;
  const transition =
    planned || wanted === undefined ? plan.transition : await findTransition(jira, key, issue.status, wanted);
  if (transition !== undefined) await doTransition(jira, key, transition);
  // Announced by the words of the input where the issue was not there yet; it may begin in that status.
  const to = planned ? transition?.to : wanted;
  if (to !== undefined) note(describeTransition(shown, to));
  return { commented, transitioned: transition !== undefined };
}

/** After a write "nothing was tried" and "nothing was changed" are no longer true. */
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
