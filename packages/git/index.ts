export { privateClone } from "./clone.ts";
export { GitError } from "./failure.ts";
export { messageFromText } from "./message.ts";
export * from "./names.ts";
export { openRepository } from "./repository.ts";
export type * from "./types.ts";
