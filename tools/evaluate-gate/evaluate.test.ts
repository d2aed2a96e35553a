import { describe, expect, test } from "@jest/globals";
import { chance } from "./chance.ts";
import { argoRule } from "./controls/argo.ts";
import { flaggerRule } from "./controls/flagger.ts";
import { kayentaRule } from "./controls/kayenta.ts";
import { seedRule } from "./controls/seed.ts";
import { judged } from "./judged.ts";
import { throughLoop } from "./loop.ts";
import { tally, upperBound } from "./outcome.ts";
import { LEAD, observed, TICKS, type Scenario, type Slot } from "./world.ts";

const scenario = (of: Partial<Scenario>): Scenario => ({
  ratio: 0.5,
  rps: 20,
  cv: 0,
  change: "constant",
  fault: "none",
  ...of,
});
const RUNS = 40;
const runs = (of: Partial<Scenario>, seed = 1) => {
  const random = chance(seed);
  return Array.from({ length: RUNS }, () => observed(scenario(of), random));
};
const slots = (make: (tick: number) => Partial<Slot>): Slot[] =>
  Array.from({ length: LEAD + TICKS }, (_, i) => ({ answer: "events", total: 1000, bad: 0, ...make(i - LEAD) }));

describe("the action's loop", () => {
  test("ends each run like the judge alone, in the same tick", async () => {
    for (const part of [
      { ratio: 0.5 },
      { ratio: 1 },
      { ratio: 2 },
      { ratio: 5, cv: 1 },
      { rps: 0 },
      { fault: "total outage" },
      { ratio: 1, cv: 1, fault: "outage" },
      { ratio: 2, fault: "query errors" },
    ] as const) {
      for (const run of runs(part)) expect(await throughLoop(run, chance(2))).toEqual(judged(run));
    }
  });

  test("counts what an outage hid with the next answer, window by window", async () => {
    const random = chance(3);
    const hidden = slots((tick) => ({
      bad: tick >= 22 && tick < 25 ? 1000 : 0,
      answer: tick >= 20 && tick < 26 ? "query-error" : "events",
    }));
    expect(await throughLoop(hidden, random)).toEqual({ verdict: "refused", seconds: 270 });
    for (const run of runs({ ratio: 0.3, rps: 200, fault: "outage" }))
      expect((await throughLoop(run, random)).verdict).toBe("passed");
  });
});

describe("other gates", () => {
  test("follow their rules: no traffic, no server, a burst", () => {
    const idle = slots(() => ({ total: 0 }));
    expect([seedRule, argoRule, flaggerRule].map((rule) => rule(idle).verdict)).toEqual([
      "refused",
      "refused",
      "refused",
    ]);
    const down = slots(() => ({ answer: "query-error" }));
    expect([seedRule, argoRule, flaggerRule].map((rule) => rule(down).verdict)).toEqual([
      "passed",
      "undecided",
      "refused",
    ]);
    const burst = slots((tick) => ({ bad: tick === 30 ? 150 : 0 }));
    expect([seedRule, argoRule, flaggerRule].map((rule) => rule(burst))).toEqual(
      Array.from({ length: 3 }, () => ({ verdict: "refused", seconds: 340 })),
    );
    const boundary = slots(() => ({ bad: 10 }));
    expect([seedRule, argoRule, flaggerRule].map((rule) => rule(boundary).verdict)).toEqual([
      "refused",
      "refused",
      "passed",
    ]);
    const flapping = slots((tick) => ({ answer: tick % 5 === 4 ? "events" : "query-error" }));
    expect(argoRule(flapping).verdict).toBe("passed");
  });

  test("Kayenta's rule passes equal data and fails a shift of all ticks", () => {
    const same = slots(() => ({ bad: 5 }));
    expect(kayentaRule(same, same).verdict).toBe("passed");
    expect(
      kayentaRule(
        slots((tick) => ({ bad: 50 + (tick % 3) })),
        slots((tick) => ({ bad: 5 + (tick % 3) })),
      ).verdict,
    ).toBe("refused");
    expect(
      kayentaRule(
        slots(() => ({ answer: "no-data" })),
        same,
      ).verdict,
    ).toBe("refused");
  });
});

describe("statistics", () => {
  test("Clopper and Pearson's upper bound", () => {
    expect(upperBound(0, 100, 0.99)).toBeCloseTo(1 - 0.01 ** (1 / 100), 9);
    expect(upperBound(20, 2000, 0.99)).toBeGreaterThan(0.016);
    expect(upperBound(20, 2000, 0.99)).toBeLessThan(0.017);
  });
});

describe("the gate", () => {
  test("meets its targets in a few runs: no false refusal, no false pass, no result without data", () => {
    const verdicts = (of: Partial<Scenario>) => tally(runs(of).map((run) => judged(run)));
    expect(verdicts({ ratio: 0.5 })).toMatchObject({ refused: 0, passed: RUNS });
    expect(verdicts({ ratio: 1, cv: 1, rps: 200 }).refused).toBeLessThanOrEqual(2);
    expect(verdicts({ ratio: 2 })).toMatchObject({ refused: RUNS, passed: 0 });
    expect(verdicts({ ratio: 5 }).medianSeconds).toBeLessThanOrEqual(60);
    expect(verdicts({ rps: 0 })).toMatchObject({ undecided: RUNS });
    expect(verdicts({ fault: "total outage" })).toMatchObject({ undecided: RUNS });
  });

  test("runs the same with the same seed", () => {
    expect(runs({ cv: 1, fault: "late scrapes" }, 8)).toEqual(runs({ cv: 1, fault: "late scrapes" }, 8));
  });
});
