import type { Chance } from "./chance.ts";

/** What a simulated service does: requests arrive as a Poisson process, each fails with the share of its tick. */
export interface Scenario {
  /** The true share of bad requests over the limit. */
  readonly ratio: number;
  /** Requests per second. */
  readonly rps: number;
  /** Coefficient of variation of the share between ticks: each tick's is multiplied by a gamma draw of mean 1. */
  readonly cv: number;
  readonly change: Change;
  readonly fault: Fault;
  /** Of a run, and seconds of each; 60 of 10 s where not given. */
  readonly ticks?: number;
  readonly seconds?: number;
}

export type Change =
  | "constant"
  /** Half the limit up to 300 s, then `ratio`. */
  | "step"
  /** From nothing to `ratio` at the end. */
  | "ramp"
  /** Five seconds of 30 % bad requests in the middle. */
  | "burst"
  /** One second without a good answer in the middle. */
  | "blip";

export type Fault =
  | "none"
  /** One answer in ten fails. */
  | "query errors"
  /** No answers for 60 s from the 200th on. */
  | "outage"
  | "total outage"
  /** Each tick in twenty the counters begin anew, somewhere within it. */
  | "counter resets"
  /** One tick in ten has no value. */
  | "NaN gaps"
  /** One scrape in ten comes a tick late, with what both ticks counted. */
  | "late scrapes";

export interface Slot {
  readonly answer: "events" | "query-error" | "no-data";
  readonly total: number;
  readonly bad: number;
}

export const LIMIT = 0.01;
export const TICKS = 60;
export const SECONDS = 10;
/** Slots before the run, for rules that look back a minute. */
export const LEAD = 5;

/** A slot for each tick, after the lead. */
export function observed(scenario: Scenario, random: Chance): readonly Slot[] {
  const { ticks = TICKS, seconds = SECONDS } = scenario;
  const slots: { answer: Slot["answer"]; total: number; bad: number }[] = [];
  for (let tick = -LEAD; tick < ticks; tick++) {
    const share = Math.min(1, shareAt(scenario, tick) * variation(scenario.cv, random));
    const total = random.poisson(scenario.rps * seconds);
    slots.push({ answer: "events", total, bad: random.binomial(total, share) });
  }
  spoil(slots, scenario.fault, random);
  return slots;
}

export function variation(cv: number, random: Chance): number {
  return cv === 0 ? 1 : random.gamma(1 / cv ** 2, cv ** 2);
}

function shareAt({ ratio, change }: Scenario, tick: number): number {
  const share = ratio * LIMIT;
  switch (change) {
    case "constant":
      return share;
    case "step":
      return tick < TICKS / 2 ? LIMIT / 2 : share;
    case "ramp":
      return share * Math.max(0, tick / (TICKS - 1));
    case "burst":
      return tick === TICKS / 2 ? (share + 0.3) / 2 : share;
    case "blip":
      return tick === TICKS / 2 ? 0.9 * share + 0.1 : share;
  }
}

function spoil(slots: { answer: Slot["answer"]; total: number; bad: number }[], fault: Fault, random: Chance): void {
  for (const [i, slot] of slots.entries()) {
    const tick = i - LEAD;
    if (fault === "total outage" || (fault === "outage" && tick >= 20 && tick < 26)) slot.answer = "query-error";
    if (fault === "query errors" && random.uniform() < 0.1) slot.answer = "query-error";
    if (fault === "NaN gaps" && random.uniform() < 0.1) slot.answer = "no-data";
    if (fault === "counter resets" && random.uniform() < 0.05) keepPart(slot, random);
    const next = slots[i + 1];
    if (fault === "late scrapes" && next && random.uniform() < 0.1) {
      next.total += slot.total;
      next.bad += slot.bad;
      slot.total = slot.bad = 0;
    }
  }
}

/** What was counted before the reset is lost. */
function keepPart(slot: { total: number; bad: number }, random: Chance): void {
  const kept = random.uniform();
  const bad = random.binomial(slot.bad, kept);
  slot.total = bad + random.binomial(slot.total - slot.bad, kept);
  slot.bad = bad;
}
