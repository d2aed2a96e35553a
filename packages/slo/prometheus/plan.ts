import { invalid } from "@release-actions/action";
import { oneOf, selector, type Matcher } from "@release-actions/prometheus";
import { readSelector, withMatchers } from "@release-actions/prometheus/inject";
import type { LatencySlo, QuerySlo, RatioSlo, Slo } from "../file/types.ts";
import type { Objective } from "../types.ts";
import { bucketsAround } from "./buckets.ts";
import { unitsPerSecond } from "./unit.ts";

/** What is queried for an objective, and what is made of the results. */
export type ObjectivePlan = EventsPlan | ValuePlan;

export interface EventsPlan {
  readonly kind: "events";
  readonly slo: RatioSlo | LatencySlo;
  /** The canary, then the baseline if there is one. */
  readonly arms: readonly Arm[];
  /** Its metrics that targets declare as counters. */
  readonly declared: ReadonlySet<string>;
}

export interface ValuePlan {
  readonly kind: "value";
  readonly slo: QuerySlo;
  readonly query: string;
}

/** One of the sides whose events are counted. */
export interface Arm {
  /** Selectors of counters. */
  readonly selectors: readonly string[];
  /** The selectors without whose series nothing is known. */
  readonly needed: readonly string[];
  /** Events since the start, from the growth of the counters of each selector. */
  count(grown: (selector: string) => Growth): Totals;
  /** The selectors whose series show where bad events come from. */
  readonly blame: readonly string[];
}

/** Growth by the label `le`; "" without it. */
export type Growth = ReadonlyMap<string, number>;

export interface Totals {
  readonly total: number;
  /** Bad events: at least, and at most. */
  readonly least: number;
  readonly most: number;
}

/** The labels of what is released, and of what it is compared with. */
export interface Tracks {
  readonly canary: readonly Matcher[];
  readonly baseline: readonly Matcher[] | undefined;
}

/** Default of `max-ratio`. */
const MAX_RATIO = 1.5;
/** Placeholder for the length of a tick in a query. */
const WINDOW = "$window";

export function objectiveOf(slo: Slo, isCompared: boolean): Objective {
  const { name, dryRun } = slo;
  if (slo.kind !== "query") {
    const { below: limit, maxRatio = MAX_RATIO } = slo;
    return { kind: "proportion", name, limit, counted: !dryRun, ...(isCompared && { maxRatio }) };
  }
  const { below: max, above: min } = slo;
  return { kind: "value", name, max, min, counted: !dryRun && (max !== undefined || min !== undefined) };
}

/** The metrics that an objective reads. Throws `invalid` for what is not a selector or a query. */
export function metricsOf(slo: Slo): readonly { readonly metric: string; readonly mayBeAbsent: boolean }[] {
  if (slo.kind === "latency") return [{ metric: `${histogramOf(slo).metric}_bucket`, mayBeAbsent: false }];
  if (slo.kind === "query") {
    const { metrics } = withMatchers(withWindow(slo.query, 1_000), [oneOf("x", ["x"])]);
    return metrics.map((metric) => ({ metric, mayBeAbsent: false }));
  }
  const named = (texts: readonly string[] = [], mayBeAbsent = false) =>
    texts.map((text) => ({ metric: readSelector(text).metric, mayBeAbsent }));
  return [...named(slo.total), ...named(slo.good), ...named(slo.bad, slo.badMayBeAbsent)];
}

/** A selector of an objective, as its author wrote it. */
export interface OwnSelector {
  readonly role: "bad" | "good" | "total" | "buckets";
  readonly metric: string;
  readonly matchers: readonly Matcher[];
}

/** The selectors whose counters an objective reads; none for a query, which is its author's. */
export function selectorsOf(slo: Slo): readonly OwnSelector[] {
  if (slo.kind === "query") return [];
  if (slo.kind === "latency") {
    const { metric, matchers } = histogramOf(slo);
    return [{ role: "buckets", metric: `${metric}_bucket`, matchers }];
  }
  return (["total", "good", "bad"] as const).flatMap((role) =>
    (slo[role] ?? []).map((text) => ({ role, ...readSelector(text) })),
  );
}

