import type { Counters, Labels } from "@release-actions/prometheus";
import type { Events, Measurement } from "@release-actions/slo";
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
  const asker = openAsker(options);
  const marks = new Map<Arm, Totals>();
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
    return ready.map((plan) => (plan.kind === "value" ? valueOf(plan) : eventsOf(plan)));
  }

  function valueOf({ query, slo }: ValuePlan): Measurement {
    const outcome = outcomes.queries.get(query)!;
    if ("missing" in outcome) return outcome.missing;
    return outcome.partial === undefined ? reduceResult(outcome.result, slo) : none("partial", outcome.partial);
  }

  function eventsOf(plan: EventsPlan): Measurement {
    const arms = armsOf(plan);
    const missing = arms.map(missingOf).find((found) => found !== undefined);
    // Both sides are counted over the same time or not at all; what is not counted now comes with the next tick.
    if (missing !== undefined) return missing;
    const [events, baseline] = arms.map(take);
    return { kind: "events", events: events!, ...(baseline !== undefined && { baseline }) };
  }

  function missingOf(arm: Arm): Missing | undefined {
    const found = arm.selectors.map((selector) => outcomes.counters.get(selector)!);
    const failed = found.find((outcome) => "missing" in outcome);
    if (failed !== undefined && "missing" in failed) return failed.missing;
    const partial = found.map((outcome) => ("partial" in outcome ? outcome.partial : undefined)).find((reason) => reason !== undefined);
    if (partial !== undefined) return none("partial", partial);
    const { total, most } = arm.count(read);
    if (most < -Math.max(1, total * MOST_GOOD)) return none("invalid", `there were ${Math.round(total - most)} good events of ${Math.round(total)}: what total selects is not all that good does`);
    const isLive = arm.needed.some((selector) => read(selector).live() > 0);
    if (isLive || total > markOf(arm).total) return undefined;
    return none("no-data", `nothing is scraped that has ${arm.needed.join(", ")}`);
  }

  function take(arm: Arm): Events {
    const [before, now] = [markOf(arm), arm.count(read)];
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
      return [...new Set(armsOf(plan).flatMap(({ selectors }) => selectors))].flatMap((selector) => outcomes.counters.get(selector)?.query ?? []);
    },
    worst(objective) {
      const plan = plans?.[objective];
      if (plan?.kind !== "events" || outcomes === NOTHING) return [];
      const all = plan.canary.blame.flatMap((selector) => [...read(selector).series()]);
      return all.filter(({ grown }) => grown > 0).sort((one, other) => other.grown - one.grown).slice(0, WORST).map(({ labels, grown: bad }) => ({ labels, bad }));
    },
    remarks: asker.remarks,
  };
}

function armsOf({ canary, baseline }: EventsPlan): readonly Arm[] {
  return baseline === undefined ? [canary] : [canary, baseline];
}
