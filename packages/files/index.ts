export * from "./directory.ts";
export { findMatchingFiles, isPattern } from "./glob.ts";
export { appendToFile, holdMadeDirectory, replaceFile, type HeldDirectory } from "./held.ts";
export { isGitName } from "./names.ts";
export {
  assertDirectory,
  assertFile,
  isInside,
  isThere,
  outputProblems,
  placeOf,
  realPathOf,
  refuseOutputs,
  type FileHost,
  type Place,
  type Use,
} from "./place.ts";
export * from "./reports.ts";
export * from "./verified-file.ts";
export {
  DEFAULT_MAX_BYTES,
  makeWorkspaceDirectory,
  readPlace,
  readWorkspaceFile,
  workspaceDirectory,
  writePlace,
  writeWorkspaceFile,
} from "./workspace.ts";
