import * as z from "zod/mini";
import type { Slo } from "./slos.ts";

/** The form in which SLOs are written. Unknown keys are errors: a misspelt one must not be silently without effect. */

/** Beyond these the numbers of a run have no digits left to be told apart by. */
const LEAST_SHARE = 1e-9;
const LEAST_FACTOR = 0.01;

const filled = z.string().check(z.minLength(1));
const name = z.string().check(z.regex(/^[^\s\p{Cc}](?:[^\p{Cc}]{0,98}[^\s\p{Cc}])?$/u));
const share = z.custom<number | string>((given) => readShare(given) !== undefined, {
  error: "must be a share between 0 and 1, such as 1% or 0.01",
});
const number = z.custom<number | string>((given) => readNumber(given) !== undefined, {
  error: "must be a number or a percentage",
});
const threshold = z.custom<number | string>((given) => readThreshold(given) !== undefined, {
  error: "must be a length of time such as 800ms or 2s, or a number above 0 in the histogram's unit",
});
const factor = z.custom<number>((given) => typeof given === "number" && given >= LEAST_FACTOR && given <= 1_000, {
  error: `must be a number from ${LEAST_FACTOR} to 1000`,
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
  .strictObject({ histogram: filled, threshold, quantile: z.optional(share), share: z.optional(share) })
  .check(
    z.refine(({ quantile, share: given }) => (quantile === undefined) !== (given === undefined), {
      error: "must have quantile or share, and not both",
    }),
  );

const SloForm = z
  .strictObject({
    name,
    ratio: z.optional(Ratio),
    latency: z.optional(Latency),
    query: z.optional(filled),
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
      error: "has below beside latency, whose limit is its quantile or share",
    }),
    z.refine(({ query, reduce, above }) => query !== undefined || (reduce === undefined && above === undefined), {
      error: "has reduce or above, which belong to query",
    }),
    z.refine(({ query, "max-ratio": ratio }) => query === undefined || ratio === undefined, {
      error: "has max-ratio beside query, which is not compared with a baseline",
    }),
    z.refine(
      ({ below, above }) => below === undefined || above === undefined || readNumber(below)! > readNumber(above)!,
      { error: "can hold no number: below is not above above" },
    ),
  );

/** Each is asked for at every tick. */
const MOST = 2_000;
export const SloList = z.array(SloForm).check(z.minLength(1), z.maxLength(MOST));

export function sloOf({
  name: called,
  ratio,
  latency,
  query,
  reduce,
  below,
  above,
  "max-ratio": maxRatio,
  "dry-run": dryRun = false,
}: z.output<typeof SloForm>): Slo {
  const common = { name: called, dryRun };
  if (ratio !== undefined) {
    const { bad, good, total, "bad-may-be-absent": badMayBeAbsent = false } = ratio;
    return {
      ...common,
      kind: "ratio",
      bad: list(bad),
      good: list(good),
      total: list(total)!,
      below: readShare(below)!,
      maxRatio,
      badMayBeAbsent,
    };
  }
  if (latency !== undefined) {
    const { histogram, threshold: given, quantile, share: slow } = latency;
    const limit = quantile === undefined ? readShare(slow)! : complement(readShare(quantile)!);
    return {
      ...common,
      kind: "latency",
      histogram,
      threshold: readThreshold(given)!,
      shown: String(given),
      below: limit,
      maxRatio,
    };
  }
  return {
    ...common,
    kind: "query",
    query: query!,
    reduce: reduce ?? "error",
    below: below === undefined ? undefined : readNumber(below),
    above: above === undefined ? undefined : readNumber(above),
  };
}

/** 1 - 0.95 is 0.05, as people mean it. */
function complement(quantile: number): number {
  return Number((1 - quantile).toPrecision(12));
}

function list(given: string | readonly string[] | undefined): readonly string[] | undefined {
  return typeof given === "string" ? [given] : given;
}

function isSelectors(given: unknown): boolean {
  return Array.isArray(given)
    ? given.length > 0 && given.every(isFilled) && new Set(given).size === given.length
    : isFilled(given);
}

function isFilled(given: unknown): boolean {
  return typeof given === "string" && given.trim() !== "";
}

const PERCENT = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?%$/;

function readNumber(given: unknown): number | undefined {
  if (typeof given === "number") return Number.isFinite(given) ? given : undefined;
  const [, percent] = typeof given === "string" ? (PERCENT.exec(given.trim()) ?? []) : [];
  return percent === undefined ? undefined : Number((Number(percent) / 100).toPrecision(12));
}

function readShare(given: unknown): number | undefined {
  const read = readNumber(given);
  return read !== undefined && read >= LEAST_SHARE && read <= 1 - LEAST_SHARE ? read : undefined;
}

const SECONDS: Readonly<Record<string, number>> = { us: 1e-6, ms: 1e-3, s: 1, m: 60 };
const LENGTH = /^([0-9]{1,9}(?:\.[0-9]{1,9})?) ?(us|ms|s|m)$/;

function readThreshold(given: unknown): number | undefined {
  if (typeof given === "number") return given > 0 && Number.isFinite(given) ? given : undefined;
  const [, amount, unit] = typeof given === "string" ? (LENGTH.exec(given.trim()) ?? []) : [];
  if (amount === undefined || Number(amount) === 0) return undefined;
  return Number((Number(amount) * SECONDS[unit!]!).toPrecision(12));
}
