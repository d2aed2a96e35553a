import type { Labels } from "./types.ts";

/** A label may have any name, even `constructor`, so objects of labels inherit nothing. */
export const NO_LABELS: Labels = Object.freeze(Object.create(null) as Labels);

const RFC3339 = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;

/** RFC 3339 as wall clock milliseconds, or undefined for anything else. */
export function readTime(value: unknown): number | undefined {
  const time = typeof value === "string" && RFC3339.test(value) ? Date.parse(value) : Number.NaN;
  return Number.isNaN(time) ? undefined : time;
}

const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?$/;

/** A sample's value, which is a string, since JSON has neither NaN nor infinity; undefined for anything else. */
export function readNumber(value: unknown): number | undefined {
  if (typeof value !== "string") return undefined;
  if (value === "NaN") return Number.NaN;
  if (value === "+Inf" || value === "Inf") return Infinity;
  if (value === "-Inf") return -Infinity;
  return NUMBER.test(value) ? Number(value) : undefined;
}
