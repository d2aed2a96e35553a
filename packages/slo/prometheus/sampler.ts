import type { Labels } from "@release-actions/prometheus";
import { readSelector } from "@release-actions/prometheus/inject";
import type { MeasurementSource } from "../gate.ts";
import type { Measurement } from "../types.ts";
import { openEventsMeter, type EventsMeter } from "./events.ts";
import { missing, unanswered } from "./measurement.ts";
import type { EventsPlan, ObjectivePlan, ValuePlan } from "./plan.ts";
import { planAll, type ProbeOptions } from "./probe.ts";
import { openTickQueries, type TickOutcomes, type TickQueries } from "./queries.ts";
import { reduceResult } from "./reduce.ts";

/** Measures the objectives in Prometheus. */
export interface Sampler extends MeasurementSource {
  /**
   * Checks everything that can be checked before the first tick. Throws `invalid` with all problems, or another
   * ActionError if there is no answer, upon which it can be called again.
   */
  prepare(): Promise<void>;
  /** The queries of the last tick for an objective; each can be sent again as it is. */
  queriesOf(objective: number): readonly string[];
  /** The series that an objective's bad events come from, the most first. */
  worstSeries(objective: number): readonly BadSeries[];
  /** What Prometheus remarked about queries. */
  readonly remarks: ReadonlySet<string>;
}

export interface BadSeries {
  readonly labels: Labels;
  readonly bad: number;
}

export interface SamplerOptions extends ProbeOptions {
  readonly clock: ProbeOptions["clock"] & { monotonic(): number };
  readonly signal: AbortSignal;
}

const MAX_WORST = 3;
const MAX_REMARKS = 20;

/** Everything that is known once Prometheus has answered. */
interface Prepared {
  readonly objectives: readonly (PreparedEvents | ValuePlan)[];
  readonly queries: TickQueries;
}

interface PreparedEvents extends EventsPlan {
  readonly meter: EventsMeter;
  /** Of all arms, each once. */
  readonly selectors: readonly string[];
}

export function openSampler(options: SamplerOptions): Sampler {
  const remarks = new Set<string>();
  let prepared: Prepared | undefined;
  let outcomes: TickOutcomes | undefined;

  async function prepare(): Promise<Prepared> {
    const onRemark = (remark: string) => void (remarks.size < MAX_REMARKS && remarks.add(remark));
    prepared ??= prepareAll(await planAll(options), { ...options, onRemark });
    return prepared;
  }

  return {
    remarks,
    prepare: async () => void (await prepare()),
    async measure(window) {
      let ready: Prepared;
      try {
        ready = await prepare();
      } catch (error) {
        const reason = unanswered(error, options.signal);
        return options.slos.map(() => reason);
      }
      const found = await ready.queries.ask(window);
      outcomes = found;
      const measurements = ready.objectives.map((objective) =>
        objective.kind === "value" ? valueOf(objective, found) : objective.meter.measure(window, found),
      );
      forgetMeasured(ready);
      return measurements;
    },
    queriesOf(index) {
      const objective = prepared?.objectives[index];
      if (objective === undefined || outcomes === undefined) return [];
      if (objective.kind === "value") return outcomes.queries.has(objective.query) ? [objective.query] : [];
      const { counters } = outcomes;
      return objective.selectors.flatMap((selector) => counters.get(selector)?.query ?? []);
    },
    worstSeries(index) {
      const objective = prepared?.objectives[index];
      if (prepared === undefined || objective?.kind !== "events" || outcomes === undefined) return [];
      const { queries } = prepared;
      const blamed = objective.arms[0]?.blame ?? [];
      return blamed
        .flatMap((selector) => [...queries.counters(selector).series()])
        .filter(({ grown }) => grown > 0)
        .sort((one, other) => other.grown - one.grown)
        .slice(0, MAX_WORST)
        .map(({ labels, grown: bad }) => ({ labels, bad }));
    },
  };
}

function prepareAll(
  plans: readonly ObjectivePlan[],
  options: SamplerOptions & { readonly onRemark: (remark: string) => void },
): Prepared {
  const counters = new Map(
    plans.flatMap((plan) =>
      plan.kind === "events"
        ? selectorsOf(plan).map((selector): [string, boolean] => [selector, declaresCounter(plan, selector)])
        : [],
    ),
  );
  const values = plans.flatMap((plan) => (plan.kind === "value" ? [plan.query] : []));
  const questions = { counters, queries: [...new Set(values)] };
  const queries = openTickQueries(questions, options);
  return {
    queries,
    objectives: plans.map((plan) =>
      plan.kind === "value"
        ? plan
        : {
            ...plan,
            selectors: selectorsOf(plan),
            meter: openEventsMeter(plan, queries.counters, options.interval),
          },
    ),
  };
}

function selectorsOf({ arms }: EventsPlan): readonly string[] {
  return [...new Set(arms.flatMap(({ selectors }) => selectors))];
}

/** What the names of counters end with. Names with a colon are those of recording rules, which may be rates. */
const COUNTED = /^[^:]*_(?:total|count|sum|bucket)$/;

function declaresCounter({ declared }: EventsPlan, selector: string): boolean {
  const { metric } = readSelector(selector);
  return declared.has(metric) || COUNTED.test(metric);
}

function valueOf({ query, slo }: ValuePlan, { queries }: TickOutcomes): Measurement {
  const outcome = queries.get(query)!;
  if ("missing" in outcome) return outcome.missing;
  return outcome.partial === undefined ? reduceResult(outcome.result, slo) : missing("partial", outcome.partial);
}

/** Counters need not remember the windows that every objective has measured. */
function forgetMeasured({ objectives, queries }: Prepared): void {
  const until = new Map<string, number>();
  for (const objective of objectives) {
    if (objective.kind === "value") continue;
    const measured = objective.meter.measuredUntil();
    for (const selector of objective.selectors)
      until.set(selector, Math.min(until.get(selector) ?? Infinity, measured));
  }
  for (const [selector, time] of until) queries.counters(selector).forget(time);
}
