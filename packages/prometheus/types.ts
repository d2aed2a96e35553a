import type { Credential, Http } from "@release-actions/http";

export type Labels = Readonly<Record<string, string>>;

export interface ServerOptions {
  readonly http: Http;
  /** Address where the server's pages begin, including its path prefix if it has one. */
  readonly url: string;
  readonly credential: Credential | undefined;
  /** Milliseconds for one attempt, and for the waits between the attempts of one request; as in packages/http. */
  readonly deadline?: number | undefined;
  readonly patience?: number | undefined;
  /** Most attempts per request; as in packages/http. */
  readonly attempts?: number | undefined;
}

/** A reply of Prometheus. */
export interface Answer<T> {
  readonly value: T;
  /**
   * Reasons why the reply may be incomplete, such as a Thanos store that did not respond or a reply that
   * VictoriaMetrics marks as partial. With any, it proves no absence.
   */
  readonly warnings: readonly string[];
  /** Remarks on a query that do not affect its result, wherever the server's version puts them. */
  readonly infos: readonly string[];
  /** The server's wall clock in milliseconds, if the reply has it. A cache in between may have stored it. */
  readonly date: number | undefined;
}

export interface RuleGroup {
  readonly name: string;
  readonly file: string;
  /** Milliseconds. */
  readonly interval: number;
  readonly rules: readonly Rule[];
}

export interface Rule {
  readonly kind: "alerting" | "recording";
  readonly name: string;
  readonly query: string;
  /** Of the rule itself; `{{ … }}` in a value is filled in by an evaluation. */
  readonly labels: Labels;
  /** `ok`, `err`, `unknown`, or a value of a newer server. */
  readonly health: string;
  readonly lastError: string | undefined;
  /** Wall clock milliseconds; undefined if never. */
  readonly lastEvaluation: number | undefined;
  /** Of an alerting rule: `inactive`, `pending`, `firing`, or a value of a newer server. */
  readonly state: string | undefined;
  /** Of an alerting rule. */
  readonly alerts: readonly Alert[];
}

export interface Alert {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: "pending" | "firing";
  /** Wall clock milliseconds. */
  readonly activeAt: number | undefined;
}

export interface Target {
  readonly labels: Labels;
  /** "unknown": not scraped yet. */
  readonly health: "up" | "down" | "unknown";
  readonly lastError: string | undefined;
}

/** What a target says about a metric. */
export interface MetricDescription {
  /** `counter`, `gauge`, `histogram`, `summary`, `unknown`, or a value of a newer server. */
  readonly type: string;
  /** Such as `seconds`. */
  readonly unit: string | undefined;
}

/** A value, possibly NaN or infinite, at a time in wall clock milliseconds. Undefined for a native histogram. */
export interface Sample {
  readonly time: number;
  readonly value: number | undefined;
}

export type QueryResult =
  | { readonly kind: "scalar"; readonly sample: Sample }
  | { readonly kind: "vector"; readonly series: readonly (Sample & { readonly labels: Labels })[] }
  | {
      readonly kind: "matrix";
      readonly series: readonly { readonly labels: Labels; readonly samples: readonly Sample[] }[];
    }
  | { readonly kind: "string"; readonly text: string };

/**
 * The HTTP API of Prometheus, v1 (https://prometheus.io/docs/prometheus/latest/querying/api/), read strictly. All methods
 * throw HttpError or an ActionError: `invalid` for a wrong query or address, `undecided` for a reply that proves nothing.
 */
export interface Prometheus {
  /** For messages. */
  readonly host: string;
  /** Undefined if the server does not report it. */
  version(): Promise<string | undefined>;
  /** All groups with all rules. Newer servers omit the alerts, which `alerts` returns. */
  rules(): Promise<Answer<readonly RuleGroup[]>>;
  /** Those that are pending or firing. */
  alerts(): Promise<Answer<readonly Alert[]>>;
  /** Scraped targets; undefined if the server, or a proxy in front of it, does not report them. */
  targets(): Promise<Answer<readonly Target[]> | undefined>;
  /** Labels that this Prometheus adds to all alerts that it sends; undefined if it does not report them. */
  externalLabels(): Promise<Labels | undefined>;
  /**
   * The values of a label since `start` (wall clock milliseconds), with selectors only in the series that one of them
   * finds; undefined if the server does not report them.
   */
  labelValues(
    label: string,
    start: number,
    selectors?: readonly string[],
  ): Promise<Answer<readonly string[]> | undefined>;
  /** The names of the labels that series of these selectors have had since `start`; otherwise like `labelValues`. */
  labelNames(start: number, selectors: readonly string[]): Promise<Answer<readonly string[]> | undefined>;
  /**
   * How currently scraped targets describe this metric, even without series; empty if none does. Undefined if the
   * server does not report it.
   */
  descriptions(metric: string): Promise<Answer<readonly MetricDescription[]> | undefined>;
  /** An instant query at `time` (wall clock milliseconds), or now. */
  query(query: string, time?: number): Promise<Answer<QueryResult>>;
}

export interface AlertmanagerStatus {
  readonly version: string | undefined;
  /** `ready`, `settling` or `disabled`. */
  readonly cluster: string;
}

export interface ManagedAlert {
  readonly labels: Labels;
  readonly annotations: Labels;
  readonly state: "active" | "suppressed" | "unprocessed";
  /** Ids of silences. */
  readonly silencedBy: readonly string[];
  /** Fingerprints of other alerts. */
  readonly inhibitedBy: readonly string[];
  /** Wall clock milliseconds. */
  readonly startsAt: number | undefined;
  readonly endsAt: number | undefined;
}

export interface Silence {
  readonly id: string;
  readonly state: string;
  readonly createdBy: string;
  readonly comment: string;
  /** Wall clock milliseconds. */
  readonly endsAt: number | undefined;
}

/**
 * Alertmanager's HTTP API, v2 (https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml), read strictly.
 * All methods throw HttpError, or `invalid` if the server is not Alertmanager.
 */
export interface Alertmanager {
  readonly host: string;
  status(): Promise<AlertmanagerStatus>;
  /** All alerts, including suppressed ones. Nothing is filtered there, since it silently ignores unknown filters. */
  alerts(): Promise<readonly ManagedAlert[]>;
  silences(): Promise<readonly Silence[]>;
}
