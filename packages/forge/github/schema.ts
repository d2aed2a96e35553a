import { count, flag, id, listOf, maybe, schema, shape, text } from "@release-actions/http";

/** https://docs.github.com/en/rest/releases/assets; `digest` is missing on older GitHub Enterprise Servers. */
const asset = shape({
  id,
  name: text,
  label: maybe(text),
  state: text,
  size: count,
  digest: maybe(text),
  browser_download_url: text,
});
export type GitHubAsset = ReturnType<typeof asset>;

/** https://docs.github.com/en/rest/releases/releases; only what is used here. */
const release = shape({
  id,
  tag_name: text,
  name: maybe(text),
  body: maybe(text),
  draft: flag,
  prerelease: flag,
  immutable: maybe(flag),
  html_url: text,
  upload_url: text,
  assets: listOf(asset),
});
export type GitHubRelease = ReturnType<typeof release>;

export const GitHubAsset = schema(asset);
export const GitHubAssets = schema(listOf(asset));
export const GitHubRelease = schema(release);
export const GitHubReleases = schema(listOf(release));
