import type { FoundRelease, Forge, ForgeKind } from "./types.ts";
import { findOnGitHub, openGitHub } from "./github/releases.ts";
import { findOnGitLab, openGitLabReleases } from "./gitlab/releases.ts";
import type { ForgeOptions, RepositoryOptions } from "./options.ts";

export * from "./types.ts";
export type { ForgeOptions, RepositoryOptions } from "./options.ts";
export { checksumText, fileAsset, textAsset } from "./local-asset.ts";

/** Opens the releases of one repository. Nothing is sent before the first question. */
export function openForge(kind: ForgeKind, options: ForgeOptions): Forge {
  return kind === "github" ? openGitHub(options) : openGitLabReleases(options);
}

/**
 * The release of a tag: the published one, else a draft, which only a token that may write sees; undefined if there is
 * none. The whole list is read, since a draft has no address by its tag: one request for each 100 releases, up to the
 * published one. Throws HttpError, or `invalid` for a repository that is missing, hidden or moved.
 */
export function findRelease(
  kind: ForgeKind,
  options: RepositoryOptions,
  tag: string,
): Promise<FoundRelease | undefined> {
  return kind === "github" ? findOnGitHub(options, tag) : findOnGitLab(options, tag);
}
