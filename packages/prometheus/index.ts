export * from "./contract.ts";
export { openAlertmanager } from "./alertmanager.ts";
export { openCounters } from "./counters.ts";
export type { Counters } from "./counters.ts";
export { openPrometheus } from "./prometheus.ts";
export { readMatchers, readSelector, SELECTOR, withMatchers } from "./inject.ts";
export type { Injected } from "./inject.ts";
export { equals, matcher, matcherText, oneOf, quoted, selector } from "./promql.ts";
export type { Matcher, Operator } from "./promql.ts";