/** A selector of all buckets, whatever track they belong to. */
export function bucketSelector(slo: LatencySlo): string {
  const { metric, matchers } = histogramOf(slo);
  return selector(`${metric}_bucket`, matchers);
}

function histogramOf({ histogram }: LatencySlo): ReturnType<typeof readSelector> {
  const { metric, matchers } = readSelector(histogram);
  if (matchers.some(({ label }) => label === "le")) {
    const remedy = "Remove the label le: the buckets are chosen by the threshold.";
    throw invalid("histogram selects single buckets", { remedy });
  }
  return { metric: metric.endsWith("_bucket") ? metric.slice(0, -"_bucket".length) : metric, matchers };
}

/** What a latency's buckets and the targets report. */
export interface Known {
  /** The values of the label le. */
  readonly bounds: readonly string[];
  /** Metrics that targets declare as counters. */
  readonly declared: ReadonlySet<string>;
  /** The unit that targets declare for the histogram. */
  readonly unit: string | undefined;
}

const NOTHING: Known = { bounds: [], declared: new Set(), unit: undefined };

/** Throws `invalid` for what cannot be queried or told. */
export function planOf(slo: Slo, tracks: Tracks, interval: number, known: Known = NOTHING): ObjectivePlan {
  if (slo.kind === "query")
    return { kind: "value", slo, query: withMatchers(withWindow(slo.query, interval), tracks.canary).query };
  const sides = [tracks.canary, ...(tracks.baseline === undefined ? [] : [tracks.baseline])];
  const arms = sides.map((matchers) =>
    slo.kind === "ratio" ? ratioArm(slo, matchers) : latencyArm(slo, matchers, known),
  );
  return { kind: "events", slo, arms, declared: known.declared };
}

function ratioArm(slo: RatioSlo, matchers: readonly Matcher[]): Arm {
  const own = (texts: readonly string[] = []) => texts.map((text) => withMatchers(text, matchers).query);
  const bad = own(slo.bad);
  const good = own(slo.good);
  const total = own(slo.total);
  const sum = (selectors: readonly string[], grown: (selector: string) => Growth) =>
    selectors.reduce((all, one) => all + sumOf(grown(one)), 0);
  return {
    selectors: [...new Set([...bad, ...good, ...total])],
    needed: total,
    count(grown) {
      const all = sum(total, grown);
      const failed = slo.bad === undefined ? all - sum(good, grown) : sum(bad, grown);
      return { total: all, least: failed, most: failed };
    },
    blame: bad,
  };
}

function sumOf(growth: Growth): number {
  let sum = 0;
  for (const one of growth.values()) sum += one;
  return sum;
}

function latencyArm(slo: LatencySlo, matchers: readonly Matcher[], { bounds, unit }: Known): Arm {
  const perSecond = unitsPerSecond(histogramOf(slo).metric, unit);
  const { lower, upper, all } = bucketsAround(slo, bounds, perSecond);
  const le = oneOf("le", [...new Set([...lower, ...upper, ...all])]);
  const buckets = withMatchers(bucketSelector(slo), [...matchers, le]).query;
  return {
    selectors: [buckets],
    needed: [buckets],
    count(grown) {
      const growth = grown(buckets);
      const below = (bounded: readonly string[]) => bounded.reduce((sum, one) => sum + (growth.get(one) ?? 0), 0);
      const total = below(all);
      return { total, least: total - below(upper), most: total - below(lower) };
    },
    blame: [],
  };
}

function withWindow(query: string, interval: number): string {
  return query.replaceAll(WINDOW, rangeText(interval));
}

/** Milliseconds as PromQL writes a range. */
export function rangeText(milliseconds: number): string {
  const whole = Math.ceil(milliseconds);
  return whole % 1_000 === 0 ? `${whole / 1_000}s` : `${whole}ms`;
}
