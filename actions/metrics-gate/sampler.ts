import type { Counters, Labels } from "@release-actions/prometheus";
import type { Events, Measurement, WindowEvents } from "@release-actions/slo";
import { none, openAsker, unanswered, type Missing, type Outcomes, type Questions } from "./ask.ts";
import type { Source, Window } from "./gate.ts";
import type { Arm, EventsPlan, Plan, Totals, ValuePlan } from "./plan.ts";
import { planAll, type Probe } from "./probe.ts";
import { reduceResult } from "./reduce.ts";

export interface Sampler extends Source {
  /** Checks everything that can be checked before the first tick. Throws as planAll does. */
  prepare(): Promise<void>;
  /** What the last tick asked for an objective, as it can be asked again. */
  asked(objective: number): readonly string[];
  /** The series that an objective's bad events are from, the most first. */
  worst(objective: number): readonly Blame[];
  /** What Prometheus remarked about queries. */
  readonly remarks: ReadonlySet<string>;
}

export interface Blame {
  readonly labels: Labels;
  readonly bad: number;
}

interface Options extends Probe {
  readonly clock: Probe["clock"] & { monotonic(): number };
  readonly signal: AbortSignal;
}

const WORST = 3;
/** More good events than all: part of these may be ones that one target has counted and another not yet. */
const MOST_GOOD = 0.01;
const NOTHING: Outcomes = { counters: new Map(), queries: new Map() };

