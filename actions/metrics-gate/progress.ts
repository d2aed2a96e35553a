import type { ObjectiveStanding, Sample } from "@release-actions/slo";
import { oneLine, shorten } from "@release-actions/text";
import type { Tick } from "./gate.ts";
import type { RunRecord, RecordedTick } from "./record.ts";
import { scheduleOf } from "./settings.ts";
import { limitOf, numberText, worstFirst } from "./words.ts";

const LEVELS = "▁▂▃▄▅▆▇";
const OVER = "█";
const MISSING = "·";
const LENGTH = 16;
/** Objectives of one line; with more, the worst ones. */
const SHOWN = 4;

/** One line for the log: where the run is, and how the worst objectives stand. */
export function tickLine(record: RunRecord, { window, standing }: Tick): string {
  const { ticks } = scheduleOf(record.inputs);
  const places = worstFirst(standing.objectives);
  const shown = (places.length > SHOWN ? places.slice(0, SHOWN) : places.toSorted((one, other) => one - other)).map(
    (index) => objectiveText(record.ticks, index, standing.objectives[index]!),
  );
  const more = places.length > SHOWN ? [`and ${places.length - SHOWN} more`] : [];
  return [`${window.tick + 1}/${ticks} ${new Date(window.to).toISOString().slice(11, 19)}`, ...shown, ...more].join(
    "  ",
  );
}

function objectiveText(ticks: readonly RecordedTick[], index: number, standing: ObjectiveStanding): string {
  const sample = ticks.at(-1)!.samples[index]!;
  const { objective, evidence } = standing;
  const value =
    sample.class === "ok" || sample.class === "violation" ? numberText(sample.value, objective) : sample.class;
  const against =
    evidence === undefined ? "" : ` evidence ${shortNumber(evidence.value)}/${shortNumber(evidence.needed)}`;
  return `${shorten(oneLine(objective.name), 30)} ${sparkline(ticks, index, standing)} ${value}${against}`;
}

/** The last values, as high as their part of the limit; full height is at the limit or beyond. */
export function sparkline(ticks: readonly RecordedTick[], index: number, { objective }: ObjectiveStanding): string {
  const samples = ticks.slice(-LENGTH).map(({ samples: all }) => all[index]!);
  const limit = limitOf(objective);
  const highest = limit ?? Math.max(...samples.flatMap(({ value }) => value ?? []), Number.MIN_VALUE) * 1.001;
  return samples.map((sample) => bar(sample, highest)).join("");
}

function bar({ class: kind, value }: Sample, highest: number): string {
  if (kind === "violation") return OVER;
  if (value === undefined) return MISSING;
  return LEVELS[Math.min(LEVELS.length - 1, Math.max(0, Math.floor((value / highest) * LEVELS.length)))] ?? MISSING;
}

function shortNumber(value: number): string {
  return value > 1e6 ? ">1e6" : value < 0.01 ? "<0.01" : String(Number(value.toPrecision(3)));
}
