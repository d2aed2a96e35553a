import { duration, quote, type Problem } from "@release-actions/action";
import type { YamlDocument, YamlPath } from "@release-actions/yaml";

/** A value of a YAML file, with where it stands. */
export interface Place {
  readonly value: unknown;
  readonly path: YamlPath;
}

export type Fields<Key extends string> = { readonly [K in Key]?: Place };

/** Reads values of a document into shapes and gathers what is wrong; each reader returns undefined for what has no such value. */
export interface YamlReader {
  readonly problems: readonly Problem[];
  wrong(at: Place, what: string, remedy?: string): undefined;
  /** The settings of a mapping. Others than `known` are problems, and so are `required` ones that are missing. */
  fields<Key extends string>(at: Place, known: readonly Key[], required?: readonly Key[]): Fields<Key>;
  /** All entries of a mapping. */
  entries(at: Place | undefined): readonly (readonly [string, Place])[];
  items(at: Place | undefined): readonly Place[];
  text(at: Place | undefined): string | undefined;
  number(at: Place | undefined): number | undefined;
  whole(at: Place | undefined, least: number, most: number): number | undefined;
  flag(at: Place | undefined): boolean | undefined;
  duration(at: Place | undefined): number | undefined;
  word<W extends string>(at: Place | undefined, words: readonly W[]): W | undefined;
}

const DURATION = duration({ description: "", optional: true });

export function createReader(document: YamlDocument): YamlReader {
  const problems: Problem[] = [];

  function wrong({ path }: Place, what: string, remedy = "Correct the value."): undefined {
    problems.push({ what: `${nameOf(path)} ${what}`, remedy, ...document.placeOf(path) });
  }

  function mappingOf(at: Place): Readonly<Record<string, unknown>> | undefined {
    if (isMapping(at.value)) return at.value;
    return wrong(at, "must be a mapping of settings");
  }

  function fields<Key extends string>(at: Place, known: readonly Key[], required: readonly Key[] = []): Fields<Key> {
    const mapping = mappingOf(at);
    if (mapping === undefined) return {};
    const found: { [K in Key]?: Place } = {};
    for (const [key, value] of Object.entries(mapping)) {
      const name = known.find((one) => one === key);
      const path = [...at.path, key];
      if (name !== undefined) found[name] = { value, path };
      else
        problems.push({
          what: `${nameOf(at.path)} has no setting ${quote(key)}`,
          remedy: `The settings here are: ${known.join(", ")}.`,
          ...document.placeOfKey(path),
        });
    }
    for (const name of required)
      if (found[name] === undefined) wrong({ ...at, path: [...at.path, name] }, "is missing", "Add it.");
    return found;
  }

  return {
    problems,
    wrong,
    fields,
    entries(at) {
      if (at === undefined) return [];
      return Object.entries(mappingOf(at) ?? {}).map(
        ([key, value]) => [key, { value, path: [...at.path, key] }] as const,
      );
    },
    items(at) {
      if (at === undefined) return [];
      if (Array.isArray(at.value))
        return at.value.map((value: unknown, index) => ({ value, path: [...at.path, index] }));
      return wrong(at, "must be a list") ?? [];
    },
    text(at) {
      if (at === undefined || (typeof at.value === "string" && at.value !== "")) return at?.value as string | undefined;
      return wrong(at, at.value === "" ? "must not be empty" : "must be a text (quote it if it looks like a number)");
    },
    number(at) {
      if (at === undefined || (typeof at.value === "number" && Number.isFinite(at.value)))
        return at?.value as number | undefined;
      return wrong(at, "must be a number");
    },
    whole(at, least, most) {
      if (at === undefined) return undefined;
      const { value } = at;
      if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= most) return value;
      return wrong(at, `must be a whole number from ${least} to ${most}`);
    },
    flag(at) {
      if (at === undefined || typeof at.value === "boolean") return at?.value as boolean | undefined;
      return wrong(at, "must be true or false");
    },
    duration(at) {
      if (at === undefined) return undefined;
      try {
        return DURATION.read(String(at.value));
      } catch (error) {
        return wrong(at, (error as Error).message);
      }
    },
    word(at, words) {
      if (at === undefined) return undefined;
      return words.find((one) => one === at.value) ?? wrong(at, `must be one of ${words.join(", ")}`);
    },
  };
}

export function isMapping(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** `services[0].url`; the document's root is the suite. */
function nameOf(path: YamlPath): string {
  if (path.length === 0) return "the suite";
  return path
    .map((part, index) => (typeof part === "number" ? `[${part}]` : `${index === 0 ? "" : "."}${String(part)}`))
    .join("");
}
