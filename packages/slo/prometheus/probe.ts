import { ActionError, invalid, undecided, type Io, type Problem } from "@release-actions/action";
import { HttpError, inParallel } from "@release-actions/http";
import { equals, selector, type Answer, type MetricDescription, type Prometheus } from "@release-actions/prometheus";
import type { LatencySlo, RatioSlo, Slo } from "../file/types.ts";
import { LATELY, LOOK_BACK, openLabelCheck } from "./labels.ts";
import {
  bucketSelector,
  metricsOf,
  planOf,
  selectorsOf,
  type ObjectivePlan,
  type Tracks,
  type ValuePlan,
} from "./plan.ts";
import { unitsPerSecond } from "./unit.ts";

export interface ProbeOptions {
  readonly prometheus: Prometheus;
  readonly slos: readonly Slo[];
  readonly tracks: Tracks;
  /** Milliseconds. */
  readonly interval: number;
  readonly clock: { now(): number };
  readonly io: Pick<Io, "warning">;
}

/** Metrics in one query: a URL has a maximum length. */
const METRICS_PER_QUERY = 30;
/** Requests at once. */
export const CONNECTIONS = 12;
/** Clocks that differ by more query another time than intended. */
const MAX_SKEW = 5_000;

/**
 * Plans every objective and finds what no run could ever answer: misspelt metrics, wrong queries, thresholds beyond all
 * buckets. Throws `invalid` with all problems; any other ActionError means that there was no answer.
 */
export async function planAll(probe: ProbeOptions): Promise<readonly ObjectivePlan[]> {
  const { slos, tracks, interval } = probe;
  // Without a server first, so that these mistakes are found even if none answers.
  await forEachSlo(slos, async (slo) => {
    metricsOf(slo);
    if (slo.kind !== "latency") planOf(slo, tracks, interval);
  });
  const metrics = slos.flatMap((slo) => metricsOf(slo).map(({ metric }) => metric));
  const known = await knownMetrics(probe, [...new Set(metrics)]);
  const labels = openLabelCheck(probe);
  const descriptions = descriptionsOf(probe);
  const plans: ObjectivePlan[] = [];
  await forEachSlo(slos, async (slo, index) => {
    if (known !== undefined) await checkNames({ ...probe, descriptions }, slo, known);
    await labels.check(slo);
    const bounds = slo.kind === "latency" ? await boundsOf(probe, slo) : [];
    const declared = slo.kind === "ratio" ? await declaredCounters(slo, descriptions) : new Set<string>();
    const unit = slo.kind === "latency" ? await declaredUnit(slo, descriptions) : undefined;
    const plan = planOf(slo, tracks, interval, { bounds, declared, unit });
    plans[index] = plan;
    if (plan.kind === "value") await tryQuery(probe, plan);
  });
  return plans;
}

/** Throws `invalid` with the problems of all objectives. */
async function forEachSlo(slos: readonly Slo[], work: (slo: Slo, index: number) => Promise<void>): Promise<void> {
  const problems: Problem[] = [];
  await inParallel(CONNECTIONS, [...slos.entries()], async ([index, slo]) => {
    try {
      await work(slo, index);
    } catch (error) {
      // Rejected credentials concern all objectives alike.
      if (!(error instanceof ActionError) || error.verdict !== "invalid" || error instanceof HttpError) throw error;
      const { remedy } = error.details;
      problems.push({ input: "slos", what: `${slo.name}: ${error.message}`, ...(remedy !== undefined && { remedy }) });
    }
  });
  if (problems.length === 0) return;
  const what =
    problems.length === 1 ? "an objective cannot be judged" : `${problems.length} objectives cannot be judged`;
  throw invalid(what, { problems });
}

/** Those of the metrics that had a series lately; undefined if the server does not tell. */
async function knownMetrics(
  { prometheus, clock, io }: ProbeOptions,
  metrics: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  const start = clock.now() - LOOK_BACK;
  const groups = Array.from({ length: Math.ceil(metrics.length / METRICS_PER_QUERY) }, (_, index) =>
    metrics.slice(index * METRICS_PER_QUERY, (index + 1) * METRICS_PER_QUERY),
  );
  const answers = await inParallel(CONNECTIONS, groups, (group) => {
    const selectors = group.map((metric) => selector("", [equals("__name__", metric)]));
    return prometheus.labelValues("__name__", start, selectors);
  });
  const complete = answers.filter((answer) => answer !== undefined && answer.warnings.length === 0);
  if (complete.length < answers.length) {
    io.warning(
      "Could not check whether the metrics exist: Prometheus, or a proxy in front of it, does not list them, or not all of them. A misspelt one would have no data.",
    );
    return undefined;
  }
  warnOfSkew(complete[0], clock, io);
  return new Set(complete.flatMap((answer) => answer?.value ?? []));
}

function warnOfSkew(answer: Answer<unknown> | undefined, clock: { now(): number }, io: Pick<Io, "warning">): void {
  if (answer?.date === undefined) return;
  const ahead = clock.now() - answer.date;
  if (Math.abs(ahead) < MAX_SKEW) return;
  const seconds = Math.round(Math.abs(ahead) / 1000);
  const direction = ahead > 0 ? "ahead of" : "behind";
  io.warning(
    `This machine's clock is ${seconds} s ${direction} the server's, so another time is queried than intended.`,
  );
}

type Descriptions = (metric: string) => Promise<Answer<readonly MetricDescription[]> | undefined>;

