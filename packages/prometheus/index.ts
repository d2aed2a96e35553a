// "@release-actions/prometheus/inject" reads queries: it loads a grammar, which most callers do not need.
export * from "./types.ts";
export { openAlertmanager } from "./alertmanager.ts";
export { openCounters } from "./counters.ts";
export type { Counters, CountersOptions } from "./counters.ts";
export { openPrometheus } from "./prometheus.ts";
export { equals, matcher, matcherText, oneOf, quoted, selector } from "./promql.ts";
export type { Matcher, Operator } from "./promql.ts";
