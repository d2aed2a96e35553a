import { invalid } from "@release-actions/action";
import type { Reply } from "@release-actions/http";
import { shorten } from "@release-actions/text";
import { GitLabError } from "./schema.ts";

/** The least that a token needs, for messages. */
export const toRead = (path: string): string =>
  `a token that may read ${path}: the scope read_api or api, and the role Reporter or higher`;

export const toPush = (path: string): string =>
  `a token of ${path} with the scope api and the role Developer or higher; for a protected branch, the right to push to it`;

export const toPropose = (path: string): string =>
  `a token with the scope api, the role Developer or higher in ${path}, and the right to see the target project`;

export const toDiscuss = (path: string): string =>
  `a token with the scope api and the role Reporter or higher in ${path}; to change another's merge request, Developer`;

type Thing = "File" | "Branch" | "Commit" | "Merge Base" | "Ref";

/**
 * Whether a 404 means that the thing itself is missing. GitLab also answers 404 for a project that the token may not
 * see, which does not mean that: it throws `invalid`.
 */
export function isMissing(reply: Reply, thing: Thing, path: string): boolean {
  if (reply.status !== 404) return false;
  if (saysMissing(reply, thing)) return true;
  const { host } = new URL(reply.url);
  throw invalid(
    `${host} answered 404 for ${path}, and not for its ${thing.toLowerCase()}: ${shorten(messageOf(reply), 200)}`,
    {
      remedy: `GitLab hides what a token may not see. It needs ${toRead(path)}.`,
    },
  );
}

export function saysMissing(reply: Reply, thing: Thing): boolean {
  return reply.status === 404 && messageOf(reply).toLowerCase() === `404 ${thing} not found`.toLowerCase();
}

/** The message of an error; empty if it is not one of GitLab's API. */
export function messageOf(reply: Reply): string {
  try {
    const { message } = reply.json(GitLabError);
    return typeof message === "string" ? message : JSON.stringify(message ?? "");
  } catch {
    return "";
  }
}
