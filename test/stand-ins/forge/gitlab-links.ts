import { type Answer, json } from "./exchange.ts";
import { type GitLabCall, message, paged, parameterError } from "./gitlab-call.ts";
import type { GitLabReleaseState, LinkState } from "./types.ts";

const linkTypes = ["other", "runbook", "image", "package"] as const;

/** `releases/:tag/assets/links` and `…/links/:id`. */
export function linkRoutes(call: GitLabCall): Answer | undefined {
  const { exchange, parameters, repository, store } = call;
  const [, tag, , , id] = call.rest;
  const release = repository.state.gitlab.releases.find((one) => one.tag === tag);
  if (release === undefined) return undefined;
  const link = release.links.find((one) => String(one.id) === id);
  const reads = exchange.method === "GET";
  if (!reads && !call.writer) return message(403, "403 Forbidden");
  if (id === undefined && reads) {
    return paged(
      call,
      release.links.toReversed().map((one) => linkJson(one, release, call)),
    );
  }
  const typed = parameters.link_type === undefined || linkTypes.some((type) => type === parameters.link_type);
  if (!reads && exchange.method !== "DELETE" && !typed) return parameterError("link_type does not have a valid value");

  if (id === undefined && exchange.method === "POST") {
    for (const field of ["name", "url"]) {
      if (typeof parameters[field] !== "string") return parameterError(`${field} is missing`);
    }
    const wrong = createLink(release, parameters, store.id());
    if (wrong.length > 0) return message(400, wrong);
    const created = release.links.at(-1);
    return created && json(201, linkJson(created, release, call));
  }
  if (link === undefined) return undefined;
  if (reads) return json(200, linkJson(link, release, call));
  if (exchange.method === "DELETE") {
    release.links = release.links.filter((one) => one !== link);
    return json(200, linkJson(link, release, call));
  }
  return exchange.method === "PUT" ? updateLink(call, release, link) : undefined;
}

function updateLink(call: GitLabCall, release: GitLabReleaseState, link: LinkState): Answer {
  const { parameters } = call;
  if (parameters.name === undefined && parameters.url === undefined) {
    return parameterError("name, url are missing, at least one parameter must be provided");
  }
  const others = { ...release, links: release.links.filter((one) => one !== link) };
  const next = linkOf({ name: link.name, url: link.url, link_type: link.linkType, ...parameters }, link.id);
  if (parameters.direct_asset_path === undefined && parameters.filepath === undefined) {
    next.directAssetPath = link.directAssetPath;
  }
  const wrong = checkLink(others, next);
  if (wrong.length > 0) return message(400, wrong);
  Object.assign(link, next);
  return json(200, linkJson(link, release, call));
}

/** Adds a link to the release, or says what is wrong with it. */
export function createLink(release: GitLabReleaseState, input: Record<string, unknown>, id: number): string[] {
  const link = linkOf(input, id);
  const wrong = checkLink(release, link);
  if (wrong.length === 0) release.links.push(link);
  return wrong;
}

function linkOf(input: Record<string, unknown>, id: number): LinkState {
  const path = input.direct_asset_path ?? input.filepath;
  return {
    id,
    name: String(input.name),
    url: String(input.url),
    directAssetPath: typeof path === "string" && path !== "" ? path : null,
    linkType: linkTypes.find((type) => type === input.link_type) ?? "other",
  };
}

function checkLink(release: GitLabReleaseState, link: LinkState): string[] {
  const wrong: string[] = [];
  if (!/^(?:https?|ftp):\/\/./.test(link.url)) wrong.push("Url is blocked: Only allowed schemes are http, https, ftp");
  if (release.links.some((one) => one.url === link.url)) wrong.push("Url has already been taken");
  if (link.name === "") wrong.push("Name can't be blank");
  if (release.links.some((one) => one.name === link.name)) wrong.push("Name has already been taken");
  const path = link.directAssetPath;
  if (path === null) return wrong;
  if (release.links.some((one) => one.directAssetPath === path)) wrong.push("Filepath has already been taken");
  if (path.length > 128) wrong.push("Filepath is too long (maximum is 128 characters)");
  if (!isAssetPath(path)) wrong.push("Filepath is invalid");
  return wrong;
}

/** A slash, then words, dots, hyphens and single slashes, with a letter or digit at the end. */
function isAssetPath(path: string): boolean {
  return /^\/[\w.\-/]+$/.test(path) && !path.includes("//") && /[0-9A-Za-z]$/.test(path);
}

export function linkJson(link: LinkState, release: GitLabReleaseState, { repository, origins }: GitLabCall) {
  const releases = `${origins.gitlab}/${repository.setup.path}/-/releases`;
  const downloads = `${releases}/${encodeURIComponent(release.tag)}/downloads`;
  return {
    id: link.id,
    name: link.name,
    url: link.url,
    direct_asset_url: link.directAssetPath === null ? link.url : downloads + link.directAssetPath,
    link_type: link.linkType,
  };
}
