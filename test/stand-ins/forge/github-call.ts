import { type Answer, type Exchange, json, linkHeader, pageOf } from "./exchange.ts";
import { problem } from "./github-replies.ts";
import type { Origins } from "./origins.ts";
import type { Repository, Store } from "./store.ts";

/** What a route needs. `rest` is the path after `/repos/owner/name`, decoded. */
export interface GitHubCall {
  exchange: Exchange;
  store: Store;
  origins: Origins;
  repository: Repository;
  rest: string[];
  writer: boolean;
  /** May create tags that the ruleset restricts. */
  mayTag: boolean;
}

/**
 * A page of a listing, 30 items by default, 100 at most, with a Link header where there is more. As at GitHub, the links
 * name the repository by its id.
 */
export function paged({ exchange, origins, repository }: GitHubCall, items: unknown[]): Answer {
  const page = pageOf(items, exchange.url, 30);
  const own = new URL(exchange.url);
  own.pathname = own.pathname.replace(/\/repos\/[^/]+\/[^/]+/, `/repositories/${repository.state.gitlab.projectId}`);
  const link = linkHeader(page, origins.github, own);
  return json(200, page.items, link === "" ? {} : { link });
}

/** The request body as an object, or the refusal that GitHub gives to anything else. */
export function objectOf(exchange: Exchange): { input: Record<string, unknown> } | { refusal: Answer } {
  const text = exchange.body.content?.toString("utf8") ?? "";
  if (text === "") return { input: {} };
  try {
    const value: unknown = JSON.parse(text);
    if (typeof value === "object" && value !== null && !Array.isArray(value)) {
      return { input: value as Record<string, unknown> };
    }
    return { refusal: problem(400, "Body should be a JSON object") };
  } catch {
    return { refusal: problem(400, "Problems parsing JSON") };
  }
}
