import { openJudge } from "@release-actions/slo";
import type { Events, Judge, Measurement, Objective, Policy } from "@release-actions/slo";
import type { Outcome } from "./outcome.ts";
import { LEAD, LIMIT, SECONDS, TICKS, type Slot } from "./world.ts";

/** The policy of the action's defaults, for ten minutes of ten seconds each. */
export const POLICY: Policy = {
  mode: "evidence",
  alpha: 0.01,
  maxViolations: 3,
  minRequests: 100,
  minSamples: 5,
  ticks: TICKS,
  onNoData: "undecided",
  secondsPerTick: SECONDS,
};
export const ERROR_RATE: Objective = { kind: "proportion", name: "error rate", limit: LIMIT, counted: true };

export function measurementOf(slot: Slot, baseline?: Slot): Measurement {
  if (slot.answer !== "events") return { kind: "none", sample: slot.answer, detail: "simulated" };
  return { kind: "events", events: eventsOf(slot), ...(baseline && { baseline: eventsOf(baseline) }) };
}

/**
 * The gate's judge over one run. The standing is asked for where it can be certain: at the last tick and when the
 * evidence is there. (The action asks at each tick; `loop.ts` runs its own loop.)
 */
export function judged(slots: readonly Slot[], mode: Policy["mode"] = "evidence", seconds = SECONDS): Outcome {
  const policy = { ...POLICY, mode, ticks: slots.length - LEAD, secondsPerTick: seconds };
  return ended(openJudge([ERROR_RATE], policy), (tick) => measurementOf(slots[LEAD + tick]!), policy);
}

export function compared(canary: readonly Slot[], baseline: readonly Slot[], objective: Objective): Outcome {
  return ended(openJudge([objective], POLICY), (tick) => measurementOf(canary[LEAD + tick]!, baseline[LEAD + tick]!), POLICY);
}

function ended(judge: Judge, measure: (tick: number) => Measurement, { mode, ticks, alpha, secondsPerTick = SECONDS }: Policy): Outcome {
  for (let tick = 0; tick < ticks; tick++) {
    const [sample] = judge.observe(tick, [measure(tick)]);
    const mayBeCertain = tick === ticks - 1 || (mode === "evidence" ? (sample?.evidence ?? 0) >= 0.999 / alpha : sample?.class === "violation");
    if (!mayBeCertain) continue;
    const { verdict, certain } = judge.standing();
    if (certain) return { verdict, seconds: (tick + 1) * secondsPerTick };
  }
  return { verdict: judge.standing().verdict, seconds: ticks * secondsPerTick };
}

function eventsOf({ total, bad }: Slot): Events {
  return { total, bad: { least: bad, most: bad } };
}
