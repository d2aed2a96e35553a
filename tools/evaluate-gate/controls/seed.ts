import type { Outcome } from "../outcome.ts";
import { LIMIT, SECONDS, TICKS, type Slot } from "../world.ts";
import { lastMinute } from "./window.ts";

/**
 * The seed's release_metrics_gate.sh, with a query that works: a value of the limit or more is a violation, NaN breaks
 * its comparison and is one too, no answer is read as 0. More than three end the run, and only a run without any passes.
 */
export function seedRule(slots: readonly Slot[]): Outcome {
  let violations = 0;
  for (let tick = 0; tick < TICKS; tick++) {
    const answer = lastMinute(slots, tick);
    const value = answer === "error" ? 0 : answer;
    if (!(value < LIMIT)) violations += 1;
    if (violations > 3) return { verdict: "refused", seconds: (tick + 1) * SECONDS };
  }
  return { verdict: violations === 0 ? "passed" : "refused", seconds: TICKS * SECONDS };
}
