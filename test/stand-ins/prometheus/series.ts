import type { MonitoringSetup, SeriesSetup } from "./types.ts";

/** Series as Prometheus finds them by a selector; nothing else of PromQL. */

interface Matcher {
  name: string;
  operator: string;
  value: string;
}

const SELECTOR = /^([a-zA-Z_:][a-zA-Z0-9_:]*)?(?:\{(.*)\})?(?:\[([0-9]+)(ms|s|m)\])?$/s;
const MATCHER = /([a-zA-Z_]+)(=~|!~|!=|=)("(?:[^"\\]|\\.)*")/g;
const UNITS: Record<string, number> = { ms: 1, s: 1_000, m: 60_000 };
/** How long a sample counts as current. */
const LOOK_BACK = 300_000;

/** The `data` of an answer: a matrix for a selector with a range, a vector without. Undefined where no series has the name. */
export function selectorData({ series = [] }: MonitoringSetup, query: string, time: number): unknown {
  const found = SELECTOR.exec(query);
  const [, name, inside = "", amount, unit] = found ?? [];
  if (
    found === null ||
    (name === "up" && !series.some(({ metric }) => metric === "up")) ||
    (name === undefined && inside === "")
  )
    return undefined;
  const matchers = matchersOf(name, inside);
  const range = amount === undefined ? LOOK_BACK : Number(amount) * UNITS[unit!]!;
  const result = series
    .filter((one) => matches(one, matchers))
    .map((one) => ({ one, samples: samplesOf(one, time - range, time) }))
    .filter(({ samples }) => samples.length > 0);
  if (amount !== undefined) {
    return {
      resultType: "matrix",
      result: result.map(({ one, samples }) => ({
        metric: { __name__: one.metric, ...one.labels },
        [one.native === true ? "histograms" : "values"]: samples.map((sample) => pair(one, sample)),
      })),
    };
  }
  return {
    resultType: "vector",
    result: result.map(({ one, samples }) => ({
      metric: { __name__: one.metric, ...one.labels },
      [one.native === true ? "histogram" : "value"]: pair(one, [time, samples.at(-1)![1]]),
    })),
  };
}

export function labelValues(
  setup: MonitoringSetup,
  label: string,
  selectors: string[],
  start: number,
  now: number,
): string[] {
  const found = foundSince(setup, selectors, start, now);
  return [
    ...new Set(found.flatMap(({ metric, labels = {} }) => (label === "__name__" ? metric : (labels[label] ?? [])))),
  ].toSorted();
}

export function labelNames(setup: MonitoringSetup, selectors: string[], start: number, now: number): string[] {
  const found = foundSince(setup, selectors, start, now);
  return [...new Set(found.flatMap(({ labels = {} }) => ["__name__", ...Object.keys(labels)]))].toSorted();
}

function foundSince({ series = [] }: MonitoringSetup, selectors: string[], start: number, now: number): SeriesSetup[] {
  const all = selectors.map((text) => {
    const [, name, inside = ""] = SELECTOR.exec(text) ?? [];
    return matchersOf(name, inside);
  });
  return series.filter(
    (one) =>
      all.some((matchers) => matches(one, matchers)) &&
      samplesOf(one, Math.max(start, now - 2 * LOOK_BACK), now).length > 0,
  );
}

function matchersOf(name: string | undefined, inside: string): Matcher[] {
  const own = [...inside.matchAll(MATCHER)].map(([, label, operator, value]) => ({
    name: label!,
    operator: operator!,
    value: JSON.parse(value!) as string,
  }));
  return name === undefined ? own : [{ name: "__name__", operator: "=", value: name }, ...own];
}

function matches({ metric, labels = {} }: SeriesSetup, matchers: Matcher[]): boolean {
  return matchers.every(({ name, operator, value }) => {
    const given = name === "__name__" ? metric : (labels[name] ?? "");
    const holds = operator.includes("~") ? new RegExp(`^(?:${value})$`, "s").test(given) : given === value;
    return holds !== operator.startsWith("!");
  });
}

/** From `after`, exclusive, to `to`. */
function samplesOf(
  { value, samples, every = 5_000 }: SeriesSetup,
  after: number,
  to: number,
): [number, number | string][] {
  if (samples !== undefined) return samples.filter(([time]) => time > after && time <= to);
  const found: [number, number | string][] = [];
  for (let time = (Math.floor(after / every) + 1) * every; time <= to; time += every) {
    const one = value?.(time);
    if (one !== undefined) found.push([time, one]);
  }
  return found;
}

function pair({ native }: SeriesSetup, [time, value]: [number, number | string]): unknown[] {
  return [
    time / 1000,
    native === true
      ? { count: String(value), sum: String(value), buckets: [[0, "0.5", "1", String(value)]] }
      : String(value),
  ];
}
