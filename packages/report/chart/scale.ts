import type { Axis } from "./types.ts";

/** Numbers to pixels, and where the axis is marked. */
export interface Scale {
  /** Pixels from the start of the axis. What is outside is put at the edge. */
  place(value: number): number;
  readonly ticks: readonly { readonly at: number; readonly text: string }[];
}

const STEPS = [1, 2, 5, 10] as const;
/** Seconds that people divide time by. */
const TIME_STEPS = [
  1, 2, 5, 10, 15, 30, 60, 120, 300, 600, 900, 1_800, 3_600, 7_200, 14_400, 21_600, 43_200, 86_400,
] as const;

/** Beyond it there are no steps that numbers of double precision can tell apart from each other. */
const MOST = 1e100;

/** A scale for these values, `length` pixels long, with about `wanted` ticks. */
export function scaleOf(axis: Axis, values: readonly number[], length: number, wanted: number): Scale {
  if (axis.scale === "category") return categories(axis.categories ?? [], length);
  const given = [axis.min, axis.max].filter((value) => value !== undefined);
  const usable = [...values, ...given].filter(
    (value) => Math.abs(value) < MOST && (axis.scale !== "log" || value > 1 / MOST),
  );
  const [low, high] = extent(usable);
  if (axis.scale === "log") return logarithmic(low, high, length, wanted, axis);
  return axis.scale === "time" ? times(low, high, length, wanted) : linear(low, high, length, wanted, axis);
}

function extent(values: readonly number[]): [number, number] {
  if (values.length === 0) return [0, 1];
  let [low, high] = [Infinity, -Infinity];
  for (const value of values) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  return [low, high];
}

function categories(names: readonly string[], length: number): Scale {
  const width = length / Math.max(1, names.length);
  const place = (index: number) => clamp((index + 0.5) * width, length);
  return { place, ticks: names.map((text, index) => ({ at: place(index), text })) };
}

function linear(least: number, most: number, length: number, wanted: number, axis: Axis): Scale {
  const size = Math.max(Math.abs(most), Math.abs(least));
  // What does not change is shown against 0.
  const [low, high] = most - least > size * 1e-9 ? [least, most] : [Math.min(0, least), Math.max(0, most)];
  const span = size > 1 / MOST ? high - low : 1;
  const step = niceStep(span / wanted);
  const first = Math.floor(low / step + 1e-9);
  const last = Math.max(Math.ceil(high / step - 1e-9), first + 1);
  const place = between(first * step, last * step, length);
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  return { place, ticks: ticks.map((value) => ({ at: place(value), text: shown(value, step, axis) })) };
}

function niceStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  return (STEPS.find((step) => step * power >= rough * 0.999) ?? 10) * power;
}

function times(low: number, high: number, length: number, wanted: number): Scale {
  const span = Math.max(high - low, 1_000);
  const step =
    (TIME_STEPS.find((seconds) => seconds * 1_000 * wanted >= span) ?? Math.ceil(span / wanted / 86_400_000) * 86_400) *
    1_000;
  const place = between(low, low + span, length);
  const ticks: { at: number; text: string }[] = [];
  for (let at = Math.ceil(low / step) * step; at <= low + span; at += step)
    ticks.push({ at: place(at), text: timeText(at, step) });
  return { place, ticks };
}

function timeText(at: number, step: number): string {
  const text = new Date(at).toISOString();
  if (step >= 86_400_000) return text.slice(0, 10);
  return step >= 60_000 ? text.slice(11, 16) : text.slice(11, 19);
}

function logarithmic(low: number, high: number, length: number, wanted: number, axis: Axis): Scale {
  const positive = low > 0 ? low : Math.min(1, high > 0 ? high : 1);
  const start = snapped(positive, (digits, digit) => digits.findLast((one) => one <= digit * 1.0001) ?? 1);
  const end = Math.max(
    snapped(Math.max(high, positive), (digits, digit) => digits.find((one) => one >= digit * 0.9999) ?? 10),
    start * 2,
  );
  const [first, last] = [Math.log10(start), Math.log10(end)];
  const toPixel = between(first, last, length);
  const place = (value: number) => (value > 0 ? toPixel(Math.log10(value)) : 0);
  const every = Math.ceil((last - first) / wanted);
  const within = last - first <= wanted / 3 ? [1, 2, 5] : [1];
  const ticks: number[] = [];
  for (let power = Math.floor(first + 1e-9); power <= last + 1e-9; power += every)
    ticks.push(...within.map((digit) => digit * 10 ** power));
  const inside = ticks.filter((value) => value >= start * 0.9999 && value <= end * 1.0001);
  return { place, ticks: inside.map((value) => ({ at: place(value), text: shown(value, value, axis) })) };
}

/** The number with its first digit, from 1 to 10, put in place of another one. */
function snapped(value: number, pick: (digits: readonly number[], digit: number) => number): number {
  const power = 10 ** Math.floor(Math.log10(value) + 1e-9);
  return pick(STEPS, value / power) * power;
}

function between(low: number, high: number, length: number): (value: number) => number {
  return (value) => clamp(((value - low) / (high - low)) * length, length);
}

function clamp(value: number, length: number): number {
  return Math.min(Math.max(value, 0), length);
}

/** As many digits as steps of this size need. */
function shown(value: number, step: number, { format }: Axis): string {
  const percent = format === "percent";
  const [number, unit] = percent ? [value * 100, step * 100] : [value, step];
  const digits = Math.min(12, Math.max(0, -Math.floor(Math.log10(unit) + 1e-9)));
  const text = Math.abs(number) >= 1e6 || digits > 6 ? shortExponent(number) : number.toFixed(digits);
  return percent ? `${text} %` : text;
}

function shortExponent(value: number): string {
  return value.toExponential(1).replace(".0e", "e").replace("e+", "e");
}
