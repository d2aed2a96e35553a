/** A service level objective as its author wrote it, checked. */
export type Slo = RatioSlo | LatencySlo | QuerySlo;

interface CommonSlo {
  readonly name: string;
  /** Judged and shown, but not part of the verdict. */
  readonly dryRun: boolean;
}

/** The share of bad events must stay below a limit. Events are selected by selectors of counters; several add up. */
export interface RatioSlo extends CommonSlo {
  readonly kind: "ratio";
  readonly bad: readonly string[] | undefined;
  readonly good: readonly string[] | undefined;
  readonly total: readonly string[];
  /** A share, 0 to 1. */
  readonly below: number;
  /** At most this many times the baseline's share. */
  readonly maxRatio: number | undefined;
  /** A metric of bad events that does not exist yet is not a mistake. */
  readonly badMayBeAbsent: boolean;
}

/** The share of requests over a threshold must stay below a limit. */
export interface LatencySlo extends CommonSlo {
  readonly kind: "latency";
  /** A selector of a classic histogram, named without _bucket. */
  readonly histogram: string;
  /** In the histogram's unit, or in seconds if it is a time. */
  readonly threshold: number;
  /** The threshold was written as a time, such as 800ms, whatever the histogram's unit is. */
  readonly isTime: boolean;
  /** The threshold as it was written. */
  readonly shown: string;
  /** A share, 0 to 1. */
  readonly below: number;
  readonly maxRatio: number | undefined;
}

/** A number that a query returns must stay within bounds; without bounds it is only shown. */
export interface QuerySlo extends CommonSlo {
  readonly kind: "query";
  readonly query: string;
  readonly reduce: Reduce;
  readonly below: number | undefined;
  readonly above: number | undefined;
}

/** What happens to several series: each must hold, one number is made of them, or they are an error. */
export type Reduce = "error" | "max" | "min" | "sum" | "each";