/** Queries each metric once. */
function descriptionsOf({ prometheus }: ProbeOptions): Descriptions {
  const known = new Map<string, ReturnType<Descriptions>>();
  return (metric) => {
    const found = known.get(metric) ?? prometheus.descriptions(metric);
    known.set(metric, found);
    return found;
  };
}

/** Types of metrics whose values do not only grow. */
const NOT_COUNTED: readonly string[] = ["gauge", "gaugehistogram", "info", "stateset"];

/** The metrics that are declared as counters. Throws `invalid` for one that is declared as something else. */
async function declaredCounters(slo: RatioSlo, descriptions: Descriptions): Promise<ReadonlySet<string>> {
  const declared = new Set<string>();
  for (const { metric } of selectorsOf(slo)) {
    const answer = await descriptions(metric);
    if (answer === undefined) continue;
    const types = answer.value.map(({ type }) => type);
    if (types.includes("counter")) declared.add(metric);
    // A target that an incomplete answer lacks may declare a counter.
    if (answer.warnings.length > 0 || types.length === 0) continue;
    if (!types.every((type) => NOT_COUNTED.includes(type))) continue;
    const remedy =
      "A ratio needs counters, such as http_requests_total. Compare a gauge, or a rate, with a limit in a query.";
    throw invalid(`${metric} is not a counter: its targets declare it as ${types[0]}`, { remedy });
  }
  return declared;
}

/** The one unit that the targets of a histogram declare. */
async function declaredUnit(slo: LatencySlo, descriptions: Descriptions): Promise<string | undefined> {
  // Only for a time whose unit the name does not tell.
  const [{ metric } = { metric: "" }] = selectorsOf(slo);
  const histogram = metric.slice(0, -"_bucket".length);
  if (!slo.isTime || unitsPerSecond(histogram, undefined) !== undefined) return undefined;
  const answer = await descriptions(histogram);
  const units = new Set((answer?.value ?? []).map(({ unit }) => unit));
  return answer?.warnings.length === 0 && units.size === 1 ? [...units][0] : undefined;
}

async function checkNames(
  probe: ProbeOptions & { readonly descriptions: Descriptions },
  slo: Slo,
  known: ReadonlySet<string>,
): Promise<void> {
  for (const { metric, mayBeAbsent } of metricsOf(slo)) {
    if (known.has(metric) || mayBeAbsent) continue;
    // A counter with labels has no series before its first event, but its target may document it.
    const hasBad = slo.kind === "ratio" && slo.bad !== undefined;
    const described = hasBad ? await probe.descriptions(metric) : undefined;
    if (described !== undefined && described.value.length > 0) continue;
    if (slo.kind === "latency") await checkNative(probe, slo, metric);
    const remedy = hasBad
      ? "Check its name. If it only appears with the first bad event, add bad-may-be-absent: true."
      : "Check its name, and that it is scraped.";
    throw invalid(`Prometheus has never heard of ${metric}`, { remedy });
  }
}

async function checkNative(
  { prometheus, clock }: ProbeOptions,
  { histogram }: LatencySlo,
  bucket: string,
): Promise<void> {
  const { value } = await prometheus.query(selector(bucket.slice(0, -"_bucket".length)), clock.now());
  if (value.kind !== "vector" || !value.series.some(({ value: number }) => number === undefined)) return;
  const remedy = "Have it scraped with classic buckets as well, or write a query with histogram_fraction.";
  throw invalid(`${histogram} has no classic buckets: it is a native histogram`, { remedy });
}

async function boundsOf({ prometheus, clock }: ProbeOptions, slo: LatencySlo): Promise<readonly string[]> {
  const buckets = bucketSelector(slo);
  for (const since of [LATELY, LOOK_BACK]) {
    const answer = await prometheus.labelValues("le", clock.now() - since, [buckets]);
    // In a truncated list a threshold may seem to lie beyond all buckets.
    if (answer === undefined || answer.warnings.length > 0)
      return await boundsByQuery(prometheus, buckets, clock.now());
    if (answer.value.length > 0) return answer.value;
  }
  return [];
}

async function boundsByQuery(prometheus: Prometheus, buckets: string, time: number): Promise<readonly string[]> {
  const { value, warnings } = await prometheus.query(`count by (le) (${buckets})`, time);
  if (warnings.length > 0) {
    const remedy = "Check what is in front of Prometheus, and its stores.";
    throw undecided(`not all buckets of ${buckets} are known: ${warnings.join("; ")}`, { remedy });
  }
  return value.kind === "vector" ? value.series.map(({ labels }) => labels["le"] ?? "") : [];
}

/** Runs a query once before the first tick, to find a wrong one or one with several series immediately. */
async function tryQuery({ prometheus, clock }: ProbeOptions, { query, slo }: ValuePlan): Promise<void> {
  const answer = await prometheus.query(query, clock.now()).catch((error: unknown) => {
    // What cannot be evaluated now may be later; a missing answer concerns all objectives alike.
    if (error instanceof ActionError && error.verdict === "undecided" && !(error instanceof HttpError))
      return undefined;
    throw error;
  });
  if (answer === undefined) return;
  const { value } = answer;
  if (value.kind === "string")
    throw invalid("the query answers with a text", { remedy: "Write one that answers with a number." });
  const series = value.kind === "scalar" ? 1 : value.series.length;
  if (series <= 1 || slo.reduce !== "error") return;
  const remedy = "Say what to do with them by reduce: each, max, min or sum, or aggregate them in the query.";
  throw invalid(`the query answers with ${series} series`, { remedy });
}
