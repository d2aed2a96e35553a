/** A stand-in of GitLab's API for repositories and merge requests. See README.md. */
export { startGitLab } from "./server.ts";
export * as effects from "../forge/effects.ts";
export type * from "./types.ts";