/** Makes measurements of what Prometheus answers. */
export function openSampler(options: Options): Sampler {
  const { interval } = options;
  const asker = openAsker(options);
  const marks = new Map<Arm, Totals>();
  /** Up to when the events of an objective were taken. */
  const takenUntil = new Map<EventsPlan, number>();
  let plans: readonly Plan[] | undefined;
  let questions: Questions = { counters: [], queries: [] };
  let outcomes = NOTHING;

  async function prepare(): Promise<readonly Plan[]> {
    if (plans !== undefined) return plans;
    plans = await planAll(options);
    const arms = plans.flatMap((plan) => (plan.kind === "events" ? armsOf(plan) : []));
    const queries = plans.flatMap((plan) => (plan.kind === "value" ? [plan.query] : []));
    questions = { counters: [...new Set(arms.flatMap(({ selectors }) => selectors))], queries: [...new Set(queries)] };
    return plans;
  }

  async function measure(window: Window): Promise<readonly Measurement[]> {
    let ready: readonly Plan[];
    try {
      ready = await prepare();
    } catch (error) {
      const missing = unanswered(error, options.signal);
      return options.slos.map(() => missing);
    }
    outcomes = await asker.askAll(questions, window);
    const measurements = ready.map((plan) => (plan.kind === "value" ? valueOf(plan) : eventsOf(plan, window)));
    forget(ready);
    return measurements;
  }

  /** What all objectives have taken, counters need not tell apart any more. */
  function forget(ready: readonly Plan[]): void {
    const until = new Map<string, number>();
    for (const plan of ready) {
      if (plan.kind === "value") continue;
      for (const { selectors } of armsOf(plan))
        for (const selector of selectors)
          until.set(selector, Math.min(until.get(selector) ?? Infinity, takenUntil.get(plan) ?? -Infinity));
    }
    for (const [selector, time] of until) read(selector).forget(time);
  }

  function valueOf({ query, slo }: ValuePlan): Measurement {
    const outcome = outcomes.queries.get(query)!;
    if ("missing" in outcome) return outcome.missing;
    return outcome.partial === undefined ? reduceResult(outcome.result, slo) : none("partial", outcome.partial);
  }

  function eventsOf(plan: EventsPlan, { tick, to }: Window): Measurement {
    const arms = armsOf(plan);
    const missing = arms.map(missingOf).find((found) => found !== undefined);
    // Both sides are counted over the same time or not at all; what is not counted now comes with the next tick.
    if (missing !== undefined) return missing;
    const since = takenUntil.get(plan) ?? to - (tick + 1) * interval;
    takenUntil.set(plan, to);
    const windows = [...missedEnds(arms, since, to), to].map((end): WindowEvents => {
      const [events, baseline] = arms.map((arm) => take(arm, end));
      return { events: events!, ...(baseline !== undefined && { baseline }) };
    });
    return windows.length === 1 ? { kind: "events", ...windows[0]! } : { kind: "events", ...sumOf(windows), windows };
  }

  /** The ends of windows without an answer, where it is known on all sides how much was counted until then. */
  function missedEnds(arms: readonly Arm[], since: number, to: number): number[] {
    const selectors = arms.flatMap((arm) => arm.selectors);
    const ends: number[] = [];
    for (let end = since + interval; end < to; end += interval)
      if (selectors.every((selector) => read(selector).grown(end) !== undefined)) ends.push(end);
    return ends;
  }

  function missingOf(arm: Arm): Missing | undefined {
    const found = arm.selectors.map((selector) => outcomes.counters.get(selector)!);
    const failed = found.find((outcome) => "missing" in outcome);
    if (failed !== undefined && "missing" in failed) return failed.missing;
    const partial = found
      .map((outcome) => ("partial" in outcome ? outcome.partial : undefined))
      .find((reason) => reason !== undefined);
    if (partial !== undefined) return none("partial", partial);
    const { total, most } = arm.count((selector) => read(selector).grown());
    if (most < -Math.max(1, total * MOST_GOOD))
      return none(
        "invalid",
        `there were ${Math.round(total - most)} good events of ${Math.round(total)}: what total selects is not all that good does`,
      );
    const isLive = arm.needed.some((selector) => read(selector).live() > 0);
    if (isLive || total > markOf(arm).total) return undefined;
    return none("no-data", `nothing is scraped that has ${arm.needed.join(", ")}`);
  }

  function take(arm: Arm, end: number): Events {
    const [before, now] = [markOf(arm), arm.count((selector) => read(selector).grown(end)!)];
    marks.set(arm, now);
    const least = Math.max(0, now.least - before.least);
    const most = Math.max(least, now.most - before.most);
    // Bad events that the total has not counted are events all the same.
    return { total: Math.max(now.total - before.total, most), bad: { least, most } };
  }

  const markOf = (arm: Arm): Totals => marks.get(arm) ?? { total: 0, least: 0, most: 0 };
  const read = (selector: string): Counters => asker.counters(selector);

  return {
    prepare: async () => void (await prepare()),
    measure,
    asked(objective) {
      const plan = plans?.[objective];
      if (plan === undefined) return [];
      if (plan.kind === "value") return outcomes.queries.has(plan.query) ? [plan.query] : [];
      return [...new Set(armsOf(plan).flatMap(({ selectors }) => selectors))].flatMap(
        (selector) => outcomes.counters.get(selector)?.query ?? [],
      );
    },
    worst(objective) {
      const plan = plans?.[objective];
      if (plan?.kind !== "events" || outcomes === NOTHING) return [];
      const all = plan.canary.blame.flatMap((selector) => [...read(selector).series()]);
      return all
        .filter(({ grown }) => grown > 0)
        .sort((one, other) => other.grown - one.grown)
        .slice(0, WORST)
        .map(({ labels, grown: bad }) => ({ labels, bad }));
    },
    remarks: asker.remarks,
  };
}

function sumOf(windows: readonly WindowEvents[]): WindowEvents {
  const add = (one: Events, other: Events): Events => ({
    total: one.total + other.total,
    bad: { least: one.bad.least + other.bad.least, most: one.bad.most + other.bad.most },
  });
  return windows.reduce((sum, { events, baseline }) => ({
    events: add(sum.events, events),
    ...(baseline && sum.baseline && { baseline: add(sum.baseline, baseline) }),
  }));
}

function armsOf({ canary, baseline }: EventsPlan): readonly Arm[] {
  return baseline === undefined ? [canary] : [canary, baseline];
}
