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
 * Clones one ref into a new directory below `temporary`, with this package's configuration only. Objects that a filter
 * left out are fetched with the same credential when they are needed. The host removes the clone with `temporary`.
 * Throws GitError, or `undecided` if the clone exceeds `maxBytes`.
 */
export async function privateClone(options: CloneOptions): Promise<Repository> {
  return (await import("./clone.ts")).privateClone(options);
}

/**
 * Clones the commits of one branch, without trees and files. Undefined if the remote has none of the branches. Throws
 * like privateClone.
 */
export async function cloneHistory(options: HistoryOptions): Promise<ClonedHistory | undefined> {
  return (await import("./clone.ts")).cloneHistory(options);
}

/**
 * Clones one ref and checks its whole tree out into a new directory, which the caller keeps. Throws like privateClone.
 */
export async function cloneWorkTree(options: WorkTreeOptions): Promise<WorkTree> {
  return (await import("./clone.ts")).cloneWorkTree(options);
}

/**
 * Opens a large remote repository to edit a few of its files: one commit of the base branch is fetched without its
 * files, and a commit is pushed to another branch under a lease, never by force. Throws GitError, or `undecided` if the
 * base branch does not exist.
 */
export async function openRemoteEditor(options: RemoteEditorOptions): Promise<RemoteEditor> {
  return (await import("./remote-editor.ts")).openRemoteEditor(options);
}
