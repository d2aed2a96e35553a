import type { OpsSetup } from "./types.ts";

/** The processes of the ai-pipeline and what they count. */

interface Counted {
  time: number;
  replica: number;
  series: string;
}

export interface Pipeline {
  /** Takes a call; what it counted as is seen on the process's page. */
  count(labels: Record<string, string>, traceId: string | undefined): void;
  /** The metrics page of the process whose turn it is. */
  page(): string;
  /** The series of a metric as a scrape at `time` saw them. */
  scraped(metric: string, time: number): { labels: Record<string, string>; value: number }[];
  sawTrace(id: string): boolean;
}

const ECHO = { status: "success", tool: "echo" };
const MINUTE = 60_000;

export function startPipeline(setup: OpsSetup, now: () => number): Pipeline {
  const started = new Map<number, number>();
  let counted: Counted[] = [];
  const traces = new Set<string>();
  let turn = 0;
  let calls = 0;
  const began = now();

  const replicas = () => setup.replicas ?? 1;
  const before = (replica: number) => setup.before?.[replica] ?? 0;
  const startOf = (replica: number) => started.get(replica) ?? began - MINUTE - replica * 1_000;

  function valuesOf(replica: number, time: number): Map<string, number> {
    const values = new Map<string, number>();
    if (before(replica) > 0 && !started.has(replica)) values.set(seriesOf(ECHO), before(replica));
    for (const one of counted) {
      if (one.replica === replica && one.time <= time) values.set(one.series, (values.get(one.series) ?? 0) + 1);
    }
    return values;
  }

  return {
    count(labels, traceId) {
      const replica = setup.callsGoTo ?? calls++ % replicas();
      if (traceId !== undefined) traces.add(traceId);
      if (setup.restarts === true) {
        counted = counted.filter((one) => one.replica !== replica);
        // After every reading that was made before, by whole seconds as a header tells them.
        started.set(replica, now() + 5_000);
      }
      if (setup.counts !== false)
        counted.push({ time: now(), replica, series: seriesOf({ ...labels, ...setup.countsAs }) });
    },
    page() {
      const replica = turn++ % replicas();
      return pageOf(
        valuesOf(replica, Infinity),
        setup.identified === false ? undefined : startOf(replica) / 1000,
        setup.format ?? "text",
      );
    },
    scraped(metric, time) {
      if (metric === "up") return [{ labels: { job: "ai-pipeline", instance: "10.0.0.0:8001" }, value: 1 }];
      if (metric !== "ai_requests_total") return [];
      return Array.from({ length: replicas() }, (_, replica) =>
        [...valuesOf(replica, time)].map(([series, value]) => ({
          labels: {
            job: "ai-pipeline",
            instance: `10.0.0.${replica}:8001`,
            ...(JSON.parse(series) as Record<string, string>),
          },
          value,
        })),
      ).flat();
    },
    sawTrace: (id) => traces.has(id),
  };
}

function seriesOf(labels: Record<string, string>): string {
  return JSON.stringify(
    Object.fromEntries(Object.entries(labels).toSorted(([one], [other]) => (one < other ? -1 : 1))),
  );
}

/** As prometheus_client writes it, with the series that a prefix match would take for the counter. */
function pageOf(values: Map<string, number>, started: number | undefined, format: "text" | "openmetrics"): string {
  const counter = (name: string) => `${name}${format === "text" ? "_total" : ""}`;
  const inside = (series: string) =>
    Object.entries(JSON.parse(series) as Record<string, string>)
      .map(([name, value]) => `${name}=${JSON.stringify(value)}`)
      .join(",");
  const total = [...values.values()].reduce((sum, one) => sum + one, 0);
  const lines = [
    `# HELP ${counter("ai_requests")} All requests.`,
    `# TYPE ${counter("ai_requests")} counter`,
    ...[...values].map(([series, value]) => `ai_requests_total{${inside(series)}} ${value}.0`),
    ...(format === "text" ? ["# TYPE ai_requests_created gauge"] : []),
    ...[...values.keys()].map((series) => `ai_requests_created{${inside(series)}} 1.7e+09`),
    `# TYPE ${counter("ai_request_errors")} counter`,
    "# TYPE ai_request_duration_seconds histogram",
    ...["0.1", "1.0", "+Inf"].map((bound) => `ai_request_duration_seconds_bucket{le="${bound}",tool="echo"} ${total}`),
    `ai_request_duration_seconds_count{tool="echo"} ${total}`,
    `ai_request_duration_seconds_sum{tool="echo"} ${total * 0.05}`,
    "# TYPE app_info gauge",
    'app_info{version="1.1.0"} 1',
    ...(started === undefined
      ? []
      : ["# TYPE process_start_time_seconds gauge", `process_start_time_seconds ${started}`]),
    ...(format === "text" ? [] : ["# EOF"]),
  ];
  return `${lines.join("\n")}\n`;
}
