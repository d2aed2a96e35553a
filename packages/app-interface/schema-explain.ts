import type { OutputUnit } from "@cfworker/json-schema";
import type { Mismatch } from "./finding.ts";
import { explainBranches, type Branch } from "./schema-branches.ts";
import { FALSE_SCHEMA, type CompiledSchema, type Compiled } from "./schema-compile.ts";
import { MESSAGES } from "./schema-messages.ts";
import { isList, show, type Path, type Value, type ValueMap } from "./value.ts";

const MAX_MISMATCHES = 200;

/** What was validated, and by which schema. The library's units name places in both. */
export interface Validated {
  readonly value: Value;
  readonly schema: CompiledSchema;
}

/**
 * Turns the library's output units into mismatches. Units come in the order of the schema's tree: those below a keyword
 * follow it, and their location begins with its location.
 */
export function explain(units: readonly OutputUnit[], validated: Validated): Mismatch[] {
  const found: Mismatch[] = [];
  for (let index = 0; index < units.length && found.length < MAX_MISMATCHES;) {
    const unit = units[index]!;
    let end = index + 1;
    if (OPAQUE.has(unit.keyword)) while (isBelow(unit, units[end])) end += 1;
    // Each missing key has a unit, but only its text names the key: the first unit reports all of them.
    if (!isSame(unit, units[index - 1])) found.push(...mismatchesOf(unit, units.slice(index + 1, end), validated));
    index = end;
  }
  return found.slice(0, MAX_MISMATCHES);
}

/** Keywords whose message replaces those of the keywords below them. */
const OPAQUE: ReadonlySet<string> = new Set(["oneOf", "anyOf", "contains"]);

function isBelow({ keywordLocation }: OutputUnit, other: OutputUnit | undefined): boolean {
  return other?.keywordLocation.startsWith(`${keywordLocation}/`) === true;
}

function isSame({ keywordLocation, instanceLocation }: OutputUnit, other: OutputUnit | undefined): boolean {
  return other?.keywordLocation === keywordLocation && other.instanceLocation === instanceLocation;
}

function mismatchesOf(unit: OutputUnit, below: readonly OutputUnit[], validated: Validated): readonly Mismatch[] {
  const { keyword } = unit;
  if (keyword === "oneOf" || keyword === "anyOf") return mismatchesOfBranches(unit, keyword, below, validated);
  const messagesOf = MESSAGES[keyword];
  if (messagesOf === undefined) return [];
  const { path, value, schema, isAdditional } = placeOf(unit, validated);
  if (schema === FALSE_SCHEMA && isAdditional) {
    const message = `Additional properties are not allowed (${show(path.at(-1)!)} was unexpected)`;
    return [{ path, what: "key", message }];
  }
  const { message, instead = keyword, source } = schema;
  const messages = message === undefined ? (MESSAGES[instead] ?? messagesOf)(value, source) : [message];
  return messages.map((one) => ({ path, what: "value", message: one }));
}

function mismatchesOfBranches(
  unit: OutputUnit,
  keyword: "oneOf" | "anyOf",
  below: readonly OutputUnit[],
  validated: Validated,
): readonly Mismatch[] {
  const { path, value, schema } = placeOf(unit, validated);
  const compiled = schema[keyword] as unknown as readonly Compiled[];
  const sources = schema.source[keyword] as readonly Value[];
  const units = compiled.map((): OutputUnit[] => []);
  for (const one of below) units[parseInt(one.keywordLocation.slice(unit.keywordLocation.length + 1), 10)]!.push(one);
  const branches = compiled.map((branch, index): Branch => ({
    schema: sources[index]!,
    target: branch === true || branch.source,
    fits: units[index]!.length === 0,
    mismatches: () => explain(units[index]!, validated),
  }));
  return explainBranches(branches, path, value);
}

interface Place {
  readonly path: Path;
  /** The value there; below `propertyNames`, the property's name. */
  readonly value: Value;
  /** The schema that has the keyword. */
  readonly schema: CompiledSchema;
  /** Whether it is the schema of `additionalProperties`. */
  readonly isAdditional: boolean;
}

/** Finds a unit's place in the value and in the schema. */
function placeOf({ instanceLocation, keywordLocation }: OutputUnit, validated: Validated): Place {
  let { value } = validated;
  const path = partsOf(instanceLocation).map((part) => {
    const key = isList(value) ? Number(part) : part;
    value = (value as ValueMap)[key]!;
    return key;
  });
  let schema: unknown = validated.schema;
  let keyword = "";
  const parts = partsOf(keywordLocation);
  for (let index = 0; index < parts.length - 1; index += 1) {
    keyword = parts[index]!;
    schema = (schema as Record<string, unknown>)[keyword];
    // The next part is a name, or the index of a branch or an item.
    if (NAMED.has(keyword) || Array.isArray(schema)) schema = (schema as ValueMap)[parts[(index += 1)]!];
    else if (keyword === "propertyNames") value = path.at(-1)!;
  }
  return { path, value, schema: schema as CompiledSchema, isAdditional: keyword === "additionalProperties" };
}

const NAMED: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependencies"]);

/** The parts of a location, which is a JSON pointer as the fragment of a URI: `#/properties/a~1b`. */
function partsOf(location: string): string[] {
  return location
    .split("/")
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}
