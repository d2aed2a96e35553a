/** A stand-in of a Quay registry and its API. See README.md. */
export { startQuay } from "./server.ts";
export { clairReport } from "./clair.ts";
export { quayLimits } from "./limits.ts";
export * as effects from "./effects.ts";
export type { Finding, Report } from "./clair.ts";
export type { LimitRule } from "./limits.ts";
export type * from "./types.ts";
