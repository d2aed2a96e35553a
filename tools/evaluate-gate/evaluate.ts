import { type Pair, observedPair } from "./arms.ts";
import type { Grid } from "./cells.ts";
import { chance } from "./chance.ts";
import { argoRule } from "./controls/argo.ts";
import { flaggerRule } from "./controls/flagger.ts";
import { kayentaRule } from "./controls/kayenta.ts";
import { seedRule } from "./controls/seed.ts";
import { compared, ERROR_RATE, judged } from "./judged.ts";
import { tally, type Outcome, type Tally } from "./outcome.ts";
import { observed, type Scenario, type Slot } from "./world.ts";

export const RULES = ["evidence", "count", "seed", "argo", "flagger"] as const;
export type Rule = (typeof RULES)[number];
export const PAIR_RULES = ["evidence", "kayenta"] as const;
export type PairRule = (typeof PAIR_RULES)[number];

/** What each rule made of the same runs. */
export interface Cell {
  readonly scenario: Scenario;
  readonly tallies: Readonly<Record<Rule, Tally>>;
}

/** Where only the gate itself is measured. */
export interface OwnCell {
  readonly scenario: Scenario;
  readonly tally: Tally;
}

export interface PairCell {
  readonly pair: Pair;
  readonly tallies: Readonly<Record<PairRule, Tally>>;
}

export interface Evaluation {
  readonly runs: number;
  readonly constant: readonly Cell[];
  readonly changes: readonly Cell[];
  readonly faults: readonly Cell[];
  readonly short: readonly OwnCell[];
  readonly pairs: readonly PairCell[];
}

/** The ratio to the baseline is what is judged here: the limit is far away. */
export const COMPARED = { ...ERROR_RATE, limit: 0.3, maxRatio: 1 } as const;

const JUDGES: Readonly<Record<Rule, (slots: readonly Slot[]) => Outcome>> = {
  evidence: (slots) => judged(slots),
  count: (slots) => judged(slots, "count"),
  seed: seedRule,
  argo: argoRule,
  flagger: flaggerRule,
};

/** The seed of a cell is its place in the grid. */
export function evaluate(grid: Grid, seed: number, progress: (done: number, of: number) => void): Evaluation {
  const of = grid.constant.length + grid.changes.length + grid.faults.length + grid.short.length + grid.pairs.length;
  let done = 0;
  const next = () => {
    progress(done, of);
    done += 1;
    return chance(seed + done);
  };
  const cell = (scenario: Scenario): Cell => {
    const random = next();
    const runs = Array.from({ length: grid.runs }, () => observed(scenario, random));
    return { scenario, tallies: record(RULES, (rule) => tally(runs.map(JUDGES[rule]))) };
  };
  const ownCell = (scenario: Scenario): OwnCell => {
    const random = next();
    return {
      scenario,
      tally: tally(
        Array.from({ length: grid.runs }, () => judged(observed(scenario, random), "evidence", scenario.seconds)),
      ),
    };
  };
  const pairCell = (pair: Pair): PairCell => {
    const random = next();
    // Two sides take longer than one, and only where both are alike is there an aim to prove.
    const runs = Array.from({ length: pair.ratio === 1 ? grid.runs : Math.ceil(grid.runs / 4) }, () =>
      observedPair(pair, random),
    );
    const judgedBy = (rule: PairRule) =>
      runs.map(({ canary, baseline }) =>
        rule === "kayenta" ? kayentaRule(canary, baseline) : compared(canary, baseline, COMPARED),
      );
    return { pair, tallies: record(PAIR_RULES, (rule) => tally(judgedBy(rule))) };
  };
  const [constant, changes, faults] = [grid.constant.map(cell), grid.changes.map(cell), grid.faults.map(cell)];
  return {
    runs: grid.runs,
    constant,
    changes,
    faults,
    short: grid.short.map(ownCell),
    pairs: grid.pairs.map(pairCell),
  };
}

function record<Key extends string, Value>(
  keys: readonly Key[],
  value: (key: Key) => Value,
): Readonly<Record<Key, Value>> {
  return Object.fromEntries(keys.map((key) => [key, value(key)])) as Record<Key, Value>;
}
