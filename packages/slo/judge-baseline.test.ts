import { describe, expect, test } from "@jest/globals";
import { openJudge } from "./index.ts";
import type { Measurement, Objective, Policy, ProportionObjective, Standing } from "./index.ts";
import { baselineEvidence } from "./baseline-evidence.ts";
import { limitEvidence } from "./limit-evidence.ts";

const POLICY: Policy = {
  mode: "evidence",
  alpha: 0.01,
  maxViolations: 3,
  minRequests: 100,
  minSamples: 5,
  ticks: 60,
  onNoData: "undecided",
  secondsPerTick: 10,
};
const ERRORS: ProportionObjective = { kind: "proportion", name: "error rate", limit: 0.01, counted: true };
const COMPARED: ProportionObjective = { ...ERRORS, limit: 0.05, maxRatio: 1.5 };
const QUEUE: Objective = { kind: "value", name: "queue", max: 100, counted: true };

const events = (total: number, bad: number, most = bad): Measurement => ({
  kind: "events",
  events: { total, bad: { least: bad, most } },
});
const against = (total: number, bad: number, stableTotal: number, stableBad: number): Measurement => ({
  kind: "events",
  events: { total, bad: { least: bad, most: bad } },
  baseline: { total: stableTotal, bad: { least: stableBad, most: stableBad } },
});
const value = (number: number): Measurement => ({ kind: "value", value: number });
const times = <T>(count: number, make: (i: number) => T): T[] => Array.from({ length: count }, (_, i) => make(i));

/** The run as the action does it: it ends when the standing is certain. */
function run(
  measurements: readonly Measurement[],
  objective: Objective,
  policy: Partial<Policy> = {},
): { standing: Standing; ticks: number } {
  const judge = openJudge([objective], { ...POLICY, ticks: measurements.length, ...policy });
  let tick = 0;
  for (const measurement of measurements) {
    judge.observe(tick++, [measurement]);
    if (judge.standing().certain) break;
  }
  return { standing: judge.standing(), ticks: tick };
}
const verdict = (...from: Parameters<typeof run>) => run(...from).standing.verdict;

describe("a baseline", () => {
  test("trap 19: bad requests at the canary and none at the baseline refuse", () => {
    const { standing } = run(
      times(60, () => against(200, 4, 1800, 0)),
      COMPARED,
    );
    expect(standing.verdict).toBe("refused");
    expect(standing.reason).toContain("the baseline has none");
    expect(standing.reason).toContain("worse than the baseline");
    expect(standing.objectives[0]!.ratio).toMatchObject({ value: Infinity, high: Infinity });
  });

  test("a canary like its baseline passes, whatever the weights are, and problems of both refuse only through the limit", () => {
    const weights = times(60, (i) => against(20 + 10 * i, i % 2, 1000 - 10 * i, 3));
    expect(verdict(weights, COMPARED)).toBe("passed");
    const struck = run(
      times(60, () => against(200, 40, 1800, 360)),
      COMPARED,
    ).standing;
    expect(struck.verdict).toBe("refused");
    expect(struck.reason).toContain("over the limit");
  });

  test("without the baseline's traffic nothing is compared and nothing passes", () => {
    const { standing } = run(
      times(60, () => against(200, 0, 0, 0)),
      COMPARED,
    );
    expect(standing.verdict).toBe("undecided");
    expect(standing.reason).toContain("0 requests at the baseline, 100 needed");
  });

  test("an unknown ratio: a share well under its limit passes; one near it, and one that looks bad, do not", () => {
    const few = { ...COMPARED, maxRatio: 1 };
    expect(
      verdict(
        times(60, (i) => against(20, 0, 200, i % 10 === 0 ? 1 : 0)),
        few,
      ),
    ).toBe("passed");
    const near = run(
      times(10, (i) => against(100, i % 2 === 0 ? 5 : 3, 20, 1)),
      few,
    ).standing;
    expect(near.verdict).toBe("undecided");
    expect(near.reason).toContain("too few bad requests to tell the ratio from 2, and too many to do without it");
    const looksBad = run(
      times(60, (i) => against(20, i === 7 ? 1 : 0, 1980, i % 3 === 0 ? 1 : 0)),
      few,
    ).standing;
    expect(looksBad.verdict).toBe("undecided");
    expect(looksBad.reason).toContain("too few bad requests to tell the ratio from 2, and it looks worse");
  });

  test("a ratio proven to be under twice the allowed one passes, even with a share near its limit", () => {
    const standing = run(
      times(60, (i) => against(100, i % 2 === 0 ? 5 : 4, 100, i % 2 === 0 ? 4 : 5)),
      COMPARED,
    ).standing;
    expect(standing.verdict).toBe("passed");
    expect(standing.objectives[0]!.ratio!.high).toBeLessThan(3);
  });

  test("the evidence against limit and baseline is the mean of both", () => {
    const [whole, limit, baseline] = [
      openJudge([COMPARED], POLICY),
      limitEvidence(COMPARED.limit, 60),
      baselineEvidence(1.5, 60),
    ];
    const measured = against(100, 12, 300, 3);
    const [sample] = whole.observe(0, [measured]);
    if (measured.kind !== "events") throw new Error("events");
    limit.observe(measured.events);
    baseline.observe(measured.events, measured.baseline!);
    expect(sample!.evidence).toBeCloseTo((Math.exp(limit.logValue()) + Math.exp(baseline.logValue())) / 2, 9);
  });

  test("trap 20: seven of ten ticks at a hundred times the baseline do not pass", () => {
    const loud = times(10, (i) => against(1000, i < 7 ? 100 : 1, 1000, 1));
    expect(verdict(loud, { ...COMPARED, limit: 0.5 })).toBe("refused");
  });
});

describe("several objectives", () => {
  test("trap 21: an objective that cannot be measured prevents a pass", () => {
    const judge = openJudge([ERRORS, QUEUE], { ...POLICY, ticks: 10 });
    for (let tick = 0; tick < 10; tick++) judge.observe(tick, [events(1000, 0), value(NaN)]);
    expect(judge.standing()).toMatchObject({
      verdict: "undecided",
      objectives: [{ verdict: "passed" }, { verdict: "undecided" }],
    });
  });

  test("an objective that does not count is judged and shown, and changes nothing", () => {
    const judge = openJudge([ERRORS, { ...ERRORS, name: "shown", counted: false }], { ...POLICY, ticks: 10 });
    for (let tick = 0; tick < 10; tick++) judge.observe(tick, [events(1000, 0), events(1000, 500)]);
    expect(judge.standing()).toMatchObject({
      verdict: "passed",
      objectives: [{ verdict: "passed" }, { verdict: "refused" }],
    });
    expect(judge.standing().objectives[0]!.evidence!.needed).toBe(100);
  });
});
