import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { chance } from "../../tools/evaluate-gate/chance.ts";
import { baselineEvidence } from "./baseline-evidence.ts";
import type { Events } from "./types.ts";
import { limitEvidence } from "./limit-evidence.ts";
import { lnGamma } from "./ln-gamma.ts";
import { logUnder, shareInterval, shareTotals } from "./share.ts";
import { startMixture } from "./start-mixture.ts";

const counted = (total: number, bad: number): Events => ({ total, bad: { least: bad, most: bad } });
const tick = fc
  .integer({ min: 0, max: 300 })
  .chain((total) => fc.integer({ min: 0, max: total }).map((bad) => counted(total, bad)));

/** The definition, by products: 3/4 begin with the first round, the rest in equal parts with each later one. */
function plainMixture(rounds: readonly (readonly [number, number])[], planned: number): number {
  const later = 1 / 4 / (planned - 1);
  const from = (start: number) =>
    [0, 1].map((i) => rounds.slice(start).reduce((product, round) => product * round[i]!, 1)).reduce((a, b) => a + b) /
    2;
  const playing = rounds.map((_, start) => (start === 0 ? 3 / 4 : later) * from(start)).reduce((a, b) => a + b);
  return playing + 1 - 3 / 4 - later * (rounds.length - 1);
}

/** Ville: of runs under the null at most alpha reach 1/alpha; the bound is 5 binomial deviations above. */
function reaching(alpha: number, runs: number, run: (seed: number) => number): void {
  let reached = 0;
  for (let seed = 0; seed < runs; seed++) if (run(seed) >= Math.log(1 / alpha)) reached += 1;
  expect(reached).toBeLessThanOrEqual(alpha * runs + 5 * Math.sqrt(alpha * runs));
}

describe("evidence against a limit", () => {
  test("multiplies, in a tick, what each bettor won", () => {
    const bets = [0.1, 0.3, 0.6, 0.9];
    const evidence = limitEvidence(0.01, 10);
    evidence.observe(counted(100, 5));
    const won = bets.map((bet) => 1 + (bet / 0.01) * (0.05 - 0.01));
    expect(Math.exp(evidence.logValue())).toBeCloseTo(0.25 + (0.75 * won.reduce((a, b) => a + b)) / bets.length, 9);
  });

  test("does not change in a tick without traffic or in a tick of exactly the limit", () => {
    const evidence = limitEvidence(0.01, 60);
    evidence.observe(counted(0, 0));
    evidence.observe(counted(1000, 10));
    expect(evidence.logValue()).toBeCloseTo(0, 12);
  });

  test("never grows in a tick under the limit, and never shrinks in a tick over it", () => {
    fc.assert(
      fc.property(fc.array(tick, { maxLength: 30 }), tick, (run, next) => {
        const evidence = limitEvidence(0.05, 40);
        for (const events of run) evidence.observe(events);
        const before = evidence.logValue();
        evidence.observe(next);
        const change = evidence.logValue() - before;
        if (next.total === 0) expect(change).toBe(0);
        else if (next.bad.most / next.total <= 0.05) expect(change).toBeLessThanOrEqual(1e-9);
        else expect(change).toBeGreaterThanOrEqual(-1e-9);
      }),
    );
  });

  test.each([
    ["steady", 200, () => 1],
    ["little traffic", 2, () => 1],
    ["bursts", 200, (uniform: () => number) => -Math.log(uniform())],
    ["rare heavy bursts", 200, (uniform: () => number) => (uniform() < 0.05 ? 20 : 0)],
  ] as const)("is rarely large for a share of exactly the limit: %s", (_, mean, multiplier) => {
    reaching(0.05, 600, (seed) => {
      const random = chance(seed);
      const evidence = limitEvidence(0.01, 30);
      let largest = 0;
      for (let i = 0; i < 30; i++) {
        const total = random.poisson(mean);
        evidence.observe(counted(total, random.binomial(total, 0.01 * multiplier(random.uniform))));
        largest = Math.max(largest, evidence.logValue());
      }
      return largest;
    });
  });
});

