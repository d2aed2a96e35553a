import type { Judged } from "./outcome.ts";
import type { Run } from "./run.ts";

const SHORTEST = 100;
const LONGEST = 2_000;

/** Asks again while the answer is wrong and the time has not passed; without a time the first answer counts. Tries add up. */
export async function asked(run: Run, milliseconds: number | undefined, ask: () => Promise<Judged>): Promise<Judged> {
  const { clock, signal } = run.context;
  const end = clock.monotonic() + (milliseconds ?? 0);
  let attempts = 0;
  for (let wait = SHORTEST; ; wait = Math.min(LONGEST, wait * 2)) {
    const judged = await ask();
    attempts += judged.attempts;
    const left = Math.min(end - clock.monotonic(), run.left());
    if (judged.result === "pass" || milliseconds === undefined || left <= 0) {
      const waited =
        milliseconds === undefined || judged.result === "pass"
          ? ""
          : `, still after ${Math.round(milliseconds / 1000)} s`;
      return { ...judged, detail: judged.detail + waited, attempts };
    }
    await clock.sleep(Math.min(wait, left), signal);
  }
}
