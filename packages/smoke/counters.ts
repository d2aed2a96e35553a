import { hasLabels, samplesOf, type Page } from "@release-actions/prometheus/exposition";
import type { CountSpec } from "./types.ts";

/**
 * How much a counter rose, from readings of metrics pages that may come from different processes: behind a load
 * balancer, or from before and after a restart. A process is identified by `process_start_time_seconds`, which
 * Prometheus's client libraries export.
 */
export interface Counter {
  /** A reading before the calls. `now`: wall clock seconds of the server that answered. */
  before(page: Page, now: number): void;
  /** A reading after the calls. */
  after(page: Page): Rise;
}

export interface Rise {
  /** Of all processes together whose readings can be compared. */
  readonly by: number;
  /** Why this reading proves less than it could. */
  readonly doubt: string | undefined;
  /** Matching series on the page. */
  readonly series: number;
}

/** Values by series, of one process. */
type Reading = ReadonlyMap<string, number>;

const NO_SERIES: Reading = new Map();
const OTHER_REPLICA = "another replica answered, which had not been read before the calls";
const FELL =
  "the counter fell, and a restart cannot be told from another replica: the page has no process_start_time_seconds";

export function createCounter({ metric, labels }: Pick<CountSpec, "metric" | "labels">): Counter {
  let lastBefore = 0;
  const baselines = new Map<string, Reading>();
  const rises = new Map<string, number>();

  function readingOf(page: Page): Reading {
    const found = samplesOf(page, metric).filter((sample) => hasLabels(sample, labels));
    return new Map(found.map((sample) => [seriesKey(sample.labels), sample.value]));
  }

  function after(page: Page): Rise {
    const process = processOf(page);
    const reading = readingOf(page);
    const baseline = baselines.get(process) ?? (isNew(process) ? NO_SERIES : undefined);
    const doubt = baseline === undefined ? OTHER_REPLICA : doubtOf(process, baseline, reading);
    if (baseline !== undefined && doubt === undefined) rises.set(process, riseOf(baseline, reading));
    return { by: [...rises.values()].reduce((sum, one) => sum + one, 0), doubt, series: reading.size };
  }

  /** It started after our readings, so everything it counted is new. */
  function isNew(process: string): boolean {
    return process !== "" && Number(process) > lastBefore;
  }

  function before(page: Page, now: number): void {
    baselines.set(processOf(page), readingOf(page));
    lastBefore = Math.max(lastBefore, now);
  }

  return { before, after };
}

function seriesKey(labels: ReadonlyMap<string, string>): string {
  return JSON.stringify([...labels].toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** Empty if the page does not tell. */
function processOf(page: Page): string {
  const [start] = samplesOf(page, "process_start_time_seconds");
  return start === undefined ? "" : String(start.value);
}

function doubtOf(process: string, before: Reading, after: Reading): string | undefined {
  const fell = [...before].some(([series, value]) => (after.get(series) ?? 0) < value);
  return fell && process === "" ? FELL : undefined;
}

/** A series that was not there started at 0; one that fell was reset and has counted from 0 since. */
function riseOf(before: Reading, after: Reading): number {
  let sum = 0;
  for (const [series, value] of after) {
    const start = before.get(series) ?? 0;
    sum += value < start ? value : value - start;
  }
  return sum;
}
