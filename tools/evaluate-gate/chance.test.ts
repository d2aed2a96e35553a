import { describe, expect, test } from "@jest/globals";
import { chance } from "./chance.ts";
import { lnGamma } from "../../packages/slo/ln-gamma.ts";

const DRAWS = 40_000;

/** Pearson's statistic over the values that are expected at least five times, against its mean and six deviations. */
function fits(draw: () => number, probability: (k: number) => number, upTo: number): void {
  const seen = new Map<number, number>();
  for (let i = 0; i < DRAWS; i++) {
    const k = draw();
    seen.set(k, (seen.get(k) ?? 0) + 1);
  }
  let [statistic, cells, coveredExpected, coveredSeen] = [0, 0, 0, 0];
  for (let k = 0; k <= upTo; k++) {
    const expected = DRAWS * probability(k);
    if (expected < 5) continue;
    statistic += ((seen.get(k) ?? 0) - expected) ** 2 / expected;
    coveredExpected += expected;
    coveredSeen += seen.get(k) ?? 0;
    cells += 1;
  }
  expect(cells).toBeGreaterThan(1);
  expect(statistic).toBeLessThan(cells + 6 * Math.sqrt(2 * cells));
  expect(Math.abs(coveredSeen - coveredExpected)).toBeLessThan(6 * Math.sqrt(DRAWS - coveredExpected + 1));
}

const poisson = (mean: number) => (k: number) => Math.exp(k * Math.log(mean) - mean - lnGamma(k + 1));
const binomial = (n: number, p: number) => (k: number) =>
  k > n
    ? 0
    : Math.exp(lnGamma(n + 1) - lnGamma(k + 1) - lnGamma(n - k + 1) + k * Math.log(p) + (n - k) * Math.log1p(-p));

describe("random draws", () => {
  test.each([0.02, 2, 9.9, 10, 200])("of a Poisson distribution with mean %d are distributed correctly", (mean) => {
    const random = chance(1);
    fits(() => random.poisson(mean), poisson(mean), 400);
  });

  test.each([
    [3, 0.5],
    [20, 0.01],
    [200, 0.2],
    [2000, 0.01],
    [300, 0.9],
  ])("of a binomial distribution with %d and %d are distributed correctly", (n, p) => {
    const random = chance(2);
    fits(() => random.binomial(n, p), binomial(n, p), 400);
  });

  test.each([0.5, 1, 4])("of a gamma distribution with shape %d have its first three moments", (shape) => {
    const random = chance(3);
    const draws = Array.from({ length: DRAWS }, () => random.gamma(shape, 1 / shape));
    const mean = draws.reduce((sum, x) => sum + x, 0) / DRAWS;
    const moment = (power: number) => draws.reduce((sum, x) => sum + (x - mean) ** power, 0) / DRAWS;
    expect(mean).toBeCloseTo(1, 1);
    expect(moment(2) * shape).toBeCloseTo(1, 1);
    expect((moment(3) * shape * shape) / 2).toBeGreaterThan(0.8);
    expect((moment(3) * shape * shape) / 2).toBeLessThan(1.2);
  });

  test("are the same for the same seed, and different for another one", () => {
    const draw = (seed: number) => Array.from({ length: 5 }, chance(seed).uniform);
    expect(draw(7)).toEqual(draw(7));
    expect(draw(7)).not.toEqual(draw(8));
  });

  test("of a uniform distribution fill their interval evenly and stay inside it", () => {
    const random = chance(4);
    fits(
      () => Math.floor(random.uniform() * 50),
      () => 1 / 50,
      49,
    );
  });
});
