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
export function judged(slots: readonly Slot[], mode: Policy["mode"] = "evidence"): Outcome {
  const judge = openJudge([ERROR_RATE], { ...POLICY, mode });
  return ended(judge, (tick) => measurementOf(slots[LEAD + tick]!), mode);
}

export function compared(canary: readonly Slot[], baseline: readonly Slot[], objective: Objective): Outcome {
  return ended(openJudge([objective], POLICY), (tick) => measurementOf(canary[LEAD + tick]!, baseline[LEAD + tick]!), "evidence");
}

function ended(judge: Judge, measure: (tick: number) => Measurement, mode: Policy["mode"]): Outcome {
  const needed = 1 / POLICY.alpha;
  for (let tick = 0; tick < TICKS; tick++) {
    const [sample] = judge.observe(tick, [measure(tick)]);
    const mayBeCertain = tick === TICKS - 1 || (mode === "evidence" ? (sample?.evidence ?? 0) >= needed * 0.999 : sample?.class === "violation");
    if (!mayBeCertain) continue;
    const { verdict, certain } = judge.standing();
    if (certain) return { verdict, seconds: (tick + 1) * SECONDS };
  }
  return { verdict: judge.standing().verdict, seconds: TICKS * SECONDS };
}

function eventsOf({ total, bad }: Slot): Events {
  return { total, bad: { least: bad, most: bad } };
}
