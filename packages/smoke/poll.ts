import type { SmokeRun } from "./context.ts";
import type { Evaluation } from "./result.ts";

const FIRST_WAIT = 100;
const LONGEST_WAIT = 2_000;

/**
 * Repeats a check until it passes or `eventually` milliseconds are over; without a time its first result counts. The
 * attempts add up.
 */
export async function pollUntilPass(
  { clock, signal, timeLeft }: SmokeRun,
  eventually: number | undefined,
  check: () => Promise<Evaluation>,
): Promise<Evaluation> {
  const end = clock.monotonic() + (eventually ?? 0);
  let attempts = 0;
  for (let wait = FIRST_WAIT; ; wait = Math.min(LONGEST_WAIT, wait * 2)) {
    const found = await check();
    attempts += found.attempts;
    const left = Math.min(end - clock.monotonic(), timeLeft());
    if (found.result === "pass" || eventually === undefined) return { ...found, attempts };
    if (left <= 0) return { ...found, detail: `${found.detail}, still after ${seconds(eventually)} s`, attempts };
    await clock.sleep(Math.min(wait, left), signal);
  }
}

function seconds(milliseconds: number): number {
  return Math.round(milliseconds / 1000);
}
