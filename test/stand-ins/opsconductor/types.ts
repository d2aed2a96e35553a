import type { Fault } from "../forge/index.ts";
import type { Origin } from "../shared/origin.ts";

/** What callers write and read. Times are milliseconds. */

export const SERVICES = ["automation-service", "ai-pipeline", "kong", "grafana", "prometheus"] as const;
export type ServiceName = (typeof SERVICES)[number];

export interface OpsSetup {
  /** Bodies of health pages, as JSON; a text is sent as text. */
  health?: Partial<Record<ServiceName, unknown>>;
  versions?: { "automation-service"?: string; "ai-pipeline"?: string };
  /** What a call's answer says. */
  echo?: { output?: string; success?: unknown; traceId?: string };
  /** How a call ends instead of well: forms of errors as the service has them. */
  fails?: "timeout" | "bad_gateway" | "unknown" | "validation" | "upstream_error";
  /** What the gateway makes of the trace's id. Default kept. */
  trace?: "kept" | "dropped" | "replaced" | "upper-case" | "zeros";
  /** False: calls are answered and not counted. */
  counts?: boolean;
  /** Labels of what is counted, besides those that are meant. */
  countsAs?: Record<string, string>;
  /** Processes of the ai-pipeline behind one address, asked in turn. Default 1. */
  replicas?: number;
  /** Which of them takes the calls. Default: each in turn. */
  callsGoTo?: number;
  /** How many calls each process has counted before. */
  before?: readonly number[];
  /** False: the metrics pages do not tell when their process started. */
  identified?: boolean;
  /** The process of the ai-pipeline starts again before it takes a call. */
  restarts?: boolean;
  /** Changes the ai-pipeline's metrics page. */
  page?: (page: string) => string;
  format?: "text" | "openmetrics";
  /** What Prometheus asks the ai-pipeline for; null: it has stopped to. Default 50 ms. */
  scrapeEvery?: number | null;
  /** Of every answer of Prometheus. */
  warnings?: string[];
  /** Of every answer of Prometheus, as a VictoriaMetrics cluster marks it. */
  isPartial?: boolean;
  faults?: Partial<Record<ServiceName, Fault[]>>;
  /** Milliseconds since 1970. */
  clock?: () => number;
  latencyMs?: number;
  port?: number;
}

export interface OpsConductor {
  urls: Record<ServiceName, string>;
  origins: Record<ServiceName, Origin>;
  /** May be changed while it runs. */
  setup: OpsSetup;
  close(): Promise<void>;
}
