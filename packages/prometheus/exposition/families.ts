import { quote } from "@release-actions/text";
import { checkFamily } from "./family-rules.ts";
import { LineError } from "./line-reader.ts";
import { shown, SUFFIXES, type Family, type Format, type MetricType, type PageProblem, type Sample } from "./page.ts";

const TYPES: Readonly<Record<Format, readonly string[]>> = {
  text: ["counter", "gauge", "histogram", "summary", "untyped"],
  openmetrics: ["counter", "gauge", "histogram", "gaugehistogram", "stateset", "info", "summary", "unknown"],
};

interface Growing extends Omit<Family, "samples"> {
  type: MetricType;
  typed: boolean;
  help: string | undefined;
  unit: string | undefined;
  readonly samples: Sample[];
  readonly seen: Map<string, Sample>;
}

export interface Families {
  readonly found: ReadonlyMap<string, Family>;
  setHelp(name: string, help: string, line: number): void;
  setType(name: string, type: string, line: number): void;
  setUnit(name: string, unit: string, line: number): void;
  addSample(sample: Sample): void;
  /** Problems that show only in complete families. */
  finish(): PageProblem[];
}

/** Collects lines into families. Adding a line throws LineError if it does not fit. */
export function collectFamilies(format: Format): Families {
  const found = new Map<string, Growing>();
  const strict = format === "openmetrics";
  /** Sample names that belong to the type of a family, with that family. */
  const owners = new Map<string, Growing>();
  let current: Growing | undefined;

  function open(name: string): Growing {
    let family = found.get(name);
    if (family === undefined) {
      const taken = owners.get(name);
      if (strict && taken !== undefined) throw new LineError(`${name} is a sample of ${taken.name}`);
      family = {
        name,
        type: strict ? "unknown" : "untyped",
        typed: false,
        help: undefined,
        unit: undefined,
        samples: [],
        seen: new Map(),
      };
      found.set(name, family);
    } else if (strict && family !== current) {
      throw new LineError(`the lines of ${name} are not together`);
    }
    current = family;
    return family;
  }

  function describe(name: string, what: string, given: boolean): Growing {
    const family = open(name);
    if (given) throw new LineError(`${name} has a second ${what}`);
    if (family.samples.length > 0 && (strict || what === "TYPE"))
      throw new LineError(`the ${what} of ${name} comes after its samples`);
    return family;
  }

  return {
    found,
    setHelp(name, help) {
      describe(name, "HELP", found.get(name)?.help !== undefined).help = help;
    },
    setType(name, type) {
      if (!TYPES[format].includes(type)) throw new LineError(`${quote(type, 60)} is not a metric type`);
      const family = describe(name, "TYPE", found.get(name)?.typed === true);
      family.type = type as MetricType;
      family.typed = true;
      for (const suffix of SUFFIXES[format][type] ?? []) {
        if (strict && suffix !== "" && found.has(name + suffix))
          throw new LineError(`${name + suffix} is both a metric and a sample of ${name}`);
        owners.set(name + suffix, family);
      }
    },
    setUnit(name, unit) {
      const family = describe(name, "UNIT", found.get(name)?.unit !== undefined);
      if (unit !== "" && !name.endsWith(`_${unit}`))
        throw new LineError(`the name of ${name} does not end with its unit ${unit}`);
      family.unit = unit;
    },
    addSample(sample) {
      const family = familyOf(sample.name);
      const key = keyOf(sample);
      const before = family.seen.get(key);
      if (before !== undefined && !isLater(sample, before, strict))
        throw new LineError(`the sample ${shown(sample)} is already on line ${before.line}`);
      family.seen.set(key, sample);
      family.samples.push(sample);
    },
    finish: () => [...found.values()].flatMap((family) => checkFamily(family, format)),
  };

  function familyOf(name: string): Growing {
    const owner = owners.get(name);
    if (owner !== undefined) return open(owner.name);
    const family = open(name);
    const suffixes = SUFFIXES[format][family.type];
    if (strict && suffixes !== undefined && !suffixes.includes(""))
      throw new LineError(`${name} is a ${family.type}: its samples end with ${suffixes.join(" or ")}`);
    return family;
  }
}

/** OpenMetrics allows several points of one series, in order of time. */
function isLater({ time }: Sample, before: Sample, strict: boolean): boolean {
  return strict && time !== undefined && before.time !== undefined && time > before.time;
}

function keyOf({ name, labels }: Sample): string {
  return JSON.stringify([name, ...[...labels].toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}
