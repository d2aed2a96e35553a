import * as z from "zod/mini";
import type { LatencySlo, QuerySlo, RatioSlo, Slo } from "./types.ts";

/** The format of a list of SLOs. Unknown keys are errors: a misspelt one must not be ignored silently. */

/** Beyond these the numbers of a run have no digits left to differ in. */
const MIN_SHARE = 1e-9;
const MIN_FACTOR = 0.01;

const nonEmpty = z.string().check(z.minLength(1));
const name = z.string().check(z.regex(/^[^\s\p{Cc}](?:[^\p{Cc}]{0,98}[^\s\p{Cc}])?$/u));
const share = z.custom<number | string>((value) => readShare(value) !== undefined, {
  error: "must be a share between 0 and 1, such as 1% or 0.01",
});
const number = z.custom<number | string>((value) => readNumber(value) !== undefined, {
  error: "must be a number or a percentage",
});
const threshold = z.custom<number | string>((value) => readThreshold(value) !== undefined, {
  error: "must be a duration such as 800ms or 2s, or a number greater than 0 in the histogram's unit",
});
const factor = z.custom<number>((value) => typeof value === "number" && value >= MIN_FACTOR && value <= 1_000, {
  error: `must be a number from ${MIN_FACTOR} to 1000`,
});
const selectors = z.custom<string | string[]>(isSelectors, {
  error: "must be a selector, or a list of different ones that add up",
});

const Ratio = z
  .strictObject({
    bad: z.optional(selectors),
    good: z.optional(selectors),
    total: selectors,
    "bad-may-be-absent": z.optional(z.boolean()),
  })
  .check(
    z.refine(({ bad, good }) => (bad === undefined) !== (good === undefined), {
      error: "must have bad or good, and not both",
    }),
    z.refine(({ good, total }) => good === undefined || JSON.stringify(list(good)) !== JSON.stringify(list(total)), {
      error: "has the same events as good and as total: none could be bad",
    }),
  );

const Latency = z
  .strictObject({ histogram: nonEmpty, threshold, quantile: z.optional(share), share: z.optional(share) })
  .check(
    z.refine(({ quantile, share: slow }) => (quantile === undefined) !== (slow === undefined), {
      error: "must have quantile or share, and not both",
    }),
  );

const SloForm = z
  .strictObject({
    name,
    ratio: z.optional(Ratio),
    latency: z.optional(Latency),
    query: z.optional(nonEmpty),
    reduce: z.optional(z.enum(["error", "max", "min", "sum", "each"])),
    below: z.optional(number),
    above: z.optional(number),
    "max-ratio": z.optional(factor),
    "dry-run": z.optional(z.boolean()),
  })
  .check(
    z.refine(({ ratio, latency, query }) => [ratio, latency, query].filter((one) => one !== undefined).length === 1, {
      error: "must have one of ratio, latency and query",
    }),
    z.refine(({ ratio, below }) => ratio === undefined || readShare(below) !== undefined, {
      error: "needs below, a share between 0 and 1, such as 1%",
    }),
    z.refine(({ latency, below }) => latency === undefined || below === undefined, {
      error: "has both below and latency, whose limit is its quantile or share",
    }),
    z.refine(({ query, reduce, above }) => query !== undefined || (reduce === undefined && above === undefined), {
      error: "has reduce or above, which belong to query",
    }),
    z.refine(({ query, "max-ratio": ratio }) => query === undefined || ratio === undefined, {
      error: "has both max-ratio and query, which is not compared with a baseline",
    }),
    z.refine(
      ({ below, above }) => below === undefined || above === undefined || readNumber(below)! > readNumber(above)!,
      { error: "allows no number: below must be greater than above" },
    ),
  );

/** Each is queried at every tick. */
const MAX_SLOS = 2_000;
export const SloList = z.array(SloForm).check(z.minLength(1), z.maxLength(MAX_SLOS));

type SloEntry = z.output<typeof SloForm>;

export function sloOf(entry: SloEntry): Slo {
  const { ratio, latency } = entry;
  if (ratio !== undefined) return ratioOf(entry, ratio);
  return latency === undefined ? queryOf(entry) : latencyOf(entry, latency);
}

function commonOf({ name: own, "dry-run": dryRun = false }: SloEntry) {
  return { name: own, dryRun };
}

function ratioOf(entry: SloEntry, { bad, good, total, ...more }: z.output<typeof Ratio>): RatioSlo {
  return {
    ...commonOf(entry),
    kind: "ratio",
    bad: list(bad),
    good: list(good),
    total: list(total)!,
    below: readShare(entry.below)!,
    maxRatio: entry["max-ratio"],
    badMayBeAbsent: more["bad-may-be-absent"] ?? false,
  };
}

function latencyOf(entry: SloEntry, { histogram, quantile, ...more }: z.output<typeof Latency>): LatencySlo {
  return {
    ...commonOf(entry),
    kind: "latency",
    histogram,
    threshold: readThreshold(more.threshold)!,
    isTime: typeof more.threshold === "string",
    shown: String(more.threshold),
    below: quantile === undefined ? readShare(more.share)! : complement(readShare(quantile)!),
    maxRatio: entry["max-ratio"],
  };
}

function queryOf(entry: SloEntry): QuerySlo {
  const { query, reduce = "error", below, above } = entry;
  return {
    ...commonOf(entry),
    kind: "query",
    query: query!,
    reduce,
    below: below === undefined ? undefined : readNumber(below),
    above: above === undefined ? undefined : readNumber(above),
  };
}

/** 1 - 0.95 is 0.05, as people mean it. */
function complement(quantile: number): number {
  return Number((1 - quantile).toPrecision(12));
}

function list(value: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof value === "string" ? [value] : value;
}

function isSelectors(value: unknown): boolean {
  if (!Array.isArray(value)) return isNonEmpty(value);
  return value.length > 0 && value.every(isNonEmpty) && new Set(value).size === value.length;
}

function isNonEmpty(value: unknown): boolean {
  return typeof value === "string" && value.trim() !== "";
}

const PERCENT = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?%$/;

function readNumber(value: unknown): number | undefined {
  if (typeof value === "number") return Number.isFinite(value) ? value : undefined;
  const [, percent] = typeof value === "string" ? (PERCENT.exec(value.trim()) ?? []) : [];
  return percent === undefined ? undefined : Number((Number(percent) / 100).toPrecision(12));
}

function readShare(value: unknown): number | undefined {
  const share = readNumber(value);
  return share !== undefined && share >= MIN_SHARE && share <= 1 - MIN_SHARE ? share : undefined;
}

const SECONDS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60 };
const DURATION = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?(us|ms|s|m)$/;

/** A number as it is, in the histogram's unit; a time in seconds. */
function readThreshold(value: unknown): number | undefined {
  if (typeof value === "number") return value > 0 && Number.isFinite(value) ? value : undefined;
  const [, amount, unit] = typeof value === "string" ? (DURATION.exec(value.trim()) ?? []) : [];
  if (amount === undefined || Number(amount) === 0) return undefined;
  return Number((Number(amount) * SECONDS[unit!]!).toPrecision(12));
}
