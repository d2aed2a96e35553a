import { invalid } from "@release-actions/action";
import type { LatencySlo } from "../file/types.ts";

/** Buckets by the texts of their label le: a bound may be written as 1 and as 1.0. */
export interface Buckets {
  /** The last bucket at or below the threshold, and the first one at or above it; the same if a bound is the threshold. */
  readonly lower: readonly string[];
  readonly upper: readonly string[];
  readonly all: readonly string[];
}

/** Bounds further apart say too little about what is between them. */
const MAX_FACTOR = 10;

/** Histograms in milliseconds have a bucket that ends here or above; those in seconds rarely do. */
const A_SECOND = 1_000;

/**
 * `perSecond`: how many of the histogram's unit are a second; undefined if not known. Throws `invalid` if no bucket can
 * tell how many requests are over the threshold.
 */
export function bucketsAround(slo: LatencySlo, bounds: readonly string[], perSecond: number | undefined): Buckets {
  if (!slo.isTime) return bucketsAt(slo, slo.threshold, bounds);
  const inUnit = (per: number) => Number((slo.threshold * per).toPrecision(12));
  if (perSecond !== undefined) return bucketsAt(slo, inUnit(perSecond), bounds);
  const finite = bounds.map(Number).filter(Number.isFinite);
  const fits = (threshold: number) =>
    finite.some((bound) => bound <= threshold) && finite.some((bound) => bound >= threshold);
  const [seconds, milliseconds] = [inUnit(1), inUnit(1_000)];
  if (finite.length === 0 || (!fits(milliseconds) && Math.max(...finite) < A_SECOND))
    return bucketsAt(slo, seconds, bounds);
  const ends = [...new Set(finite)].sort((one, other) => one - other).join(", ");
  const remedy = `Write the threshold as a number in the histogram's unit: ${seconds} if it is seconds, ${milliseconds} if it is milliseconds. Its buckets are ${ends}.`;
  const what = `the unit of ${slo.histogram} is not known: ${slo.shown} is ${seconds} in seconds and ${milliseconds} in milliseconds`;
  throw invalid(what, { remedy });
}

/** `threshold`: in the histogram's unit. */
function bucketsAt({ histogram, shown }: LatencySlo, threshold: number, bounds: readonly string[]): Buckets {
  const finite = [...new Set(bounds.map(Number))].filter(Number.isFinite).sort((one, other) => one - other);
  const textsOf = (bound: number) =>
    bounds.filter((text) => text !== "" && Number(text.replace("Inf", "Infinity")) === bound);
  const all = textsOf(Infinity);
  if (finite.length === 0 || all.length === 0) {
    const remedy = "Name a classic histogram, whose series end with _bucket and have the label le.";
    throw invalid(`${histogram} has no buckets`, { remedy });
  }
  const remedy = `Its buckets are ${finite.join(", ")}: choose one of them as the threshold, or add a bucket.`;
  const upper = finite.find((bound) => bound >= threshold);
  if (upper === undefined) {
    const what = `no bucket of ${histogram} ends at ${shown} or above, so a slower request would never show`;
    throw invalid(what, { remedy });
  }
  const lower = finite.findLast((bound) => bound <= threshold);
  if (lower === undefined) {
    const what = `no bucket of ${histogram} ends at ${shown} or below, so a fast enough request would never show`;
    throw invalid(what, { remedy });
  }
  if (upper > lower * MAX_FACTOR) {
    const what = `the buckets of ${histogram} around ${shown} end at ${lower} and ${upper}, too far apart to tell`;
    throw invalid(what, { remedy });
  }
  return { lower: textsOf(lower), upper: textsOf(upper), all };
}
