import { type Answer, json } from "../forge/exchange.ts";
import { notFound, refusal, richProblem } from "./issues.ts";
import type { Store } from "./store.ts";
import type { Account, IssueState } from "./types.ts";

/** Comments, remote links, transitions and the form of one project. */

export function listComments(issue: IssueState, url: URL): Answer {
  const startAt = Number(url.searchParams.get("startAt") ?? 0);
  const maxResults = Math.min(Number(url.searchParams.get("maxResults") ?? 50), 100);
  const expanded = url.searchParams.get("expand") === "properties";
  const comments = issue.comments.slice(startAt, startAt + maxResults).map(({ id, author, body, properties }) => ({
    id,
    author: { displayName: author },
    body,
    ...(expanded && { properties }),
  }));
  return json(200, { startAt, maxResults, total: issue.comments.length, comments });
}

export function addComment(issue: IssueState, body: unknown, author: Account, store: Store): Answer {
  const { body: text, properties = [] } = body as { body?: unknown; properties?: { key: string; value: unknown }[] };
  const problem = richProblem(text, store);
  if (problem !== undefined) return refusal({ comment: problem });
  // What Data Center does with properties is not documented: it is taken to drop them.
  const comment = { id: store.nextId(), author: author.name, body: text, properties: store.cloud ? properties : [] };
  issue.comments.push(comment);
  return json(201, { id: comment.id, body: comment.body });
}

export function listLinks(issue: IssueState, url: URL): Answer {
  const wanted = url.searchParams.get("globalId");
  const shown = issue.links.map(({ id, globalId, url: target, title }) => ({
    id: Number(id),
    globalId,
    object: { url: target, title },
  }));
  if (wanted === null) return json(200, shown);
  const found = shown.find(({ globalId }) => globalId === wanted);
  return found === undefined ? notFound("No remote issue link exists with that global id.") : json(200, found);
}

/** One link for each global id: made, or brought up to date. */
export function putLink(issue: IssueState, body: unknown, store: Store): Answer {
  const { globalId = null, object } = body as { globalId?: string | null; object?: { url?: string; title?: string } };
  if (object?.url === undefined || object.title === undefined) return refusal({ object: "url and title are required" });
  const known = globalId === null ? undefined : issue.links.find((link) => link.globalId === globalId);
  if (known !== undefined) {
    Object.assign(known, { url: object.url, title: object.title });
    return json(200, { id: Number(known.id), self: "" });
  }
  const link = { id: store.nextId(), globalId, url: object.url, title: object.title };
  issue.links.push(link);
  return json(201, { id: Number(link.id), self: "" });
}

export function listTransitions(issue: IssueState, store: Store): Answer {
  const offered = store.project(issue.project)?.transitions.filter(({ from }) => from === issue.status) ?? [];
  return json(200, { transitions: offered.map(({ id, name, to }) => ({ id, name, to: { name: to, id: "1" } })) });
}

export function doTransition(issue: IssueState, body: unknown, store: Store): Answer {
  const wanted = (body as { transition?: { id?: string } }).transition?.id;
  const found = store
    .project(issue.project)
    ?.transitions.find(({ id, from }) => id === wanted && from === issue.status);
  if (found === undefined)
    return refusal({}, ["The workflow operation is not valid for the current state of this issue."]);
  issue.status = found.to;
  return { status: 204 };
}

export function answerForm([projectKey = "", issuetypes, typeId]: readonly string[], url: URL, store: Store): Answer {
  const project = store.project(projectKey);
  if (project === undefined || issuetypes !== "issuetypes") return notFound("No project could be found with that key.");
  if (typeId === undefined)
    return page(
      "issueTypes",
      project.types.map(({ id, name }) => ({ id, name, subtask: false })),
      url,
      store,
    );
  const type = project.types.find(({ id }) => id === typeId);
  if (type === undefined) return notFound("No such issue type.");
  const fields = type.fields.map((field) => {
    const { id, name, required = false, hasDefaultValue = false, schema = { type: "string" } } = field;
    return { fieldId: id, key: id, name, required, hasDefaultValue, schema };
  });
  return page("fields", fields, url, store);
}

function page(cloudName: string, items: readonly unknown[], url: URL, store: Store): Answer {
  const startAt = Number(url.searchParams.get("startAt") ?? 0);
  const maxResults = Number(url.searchParams.get("maxResults") ?? 50);
  const shown = items.slice(startAt, startAt + maxResults);
  const name = store.cloud ? cloudName : "values";
  return json(200, {
    startAt,
    maxResults,
    total: items.length,
    ...(!store.cloud && { isLast: startAt + maxResults >= items.length }),
    [name]: shown,
  });
}
