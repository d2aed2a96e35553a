import type { Problem } from "@release-actions/action";
import type * as z from "zod/mini";
import { pathText } from "@release-actions/text";
import { openYaml, type YamlDocument } from "./document.ts";

export interface ReadBySchema<T> {
  /** Undefined where there are problems. */
  readonly value: T | undefined;
  readonly problems: readonly Problem[];
  readonly document: YamlDocument;
}

/** A YAML file by a schema: its value, or all problems at once with their lines. `file` names it in them. */
export function readYamlAs<S extends z.ZodMiniType>(
  schema: S,
  source: string,
  file: string,
): ReadBySchema<z.output<S>> {
  const document = openYaml(source, file);
  const { problems } = document;
  if (problems.length > 0) return { value: undefined, problems, document };

  const parsed = schema.safeParse(document.value);
  if (parsed.success) return { value: parsed.data, problems, document };
  const found = parsed.error.issues.flatMap((issue) => issueProblems(issue, schema, document));
  return { value: undefined, problems: found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), document };
}

function issueProblems(issue: z.core.$ZodIssue, root: z.ZodMiniType, document: YamlDocument): Problem[] {
  const where = pathText(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      what: `${where === "" ? "" : `${where}: `}there is no setting ${JSON.stringify(key)}`,
      remedy: `The settings here are: ${knownKeys(root, issue.path).join(", ")}.`,
      ...document.placeOfKey([...issue.path, key]),
    }));
  }
  const needed = {
    invalid_type: () =>
      issue.code === "invalid_type"
        ? !document.has(issue.path)
          ? "is missing"
          : `must be ${TYPES[issue.expected] ?? issue.expected}`
        : "",
    invalid_value: () =>
      issue.code === "invalid_value" ? `must be one of ${issue.values.map(String).join(", ")}` : "",
    too_small: () => "must not be empty",
    too_big: () => (issue.code === "too_big" ? `must have at most ${issue.maximum} entries` : ""),
    invalid_format: () =>
      where.endsWith("url")
        ? "must be a web address without user name, such as https://example.org"
        : "has characters that are not allowed, or is too long",
  } as Record<string, (() => string) | undefined>;
  const what = needed[issue.code]?.() ?? issue.message;
  return [
    {
      what: `${where === "" ? "the file" : where} ${what}`,
      remedy: "Correct the value.",
      ...document.placeOf(issue.path),
    },
  ];
}

const TYPES: Record<string, string> = {
  string: "a text (quote it if it looks like a number)",
  array: "a list",
  object: "a mapping of settings",
  boolean: "true or false",
};

function knownKeys(root: unknown, path: readonly PropertyKey[]): string[] {
  let schema = root;
  for (const part of path) {
    type Definition = { shape?: Record<string, unknown>; element?: unknown; valueType?: unknown };
    const { shape, element, valueType } = (unwrap(schema) as { def: Definition }).def;
    schema = typeof part === "number" ? element : (shape?.[String(part)] ?? valueType);
  }
  return Object.keys((unwrap(schema) as { def: { shape?: object } }).def.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  const { def } = schema as { def: { type: string; innerType?: unknown } };
  return def.type === "optional" ? unwrap(def.innerType) : schema;
}
