import type { Clock } from "@release-actions/action";
import type { Pace } from "./types.ts";

/**
 * A pace for a server with a rate limit: `burst` requests at once, then `perSecond` requests per second, by the generic
 * cell rate algorithm (ITU-T I.371).
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
