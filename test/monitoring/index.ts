/** A real Prometheus and a real Alertmanager on loopback. */
export { writeHistory } from "./history.ts";
export { HISTORY, MONITORING } from "./needs.ts";
export * from "./server.ts";
