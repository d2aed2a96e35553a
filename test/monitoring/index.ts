/** A real Prometheus and a real Alertmanager on loopback. */
export { MONITORING } from "./needs.ts";
export * from "./server.ts";
