/** 0.01234 → "1.23 %". */
export function percent(share: number): string {
  return `${short(share * 100)} %`;
}

/** Three digits, and whole where there are more. */
export function short(value: number): string {
  if (!Number.isFinite(value)) return value > 0 ? "unbounded" : String(value);
  return Math.abs(value) >= 1000 ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}

/** E-values have no upper end, and beyond a million nobody compares them. */
export function eValue(value: number): string {
  if (value > 1e6) return "over a million";
  return value < 0.01 ? "under 0.01" : short(value);
}

export function count(number: number, noun: string): string {
  return `${short(number)} ${noun}${number === 1 ? "" : "s"}`;
}

/** For people: "3 more minutes", or ticks where their length is not known. */
export function span(ticks: number, secondsPerTick: number | undefined): string {
  if (secondsPerTick === undefined) return count(Math.ceil(ticks), "more tick");
  const minutes = Math.ceil((ticks * secondsPerTick) / 60);
  return minutes < 120 ? count(minutes, "more minute") : count(Math.ceil(minutes / 60), "more hour");
}
