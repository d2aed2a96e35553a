import type { Verdict } from "@release-actions/action";
import type { GateTick, Sample, Standing } from "@release-actions/slo";
import type { Slo } from "@release-actions/slo/file";
import type { BadSeries, Sampler } from "@release-actions/slo/prometheus";
import type { Inputs } from "./inputs.ts";

/** Everything a run has seen. */
export interface RunRecord {
  readonly slos: readonly Slo[];
  readonly inputs: Inputs;
  readonly ticks: readonly RecordedTick[];
  add(tick: GateTick): void;
  /** `ended`: wall clock milliseconds. */
  end(standing: Standing, verdict: Verdict, ended: number): EndedRun;
}

export interface RecordedTick {
  /** The end of its window, wall clock milliseconds. */
  readonly time: number;
  /** One for each objective. */
  readonly samples: readonly Sample[];
  /** For each objective its queries, as indexes of the run's `queries`. */
  readonly queries: readonly (readonly number[])[];
}

export interface EndedRun extends Setting {
  readonly verdict: Verdict;
  readonly standing: Standing;
  readonly ticks: readonly RecordedTick[];
  /** Each distinct query once. */
  readonly queries: readonly string[];
  /** For each objective the series that its bad events come from. */
  readonly worst: readonly (readonly BadSeries[])[];
  readonly remarks: readonly string[];
  readonly ended: number;
}

interface Setting {
  readonly inputs: Inputs;
  readonly slos: readonly Slo[];
  /** Of Prometheus. */
  readonly host: string;
  /** Wall clock milliseconds. */
  readonly started: number;
}

const NO_QUERIES: readonly number[] = [];

export function openRecord({ sampler, ...setting }: Setting & { readonly sampler: Sampler }): RunRecord {
  const ticks: RecordedTick[] = [];
  const queries = new Map<string, number>();
  const indexOf = (query: string): number => {
    const index = queries.get(query) ?? queries.size;
    queries.set(query, index);
    return index;
  };
  /** Thousands of objectives have the same queries at each tick, so equal lists are one list. */
  const lists = new Map<string, readonly number[]>();
  const listOf = (indexes: readonly number[]): readonly number[] => {
    const key = indexes.join();
    const list = lists.get(key) ?? indexes;
    lists.set(key, list);
    return list;
  };
  const queriesOf = ({ class: kind }: Sample, objective: number): readonly number[] =>
    kind === "skipped" ? NO_QUERIES : listOf(sampler.queriesOf(objective).map(indexOf));
  return {
    ...setting,
    ticks,
    add({ window, samples }) {
      ticks.push({ time: window.to, samples, queries: samples.map(queriesOf) });
    },
    end: (standing, verdict, ended) => ({
      ...setting,
      standing,
      verdict,
      ended,
      ticks,
      queries: [...queries.keys()],
      worst: setting.slos.map((_, index) => sampler.worstSeries(index)),
      remarks: [...sampler.remarks],
    }),
  };
}
