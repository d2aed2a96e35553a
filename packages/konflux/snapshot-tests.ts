import { parseJson } from "@release-actions/http";
import { conditionOf } from "./conditions.ts";
import { SCENARIOS_ANNOTATION } from "./labels.ts";
import { Scenarios } from "./schema.ts";
import type { Scenario } from "./schema.ts";
import type { Snapshot } from "./snapshot.ts";

export type { Scenario } from "./schema.ts";

/**
 * - running: without a verdict so far
 * - stuck: there may never be a verdict
 */
export interface TestsJudgement {
  readonly state: "passed" | "failed" | "running" | "stuck";
  readonly message: string;
  readonly scenarios: readonly Scenario[];
}

const VERDICTS = ["AppStudioTestSucceeded", "HACBSStudioTestSucceeded"];
const INTEGRATION = "AppStudioIntegrationStatus";
/** Reasons after which integration-service may never set a verdict, in its spelling. */
const STUCK = ["Canceled", "Invalid", "ErrorOccured", "CancelledRunFinally"];
const PASSED = ["TestPassed", "TestWarning"];

/** Whether a Snapshot's tests passed: only its own condition decides. A Snapshot without scenarios passes, too. */
export function judgeTests(snapshot: Snapshot): TestsJudgement {
  const { conditions, generation } = snapshot;
  const scenarios = scenariosOf(snapshot);
  const verdict = VERDICTS.map((type) => conditionOf(conditions, type, generation)).find(
    (condition) => condition !== undefined,
  );
  if (verdict?.status === "True") return { state: "passed", message: verdict.message, scenarios };
  if (verdict?.status === "False") return { state: "failed", message: verdict.message, scenarios };
  const integration = conditionOf(conditions, INTEGRATION, generation);
  if (integration !== undefined && STUCK.includes(integration.reason)) {
    return { state: "stuck", message: `${integration.reason}: ${integration.message}`, scenarios };
  }
  return { state: "running", message: verdict?.message ?? "the tests have not begun", scenarios };
}

/** Whether this scenario does not prevent the release. */
export function hasPassed({ status }: Scenario): boolean {
  return PASSED.includes(status);
}

/** Only for display: the annotation decides nothing, so one that cannot be read is an empty table. */
function scenariosOf({ annotations }: Snapshot): readonly Scenario[] {
  const text = annotations[SCENARIOS_ANNOTATION];
  if (text === undefined) return [];
  try {
    return Scenarios.parse(parseJson(text));
  } catch {
    return [];
  }
}
