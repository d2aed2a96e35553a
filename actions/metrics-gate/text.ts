import type { Estimate, GateTick, Objective, ObjectiveStanding, Sample, SampleClass } from "@release-actions/slo";
import type { Slo } from "@release-actions/slo/file";
import { oneLine, shorten } from "@release-actions/text";
import { scheduleOf } from "./inputs.ts";
import type { RecordedTick, RunRecord } from "./record.ts";

export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

export function numberText(value: number | undefined, { kind }: Objective): string {
  if (value === undefined) return "none";
  return kind === "proportion" ? percentText(value) : String(Number(value.toPrecision(4)));
}

export function estimateText({ value, low, high }: Estimate): string {
  return `${percentText(value)} (${percentText(low)} to ${percentText(high)})`;
}

/** The number that a value is shown against; undefined if it is only shown or has no upper bound. */
export function limitOf(objective: Objective): number | undefined {
  return objective.kind === "proportion" ? objective.limit : objective.max;
}

/** `< 5 % over 1000ms`: a quantile is judged as the share of requests over its threshold. */
export function limitText(objective: Objective, slo: Slo): string {
  if (objective.kind === "proportion") {
    const over = slo.kind === "latency" ? ` over ${slo.shown}` : " bad";
    const compared = objective.maxRatio === undefined ? "" : `, ${objective.maxRatio} × the baseline`;
    return `< ${percentText(objective.limit)}${over}${compared}`;
  }
  const { max, min } = objective;
  const bounds = [...(min === undefined ? [] : [`> ${min}`]), ...(max === undefined ? [] : [`< ${max}`])];
  return bounds.length === 0 ? "none" : bounds.join(", ");
}

const RANK = { refused: 3, undecided: 1, passed: 0 } as const;

/** The indexes of the objectives, the worst first, equals in their order. */
export function worstFirst(objectives: readonly ObjectiveStanding[]): readonly number[] {
  const severities = objectives.map(severityOf);
  return [...severities.keys()].sort((one, other) => severities[other]! - severities[one]! || one - other);
}

/** Larger is worse: first what decides, then by the evidence against it. */
function severityOf({ verdict, certain, objective, evidence, episodes }: ObjectiveStanding): number {
  const close =
    evidence === undefined
      ? Math.min(episodes / 10, 0.9)
      : Math.min(Math.max(evidence.value, 0) / evidence.needed, 0.9);
  const counted = objective.counted ? 10 : 0;
  return counted + (certain ? RANK[verdict] : 0) + close;
}

/** The classes of the ticks: `ok 9, no-data 1`. */
export function classesText(counts: Readonly<Record<SampleClass, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}

const LEVELS = "▁▂▃▄▅▆▇";
const OVER = "█";
const MISSING = "·";
/** Ticks in a sparkline. */
const SPARKLINE_TICKS = 16;
/** Objectives in one line; with more, the worst ones. */
const MAX_SHOWN = 4;

/** One line for the log: how far the run is, and how the worst objectives stand. */
export function tickLine({ inputs, ticks }: RunRecord, { window, standing }: GateTick): string {
  const { objectives } = standing;
  const order = worstFirst(objectives);
  const shown = order.length > MAX_SHOWN ? order.slice(0, MAX_SHOWN) : order.toSorted((one, other) => one - other);
  const more = order.length > MAX_SHOWN ? [`and ${order.length - MAX_SHOWN} more`] : [];
  const time = new Date(window.to).toISOString().slice(11, 19);
  return [
    `${window.tick + 1}/${scheduleOf(inputs).ticks} ${time}`,
    ...shown.map((index) => objectiveText(ticks, index, objectives[index]!)),
    ...more,
  ].join("  ");
}

function objectiveText(ticks: readonly RecordedTick[], index: number, standing: ObjectiveStanding): string {
  const { objective, evidence } = standing;
  const sample = ticks.at(-1)!.samples[index]!;
  const isMeasured = sample.class === "ok" || sample.class === "violation";
  const parts = [
    shorten(oneLine(objective.name), 30),
    sparkline(ticks, index, standing),
    isMeasured ? numberText(sample.value, objective) : sample.class,
    ...(evidence === undefined ? [] : [`evidence ${evidenceText(evidence.value)}/${evidenceText(evidence.needed)}`]),
  ];
  return parts.join(" ");
}

function evidenceText(value: number): string {
  if (value > 1e6) return ">1e6";
  return value < 0.01 ? "<0.01" : String(Number(value.toPrecision(3)));
}

/** The last values in relation to the limit; full height is at the limit or beyond. */
export function sparkline(ticks: readonly RecordedTick[], index: number, { objective }: ObjectiveStanding): string {
  const samples = ticks.slice(-SPARKLINE_TICKS).map(({ samples: all }) => all[index]!);
  const values = samples.flatMap(({ value }) => value ?? []);
  const top = limitOf(objective) ?? Math.max(...values, Number.MIN_VALUE) * 1.001;
  return samples.map((sample) => bar(sample, top)).join("");
}

function bar({ class: kind, value }: Sample, top: number): string {
  if (kind === "violation") return OVER;
  if (value === undefined) return MISSING;
  const level = Math.floor((value / top) * LEVELS.length);
  return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, level))] ?? MISSING;
}
