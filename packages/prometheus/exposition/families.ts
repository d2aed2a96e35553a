import { quote } from "@release-actions/text";
import { checkFamily, seriesOf } from "./family-rules.ts";
import { LineError, type Warn } from "./line-reader.ts";
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
  /** The series and the time of the last sample, and the series before it. Only in OpenMetrics. */
  series: string | undefined;
  time: number | undefined;
  readonly ended: Set<string>;
}

export interface Families {
  readonly found: ReadonlyMap<string, Family>;
  setHelp(name: string, help: string): void;
  setType(name: string, type: string): void;
  setUnit(name: string, unit: string): void;
  addSample(sample: Sample): void;
  /** Problems that show only in complete families. */
  finish(): PageProblem[];
}

/**
 * Collects lines into families. What is set twice has the last value, and of samples for the same time the first one
 * counts, as in Prometheus. Throws LineError for what Prometheus rejects.
 */
export function collectFamilies(format: Format, warn: Warn): Families {
  const found = new Map<string, Growing>();
  const strict = format === "openmetrics";
  /** Sample names that belong to the type of a family, with that family. */
  const owners = new Map<string, Growing>();
  let current: Growing | undefined;

  function open(name: string): Growing {
    let family = found.get(name);
    if (family === undefined) {
      const taken = owners.get(name);
      if (strict && taken !== undefined) warn(`${name} is a sample of ${taken.name}`);
      family = {
        name,
        type: strict ? "unknown" : "untyped",
        typed: false,
        help: undefined,
        unit: undefined,
        samples: [],
        seen: new Map(),
        series: undefined,
        time: undefined,
        ended: new Set(),
      };
      found.set(name, family);
    } else if (strict && family !== current) {
      warn(`the lines of ${name} are not together`);
    }
    current = family;
    return family;
  }

  function describe(name: string, what: string, given: boolean): Growing {
    const family = open(name);
    if (given) warn(`${name} has a second ${what}`);
    else if (family.samples.length > 0 && (strict || what === "TYPE"))
      warn(`the ${what} of ${name} comes after its samples`);
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
      checkUnit(family);
      for (const suffix of SUFFIXES[format][type] ?? []) {
        if (strict && suffix !== "" && found.has(name + suffix))
          warn(`${name + suffix} is both a metric and a sample of ${name}`);
        owners.set(name + suffix, family);
      }
    },
    setUnit(name, unit) {
      const family = describe(name, "UNIT", found.get(name)?.unit !== undefined);
      if (unit !== "" && !name.endsWith(`_${unit}`))
        throw new LineError(`the name of ${name} does not end with its unit ${unit}`);
      family.unit = unit;
      checkUnit(family);
    },
    addSample(sample) {
      const family = familyOf(sample.name);
      if (strict) checkOrder(family, sample);
      const key = keyOf(sample);
      const before = family.seen.get(key);
      if (before !== undefined) {
        const isLater = sample.time !== undefined && before.time !== undefined && sample.time > before.time;
        // OpenMetrics allows several points of one series, in order of time.
        if (!strict || sample.time === undefined || before.time === undefined || sample.time < before.time)
          warn(`the sample ${shown(sample)} is already on line ${before.line}`);
        if (!isLater) return;
      }
      family.seen.set(key, sample);
      family.samples.push(sample);
    },
    finish: () => [...found.values()].flatMap((family) => checkFamily(family, format)),
  };

  function checkUnit({ name, type, unit = "" }: Growing): void {
    if (unit !== "" && (type === "info" || type === "stateset")) warn(`${name} is of type ${type}, which has no unit`);
  }

  /** The samples of one series are together, in order of time, and all of them have a time or none. */
  function checkOrder(family: Growing, sample: Sample): void {
    const series = seriesOf(sample, family);
    // Creation times are often written without a time, which is unambiguous.
    const isCreated = sample.time === undefined && sample.name === `${family.name}_created`;
    if (series === family.series && isCreated) return;
    if (series === family.series) {
      if ((sample.time === undefined) !== (family.time === undefined))
        warn(`of the series of ${shown(sample)}, only some samples have a time`);
      else if (sample.time !== undefined && family.type !== "info" && sample.time < family.time!)
        warn(`the time of ${shown(sample)} is before that of the sample above it`);
    } else {
      if (family.series !== undefined) family.ended.add(family.series);
      if (family.ended.has(series)) warn(`${shown(sample)} is not with the others of its series`);
    }
    family.series = series;
    family.time = sample.time;
  }

  function familyOf(name: string): Growing {
    const owner = owners.get(name);
    if (owner !== undefined) return open(owner.name);
    const family = open(name);
    const suffixes = SUFFIXES[format][family.type];
    if (strict && suffixes !== undefined && !suffixes.includes(""))
      warn(`${name} is a ${family.type}: its samples end with ${suffixes.join(" or ")}`);
    return family;
  }
}

function keyOf({ name, labels }: Sample): string {
  return JSON.stringify([name, ...[...labels].toSorted(([one], [other]) => (one < other ? -1 : 1))]);
}
