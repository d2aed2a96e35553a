import type { Problem } from "@release-actions/action-types";
import { isMap, isPair, isScalar, LineCounter, parseDocument, visit, type Document } from "yaml";
import { tooDeepAt } from "@release-actions/yaml-depth";
import type * as z from "zod/mini";
import { AppInterfaceTargets, Config, type AppInterfaceTarget } from "./schema.ts";

/**
 * Reads release-actions.yml as YAML 1.2. Aliases and merge keys are refused: they are how a small file becomes a
 * huge one. All problems are found at once, each with its line.
 */
export function parseConfig(source: string, file: string): { config: Config; problems: Problem[] } {
  const { value: config = {}, problems, document, at } = parseYaml(Config, source, file);
  if (problems.length > 0) return { config: {}, problems };
  const named: (readonly [readonly { readonly name: string }[], readonly string[]])[] = [
    [config.components ?? [], ["components"]],
    [config.environments ?? [], ["environments"]],
    [config["app-interface"]?.groups ?? [], ["app-interface", "groups"]],
  ];
  return { config, problems: named.flatMap(([entries, path]) => duplicates(entries, path, document, at)) };
}

/** A list of app-interface targets as YAML, read as the configuration is. `file` names it in the problems. */
export function parseTargetList(source: string, file: string): { targets: AppInterfaceTarget[]; problems: Problem[] } {
  const { value: targets = [], problems } = parseYaml(AppInterfaceTargets, source, file);
  return { targets, problems };
}

interface Parsed<T> {
  /** Undefined where there are problems. */
  readonly value: T | undefined;
  readonly problems: Problem[];
  readonly document: Document;
  readonly at: At;
}

/** A YAML text by a schema. The value is undefined where there are problems. */
export function parseYaml<S extends z.ZodMiniType>(schema: S, source: string, file: string): Parsed<z.output<S>> {
  const lines = new LineCounter();
  // Looked at first: what is nested without end is not parsed at all.
  const deep = tooDeepAt(source);
  const document = parseDocument(deep === undefined ? source : "", { lineCounter: lines, version: "1.2", schema: "core", uniqueKeys: true, merge: false, prettyErrors: false });
  const at = (offset: number | undefined): Partial<Problem> => (offset === undefined ? { file } : { file, line: lines.linePos(offset).line });

  if (deep !== undefined) {
    const problems = [{ what: "nested too deeply", remedy: "Correct the file.", file, line: source.slice(0, deep).split("\n").length }];
    return { value: undefined, problems, document, at };
  }
  const problems: Problem[] = document.errors.map((error) => ({ what: error.message, remedy: "Correct the YAML.", ...at(error.pos[0]) }));
  visit(document, {
    Alias: (_, node) => void problems.push({ what: `the alias *${node.source} is not allowed`, remedy: "Write the value out.", ...at(node.range?.[0]) }),
  });
  if (problems.length > 0) return { value: undefined, problems, document, at };

  const parsed = schema.safeParse(document.toJS({ maxAliasCount: 0 }) ?? {});
  if (parsed.success) return { value: parsed.data, problems, document, at };
  const found = parsed.error.issues.flatMap((issue) => issueProblems(issue, schema, document, at));
  return { value: undefined, problems: found.sort((a, b) => (a.line ?? 0) - (b.line ?? 0)), document, at };
}

type At = (offset: number | undefined) => Partial<Problem>;

function issueProblems(issue: z.core.$ZodIssue, root: z.ZodMiniType, document: Document, at: At): Problem[] {
  const where = pathText(issue.path);
  if (issue.code === "unrecognized_keys") {
    return issue.keys.map((key) => ({
      what: `${where === "" ? "" : `${where}: `}there is no setting ${JSON.stringify(key)}`,
      remedy: `The settings here are: ${knownKeys(root, issue.path).join(", ")}.`,
      ...at(keyOffset(document, [...issue.path, key])),
    }));
  }
  const needed = {
    invalid_type: () => (issue.code === "invalid_type" ? (!document.hasIn(issue.path) ? "is missing" : `must be ${TYPES[issue.expected] ?? issue.expected}`) : ""),
    invalid_value: () => (issue.code === "invalid_value" ? `must be one of ${issue.values.map(String).join(", ")}` : ""),
    too_small: () => "must not be empty",
    too_big: () => (issue.code === "too_big" ? `must have at most ${issue.maximum} entries` : ""),
    invalid_format: () => (where.endsWith("url") ? "must be a web address without user name, such as https://example.org" : "has characters that are not allowed, or is too long"),
  } as Record<string, (() => string) | undefined>;
  const what = needed[issue.code]?.() ?? issue.message;
  return [{ what: `${where === "" ? "the file" : where} ${what}`, remedy: "Correct the value.", ...at(valueOffset(document, issue.path)) }];
}

const TYPES: Record<string, string> = { string: "a text (quote it if it looks like a number)", array: "a list", object: "a mapping of settings", boolean: "true or false" };

/** Names are keys: two of one name would make it a matter of luck which one counts. */
function duplicates(named: readonly { readonly name: string }[], path: readonly string[], document: Document, at: At): Problem[] {
  const seen = new Set<string>();
  return named.flatMap(({ name }, index) => {
    if (!seen.has(name)) {
      seen.add(name);
      return [];
    }
    const offset = valueOffset(document, [...path, index, "name"]);
    return [{ what: `${path.join(".")}: the name ${JSON.stringify(name)} is given twice`, remedy: "Rename or remove one.", ...at(offset) }];
  });
}

function pathText(path: readonly PropertyKey[]): string {
  return path.map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`)).join("");
}

function valueOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  // A missing value has no place of its own: its parent's is shown.
  for (let length = path.length; length >= 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: [number, number, number] | null } | undefined;
    if (node?.range) return node.range[0];
  }
  return undefined;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  const parent = path.length === 1 ? document.contents : document.getIn(path.slice(0, -1), true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find((item) => isPair(item) && isScalar(item.key) && item.key.value === path.at(-1));
  return isScalar(pair?.key) ? pair.key.range?.[0] : undefined;
}

function knownKeys(root: unknown, path: readonly PropertyKey[]): string[] {
  let schema = root;
  for (const part of path) {
    const definition = (unwrap(schema) as { def: { shape?: Record<string, unknown>; element?: unknown } }).def;
    schema = typeof part === "number" ? definition.element : definition.shape?.[String(part)];
  }
  return Object.keys((unwrap(schema) as { def: { shape?: object } }).def.shape ?? {});
}

function unwrap(schema: unknown): unknown {
  const { def } = schema as { def: { type: string; innerType?: unknown } };
  return def.type === "optional" ? unwrap(def.innerType) : schema;
}
