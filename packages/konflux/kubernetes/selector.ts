import { invalid, quote } from "@release-actions/action";
import { isLabelValue } from "./names.ts";

/** What an object's label must be: a value, one of several, or missing. */
export type Requirement = string | readonly string[] | undefined;

/**
 * A label selector for objects that meet all requirements
 * (https://kubernetes.io/docs/concepts/overview/working-with-objects/labels/#label-selectors). Throws `invalid` if a
 * value cannot be part of it, so that no text can add a requirement.
 */
export function labelSelector(requirements: Readonly<Record<string, Requirement>>): string {
  return Object.entries(requirements)
    .map(([key, wanted]) => requirement(key, wanted))
    .join(",");
}

function requirement(key: string, wanted: Requirement): string {
  if (wanted === undefined) return `!${key}`;
  if (typeof wanted === "string") return `${key}=${checked(key, wanted)}`;
  return `${key} in (${wanted.map((value) => checked(key, value)).join(",")})`;
}

function checked(key: string, value: string): string {
  if (value !== "" && isLabelValue(value)) return value;
  throw invalid(`${quote(value)} cannot be the value of the label ${key}`, {
    remedy: "Labels have at most 63 letters, digits, dots, dashes and underscores.",
  });
}
