import * as z from "zod/mini";
import { withoutMarker } from "./body.ts";
import type { Asset } from "./contract.ts";

/** Ids are compared and put into paths, never computed with: they stay strings. */
const id = z.pipe(
  z.union([z.string(), z.int()]),
  z.transform((value) => String(value)),
);

/** https://docs.github.com/en/rest/releases/assets; `digest` is missing on older GitHub Enterprise Servers. */
export const GitHubAsset = z.object({
  id,
  name: z.string(),
  label: z.optional(z.nullable(z.string())),
  state: z.string(),
  size: z.int(),
  digest: z.optional(z.nullable(z.string())),
  browser_download_url: z.string(),
});
export type GitHubAsset = z.output<typeof GitHubAsset>;

/** https://docs.github.com/en/rest/releases/releases; only what is used here. */
export const GitHubRelease = z.object({
  id,
  tag_name: z.string(),
  name: z.nullable(z.string()),
  body: z.optional(z.nullable(z.string())),
  draft: z.boolean(),
  prerelease: z.boolean(),
  immutable: z.optional(z.nullable(z.boolean())),
  html_url: z.string(),
  upload_url: z.string(),
  assets: z.array(GitHubAsset),
});
export type GitHubRelease = z.output<typeof GitHubRelease>;

export const GitHubReleases = z.array(GitHubRelease);
export const GitHubAssets = z.array(GitHubAsset);

/** Lower ids first. They are whole numbers of any length. */
export function byId(a: { readonly id: string }, b: { readonly id: string }): number {
  return a.id.length - b.id.length || (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
}

export function isOwnDraft(release: GitHubRelease, tag: string, marker: string): boolean {
  return release.draft && release.tag_name === tag && (release.body ?? "").includes(marker);
}

/** The stored asset of this file: by its name, or by its label where the forge rewrote the name in its own way. */
export function storedAsset(assets: readonly GitHubAsset[], asset: Asset): GitHubAsset | undefined {
  const named = assets.find((stored) => stored.name === asset.name);
  return named ?? assets.find((stored) => asset.label !== undefined && stored.label === asset.label);
}

/** Whether the forge holds exactly these bytes. Where it tells no digest, the size has to do. */
export function holds(stored: GitHubAsset, asset: Asset): boolean {
  if (stored.state !== "uploaded" || stored.size !== asset.size) return false;
  return stored.digest === undefined || stored.digest === null || stored.digest === `sha256:${asset.sha256}`;
}

export function sameText(stored: string | null | undefined, wanted: string, marker: string): boolean {
  return withoutMarker(stored ?? "", marker) === withoutMarker(wanted, marker);
}
