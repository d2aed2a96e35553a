import { createHash } from "node:crypto";
import { type Answer, json } from "./exchange.ts";
import type { Origins } from "./origins.ts";
import type { Repository, Store } from "./store.ts";
import type { AssetState, GitHubReleaseState, TagSetup } from "./types.ts";

/** The JSON shapes of the GitHub REST API. */

const documentation = "https://docs.github.com/rest";

export function problem(status: number, message: string): Answer {
  return json(status, { message, documentation_url: documentation, status: String(status) });
}

export interface Violation {
  resource: "Release" | "ReleaseAsset";
  code: "already_exists" | "custom" | "invalid" | "missing_field";
  field?: string;
  message?: string;
}

export function validationFailed(errors: Violation[]): Answer {
  return json(422, { message: "Validation Failed", errors, documentation_url: documentation, status: "422" });
}

export function releaseJson(release: GitHubReleaseState, repository: Repository, origins: Origins, store: Store) {
  const path = repository.setup.path;
  const url = `${origins.github}/repos/${path}/releases/${release.id}`;
  // A draft's page goes by a placeholder, whatever its tag.
  const page = release.draft ? placeholderTag(release.id) : release.tag;
  return {
    url,
    assets_url: `${url}/assets`,
    upload_url: `${origins.upload}/repos/${path}/releases/${release.id}/assets{?name,label}`,
    html_url: `${origins.web}/${path}/releases/tag/${encodeTag(page)}`,
    id: release.id,
    author: bot,
    node_id: nodeId("RE", release.id),
    tag_name: release.tag,
    target_commitish: release.target,
    name: release.name,
    draft: release.draft,
    immutable: release.immutable,
    prerelease: release.prerelease,
    created_at: release.createdAt,
    updated_at: store.stamp(),
    published_at: release.publishedAt,
    assets: release.assets.map((asset) => assetJson(asset, release, repository, origins)),
    tarball_url: release.draft ? null : `${origins.github}/repos/${path}/tarball/${encodeTag(release.tag)}`,
    zipball_url: release.draft ? null : `${origins.github}/repos/${path}/zipball/${encodeTag(release.tag)}`,
    body: release.body,
  };
}

export function assetJson(asset: AssetState, release: GitHubReleaseState, repository: Repository, origins: Origins) {
  const path = repository.setup.path;
  const page = release.draft ? placeholderTag(release.id) : release.tag;
  const downloads = `${origins.web}/${path}/releases/download/${encodeTag(page)}`;
  return {
    url: `${origins.github}/repos/${path}/releases/assets/${asset.id}`,
    id: asset.id,
    node_id: nodeId("RA", asset.id),
    name: asset.name,
    label: asset.label,
    uploader: bot,
    content_type: asset.contentType,
    state: asset.state,
    size: asset.size,
    digest: asset.digest,
    download_count: 0,
    created_at: asset.createdAt,
    updated_at: asset.createdAt,
    browser_download_url: `${downloads}/${encodeURIComponent(asset.name)}`,
  };
}

export function refJson(name: string, tag: TagSetup, repository: Repository, origins: Origins) {
  const git = `${origins.github}/repos/${repository.setup.path}/git`;
  const annotated = tag.id !== tag.commit;
  return {
    ref: `refs/tags/${name}`,
    node_id: nodeId("REF", `refs/tags/${name}`),
    url: `${git}/refs/tags/${encodeTag(name)}`,
    object: {
      sha: tag.id,
      type: annotated ? "tag" : "commit",
      url: `${git}/${annotated ? "tags" : "commits"}/${tag.id}`,
    },
  };
}

export function tagJson(name: string, tag: TagSetup, repository: Repository, origins: Origins) {
  const git = `${origins.github}/repos/${repository.setup.path}/git`;
  return {
    node_id: nodeId("TA", tag.id),
    tag: name,
    sha: tag.id,
    url: `${git}/tags/${tag.id}`,
    message: tag.message ?? "",
    tagger: tag.tagger ?? { name: "A Tagger", email: "tagger@example.com", date: "2025-01-02T03:04:05Z" },
    object: { type: "commit", sha: tag.commit, url: `${git}/commits/${tag.commit}` },
    verification: {
      ...(tag.verification ?? { verified: false, reason: "unsigned" }),
      signature: null,
      payload: null,
      verified_at: null,
    },
  };
}

/** The name that GitHub gives a draft whose tag it does not know, or has forgotten. */
export function placeholderTag(id: number): string {
  return `untagged-${createHash("sha1").update(`release ${id}`).digest("hex").slice(0, 20)}`;
}

const bot = { login: "github-actions[bot]", id: 41898282, type: "Bot", site_admin: false };

function nodeId(kind: string, id: number | string): string {
  return `${kind}_${Buffer.from(String(id)).toString("base64url")}`;
}

/** A tag in a URL's path: its slashes stay. */
export function encodeTag(tag: string): string {
  return tag.split("/").map(encodeURIComponent).join("/");
}
