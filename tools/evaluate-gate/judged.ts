import { openJudge } from "@release-actions/slo";
import type { Events, Judge, Measurement, Objective, Policy, WindowEvents } from "@release-actions/slo";
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

/** One run's measurements, tick by tick. What happened while there was no answer comes with the next one. */
export function measurements(slots: readonly Slot[], baseline?: readonly Slot[]): (tick: number) => Measurement {
  let missed: WindowEvents[] = [];
  return (tick) => {
    const [slot, stable] = [slots[LEAD + tick]!, baseline?.[LEAD + tick]];
    const window: WindowEvents = { events: eventsOf(slot), ...(stable && { baseline: eventsOf(stable) }) };
    if (slot.answer === "query-error") missed.push(window);
    if (slot.answer !== "events") return { kind: "none", sample: slot.answer, detail: "simulated" };
    const windows = [...missed, window];
    missed = [];
    return windows.length === 1
      ? { kind: "events", ...window }
      : { kind: "events", events: sumOf(windows.map(({ events }) => events)), windows };
  };
}

function sumOf(all: readonly Events[]): Events {
  return all.reduce((sum, { total, bad }) => ({
    total: sum.total + total,
    bad: { least: sum.bad.least + bad.least, most: sum.bad.most + bad.most },
  }));
}

/**
 * The gate's judge over one run. The standing is computed where it can be certain: at the last tick and when the
 * evidence is there. (The action asks at each tick; `loop.ts` runs its own loop.)
 */
export function judged(slots: readonly Slot[], mode: Policy["mode"] = "evidence", seconds = SECONDS): Outcome {
  const policy = { ...POLICY, mode, ticks: slots.length - LEAD, secondsPerTick: seconds };
  return ended(openJudge([ERROR_RATE], policy), measurements(slots), policy);
}

export function compared(canary: readonly Slot[], baseline: readonly Slot[], objective: Objective): Outcome {
  return ended(openJudge([objective], POLICY), measurements(canary, baseline), POLICY);
}

function ended(
  judge: Judge,
  measure: (tick: number) => Measurement,
  { mode, ticks, alpha, secondsPerTick = SECONDS }: Policy,
): Outcome {
  for (let tick = 0; tick < ticks; tick++) {
    const [sample] = judge.observe(tick, [measure(tick)]);
    const mayBeCertain =
      tick === ticks - 1 ||
      (mode === "evidence" ? (sample?.evidence ?? 0) >= 0.999 / alpha : sample?.class === "violation");
    if (!mayBeCertain) continue;
    const { verdict, certain } = judge.standing();
    if (certain) return { verdict, seconds: (tick + 1) * secondsPerTick };
  }
  return { verdict: judge.standing().verdict, seconds: ticks * secondsPerTick };
}

function eventsOf({ total, bad }: Slot): Events {
  return { total, bad: { least: bad, most: bad } };
}
