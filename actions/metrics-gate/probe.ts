import { invalid, ActionError, undecided, type Io, type Problem } from "@release-actions/action";
import { HttpError, inParallel } from "@release-actions/http";
import { equals, selector, type Answer, type Prometheus } from "@release-actions/prometheus";
import { bucketSelector, metricsOf, planOf, type Plan, type Tracks } from "./plan.ts";
import type { LatencySlo, Slo } from "./slos.ts";

export interface Probe {
  readonly prometheus: Prometheus;
  readonly slos: readonly Slo[];
  readonly tracks: Tracks;
  readonly interval: number;
  readonly clock: { now(): number };
  readonly io: Pick<Io, "warning">;
}

/** A metric that nobody has seen for so long is a mistake in its name. */
const LOOK_BACK = 30 * 86_400_000;
/** Of the buckets that there are now. */
const LATELY = 3_600_000;
/** Metrics in one question: an address has a length. */
const BATCH = 30;
export const CONNECTIONS = 12;
/** Clocks that differ by more ask for another time than is meant. */
const SKEW = 5_000;

/**
 * Finds what no run could ever answer: misspelt metrics, wrong queries, thresholds beyond all buckets. Throws `invalid`
 * with all of it at once; any other ActionError means that there was no answer.
 */
export async function planAll(probe: Probe): Promise<readonly Plan[]> {
  const { slos, tracks, interval } = probe;
  // What needs no server first, so that its mistakes are found even where none answers.
  throwAll(
    await each(slos, (slo) => {
      metricsOf(slo);
      if (slo.kind !== "latency") planOf(slo, tracks, interval);
      return Promise.resolve();
    }),
  );
  const known = await knownMetrics(probe, [
    ...new Set(slos.flatMap((slo) => metricsOf(slo).map(({ metric }) => metric))),
  ]);
  const plans: Plan[] = [];
  const problems = await each(slos, async (slo, index) => {
    if (known !== undefined) await checkNames(probe, slo, known);
    plans[index] = planOf(slo, tracks, interval, slo.kind === "latency" ? await boundsOf(probe, slo) : []);
    await tryOnce(probe, plans[index]);
  });
  throwAll(problems);
  return plans;
}

async function each(slos: readonly Slo[], work: (slo: Slo, index: number) => Promise<void>): Promise<Problem[]> {
  const problems: Problem[] = [];
  await inParallel(CONNECTIONS, [...slos.entries()], async ([index, slo]) => {
    try {
      await work(slo, index);
    } catch (error) {
      // Credentials that are not taken concern all alike.
      if (!(error instanceof ActionError) || error.verdict !== "invalid" || error instanceof HttpError) throw error;
      const { remedy } = error.details;
      problems.push({ input: "slos", what: `${slo.name}: ${error.message}`, ...(remedy !== undefined && { remedy }) });
    }
  });
  return problems;
}

function throwAll(problems: readonly Problem[]): void {
  if (problems.length > 0)
    throw invalid(
      problems.length === 1 ? "an objective cannot be judged" : `${problems.length} objectives cannot be judged`,
      { problems },
    );
}

/** Those of the metrics that had a series lately; undefined where the server does not tell. */
async function knownMetrics(
  { prometheus, clock, io }: Probe,
  metrics: readonly string[],
): Promise<ReadonlySet<string> | undefined> {
  const start = clock.now() - LOOK_BACK;
  const batches = Array.from({ length: Math.ceil(metrics.length / BATCH) }, (_, index) =>
    metrics.slice(index * BATCH, (index + 1) * BATCH),
  );
  const answers = await inParallel(CONNECTIONS, batches, (batch) =>
    prometheus.labelValues(
      "__name__",
      start,
      batch.map((metric) => selector("", [equals("__name__", metric)])),
    ),
  );
  const told = answers.filter((answer) => answer !== undefined);
  if (told.length < answers.length || told.some(({ warnings }) => warnings.length > 0)) {
    io.warning(
      "It could not be checked whether the metrics exist: Prometheus, or a proxy in front of it, does not tell, or not all of it. A misspelt one would have no data.",
    );
    return undefined;
  }
  warnOfSkew(told[0], clock, io);
  return new Set(told.flatMap(({ value }) => value));
}

