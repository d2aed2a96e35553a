import { type Answer, json } from "../forge/exchange.ts";
import type { IssueType, Project, Store } from "./store.ts";
import type { IssueState } from "./types.ts";

type Fields = Record<string, unknown>;

/** Makes an issue, or says what is wrong with it as Jira does. */
export function createIssue(body: unknown, store: Store): Answer {
  const fields = ((body as { fields?: Fields } | null)?.fields ?? {}) as Fields;
  const named = fields["project"] as { key?: string; id?: string } | undefined;
  const project = store.project(named?.key ?? named?.id ?? "");
  if (project === undefined) return refusal({ project: "valid project is required" });
  const wanted = fields["issuetype"] as { name?: string; id?: string } | undefined;
  const type = project.types.find(({ id, name }) => id === wanted?.id || name === wanted?.name);
  if (type === undefined) return refusal({ issuetype: "Specify a valid issue type" });
  const errors = errorsOf(fields, type, store);
  // A refused creation uses up no number here; a real one may.
  if (Object.keys(errors).length > 0) return refusal(errors);
  const issue = newIssue(fields, project, type, store);
  store.issues.push(issue);
  return json(201, { id: issue.id, key: issue.key, self: `/rest/api/2/issue/${issue.id}` });
}

function newIssue(fields: Fields, project: Project, type: IssueType, store: Store): IssueState {
  const key = `${project.key}-${project.next}`;
  project.next += 1;
  return {
    id: store.nextId(),
    key,
    project: project.key,
    type: type.name,
    status: project.statuses[0] ?? "To Do",
    fields: structuredClone(fields),
    createdAt: store.now(),
    comments: [],
    links: [],
  };
}

function errorsOf(fields: Fields, type: IssueType, store: Store): Record<string, string> {
  const errors: Record<string, string> = {};
  for (const [id, value] of Object.entries(fields)) {
    const field = type.fields.find((one) => one.id === id);
    if (field === undefined)
      errors[id] = `Field '${id}' cannot be set. It is not on the appropriate screen, or unknown.`;
    else if (id === "description" || field.schema?.custom?.endsWith(":textarea") === true) {
      const problem = richProblem(value, store);
      if (problem !== undefined) errors[id] = problem;
    }
  }
  for (const { id, name, required, hasDefaultValue } of type.fields) {
    if (required === true && hasDefaultValue !== true && id !== "reporter" && fields[id] === undefined)
      errors[id] = `${name} is required.`;
  }
  const summary = fields["summary"];
  if (typeof summary === "string" && /[\r\n]/.test(summary))
    errors["summary"] = "The summary is invalid because it contains newline characters.";
  if (typeof summary === "string" && summary.length > 255)
    errors["summary"] = "Summary must be less than 255 characters.";
  const labels = fields["labels"];
  if (Array.isArray(labels) && labels.some((label) => /\s/.test(String(label))))
    errors["labels"] = "The label contains spaces which is invalid.";
  return errors;
}

/** Cloud's version 3 takes documents, Data Center texts. */
export function richProblem(value: unknown, store: Store): string | undefined {
  if (!store.cloud) return typeof value === "string" ? undefined : "Operation value must be a string";
  const document = value as { type?: string; version?: number; content?: unknown } | null;
  const valid =
    document?.type === "doc" && document.version === 1 && Array.isArray(document.content) && !hasEmptyText(document);
  return valid ? undefined : "Operation value must be an Atlassian Document (see the Atlassian Document Format)";
}

function hasEmptyText(node: { type?: string; text?: unknown; content?: unknown }): boolean {
  if (node.type === "text") return typeof node.text !== "string" || node.text === "";
  return Array.isArray(node.content) && node.content.some((child) => hasEmptyText(child as never));
}

export function issueJson(issue: IssueState, store: Store, fields: string): unknown {
  const all: Fields = {
    ...issue.fields,
    status: { name: issue.status, id: "1" },
    issuetype: { name: issue.type, id: "1" },
    labels: issue.fields["labels"] ?? [],
    description: issue.fields["description"] ?? null,
  };
  const wanted = fields.split(",");
  const shown = Object.entries(all).filter(([name]) => wanted.includes("*all") || wanted.includes(name));
  return {
    id: issue.id,
    key: issue.key,
    self: `/rest/api/${store.cloud ? 3 : 2}/issue/${issue.id}`,
    fields: Object.fromEntries(shown),
  };
}

export function refusal(errors: Record<string, string>, errorMessages: string[] = []): Answer {
  return json(400, { errorMessages, errors });
}

export function notFound(message = "Issue does not exist or you do not have permission to see it."): Answer {
  return json(404, { errorMessages: [message], errors: {} });
}
