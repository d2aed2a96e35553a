import { LEAD, type Slot } from "../world.ts";

/**
 * What the other gates ask for at each tick: the share of bad requests in the last minute. "error": the server did not
 * answer. NaN: no requests, since 0/0 is what Prometheus answers.
 */
export function lastMinute(slots: readonly Slot[], tick: number): number | "error" {
  const now = slots[LEAD + tick];
  if (!now || now.answer === "query-error") return "error";
  let [total, bad] = [0, 0];
  for (let i = tick; i <= LEAD + tick; i++) {
    const slot = slots[i];
    if (slot?.answer === "no-data") continue;
    total += slot?.total ?? 0;
    bad += slot?.bad ?? 0;
  }
  return now.answer === "no-data" ? NaN : bad / total;
}
