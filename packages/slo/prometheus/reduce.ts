import type { QueryResult } from "@release-actions/prometheus";
import type { QuerySlo } from "../file/types.ts";
import type { Measurement } from "../types.ts";
import { missing } from "./measurement.ts";

type Points = readonly (number | undefined)[];

/** The result of a query as one number. Of a range all points count; what is not a number never reaches a comparison. */
export function reduceResult(result: QueryResult, slo: QuerySlo): Measurement {
  if (result.kind === "string") return missing("invalid", "the query answers with a text");
  const series = pointsOf(result);
  if (series.length === 0) return missing("no-data", "the query found no series");
  if (series.length > 1 && slo.reduce === "error") {
    const what = `the query answers with ${series.length} series, and reduce does not say what to do with them`;
    return missing("invalid", what);
  }
  const problem = problemOf(series.flat(), slo);
  if (problem !== undefined) return problem;
  const numbers = series.map((points) => points.filter((point) => point !== undefined && !Number.isNaN(point)));
  return { kind: "value", value: reduced(numbers as number[][], slo) };
}

function pointsOf(result: Exclude<QueryResult, { kind: "string" }>): readonly Points[] {
  if (result.kind === "scalar") return [[result.sample.value]];
  if (result.kind === "vector") return result.series.map(({ value }) => [value]);
  return result.series.map(({ samples }) => samples.map(({ value }) => value)).filter((points) => points.length > 0);
}

/** Why no number can be made of these. */
function problemOf(points: Points, { reduce }: QuerySlo): Measurement | undefined {
  if (points.includes(undefined)) {
    const what =
      "the query answers with a native histogram: take a number from it, as with histogram_fraction or histogram_quantile";
    return missing("invalid", what);
  }
  const values = points.filter((point) => point !== undefined);
  const numbers = values.filter((value) => !Number.isNaN(value));
  if (numbers.length === 0) return missing("no-data", "the query answers NaN, as dividing by no requests does");
  const infinite = numbers.find((value) => !Number.isFinite(value));
  if (infinite !== undefined) return missing("invalid", `the query answers ${infinite > 0 ? "+Inf" : "-Inf"}`);
  if (reduce === "sum" && numbers.length < values.length)
    return missing("invalid", "one of the series is NaN, so they have no sum");
  return undefined;
}

/** Within a series, the point that is worst for the bounds. */
function reduced(series: readonly (readonly number[])[], slo: QuerySlo): number {
  const values = series.filter((points) => points.length > 0).map((points) => worst(points, slo));
  switch (slo.reduce) {
    case "sum":
      return values.reduce((sum, value) => sum + value, 0);
    case "max":
      return Math.max(...values);
    case "min":
      return Math.min(...values);
    case "each":
    case "error":
      return worst(values, slo);
  }
}

function worst(values: readonly number[], { below, above }: QuerySlo): number {
  const low = values.reduce((least, value) => Math.min(least, value));
  const high = values.reduce((most, value) => Math.max(most, value));
  return above !== undefined && (below === undefined || low <= above) ? low : high;
}
