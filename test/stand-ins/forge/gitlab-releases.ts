import { type Answer, json } from "./exchange.ts";
import { type GitLabCall, message, paged, parameterError } from "./gitlab-call.ts";
import { createLink, linkJson } from "./gitlab-links.ts";
import { findCommit, findTag, isProtected, isTagName, makeTag } from "./store.ts";
import type { GitLabReleaseState } from "./types.ts";

export async function releaseRoutes(call: GitLabCall): Promise<Answer | undefined> {
  const { exchange, repository, rest } = call;
  const { method } = exchange;
  const [, tag, third, ...path] = rest;
  if (tag === undefined && method === "GET") return listReleases(call);
  if (tag === undefined && method === "POST") return createRelease(call);
  if (tag === "permalink" && third === "latest") return toLatest(call, path);

  const release = repository.state.gitlab.releases.find((one) => one.tag === tag);
  if (release === undefined && repository.setup.missingIsForbidden === true) return message(403, "403 Forbidden");
  if (release === undefined) return undefined;
  if (third === "downloads" && method === "GET") {
    const link = release.links.find((one) => one.directAssetPath === `/${path.join("/")}`);
    return link && { status: 302, headers: { location: link.url } };
  }
  if (third !== undefined) return undefined;
  if (method === "GET") return json(200, await releaseJson(release, call));
  if (!call.writer) return message(403, "403 Forbidden");
  if (method === "PUT") return updateRelease(call, release);
  if (method === "DELETE") {
    repository.state.gitlab.releases = repository.state.gitlab.releases.filter((one) => one !== release);
    return json(200, await releaseJson(release, call));
  }
  return undefined;
}

async function listReleases(call: GitLabCall): Promise<Answer> {
  const by = call.parameters.order_by === "created_at" ? "createdAt" : "releasedAt";
  const direction = call.parameters.sort === "asc" ? 1 : -1;
  // Equal times keep the order of creation.
  const sorted = call.repository.state.gitlab.releases
    .map((release, index) => ({ release, index }))
    .sort((a, b) => direction * (Date.parse(a.release[by]) - Date.parse(b.release[by]) || a.index - b.index));
  return paged(call, await Promise.all(sorted.map(({ release }) => releaseJson(release, call))));
}

async function createRelease(call: GitLabCall): Promise<Answer> {
  const { parameters, repository, store } = call;
  const tag = parameters.tag_name;
  if (typeof tag !== "string") return parameterError("tag_name is missing");
  const releasedAt = timeOf(parameters.released_at);
  if (releasedAt === null) return parameterError("released_at is invalid");
  if (!call.writer) return message(403, "403 Forbidden");
  // GitLab asks for the right to create the tag although it exists, and before it looks up the release.
  if (isProtected(repository, tag) && !call.mayTag) {
    return message(403, "You are not allowed to create this tag as it is protected.");
  }
  if (repository.state.gitlab.releases.some((one) => one.tag === tag)) return message(409, "Release already exists");

  const refusal = await ensureTag(call, tag);
  if (refusal !== undefined) return refusal;
  const release: GitLabReleaseState = {
    tag,
    name: textOf(parameters.name) ?? tag,
    description: textOf(parameters.description) ?? null,
    createdAt: store.stamp(),
    releasedAt: releasedAt ?? store.stamp(),
    milestones: [],
    links: [],
  };
  for (const [index, link] of linksOf(parameters.assets).entries()) {
    for (const field of ["name", "url"]) {
      if (typeof link[field] !== "string") return parameterError(`assets[links][${index}][${field}] is missing`);
    }
    const wrong = createLink(release, link, store.id());
    if (wrong.length > 0) return message(400, `Validation failed: ${wrong.map((one) => `Links ${one}`).join(", ")}`);
  }
  repository.state.gitlab.releases.push(release);
  return json(201, await releaseJson(release, call));
}

async function ensureTag(call: GitLabCall, tag: string): Promise<Answer | undefined> {
  const { repository, parameters } = call;
  if ((await findTag(repository, tag)) !== undefined) return undefined;
  const ref = textOf(parameters.ref);
  if (ref === undefined || ref === "") return message(422, "Ref is not specified");
  if (!isTagName(tag)) return message(400, "Tag name invalid");
  const commit = await findCommit(repository, ref);
  if (commit === undefined) return message(400, `Target ${ref} is invalid`);
  await makeTag(repository, tag, commit);
  return undefined;
}

async function updateRelease(call: GitLabCall, release: GitLabReleaseState): Promise<Answer> {
  const { parameters } = call;
  const releasedAt = timeOf(parameters.released_at);
  if (releasedAt === null) return parameterError("released_at is invalid");
  if (isProtected(call.repository, release.tag) && !call.mayTag) return message(403, "Access Denied");
  if (releasedAt !== undefined) release.releasedAt = releasedAt;
  release.name = textOf(parameters.name) ?? release.name;
  release.description = textOf(parameters.description) ?? release.description;
  return json(200, await releaseJson(release, call));
}

function toLatest(call: GitLabCall, path: string[]): Answer | undefined {
  const now = call.store.now();
  const released = call.repository.state.gitlab.releases.filter((one) => Date.parse(one.releasedAt) <= now);
  const latest = released.sort((a, b) => Date.parse(a.releasedAt) - Date.parse(b.releasedAt)).at(-1);
  if (latest === undefined) return undefined;
  const base = `${call.origins.gitlab}/api/v4/projects/${call.repository.state.gitlab.projectId}/releases`;
  const location = [base, latest.tag, ...path].map((one, at) => (at === 0 ? one : encodeURIComponent(one))).join("/");
  return { status: 302, headers: { location } };
}

async function releaseJson(release: GitLabReleaseState, call: GitLabCall) {
  const { repository, origins, store } = call;
  const web = `${origins.gitlab}/${repository.setup.path}`;
  const page = `${web}/-/releases/${encodeURIComponent(release.tag)}`;
  const commit = (await findTag(repository, release.tag))?.commit;
  const formats = ["zip", "tar.gz", "tar.bz2", "tar"];
  const sources = formats.map((format) => ({ format, url: `${web}/-/archive/${release.tag}/source.${format}` }));
  return {
    name: release.name,
    tag_name: release.tag,
    description: release.description,
    created_at: release.createdAt,
    released_at: release.releasedAt,
    upcoming_release: Date.parse(release.releasedAt) > store.now(),
    commit: commit === undefined ? null : { id: commit, short_id: commit.slice(0, 8) },
    milestones: release.milestones,
    commit_path: commit === undefined ? null : `/${repository.setup.path}/-/commit/${commit}`,
    tag_path: `/${repository.setup.path}/-/tags/${release.tag}`,
    assets: {
      count: sources.length + release.links.length,
      sources,
      links: release.links.toReversed().map((link) => linkJson(link, release, call)),
    },
    evidences: [],
    _links: { self: page, edit_url: `${page}/edit` },
  };
}

function linksOf(assets: unknown): Record<string, unknown>[] {
  const links = typeof assets === "object" && assets !== null ? (assets as { links?: unknown }).links : undefined;
  return Array.isArray(links) ? (links as Record<string, unknown>[]) : [];
}

/** Undefined when not given, null when no time. */
function timeOf(value: unknown): string | undefined | null {
  if (value === undefined || value === null || value === "") return undefined;
  const time = typeof value === "string" ? Date.parse(value) : NaN;
  return Number.isNaN(time) ? null : new Date(time).toISOString();
}

function textOf(value: unknown): string | undefined {
  return typeof value === "string" ? value : undefined;
}
