import { readItem } from "@release-actions/http";
import type { Labels, Sample } from "./types.ts";

/** Readers for what answers have beside the plain shapes of packages/http. */
export type Read<T> = (value: unknown, path: string) => T;

export function mismatch(path: string, wanted: string): Error {
  return Object.assign(new Error(`should be ${wanted}`), { path });
}

/** A label may have any name, even `constructor`, so these objects inherit nothing. */
export const NO_LABELS: Labels = Object.freeze(Object.create(null) as Labels);

/** An object whose values are texts. */
export const labels: Read<Labels> = (value, path) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw mismatch(path, "an object of texts");
  for (const name in value) {
    if (typeof (value as Record<string, unknown>)[name] !== "string") throw mismatch(`${path}.${name}`, "a text");
  }
  return value as Labels;
};

export function oneWordOf<const W extends string>(...words: readonly W[]): Read<W> {
  return (value, path) => words.find((word) => word === value) ?? fail(path, `one of ${words.join(", ")}`);
}

function fail(path: string, wanted: string): never {
  throw mismatch(path, wanted);
}

const RFC3339 = /^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}(?:\.[0-9]{1,9})?(?:Z|[+-][0-9]{2}:[0-9]{2})$/;

/** RFC 3339 as wall clock milliseconds. Go's zero time, the year 1, means never. */
export const time: Read<number | undefined> = (value, path) => {
  const read = typeof value === "string" && RFC3339.test(value) ? Date.parse(value) : Number.NaN;
  if (Number.isNaN(read)) throw mismatch(path, "a time (RFC 3339)");
  return (value as string).startsWith("0001-01-01T") ? undefined : read;
};

/** Seconds, as milliseconds. */
export const seconds: Read<number> = (value, path) => {
  if (typeof value === "number" && value >= 0) return value * 1000;
  throw mismatch(path, "a number of seconds");
};

const NUMBER = /^[+-]?[0-9]+(?:\.[0-9]+)?(?:[eE][+-]?[0-9]{1,4})?$/;

/** A sample's value travels as text, since JSON has no NaN and no infinity. */
export const sampleValue: Read<number> = (value, path) => {
  if (typeof value !== "string") throw mismatch(path, "a number as text");
  if (value === "NaN") return Number.NaN;
  if (value === "+Inf" || value === "Inf") return Infinity;
  if (value === "-Inf") return -Infinity;
  if (!NUMBER.test(value)) throw mismatch(path, "a number as text");
  return Number(value);
};

export function pair<A, B>(first: Read<A>, second: Read<B>): Read<readonly [A, B]> {
  return (value, path) => {
    if (!Array.isArray(value) || value.length !== 2) throw mismatch(path, "a pair");
    return [readItem(first, value[0], path, 0), readItem(second, value[1], path, 1)];
  };
}

/** Seconds with a fraction, as milliseconds. */
export const instant: Read<number> = (value, path) => {
  if (typeof value === "number") return value * 1000;
  throw mismatch(path, "a time in seconds");
};

/** `[seconds, "value"]`. Answers have thousands of them, so it is read in one step. */
export const sample: Read<Sample> = (value, path) => {
  if (!Array.isArray(value) || value.length !== 2) throw mismatch(path, "a pair");
  return { time: readItem(instant, value[0], path, 0), value: readItem(sampleValue, value[1], path, 1) };
};
