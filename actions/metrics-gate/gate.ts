import type { Clock } from "@release-actions/action";
import type { Judge, Measurement, Sample, Standing } from "@release-actions/slo";

/** Where measurements come from: Prometheus, or a simulation of what it would see. */
export interface Source {
  /**
   * One measurement for each objective, in their order, of what happened in the window. No answer is a measurement
   * too; what is thrown (a signal, a question that can never be answered) ends the run.
   */
  measure(window: Window): Promise<readonly Measurement[]>;
}

/** The stretch of time that a tick is about: wall clock milliseconds, `from` exclusive, `to` inclusive. */
export interface Window {
  /** From 0. */
  readonly tick: number;
  readonly from: number;
  readonly to: number;
}

/** Milliseconds. Windows follow each other without a gap and without overlap, the first one after `warmup`. */
export interface Schedule {
  readonly warmup: number;
  readonly interval: number;
  readonly ticks: number;
  /** How long after its end a window is asked for, so that its last scrape has arrived. */
  readonly ingestDelay: number;
}

export interface Tick {
  readonly window: Window;
  readonly samples: readonly Sample[];
  readonly standing: Standing;
}

export interface GateRun {
  readonly source: Source;
  readonly judge: Judge;
  readonly objectives: number;
  readonly schedule: Schedule;
  readonly clock: Clock;
  /** Aborted: the run ends with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called before the wait for a tick, with its milliseconds. */
  readonly waiting?: ((tick: number, milliseconds: number) => void) | undefined;
  readonly observed?: ((tick: Tick) => void) | undefined;
}

/** A tick that begins later than this share of its interval is skipped: the grid never moves. */
const LATEST = 0.5;
const LATE: Measurement = {
  kind: "none",
  sample: "skipped",
  detail: "its time had passed when the tick before it ended",
};

/**
 * Asks at each point of a fixed grid, hands what came to the judge, and ends when the verdict is certain or the grid
 * is done. How long an answer takes moves no later tick.
 */
export async function runGate({
  source,
  judge,
  objectives,
  schedule,
  clock,
  signal,
  waiting,
  observed,
}: GateRun): Promise<Standing> {
  const { warmup, interval, ticks, ingestDelay } = schedule;
  const [started, origin] = [clock.monotonic(), clock.now()];
  for (let tick = 0; tick < ticks; tick += 1) {
    const from = warmup + tick * interval;
    const window: Window = { tick, from: origin + from, to: origin + from + interval };
    const due = started + from + interval + ingestDelay;
    const wait = due - clock.monotonic();
    if (wait > 0) {
      waiting?.(tick, wait);
      await clock.sleep(wait, signal);
    }
    signal?.throwIfAborted();
    const late = clock.monotonic() - due > interval * LATEST;
    const measurements = late ? Array.from({ length: objectives }, () => LATE) : await source.measure(window);
    const samples = judge.observe(tick, measurements);
    const standing = judge.standing();
    observed?.({ window, samples, standing });
    if (standing.certain) return standing;
  }
  return judge.standing();
}
