export * from "./contract.ts";
export { openAlertmanager } from "./alertmanager.ts";
export { openPrometheus } from "./prometheus.ts";
export { equals, matcher, oneOf, quoted, selector } from "./promql.ts";
export type { Matcher, Operator } from "./promql.ts";
