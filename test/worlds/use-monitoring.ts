import { afterEach } from "@jest/globals";
import type { MemoryResult } from "@release-actions/hosts";
import type { Monitoring, MonitoringSetup, SeriesSetup } from "../stand-ins/prometheus/index.ts";
import { gate, prometheusWith, service, START } from "./metrics-gate.ts";

export const ERRORS =
  "- { name: errors, ratio: { bad: ai_request_errors_total, total: ai_requests_total }, below: 1% }\n";
export const LOAD: SeriesSetup = { metric: "load", labels: {}, value: () => 1 };

/** Opens a monitoring stand-in that is closed after each test. */
export function useMonitoring() {
  let servers: Monitoring | undefined;
  afterEach(() => servers?.close());
  const open = async (series: SeriesSetup[] = service(), setup: MonitoringSetup = {}): Promise<Monitoring> =>
    (servers = await prometheusWith(series, setup));
  return {
    open,
    /** The servers that were opened last. */
    current: (): Monitoring => servers!,
    /** A run whose only objective is a query that Prometheus answers with `data`. */
    async askLoad(data: unknown, rest: string, inputs: Record<string, string> = {}): Promise<MemoryResult> {
      const { setup, slos } = asking(data, rest);
      return await gate(await open([...service(), LOAD], setup), { slos, ...inputs });
    },
  };
}

/** A query named load, its answer, and an objective with it. */
export function asking(data: unknown, rest: string) {
  return {
    setup: { queries: { 'load{track="canary"}': data } },
    slos: `- { name: load, query: load, ${rest} }\n`,
  };
}

export function said({ lines }: MemoryResult): string {
  return lines.join("\n");
}

export function times(count: number, kind: string): string[] {
  return Array.from({ length: count }, () => kind);
}

export function vector(...values: (number | string)[]) {
  const result = values.map((value, index) => ({
    metric: { tool: `t${index}` },
    value: [START / 1000, String(value)],
  }));
  return { resultType: "vector", result };
}
