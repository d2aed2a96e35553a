import { quote } from "@release-actions/text";

/** The content of a metrics page. */

export type Format = "text" | "openmetrics";

/** The text format has counter, gauge, histogram, summary and untyped; OpenMetrics has all but untyped. */
export type MetricType =
  "counter" | "gauge" | "histogram" | "summary" | "untyped" | "unknown" | "gaugehistogram" | "stateset" | "info";

/** A metric family: the samples below one TYPE line, or those of one name without such a line. */
export interface Family {
  readonly name: string;
  /** untyped (text) or unknown (OpenMetrics) if the page does not define it. */
  readonly type: MetricType;
  readonly help: string | undefined;
  readonly unit: string | undefined;
  readonly samples: readonly Sample[];
}

export interface Sample {
  /** Including its suffix, such as `requests_total` or `latency_seconds_bucket`. */
  readonly name: string;
  readonly labels: ReadonlyMap<string, string>;
  /** May be NaN or infinite. */
  readonly value: number;
  /** Wall clock milliseconds. */
  readonly time: number | undefined;
  readonly exemplar: Exemplar | undefined;
  /** 1-based. */
  readonly line: number;
}

export interface Exemplar {
  readonly labels: ReadonlyMap<string, string>;
  readonly value: number;
  /** Wall clock milliseconds. */
  readonly time: number | undefined;
}

export interface PageProblem {
  /** 1-based. */
  readonly line: number;
  readonly what: string;
  readonly kind: ProblemKind;
}

/**
 * `rejected`: Prometheus 2 or 3 rejects the whole page for it. `accepted`: the format forbids it, and both scrape the
 * page anyway. `unread`: there is more than is read here.
 */
export type ProblemKind = "rejected" | "accepted" | "unread";

export interface Page {
  readonly format: Format;
  readonly families: ReadonlyMap<string, Family>;
  /** At most 20 that both versions of Prometheus accept and 20 others, in order of their lines. Empty if well-formed. */
  readonly problems: readonly PageProblem[];
}

/** All samples with exactly this name. A longer name with this prefix is another metric. */
export function samplesOf({ families }: Page, name: string): Sample[] {
  return [...families.values()].flatMap(({ samples }) => samples.filter((sample) => sample.name === name));
}

/** Whether the page has a family or a sample with exactly this name; a family without samples counts. */
export function hasMetric(page: Page, name: string): boolean {
  if (page.families.has(name) || samplesOf(page, name).length > 0) return true;
  // OpenMetrics declares a counter without its suffix.
  return (
    page.format === "openmetrics" &&
    name.endsWith("_total") &&
    page.families.get(name.slice(0, -"_total".length))?.type === "counter"
  );
}

/** Whether a sample has all of these labels with exactly these values. */
export function hasLabels({ labels }: Pick<Sample, "labels">, wanted: Readonly<Record<string, string>>): boolean {
  return Object.entries(wanted).every(([name, value]) => (labels.get(name) ?? "") === value);
}

/** The suffixes of a family's samples. "" is the family's own name. */
export const SUFFIXES: Readonly<Record<Format, Readonly<Record<string, readonly string[]>>>> = {
  text: { histogram: ["_bucket", "_sum", "_count"], summary: ["", "_sum", "_count"] },
  openmetrics: {
    counter: ["_total", "_created"],
    histogram: ["_bucket", "_sum", "_count", "_created"],
    gaugehistogram: ["_bucket", "_gsum", "_gcount"],
    summary: ["", "_sum", "_count", "_created"],
    info: ["_info"],
  },
};

export function shown({ name, labels }: Pick<Sample, "name" | "labels">): string {
  const inside = [...labels].slice(0, 8).map(([label, value]) => `${label}=${quote(value, 60)}`);
  return inside.length === 0 ? name : `${name}{${inside.join(",")}}`;
}
