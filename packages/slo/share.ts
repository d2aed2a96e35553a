import type { Estimate, Events } from "./types.ts";
import { lnBeta } from "./ln-gamma.ts";

/** What a whole run says about the share of bad events. Sums only: no tick is kept. */
export interface ShareTotals {
  observe(events: Events): void;
  requests(): number;
  /** Ticks with requests. */
  ticks(): number;
  /** Shares of surely and of possibly bad events; NaN without requests. */
  least(): number;
  most(): number;
  /**
   * How many times the variance between ticks is that of independent requests, at least 1 (Pearson's quasi-binomial
   * dispersion). Bursts make it large, and everything that was learnt from single requests is divided by it.
   */
  dispersion(): number;
}

export function shareTotals(): ShareTotals {
  const sum = { total: 0, least: 0, most: 0, squares: 0, ticks: 0 };
  return {
    observe({ total, bad }) {
      if (!(total > 0)) return;
      sum.total += total;
      sum.least += Math.min(bad.least, total);
      sum.most += Math.min(bad.most, total);
      sum.squares += Math.min(bad.most, total) ** 2 / total;
      sum.ticks += 1;
    },
    requests: () => sum.total,
    ticks: () => sum.ticks,
    least: () => sum.least / sum.total,
    most: () => sum.most / sum.total,
    dispersion() {
      const share = sum.most / sum.total;
      if (sum.ticks < 2 || !(share > 0 && share < 1)) return 1;
      const pearson = (sum.squares - sum.most * share) / (share * (1 - share));
      return Math.max(1, pearson / (sum.ticks - 1));
    },
  };
}

/**
 * ln(1/P) for the probability of seeing a share as small as this or smaller, were the true one `alternative`: the
 * Chernoff bound n·KL(share ‖ alternative), tempered by the dispersion. For one look, at the end of a run.
 */
export function logUnder(totals: ShareTotals, alternative: number): number {
  const share = totals.most();
  if (!(share < alternative)) return 0;
  return (totals.requests() * divergence(share, alternative)) / cautious(totals);
}

/**
 * A dispersion from few ticks is a poor one, and too small just where a run was lucky. What exceeds 1 is enlarged:
 * 2.2 times for 10 ticks, 1.03 times for 60. The figure comes from simulation (docs/gate-evaluation.md).
 */
function cautious(totals: ShareTotals): number {
  const ticks = Math.max(2, totals.ticks());
  return 1 + (totals.dispersion() - 1) * (1 + (10 / (ticks - 1)) ** 2);
}

/** How many more requests like those so far would make `logUnder` reach `needed`. Infinity if never. */
export function requestsFor(needed: number, totals: ShareTotals, alternative: number): number {
  const share = totals.most();
  if (!(share < alternative)) return Infinity;
  return (needed * cautious(totals)) / divergence(share, alternative);
}

/**
 * The confidence sequence of Robbins' beta-binomial mixture, its width tempered by the dispersion: for independent
 * requests it holds at every look at once. Around the limit it is narrowest.
 */
export function shareInterval(totals: ShareTotals, limit: number, alpha: number): Estimate | undefined {
  const requests = totals.requests();
  if (!(requests > 0)) return undefined;
  const [least, most] = [totals.least(), totals.most()];
  const needed = Math.log(1 / alpha) * totals.dispersion();
  const againstLow = mixtureAgainst(least, limit, requests);
  const againstHigh = mixtureAgainst(most, limit, requests);
  const low = least > 0 ? crossing((p) => againstLow(p) >= needed, 0, least) : 0;
  const high = most < 1 ? crossing((p) => againstHigh(p) < needed, most, 1) : 1;
  return { value: (least + most) / 2, low, high };
}

function mixtureAgainst(share: number, limit: number, requests: number) {
  const [bad, good] = [share * requests, (1 - share) * requests];
  const [a, b] = [0.5, (0.5 * (1 - limit)) / limit];
  const logMixture = lnBeta(a + bad, b + good) - lnBeta(a, b);
  return (p: number) => logMixture - times(bad, Math.log(p)) - times(good, Math.log1p(-p));
}

/** The point between `from` and `to` up to which `holds` holds. */
function crossing(holds: (p: number) => boolean, from: number, to: number): number {
  let [inside, outside] = [from, to];
  for (let round = 0; round < 30; round++) {
    const middle = (inside + outside) / 2;
    if (holds(middle)) inside = middle;
    else outside = middle;
  }
  return (inside + outside) / 2;
}

function divergence(share: number, from: number): number {
  return times(share, Math.log(share / from)) + times(1 - share, Math.log((1 - share) / (1 - from)));
}

/** 0 · anything is 0. */
function times(factor: number, log: number): number {
  return factor === 0 ? 0 : factor * log;
}
