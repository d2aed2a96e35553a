import { type Answer, type Exchange, json } from "./exchange.ts";
import { type GitLabCall, message, paged, parametersOf } from "./gitlab-call.ts";
import { linkRoutes } from "./gitlab-links.ts";
import { packageRoutes } from "./gitlab-packages.ts";
import { releaseRoutes } from "./gitlab-releases.ts";
import type { Origins } from "./origins.ts";
import { allTags, findRepository, findTag, isProtected, type Repository, type Store } from "./store.ts";
import type { ForgeSetup, TagSetup } from "./types.ts";

/** Answers a request below /api/v4. */
export async function answerGitLab(
  exchange: Exchange,
  store: Store,
  origins: Origins,
  setup: ForgeSetup,
): Promise<Answer> {
  const [, , root, id = "", ...rest] = exchange.segments;
  const { credential } = exchange;
  if (credential !== undefined && credential.token === undefined) return message(401, "401 Unauthorized");
  if (root === "version" && credential !== undefined) return json(200, { version: "18.6.0", revision: "stand-in" });
  if (root !== "projects") return json(404, { error: "404 Not Found" });

  const repository = findRepository(store, id);
  const reads = exchange.method === "GET" || exchange.method === "HEAD";
  const jobToken = credential?.token?.kind === "job";
  // Where a job token is not accepted, GitLab continues as if none had come.
  const known = jobToken && !acceptsJobToken(rest) ? undefined : credential?.token;
  if (known === undefined && (repository?.setup.public !== true || !reads)) {
    const hidden = jobToken || setup.hidePrivate === true;
    return hidden ? message(404, "404 Project Not Found") : message(401, "401 Unauthorized");
  }
  if (repository === undefined || (known?.contents === "none" && repository.setup.public !== true)) {
    return message(404, "404 Project Not Found");
  }
  if (repository.setup.movedTo !== undefined) return moved(exchange, repository, store, origins, reads);
  const parameters = parametersOf(exchange);
  if (parameters === undefined) return message(400, "400 Bad request - The request body is malformed");
  const writer = known !== undefined && (known.contents ?? "write") === "write";
  const mayTag = known?.protectedTags === true;
  const call = { exchange, store, origins, repository, rest, writer, mayTag, parameters };
  return (await route(call)) ?? message(404, "404 Not Found");
}

async function route(call: GitLabCall): Promise<Answer | undefined> {
  const [first, second, third, fourth] = call.rest;
  const { method } = call.exchange;
  if (first === undefined && method === "GET") return projectJson(call);
  if (first === "releases" && third === "assets" && fourth === "links") return linkRoutes(call);
  if (first === "releases") return releaseRoutes(call);
  if (first === "packages") return packageRoutes(call);
  if (first === "repository" && second === "tags" && method === "GET") {
    if (third === undefined) return listTags(call);
    const tag = await findTag(call.repository, third);
    return tag === undefined ? message(404, "404 Tag Not Found") : json(200, tagJson(third, tag, call));
  }
  return undefined;
}

function acceptsJobToken(rest: string[]): boolean {
  return rest[0] === "releases" || rest[0] === "packages";
}

function projectJson({ repository, origins }: GitLabCall): Answer {
  const { path, defaultBranch = "main" } = repository.setup;
  return json(200, {
    id: repository.state.gitlab.projectId,
    name: path.split("/").at(-1),
    path: path.split("/").at(-1),
    path_with_namespace: path,
    default_branch: defaultBranch,
    visibility: repository.setup.public === true ? "public" : "private",
    web_url: `${origins.gitlab}/${path}`,
    http_url_to_repo: `${origins.gitlab}/${path}.git`,
  });
}

async function listTags(call: GitLabCall): Promise<Answer> {
  const search = call.exchange.url.searchParams.get("search") ?? "";
  const found = [...(await allTags(call.repository))].filter(([name]) => name.includes(search));
  return paged(
    call,
    found.map(([name, tag]) => tagJson(name, tag, call)),
  );
}

function tagJson(name: string, tag: TagSetup, { repository }: GitLabCall) {
  const release = repository.state.gitlab.releases.find((one) => one.tag === name);
  return {
    name,
    message: tag.message ?? "",
    target: tag.id,
    commit: { id: tag.commit, short_id: tag.commit.slice(0, 8) },
    release: release === undefined ? null : { tag_name: name, description: release.description },
    protected: isProtected(repository, name),
  };
}

function moved(exchange: Exchange, repository: Repository, store: Store, origins: Origins, reads: boolean): Answer {
  if (!reads) return message(405, "Non GET methods are not allowed for moved projects");
  const id = findRepository(store, repository.setup.movedTo ?? "")?.state.gitlab.projectId;
  if (id === undefined) return message(404, "404 Project Not Found");
  const rest = exchange.url.pathname.split("/").slice(5).join("/");
  const location = `${origins.gitlab}/api/v4/projects/${id}${rest === "" ? "" : `/${rest}`}${exchange.url.search}`;
  return json(301, { message: "301 Moved Permanently" }, { location });
}
