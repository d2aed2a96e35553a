/**
 * What a gate judges and how it says what it found. Nothing here asks a server: measurements come in, a standing comes
 * out, so that the same code judges a production run and a simulated one.
 */

export type Objective = ProportionObjective | ValueObjective;

/** The share of bad events (errors, requests over a latency) must stay below a limit. */
export interface ProportionObjective {
  readonly kind: "proportion";
  readonly name: string;
  /** 0 < limit < 1. A share of exactly the limit violates it. */
  readonly limit: number;
  /** Against a baseline: the canary's share may be at most this many times the baseline's. Undefined: no baseline. */
  readonly maxRatio?: number | undefined;
  /** False: judged and shown, and not counted in the verdict. */
  readonly counted: boolean;
}

/** A number that a query answers must stay below `max` and above `min`; one of them is given, unless it is only shown. */
export interface ValueObjective {
  readonly kind: "value";
  readonly name: string;
  readonly max?: number | undefined;
  readonly min?: number | undefined;
  readonly counted: boolean;
}

/** Exactly one for each tick of each objective. Only `violation` counts against the objective. */
export type SampleClass =
  "ok" | "violation" | "low-traffic" | "no-data" | "invalid" | "query-error" | "partial" | "skipped";

/** Events of one tick's window: increases of counters, which need not be whole numbers. */
export interface Events {
  /** Finite, >= 0. */
  readonly total: number;
  /** Bad events: as many as there surely were, and as many as there can have been. They differ when a latency's limit lies inside a bucket. */
  readonly bad: { readonly least: number; readonly most: number };
}

/** What happened in one window. */
export interface WindowEvents {
  readonly events: Events;
  readonly baseline?: Events | undefined;
}

export interface EventsMeasurement extends WindowEvents {
  readonly kind: "events";
  /**
   * If this answer also covers the windows of ticks without an answer: each of them and its own, in order, as far as
   * they can be distinguished. `events` is their sum. Each is judged separately, as if it had arrived in time.
   */
  readonly windows?: readonly WindowEvents[] | undefined;
}

/** What the queries of one tick told about one objective. */
export type Measurement =
  | EventsMeasurement
  /** Finite. */
  | { readonly kind: "value"; readonly value: number }
  | {
      readonly kind: "none";
      readonly sample: Exclude<SampleClass, "ok" | "violation">;
      readonly detail: string;
      /** What was measured before was not sound either: nothing can be concluded about the objective. */
      readonly isUnsound?: boolean | undefined;
    };

export interface Policy {
  readonly mode: "evidence" | "count";
  /** The probability that a healthy release is refused, for all objectives together. 0 < alpha < 1. */
  readonly alpha: number;
  /**
   * Mode count, and numbers in both modes: more episodes of violations than this refuse, and so does one of more
   * violations than this. A run of consecutive violating ticks is one episode.
   */
  readonly maxViolations: number;
  /** Requests over the whole run below which nothing is passed. */
  readonly minRequests: number;
  /** Ticks with an answer below which nothing is passed. */
  readonly minSamples: number;
  /** Ticks that the run will have. */
  readonly ticks: number;
  /** What a run without data ends as: without answers that is. A service without requests has answered, and is undecided. */
  readonly onNoData: "undecided" | "refuse";
  /** The interval between ticks; without it reasons speak of ticks where they could speak of minutes. */
  readonly secondsPerTick?: number | undefined;
}

export interface Sample {
  /** From 0. */
  readonly tick: number;
  readonly class: SampleClass;
  /** The share of bad events, or the query's number. Undefined where there is none. */
  readonly value: number | undefined;
  readonly events?: Events | undefined;
  readonly baseline?: Events | undefined;
  readonly detail?: string | undefined;
  /** The evidence against the objective after this tick: an e-value, 1 at the start. Mode evidence, proportions only. */
  readonly evidence?: number | undefined;
}

/**
 * An estimate with the interval that holds at every look at once, with the probability 1 - alpha. A ratio to a baseline
 * without bad events has no upper end: Infinity, which JSON writes as null.
 */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

export interface ObjectiveStanding {
  readonly objective: Objective;
  readonly verdict: "passed" | "refused" | "undecided";
  /** Nothing that can still be measured changes the verdict. */
  readonly certain: boolean;
  /** One sentence with the numbers it rests on. */
  readonly reason: string;
  readonly counts: Readonly<Record<SampleClass, number>>;
  /** Runs of consecutive violations. */
  readonly episodes: number;
  readonly requests: number;
  /** E-value against the objective, and the one that refuses: counted objectives with evidence / alpha. Refused stays refused when it falls again. */
  readonly evidence?: { readonly value: number; readonly needed: number } | undefined;
  /** The share of bad events over the whole run. */
  readonly share?: Estimate | undefined;
  /** The canary's share over the baseline's. */
  readonly ratio?: Estimate | undefined;
}

export interface Standing {
  readonly verdict: "passed" | "refused" | "undecided";
  /** The run may end now. */
  readonly certain: boolean;
  readonly reason: string;
  readonly objectives: readonly ObjectiveStanding[];
}

export interface Judge {
  /** One tick, with one measurement for each objective in their order. Ticks come in order; one that was missed comes as `skipped`. */
  observe(tick: number, measurements: readonly Measurement[]): readonly Sample[];
  standing(): Standing;
}

/** What judging needs in addition to the objective. */
export interface RunState {
  readonly policy: Policy;
  /** Ticks observed. */
  readonly done: number;
  /** The e-value that refuses. */
  readonly needed: number;
}
