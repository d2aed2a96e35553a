import { hasLabels, samplesOf, type Page } from "@release-actions/prometheus/exposition";
import type { CountSpec } from "./suite.ts";

/**
 * How much a counter rose, told from readings of metrics pages that may come from different processes: behind a
 * balancer, or from before and after a restart. A process is told by `process_start_time_seconds`, which Prometheus's
 * clients give.
 */
export interface Counter {
  /** A reading before the calls. `now`: wall clock seconds of the server that answered. */
  before(page: Page, now: number): void;
  /** A reading after them. */
  after(page: Page): Rise;
}

export interface Rise {
  /** Of all processes together whose readings can be compared. */
  readonly by: number;
  /** Why this reading tells less than it could. */
  readonly doubt: string | undefined;
  /** Of the series that rose or were looked at, as they stand on the page. */
  readonly series: number;
}

/** Values by series, of one process. */
type Reading = ReadonlyMap<string, number>;

export function createCounter({ metric, labels }: Pick<CountSpec, "metric" | "labels">): Counter {
  let last = 0;
  const baselines = new Map<string, Reading>();
  const rises = new Map<string, number>();

  function readingOf(page: Page): Reading {
    const found = samplesOf(page, metric).filter((sample) => hasLabels(sample, labels));
    return new Map(
      found.map((sample) => [
        JSON.stringify([...sample.labels].toSorted(([one], [other]) => (one < other ? -1 : 1))),
        sample.value,
      ]),
    );
  }

  function after(page: Page): Rise {
    const process = processOf(page);
    const reading = readingOf(page);
    const baseline = baselines.get(process) ?? (isNew(process) ? (new Map() as Reading) : undefined);
    const doubt =
      baseline === undefined
        ? "another replica answered, which had not been read before the calls"
        : fell(baseline, reading) && process === ""
          ? FELL
          : undefined;
    if (baseline !== undefined && doubt === undefined) rises.set(process, riseOf(baseline, reading));
    return { by: [...rises.values()].reduce((sum, one) => sum + one, 0), doubt, series: reading.size };
  }

  /** It started after our readings, so that all that it counted is new. */
  function isNew(process: string): boolean {
    return process !== "" && Number(process) > last;
  }

  function before(page: Page, now: number): void {
    baselines.set(processOf(page), readingOf(page));
    last = Math.max(last, now);
  }

  return { before, after };
}

const FELL =
  "the counter fell, and nothing tells a restart from another replica: the page has no process_start_time_seconds";

/** Empty where the page does not tell. */
function processOf(page: Page): string {
  const [start] = samplesOf(page, "process_start_time_seconds");
  return start === undefined ? "" : String(start.value);
}

function fell(before: Reading, after: Reading): boolean {
  return [...before].some(([series, value]) => (after.get(series) ?? 0) < value);
}

/** A series that was not there began at 0; one that fell was reset and has counted since. */
function riseOf(before: Reading, after: Reading): number {
  let sum = 0;
  for (const [series, value] of after) {
    const start = before.get(series) ?? 0;
    sum += value < start ? value : value - start;
  }
  return sum;
}
