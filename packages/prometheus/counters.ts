import type { Labels, QueryResult } from "./types.ts";

/**
 * The growth of the counters of one selector, computed from their raw samples. Unlike `increase`, it returns whole
 * numbers, includes the first value of a new series, and after a missed query the next one makes up for it.
 */
export interface Counters {
  /** How many milliseconds a range must go back from `to` so that nothing is missed. */
  range(to: number): number;
  /** Adds the result of `selector[range]` at `to`. Returns undefined, or why it cannot be counted. */
  read(result: QueryResult, to: number): string | undefined;
  /** Why these are not counters, so that nothing that was counted is sound; undefined as long as they may be. */
  broken(): string | undefined;
  /** At the last read: how many series had a sample recent enough that their target must still be scraped. */
  live(): number;
  /**
   * Growth since the start by the label `le`, or "" without that label. Never decreases. With `until`, the growth up to
   * that time: known for every read and for every end of a window that a read covered, unless forgotten; otherwise
   * undefined.
   */
  grown(): ReadonlyMap<string, number>;
  grown(until: number): ReadonlyMap<string, number> | undefined;
  /** Drops the growth up to that time, which the caller does not need any more. */
  forget(until: number): void;
  series(): Iterable<{ readonly labels: Labels; readonly grown: number }>;
}

interface State {
  readonly labels: Labels;
  value: number;
  time: number;
  grown: number;
  /** Distances between samples without a fall, and the fastest growth in one of them, per millisecond. */
  rises: number;
  fastest: number;
}

/** How far back the first query goes to find existing series: as long as Prometheus considers a sample current. */
const LOOK_BACK = 300_000;
/** How many missing scrapes make a target count as gone. */
const MISSED_SCRAPES = 3;
const LEAST_STALE = 5_000;
/** Falls that no restart explains: this many, or one to a value this large, do not happen to a counter. */
const MOST_FALLS = 2;
const LARGE = 1_000;
/** A restarted process that counts this many times faster than it ever did is not believed. */
const MOST_FASTER = 10;
/** At most this many windows are kept separately until they are forgotten; older ones are merged into one. */
const MOST_STEPS = 60;

/** Growth up to the end of a window. */
interface Step {
  readonly end: number;
  readonly grown: Map<string, number>;
}

export interface CountersOptions {
  /** Length of a window in milliseconds. */
  readonly interval?: number | undefined;
  /** Values may have fractions, as those of seconds: something declares these as counters. */
  readonly fractions?: boolean | undefined;
}

/**
 * Counters whose growth is counted from `start` on, wall clock milliseconds. Windows end where they are read; the
 * growth of missed windows is assigned by the times of the samples.
 */
