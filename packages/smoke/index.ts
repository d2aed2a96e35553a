// The headers that hold secrets are "@release-actions/smoke/secret-headers": an action checks them before it starts.
export type { PrometheusOptions, SmokeLimits, SmokeOptions } from "./context.ts";
export { planSuite } from "./plan.ts";
export type { DeclaredService, SmokeEnvironment, SmokePlan } from "./plan.ts";
export { EMPTY_SUITE, readSuite } from "./read-suite.ts";
export type { ReadSuite } from "./read-suite.ts";
export {
  byWeight,
  checkTitle,
  decideSmoke,
  exchangeLines,
  junitOf,
  smokeProblems,
  titleOf,
  unfinishedJunit,
} from "./report.ts";
export type { Reason, SmokeResult } from "./result.ts";
export { runSuite } from "./run.ts";
export type { Suite } from "./types.ts";
