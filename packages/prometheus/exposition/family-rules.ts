import { readNumber } from "./line-reader.ts";
import { shown, SUFFIXES, type Family, type Format, type PageProblem, type Sample } from "./page.ts";

const EXEMPLARS: Readonly<Record<string, string>> = {
  counter: "_total",
  histogram: "_bucket",
  gaugehistogram: "_bucket",
};

/** Problems with the samples of one family, by its type. */
export function checkFamily(family: Family, format: Format): PageProblem[] {
  const problems = family.samples.flatMap((sample) => {
    const what = wrongWith(sample, family, format);
    return what === undefined ? [] : [{ line: sample.line, what }];
  });
  return family.type === "histogram" || family.type === "gaugehistogram"
    ? [...problems, ...checkBuckets(family, format)]
    : problems;
}

function wrongWith(sample: Sample, { name, type }: Family, format: Format): string | undefined {
  const { labels, value, exemplar } = sample;
  const suffix = sample.name.slice(name.length);
  if (
    suffix === "_bucket" &&
    (type === "histogram" || type === "gaugehistogram") &&
    readNumber(labels.get("le") ?? "") === undefined
  ) {
    return `the bucket ${shown(sample)} has no le that is a number`;
  }
  if (type === "summary" && suffix === "" && readNumber(labels.get("quantile") ?? "") === undefined)
    return `${shown(sample)} has no quantile that is a number`;
  if (format === "text") return undefined;
  if (exemplar !== undefined && EXEMPLARS[type] !== suffix) return `${shown(sample)} may have no exemplar`;
  if (type === "stateset" && !labels.has(name)) return `${shown(sample)} has no label ${name}`;
  if (type === "stateset" && value !== 0 && value !== 1) return `${shown(sample)} is ${value}, and a state is 0 or 1`;
  if (type === "info" && value !== 1) return `${shown(sample)} is ${value}, and an info is 1`;
  if (isCount(type, suffix) && !(value >= 0)) return `${shown(sample)} is ${value}, and a counter is never below 0`;
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

/** Buckets must increase up to the one without a bound, which both formats require. */
function checkBuckets({ name, samples }: Family, format: Format): PageProblem[] {
  const problems: PageProblem[] = [];
  const series = new Map<string, { bound: number; sample: Sample }[]>();
  for (const sample of samples) {
    if (sample.name !== `${name}_bucket`) continue;
    const bound = readNumber(sample.labels.get("le") ?? "");
    if (bound === undefined) continue;
    const others = [...sample.labels]
      .filter(([label]) => label !== "le")
      .toSorted(([one], [other]) => (one < other ? -1 : 1));
    const key = JSON.stringify([others, sample.time]);
    const buckets = series.get(key) ?? [];
    buckets.push({ bound, sample });
    series.set(key, buckets);
  }
  for (const buckets of series.values()) {
    const ordered = format === "text" ? buckets.toSorted((one, other) => one.bound - other.bound) : buckets;
    const last = ordered.at(-1)!;
    if (last.bound !== Infinity)
      problems.push({ line: last.sample.line, what: `the buckets of ${name} end without le="+Inf"` });
    ordered.slice(1).forEach(({ bound, sample }, index) => {
      const before = ordered[index]!;
      if (bound <= before.bound) problems.push({ line: sample.line, what: `${shown(sample)} comes after a larger le` });
      else if (sample.value < before.sample.value)
        problems.push({ line: sample.line, what: `${shown(sample)} counts less than the bucket below it` });
    });
  }
  return problems;
}
