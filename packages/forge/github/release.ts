import { withoutMarker } from "../body.ts";
import type { Asset } from "../types.ts";
import type { GitHubAsset, GitHubRelease } from "./schema.ts";

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
  return stored.digest === undefined || stored.digest === `sha256:${asset.sha256}`;
}

export function sameText(stored: string | undefined, wanted: string, marker: string): boolean {
  return withoutMarker(stored ?? "", marker) === withoutMarker(wanted, marker);
}
