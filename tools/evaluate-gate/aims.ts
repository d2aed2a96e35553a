import type { Cell, Evaluation, PairCell } from "./evaluate.ts";
import { upperBound, type Tally } from "./outcome.ts";
import type { Scenario } from "./world.ts";

/** A target of the gate, and the result of the worst cell. */
export interface Aim {
  readonly name: string;
  readonly worst: string;
  readonly held: boolean;
}

/** One-sided upper bound of a cell's share: with 2000 runs, 20 hits still meet it. */
const UPPER_BOUND = 0.017;
const FULL_RUNS = 2000;

export function aimsOf({ constant, faults, short, pairs }: Evaluation): readonly Aim[] {
  const evidence = ({ tallies }: Cell | PairCell): Tally => tallies.evidence;
  const steady = (cell: Cell) => ({ name: nameOf(cell.scenario), tally: evidence(cell), ...cell });
  const [cells, spoilt] = [constant.map(steady), faults.map(steady)];
  const brief = short.map((cell) => ({ name: nameOf(cell.scenario), ...cell }));
  const beside = pairs.map((cell) => ({ name: pairName(cell), tally: evidence(cell), ...cell }));
  const busy = cells.filter(({ scenario }) => scenario.rps >= 20);
  return [
    seldom(
      "false refusals at or under the limit ≤ 1 % of runs",
      cells.filter(({ scenario }) => scenario.ratio <= 1),
      "refused",
    ),
    seldom(
      "the same with faults",
      spoilt.filter(({ scenario }) => scenario.ratio <= 1),
      "refused",
    ),
    seldom(
      "the same in runs of ten ticks",
      brief.filter(({ scenario }) => scenario.ratio <= 1),
      "refused",
    ),
    seldom(
      "the same for a canary as good as its baseline",
      beside.filter(({ pair }) => pair.ratio === 1),
      "refused",
    ),
    seldom(
      "false passes at twice the limit and more ≤ 1 % of runs",
      [...cells, ...spoilt].filter(({ scenario }) => scenario.ratio >= 2),
      "passed",
    ),
    seldom(
      "the same in runs of ten ticks, without bursts or with CV 0.5",
      brief.filter(({ scenario }) => scenario.ratio >= 2 && scenario.cv < 1),
      "passed",
    ),
    least(
      "refused at twice the limit, 20 requests/s and more, no bursts: ≥ 99 %",
      busy.filter(({ scenario }) => scenario.ratio === 2 && scenario.cv === 0),
    ),
    never(
      "no pass without traffic or without answers",
      [...cells, ...spoilt].filter(({ scenario }) => scenario.rps === 0 || scenario.fault === "total outage"),
    ),
    soon(
      "median time to a refusal at five times the limit, 20 requests/s and more: ≤ 60 s",
      busy.filter(({ scenario }) => scenario.ratio === 5),
    ),
  ];
}

interface Named {
  readonly name: string;
  readonly tally: Tally;
}

function seldom(name: string, cells: readonly Named[], verdict: "refused" | "passed"): Aim {
  const shareOf = ({ tally }: Named) => tally[verdict] / tally.runs;
  const worst = worstOf(cells, shareOf);
  if (!worst) return missing(name);
  const { tally } = worst;
  const upper = upperBound(tally[verdict], tally.runs, 0.99);
  // Few runs cannot prove 1 %; they show what is clearly above it.
  const held =
    tally.runs >= FULL_RUNS
      ? shareOf(worst) <= 0.01 && upper <= UPPER_BOUND
      : tally[verdict] <= tally.runs * 0.01 + 4 * Math.sqrt(tally.runs * 0.01);
  return {
    name,
    worst: `${tally[verdict]} of ${tally.runs} (at most ${percent(upper)} with 99 % confidence): ${worst.name}`,
    held,
  };
}

function least(name: string, cells: readonly Named[]): Aim {
  const worst = worstOf(cells, ({ tally }) => -tally.refused / tally.runs);
  return worst
    ? {
        name,
        worst: `${percent(worst.tally.refused / worst.tally.runs)}: ${worst.name}`,
        held: worst.tally.refused >= 0.99 * worst.tally.runs,
      }
    : missing(name);
}

function never(name: string, cells: readonly Named[]): Aim {
  const worst = worstOf(cells, ({ tally }) => tally.passed);
  return worst
    ? {
        name,
        worst: `${worst.tally.passed} of ${worst.tally.runs} in each of ${cells.length} cells`,
        held: worst.tally.passed === 0,
      }
    : missing(name);
}

function soon(name: string, cells: readonly Named[]): Aim {
  const worst = worstOf(cells, ({ tally }) => tally.medianSeconds);
  return worst
    ? { name, worst: `${worst.tally.medianSeconds} s: ${worst.name}`, held: worst.tally.medianSeconds <= 60 }
    : missing(name);
}

/** What was not measured was not held. */
const missing = (name: string): Aim => ({ name, worst: "not measured", held: false });

function worstOf(cells: readonly Named[], badness: (cell: Named) => number): Named | undefined {
  return cells.reduce<Named | undefined>(
    (worst, cell) => (worst === undefined || badness(cell) > badness(worst) ? cell : worst),
    undefined,
  );
}

export function nameOf({ ratio, rps, cv, change, fault }: Scenario): string {
  const extras = [
    ...(cv > 0 ? [`bursts CV ${cv}`] : []),
    ...(change === "constant" ? [] : [change]),
    ...(fault === "none" ? [] : [fault]),
  ];
  return [`${ratio} × limit, ${rps} requests/s`, ...extras].join(", ");
}

export function pairName({ pair }: PairCell): string {
  const bursts = { none: "no bursts", common: "bursts on both sides", alone: "independent bursts" }[pair.bursts];
  return `ratio ${pair.ratio}, ${percent(pair.part)} of ${pair.rps} requests/s, ${bursts}`;
}

export function percent(share: number): string {
  return `${Number((share * 100).toFixed(2))} %`;
}
