import type { Fault } from "../forge/index.ts";
import type { Origin } from "../shared/origin.ts";

/** What callers write and read. Times are milliseconds. */

export interface AlertSetup {
  /** Besides alertname and the rule's own. */
  labels?: Record<string, string>;
  annotations?: Record<string, string>;
  /** Default firing. */
  state?: "firing" | "pending" | "inactive";
  /** How long it has been so. Default a minute. */
  age?: number;
  /** Its state in Alertmanager. Default active; `absent`: it has not arrived. Pending alerts never arrive. */
  managed?:
    | "active"
    | "unprocessed"
    | "absent"
    | { silencedBy?: string[]; inhibitedBy?: string[]; mutedBy?: string[]; state?: "active" };
}

export interface RuleSetup {
  /** The name of an alerting rule. */
  alert?: string;
  /** The name of a recording rule. */
  record?: string;
  expr?: string;
  labels?: Record<string, string>;
  health?: string;
  lastError?: string;
  /** How long ago it was evaluated; null: never. Default a second. */
  evaluated?: number | null;
  /** Instead of the state that follows from its alerts. */
  state?: string;
  alerts?: AlertSetup[];
}

export interface GroupSetup {
  name?: string;
  /** Default a minute. */
  interval?: number;
  rules: RuleSetup[];
}

export interface TargetSetup {
  labels?: Record<string, string>;
  health?: "up" | "down" | "unknown";
  lastError?: string;
}

export interface SilenceSetup {
  id: string;
  createdBy?: string;
  comment?: string;
  /** From now on. Default an hour. */
  ends?: number;
  state?: "active" | "expired" | "pending";
}

/** A series that is scraped, or was. */
export interface SeriesSetup {
  metric: string;
  labels?: Record<string, string>;
  /** The value at a scrape, wall clock milliseconds; undefined: the target was not there. */
  value?: (time: number) => number | undefined;
  /** Scrapes one by one instead: wall clock milliseconds and a value, which may be the text NaN, +Inf or -Inf. */
  samples?: [number, number | string][];
  /** Milliseconds between scrapes. Default 5 seconds. */
  every?: number;
  /** Its samples are native histograms, as Prometheus 3 answers them. */
  native?: boolean;
}

export interface MonitoringSetup {
  series?: SeriesSetup[];
  /** What queries beyond selectors are answered with: the `data` of the answer. */
  queries?: Record<string, unknown>;
  /** Metrics that targets describe without having a series of them. */
  documented?: string[];
  /** What targets say about metrics; without it, every metric is a counter. */
  described?: Record<string, { type?: string; unit?: string }>;
  /** Remarks on every query, as Prometheus 3 gives them. */
  infos?: string[];
  /** At most so many series and values of labels in an answer, whatever is queried, as a proxy may say to Prometheus 3. */
  limit?: number;
  groups?: GroupSetup[];
  /** Default: one that is up. */
  targets?: TargetSetup[];
  externalLabels?: Record<string, string>;
  /** 2: alerts are in the rules whatever the query says. 3: `exclude_alerts` is known. Default 3. */
  generation?: 2 | 3;
  /** Of every answer of Prometheus, as Thanos gives them. */
  warnings?: string[];
  /** Of every answer of Prometheus, as a VictoriaMetrics cluster marks it. */
  isPartial?: boolean;
  /** Parts of Prometheus's API that answer 404, such as `targets` or `status/config`. */
  without?: string[];
  /** Values of labels besides those that rules, alerts and targets have. */
  labelValues?: Record<string, string[]>;
  silences?: SilenceSetup[];
  /** Alerts that Alertmanager has from others. */
  foreign?: (Omit<AlertSetup, "state"> & { labels: Record<string, string> })[];
  cluster?: "ready" | "settling" | "disabled";
  /** Both servers ask for it: a bearer token, or a user's password. */
  token?: string;
  /** Path in front of both APIs, as `/prometheus`. */
  prefix?: string;
  faults?: { prometheus?: Fault[]; alertmanager?: Fault[] };
  /** Milliseconds since 1970. */
  clock?: () => number;
  latencyMs?: number;
  port?: number;
}

export interface Monitoring {
  /** With the prefix. */
  prometheusUrl: string;
  alertmanagerUrl: string;
  prometheus: Origin;
  alertmanager: Origin;
  /** May be changed while it runs. */
  setup: MonitoringSetup;
  close(): Promise<void>;
}
