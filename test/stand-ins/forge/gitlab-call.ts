import { type Answer, type Exchange, json, linkHeader, pageOf } from "./exchange.ts";
import type { Origins } from "./origins.ts";
import type { Repository, Store } from "./store.ts";

/** What a route needs. `rest` is the path after `/api/v4/projects/:id`, decoded. */
export interface GitLabCall {
  exchange: Exchange;
  store: Store;
  origins: Origins;
  repository: Repository;
  rest: string[];
  /** Developer or more. */
  writer: boolean;
  mayTag: boolean;
  /** Query and body, JSON or form, in one. */
  parameters: Record<string, unknown>;
}

/** GitLab's pages: 20 items by default, 100 at most; by number, or by cursor with `pagination=keyset`. */
export function paged(
  { exchange, origins }: { exchange: Exchange; origins: Pick<Origins, "gitlab"> },
  items: unknown[],
): Answer {
  const { url } = exchange;
  if (url.searchParams.get("pagination") === "keyset") return keysetPage(items, url, origins);
  const page = pageOf(items, url, 20);
  const beyond = page.page < page.last ? String(page.page + 1) : "";
  const headers: Record<string, string> = {
    "x-page": String(page.page),
    "x-per-page": String(page.perPage),
    "x-next-page": beyond,
    "x-prev-page": page.page > 1 ? String(page.page - 1) : "",
    "x-total": String(page.total),
    "x-total-pages": String(page.last),
  };
  const link = linkHeader(page, origins.gitlab, url);
  return json(200, page.items, link === "" ? headers : { ...headers, link });
}

function keysetPage(items: unknown[], url: URL, origins: Pick<Origins, "gitlab">): Answer {
  const start = Number(Buffer.from(url.searchParams.get("cursor") ?? "", "base64url").toString()) || 0;
  const size = Math.min(Number(url.searchParams.get("per_page")) || 20, 100);
  const next = new URL(url.pathname + url.search, origins.gitlab);
  next.searchParams.set("cursor", Buffer.from(String(start + size)).toString("base64url"));
  const more: Record<string, string> = start + size < items.length ? { link: `<${next.href}>; rel="next"` } : {};
  return json(200, items.slice(start, start + size), more);
}

/** Query and body, JSON or form, in one; undefined where the body cannot be read. */
export function parametersOf({ url, headers, body }: Exchange): Record<string, unknown> | undefined {
  const parameters: Record<string, unknown> = Object.fromEntries(url.searchParams);
  const type = headers["content-type"] ?? "";
  const text = /json|form/.test(type) ? (body.content?.toString("utf8") ?? "") : "";
  if (text === "") return parameters;
  if (type.includes("form")) return { ...parameters, ...Object.fromEntries(new URLSearchParams(text)) };
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? { ...parameters, ...value } : undefined;
  } catch {
    return undefined;
  }
}

/** GitLab's plain error shape. */
export function message(status: number, text: unknown): Answer {
  return json(status, { message: text });
}

/** What Grape, GitLab's API framework, answers about a parameter. */
export function parameterError(text: string): Answer {
  return json(400, { error: text });
}
