import type { Outcome } from "../outcome.ts";
import { LIMIT, SECONDS, TICKS, type Slot } from "../world.ts";
import { lastMinute } from "./window.ts";

const FAILURE_LIMIT = 3;
const CONSECUTIVE_ERROR_LIMIT = 4;

/**
 * Argo Rollouts' AnalysisRun with `successCondition: result[0] < 0.01`, `count: 60` and `failureLimit: 3`: NaN fails
 * that condition, an error is not a measurement and only more than four in a row end the run, by an error. What has not
 * failed when it is over is successful.
 */
export function argoRule(slots: readonly Slot[]): Outcome {
  let failed = 0;
  let errors = 0;
  for (let tick = 0; tick < TICKS; tick++) {
    const value = lastMinute(slots, tick);
    errors = value === "error" ? errors + 1 : 0;
    if (errors > CONSECUTIVE_ERROR_LIMIT) return { verdict: "undecided", seconds: (tick + 1) * SECONDS };
    if (value !== "error" && !(value < LIMIT)) failed += 1;
    if (failed > FAILURE_LIMIT) return { verdict: "refused", seconds: (tick + 1) * SECONDS };
  }
  return { verdict: "passed", seconds: TICKS * SECONDS };
}
