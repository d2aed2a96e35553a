import { invalid, refused } from "@release-actions/action";
import {
  adfText,
  browseUrl,
  findIssue,
  findTransition,
  hasComment,
  hasLink,
  issueLabel,
  prepareFields,
  readForm,
  readIssue,
  richText,
  describeComment,
  describeIssue,
  describeLink,
  describeTransition,
} from "@release-actions/jira";
import type { CreateRequest, Issue, Jira, RemoteLink, Transition } from "@release-actions/jira";
import type { NewIssue, IssueRequest } from "./settings.ts";

/** One write, as it is announced and as Jira's access log shows it. The key of an issue to be made is `{key}`. */
export interface PlannedWrite {
  readonly path: string;
  readonly what: string;
}

/** What there is and what is to be done. */
export interface Plan {
  /** The issue that there is. */
  readonly issue: Issue | undefined;
  readonly create: CreateRequest | undefined;
  readonly comment: string | undefined;
  readonly links: readonly RemoteLink[];
  /** Known beforehand only of an issue that there is. */
  readonly transition: Transition | undefined;
  /** In what the issue that was found differs from the inputs. */
  readonly differences: readonly string[];
  readonly writes: readonly PlannedWrite[];
}

/** Looks up all there is to know; writes nothing. Throws `invalid`, `refused` or what the reads throw. */
export async function makePlan(jira: Jira, wanted: IssueRequest): Promise<Plan> {
  if ("key" in wanted.issue) {
    const issue = await readIssue(jira, wanted.issue.key);
    if (issue === undefined) throw noIssue(wanted.issue.key);
    return existingPlan(jira, wanted, issue, []);
  }
  const label = await issueLabel(wanted.issue.project, wanted.issue.uniqueKey);
  const form = await readForm(jira, wanted.issue.project, wanted.issue.type);
  const { project, summary, description, labels, fields: more } = wanted.issue;
  const request = { project, summary, description, labels: [...new Set([...labels, label])], more };
  const prepared = await prepareFields(form, request, jira.deployment);
  const issue = await findIssue(jira, project, label);
  if (issue !== undefined) return existingPlan(jira, wanted, issue, await differencesOf(jira, wanted.issue, issue));
  const { problems, fields, names } = prepared;
  if (problems.length > 0)
    throw invalid(problems.length === 1 ? problems[0]!.what : `${problems.length} problems with the fields`, {
      problems,
    });
  const plan = {
    issue,
    create: { project, summary, label, fields, names },
    comment: wanted.comment,
    links: wanted.links,
    transition: undefined,
    differences: [],
  };
  return { ...plan, writes: writesOf(jira, plan, "{key}", wanted.transition) };
}

async function existingPlan(
  jira: Jira,
  wanted: IssueRequest,
  issue: Issue,
  differences: readonly string[],
): Promise<Plan> {
  const { key, status } = issue;
  const [commented, present, transition] = await Promise.all([
    wanted.comment === undefined ? Promise.resolve(true) : hasComment(jira, key, wanted.comment),
    Promise.all(wanted.links.map((link) => hasLink(jira, key, link))),
    wanted.transition === undefined ? Promise.resolve(undefined) : findTransition(jira, key, status, wanted.transition),
  ]);
  const comment = commented ? undefined : wanted.comment;
  const links = wanted.links.filter((_, at) => present[at] === false);
  const plan = { issue, create: undefined, comment, links, transition, differences };
  return { ...plan, writes: writesOf(jira, plan, key, transition?.to) };
}

function writesOf(
  jira: Jira,
  plan: Pick<Plan, "create" | "comment" | "links">,
  key: string,
  to: string | undefined,
): PlannedWrite[] {
  const issues = `/${[...jira.root, "issue"].join("/")}`;
  const shown = key === "{key}" ? "the issue" : key;
  return [
    ...(plan.create === undefined ? [] : [{ path: issues, what: describeIssue(plan.create.summary) }]),
    ...plan.links.map((link) => ({ path: `${issues}/${key}/remotelink`, what: describeLink(shown, link) })),
    ...(plan.comment === undefined ? [] : [{ path: `${issues}/${key}/comment`, what: describeComment(shown) }]),
    ...(to === undefined ? [] : [{ path: `${issues}/${key}/transitions`, what: describeTransition(shown, to) }]),
  ];
}

/** What people changed since stays theirs. */
async function differencesOf(jira: Jira, wanted: NewIssue, issue: Issue): Promise<string[]> {
  const differences: string[] = [];
  if (issue.summary !== wanted.summary) differences.push(`its title is "${issue.summary}"`);
  if (issue.type.toLowerCase() !== wanted.type.toLowerCase()) differences.push(`its type is ${issue.type}`);
  const lacking = wanted.labels.filter((label) => !issue.labels.includes(label));
  if (lacking.length > 0) differences.push(`it lacks the labels ${lacking.join(", ")}`);
  const { description } = wanted;
  if (description === undefined) return differences;
  const text = plain(await richText(description, jira.deployment));
  if (plain(issue.description) !== text) differences.push("its description is another");
  return differences;
}

function plain(text: unknown): string {
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim() : adfText(text);
}

function noIssue(key: string) {
  return refused(`${key} does not exist, or the credential may not see it`, {
    problems: [
      {
        input: "key",
        what: `${key} was not found`,
        remedy: `Check the key, and that the account may browse its project.`,
      },
    ],
  });
}

export function issueUrl(jira: Jira, issue: Issue): string {
  return browseUrl(jira, issue.key);
}
