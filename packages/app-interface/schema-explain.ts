import type { OutputUnit } from "@cfworker/json-schema";
import type { Mismatch } from "./finding.ts";
import { explainBranches, type Branch } from "./schema-branches.ts";
import { NOTHING, type Judge, type Judged } from "./schema-compile.ts";
import { WORDS } from "./schema-words.ts";
import { isList, show, type Path, type Value, type ValueMap } from "./value.ts";

const MAX_MISMATCHES = 200;

/** What was judged, and by which schema: units name places in both. */
export interface Judgement {
  readonly value: Value;
  readonly judge: Judge;
}

/**
 * The library's units as people read them. Units come in the order of the schema's tree: what is below a keyword follows
 * it, with a location that continues its own.
 */
export function explain(units: readonly OutputUnit[], judgement: Judgement): Mismatch[] {
  const found: Mismatch[] = [];
  for (let index = 0; index < units.length && found.length < MAX_MISMATCHES;) {
    const unit = units[index]!;
    let end = index + 1;
    if (OPAQUE.has(unit.keyword)) while (isBelow(unit, units[end])) end += 1;
    // Each missing key has a unit, and only its text has the key: the first stands for all of them.
    if (!isSame(unit, units[index - 1])) found.push(...mismatchesOf(unit, units.slice(index + 1, end), judgement));
    index = end;
  }
  return found.slice(0, MAX_MISMATCHES);
}

/** Keywords whose own words stand for what is below them. */
const OPAQUE: ReadonlySet<string> = new Set(["oneOf", "anyOf", "contains"]);

function isBelow({ keywordLocation }: OutputUnit, other: OutputUnit | undefined): boolean {
  return other?.keywordLocation.startsWith(`${keywordLocation}/`) === true;
}

function isSame({ keywordLocation, instanceLocation }: OutputUnit, other: OutputUnit | undefined): boolean {
  return other?.keywordLocation === keywordLocation && other.instanceLocation === instanceLocation;
}

function mismatchesOf(unit: OutputUnit, below: readonly OutputUnit[], judgement: Judgement): readonly Mismatch[] {
  const { keyword } = unit;
  if (keyword === "oneOf" || keyword === "anyOf") return mismatchesOfBranches(unit, keyword, below, judgement);
  const words = WORDS[keyword];
  if (words === undefined) return [];
  const { path, value, judge, isAdditional } = placeOf(unit, judgement);
  if (judge === NOTHING && isAdditional) {
    const message = `Additional properties are not allowed (${show(path.at(-1)!)} was unexpected)`;
    return [{ path, what: "key", message }];
  }
  const messages =
    judge.words === undefined ? (WORDS[judge.instead ?? keyword] ?? words)(value, judge.source) : [judge.words];
  return messages.map((message) => ({ path, what: "value", message }));
}

function mismatchesOfBranches(
  unit: OutputUnit,
  keyword: "oneOf" | "anyOf",
  below: readonly OutputUnit[],
  judgement: Judgement,
): readonly Mismatch[] {
  const { path, value, judge } = placeOf(unit, judgement);
  const judges = judge[keyword] as unknown as readonly Judged[];
  const sources = judge.source[keyword] as readonly Value[];
  const units = judges.map((): OutputUnit[] => []);
  for (const one of below) units[parseInt(one.keywordLocation.slice(unit.keywordLocation.length + 1), 10)]!.push(one);
  const branches = judges.map((judged, index): Branch => ({
    schema: sources[index]!,
    shape: judged === true || judged.source,
    fits: units[index]!.length === 0,
    mismatches: () => explain(units[index]!, judgement),
  }));
  return explainBranches(branches, path, value);
}

interface Place {
  readonly path: Path;
  /** The value there; for the name of a property, that name. */
  readonly value: Value;
  /** The schema that has the keyword. */
  readonly judge: Judge;
  /** Whether it is the schema of `additionalProperties`. */
  readonly isAdditional: boolean;
}

/** Where a unit is, in the value and in the schema. */
function placeOf({ instanceLocation, keywordLocation }: OutputUnit, { value, judge }: Judgement): Place {
  let here = value;
  const path = partsOf(instanceLocation).map((part) => {
    const key = isList(here) ? Number(part) : part;
    here = (here as ValueMap)[key]!;
    return key;
  });
  let schema: unknown = judge;
  let keyword = "";
  const parts = partsOf(keywordLocation);
  for (let index = 0; index < parts.length - 1; index += 1) {
    keyword = parts[index]!;
    schema = (schema as Record<string, unknown>)[keyword];
    // A name, or the number of a branch or an item.
    if (NAMED.has(keyword) || Array.isArray(schema)) schema = (schema as ValueMap)[parts[(index += 1)]!];
    else if (keyword === "propertyNames") here = path.at(-1)!;
  }
  return { path, value: here, judge: schema as Judge, isAdditional: keyword === "additionalProperties" };
}

const NAMED: ReadonlySet<string> = new Set(["properties", "patternProperties", "dependencies"]);

/** The parts of a location, which is a JSON pointer with parts encoded as in a URI: `#/properties/a~1b`. */
function partsOf(location: string): string[] {
  return location
    .split("/")
    .slice(1)
    .map((part) => decodeURIComponent(part).replaceAll("~1", "/").replaceAll("~0", "~"));
}
