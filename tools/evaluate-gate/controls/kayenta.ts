import type { Outcome } from "../outcome.ts";
import { LEAD, SECONDS, TICKS, type Slot } from "../world.ts";

/** The normal quantile of 0.99: both ends of a 98 % interval. */
const Z = 2.3263478740408408;
const TOLERANCE = 0.25;

/**
 * Kayenta's judge for one metric, at the end of the run: Mann and Whitney's interval of 98 % for the shift between the
 * ticks' shares, by the normal approximation with its correction for continuity. High, and so failed, if its lower end
 * is over a quarter of the Hodges-Lehmann shift itself; equal data pass; NaN is left out, and less than half of the
 * ticks with a value fail.
 */
export function kayentaRule(canary: readonly Slot[], baseline: readonly Slot[]): Outcome {
  const seconds = TICKS * SECONDS;
  const [x, y] = [sharesOf(canary), sharesOf(baseline)];
  if (x.length <= TICKS / 2 || y.length <= TICKS / 2) return { verdict: "refused", seconds };
  const first = x[0];
  if (x.every((value) => value === first) && y.every((value) => value === first)) return { verdict: "passed", seconds };
  const shifts = Float64Array.from(
    { length: x.length * y.length },
    (_, i) => x[Math.floor(i / y.length)]! - y[i % y.length]!,
  ).sort();
  const spread = Math.sqrt((x.length * y.length * (x.length + y.length + 1)) / 12);
  const rank = Math.floor((x.length * y.length) / 2 - Z * spread - 0.5);
  const median = (shifts[Math.floor((shifts.length - 1) / 2)]! + shifts[Math.floor(shifts.length / 2)]!) / 2;
  const low = shifts[Math.max(0, rank)]!;
  return { verdict: low > TOLERANCE * Math.abs(median) ? "refused" : "passed", seconds };
}

function sharesOf(slots: readonly Slot[]): number[] {
  return slots.slice(LEAD).flatMap(({ answer, total, bad }) => (answer === "events" && total > 0 ? [bad / total] : []));
}