export function openCounters(start: number, { interval = Infinity, fractions = true }: CountersOptions = {}): Counters {
  const states = new Map<string, State>();
  const grown = new Map<string, number>();
  let lastRead: number | undefined;
  let scrape: number | undefined;
  /** Distances between samples, until they are enough to determine the scrape interval. */
  const gaps: number[] = [];
  let live = 0;
  let forgotten = start;
  let steps: Step[] = [];
  let falls = 0;
  let broken: string | undefined;
  const stale = () => (scrape === undefined ? LOOK_BACK : Math.max(LEAST_STALE, MISSED_SCRAPES * scrape));

  /** `missed` are the windows that end before this read, in order; each gets the growth within it. */
  function take({ labels, samples }: MatrixSeries, missed: readonly Step[]): number {
    const key = JSON.stringify(labels);
    let state = states.get(key);
    let window = 0;
    for (const { time, value } of samples) {
      if (value === undefined || Number.isNaN(value) || time <= (state?.time ?? -Infinity)) continue;
      if (state === undefined) {
        state = { labels, value: 0, time, grown: 0, rises: 0, fastest: 0 };
        states.set(key, state);
        // It existed before: only its growth from here on counts.
        if (time <= (lastRead ?? start)) state.value = value;
      } else learnPace(state, value, time);
      if (time <= start) state.value = value;
      // A counter that decreased was reset, and has counted from 0 since.
      else {
        while (window < missed.length && missed[window]!.end < time) window += 1;
        count(state, value >= state.value ? value - state.value : value, missed[window]);
      }
      state.value = value;
      state.time = time;
    }
    return state?.time ?? -Infinity;
  }

  /** A counter that was reset counts from 0: it cannot be nearly where it was after a moment. */
  function learnPace(state: State, value: number, time: number): void {
    const passed = time - state.time;
    if (value >= state.value) {
      state.rises += 1;
      state.fastest = Math.max(state.fastest, (value - state.value) / passed);
      return;
    }
    const isRestart = value < state.value / 2 || value <= MOST_FASTER * state.fastest * passed;
    if (isRestart || state.rises < 2) return;
    falls += 1;
    if (falls > MOST_FALLS || value >= LARGE)
      broken ??= `values fall without a restart (from ${state.value} to ${value}): these are not counters`;
  }

  function learn(series: readonly MatrixSeries[]): void {
    for (const { samples } of series) {
      for (let index = 1; index < samples.length && gaps.length < ENOUGH; index += 1)
        gaps.push(samples[index]!.time - samples[index - 1]!.time);
    }
    scrape = gaps.toSorted((one, other) => one - other)[gaps.length >> 1];
  }

  function count(state: State, growth: number, window: Step | undefined): void {
    if (growth === 0) return;
    state.grown += growth;
    const le = state.labels["le"] ?? "";
    add(grown, le, growth);
    if (window !== undefined) add(window.grown, le, growth);
  }

  function missedSince(since: number, to: number): Step[] {
    const missed: Step[] = [];
    for (let end = to - interval; end > since && missed.length < MOST_STEPS; end -= interval)
      missed.push({ end, grown: new Map() });
    return missed.reverse();
  }

  /** `missed` have the growth within each; here they get the growth before it. */
  function keep(before: Step, missed: readonly Step[]): void {
    let last = before;
    for (const window of missed) {
      for (const [le, growth] of last.grown) add(window.grown, le, growth);
      last = window;
    }
    steps = [...steps, before, ...missed].slice(-MOST_STEPS);
  }

  return {
    range: (to) => (lastRead === undefined ? to - start + LOOK_BACK : to - lastRead + stale()),
    read(result, to) {
      if (result.kind !== "matrix") return `a ${result.kind} was returned where samples of counters were requested`;
      for (const { samples } of result.series) {
        for (const { time, value } of samples) {
          // Everything up to that time would be treated as old.
          if (time > to + 1_000) return "a sample is of a later time than requested";
          if (value === undefined) return "these are native histograms, which are not counters";
          if (value === Infinity || value < 0) return "a counter has a value that no counter can have";
          if (!fractions && !Number.isInteger(value) && !Number.isNaN(value))
            broken ??= `a value is ${value}, not a whole number, and nothing declares a counter: it looks like a gauge or a rate`;
        }
      }
      if (broken !== undefined) return broken;
      if (gaps.length < ENOUGH) learn(result.series);
      live = 0;
      const since = lastRead ?? start;
      const missed = missedSince(since, to);
      const before = since > forgotten || missed.length > 0 ? { end: since, grown: new Map(grown) } : undefined;
      for (const one of result.series) if (take(one, missed) > to - stale()) live += 1;
      if (before !== undefined) keep(before, missed);
      lastRead = to;
      return broken;
    },
    broken: () => broken,
    live: () => live,
    grown: (until = lastRead): ReadonlyMap<string, number> =>
      until === lastRead ? grown : (steps.find(({ end }) => end === until)?.grown as ReadonlyMap<string, number>),
    forget(until) {
      forgotten = Math.max(forgotten, until);
      if (steps.length > 0) steps = steps.filter(({ end }) => end > until);
    },
    series: () => states.values(),
  };
}

function add(sums: Map<string, number>, le: string, growth: number): void {
  sums.set(le, (sums.get(le) ?? 0) + growth);
}

type MatrixSeries = Extract<QueryResult, { kind: "matrix" }>["series"][number];

/** The median of this many distances between samples is the scrape interval. */
const ENOUGH = 20;
