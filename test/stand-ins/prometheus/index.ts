/** Stand-ins of Prometheus and Alertmanager. See README.md. */
export { startMonitoring } from "./server.ts";
export * as effects from "./effects.ts";
export type * from "./types.ts";
