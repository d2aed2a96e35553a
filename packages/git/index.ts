import type { RemoteEditor, RemoteEditorOptions } from "./editor-types.ts";
import type { ClonedHistory, CloneOptions, HistoryOptions, Repository, WorkTree, WorkTreeOptions } from "./types.ts";

export type * from "./editor-types.ts";
export { GitError } from "./errors.ts";
export { messageFromText } from "./message.ts";
export * from "./names.ts";
export { isPipelineFile } from "./pipeline-files.ts";
export { isUrl, remoteAddress } from "./remote-url.ts";
export { gitOptions, openCheckout, openRepository, type RunContext } from "./repository.ts";
export type * from "./types.ts";

/**
 * A clone of one ref in a new directory below `temporary`, with this package's configuration only. It may fetch what a
 * filter left out, with the same credential, for as long as it is used. The host removes it with `temporary`.
 */
export async function privateClone(options: CloneOptions): Promise<Repository> {
  return (await import("./clone.ts")).privateClone(options);
}

/**
 * A private clone of the commits of one branch, without any trees or files. Undefined where the remote has none of the
 * branches.
 */
export async function cloneHistory(options: HistoryOptions): Promise<ClonedHistory | undefined> {
  return (await import("./clone.ts")).cloneHistory(options);
}

/** A clone of one ref whose whole work tree is checked out in a new directory of the caller's, which stays. */
export async function cloneWorkTree(options: WorkTreeOptions): Promise<WorkTree> {
  return (await import("./clone.ts")).cloneWorkTree(options);
}

/**
 * Opens a large remote repository for the edit of a few of its files: one commit of a base branch is fetched without
 * its files, and what is committed goes to a branch under a lease, never by force.
 */
export async function openRemoteEditor(options: RemoteEditorOptions): Promise<RemoteEditor> {
  return (await import("./remote-editor.ts")).openRemoteEditor(options);
}
