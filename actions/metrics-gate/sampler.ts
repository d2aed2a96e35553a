import { interrupted, Stop } from "@release-actions/action-types";
import { HttpFailure, inParallel } from "@release-actions/http";
import { openCounters, type Answer, type Counters, type Labels, type QueryResult } from "@release-actions/prometheus";
import type { Events, Measurement } from "@release-actions/slo";
import type { Source, Window } from "./gate.ts";
import { durationText, type Arm, type Plan, type Totals } from "./plan.ts";
import { CONNECTIONS, planAll, type Probe } from "./probe.ts";
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

type Missing = Extract<Measurement, { kind: "none" }>;
/** What became of a question in one tick. */
type Outcome = { readonly query: string; readonly result: QueryResult; readonly partial?: string } | { readonly query: string; readonly missing: Missing };

const none = (sample: Missing["sample"], detail: string): Missing => ({ kind: "none", sample, detail });
const MOST_REMARKS = 20;
const WORST = 3;
/** After so many questions without an answer in one tick the server counts as down. */
const DOWN_AFTER = 3;

/** Asks Prometheus for what a tick's window holds: each distinct question once, all for the same time. */
export function openSampler(options: Options): Sampler {
  const { prometheus, interval, clock, signal } = options;
  const counters = new Map<string, Counters>();
  const marks = new Map<Arm, Totals>();
  const remarks = new Set<string>();
  let plans: readonly Plan[] | undefined;
  let outcomes: ReadonlyMap<string, Outcome> = new Map();

  async function prepare(): Promise<readonly Plan[]> {
    return (plans ??= await planAll(options));
  }

  async function measure(window: Window): Promise<readonly Measurement[]> {
    let ready: readonly Plan[];
    try {
      ready = await prepare();
    } catch (error) {
      const missing = unanswered(error);
      return options.slos.map(() => missing);
    }
    outcomes = await askAll(ready, window);
    return ready.map((plan) => (plan.kind === "value" ? valueOf(plan) : eventsOf(plan)));
  }

  async function askAll(ready: readonly Plan[], { from, to }: Window): Promise<ReadonlyMap<string, Outcome>> {
    const found = new Map<string, Outcome>();
    const began = clock.monotonic();
    let failures = 0;
    let down: Missing | undefined;
    await inParallel(CONNECTIONS, questionsOf(ready), async ({ text, isCounter }) => {
      const set = (outcome: Outcome) => void found.set(keyOf({ text, isCounter }), outcome);
      const query = isCounter ? `${text}[${durationText(countersOf(text, from).range(to))}]` : text;
      // A server that is down is waited for once, and a slow one does not hold up the next tick.
      const stop = down ?? (clock.monotonic() - began > interval / 2 ? none("query-error", "no time was left in this tick") : undefined);
      if (stop !== undefined) return set({ query, missing: stop });
      try {
        const answer = await prometheus.query(query, to);
        set(outcomeOf(query, answer, isCounter ? countersOf(text, from) : undefined, to));
      } catch (error) {
        const missing = unanswered(error);
        if (error instanceof HttpFailure && (failures += 1) >= DOWN_AFTER) down = missing;
        set({ query, missing });
      }
    });
    return found;
  }

  function countersOf(selector: string, start: number): Counters {
    const present = counters.get(selector) ?? openCounters(start);
    counters.set(selector, present);
    return present;
  }

  function outcomeOf(query: string, { value: result, warnings, infos }: Answer<QueryResult>, read: Counters | undefined, to: number): Outcome {
    for (const remark of infos) if (remarks.size < MOST_REMARKS) remarks.add(remark);
    const wrong = read?.read(result, to);
    if (wrong !== undefined) return { query, missing: none("invalid", wrong) };
    // Counters keep their growth; what a number is made of needs no keeping.
    const kept: QueryResult = read === undefined ? result : { kind: "matrix", series: [] };
    return warnings.length === 0 ? { query, result: kept } : { query, result: kept, partial: warnings.join("; ") };
  }

  function valueOf(plan: Extract<Plan, { kind: "value" }>): Measurement {
    const outcome = outcomes.get(keyOf({ text: plan.query, isCounter: false }))!;
    if ("missing" in outcome) return outcome.missing;
    if (outcome.partial !== undefined) return none("partial", outcome.partial);
    return reduceResult(outcome.result, plan.slo);
  }

  function eventsOf({ canary, baseline }: Extract<Plan, { kind: "events" }>): Measurement {
    const arms = baseline === undefined ? [canary] : [canary, baseline];
    const missing = arms.map(missingOf).find((found) => found !== undefined);
    // Both sides are counted over the same time or not at all; what is not counted now comes with the next tick.
    if (missing !== undefined) return missing;
    const [events, compared] = arms.map(take);
    return { kind: "events", events: events!, ...(compared !== undefined && { baseline: compared }) };
  }

  function missingOf(arm: Arm): Missing | undefined {
    const found = arm.selectors.map((selector) => outcomes.get(keyOf({ text: selector, isCounter: true }))!);
    const failed = found.find((outcome) => "missing" in outcome);
    if (failed !== undefined && "missing" in failed) return failed.missing;
    const partial = found.flatMap((outcome) => ("partial" in outcome ? outcome.partial! : []))[0];
    if (partial !== undefined) return none("partial", partial);
    const isLive = arm.needed.some((selector) => counters.get(selector)!.live() > 0);
    if (isLive || arm.count(read).total > markOf(arm).total) return undefined;
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
  const read = (selector: string): Counters => counters.get(selector)!;

  /** A signal, a defect and a question that can never be answered are passed on. */
  function unanswered(error: unknown): Missing {
    if (signal.aborted) throw signal.reason instanceof Stop ? signal.reason : interrupted("The run was ended.");
    if (!(error instanceof Stop) || error.verdict !== "undecided") throw error;
    return none("query-error", error.message);
  }

  return {
    prepare: async () => void (await prepare()),
    measure,
    asked(objective) {
      const plan = plans?.[objective];
      if (plan === undefined) return [];
      return questionsOf([plan]).flatMap((question) => outcomes.get(keyOf(question))?.query ?? []);
    },
    worst(objective) {
      const plan = plans?.[objective];
      if (plan?.kind !== "events") return [];
      const all = plan.canary.blame.flatMap((selector) => [...(counters.get(selector)?.series() ?? [])]);
      return all.filter(({ grown }) => grown > 0).sort((one, other) => other.grown - one.grown).slice(0, WORST).map(({ labels, grown: bad }) => ({ labels, bad }));
    },
    remarks,
  };
}

interface Question {
  /** A selector of counters, or a query. */
  readonly text: string;
  readonly isCounter: boolean;
}

function keyOf({ text, isCounter }: Question): string {
  return `${isCounter ? "counters" : "value"} ${text}`;
}

/** Each distinct question once. */
function questionsOf(plans: readonly Plan[]): Question[] {
  const all = plans.flatMap((plan): Question[] => {
    if (plan.kind === "value") return [{ text: plan.query, isCounter: false }];
    const arms = plan.baseline === undefined ? [plan.canary] : [plan.canary, plan.baseline];
    return arms.flatMap(({ selectors }) => selectors.map((text) => ({ text, isCounter: true })));
  });
  return [...new Map(all.map((question) => [keyOf(question), question])).values()];
}
