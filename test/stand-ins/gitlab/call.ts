import { type Answer, type Exchange, json } from "../forge/exchange.ts";
import { message, paged as forgePaged } from "../forge/gitlab-call.ts";
import { isProtected, type NamedToken, type Project, type Store } from "./store.ts";
import type { AccessLevel } from "./types.ts";

/** What a route needs. `rest` is the path after `/api/v4/projects/:id`, decoded. */
export interface Call {
  exchange: Exchange;
  store: Store;
  project: Project;
  rest: string[];
  token: NamedToken | undefined;
  access: AccessLevel;
  /** Query and body, JSON or form, in one. */
  parameters: Record<string, unknown>;
}

/** GitLab's pages: 20 items by default, 100 at most. */
export function paged({ exchange }: Call, items: unknown[]): Answer {
  return forgePaged({ exchange, origins: { gitlab: exchange.origin } }, items);
}

export const forbidden = (): Answer => message(403, "403 Forbidden");
export const notFound = (what: string): Answer => message(404, `404 ${what} Not Found`);

/** What Grape, GitLab's API framework, answers about missing parameters. */
export function missing({ parameters }: Call, ...names: string[]): Answer | undefined {
  const absent = names.filter((name) => parameters[name] === undefined || parameters[name] === "");
  return absent.length === 0 ? undefined : json(400, { error: absent.map((name) => `${name} is missing`).join(", ") });
}

export function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}

/** A project's number or path. */
export function keyOf(value: unknown): string {
  return typeof value === "number" ? String(value) : (textOf(value) ?? "");
}

/** "true", "1", true. */
export function flagOf(value: unknown): boolean {
  return value === true || value === "true" || value === "1" || value === 1;
}

/** A list, or a text with commas. */
export function listOf(value: unknown): string[] | undefined {
  if (Array.isArray(value)) return value.map(String);
  return typeof value === "string"
    ? value
        .split(",")
        .map((one) => one.trim())
        .filter(Boolean)
    : undefined;
}

export function mayPush({ access, project }: Pick<Call, "access" | "project">, branch: string): boolean {
  return access >= (isProtected(project, branch) ? 40 : 30);
}
