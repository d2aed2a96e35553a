import { type Answer, type Exchange, json } from "../forge/exchange.ts";
import { message, parametersOf } from "../forge/gitlab-call.ts";
import { branchRoutes } from "./branches.ts";
import { type Call, forbidden, paged } from "./call.ts";
import { createCommit } from "./commits.ts";
import { mergeRequestRoutes } from "./merge-requests.ts";
import { fileRoutes, readRoutes } from "./repository.ts";
import { projectJson, userJson } from "./replies.ts";
import type { NamedToken, Project, Store } from "./store.ts";

/** Answers a request below /api/v4. */
export async function answerApi(exchange: Exchange, store: Store): Promise<Answer> {
  const [api, version, root, id = "", ...rest] = exchange.segments;
  const { credential, method } = exchange;
  if (api !== "api" || version !== "v4") return { status: 404, body: "Not an API address" };
  if (credential !== undefined && credential.token === undefined) return message(401, "401 Unauthorized");
  const known = store.tokens.find((one) => one.name === credential?.token?.name);
  const reads = method === "GET" || method === "HEAD";
  if (known !== undefined && !reads && !(known.scopes ?? ["api"]).includes("api")) return insufficientScope();
  // Where a job token is not accepted, GitLab continues as if none had come.
  const token = known?.kind === "job" && !acceptsJobToken(rest, reads) ? undefined : known;
  if (root === "version") return token ? json(200, { version: "18.6.0", revision: "stand-in" }) : unauthorized();
  if (root === "user") return token ? json(200, userJson(store.user(token.username))) : unauthorized();
  if (root !== "projects") return json(404, { error: "404 Not Found" });
  const project = store.find(id);
  if (token === undefined && !reads) return unauthorized();
  if (project === undefined || !sees(store, token, project)) return message(404, "404 Project Not Found");
  if (project.setup.movedTo !== undefined) return moved(exchange, store, project.setup.movedTo, reads);
  const parameters = parametersOf(exchange);
  if (parameters === undefined) return message(400, "400 Bad request - The request body is malformed");
  const access = store.accessOf(token, project);
  return (
    (await route({ exchange, store, project, rest, token, access, parameters })) ??
    json(404, { error: "404 Not Found" })
  );
}

async function route(call: Call): Promise<Answer | undefined> {
  const [first, second] = call.rest;
  const { method } = call.exchange;
  if (first === undefined) return method === "GET" ? json(200, projectJson(call)) : undefined;
  if (first === "members") return members(call);
  if (first === "merge_requests") return mergeRequestRoutes(call);
  if (first !== "repository") return undefined;
  // A Guest of a private project does not see its code.
  if (call.project.setup.private !== false && call.access < 20) return forbidden();
  if (second === "files") return fileRoutes(call);
  if (second === "branches") return branchRoutes(call);
  if (second === "commits" && method === "POST") return createCommit(call);
  return readRoutes(call);
}

/** `/members/all` and `/members/all/:user_id`; both know everyone who has access, by whichever way. */
function members(call: Call): Answer | undefined {
  const { project, store, rest, parameters, token } = call;
  if (token === undefined) return unauthorized();
  const holders = store.tokens
    .map((one) => ({ username: one.username, accessLevel: store.accessOf(one, project) }))
    .filter(({ accessLevel }) => accessLevel > 0);
  const all = [...(project.setup.members ?? []), ...holders]
    .filter((one, at, list) => list.findIndex(({ username }) => username === one.username) === at)
    .map(({ username, accessLevel }) => ({ ...userJson(store.user(username)), access_level: accessLevel }));
  const id = rest[1] === "all" ? rest[2] : rest[1];
  if (id !== undefined) {
    const found = all.find((one) => String(one.id) === id);
    return found === undefined ? message(404, "404 Not found") : json(200, found);
  }
  const query = typeof parameters["query"] === "string" ? parameters["query"].toLowerCase() : "";
  return paged(
    call,
    all.filter(({ username }) => username.toLowerCase().includes(query)),
  );
}

function sees(store: Store, token: NamedToken | undefined, project: Project): boolean {
  return project.setup.private === false || store.accessOf(token, project) > 0;
}

function acceptsJobToken(rest: string[], reads: boolean): boolean {
  return reads && rest[0] === "repository" && rest[1] === "files" && rest[3] === "raw";
}

function unauthorized(): Answer {
  return message(401, "401 Unauthorized");
}

function insufficientScope(): Answer {
  return json(403, {
    error: "insufficient_scope",
    error_description: "The request requires higher privileges than provided by the access token.",
    scope: "api",
  });
}

function moved(exchange: Exchange, store: Store, to: string, reads: boolean): Answer {
  if (!reads) return message(405, "Non GET methods are not allowed for moved projects");
  const rest = exchange.url.pathname.split("/").slice(5).join("/");
  const path = `/api/v4/projects/${store.find(to)?.id ?? 0}${rest === "" ? "" : `/${rest}`}`;
  return json(
    301,
    { message: "301 Moved Permanently" },
    { location: `${exchange.origin}${path}${exchange.url.search}` },
  );
}
