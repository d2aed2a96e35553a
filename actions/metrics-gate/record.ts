import type { Verdict } from "@release-actions/action";
import type { Sample, Standing } from "@release-actions/slo";
import type { Tick } from "./gate.ts";
import type { Blame, Sampler } from "./sampler.ts";
import type { GateInputs } from "./settings.ts";
import type { Slo } from "./slos.ts";

/** All that a run has seen. */
export interface RunRecord {
  readonly slos: readonly Slo[];
  readonly inputs: GateInputs;
  readonly ticks: readonly RecordedTick[];
  add(tick: Tick): void;
  end(standing: Standing, verdict: Verdict, ended: number): Ended;
}

export interface RecordedTick {
  /** The end of its window, wall clock milliseconds. */
  readonly time: number;
  /** One for each objective. */
  readonly samples: readonly Sample[];
  /** For each objective the numbers, in `queries`, of what was asked. */
  readonly asked: readonly (readonly number[])[];
}

export interface Ended {
  readonly verdict: Verdict;
  readonly standing: Standing;
  readonly slos: readonly Slo[];
  readonly inputs: GateInputs;
  readonly ticks: readonly RecordedTick[];
  /** Each distinct query once. */
  readonly queries: readonly string[];
  /** For each objective the series that its bad events are from. */
  readonly worst: readonly (readonly Blame[])[];
  readonly remarks: readonly string[];
  readonly host: string;
  readonly started: number;
  readonly ended: number;
}

interface Setting extends Pick<Ended, "inputs" | "slos" | "host" | "started"> {
  readonly sampler: Sampler;
}

export function openRecord({ sampler, ...setting }: Setting): RunRecord {
  const ticks: RecordedTick[] = [];
  const queries = new Map<string, number>();
  const numberOf = (query: string): number => {
    const number = queries.get(query) ?? queries.size;
    queries.set(query, number);
    return number;
  };
  const noneAsked: readonly number[] = [];
  /** The same questions again are the same list, since thousands of objectives ask them at each tick. */
  const lists = new Map<string, readonly number[]>();
  const listOf = (numbers: readonly number[]): readonly number[] => {
    const key = numbers.join();
    const present = lists.get(key) ?? numbers;
    lists.set(key, present);
    return present;
  };
  return {
    ...setting,
    ticks,
    add({ window: { to: time }, samples }) {
      const asked = samples.map((sample, index) =>
        sample.class === "skipped" ? noneAsked : listOf(sampler.asked(index).map(numberOf)),
      );
      ticks.push({ time, samples, asked });
    },
    end: (standing, verdict, ended) => ({
      ...setting,
      standing,
      verdict,
      ended,
      ticks,
      queries: [...queries.keys()],
      worst: setting.slos.map((_, index) => sampler.worst(index)),
      remarks: [...sampler.remarks],
    }),
  };
}
