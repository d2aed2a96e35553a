import { type Answer, json } from "../forge/exchange.ts";
import { issueJson } from "./issues.ts";
import type { Store } from "./store.ts";
import type { IssueState } from "./types.ts";

/** The part of JQL that it knows: `field = "value"` joined by AND, and ORDER BY key. */
interface Query {
  conditions: { field: string; value: string }[];
  descending: boolean;
}

interface Token {
  text: string;
  quoted: boolean;
}

function tokensOf(jql: string): Token[] | undefined {
  const tokens: Token[] = [];
  const pattern = /\s*(?:"((?:[^"\\]|\\.)*)"|([A-Za-z0-9_-]+)|(=)|$)/y;
  for (;;) {
    const from = pattern.lastIndex;
    const found = pattern.exec(jql);
    if (found === null) return undefined;
    const [whole, quoted, word, equals] = found;
    if (quoted === undefined && word === undefined && equals === undefined)
      return from + whole.length === jql.length ? tokens : undefined;
    tokens.push(
      quoted === undefined
        ? { text: word ?? "=", quoted: false }
        : { text: quoted.replace(/\\(.)/g, "$1"), quoted: true },
    );
  }
}

export function parseJql(jql: string): Query | string {
  const tokens = tokensOf(jql);
  if (tokens === undefined) return `Error in the JQL Query: ${jql}`;
  const query: Query = { conditions: [], descending: false };
  let at = 0;
  const word = (text: string) => !(tokens[at]?.quoted ?? true) && tokens[at]?.text.toUpperCase() === text;
  while (at < tokens.length && !word("ORDER")) {
    if (query.conditions.length > 0 && !word("AND"))
      return `Error in the JQL Query: expecting AND near ${tokens[at]?.text}`;
    if (query.conditions.length > 0) at += 1;
    const [field, equals, value] = tokens.slice(at, at + 3);
    if (field === undefined || equals?.text !== "=" || value === undefined)
      return `Error in the JQL Query near ${field?.text ?? "its end"}`;
    query.conditions.push({ field: field.text.toLowerCase(), value: value.text });
    at += 3;
  }
  if (word("ORDER")) query.descending = tokens[at + 3]?.text.toUpperCase() === "DESC";
  return query;
}

export function answerSearch(url: URL, store: Store): Answer {
  const query = parseJql(url.searchParams.get("jql") ?? "");
  if (typeof query === "string") return json(400, { errorMessages: [query], errors: {} });
  if (store.cloud && query.conditions.length === 0) return refuse("Unbounded JQL queries are not allowed here.");
  for (const { field, value } of query.conditions) {
    if (field === "project" && store.project(value) === undefined)
      return refuse(`The value '${value}' does not exist for the field 'project'.`);
    if (field !== "project" && field !== "labels")
      return refuse(`Field '${field}' does not exist or you do not have permission to view it.`);
  }
  const hasLabel = (issue: IssueState, value: string) =>
    labelsOf(issue).some((label) => label.toLowerCase() === value.toLowerCase());
  const fits = (issue: IssueState) =>
    query.conditions.every(({ field, value }) =>
      field === "project" ? issue.project === value.toUpperCase() : hasLabel(issue, value),
    );
  const found = store.indexed().filter(fits);
  const sorted = query.descending ? found.toReversed() : found;
  return store.cloud ? cloudPage(sorted, url, store) : serverPage(sorted, url, store);
}

function cloudPage(found: readonly IssueState[], url: URL, store: Store): Answer {
  const from = Number(url.searchParams.get("nextPageToken")?.slice("page-".length) ?? 0);
  const most = Number(url.searchParams.get("maxResults") ?? 50);
  const page = found.slice(from, from + most);
  const last = from + most >= found.length;
  const fields = url.searchParams.get("fields");
  const issues = page.map((issue) => (fields === null ? { id: issue.id } : issueJson(issue, store, fields)));
  return json(200, { issues, isLast: last, ...(!last && { nextPageToken: `page-${from + most}` }) });
}

function serverPage(found: readonly IssueState[], url: URL, store: Store): Answer {
  const startAt = Number(url.searchParams.get("startAt") ?? 0);
  const maxResults = Number(url.searchParams.get("maxResults") ?? 50);
  const issues = found
    .slice(startAt, startAt + maxResults)
    .map((issue) => issueJson(issue, store, url.searchParams.get("fields") ?? "*all"));
  return json(200, { startAt, maxResults, total: found.length, issues });
}

function labelsOf(issue: IssueState): string[] {
  return Array.isArray(issue.fields["labels"]) ? (issue.fields["labels"] as string[]) : [];
}

function refuse(message: string): Answer {
  return json(400, { errorMessages: [message], errors: {} });
}
