import type { CloneOptions, Repository } from "./types.ts";

export { GitError } from "./failure.ts";
export { messageFromText } from "./message.ts";
export * from "./names.ts";
export { isPipelineFile } from "./pipeline-files.ts";
export { openRepository } from "./repository.ts";
export type * from "./types.ts";

/**
 * A clone of one ref in a new directory below `temporary`, with this package's configuration only. It may fetch what a
 * filter left out, with the same credential, for as long as it is used. The host removes it with `temporary`.
 */
export async function privateClone(options: CloneOptions): Promise<Repository> {
  return (await import("./clone.ts")).privateClone(options);
}
