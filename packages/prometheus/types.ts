import type { Credential, Http } from "@release-actions/http";

export type Labels = Readonly<Record<string, string>>;

export interface ServerOptions {
  readonly http: Http;
  /** Where the server's pages begin, with its path prefix where it has one. */
  readonly url: string;
  readonly credential: Credential | undefined;
  /** Milliseconds for one attempt, and those that one question may spend waiting between its attempts; as in packages/http. */
  readonly deadline?: number | undefined;
  readonly patience?: number | undefined;
  /** How often a question is tried at most; as in packages/http. */
  readonly attempts?: number | undefined;
}

/** What a Prometheus answered. */
export interface Answer<T> {
  readonly value: T;
  /** Reasons why the answer may not be whole, such as a store of Thanos that did not answer. Not empty: no proof of absence. */
  readonly warnings: readonly string[];
  /** Remarks on a query that do not touch its answer. */
  readonly infos: readonly string[];
  /** The server's wall clock, milliseconds, where the answer had it. A cache on the way may have kept it. */
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
  /** Of the rule itself; in values `{{ … }}` stands for what only an evaluation tells. */
  readonly labels: Labels;
  /** `ok`, `err`, `unknown`, or what a newer server says. */
  readonly health: string;
  readonly lastError: string | undefined;
  /** Wall clock milliseconds; undefined: never. */
  readonly lastEvaluation: number | undefined;
  /** Of an alerting rule: `inactive`, `pending`, `firing`, or what a newer server says. */
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

/** A value at a time. Undefined: a native histogram, which is no number. May be NaN or infinite. */
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
 * The HTTP API of Prometheus, v1 (prometheus.io/docs/prometheus/latest/querying/api), read strictly. Each throws
 * HttpError, or an ActionError: `invalid` for what is wrong with the question, `undecided` for what is no answer.
 */
export interface Prometheus {
  /** As in messages. */
  readonly host: string;
  /** Undefined where it is not told. */
  version(): Promise<string | undefined>;
  /** All groups with all rules. Newer servers leave the alerts out, which `alerts` has. */
  rules(): Promise<Answer<readonly RuleGroup[]>>;
  /** Those that are pending or firing. */
  alerts(): Promise<Answer<readonly Alert[]>>;
  /** What is scraped; undefined where the server, or a proxy in front of it, does not tell. */
  targets(): Promise<Answer<readonly Target[]> | undefined>;
  /** Labels that this Prometheus adds to all alerts it sends; undefined where it does not tell. */
  externalLabels(): Promise<Labels | undefined>;
  /**
   * The values that a label had since `start` (wall clock milliseconds), in series that one of the selectors finds
   * where there are any; undefined where they are not told.
   */
  labelValues(
    label: string,
    start: number,
    selectors?: readonly string[],
  ): Promise<Answer<readonly string[]> | undefined>;
  /** Whether a target that is scraped now says that it has this metric, be it without any series; undefined where it is not told. */
  isDocumented(metric: string): Promise<boolean | undefined>;
  /** An instant query at `time` (wall clock milliseconds), or now. */
  query(query: string, time?: number): Promise<Answer<QueryResult>>;
}

export interface AlertmanagerStatus {
  readonly version: string | undefined;
  /** `ready`, `settling`, `disabled`. */
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

/** Alertmanager's HTTP API, v2 (its api/v2/openapi.yaml), read strictly. Throws HttpError, or an ActionError. */
export interface Alertmanager {
  readonly host: string;
  status(): Promise<AlertmanagerStatus>;
  /** All that it holds, suppressed ones too. Nothing is filtered there: a filter it does not know is silently no filter. */
  alerts(): Promise<readonly ManagedAlert[]>;
  silences(): Promise<readonly Silence[]>;
}
