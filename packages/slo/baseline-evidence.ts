import type { Estimate, Events } from "./types.ts";
import { logSumAll, startMixture } from "./start-mixture.ts";

/**
 * Evidence that the canary's share of bad events is more than `maxRatio` times the baseline's.
 *
 * Of the bad events of one tick, each is the canary's with the odds s·r : (1 − s), where s is the canary's part of the
 * tick's traffic and r the ratio of the two shares. Whatever strikes both alike (a database that is down) cancels out,
 * s may change from tick to tick, and a baseline without a single bad event needs no special case. The likelihood of
 * each r on a grid is compared with that of `maxRatio` and mixed: an e-process.
 *
 * Bursts that strike one side alone would count each of their requests as separate evidence. So a tick's likelihood
 * is raised to the power 1 / (1 + K·rho): rho is the correlation among a tick's bad events that the ticks before have
 * shown, K lies between their usual number and this tick's. (This tick's alone would weigh the baseline's bursts less
 * than the quiet between them.) A power below 1 that does not look at whose the bad events are keeps an e-process one
 * (Jensen's inequality).
 */
export interface BaselineEvidence {
  observe(canary: Events, baseline: Events): void;
  /** The logarithm of the e-value, 0 at the start. */
  logValue(): number;
  /** The logarithm of the evidence that the ratio is under `ratio`, at the end of a run. */
  logUnder(ratio: number): number;
  /** Undefined while neither side has a bad event. An open end is Infinity. */
  ratio(alpha: number): Estimate | undefined;
  /** Requests that the baseline answered. */
  requests(): number;
}

/** Ratios from 1/64 to 64 times `maxRatio`, eight to each doubling. */
const STEPS_PER_DOUBLING = 8;
const DOUBLINGS = 6;
const MIDDLE = STEPS_PER_DOUBLING * DOUBLINGS;
const RATIOS = Float64Array.from({ length: 2 * MIDDLE + 1 }, (_, i) => 2 ** ((i - MIDDLE) / STEPS_PER_DOUBLING));

/** What is believed of the correlation before there are ticks, and how many ticks that belief weighs. */
const FIRST_CORRELATION = 0.5;
const FIRST_WEIGHT = 3;
/** A count that misses a whole number by less is whole: increases are differences of floating point numbers. */
const ROUNDING = 1e-6;

export function baselineEvidence(maxRatio: number, ticks: number): BaselineEvidence {
  const grid = RATIOS.map((ratio) => ratio * maxRatio);
  const mixture = startMixture(MIDDLE, ticks);
  const logFactors = new Float64Array(MIDDLE);
  const correlation = correlationAmongBad();
  const correlated = sizeOfTicks();
  const logLikelihood = new Float64Array(grid.length);
  const total = { canary: 0, baseline: 0, weightedCanaryBad: 0, weightedBaselineBad: 0, requests: 0 };

  return {
    observe(canary, baseline) {
      if (!(canary.total > 0 && baseline.total > 0)) return;
      total.requests += baseline.total;
      // An increase may not be a whole number; part of an event is not evidence for a refusal.
      const bad = {
        canary: Math.floor(canary.bad.least + ROUNDING),
        baseline: Math.ceil(baseline.bad.most - ROUNDING),
      };
      const all = bad.canary + bad.baseline;
      if (all <= 0) return;
      const part = canary.total / (canary.total + baseline.total);
      const power = 1 / (1 + correlated(all) * correlation.value());
      const atLimit = tickLikelihood(bad.canary, all, part, maxRatio);
      for (const [i, ratio] of grid.entries()) {
        const likelihood = power * (tickLikelihood(bad.canary, all, part, ratio) - atLimit);
        logLikelihood[i] = logLikelihood[i]! + likelihood;
        if (i > MIDDLE) logFactors[i - MIDDLE - 1] = likelihood;
      }
      mixture.bet(logFactors);
      total.canary += bad.canary;
      total.baseline += bad.baseline;
      total.weightedCanaryBad += bad.canary * (1 - part);
      total.weightedBaselineBad += bad.baseline * part;
      correlation.observe(bad.canary, all, part, total.weightedCanaryBad / total.weightedBaselineBad);
    },
    logValue: mixture.logValue,
    logUnder(ratio) {
      let best = -Infinity;
      for (const [i, at] of grid.entries()) if (at <= ratio) best = Math.max(best, logLikelihood[i]!);
      return best - interpolated(logLikelihood, grid, ratio);
    },
    ratio(alpha) {
      if (total.canary + total.baseline === 0) return undefined;
      const least = logSumAll(logLikelihood) - Math.log(grid.length) - Math.log(1 / alpha);
      const first = Math.max(
        0,
        logLikelihood.findIndex((log) => log > least),
      );
      const last = logLikelihood.findLastIndex((log) => log > least);
      // Mantel and Haenszel's estimate: it does not mind that weights change.
      const value = total.weightedCanaryBad / total.weightedBaselineBad;
      return {
        value,
        low: Math.min(value, first === 0 ? 0 : grid[first - 1]!),
        high: Math.max(value, grid[last + 1] ?? Infinity),
      };
    },
    requests: () => total.requests,
  };
}

/** ln P(`bad` of `all` are the canary's | ratio), without the part that does not depend on the ratio. */
function tickLikelihood(bad: number, all: number, part: number, ratio: number): number {
  return bad * Math.log(ratio) - all * Math.log(part * ratio + 1 - part);
}

function interpolated(values: Float64Array, grid: Float64Array, at: number): number {
  const position = MIDDLE + STEPS_PER_DOUBLING * Math.log2(at / grid[MIDDLE]!);
  const below = Math.min(grid.length - 2, Math.max(0, Math.floor(position)));
  return values[below]! + (position - below) * (values[below + 1]! - values[below]!);
}

/** The mean of the ticks before, and for a larger tick the geometric mean of that and its own. */
function sizeOfTicks(): (all: number) => number {
  let [sum, ticks] = [0, 0];
  return (all) => {
    const usual = ticks === 0 ? all : sum / ticks;
    sum += all;
    ticks += 1;
    return Math.max(usual, Math.sqrt(usual * all));
  };
}

/** The intraclass correlation of "is the canary's" among the bad events of a tick, by moments. */
function correlationAmongBad() {
  let weighted = FIRST_CORRELATION * FIRST_WEIGHT;
  let weight = FIRST_WEIGHT;
  return {
    value: () => Math.max(0, weighted / weight),
    /** `ratio`: what all ticks up to this one say. */
    observe(bad: number, all: number, part: number, ratio: number): void {
      if (all < 2) return;
      const expected = Number.isFinite(ratio) ? (part * ratio) / (part * ratio + 1 - part) : 1;
      const variance = expected * (1 - expected);
      if (!(variance > 0)) return;
      const found = ((bad - all * expected) ** 2 / variance - all) / (all * (all - 1));
      const information = (all * FIRST_CORRELATION) ** 2 / (1 + (all * FIRST_CORRELATION) ** 2);
      weighted += information * found;
      weight += information;
    },
  };
}
