import type { QueryResult } from "@release-actions/prometheus";
import type { Measurement } from "@release-actions/slo";
import type { QuerySlo } from "./slos.ts";

type Series = readonly (number | undefined)[];
type Missing = Extract<Measurement, { kind: "none" }>["sample"];

const none = (sample: Missing, detail: string): Measurement => ({ kind: "none", sample, detail });

/** What a query answered, as one number. Of a range all points count; what is no number never reaches a comparison. */
export function reduceResult(result: QueryResult, slo: QuerySlo): Measurement {
  if (result.kind === "string") return none("invalid", "the query answers with a text");
  const all = seriesOf(result);
  if (all.length === 0) return none("no-data", "the query found no series");
  if (all.length > 1 && slo.reduce === "error")
    return none("invalid", `the query answers with ${all.length} series, and reduce does not say what to make of them`);
  const points = all.flat();
  if (points.includes(undefined))
    return none(
      "invalid",
      "the query answers with a native histogram: take a number from it, as with histogram_fraction or histogram_quantile",
    );
  const values = points.filter((point) => point !== undefined);
  const numbers = values.filter((value) => !Number.isNaN(value));
  if (numbers.length === 0) return none("no-data", "the query answers NaN, as dividing by no requests does");
  if (!numbers.every(Number.isFinite))
    return none(
      "invalid",
      `the query answers ${numbers.find((value) => !Number.isFinite(value)) === Infinity ? "+Inf" : "-Inf"}`,
    );
  if (slo.reduce === "sum" && numbers.length < values.length)
    return none("invalid", "one of the series is NaN, so that they have no sum");
  return {
    kind: "value",
    value: reduced(
      all.map((series) => series.filter((point) => point !== undefined && !Number.isNaN(point)) as number[]),
      slo,
    ),
  };
}

function seriesOf(result: Exclude<QueryResult, { kind: "string" }>): readonly Series[] {
  if (result.kind === "scalar") return [[result.sample.value]];
  if (result.kind === "vector") return result.series.map(({ value }) => [value]);
  return result.series.map(({ samples }) => samples.map(({ value }) => value)).filter((samples) => samples.length > 0);
}

/** Within a series, the point that is worst for the bounds. */
function reduced(all: readonly (readonly number[])[], slo: QuerySlo): number {
  const perSeries = all.filter((series) => series.length > 0).map((series) => worst(series, slo));
  switch (slo.reduce) {
    case "sum":
      return perSeries.reduce((sum, value) => sum + value, 0);
    case "max":
      return Math.max(...perSeries);
    case "min":
      return Math.min(...perSeries);
    case "each":
    case "error":
      return worst(perSeries, slo);
  }
}

function worst(values: readonly number[], { below, above }: QuerySlo): number {
  const [low, high] = [
    values.reduce((least, value) => Math.min(least, value)),
    values.reduce((most, value) => Math.max(most, value)),
  ];
  if (above !== undefined && (below === undefined || low <= above)) return low;
  return high;
}
