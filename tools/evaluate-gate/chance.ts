import { lnGamma } from "../../packages/slo/ln-gamma.ts";

/**
 * Chance that a seed repeats on every machine: xoshiro128** (Blackman and Vigna), its state filled by splitmix32.
 * The samplers are exact but for floating point: inversion where the mean is small, else Hörmann's transformed
 * rejection (PTRS for Poisson, BTRS for binomial), Marsaglia and Tsang for gamma.
 */
export interface Chance {
  /** In (0, 1), 52 bits. */
  uniform(): number;
  poisson(mean: number): number;
  binomial(n: number, p: number): number;
  /** Mean shape · scale. */
  gamma(shape: number, scale: number): number;
}

const SMALL_MEAN = 10;

export function chance(seed: number): Chance {
  const bits = xoshiro(seed);
  const uniform = () => ((bits() >>> 6) * 2 ** 26 + (bits() >>> 6) + 0.5) / 2 ** 52;
  return {
    uniform,
    poisson: (mean) =>
      mean <= 0 ? 0 : mean < SMALL_MEAN ? poissonByInversion(mean, uniform) : poissonByRejection(mean, uniform),
    binomial: (n, p) => {
      if (n <= 0 || p <= 0) return 0;
      if (p >= 1) return n;
      if (p > 0.5) return n - binomialUpToHalf(n, 1 - p, uniform);
      return binomialUpToHalf(n, p, uniform);
    },
    gamma: (shape, scale) => scale * gammaOf(shape, uniform),
  };
}

function xoshiro(seed: number): () => number {
  let mixed = seed | 0;
  const splitmix = () => {
    mixed = (mixed + 0x9e3779b9) | 0;
    let z = mixed;
    z = Math.imul(z ^ (z >>> 16), 0x21f0aaad);
    z = Math.imul(z ^ (z >>> 15), 0x735a2d97);
    return z ^ (z >>> 15);
  };
  let [a, b, c, d] = [splitmix(), splitmix(), splitmix(), splitmix()];
  return () => {
    const result = Math.imul(rotated(Math.imul(b, 5), 7), 9);
    const shifted = b << 9;
    c ^= a;
    d ^= b;
    b ^= c;
    a ^= d;
    c ^= shifted;
    d = rotated(d, 11);
    return result;
  };
}

const rotated = (value: number, by: number) => (value << by) | (value >>> (32 - by));

function poissonByInversion(mean: number, uniform: () => number): number {
  let left = uniform();
  let probability = Math.exp(-mean);
  let k = 0;
  while (left > probability && k < 200) {
    left -= probability;
    k += 1;
    probability *= mean / k;
  }
  return k;
}

function poissonByRejection(mean: number, uniform: () => number): number {
  const b = 0.931 + 2.53 * Math.sqrt(mean);
  const a = -0.059 + 0.02483 * b;
  const inverseAlpha = 1.1239 + 1.1328 / (b - 3.4);
  const quick = 0.9277 - 3.6224 / (b - 2);
  for (;;) {
    const [u, v] = [uniform() - 0.5, uniform()];
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + mean + 0.43);
    if (distance >= 0.07 && v <= quick) return k;
    if (k < 0 || (distance < 0.013 && v > distance)) continue;
    if (Math.log((v * inverseAlpha) / (a / (distance * distance) + b)) <= k * Math.log(mean) - mean - lnGamma(k + 1))
      return k;
  }
}

function binomialUpToHalf(n: number, p: number, uniform: () => number): number {
  return n * p < SMALL_MEAN ? binomialByInversion(n, p, uniform) : binomialByRejection(n, p, uniform);
}

function binomialByInversion(n: number, p: number, uniform: () => number): number {
  const odds = p / (1 - p);
  let left = uniform();
  let probability = Math.exp(n * Math.log1p(-p));
  let k = 0;
  while (left > probability && k < n) {
    left -= probability;
    k += 1;
    probability *= (odds * (n - k + 1)) / k;
  }
  return k;
}

function binomialByRejection(n: number, p: number, uniform: () => number): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const logOdds = Math.log(p / (1 - p));
  const mode = Math.floor((n + 1) * p);
  const atMode = lnGamma(mode + 1) + lnGamma(n - mode + 1);
  for (;;) {
    const [u, v] = [uniform() - 0.5, uniform()];
    const distance = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / distance + b) * u + centre);
    if (k < 0 || k > n) continue;
    if (distance >= 0.07 && v <= quick) return k;
    const bound = atMode - lnGamma(k + 1) - lnGamma(n - k + 1) + (k - mode) * logOdds;
    if (Math.log((v * alpha) / (a / (distance * distance) + b)) <= bound) return k;
  }
}

function gammaOf(shape: number, uniform: () => number): number {
  if (shape < 1) return gammaOf(shape + 1, uniform) * uniform() ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(uniform()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
}