function warnOfSkew(answer: Answer<unknown> | undefined, clock: { now(): number }, io: Pick<Io, "warning">): void {
  if (answer?.date === undefined) return;
  const ahead = clock.now() - answer.date;
  if (Math.abs(ahead) < SKEW) return;
  io.warning(
    `This machine's clock is ${Math.round(Math.abs(ahead) / 1000)} s ${ahead > 0 ? "ahead of" : "behind"} the server's: what is asked for is another time than is meant.`,
  );
}

async function checkNames(probe: Probe, slo: Slo, known: ReadonlySet<string>): Promise<void> {
  for (const { metric, mayBeAbsent } of metricsOf(slo)) {
    if (known.has(metric) || mayBeAbsent) continue;
    // A counter with labels has no series before it first counts, but its target may describe it.
    const isBad = slo.kind === "ratio" && slo.bad !== undefined;
    if (isBad && (await probe.prometheus.isDocumented(metric)) === true) continue;
    if (slo.kind === "latency") await checkNative(probe, slo, metric);
    throw invalid(`Prometheus has never heard of ${metric}`, {
      remedy: isBad
        ? "Check its name. If it only shows with the first bad event, say bad-may-be-absent: true."
        : "Check its name, and that it is scraped.",
    });
  }
}

async function checkNative({ prometheus, clock }: Probe, { histogram }: LatencySlo, bucket: string): Promise<void> {
  const { value } = await prometheus.query(selector(bucket.slice(0, -"_bucket".length)), clock.now());
  if (value.kind !== "vector" || !value.series.some(({ value: one }) => one === undefined)) return;
  throw invalid(`${histogram} has no classic buckets: it is a native histogram`, {
    remedy: "Have it scraped with classic buckets as well, or write a query with histogram_fraction.",
  });
}

async function boundsOf({ prometheus, clock }: Probe, slo: LatencySlo): Promise<readonly string[]> {
  const buckets = bucketSelector(slo);
  for (const since of [LATELY, LOOK_BACK]) {
    const answer = await prometheus.labelValues("le", clock.now() - since, [buckets]);
    // Of a list that was cut off a threshold may seem to lie beyond all buckets.
    if (answer === undefined || answer.warnings.length > 0)
      return await boundsByQuery(prometheus, buckets, clock.now());
    if (answer.value.length > 0) return answer.value;
  }
  return [];
}

async function boundsByQuery(prometheus: Prometheus, buckets: string, time: number): Promise<readonly string[]> {
  const { value, warnings } = await prometheus.query(`count by (le) (${buckets})`, time);
  if (warnings.length > 0)
    throw undecided(`not all buckets of ${buckets} are known: ${warnings.join("; ")}`, {
      remedy: "Look at what stands in front of Prometheus, and at its stores.",
    });
  return value.kind === "vector" ? value.series.map(({ labels }) => labels["le"] ?? "") : [];
}

/** Asks a query once before the first tick: a wrong one, or one with several series, is found at once. */
async function tryOnce({ prometheus, clock }: Probe, plan: Plan): Promise<void> {
  if (plan.kind !== "value") return;
  const answer = await prometheus.query(plan.query, clock.now()).catch((error: unknown) => {
    // That it cannot be worked out now is no reason against later; that there is no answer concerns all alike.
    if (error instanceof ActionError && error.verdict === "undecided" && !(error instanceof HttpError))
      return undefined;
    throw error;
  });
  if (answer === undefined) return;
  const { value } = answer;
  const { reduce } = plan.slo;
  if (value.kind === "string")
    throw invalid("the query answers with a text", { remedy: "Write one that answers with a number." });
  const series = value.kind === "scalar" ? 1 : value.series.length;
  if (series > 1 && reduce === "error")
    throw invalid(`the query answers with ${series} series`, {
      remedy: "Say what to make of them by reduce: each, max, min or sum, or aggregate them in the query.",
    });
}
