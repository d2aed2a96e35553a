import { invalid } from "@release-actions/action";
import type { LatencySlo } from "./slos.ts";

/** Buckets by the texts of their label le: a bound may be written as 1 and as 1.0. */
export interface Buckets {
  /** The last one at or under the threshold, and the first one at or over it; the same where a bound is the threshold. */
  readonly lower: readonly string[];
  readonly upper: readonly string[];
  readonly all: readonly string[];
}

/** Bounds further apart tell too little about what lies between them. */
const WIDEST = 10;

/** Throws `invalid` where no bucket can tell how many requests are over the threshold. */
export function bucketsAround({ threshold, histogram, shown }: LatencySlo, bounds: readonly string[]): Buckets {
  const finite = [...new Set(bounds.map(Number).filter((bound) => Number.isFinite(bound)))].sort(
    (one, other) => one - other,
  );
  const textsOf = (bound: number) =>
    bounds.filter((text) => text !== "" && Number(text.replace("Inf", "Infinity")) === bound);
  const all = textsOf(Infinity);
  if (finite.length === 0 || all.length === 0)
    throw invalid(`${histogram} has no buckets`, {
      remedy: "Name a classic histogram, whose series end with _bucket and have the label le.",
    });
  const lower = finite.findLast((bound) => bound <= threshold);
  const upper = finite.find((bound) => bound >= threshold);
  const remedy = `Its buckets are ${finite.join(", ")}: choose one of them as the threshold, or add a bucket.`;
  if (upper === undefined)
    throw invalid(`no bucket of ${histogram} ends at ${shown} or above, so that a slower request would never show`, {
      remedy,
    });
  if (lower === undefined)
    throw invalid(
      `no bucket of ${histogram} ends at ${shown} or below, so that a fast enough request would never show`,
      { remedy },
    );
  if (upper > lower * WIDEST)
    throw invalid(`the buckets of ${histogram} around ${shown} end at ${lower} and ${upper}, too far apart to tell`, {
      remedy,
    });
  return { lower: textsOf(lower), upper: textsOf(upper), all };
}
