import type { Schema } from "./types.ts";

type Failed = Extract<ReturnType<Schema<unknown>["safeParse"]>, { success: false }>;

const MAX_ISSUES = 3;

/** The first fields that do not fit a schema: `it.assets[0].size: should be a whole number; …`. */
export function describeIssues({ issues }: Failed["error"]): string {
  const shown = issues.slice(0, MAX_ISSUES);
  return shown.map(({ path, message }) => `${pathText(path)}: ${message}`).join("; ");
}

function pathText(path: readonly PropertyKey[]): string {
  return path.reduce<string>((all, part) => all + (typeof part === "number" ? `[${part}]` : `.${String(part)}`), "it");
}

/** A document by its schema, where it is not the JSON of a reply. Throws an Error that names the fields that do not fit. */
export function readAs<T>(schema: Schema<T>, value: unknown): T {
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  throw new Error(describeIssues(result.error));
}
