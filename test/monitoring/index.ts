/** A real Prometheus and a real Alertmanager on loopback. */
export { HISTORY, writeHistory } from "./history.ts";
export { MONITORING } from "./needs.ts";
export * from "./server.ts";
