import { listOf, maybe, shape, text } from "@release-actions/http";
import type { Alert, QueryResult, Rule, RuleGroup, Sample, Target } from "./types.ts";
import { instant, labels, mismatch, NO_LABELS, oneWordOf, pair, sample, seconds, time } from "./read.ts";
import type { Read } from "./read.ts";

/** What is read of the data of Prometheus's answers; anything else in them is ignored. */

const alertShape = shape({
  labels,
  annotations: maybe(labels),
  state: oneWordOf("pending", "firing", "inactive"),
  activeAt: maybe(time),
});

/** Those that are pending or firing: some servers list inactive ones as well. */
const alerts: Read<Alert[]> = (value, path) =>
  listOf(alertShape)(value, path).flatMap(({ state, annotations, ...alert }) =>
    state === "inactive" ? [] : [{ ...alert, state, annotations: annotations ?? {} }],
  );

export const alertsData: Read<readonly Alert[]> = (value, path) => shape({ alerts })(value, path).alerts;

const ruleShape = shape({
  type: oneWordOf("alerting", "recording"),
  name: text,
  query: text,
  labels: maybe(labels),
  health: text,
  lastError: maybe(text),
  lastEvaluation: maybe(time),
  state: maybe(text),
  alerts: maybe(alerts),
});

const rule: Read<Rule> = (value, path) => {
  const { type, labels: own, alerts: active, ...rest } = ruleShape(value, path);
  return { ...rest, kind: type, labels: own ?? NO_LABELS, alerts: active ?? [] };
};

const groups: Read<readonly RuleGroup[]> = listOf(
  shape({ name: text, file: text, interval: seconds, rules: listOf(rule) }),
);
const rulesShape = shape({ groups, groupNextToken: maybe(text) });

export const rulesData: Read<readonly RuleGroup[]> = (value, path) => {
  const { groups: read, groupNextToken } = rulesShape(value, path);
  // Pages are given only to who asks for them.
  if (groupNextToken !== undefined && groupNextToken !== "")
    throw mismatch(`${path}.groupNextToken`, "absent: all groups were requested");
  return read;
};

const target: Read<Target> = shape({ labels, health: oneWordOf("up", "down", "unknown"), lastError: maybe(text) });
export const targetsData: Read<readonly Target[]> = (value, path) =>
  shape({ activeTargets: listOf(target) })(value, path).activeTargets;

export const buildData: Read<string> = (value, path) => shape({ version: text })(value, path).version;
export const configData: Read<string> = (value, path) => shape({ yaml: text })(value, path).yaml;
/** The names of metrics that targets describe. */
export const metadataData: Read<readonly string[]> = (value, path) => {
  if (typeof value === "object" && value !== null && !Array.isArray(value)) return Object.keys(value);
  throw mismatch(path, "an object");
};
export const labelValuesData: Read<readonly string[]> = listOf(text);

/** A native histogram, of which the time alone is read. */
const histogram: Read<Sample> = (value, path) => ({
  time: pair(instant, (inner: unknown) => inner)(value, path)[0],
  value: undefined,
});

const vectorItem = shape({ metric: labels, value: maybe(sample), histogram: maybe(histogram) });
const matrixItem = shape({ metric: labels, values: maybe(listOf(sample)), histograms: maybe(listOf(histogram)) });

/** An instant query's `{resultType, result}`. */
export const queryData: Read<QueryResult> = (value, path) => {
  const { resultType, result } = shape({
    resultType: oneWordOf("scalar", "vector", "matrix", "string"),
    result: (inner: unknown) => inner,
  })(value, path);
  const at = `${path}.result`;
  switch (resultType) {
    case "scalar":
      return { kind: "scalar", sample: sample(result, at) };
    case "string":
      return { kind: "string", text: pair(instant, text)(result, at)[1] };
    case "vector":
      return {
        kind: "vector",
        series: listOf(vectorItem)(result, at).map((item, index) => ({
          labels: item.metric,
          ...vectorSample(item, `${at}[${index}]`),
        })),
      };
    case "matrix":
      return {
        kind: "matrix",
        series: listOf(matrixItem)(result, at).map(({ metric, values = [], histograms = [] }) => ({
          labels: metric,
          samples:
            histograms.length === 0 ? values : [...values, ...histograms].sort((one, other) => one.time - other.time),
        })),
      };
  }
};

function vectorSample({ value, histogram: native }: ReturnType<typeof vectorItem>, path: string): Sample {
  if (value !== undefined) return value;
  if (native !== undefined) return native;
  throw mismatch(path, "a sample");
}
