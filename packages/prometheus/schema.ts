import * as z from "zod/mini";
import { anyObject, list, maybe, object, oneOf, text, texts } from "@release-actions/http/fields";
import { NO_LABELS, readNumber, readTime } from "./read.ts";
import type {
  Alert,
  AlertmanagerStatus,
  Labels,
  ManagedAlert,
  MetricDescription,
  QueryResult,
  Rule,
  Sample,
  Silence,
} from "./types.ts";

/** What is read of the replies of Prometheus and Alertmanager. */

/**
 * https://prometheus.io/docs/prometheus/latest/querying/api/#format-overview. `isPartial` is VictoriaMetrics's:
 * https://docs.victoriametrics.com/victoriametrics/cluster-victoriametrics/#cluster-availability
 */
export const Envelope = object({
  status: text,
  errorType: maybe(text),
  error: maybe(text),
  warnings: maybe(list(text)),
  infos: maybe(list(text)),
  isPartial: maybe(z.boolean()),
});
export type EnvelopeBody = z.output<typeof Envelope>;

const reply = <S extends z.core.$ZodType>(data: S) => object({ data });

interface Context {
  readonly issues: z.core.$ZodRawIssue[];
}

/** A field that a function of ours reads. */
const checked = <T>(read: (input: unknown, context: Context) => T) => z.pipe(z.unknown(), z.transform(read));

function mismatch(context: Context, input: unknown, message: string, ...path: (number | undefined)[]): never {
  const known = path.filter((part) => part !== undefined);
  context.issues.push({ code: "custom", message, path: known, input });
  return z.NEVER;
}

/** RFC 3339 as wall clock milliseconds; undefined for Go's zero time, the year 1, which means never. */
const time = checked((input, context): number | undefined => {
  const read = readTime(input);
  if (read === undefined) return mismatch(context, input, "should be a time (RFC 3339)");
  return (input as string).startsWith("0001-01-01T") ? undefined : read;
});

/** As milliseconds. */
const seconds = z.pipe(
  z.custom<number>((value) => typeof value === "number" && value >= 0, "should be a number of seconds"),
  z.transform((value) => value * 1000),
);

const alert = object({
  labels: texts,
  annotations: maybe(texts),
  state: oneOf("pending", "firing", "inactive"),
  activeAt: maybe(time),
});

/** Those that are pending or firing: some servers also list inactive ones. */
const alerts = z.pipe(
  list(alert),
  z.transform((all): Alert[] =>
    all.flatMap(({ labels, annotations, state, activeAt }) =>
      state === "inactive" ? [] : [{ labels, annotations: annotations ?? NO_LABELS, state, activeAt }],
    ),
  ),
);

/** https://prometheus.io/docs/prometheus/latest/querying/api/#alerts */
export const AlertsReply = reply(
  z.pipe(
    object({ alerts }),
    z.transform((data) => data.alerts),
  ),
);

const rule = z.pipe(
  object({
    type: oneOf("alerting", "recording"),
    name: text,
    query: text,
    labels: maybe(texts),
    health: text,
    lastError: maybe(text),
    lastEvaluation: maybe(time),
    state: maybe(text),
    alerts: maybe(alerts),
  }),
  z.transform(({ type, labels, alerts: active, name, query, health, lastError, lastEvaluation, state }): Rule => ({
    kind: type,
    name,
    query,
    labels: labels ?? NO_LABELS,
    health,
    lastError,
    lastEvaluation,
    state,
    alerts: active ?? [],
  })),
);

/** https://prometheus.io/docs/prometheus/latest/querying/api/#rules */
export const RulesReply = reply(
  z.pipe(
    object({
      groups: list(object({ name: text, file: text, interval: seconds, rules: list(rule) })),
      // Only requests for pages get pages.
      groupNextToken: z.optional(
        z.custom<null | "">((value) => value === null || value === "", "should be absent: all groups were requested"),
      ),
    }),
    z.transform(({ groups }) => groups),
  ),
);

/** https://prometheus.io/docs/prometheus/latest/querying/api/#targets */
export const TargetsReply = reply(
  z.pipe(
    object({
      activeTargets: list(object({ labels: texts, health: oneOf("up", "down", "unknown"), lastError: maybe(text) })),
    }),
    z.transform((data) => data.activeTargets),
  ),
);

/** https://prometheus.io/docs/prometheus/latest/querying/api/#build-information */
export const BuildReply = reply(object({ version: text }));

/** https://prometheus.io/docs/prometheus/latest/querying/api/#config */
export const ConfigReply = reply(object({ yaml: text }));

/** YAML's keys without a value. */
const unlessBlank = <S extends z.core.$ZodType>(field: S) =>
  z.pipe(
    z.transform((value: unknown) => (value === "" || value === "~" || value === "null" ? undefined : value)),
    maybe(field),
  );

/**
 * https://prometheus.io/docs/prometheus/latest/configuration/configuration/#configuration-file, read from YAML with all
 * values as strings. The labels become an object that inherits nothing.
 */
export const Configuration = z.pipe(
  object({ global: unlessBlank(object({ external_labels: unlessBlank(texts) })) }),
  z.transform(({ global }): Labels =>
    Object.assign(Object.create(null) as Record<string, string>, global?.external_labels),
  ),
);

const descriptions = list(object({ type: text, unit: maybe(text) }));

/** https://prometheus.io/docs/prometheus/latest/querying/api/#querying-metric-metadata: by the metric's name. */
export const MetadataReply = reply(
  z.pipe(
    anyObject,
    z.transform((metrics, context): ReadonlyMap<string, readonly MetricDescription[]> => {
      const all = new Map<string, readonly MetricDescription[]>();
      for (const [metric, input] of Object.entries(metrics)) {
        const { success, data } = z.safeParse(descriptions, input);
        if (!success) {
          context.issues.push({ code: "custom", message: "should describe a metric", path: [metric], input });
          return z.NEVER;
        }
        all.set(
          metric,
          data.map(({ type, unit = "" }) => ({ type, unit: unit === "" ? undefined : unit })),
        );
      }
      return all;
    }),
  ),
);

