import type { Counters } from "@release-actions/prometheus";
import type { TickWindow } from "../gate.ts";
import type { Events, Measurement, WindowEvents } from "../types.ts";
import { missing, type MissingMeasurement } from "./measurement.ts";
import type { Arm, EventsPlan, Totals } from "./plan.ts";
import type { QueryOutcome, TickOutcomes } from "./queries.ts";

type CountersOf = (selector: string) => Counters;

/** More good events than total ones, up to this share, may be events that one target has counted and another not yet. */
const MAX_GOOD_EXCESS = 0.01;
const NONE: Totals = { total: 0, least: 0, most: 0 };

/** Measures the events of one objective, window by window. */
export interface EventsMeter {
  measure(window: TickWindow, outcomes: TickOutcomes): Measurement;
  /** Up to when its events are measured, wall clock milliseconds; -Infinity: not yet. */
  measuredUntil(): number;
}

/** `interval`: milliseconds of a window. */
export function openEventsMeter({ arms }: EventsPlan, countersOf: CountersOf, interval: number): EventsMeter {
  const meters = arms.map((arm) => openArmMeter(arm, countersOf));
  let until: number | undefined;

  /** The ends of windows without an answer for which every arm knows how much had been counted until then. */
  function missedEnds(since: number, to: number): number[] {
    const ends: number[] = [];
    for (let end = since + interval; end < to; end += interval)
      if (meters.every((meter) => meter.isKnown(end))) ends.push(end);
    return ends;
  }

  return {
    measuredUntil: () => until ?? -Infinity,
    measure({ tick, to }, outcomes) {
      // All arms are counted over the same time or none is; what is not counted now comes with the next tick.
      const reason = meters.map((meter) => meter.missing(outcomes)).find((found) => found !== undefined);
      if (reason !== undefined) return reason;
      const since = until ?? to - (tick + 1) * interval;
      until = to;
      const windows = [...missedEnds(since, to), to].map((end): WindowEvents => {
        const [events, baseline] = meters.map((meter) => meter.take(end));
        return { events: events!, ...(baseline !== undefined && { baseline }) };
      });
      const [first, ...more] = windows;
      if (more.length === 0) return { kind: "events", ...first! };
      return { kind: "events", ...windows.reduce(addWindows), windows };
    },
  };
}

interface ArmMeter {
  /** Why its events cannot be counted in this tick. */
  missing(outcomes: TickOutcomes): MissingMeasurement | undefined;
  /** Whether it is known how much had been counted until then. */
  isKnown(end: number): boolean;
  /** The events since the last call, up to `end`. */
  take(end: number): Events;
}

function openArmMeter(arm: Arm, countersOf: CountersOf): ArmMeter {
  let taken = NONE;
  return {
    missing({ counters }) {
      const outcomes = arm.selectors.map((selector) => counters.get(selector)!);
      return missingAnswer(outcomes) ?? missingEvents(arm, taken, countersOf);
    },
    isKnown: (end) => arm.selectors.every((selector) => countersOf(selector).grown(end) !== undefined),
    take(end) {
      const now = arm.count((selector) => countersOf(selector).grown(end)!);
      const least = Math.max(0, now.least - taken.least);
      const most = Math.max(least, now.most - taken.most);
      // Bad events that the total has not counted are events anyway.
      const total = Math.max(now.total - taken.total, most);
      taken = now;
      return { total, bad: { least, most } };
    },
  };
}

function missingAnswer(outcomes: readonly QueryOutcome[]): MissingMeasurement | undefined {
  for (const outcome of outcomes) if ("missing" in outcome) return outcome.missing;
  for (const outcome of outcomes)
    if ("partial" in outcome && outcome.partial !== undefined) return missing("partial", outcome.partial);
  return undefined;
}

/** The answers are complete, and still no evidence. */
function missingEvents(arm: Arm, taken: Totals, countersOf: CountersOf): MissingMeasurement | undefined {
  const { total, most } = arm.count((selector) => countersOf(selector).grown());
  if (most < -Math.max(1, total * MAX_GOOD_EXCESS)) {
    const what = `there were ${Math.round(total - most)} good events of ${Math.round(total)}: what total selects is not all that good does`;
    return missing("invalid", what);
  }
  const isLive = arm.needed.some((selector) => countersOf(selector).live() > 0);
  if (isLive || total > taken.total) return undefined;
  return missing("no-data", `nothing is scraped that has ${arm.needed.join(", ")}`);
}

function addWindows(sum: WindowEvents, { events, baseline }: WindowEvents): WindowEvents {
  return {
    events: addEvents(sum.events, events),
    ...(baseline && sum.baseline && { baseline: addEvents(sum.baseline, baseline) }),
  };
}

function addEvents(one: Events, other: Events): Events {
  const least = one.bad.least + other.bad.least;
  const most = one.bad.most + other.bad.most;
  return { total: one.total + other.total, bad: { least, most } };
}
