import type { Events } from "./types.ts";
import { startMixture } from "./start-mixture.ts";

/**
 * Evidence that the share of bad events is over a limit p0: a betting e-process (Waudby-Smith and Ramdas,
 * "Estimating means of bounded random variables by betting").
 *
 * A tick's share x in [0, 1] multiplies the capital of each bettor by 1 + b·(x − p0)/p0, with 0 < b < 1. As long as
 * the expected share of each tick, given the ticks before, is at most p0, no factor has a mean above 1. Nothing else
 * is assumed: requests may fail in bursts, and a tick of three requests is as good a bet as one of three thousand.
 * A tick without traffic is a bet not taken, and one of a part of a request a part of a bet.
 */
export interface LimitEvidence {
  observe(events: Events): void;
  /** The logarithm of the e-value, 0 at the start. */
  logValue(): number;
}

/**
 * Parts of the largest possible bet, 1/p0. Small ones find a share far over the limit in few requests and survive
 * bursts, large ones find a share just over it in many requests.
 */
const BETS = [0.1, 0.3, 0.6, 0.9] as const;

export function limitEvidence(limit: number, ticks: number): LimitEvidence {
  const mixture = startMixture(BETS.length, ticks);
  const logFactors = new Float64Array(BETS.length);
  return {
    observe({ total, bad }) {
      if (!(total > 0)) return;
      const excess = (Math.min(1, total) * (Math.min(1, bad.least / total) - limit)) / limit;
      for (const [i, bet] of BETS.entries()) logFactors[i] = Math.log1p(bet * excess);
      mixture.bet(logFactors);
    },
    logValue: mixture.logValue,
  };
}
