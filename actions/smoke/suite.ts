/** A suite: what is checked. Times are milliseconds. */
export interface Suite {
  readonly services: readonly ServiceSpec[];
  readonly checks: readonly CheckSpec[];
  readonly queries: readonly QuerySpec[];
  /** Where Prometheus answers. */
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

/** A page that is read. */
export interface PageSpec extends Patience {
  readonly path: string;
  /** Undefined: what the page is for says what is expected. */
  readonly expect: Expectation | undefined;
}

export interface Patience {
  /** For one request; undefined: the input's. */
  readonly timeout: number | undefined;
  /** A wrong answer may become right within this time; undefined: the first answer counts. */
  readonly eventually: number | undefined;
}

export interface RequiredMetric {
  readonly name: string;
  /** A sample with these labels must be there. */
  readonly labels: Labels | undefined;
}

export type Labels = Readonly<Record<string, string>>;

/** Where a service tells its version. */
export type VersionSpec = Patience & { readonly path: string | undefined } & (
    | { readonly kind: "json"; readonly at: JsonPath }
    | { readonly kind: "header"; readonly header: string }
    | { readonly kind: "metric"; readonly metric: string; readonly label: string }
  );

export interface CheckSpec extends Patience {
  readonly name: string;
  readonly service: string;
  readonly request: RequestSpec;
  /** The request may be sent again after an answer that says nothing. */
  readonly repeatable: boolean;
  readonly expect: Expectation;
  readonly trace: TraceSpec | undefined;
  readonly counts: readonly CountSpec[];
  /** How often the request is sent. */
  readonly calls: number;
  /** How long counters and evidence are waited for. */
  readonly within: number;
}

export interface RequestSpec {
  readonly method: (typeof METHODS)[number];
  /** Below the service's address, with its query. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined: none. */
  readonly json: unknown;
  readonly body: string | undefined;
}

export const METHODS = ["GET", "HEAD", "POST", "PUT", "PATCH", "DELETE"] as const;
/** Sent again without a second effect. */
export const SAFE_METHODS: readonly string[] = ["GET", "HEAD"];

export interface Expectation {
  readonly status: readonly number[];
  readonly json: readonly { readonly path: JsonPath; readonly matcher: Matcher }[];
  readonly text: Matcher | undefined;
  readonly headers: readonly { readonly name: string; readonly matcher: Matcher }[];
}

export interface JsonPath {
  /** As it was written. */
  readonly text: string;
  readonly steps: readonly (string | number)[];
}

export const JSON_TYPES = ["string", "number", "integer", "boolean", "object", "array", "null"] as const;
export type JsonType = (typeof JSON_TYPES)[number];

/** All that is given must hold. */
export interface Matcher {
  /** Any JSON value but undefined. */
  readonly equals?: unknown;
  readonly oneOf?: readonly unknown[];
  readonly type?: JsonType;
  readonly exists?: boolean;
  /** `*` stands for any text. */
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

/** A counter that the calls must make rise. */
export interface CountSpec {
  readonly service: string;
  readonly metric: string;
  readonly labels: Labels;
  /** By at least this much; undefined: the number of calls. */
  readonly by: number | undefined;
}

export interface QuerySpec {
  readonly name: string;
  readonly query: string;
  /** The names of checks whose calls the answer must have seen. */
  readonly after: readonly string[];
  /** A plain selector whose samples tell how new the answer is; undefined: the query is one. */
  readonly seenBy: string | undefined;
  readonly expect: Matcher;
  readonly within: number;
}
