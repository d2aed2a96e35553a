import type { Pair } from "./arms.ts";
import { nameOf, percent, type Aim } from "./aims.ts";
import { CVS, RPS } from "./cells.ts";
import { RULES, type Cell, type Evaluation, type OwnCell, type Rule } from "./evaluate.ts";
import type { Tally } from "./outcome.ts";

const RULE_NAMES: Readonly<Record<Rule, string>> = {
  evidence: "metrics-gate",
  count: "metrics-gate, mode count",
  seed: "seed's rule",
  argo: "Argo",
  flagger: "Flagger",
};

/** How many runs went through the action's own loop, and how many of them ended as the judge alone. */
export interface Looped {
  readonly runs: number;
  readonly same: number;
}

export function page(evaluation: Evaluation, aims: readonly Aim[], looped: Looped, seed: number): string {
  const { runs, constant, changes, faults, short } = evaluation;
  const missed = aims.filter(({ held }) => !held);
  return `# How often the metrics gate is right

Written by \`npm run evaluate:gate\` (seed ${seed}). It takes about three minutes, and the same version of Node always gives the same numbers. The judge of the action metrics-gate (\`packages/slo\`) judges a simulated service many times. The rules of other gates, reimplemented from their published semantics (\`tools/evaluate-gate/controls\`), judge exactly the same runs.

A run lasts ten minutes, with a tick every 10 s. The limit is 1 % bad requests; alpha is 0.01. Requests arrive as a Poisson process, and the share of bad requests is set per tick. Bursts multiply that share by a gamma-distributed factor in each tick; CV is the factor's coefficient of variation. CV 1 is rough: one tick in six has more than 1.8 times the mean. Each cell of the constant grid, the changes and the faults has ${runs} runs. So have the comparisons in which canary and baseline are equally good; the other comparisons have a quarter as many.

## Targets

| target | worst cell | met |
|---|---|---|
${aims.map(({ name, worst, held }) => `| ${name} | ${worst} | ${held ? "yes" : "**no**"} |`).join("\n")}

${missed.length === 0 ? "All targets are met." : `${missed.length} of ${aims.length} targets are missed.`} ${looped.same} of ${looped.runs} runs through the action's own sampler and loop, against a simulated Prometheus, ended with the same verdict and in the same tick as the judge alone.

## Mode evidence

![Refused runs by the true share, for the gate and for the other rules](gate-evaluation/refused.svg)

![The same under bursts](gate-evaluation/refused-bursts.svg)

Each cell shows refused / passed, in percent of all runs; the remaining runs are undecided.

${CVS.map((cv) => grid(constant, cv)).join("\n\n")}

A share of exactly the limit passes in half of all runs with traffic, because a run cannot distinguish it from a share just under the limit. A pass means that the run was under the limit, and that at twice the limit at most one run in a hundred would have looked like this. With few requests most runs are undecided; the reason then states how many more requests are needed.

![Median seconds to a refusal](gate-evaluation/detection.svg)

## The other rules

Refused / passed. Every ten seconds each rule evaluates the last minute, and it allows three bad evaluations. One burst of five seconds is part of six evaluations.

${controls(constant)}

- The seed's rule also fails a run with one to three bad evaluations. It treats NaN as a violation, and a Prometheus that is down as an error rate of 0, so it passes during an outage.
- Argo does not count an error as a measurement: a run in which Prometheus answers only now and then ends as Successful.
- Flagger rolls back when it gets no data, and accepts a value of exactly the limit.
- Mode count of metrics-gate judges each tick separately, so it is as strict as the seed's rule at its strictest: at 20 requests/s a tick has 200 requests, and three bad ones are more than 1 %. It exists for teams that need that rule; it never passes what is unknown.

## Changes within a run

Refused / passed @ median seconds from the start, at 20 requests/s.

${table(changes.filter(shown), ["evidence", "seed", "argo", "flagger"])}

The step comes after 300 s, starting from half the limit. A burst is 5 s of 30 % bad requests; a blip is one second without a good response. Each is a single episode and not a reason to refuse. If the run stays under the limit but the burst suggests that more bursts may follow, it is undecided.

## Faults of the measurement

At 20 requests/s; the targets include 2 and 200 as well.

${table(faults.filter(shown), ["evidence", "seed", "argo", "flagger"])}

## Ten ticks of 30 s

The action's defaults. Refused / passed.

${shortTable(short)}

Ten ticks reveal little about bursts, and the judge does not rely much on what they reveal: under bursts it is undecided more often, and at CV 1 and low traffic a run at twice the limit still passes somewhat too often. At five times the limit a refusal takes about five ticks, so a short interval helps more than a long run.

## Canary next to a baseline

![Refused runs by the ratio of both shares](gate-evaluation/baseline.svg)

The baseline has 0.5 % bad requests, a ratio of 1 is allowed, and the limit itself is far away (30 %). Refused / passed @ median seconds, at 20 and 2000 requests/s for both sides together. The last column is Kayenta's rule: one Mann–Whitney test at 98 % over the shares of all ticks, at the end of the run.

${pairTable(evaluation)}

Independent bursts affect one side and not the other; bursts on both sides change little. The judge notices bursts and then gives single requests less weight, which takes time: for a canary with a tenth of 200 requests/s, four times the baseline's share is detected in about two minutes, and twice the share in six minutes or not at all. Kayenta's rule has hardly any false alarms here either, but detects nothing if most ticks of a small canary have no bad requests. With high traffic it detects some doublings of a very small canary that the gate leaves undecided.

Passed does not mean that a ratio was proven. If both sides have too few bad requests for a ratio, it is enough that the share is proven to be under its own limit and that the ratio does not look more than twice too large. The limit is far away here, so many runs pass that would not pass with a limit near the baseline's share.

## What this does not show

- Ticks are independent in the simulation. Problems that last for minutes and then go away are what a gate should refuse.
- The responses of a real Prometheus are not part of this; the action is tested against one separately.
`;
}

