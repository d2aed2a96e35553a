import { shorten } from "@release-actions/text";
import { isDeepStrictEqual } from "node:util";
import type { JsonType, ValueMatcher } from "./types.ts";

const MAX_SHOWN = 120;

/**
 * Why a value does not match, such as `is "PONG", expected "pong"`; undefined if it does. A missing value is
 * undefined.
 */
export function mismatchOf(value: unknown, matcher: ValueMatcher): string | undefined {
  const { exists = true } = matcher;
  if (value === undefined) return exists ? `is missing, expected ${describeMatcher(matcher)}` : undefined;
  if (!exists) return `is ${show(value)}, expected not to be there`;
  return holds(value, matcher) ? undefined : `is ${show(value)}, expected ${describeMatcher(matcher)}`;
}

function holds(value: unknown, { equals, oneOf, type, matches, contains, min, max }: ValueMatcher): boolean {
  if (equals !== undefined && !isSame(value, equals)) return false;
  if (oneOf !== undefined && !oneOf.some((one) => isSame(value, one))) return false;
  if (type !== undefined && !isOfType(value, type)) return false;
  if (matches !== undefined && !(typeof value === "string" && matchesPattern(value, matches))) return false;
  if (contains !== undefined && !includes(value, contains)) return false;
  // Written so that NaN fails.
  if (min !== undefined && !(typeof value === "number" && value >= min)) return false;
  return max === undefined || (typeof value === "number" && value <= max);
}

/** Strict: "true" is not true, "1" is not 1. */
function isSame(value: unknown, expected: unknown): boolean {
  if (typeof value !== "object" || value === null) return Object.is(value, expected) || value === expected;
  // Objects of replies inherit nothing, those of a suite do; that does not count.
  return isDeepStrictEqual(withPrototype(value), withPrototype(expected));
}

function withPrototype(value: unknown): unknown {
  return value === undefined ? undefined : (JSON.parse(JSON.stringify(value)) as unknown);
}

function isOfType(value: unknown, type: JsonType): boolean {
  if (type === "integer") return Number.isInteger(value);
  if (type === "null") return value === null;
  if (type === "array") return Array.isArray(value);
  if (type === "object") return typeof value === "object" && value !== null && !Array.isArray(value);
  return typeof value === type;
}

function includes(value: unknown, part: string): boolean {
  return typeof value === "string" ? value.includes(part) : Array.isArray(value) && value.includes(part);
}

/** Whether a pattern matches the whole text; `*` is any text. Takes linear time: each piece is searched once. */
export function matchesPattern(text: string, pattern: string): boolean {
  const pieces = pattern.split("*");
  const first = pieces[0]!;
  if (pieces.length === 1) return text === pattern;
  const last = pieces.at(-1)!;
  if (text.length < first.length + last.length || !text.startsWith(first) || !text.endsWith(last)) return false;
  let at = first.length;
  const end = text.length - last.length;
  for (const piece of pieces.slice(1, -1)) {
    const found = text.indexOf(piece, at);
    if (found < 0 || found + piece.length > end) return false;
    at = found + piece.length;
  }
  return true;
}

/** `one of "a", "b" and of the type string` */
export function describeMatcher(matcher: ValueMatcher): string {
  const { equals, oneOf, type, exists, matches, contains, min, max } = matcher;
  const parts = [
    ...(equals === undefined ? [] : [show(equals)]),
    ...(oneOf === undefined ? [] : [`one of ${oneOf.map(show).join(", ")}`]),
    ...(type === undefined ? [] : [`of the type ${type}`]),
    ...(matches === undefined ? [] : [`like ${show(matches)}`]),
    ...(contains === undefined ? [] : [`with ${show(contains)} in it`]),
    ...(min === undefined ? [] : [`at least ${min}`]),
    ...(max === undefined ? [] : [`at most ${max}`]),
  ];
  if (parts.length > 0) return parts.join(" and ");
  return exists === false ? "not to be there" : "to be there";
}

/** As JSON, so that a text differs from a number and a line break is visible. */
export function show(value: unknown): string {
  const text = typeof value === "number" ? String(value) : (JSON.stringify(value) ?? "nothing");
  return shorten(text, MAX_SHOWN);
}
