/** What a suite checks. All times are in milliseconds. */
export interface Suite {
  readonly services: readonly ServiceSpec[];
  readonly checks: readonly CallSpec[];
  readonly queries: readonly QuerySpec[];
  /** The address of Prometheus. */
  readonly prometheus: string | undefined;
}

export interface ServiceSpec {
  readonly name: string;
  readonly url: string | undefined;
  readonly health: PageSpec | undefined;
  readonly metrics: PageSpec | undefined;
  readonly requiredMetrics: readonly RequiredMetric[];
  readonly version: VersionSpec | undefined;
}

/** A service whose address is known. */
export type Service = ServiceSpec & { readonly url: string };

/** A page to read. */
export interface PageSpec extends WaitSpec {
  readonly path: string;
  /** Undefined: what every page of its kind must be. */
  readonly expect: Expectation | undefined;
}

export interface WaitSpec {
  /** For one request. Default: the run's. */
  readonly timeout: number | undefined;
  /** How long a wrong answer has to become right. Default: the first answer counts. */
  readonly eventually: number | undefined;
}

export interface RequiredMetric {
  readonly name: string;
  /** Undefined: any sample, or none yet. */
  readonly labels: Labels | undefined;
}

export type Labels = Readonly<Record<string, string>>;

/** Where a service reports its version. */
export type VersionSpec = WaitSpec & { readonly path: string | undefined } & (
    | { readonly kind: "json"; readonly at: JsonPath }
    | { readonly kind: "header"; readonly header: string }
    | { readonly kind: "metric"; readonly metric: string; readonly label: string }
  );

/** A functional check: a request and what has to come of it. */
export interface CallSpec extends WaitSpec {
  readonly name: string;
  readonly service: string;
  readonly request: RequestSpec;
  /** The request may be sent again after an answer that proves nothing. */
  readonly repeatable: boolean;
  readonly expect: Expectation;
  readonly trace: TraceSpec | undefined;
  readonly counts: readonly CountSpec[];
  /** How often the request is sent. */
  readonly calls: number;
  /** How long counters and evidence may take. */
  readonly within: number;
}

export interface RequestSpec {
  readonly method: (typeof METHODS)[number];
  /** Relative to the service's address, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: no JSON body. */
  readonly json: unknown;
  readonly body: string | undefined;
}

export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
/** Repeating these has no second effect. */
export const SAFE_METHODS: readonly string[] = ["GET", "HEAD"];

export interface Expectation {
  readonly status: readonly number[];
  readonly json: readonly { readonly path: JsonPath; readonly matcher: ValueMatcher }[];
  readonly text: ValueMatcher | undefined;
  readonly headers: readonly { readonly name: string; readonly matcher: ValueMatcher }[];
}

export interface JsonPath {
  /** As the author wrote it. */
  readonly text: string;
  readonly steps: readonly (string | number)[];
}

export const JSON_TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** A value must meet every condition that is given. */
export interface ValueMatcher {
  /** Any JSON value except undefined. */
  readonly equals?: unknown;
  readonly oneOf?: readonly unknown[];
  readonly type?: JsonType;
  readonly exists?: boolean;
  /** `*` matches any text. */
  readonly matches?: string;
  readonly contains?: string;
  readonly min?: number;
  readonly max?: number;
}

export interface TraceSpec {
  readonly header: string;
  readonly returned:
    { readonly kind: "json"; readonly at: JsonPath } | { readonly kind: "header"; readonly header: string } | undefined;
  readonly evidence: { readonly service: string; readonly path: string; readonly expect: Expectation } | undefined;
}

/** A counter that the calls must increase. */
export interface CountSpec {
  readonly service: string;
  readonly metric: string;
  readonly labels: Labels;
  /** The least increase. Default: the number of calls. */
  readonly by: number | undefined;
}

export interface QuerySpec {
  readonly name: string;
  readonly query: string;
  /** Names of checks whose calls the result must include. */
  readonly after: readonly string[];
  /** A plain selector whose samples tell how recent the result is. Default: the query, if it is a plain selector. */
  readonly seenBy: string | undefined;
  readonly expect: ValueMatcher;
  readonly within: number;
}
