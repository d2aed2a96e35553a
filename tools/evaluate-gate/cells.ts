import type { Pair } from "./arms.ts";
import type { Scenario } from "./world.ts";

export interface Grid {
  readonly constant: readonly Scenario[];
  readonly changes: readonly Scenario[];
  readonly faults: readonly Scenario[];
  /** As many ticks as the action has where nothing is said: ten of 30 s. */
  readonly short: readonly Scenario[];
  readonly pairs: readonly Pair[];
  /** Runs of a cell. */
  readonly runs: number;
}

const RATIOS = [0.1, 0.3, 0.5, 0.8, 1, 1.2, 1.5, 2, 5, 20] as const;
export const RPS = [0, 0.2, 2, 20, 200, 2000] as const;
export const CVS = [0, 0.5, 1] as const;

export const FULL: Grid = {
  constant: CVS.flatMap((cv) =>
    RPS.flatMap((rps) => RATIOS.map((ratio): Scenario => ({ ratio, rps, cv, change: "constant", fault: "none" }))),
  ),
  changes: [
    ...changed("step", [1.5, 2, 5, 20]),
    ...changed("ramp", [0.8, 2, 5, 20]),
    ...changed("burst", [0.1, 0.5, 0.8]),
    ...changed("blip", [0.1, 0.5, 0.8]),
  ],
  faults: (["query errors", "outage", "total outage", "counter resets", "NaN gaps", "late scrapes"] as const).flatMap(
    (fault) =>
      [2, 20, 200].flatMap((rps) =>
        [0.5, 1, 2, 5].map((ratio): Scenario => ({ ratio, rps, cv: 0, change: "constant", fault })),
      ),
  ),
  short: short([0.5, 0.8, 1, 2, 5], [2, 20, 200], [0, 0.5, 1]),
  pairs: pairs([0.01, 0.1, 0.5], [20, 200, 2000], [1, 2, 4, 10], ["none", "common", "alone"]),
  runs: 2000,
};

/** What CI can afford: the cells where an aim is nearest, with fewer runs. */
export const QUICK: Grid = {
  constant: [0, 1].flatMap((cv) =>
    [0, 2, 20, 200].flatMap((rps) =>
      [0.5, 1, 2, 5].map((ratio): Scenario => ({ ratio, rps, cv, change: "constant", fault: "none" })),
    ),
  ),
  changes: [{ ratio: 0.5, rps: 20, cv: 0, change: "burst", fault: "none" }],
  faults: (["query errors", "total outage", "late scrapes"] as const).flatMap((fault) =>
    [1, 2].map((ratio): Scenario => ({ ratio, rps: 20, cv: 0, change: "constant", fault })),
  ),
  short: short([1, 2], [20], [0, 1]),
  pairs: pairs([0.1], [200], [1, 10], ["none", "common"]),
  runs: 300,
};

function short(ratios: readonly number[], rates: readonly number[], cvs: readonly number[]): Scenario[] {
  return cvs.flatMap((cv) =>
    ratios.flatMap((ratio) =>
      rates.map((rps): Scenario => ({ ratio, rps, cv, change: "constant", fault: "none", ticks: 10, seconds: 30 })),
    ),
  );
}

function changed(change: Scenario["change"], ratios: readonly number[]): Scenario[] {
  return [2, 20, 200].flatMap((rps) => ratios.map((ratio): Scenario => ({ ratio, rps, cv: 0, change, fault: "none" })));
}

function pairs(
  parts: readonly number[],
  rates: readonly number[],
  ratios: readonly number[],
  bursts: readonly Pair["bursts"][],
): Pair[] {
  return bursts.flatMap((kind) =>
    parts.flatMap((part) =>
      rates.flatMap((rps) => ratios.map((ratio): Pair => ({ ratio, baselineShare: 0.005, rps, part, bursts: kind }))),
    ),
  );
}