describe("evidence against a baseline", () => {
  test.each([
    ["a tenth of the traffic", 0.1, false, () => 1],
    ["weights that change", 0.5, false, () => 1],
    ["bursts that strike both", 0.5, false, (uniform: () => number) => -2 * Math.log(uniform())],
    ["bursts on each side alone", 0.1, true, (uniform: () => number) => -Math.log(uniform())],
  ] as const)("is rarely large for equal shares: %s", (_, part, alone, multiplier) => {
    reaching(0.05, 300, (seed) => {
      const random = chance(seed);
      const evidence = baselineEvidence(1, 30);
      let largest = 0;
      for (let i = 0; i < 30; i++) {
        const share = 0.02 * multiplier(random.uniform);
        const other = alone ? 0.02 * multiplier(random.uniform) : share;
        const [canary, stable] = [random.poisson(600 * part * (1 + i / 30)), random.poisson(600 * (1 - part))];
        evidence.observe(
          counted(canary, random.binomial(canary, share)),
          counted(stable, random.binomial(stable, other)),
        );
        largest = Math.max(largest, evidence.logValue());
      }
      return largest;
    });
  });

  test("is, in the first tick, the tempered likelihood of each ratio against the allowed one", () => {
    const evidence = baselineEvidence(2, 10);
    evidence.observe(counted(100, 3), counted(300, 1));
    const odds = (ratio: number) => (0.25 * ratio) / (0.25 * ratio + 0.75);
    const likelihood = (ratio: number) => odds(ratio) ** 3 * (1 - odds(ratio));
    const ratios = Array.from({ length: 48 }, (_, i) => 2 * 2 ** ((i + 1) / 8));
    const won = ratios.map((ratio) => (likelihood(ratio) / likelihood(2)) ** (1 / (1 + 4 * 0.5)));
    expect(Math.exp(evidence.logValue())).toBeCloseTo(0.25 + (0.75 * won.reduce((a, b) => a + b)) / 48, 9);
  });

  test("counts a tick far larger than the previous ones with the geometric mean of both sizes", () => {
    const evidence = baselineEvidence(1, 10);
    evidence.observe(counted(100, 2), counted(100, 2));
    const first = evidence.logValue();
    evidence.observe(counted(100, 16), counted(100, 0));
    // By the first tick alone: half of four are the canary's, less apart than chance has them (-1/3), of the weight 4/5.
    const correlation = (0.5 * 3 - (1 / 3) * 0.8) / 3.8;
    const power = 1 / (1 + Math.sqrt(4 * 16) * correlation);
    const won = Array.from({ length: 48 }, (_, i) => 2 ** ((i + 1) / 8)).map((ratio) => {
      const part = ratio / (ratio + 1);
      const before = (4 * part * (1 - part)) ** (2 / (1 + 4 * 0.5));
      return (0.75 * before + 0.25 / 9) * (2 * part) ** (16 * power);
    });
    expect(Math.exp(evidence.logValue())).toBeCloseTo(0.25 * (8 / 9) + won.reduce((a, b) => a + b) / 48, 6);
    expect(first).toBeLessThan(0);
  });

  test("counts part of a bad event as none for the canary and as a whole one for the baseline", () => {
    const after = (canary: number, baseline: number) => {
      const evidence = baselineEvidence(1, 10);
      evidence.observe(counted(100, canary), counted(100, baseline));
      return evidence.logValue();
    };
    expect(after(0.9, 0)).toBe(0);
    expect(after(3.9, 1.2)).toBe(after(3, 2));
    expect(after(3 - 1e-9, 2 + 1e-9)).toBe(after(3, 2));
  });

  test("is tempered by bursts: the same share in one tick proves less than spread over all", () => {
    const [even, burst] = [shareTotals(), shareTotals()];
    for (let i = 0; i < 20; i++) {
      even.observe(counted(1000, 2));
      burst.observe(counted(1000, i === 7 ? 40 : 0));
    }
    expect(even.dispersion()).toBe(1);
    expect(burst.dispersion()).toBeCloseTo(40, 0);
    expect(logUnder(burst, 0.02)).toBeLessThan(logUnder(even, 0.02) / 40);
  });
});

describe("intervals", () => {
  test("the ratio's interval contains the true ratio and narrows with more requests", () => {
    const random = chance(5);
    const evidence = baselineEvidence(1, 60);
    const widths: number[] = [];
    for (let i = 0; i < 60; i++) {
      evidence.observe(counted(2000, random.binomial(2000, 0.03)), counted(2000, random.binomial(2000, 0.01)));
      const { low, high, value } = evidence.ratio(0.01)!;
      expect(low).toBeLessThan(3);
      expect(high).toBeGreaterThan(3);
      expect(low <= value && value <= high).toBe(true);
      widths.push(high / low);
    }
    expect(widths.at(-1)).toBeLessThan(2.2);
    expect(widths[0]).toBeGreaterThan(2 * widths.at(-1)!);
  });

  test("the bound for a pass is above the exact binomial tail", () => {
    const chooseLog = (n: number, k: number) => lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1);
    fc.assert(
      fc.property(fc.integer({ min: 10, max: 2000 }), fc.double({ min: 0, max: 1, noNaN: true }), (n, part) => {
        const bad = Math.floor(part * n * 0.04);
        const totals = shareTotals();
        totals.observe(counted(n, bad));
        let tail = 0;
        for (let k = 0; k <= bad; k++)
          tail += Math.exp(chooseLog(n, k) + k * Math.log(0.04) + (n - k) * Math.log(0.96));
        expect(Math.exp(-logUnder(totals, 0.04))).toBeGreaterThanOrEqual(tail * (1 - 1e-9));
      }),
    );
  });

  test("the share's interval holds at every evaluation in at least the stated share of runs", () => {
    let missed = 0;
    for (let seed = 0; seed < 120; seed++) {
      const random = chance(seed);
      const totals = shareTotals();
      let held = true;
      for (let i = 0; i < 60; i++) {
        totals.observe(counted(50, random.binomial(50, 0.02)));
        const { low, high } = shareInterval(totals, 0.01, 0.05)!;
        held &&= low <= 0.02 && 0.02 <= high;
      }
      if (!held) missed += 1;
    }
    expect(missed / 120).toBeLessThanOrEqual(0.05);
  });
});

describe("the mathematics behind them", () => {
  test("the mixture is the mean, over strategies and starts, of the products of their factors", () => {
    const factors = fc.array(
      fc.tuple(fc.double({ min: 0.1, max: 5, noNaN: true }), fc.double({ min: 0.1, max: 5, noNaN: true })),
      { minLength: 1, maxLength: 12 },
    );
    fc.assert(
      fc.property(factors, fc.integer({ min: 12, max: 30 }), (rounds, planned) => {
        const mixture = startMixture(2, planned);
        for (const round of rounds) mixture.bet(Float64Array.from(round, Math.log));
        expect(Math.exp(mixture.logValue())).toBeCloseTo(plainMixture(rounds, planned), 6);
      }),
    );
  });

  test("ln Γ gives factorials, and the value at one half", () => {
    let factorial = 1;
    for (let n = 1; n < 20; n++) {
      expect(lnGamma(n)).toBeCloseTo(Math.log(factorial), 11);
      factorial *= n;
    }
    expect(lnGamma(0.5)).toBeCloseTo(Math.log(Math.sqrt(Math.PI)), 12);
  });
});
