import type { IncomingHttpHeaders } from "node:http";
import type { Body } from "../shared/receive.ts";
import type { Service, Token } from "./types.ts";

export { type Answer, json, segmentsOf } from "../shared/answer.ts";
export type { Body };

/** A request, read whole. */
export interface Exchange {
  service: Service;
  origin: string;
  method: string;
  url: URL;
  /** Path segments, percent-decoded one by one. */
  segments: string[];
  headers: IncomingHttpHeaders;
  body: Body;
  credential: Credential | undefined;
  /** GitLab: another upload was already making the same new package when this one came. */
  raced: boolean;
}

export interface Credential {
  header: string;
  /** Undefined when no token of the forge matches. */
  token: (Token & { name: string }) | undefined;
}

/** One page of `items`, by the query's `page` and `per_page`. */
export function pageOf<T>(items: T[], url: URL, perPageDefault: number): Page<T> {
  const perPage = Math.min(positive(url.searchParams.get("per_page")) ?? perPageDefault, 100);
  const page = positive(url.searchParams.get("page")) ?? 1;
  const last = Math.max(1, Math.ceil(items.length / perPage));
  return { items: items.slice((page - 1) * perPage, page * perPage), page, perPage, last, total: items.length };
}

export interface Page<T> {
  items: T[];
  page: number;
  perPage: number;
  last: number;
  total: number;
}

/** The Link header of a page; empty where there is nothing to link to. */
export function linkHeader(page: Page<unknown>, origin: string, url: URL): string {
  const to = (number: number, relation: string) => {
    const target = new URL(url.pathname + url.search, origin);
    target.searchParams.set("page", String(number));
    target.searchParams.set("per_page", String(page.perPage));
    return `<${target.href}>; rel="${relation}"`;
  };
  const links: string[] = [];
  if (page.page > 1) links.push(to(page.page - 1, "prev"));
  if (page.page < page.last) links.push(to(page.page + 1, "next"));
  if (page.page < page.last) links.push(to(page.last, "last"));
  if (page.page > 1) links.push(to(1, "first"));
  return links.join(", ");
}

function positive(text: string | null): number | undefined {
  return text !== null && /^[1-9][0-9]{0,5}$/.test(text) ? Number(text) : undefined;
}
