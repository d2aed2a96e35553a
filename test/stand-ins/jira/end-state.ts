import type { IssueState } from "./types.ts";

/** What a run left behind, without ids, numbers, times and order. Whatever is there twice is listed twice. */
export function endStateOf(issues: readonly IssueState[]): unknown {
  return sorted(
    issues.map(({ project, type, status, fields, comments, links }) => ({
      project,
      type,
      status,
      fields: { ...fields, issuetype: type },
      comments: sorted(comments.map(({ author, body, properties }) => ({ author, body, properties }))),
      links: sorted(links.map(({ globalId, url, title }) => ({ globalId, url, title }))),
    })),
  );
}

function sorted<T>(items: readonly T[]): T[] {
  return items.toSorted((a, b) => (JSON.stringify(a) < JSON.stringify(b) ? -1 : 1));
}
