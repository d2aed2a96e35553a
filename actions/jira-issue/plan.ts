import { invalidWith, refused } from "@release-actions/action";
import {
  adfText,
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
import type { IssueRequest, NewIssue } from "./inputs.ts";

/** One write, as announced and as in Jira's access log. The key of an issue to be created is `{key}`. */
export interface IssueWrite {
  readonly path: string;
  readonly what: string;
}

/** What exists and what will be done. */
export interface IssuePlan {
  /** The existing issue. */
  readonly issue: Issue | undefined;
  readonly create: CreateRequest | undefined;
  readonly comment: string | undefined;
  readonly links: readonly RemoteLink[];
  /** Known in advance only for an existing issue. */
  readonly transition: Transition | undefined;
  /** How the existing issue differs from the inputs. */
  readonly differences: readonly string[];
  readonly writes: readonly IssueWrite[];
}

/** Reads everything the plan depends on; writes nothing. Throws `invalid`, `refused` and HttpError. */
export async function planIssue(jira: Jira, request: IssueRequest): Promise<IssuePlan> {
  const { comment, links } = request;
  if ("key" in request.issue) {
    const issue = await readIssue(jira, request.issue.key);
    if (issue === undefined) throw issueNotFound(request.issue.key);
    return planUpdate(jira, request, issue, []);
  }
  const { project, type, summary, description, labels: own, uniqueKey, fields: more } = request.issue;
  const label = await issueLabel(project, uniqueKey);
  const form = await readForm(jira, project, type);
  const labels = [...new Set([...own, label])];
  const prepared = await prepareFields(form, { project, summary, description, labels, more }, jira.deployment);
  const issue = await findIssue(jira, project, label);
  if (issue !== undefined) return planUpdate(jira, request, issue, await differencesOf(jira, request.issue, issue));
  const { problems, fields, names } = prepared;
  if (problems.length > 0) throw invalidWith(problems, "problems with the fields");
  const create = { project, summary, label, fields, names };
  const plan = { issue, create, comment, links, transition: undefined, differences: [] };
  return { ...plan, writes: writesOf(jira, plan, "{key}", request.transition) };
}

async function planUpdate(
  jira: Jira,
  request: IssueRequest,
  issue: Issue,
  differences: readonly string[],
): Promise<IssuePlan> {
  const { key, status } = issue;
  const [commented, present, transition] = await Promise.all([
    request.comment === undefined ? Promise.resolve(true) : hasComment(jira, key, request.comment),
    Promise.all(request.links.map((link) => hasLink(jira, key, link))),
    request.transition === undefined
      ? Promise.resolve(undefined)
      : findTransition(jira, key, status, request.transition),
  ]);
  const comment = commented ? undefined : request.comment;
  const links = request.links.filter((_, at) => present[at] === false);
  const plan = { issue, create: undefined, comment, links, transition, differences };
  return { ...plan, writes: writesOf(jira, plan, key, transition?.to) };
}

function writesOf(
  jira: Jira,
  plan: Pick<IssuePlan, "create" | "comment" | "links">,
  key: string,
  to: string | undefined,
): IssueWrite[] {
  const issues = `/${[...jira.root, "issue"].join("/")}`;
  const shown = key === "{key}" ? "the issue" : key;
  return [
    ...(plan.create === undefined ? [] : [{ path: issues, what: describeIssue(plan.create.summary) }]),
    ...plan.links.map((link) => ({ path: `${issues}/${key}/remotelink`, what: describeLink(shown, link) })),
    ...(plan.comment === undefined ? [] : [{ path: `${issues}/${key}/comment`, what: describeComment(shown) }]),
    ...(to === undefined ? [] : [{ path: `${issues}/${key}/transitions`, what: describeTransition(shown, to) }]),
  ];
}

/** Changes that people have made are reported, not overwritten. */
async function differencesOf(jira: Jira, requested: NewIssue, issue: Issue): Promise<string[]> {
  const differences: string[] = [];
  if (issue.summary !== requested.summary) differences.push(`its title is "${issue.summary}"`);
  if (issue.type.toLowerCase() !== requested.type.toLowerCase()) differences.push(`its type is ${issue.type}`);
  const lacking = requested.labels.filter((label) => !issue.labels.includes(label));
  if (lacking.length > 0) differences.push(`it lacks the labels ${lacking.join(", ")}`);
  const { description } = requested;
  if (description === undefined) return differences;
  const text = plain(await richText(description, jira.deployment));
  if (plain(issue.description) !== text) differences.push("its description is different");
  return differences;
}

function plain(text: unknown): string {
  return typeof text === "string" ? text.replace(/\s+/g, " ").trim() : adfText(text);
}

function issueNotFound(key: string) {
  return refused(`${key} does not exist, or the credential may not see it`, {
    problems: [
      {
        input: "key",
        what: `${key} was not found`,
        remedy: "Check the key, and that the account may browse its project.",
      },
    ],
  });
}