/**
 * https://prometheus.io/docs/prometheus/latest/querying/api/#querying-label-values and
 * https://prometheus.io/docs/prometheus/latest/querying/api/#getting-label-names
 */
export const TextsReply = reply(list(text));

/**
 * Samples are read by our own loops: a range has hundreds of thousands of them, and zod would take several times as
 * long for each as everything else that happens to it. `index` is the position in a list.
 */
function readSample(input: unknown, context: Context, index?: number): Sample {
  if (!Array.isArray(input) || input.length !== 2) return mismatch(context, input, "should be a pair", index);
  const [at, digits] = input as unknown[];
  if (typeof at !== "number") return mismatch(context, at, "should be a time in seconds", index, 0);
  const value = readNumber(digits);
  if (value === undefined) return mismatch(context, digits, "should be a number as a string", index, 1);
  return { time: at * 1000, value };
}

/** Only its time is read. */
function readHistogram(input: unknown, context: Context, index?: number): Sample {
  if (!Array.isArray(input) || input.length !== 2) return mismatch(context, input, "should be a pair", index);
  const [at] = input as unknown[];
  if (typeof at !== "number") return mismatch(context, at, "should be a time in seconds", index, 0);
  return { time: at * 1000, value: undefined };
}

const samples = (read: typeof readSample) =>
  checked((input, context): readonly Sample[] => {
    if (!Array.isArray(input)) return mismatch(context, input, "should be a list");
    const all: Sample[] = [];
    for (let index = 0; index < input.length; index += 1) {
      all.push(read(input[index], context, index));
      if (context.issues.length > 0) return z.NEVER;
    }
    return all;
  });

const sample = checked((input, context) => readSample(input, context));
const histogram = checked((input, context) => readHistogram(input, context));

const vectorItem = z.pipe(
  object({ metric: texts, value: maybe(sample), histogram: maybe(histogram) }),
  z.transform(({ metric, value, histogram: native }, context) => {
    const found = value ?? native;
    if (found === undefined || (value !== undefined && native !== undefined))
      return mismatch(context, value, "should have a value or a histogram");
    return { labels: metric, time: found.time, value: found.value };
  }),
);

const matrixItem = z.pipe(
  object({ metric: texts, values: maybe(samples(readSample)), histograms: maybe(samples(readHistogram)) }),
  z.transform(({ metric, values = [], histograms = [] }) => ({
    labels: metric,
    samples: histograms.length === 0 ? values : [...values, ...histograms].sort((one, other) => one.time - other.time),
  })),
);

const textPair = checked((input, context): string => {
  if (!Array.isArray(input) || input.length !== 2) return mismatch(context, input, "should be a pair");
  const [at, value] = input as unknown[];
  if (typeof at !== "number") return mismatch(context, at, "should be a time in seconds", 0);
  return typeof value === "string" ? value : mismatch(context, value, "should be a string", 1);
});

const result = <K extends string, S extends z.core.$ZodType>(kind: K, value: S) =>
  object({ resultType: z.literal(kind), result: value });

/** https://prometheus.io/docs/prometheus/latest/querying/api/#expression-query-result-formats */
export const QueryReply = reply(
  z.pipe(
    z.discriminatedUnion(
      "resultType",
      [
        result("scalar", sample),
        result("string", textPair),
        result("vector", list(vectorItem)),
        result("matrix", list(matrixItem)),
      ],
      "should be scalar, vector, matrix or string",
    ),
    z.transform((data): QueryResult => {
      switch (data.resultType) {
        case "scalar":
          return { kind: "scalar", sample: data.result };
        case "string":
          return { kind: "string", text: data.result };
        case "vector":
          return { kind: "vector", series: data.result };
        case "matrix":
          return { kind: "matrix", series: data.result };
      }
    }),
  ),
);

/** https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml: alertmanagerStatus */
export const StatusReply = z.pipe(
  object({ cluster: object({ status: text }), versionInfo: maybe(object({ version: maybe(text) })) }),
  z.transform(({ cluster, versionInfo }): AlertmanagerStatus => ({
    cluster: cluster.status,
    version: versionInfo?.version,
  })),
);

/** https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml: gettableAlerts */
export const ManagedAlertsReply = list(
  z.pipe(
    object({
      labels: texts,
      annotations: maybe(texts),
      status: object({
        state: oneOf("active", "suppressed", "unprocessed"),
        silencedBy: list(text),
        inhibitedBy: list(text),
      }),
      startsAt: maybe(time),
      endsAt: maybe(time),
    }),
    z.transform(
      ({ labels, annotations, status: { state, silencedBy, inhibitedBy }, startsAt, endsAt }): ManagedAlert => ({
        labels,
        annotations: annotations ?? NO_LABELS,
        state,
        silencedBy,
        inhibitedBy,
        startsAt,
        endsAt,
      }),
    ),
  ),
);

/** https://github.com/prometheus/alertmanager/blob/main/api/v2/openapi.yaml: gettableSilences */
export const SilencesReply = list(
  z.pipe(
    object({ id: text, status: object({ state: text }), createdBy: text, comment: maybe(text), endsAt: maybe(time) }),
    z.transform(({ id, status, createdBy, comment, endsAt }): Silence => ({
      id,
      state: status.state,
      createdBy,
      comment: comment ?? "",
      endsAt,
    })),
  ),
);
