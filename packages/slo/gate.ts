import type { Clock } from "@release-actions/action";
import type { Judge, Measurement, Sample, Standing } from "./types.ts";

/** Where measurements come from: Prometheus, or a simulation of what it would return. */
export interface MeasurementSource {
  /**
   * One measurement for each objective, in their order, of what happened in the window. No answer is a measurement
   * too; what is thrown (a signal, a question that can never be answered) ends the run.
   */
  measure(window: TickWindow): Promise<readonly Measurement[]>;
}

/** The time that a tick is about: wall clock milliseconds, `from` exclusive, `to` inclusive. */
export interface TickWindow {
  /** From 0. */
  readonly tick: number;
  readonly from: number;
  readonly to: number;
}

/** Milliseconds. Windows follow each other without gaps and overlaps, the first one after `warmup`. */
export interface GateSchedule {
  readonly warmup: number;
  readonly interval: number;
  readonly ticks: number;
  /** How long after its end a window is queried, so that its last scrape has arrived. */
  readonly ingestDelay: number;
}

export interface GateTick {
  readonly window: TickWindow;
  readonly samples: readonly Sample[];
  readonly standing: Standing;
}

export interface GateRun {
  readonly source: MeasurementSource;
  readonly judge: Judge;
  /** How many there are. */
  readonly objectives: number;
  readonly schedule: GateSchedule;
  readonly clock: Clock;
  /** If it is aborted, the run ends with its reason. */
  readonly signal?: AbortSignal | undefined;
  /** Called before the wait for a tick, with its milliseconds. */
  readonly onWait?: ((tick: number, milliseconds: number) => void) | undefined;
  readonly onTick?: ((tick: GateTick) => void) | undefined;
}

/** A tick that starts later than this share of its interval is skipped: the grid never moves. */
const MAX_LATENESS = 0.5;
const LATE: Measurement = {
  kind: "none",
  sample: "skipped",
  detail: "its time had passed when the tick before it ended",
};

/**
 * Measures at each point of a fixed grid, passes the measurements to the judge, and ends when the verdict is certain
 * or the grid is done. How long an answer takes moves no later tick.
 */
export async function runGate(run: GateRun): Promise<Standing> {
  const { source, judge, objectives, schedule, clock, signal } = run;
  const { warmup, interval, ticks, ingestDelay } = schedule;
  const started = clock.monotonic();
  const origin = clock.now();
  for (let tick = 0; tick < ticks; tick += 1) {
    const from = warmup + tick * interval;
    const window: TickWindow = { tick, from: origin + from, to: origin + from + interval };
    const due = started + from + interval + ingestDelay;
    const wait = due - clock.monotonic();
    if (wait > 0) {
      run.onWait?.(tick, wait);
      await clock.sleep(wait, signal);
    }
    signal?.throwIfAborted();
    const isLate = clock.monotonic() - due > interval * MAX_LATENESS;
    const measurements = isLate ? Array.from({ length: objectives }, () => LATE) : await source.measure(window);
    const samples = judge.observe(tick, measurements);
    const standing = judge.standing();
    run.onTick?.({ window, samples, standing });
    if (standing.certain) return standing;
  }
  return judge.standing();
}
