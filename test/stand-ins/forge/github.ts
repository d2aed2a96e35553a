import { type Answer, type Exchange, json } from "./exchange.ts";
import { assetRoutes, uploadAsset } from "./github-assets.ts";
import { type GitHubCall, paged } from "./github-call.ts";
import { problem, refJson, tagJson } from "./github-replies.ts";
import { releaseRoutes } from "./github-releases.ts";
import type { Origins } from "./origins.ts";
import { allTags, findCommit, findRepository, findTag, type Repository, type Store } from "./store.ts";
import type { ForgeSetup } from "./types.ts";

/** Answers a request to the API or upload origin. */
export async function answerGitHub(
  exchange: Exchange,
  store: Store,
  origins: Origins,
  setup: ForgeSetup,
): Promise<Answer> {
  if (!exchange.headers["user-agent"]) {
    const text = "Request forbidden by administrative rules. Please make sure your request has a User-Agent header.";
    return { status: 403, headers: { "content-type": "text/html; charset=utf-8" }, body: text };
  }
  const { credential } = exchange;
  if (credential !== undefined && credential.token === undefined) return problem(401, "Bad credentials");

  const { repository, rest } = locate(exchange.segments, store);
  const token = credential?.token;
  const reads = exchange.method === "GET" || exchange.method === "HEAD";
  if (token === undefined && (repository?.setup.public !== true || !reads)) {
    return setup.hidePrivate === true && reads ? notFound() : problem(401, "Requires authentication");
  }
  if (repository === undefined) return notFound();
  if (repository.setup.movedTo !== undefined) return moved(exchange, repository, store, origins, reads);
  if (token?.contents === "none" && repository.setup.public !== true) return forbidden();

  const writer = token !== undefined && (token.contents ?? "write") === "write";
  const call = { exchange, store, origins, repository, rest, writer, mayTag: token?.protectedTags === true };
  // Generating notes writes nothing, yet asks for contents: write.
  if (!reads && !writer) return forbidden();
  const answer = exchange.service === "github-upload" ? uploadAsset(call) : await route(call);
  return answer ?? notFound();
}

async function route(call: GitHubCall): Promise<Answer | undefined> {
  const [first] = call.rest;
  if (first === "releases") return assetRoutes(call) ?? (await releaseRoutes(call));
  if (call.exchange.method !== "GET") return undefined;
  if (first === undefined) return repositoryJson(call);
  if (first === "git") return gitRoutes(call);
  if (first === "tags" && call.rest.length === 1) return listTags(call);
  if (first === "commits" && call.rest.length > 1) return oneCommit(call);
  return undefined;
}

function repositoryJson({ repository, origins, writer }: GitHubCall): Answer {
  const [owner = "", name = ""] = repository.setup.path.split("/");
  return json(200, {
    id: repository.state.gitlab.projectId,
    name,
    full_name: repository.setup.path,
    owner: { login: owner },
    private: repository.setup.public !== true,
    html_url: `${origins.web}/${repository.setup.path}`,
    url: `${origins.github}/repos/${repository.setup.path}`,
    default_branch: repository.setup.defaultBranch ?? "main",
    permissions: { admin: false, maintain: false, push: writer, triage: writer, pull: true },
  });
}

/** `git/ref/tags/…` (exact), `git/matching-refs/tags/…` (by prefix), `git/tags/:sha` (annotated tags only). */
async function gitRoutes(call: GitHubCall): Promise<Answer | undefined> {
  const [, kind, second, ...name] = call.rest;
  const { repository, origins } = call;
  if ((kind === "ref" || kind === "refs") && second === "tags" && name.length > 0) {
    const tag = await findTag(repository, name.join("/"));
    return tag === undefined ? undefined : json(200, refJson(name.join("/"), tag, repository, origins));
  }
  if (kind === "matching-refs" && second === "tags") {
    const prefix = name.join("/");
    const found = [...(await allTags(repository))].filter(([one]) => one.startsWith(prefix));
    return json(
      200,
      found.map(([one, tag]) => refJson(one, tag, repository, origins)),
    );
  }
  if (kind === "tags" && second !== undefined && name.length === 0) {
    const found = [...(await allTags(repository))].find(([, tag]) => tag.id === second && tag.id !== tag.commit);
    return found === undefined ? undefined : json(200, tagJson(found[0], found[1], repository, origins));
  }
  return undefined;
}

async function listTags(call: GitHubCall): Promise<Answer> {
  const names = [...(await allTags(call.repository))].sort(([a], [b]) => (a < b ? 1 : -1));
  const tags = names.map(([name, tag]) => ({ name, commit: { sha: tag.commit } }));
  return paged(call, tags);
}

async function oneCommit(call: GitHubCall): Promise<Answer> {
  const name = call.rest.slice(1).join("/");
  const sha = (await findTag(call.repository, name))?.commit ?? (await findCommit(call.repository, name));
  return sha === undefined ? problem(422, `No commit found for SHA: ${name}`) : json(200, { sha });
}

function locate(segments: string[], store: Store): { repository: Repository | undefined; rest: string[] } {
  // An Enterprise Server has its API under a prefix, its uploads under another.
  const prefix = segments[0] === "api" && (segments[1] === "v3" || segments[1] === "uploads") ? 2 : 0;
  const [root, first = "", second = "", ...rest] = segments.slice(prefix);
  if (root === "repos") return { repository: findRepository(store, `${first}/${second}`), rest };
  if (root === "repositories") {
    return { repository: findRepository(store, first), rest: [second, ...rest].filter(Boolean) };
  }
  return { repository: undefined, rest: [] };
}

function moved(exchange: Exchange, repository: Repository, store: Store, origins: Origins, reads: boolean): Answer {
  const id = findRepository(store, repository.setup.movedTo ?? "")?.state.gitlab.projectId;
  if (id === undefined) return notFound();
  const rest = exchange.url.pathname.split("/").slice(4).join("/");
  const location = `${origins.github}/repositories/${id}${rest === "" ? "" : `/${rest}`}${exchange.url.search}`;
  const message = reads ? "Moved Permanently" : "Temporary Redirect";
  return json(reads ? 301 : 307, { message, url: location }, { location });
}

function notFound(): Answer {
  return problem(404, "Not Found");
}

function forbidden(): Answer {
  return problem(403, "Resource not accessible by integration");
}
