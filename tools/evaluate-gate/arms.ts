import type { Chance } from "./chance.ts";
import { LEAD, SECONDS, TICKS, variation, type Slot } from "./world.ts";

/** A canary next to its baseline. */
export interface Pair {
  /** The canary's true share of bad requests, over the baseline's. */
  readonly ratio: number;
  readonly baselineShare: number;
  /** Both together. */
  readonly rps: number;
  /** The canary's part of the traffic. */
  readonly part: number;
  /** Bursts with a coefficient of variation of 1: none, the same on both sides, or on each side its own. */
  readonly bursts: "none" | "common" | "alone";
}

export function observedPair(
  pair: Pair,
  random: Chance,
): { readonly canary: readonly Slot[]; readonly baseline: readonly Slot[] } {
  const canary: Slot[] = [];
  const baseline: Slot[] = [];
  const cv = pair.bursts === "none" ? 0 : 1;
  for (let tick = -LEAD; tick < TICKS; tick++) {
    const burst = variation(cv, random);
    const other = pair.bursts === "alone" ? variation(cv, random) : burst;
    canary.push(slotOf(pair.rps * pair.part, pair.ratio * pair.baselineShare * burst, random));
    baseline.push(slotOf(pair.rps * (1 - pair.part), pair.baselineShare * other, random));
  }
  return { canary, baseline };
}

function slotOf(rps: number, share: number, random: Chance): Slot {
  const total = random.poisson(rps * SECONDS);
  return { answer: "events", total, bad: random.binomial(total, Math.min(1, share)) };
}
