import type {
  Events,
  EventsMeasurement,
  Measurement,
  Objective,
  ProportionObjective,
  SampleClass,
  ValueObjective,
} from "./types.ts";

export interface Classified {
  readonly class: SampleClass;
  readonly value: number | undefined;
  readonly detail?: string | undefined;
  /** The classes of the windows, where there are several. */
  readonly windows?: readonly SampleClass[];
}

/** The class of one tick. What does not fit the objective is invalid, and never counts as good. */
export function classify(objective: Objective, measurement: Measurement): Classified {
  if (measurement.kind === "none") return { class: measurement.sample, value: undefined, detail: measurement.detail };
  if (objective.kind === "proportion" && measurement.kind === "events")
    return classifyMeasurement(objective, measurement);
  if (objective.kind === "value" && measurement.kind === "value") return classifyValue(objective, measurement.value);
  return {
    class: "invalid",
    value: undefined,
    detail: `a ${objective.kind} was to be measured, and ${measurement.kind} came`,
  };
}

/** Several windows: the class of the tick's own, or a violation where one of them is; the value is that of all. */
function classifyMeasurement(objective: ProportionObjective, { events, windows = [] }: EventsMeasurement): Classified {
  const whole = classifyEvents(objective, events);
  if (windows.length < 2 || whole.class === "invalid") return whole;
  const each = windows.map((window) => classifyEvents(objective, window.events));
  const classes = each.map((one) => one.class);
  const unsound = each.find((one) => one.class === "invalid");
  if (unsound !== undefined) return unsound;
  const violations = classes.filter((one) => one === "violation").length;
  if (violations > 0)
    return {
      class: "violation",
      value: whole.value,
      detail: `${violations} of the ${windows.length} windows that came with this answer`,
      windows: classes,
    };
  return { ...each.at(-1)!, value: whole.value, windows: classes };
}

export function soundEvents({ total, bad }: Events): boolean {
  return Number.isFinite(total) && total >= 0 && bad.least >= 0 && bad.least <= bad.most && Number.isFinite(bad.most);
}

/**
 * A single bad event is never a violation: at so few requests that it alone is over the limit, every healthy service
 * violates now and then. It remains evidence, as do all events.
 */
function classifyEvents({ limit }: ProportionObjective, events: Events): Classified {
  if (!soundEvents(events))
    return { class: "invalid", value: undefined, detail: "counts of events must be finite, not negative and in order" };
  const { total, bad } = events;
  if (total === 0) return { class: "low-traffic", value: undefined, detail: "no requests" };
  const value = Math.min(1, (bad.least + bad.most) / 2 / total);
  if (bad.most / total < limit) return { class: "ok", value };
  if (bad.least / total < limit)
    return { class: "partial", value, detail: "the limit lies inside a bucket, and so does the share of bad requests" };
  if (bad.least <= 1)
    return { class: "low-traffic", value, detail: "at so few requests one bad request is over the limit" };
  return { class: "violation", value };
}

/** The bounds themselves violate: a value must be below the one and above the other. */
function classifyValue({ max, min }: ValueObjective, value: number): Classified {
  if (!Number.isFinite(value)) return { class: "invalid", value: undefined, detail: `${value} is not a measurement` };
  const violates = (max !== undefined && value >= max) || (min !== undefined && value <= min);
  return { class: violates ? "violation" : "ok", value };
}
