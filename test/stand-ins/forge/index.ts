/** A stand-in of the GitHub and GitLab release APIs. See README.md. */
export { startForge } from "./server.ts";
export { endState } from "./end-state.ts";
export * as effects from "./effects.ts";
export type * from "./types.ts";
