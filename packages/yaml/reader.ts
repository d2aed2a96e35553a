import { duration, quote, type Problem } from "@release-actions/action";
import { pathText } from "@release-actions/text";
import type { YamlDocument, YamlPath } from "./document.ts";

/** A value of a document and its path. */
export interface YamlField {
  readonly value: unknown;
  readonly path: YamlPath;
}

export type YamlFields<Key extends string> = { readonly [K in Key]?: YamlField };

/**
 * Reads a document value by value where a schema cannot express the rules. Every problem is collected with its line;
 * a reader returns undefined for a value that is missing or wrong.
 */
export interface YamlReader {
  readonly problems: readonly Problem[];
  /** Adds a problem. Default remedy: "Correct the value." */
  reject(field: YamlField, what: string, remedy?: string): undefined;
  /** The settings of a mapping. A key that is not `known` and a missing `required` one are problems. */
  fields<Key extends string>(field: YamlField, known: readonly Key[], required?: readonly Key[]): YamlFields<Key>;
  /** All entries of a mapping with keys of the author's choice. */
  entries(field: YamlField | undefined): readonly (readonly [string, YamlField])[];
  items(field: YamlField | undefined): readonly YamlField[];
  text(field: YamlField | undefined): string | undefined;
  number(field: YamlField | undefined): number | undefined;
  /** A whole number from `min` to `max`. */
  integer(field: YamlField | undefined, min: number, max: number): number | undefined;
  flag(field: YamlField | undefined): boolean | undefined;
  /** Milliseconds. */
  duration(field: YamlField | undefined): number | undefined;
  choice<W extends string>(field: YamlField | undefined, choices: readonly W[]): W | undefined;
}

const DURATION = duration({ description: "", optional: true });

/** `root` names the document as a whole in problems, such as "the suite". */
export function createReader(document: YamlDocument, root: string): YamlReader {
  const problems: Problem[] = [];
  const nameOf = (path: YamlPath): string => (path.length === 0 ? root : pathText(path));

  function reject({ path }: YamlField, what: string, remedy = "Correct the value."): undefined {
    problems.push({ what: `${nameOf(path)} ${what}`, remedy, ...document.placeOf(path) });
  }

  function mappingOf(field: YamlField): Readonly<Record<string, unknown>> | undefined {
    return isMapping(field.value) ? field.value : reject(field, "must be a mapping of settings");
  }

  function fields<Key extends string>(
    field: YamlField,
    known: readonly Key[],
    required: readonly Key[] = [],
  ): YamlFields<Key> {
    const mapping = mappingOf(field);
    if (mapping === undefined) return {};
    const found: { [K in Key]?: YamlField } = {};
    for (const [key, value] of Object.entries(mapping)) {
      const path = [...field.path, key];
      const name = known.find((one) => one === key);
      if (name !== undefined) {
        found[name] = { value, path };
        continue;
      }
      problems.push({
        what: `${nameOf(field.path)} has no setting ${quote(key)}`,
        remedy: `The settings here are: ${known.join(", ")}.`,
        ...document.placeOfKey(path),
      });
    }
    for (const name of required) {
      if (found[name] === undefined) reject({ ...field, path: [...field.path, name] }, "is missing", "Add it.");
    }
    return found;
  }

  return {
    problems,
    reject,
    fields,
    entries(field) {
      if (field === undefined) return [];
      const mapping = mappingOf(field) ?? {};
      return Object.entries(mapping).map(([key, value]) => [key, { value, path: [...field.path, key] }] as const);
    },
    items(field) {
      if (field === undefined) return [];
      const { value, path } = field;
      if (!Array.isArray(value)) return reject(field, "must be a list") ?? [];
      return value.map((item: unknown, index) => ({ value: item, path: [...path, index] }));
    },
    text(field) {
      if (field === undefined) return undefined;
      const { value } = field;
      if (value === "") return reject(field, "must not be empty");
      return typeof value === "string" ? value : reject(field, "must be a text (quote it if it looks like a number)");
    },
    number(field) {
      if (field === undefined) return undefined;
      const { value } = field;
      return typeof value === "number" && Number.isFinite(value) ? value : reject(field, "must be a number");
    },
    integer(field, min, max) {
      if (field === undefined) return undefined;
      const { value } = field;
      if (typeof value === "number" && Number.isInteger(value) && value >= min && value <= max) return value;
      return reject(field, `must be a whole number from ${min} to ${max}`);
    },
    flag(field) {
      if (field === undefined) return undefined;
      return typeof field.value === "boolean" ? field.value : reject(field, "must be true or false");
    },
    duration(field) {
      if (field === undefined) return undefined;
      try {
        return DURATION.read(String(field.value));
      } catch (error) {
        return reject(field, (error as Error).message);
      }
    },
    choice(field, choices) {
      if (field === undefined) return undefined;
      return choices.find((one) => one === field.value) ?? reject(field, `must be one of ${choices.join(", ")}`);
    },
  };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
