/** What the tests of this action share: a clock that does not wait, series that count, a run against them. */
import type { Clock } from "@release-actions/action";
import { runInMemory, type MemoryResult, type MemoryRun } from "@release-actions/hosts";
import action from "../../actions/metrics-gate/action.ts";
import {
  startMonitoring,
  type Monitoring,
  type MonitoringSetup,
  type SeriesSetup,
} from "../stand-ins/prometheus/index.ts";

/** When the runs of these tests begin. */
export const START = Date.UTC(2026, 0, 1, 5, 30);
export const CANARY = { job: "ai", track: "canary" };

/** Time that passes only by sleeping, and at once. Sleeps at the same time pass together. */
export function virtualClock(start = START): Clock {
  let elapsed = 0;
  return {
    now: () => start + elapsed,
    monotonic: () => elapsed,
    sleep: async (milliseconds, signal) => {
      const until = elapsed + milliseconds;
      signal?.throwIfAborted();
      await new Promise(setImmediate);
      signal?.throwIfAborted();
      elapsed = Math.max(elapsed, until);
    },
  };
}

/** A counter that grows evenly: so many a second, from an hour before the start on. */
export function counter(
  metric: string,
  perSecond: number | ((time: number) => number),
  labels: Record<string, string> = {},
): SeriesSetup {
  const rate = typeof perSecond === "number" ? () => perSecond : perSecond;
  const begin = START - 3_600_000;
  let [known, sum] = [begin, 0];
  return {
    metric,
    labels: { ...CANARY, ...labels },
    value(time) {
      if (time < known) [known, sum] = [begin, 0];
      for (; known < time; known += 1_000) sum += rate(known + 1_000);
      return Math.floor(sum);
    },
  };
}

/** A service as the default objectives read it: requests a second, and the share of errors and of slow ones. */
export function service({
  rps = 50,
  errors = 0.001,
  slow = 0.005,
  slowest = 0.001,
  labels = {},
}: {
  rps?: number;
  errors?: number | ((time: number) => number);
  slow?: number;
  slowest?: number;
  labels?: Record<string, string>;
} = {}): SeriesSetup[] {
  const share = typeof errors === "number" ? () => errors : errors;
  const bucket = (le: string, part: number) =>
    counter("ai_request_duration_seconds_bucket", rps * part, { ...labels, le });
  return [
    counter("ai_requests_total", rps, labels),
    counter("ai_request_errors_total", (time) => rps * share(time), labels),
    bucket("0.5", 1 - slow * 2),
    bucket("1", 1 - slow),
    bucket("2.5", 1 - slowest),
    bucket("5", 1),
    bucket("+Inf", 1),
  ];
}

export const RATE = {
  [`sum(rate(ai_requests_total{track="canary"}[1m]))`]: {
    resultType: "vector",
    result: [{ metric: {}, value: [START / 1000, "50"] }],
  },
};

export async function prometheusWith(series: SeriesSetup[], setup: MonitoringSetup = {}): Promise<Monitoring> {
  return await startMonitoring({ series, clock: () => START, queries: RATE, ...setup });
}

/** Runs the gate for the canary, ten ticks of ten seconds; an empty text takes an input away. */
export async function gate(
  servers: Pick<Monitoring, "prometheusUrl">,
  inputs: Record<string, string> = {},
  run: Omit<MemoryRun, "inputs"> = {},
): Promise<MemoryResult> {
  const given = {
    "prometheus-url": servers.prometheusUrl,
    selector: 'track="canary"',
    duration: "100s",
    interval: "10s",
    ...inputs,
  };
  return await runInMemory(action, {
    clock: virtualClock(),
    ...run,
    inputs: Object.fromEntries(Object.entries(given).filter(([, value]) => value !== "")),
  });
}

interface ReportedSample {
  readonly tick: number;
  readonly time: string;
  readonly class: string;
  readonly value: number | null;
  readonly requests?: number;
  readonly bad?: number | { least: number; most: number };
  readonly detail?: string;
  readonly queries: readonly string[];
}

export interface Report {
  readonly verdict: string;
  readonly truncated: boolean;
  readonly objectives: readonly {
    readonly name: string;
    readonly verdict: string;
    readonly reason: string;
    readonly episodes: number;
    readonly requests: number;
    readonly samples: readonly ReportedSample[];
  }[];
}

export function reportOf({ outputs }: MemoryResult): Report {
  return JSON.parse(outputs["report"]!) as Report;
}

/** The classes of an objective's ticks, in their order. */
export function classesOf(result: MemoryResult, name: string): readonly string[] {
  return (
    reportOf(result)
      .objectives.find((objective) => objective.name === name)
      ?.samples.map((sample) => sample.class) ?? []
  );
}
