import type { Outcome } from "../outcome.ts";
import { LIMIT, SECONDS, TICKS, type Slot } from "../world.ts";
import { lastMinute } from "./window.ts";

const THRESHOLD = 4;

/**
 * Flagger with `thresholdRange: {max: 0.01}` and `threshold: 4`: a value over the limit, no value and a query that
 * fails are all a failed check, and the fourth one rolls back. One at exactly the limit is none.
 */
export function flaggerRule(slots: readonly Slot[]): Outcome {
  let failedChecks = 0;
  for (let tick = 0; tick < TICKS; tick++) {
    const value = lastMinute(slots, tick);
    if (value === "error" || !(value <= LIMIT)) failedChecks += 1;
    if (failedChecks >= THRESHOLD) return { verdict: "refused", seconds: (tick + 1) * SECONDS };
  }
  return { verdict: "passed", seconds: TICKS * SECONDS };
}