/** A page is to be read: the rest is in the aims. */
const shown = ({ scenario }: Cell): boolean => scenario.rps === 20;

function grid(cells: readonly Cell[], cv: number): string {
  const own = cells.filter(({ scenario }) => scenario.cv === cv);
  const ratios = [...new Set(own.map(({ scenario }) => scenario.ratio))];
  const rates = RPS.filter((rps) => own.some(({ scenario }) => scenario.rps === rps));
  const at = (ratio: number, rps: number) =>
    own.find(({ scenario }) => scenario.ratio === ratio && scenario.rps === rps);
  const rows = ratios.map(
    (ratio) => `| ${ratio} × | ${rates.map((rps) => verdicts(at(ratio, rps)?.tallies.evidence)).join(" | ")} |`,
  );
  return `${cv === 0 ? "Without bursts" : `With bursts, CV ${cv}`}:

| true share | ${rates.map((rps) => `${rps} requests/s`).join(" | ")} |
|---|${rates.map(() => "---|").join("")}
${rows.join("\n")}`;
}

function controls(cells: readonly Cell[]): string {
  const rows = cells.filter(
    ({ scenario: { ratio, rps, cv } }) =>
      cv !== 0.5 &&
      (rps === 0 ? ratio === 0.5 && cv === 0 : [0.5, 0.8, 1, 2].includes(ratio) && [2, 20, 200].includes(rps)),
  );
  return `| true share, traffic | ${RULES.map((rule) => RULE_NAMES[rule]).join(" | ")} |
|---|${RULES.map(() => "---|").join("")}
${rows.map(({ scenario, tallies }) => `| ${nameOf(scenario)} | ${RULES.map((rule) => verdicts(tallies[rule])).join(" | ")} |`).join("\n")}`;
}

function table(cells: readonly Cell[], rules: readonly Rule[]): string {
  return `| scenario | ${rules.map((rule) => RULE_NAMES[rule]).join(" | ")} |
|---|${rules.map(() => "---|").join("")}
${cells.map(({ scenario, tallies }) => `| ${nameOf(scenario)} | ${rules.map((rule) => withTime(tallies[rule])).join(" | ")} |`).join("\n")}`;
}

function shortTable(cells: readonly OwnCell[]): string {
  const rates = [...new Set(cells.map(({ scenario }) => scenario.rps))];
  const rows = new Map<string, string[]>();
  for (const { scenario, tally } of cells) {
    const name = `${scenario.ratio} ×${scenario.cv > 0 ? `, bursts CV ${scenario.cv}` : ""}`;
    rows.set(name, [...(rows.get(name) ?? []), verdicts(tally)]);
  }
  return `| true share | ${rates.map((rps) => `${rps} requests/s`).join(" | ")} |
|---|${rates.map(() => "---|").join("")}
${[...rows].map(([name, row]) => `| ${name} | ${row.join(" | ")} |`).join("\n")}`;
}

function pairTable({ pairs }: Evaluation): string {
  const bursts: Readonly<Record<Pair["bursts"], string>> = {
    none: "none",
    common: "on both sides",
    alone: "independent",
  };
  const rows = pairs
    .filter(({ pair }) => pair.rps !== 200 && pair.bursts !== "common")
    .map(
      ({ pair, tallies }) =>
        `| ${pair.ratio} | ${percent(pair.part)} | ${pair.rps} | ${bursts[pair.bursts]} | ${withTime(tallies.evidence)} | ${verdicts(tallies.kayenta)} |`,
    );
  return `| ratio | canary's part | requests/s | bursts | metrics-gate | Kayenta's rule |
|---|---|---|---|---|---|
${rows.join("\n")}`;
}

function verdicts(tally: Tally | undefined): string {
  return tally ? `${rounded(tally.refused, tally.runs)} / ${rounded(tally.passed, tally.runs)}` : "";
}

function withTime(tally: Tally): string {
  return Number.isFinite(tally.medianSeconds) ? `${verdicts(tally)} @ ${tally.medianSeconds}` : verdicts(tally);
}

/** Neither 0 nor 100 unless it is all. */
function rounded(hits: number, runs: number): string {
  const text = String(Number(((hits / runs) * 100).toFixed(1)));
  if (text === "0" && hits > 0) return "0.1";
  return text === "100" && hits < runs ? "99.9" : text;
}
