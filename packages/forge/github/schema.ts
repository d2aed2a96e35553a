import type * as z from "zod/mini";
import { count, flag, id, list, maybe, object, objectId, text } from "@release-actions/http/fields";

/** https://docs.github.com/en/rest/releases/assets#get-a-release-asset */
export const GitHubAsset = object({
  id,
  name: text,
  label: maybe(text),
  /** `uploaded`; `starter` or `open` while it is not finished. */
  state: text,
  size: count,
  /** `sha256:` and 64 hex digits. Missing on older GitHub Enterprise Servers. */
  digest: maybe(text),
  browser_download_url: text,
});
export type GitHubAsset = z.output<typeof GitHubAsset>;

/** https://docs.github.com/en/rest/releases/assets#list-release-assets */
export const GitHubAssets = list(GitHubAsset);

/** https://docs.github.com/en/rest/releases/releases#get-a-release */
export const GitHubRelease = object({
  id,
  tag_name: text,
  name: maybe(text),
  body: maybe(text),
  draft: flag,
  prerelease: flag,
  immutable: maybe(flag),
  html_url: text,
  upload_url: text,
  assets: GitHubAssets,
});
export type GitHubRelease = z.output<typeof GitHubRelease>;

/** https://docs.github.com/en/rest/releases/releases#list-releases */
export const GitHubReleases = list(GitHubRelease);

/** https://docs.github.com/en/rest/git/refs#get-a-reference */
export const GitHubRef = object({ ref: text, object: object({ sha: objectId }) });
