import type { Schema } from "./types.ts";

type Failed = Extract<ReturnType<Schema<unknown>["safeParse"]>, { success: false }>;

const MAX_ISSUES = 3;

/** The first fields that do not match a schema: `it.assets[0].size: should be a whole number; …`. */
export function describeIssues({ issues }: Failed["error"]): string {
  const shown = issues.slice(0, MAX_ISSUES);
  return shown.map(({ path, message }) => `${pathText(path)}: ${message}`).join("; ");
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((all, part) => all + (typeof part === "number" ? `[${part}]` : `.${String(part)}`), "it");
}

/**
 * Checks a value that is not the JSON of a reply against a schema. Throws an Error that names the fields that do not
 * match.
 */
export function readAs<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(describeIssues(result.error));
}
