import type { Clock } from "@release-actions/action";
import type { Pace } from "./types.ts";

/**
 * Lets `burst` requests leave at once and `perSecond` after that (the generic cell rate algorithm), so that a server
 * with such a limit never has to turn one away.
 */
export function createPace(
  { perSecond, burst }: { readonly perSecond: number; readonly burst: number },
  clock: Clock,
): Pace {
  const interval = 1000 / perSecond;
  const tolerance = (burst - 1) * interval;
  let theoretical = -Infinity;
  return async (signal) => {
    const now = clock.monotonic();
    const wait = theoretical - tolerance - now;
    theoretical = Math.max(theoretical, now) + interval;
    if (wait > 0) await clock.sleep(wait, signal);
  };
}
