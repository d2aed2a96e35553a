import { refused } from "@release-actions/action";
import type { ActionError } from "@release-actions/action";
import { browseUrl } from "./types.ts";
import type { Issue, Jira } from "./types.ts";
import { newestOf, withLabel } from "./jql.ts";
import { jiraRefusal } from "./refusal.ts";
import type { IssueBody } from "./schema.ts";

const FIELDS = ["summary", "status", "issuetype", "labels", "description"];
/** This many missing keys in a row mean that no newer issue exists: numbers have gaps where a creation failed. */
const GAP = 3;
const MOST_PROBES = 60;

/**
 * The issue with this key, or undefined if there is none that the credential may see. Unlike a search, it never lags
 * behind. Throws HttpError.
 */
export async function readIssue(jira: Jira, key: string): Promise<Issue | undefined> {
  const reply = await jira.api.read({
    path: [...jira.root, "issue", key],
    query: { fields: FIELDS.join(",") },
    expect: [200, 404],
  });
  if (reply.status === 404) return undefined;
  const { IssueReply } = await import("./schema.ts");
  return issueOf(reply.json(IssueReply));
}

/** What the search shows for a label. It lags behind by seconds, on Cloud sometimes by minutes. */
export async function findByLabel(jira: Jira, label: string): Promise<Issue[]> {
  const found = await search(jira, withLabel(label), 10);
  // Jira compares labels without regard to case.
  return found.filter((issue) => issue.labels.includes(label));
}

/**
 * The issues with a label that the search does not show yet. Keys are numbered, and reading an issue by its key never
 * lags: so the numbers above the newest issue that the search knows are read until there are no more.
 */
export async function findFresh(jira: Jira, project: string, label: string): Promise<Issue[]> {
  const [newest] = await search(jira, newestOf(project), 1);
  const prefix = newest === undefined ? project : newest.key.slice(0, newest.key.lastIndexOf("-"));
  const last = newest === undefined ? 0 : numberOf(newest.key);
  const found: Issue[] = [];
  for (let probed = 0; probed < MOST_PROBES; probed += GAP) {
    const keys = Array.from({ length: GAP }, (_, at) => `${prefix}-${last + probed + at + 1}`);
    const issues = (await Promise.all(keys.map((key) => readIssue(jira, key)))).filter((issue) => issue !== undefined);
    found.push(...issues.filter(({ labels }) => labels.includes(label)));
    if (issues.length === 0) break;
  }
  return found;
}

/** Issues with the label among the few created right before: another run's, which neither search nor probe could show. */
export async function findNeighbours(jira: Jira, key: string, label: string): Promise<Issue[]> {
  const prefix = key.slice(0, key.lastIndexOf("-"));
  const number = numberOf(key);
  const numbers = Array.from({ length: NEIGHBOURS }, (_, at) => number - at - 1).filter((one) => one > 0);
  const issues = await Promise.all(numbers.map((one) => readIssue(jira, `${prefix}-${one}`)));
  return issues.filter((issue) => issue?.labels.includes(label) === true) as Issue[];
}

const NEIGHBOURS = 6;

/**
 * The issue with a label, searched for in every way; undefined if there is none. Throws `refused` if there are several,
 * `invalid` with Jira's reasons if the search is rejected, or HttpError.
 */
export async function findIssue(jira: Jira, project: string, label: string): Promise<Issue | undefined> {
  const listed = await findByLabel(jira, label);
  return onlyOne(jira, listed.length > 0 ? listed : await findFresh(jira, project, label), label);
}

export function onlyOne(jira: Jira, issues: readonly Issue[], label: string): Issue | undefined {
  if (issues.length > 1) throw twins(jira, issues, label);
  return issues[0];
}

/** Several issues of one key. The oldest is the one to keep, so that every run decides the same. */
export function twins(jira: Jira, issues: readonly Issue[], label: string): ActionError {
  const [oldest, ...others] = issues.toSorted((a, b) => a.id.length - b.id.length || (a.id < b.id ? -1 : 1));
  const keys = others.map(({ key }) => key).join(", ");
  return refused(
    `there are ${issues.length} issues with this key: ${[oldest, ...others].map((issue) => issue?.key).join(", ")}`,
    {
      exists: issues.map(({ key, summary }) => `${key}, ${summary}: ${browseUrl(jira, key)}`),
      remedy: `Keep ${oldest?.key}, the oldest. Close ${keys} as a duplicate, remove the label ${label} there, and run again.`,
    },
  );
}

async function search(jira: Jira, jql: string, most: number): Promise<Issue[]> {
  const found: Issue[] = [];
  let page: Readonly<Record<string, string | number>> = {};
  for (;;) {
    const path = [...jira.root, "search", ...(jira.deployment === "cloud" ? ["jql"] : [])];
    const query = { jql, maxResults: most, fields: FIELDS.join(","), ...page };
    const reply = await jira.api.read({ path, query, expect: [200, 400, 410] });
    if (reply.status !== 200) throw await jiraRefusal(reply, "a search");
    const { SearchReply } = await import("./schema.ts");
    const { issues, nextPageToken, total } = reply.json(SearchReply);
    found.push(...issues.map(issueOf));
    // Cloud may return an empty page that is not the last one.
    const more =
      jira.deployment === "cloud" ? nextPageToken !== undefined : issues.length > 0 && found.length < Number(total);
    if (found.length >= most || !more) return found;
    page = nextPageToken === undefined ? { startAt: found.length } : { nextPageToken };
  }
}

function numberOf(key: string): number {
  const number = Number(/-([0-9]{1,12})$/.exec(key)?.[1]);
  return Number.isSafeInteger(number) ? number : 0;
}

function issueOf({ id, key, fields }: IssueBody): Issue {
  return {
    id,
    key,
    summary: fields.summary ?? "",
    status: fields.status?.name ?? "",
    type: fields.issuetype?.name ?? "",
    labels: fields.labels ?? [],
    description: fields.description,
  };
}
