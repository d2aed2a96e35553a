import { readNumber } from "./line-reader.ts";
import { shown, SUFFIXES, type Family, type Format, type PageProblem, type ProblemKind, type Sample } from "./page.ts";

const EXEMPLARS: Readonly<Record<string, string>> = {
  counter: "_total",
  histogram: "_bucket",
  gaugehistogram: "_bucket",
};
/** The label that distinguishes the samples of one series, by type and suffix. */
const OWN_LABELS: Readonly<Record<string, Readonly<Record<string, string>>>> = {
  histogram: { _bucket: "le" },
  gaugehistogram: { _bucket: "le" },
  summary: { "": "quantile" },
};

/** Problems with the samples of one family, by its type. Prometheus accepts all but exemplars in some places. */
export function checkFamily(family: Family, format: Format): PageProblem[] {
  const problems = family.samples.flatMap((sample) => wrongWith(sample, family, format));
  return family.type === "histogram" || family.type === "gaugehistogram"
    ? [...problems, ...checkHistogram(family, format)]
    : problems;
}

function problem({ line }: Pick<Sample, "line">, what: string, kind: ProblemKind = "accepted"): PageProblem {
  return { line, what, kind };
}

function wrongWith(sample: Sample, family: Family, format: Format): PageProblem[] {
  const exemplar = sample.exemplar === undefined ? undefined : wrongExemplar(sample, family);
  const what = wrongLabel(sample, family, format) ?? (format === "text" ? undefined : wrongValue(sample, family));
  return [...(exemplar === undefined ? [] : [exemplar]), ...(what === undefined ? [] : [problem(sample, what)])];
}

/** Prometheus 2 decides by the name alone and rejects the page; Prometheus 3 takes exemplars everywhere. */
function wrongExemplar(sample: Sample, { name, type }: Family): PageProblem | undefined {
  if (EXEMPLARS[type] === sample.name.slice(name.length)) return undefined;
  const kind = /_(?:total|bucket)$/.test(sample.name) ? "accepted" : "rejected";
  const who = kind === "rejected" ? ", only Prometheus 3 accepts it there" : "";
  return problem(sample, `${shown(sample)} may have no exemplar${who}`, kind);
}

function wrongLabel(sample: Sample, { name, type }: Family, format: Format): string | undefined {
  const label = OWN_LABELS[type]?.[sample.name.slice(name.length)];
  if (label === undefined) return undefined;
  const text = sample.labels.get(label) ?? "";
  const number = readNumber(text);
  if (label === "le") {
    if (number === undefined || Number.isNaN(number)) return `the bucket ${shown(sample)} has no le that is a number`;
    if (format === "openmetrics" && number === Infinity && text !== "+Inf")
      return `the bucket ${shown(sample)} has an le that is not written +Inf`;
    return undefined;
  }
  if (number === undefined) return `${shown(sample)} has no quantile that is a number`;
  if (format === "openmetrics" && !(number >= 0 && number <= 1)) return `${shown(sample)} has no quantile from 0 to 1`;
  return undefined;
}

function wrongValue(sample: Sample, { name, type }: Family): string | undefined {
  const { labels, value } = sample;
  const suffix = sample.name.slice(name.length);
  if (type === "stateset" && !labels.has(name)) return `${shown(sample)} has no label ${name}`;
  if (type === "stateset" && value !== 0 && value !== 1) return `${shown(sample)} is ${value}, and a state is 0 or 1`;
  if (type === "info" && value !== 1) return `${shown(sample)} is ${value}, and an info is 1`;
  if (isCount(type, suffix) && !(value >= 0)) return `${shown(sample)} is ${value}, and a counter is never below 0`;
  if (type === "gaugehistogram" && suffix === "_gsum" && Number.isNaN(value)) return `${shown(sample)} is NaN`;
  if (type === "summary" && suffix === "" && value < 0)
    return `${shown(sample)} is ${value}, and a quantile is never below 0`;
  if (
    ["_bucket", "_count", "_gcount"].includes(suffix) &&
    SUFFIXES.openmetrics[type]?.includes(suffix) === true &&
    !Number.isInteger(value)
  ) {
    return `${shown(sample)} is ${value}, and a count is a whole number`;
  }
  return undefined;
}

