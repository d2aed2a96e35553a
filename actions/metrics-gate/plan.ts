import { invalid } from "@release-actions/action";
import { oneOf, selector, type Matcher } from "@release-actions/prometheus";
import { readSelector, withMatchers } from "@release-actions/prometheus/inject";
import type { Objective, ProportionObjective, ValueObjective } from "@release-actions/slo";
import { bucketsAround, type Buckets } from "./buckets.ts";
import type { LatencySlo, QuerySlo, RatioSlo, Slo } from "./slos.ts";

/** What is asked for an objective, and what is made of the answers. */
export type Plan = EventsPlan | ValuePlan;

export interface EventsPlan {
  readonly kind: "events";
  readonly slo: RatioSlo | LatencySlo;
  readonly canary: Arm;
  readonly baseline: Arm | undefined;
}

export interface ValuePlan {
  readonly kind: "value";
  readonly slo: QuerySlo;
  readonly query: string;
}

/** One side that events are counted of. */
export interface Arm {
  /** Selectors of counters. */
  readonly selectors: readonly string[];
  /** Those of them without which nothing is known: no series of them, no data. */
  readonly needed: readonly string[];
  /** Events since the start, of what the counters of each selector have grown by. */
  count(grown: (selector: string) => Grown): Totals;
  /** The same of one series of the bad events, or of what they are worked out from. */
  readonly blame: readonly string[];
}

/** Growth by the label `le`, "" where there is none. */
type Grown = ReadonlyMap<string, number>;

export interface Totals {
  readonly total: number;
  readonly least: number;
  readonly most: number;
}

/** The labels of what is released, and of what it is compared with. */
export interface Tracks {
  readonly canary: readonly Matcher[];
  readonly baseline: readonly Matcher[] | undefined;
}

/** So many times the baseline's share is allowed where nothing else is said. */
const MAX_RATIO = 1.5;
/** Stands in a query for the length of a tick. */
export const WINDOW = "$window";

export function objectiveOf(slo: Slo, compared: boolean): Objective {
  const { name } = slo;
  if (slo.kind !== "query") {
    const { below: limit, maxRatio = MAX_RATIO, dryRun } = slo;
    return {
      kind: "proportion",
      name,
      limit,
      counted: !dryRun,
      ...(compared && { maxRatio }),
    } satisfies ProportionObjective;
  }
  const { below: max, above: min, dryRun } = slo;
  return {
    kind: "value",
    name,
    max,
    min,
    counted: !dryRun && (max !== undefined || min !== undefined),
  } satisfies ValueObjective;
}

/** The metrics that an objective reads. Throws `invalid` for what is no selector and no query. */
export function metricsOf(slo: Slo): readonly { readonly metric: string; readonly mayBeAbsent: boolean }[] {
  if (slo.kind === "latency") return [{ metric: `${histogramOf(slo).metric}_bucket`, mayBeAbsent: false }];
  if (slo.kind === "query")
    return withMatchers(inWindow(slo.query, 1_000), [oneOf("x", ["x"])]).metrics.map((metric) => ({
      metric,
      mayBeAbsent: false,
    }));
  const named = (texts: readonly string[] | undefined, mayBeAbsent: boolean) =>
    (texts ?? []).map((text) => ({ metric: readSelector(text).metric, mayBeAbsent }));
  return [...named(slo.total, false), ...named(slo.good, false), ...named(slo.bad, slo.badMayBeAbsent)];
}

/** A selector of all buckets, whatever track they are of. */
export function bucketSelector(slo: LatencySlo): string {
  const { metric, matchers } = histogramOf(slo);
  return selector(`${metric}_bucket`, matchers);
}

function histogramOf({ histogram }: LatencySlo): ReturnType<typeof readSelector> {
  const { metric, matchers } = readSelector(histogram);
  if (matchers.some(({ label }) => label === "le"))
    throw invalid("histogram asks for single buckets", {
      remedy: "Leave the label le out: the buckets are chosen by the threshold.",
    });
  return { metric: metric.endsWith("_bucket") ? metric.slice(0, -"_bucket".length) : metric, matchers };
}

/** `bounds`: the values of the label le, for a latency. Throws `invalid` for what cannot be asked or told. */
export function planOf(slo: Slo, tracks: Tracks, interval: number, bounds: readonly string[] = []): Plan {
  if (slo.kind === "query")
    return { kind: "value", slo, query: withMatchers(inWindow(slo.query, interval), tracks.canary).query };
  const arm = slo.kind === "ratio" ? ratioArm : latencyArm;
  const make = (matchers: readonly Matcher[]) => arm(slo as never, matchers, bounds);
  return { kind: "events", slo, canary: make(tracks.canary), baseline: tracks.baseline && make(tracks.baseline) };
}

function ratioArm({ bad, good, total }: RatioSlo, matchers: readonly Matcher[]): Arm {
  const own = (texts: readonly string[] = []) => texts.map((text) => withMatchers(text, matchers).query);
  const [bads, goods, totals] = [own(bad), own(good), own(total)];
  const sum = (selectors: readonly string[], grown: (selector: string) => Grown) =>
    selectors.reduce((all, one) => all + sumOf(grown(one)), 0);
  return {
    selectors: [...new Set([...bads, ...goods, ...totals])],
    needed: totals,
    count(grown) {
      const all = sum(totals, grown);
      const failed = bad === undefined ? all - sum(goods, grown) : sum(bads, grown);
      return { total: all, least: failed, most: failed };
    },
    blame: bads,
  };
}

function sumOf(grown: Grown): number {
  let sum = 0;
  for (const one of grown.values()) sum += one;
  return sum;
}

function latencyArm(slo: LatencySlo, matchers: readonly Matcher[], bounds: readonly string[]): Arm {
  const { lower, upper, all }: Buckets = bucketsAround(slo, bounds);
  const buckets = withMatchers(bucketSelector(slo), [
    ...matchers,
    oneOf("le", [...new Set([...lower, ...upper, ...all])]),
  ]).query;
  return {
    selectors: [buckets],
    needed: [buckets],
    count(grown) {
      const counted = grown(buckets);
      const under = (labels: readonly string[]) => labels.reduce((sum, le) => sum + (counted.get(le) ?? 0), 0);
      const total = under(all);
      return { total, least: total - under(upper), most: total - under(lower) };
    },
    blame: [],
  };
}

function inWindow(query: string, interval: number): string {
  return query.replaceAll(WINDOW, durationText(interval));
}

/** As PromQL writes it. */
export function durationText(milliseconds: number): string {
  const whole = Math.ceil(milliseconds);
  return whole % 1_000 === 0 ? `${whole / 1_000}s` : `${whole}ms`;
}
