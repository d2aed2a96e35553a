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
  return `# Can the gate be believed?

Written by \`npm run evaluate:gate\` (seed ${seed}): about three minutes, the same numbers wherever the same Node runs. A simulated service is judged again and again by the judge of the action metrics-gate (\`packages/slo\`), and by the rules of other gates, written again from their published semantics (\`tools/evaluate-gate/controls\`), on the very same runs.

A run is ten minutes of ticks of 10 s; the limit is 1 % bad requests; alpha is 0.01. Requests arrive as a Poisson process, each is bad with the share of its tick. Bursts multiply that share by a gamma draw in each tick; CV is its coefficient of variation, and CV 1 is rough: every sixth tick has more than 1.8 times the mean. Each cell of the constant grid, the changes and the faults has ${runs} runs; of two sides those where both are alike have as many, the others a quarter.

## Aims

| aim | worst cell | held |
|---|---|---|
${aims.map(({ name, worst, held }) => `| ${name} | ${worst} | ${held ? "yes" : "**no**"} |`).join("\n")}

${missed.length === 0 ? "All aims are held." : `${missed.length} of ${aims.length} aims are missed.`} ${looped.same} of ${looped.runs} runs that went through the action's own sampler and loop, against a simulated Prometheus, ended with the verdict and in the tick of the judge alone.

## Mode evidence

![Refused runs by the true share, for the gate and for the other rules](gate-evaluation/refused.svg)

![The same under bursts](gate-evaluation/refused-bursts.svg)

In each cell: refused / passed, in percent of all runs; the rest is undecided.

${CVS.map((cv) => grid(constant, cv)).join("\n\n")}

A share of exactly the limit passes in half of all runs with traffic: a run cannot tell it from one just under the limit. What a pass says is that the run was under the limit, and that at twice the limit one run in a hundred at most would have looked like this. With few requests most runs are undecided: the reason says how many more it would take.

![Median seconds to a refusal](gate-evaluation/detection.svg)

## The other rules

Refused / passed. All look at the last minute every ten seconds and allow three bad looks: one burst of five seconds is in six looks.

${controls(constant)}

- The seed's rule also fails a run with one to three bad looks, takes NaN for a violation and a Prometheus that is down for an error rate of 0: it passes in an outage.
- Argo counts no error as a measurement: of a run with answers now and then it says Successful.
- Flagger rolls back for what it cannot see, and lets a value of exactly the limit through.
- Mode count of metrics-gate judges each tick for itself, so it is as strict as the seed's rule at its strictest: at 20 requests/s a tick has 200 requests, and three bad ones are over 1 %. It is there for those who need that rule; it passes nothing unknown.

## Changes within a run

Refused / passed @ median seconds from the start, at 20 requests/s.

${table(changes.filter(shown), ["evidence", "seed", "argo", "flagger"])}

The step comes after 300 s from half the limit. A burst is 5 s of 30 % bad requests, a blip one second without a good answer: both are one episode, and no reason to refuse. Where the burst leaves the run under the limit but says too much about bursts, it is undecided.

## Faults of the measurement

At 20 requests/s; the aims look at 2 and 200 as well.

${table(faults.filter(shown), ["evidence", "seed", "argo", "flagger"])}

## Ten ticks of 30 s

What the action does where nothing else is said. Refused / passed.

${shortTable(short)}

With ten ticks there is little to learn about bursts, and the judge distrusts what it learnt: under bursts it is more often undecided, and at CV 1 a run at twice the limit still passes somewhat too often at little traffic. A refusal needs about five ticks at five times the limit, so a short interval is worth more than a long run.

## Canary next to a baseline

![Refused runs by the ratio of both shares](gate-evaluation/baseline.svg)

The baseline has 0.5 % bad requests, a ratio of 1 is allowed, the limit itself is far away (30 %). Refused / passed @ median seconds, at 20 and 2000 requests/s for both sides together; next to it Kayenta's rule (Mann and Whitney at 98 % over the ticks' shares, once, at the end).

${pairTable(evaluation)}

Independent bursts strike one side and not the other; those that strike both change little. The judge learns of them and trusts single requests less, which takes time: with a tenth of 200 requests/s four times the baseline's share is found in about two minutes, twice in six or not at all. Kayenta's rule has hardly a false alarm here either, but sees nothing where most ticks of a small canary have no bad request; at much traffic it sees some doublings of a very small canary that the gate leaves undecided.

Passed does not mean that a ratio was proven: where both sides are too good to have one, it is enough that the share is proven to be under its own limit and that the ratio does not look more than twice too large. The limit is far away here, so many runs pass by it that would not with a limit near the baseline's share.

## What this does not say

- Ticks are independent here. Trouble that lasts for minutes and goes away again is what a gate should refuse.
- What a real Prometheus answers is not part of this; the action is tested against one.
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