function isCount(type: string, suffix: string): boolean {
  if (type === "counter") return suffix === "_total";
  if (type === "histogram") return ["_bucket", "_count", "_sum"].includes(suffix);
  return type === "gaugehistogram"
    ? suffix === "_bucket" || suffix === "_gcount"
    : type === "summary" && (suffix === "_count" || suffix === "_sum");
}

/** All labels but the one that distinguishes the samples of one series. All samples of an info are together. */
export function seriesOf({ name, labels }: Sample, family: Pick<Family, "name" | "type">): string {
  if (family.type === "info") return "";
  const own = family.type === "stateset" ? family.name : OWN_LABELS[family.type]?.[name.slice(family.name.length)];
  return JSON.stringify(
    [...labels].filter(([label]) => label !== own).toSorted(([one], [other]) => (one < other ? -1 : 1)),
  );
}

interface Point {
  readonly buckets: { readonly bound: number; readonly sample: Sample }[];
  sum: Sample | undefined;
  count: Sample | undefined;
  last: Sample;
}

/** Buckets must increase up to the one without a bound, which both formats require. */
function checkHistogram(family: Family, format: Format): PageProblem[] {
  return pointsOf(family).flatMap((point) => [
    ...checkBuckets(family.name, point, format),
    ...(format === "openmetrics" ? checkPoint(family, point) : []),
  ]);
}

/** By series and time. */
function pointsOf(family: Family): Point[] {
  const points = new Map<string, Point>();
  for (const sample of family.samples) {
    const key = JSON.stringify([seriesOf(sample, family), sample.time]);
    const point = points.get(key) ?? { buckets: [], sum: undefined, count: undefined, last: sample };
    points.set(key, point);
    point.last = sample;
    const suffix = sample.name.slice(family.name.length);
    if (suffix === "_bucket") {
      const bound = readNumber(sample.labels.get("le") ?? "");
      if (bound !== undefined && !Number.isNaN(bound)) point.buckets.push({ bound, sample });
    } else if (suffix === "_sum" || suffix === "_gsum") point.sum = sample;
    else if (suffix === "_count" || suffix === "_gcount") point.count = sample;
  }
  return [...points.values()];
}

function checkBuckets(name: string, { buckets, last }: Point, format: Format): PageProblem[] {
  const ordered = format === "text" ? buckets.toSorted((one, other) => one.bound - other.bound) : buckets;
  const top = ordered.at(-1);
  // In the text format, a histogram may consist of a sum and a count.
  if (top === undefined && format === "text") return [];
  const problems: PageProblem[] = [];
  if (top?.bound !== Infinity)
    problems.push(problem(top?.sample ?? last, `the buckets of ${name} end without le="+Inf"`));
  ordered.slice(1).forEach(({ bound, sample }, index) => {
    const before = ordered[index]!;
    if (bound <= before.bound) problems.push(problem(sample, `${shown(sample)} comes after a larger le`));
    else if (sample.value < before.sample.value)
      problems.push(problem(sample, `${shown(sample)} counts less than the bucket below it`));
  });
  return problems;
}

/** OpenMetrics: sum and count come together and fit the buckets. */
function checkPoint({ name, type }: Family, { buckets, sum, count }: Point): PageProblem[] {
  const problems: PageProblem[] = [];
  const total = buckets.find(({ bound }) => bound === Infinity)?.sample;
  const hasNegative = buckets.some(({ bound }) => bound < 0);
  if (sum !== undefined && count === undefined) problems.push(problem(sum, `${shown(sum)} has no count`));
  if (sum === undefined && count !== undefined) problems.push(problem(count, `${shown(count)} has no sum`));
  if (count !== undefined && total !== undefined && count.value !== total.value)
    problems.push(problem(count, `${shown(count)} is ${count.value}, and the bucket le="+Inf" has ${total.value}`));
  if (sum !== undefined && type === "histogram" && hasNegative)
    problems.push(problem(sum, `${shown(sum)} is not allowed: ${name} has buckets below 0`));
  if (sum !== undefined && type === "gaugehistogram" && !hasNegative && sum.value < 0)
    problems.push(problem(sum, `${shown(sum)} is ${sum.value}, and no bucket of ${name} is below 0`));
  return problems;
}
