import { invalid, type Problem } from "@release-actions/action";

/** A service level objective as its author writes it, read and checked. */
export type Slo = RatioSlo | LatencySlo | QuerySlo;

interface CommonSlo {
  readonly name: string;
  /** Judged and shown, and not counted in the verdict. */
  readonly dryRun: boolean;
}

/** The share of bad events must stay below a limit. What is read are selectors of counters, several of which add up. */
export interface RatioSlo extends CommonSlo {
  readonly kind: "ratio";
  readonly bad: readonly string[] | undefined;
  readonly good: readonly string[] | undefined;
  readonly total: readonly string[];
  readonly below: number;
  /** Against a baseline. */
  readonly maxRatio: number | undefined;
  /** A metric of bad events that nobody has ever seen is no mistake. */
  readonly badMayBeAbsent: boolean;
}

/** The share of requests over a threshold must stay below a limit. */
export interface LatencySlo extends CommonSlo {
  readonly kind: "latency";
  /** A selector of a classic histogram, named without _bucket. */
  readonly histogram: string;
  /** In the histogram's unit, which is seconds by convention. */
  readonly threshold: number;
  /** As it was written. */
  readonly shown: string;
  readonly below: number;
  readonly maxRatio: number | undefined;
}

/** A number that a query answers must stay between bounds, or is only shown. */
export interface QuerySlo extends CommonSlo {
  readonly kind: "query";
  readonly query: string;
  readonly reduce: Reduce;
  readonly below: number | undefined;
  readonly above: number | undefined;
}

/** What becomes of several series: each must hold, one is made of them, or there must not be several. */
export type Reduce = "error" | "max" | "min" | "sum" | "each";

const common = { dryRun: false } as const;
const HISTOGRAM = "ai_request_duration_seconds";
const latency = (name: string, threshold: number, shown: string, below: number): LatencySlo => ({
  ...common,
  kind: "latency",
  name,
  histogram: HISTOGRAM,
  threshold,
  shown,
  below,
  maxRatio: undefined,
});

/** What is judged where nothing else is given. */
export const DEFAULT_SLOS: readonly Slo[] = [
  {
    ...common,
    kind: "ratio",
    name: "error rate",
    bad: ["ai_request_errors_total"],
    good: undefined,
    total: ["ai_requests_total"],
    below: 0.01,
    maxRatio: undefined,
    badMayBeAbsent: false,
  },
  latency("p95", 1, "1000ms", 0.05),
  latency("p99", 2, "2000ms", 0.01),
  {
    ...common,
    kind: "query",
    name: "request rate",
    query: "sum(rate(ai_requests_total[1m]))",
    reduce: "error",
    below: undefined,
    above: undefined,
  },
];

const LARGEST = 1024 * 1024;

/** Whether the input holds the list itself and not a path to it. */
export function isInline(given: string): boolean {
  return given.includes("\n") || /^(?:\[|- )/.test(given);
}

/** Reads a list of SLOs. Throws `invalid` with all that is wrong with it, each with its line. */
export async function readSlos(source: string, file: string): Promise<readonly Slo[]> {
  if (source.length > LARGEST)
    throw invalid(`${file} is longer than ${LARGEST} characters`, { remedy: "Judge fewer things at once." });
  const [{ readYamlAs }, { SloList, sloOf }] = await Promise.all([
    import("@release-actions/yaml"),
    import("./slo-schema.ts"),
  ]);
  const { value, problems } = readYamlAs(SloList, source, file);
  const slos = (value ?? []).map(sloOf);
  const all: Problem[] = [...problems, ...repeated(slos, file)];
  if (all.length === 0) return slos;
  throw invalid(
    `${file === "slos" ? "the list of SLOs" : file} has ${all.length === 1 ? "a problem" : `${all.length} problems`}`,
    { problems: all.map((problem) => ({ ...problem, input: "slos" })) },
  );
}

function repeated(slos: readonly Slo[], file: string): Problem[] {
  const names = slos.map(({ name }) => name);
  const twice = [...new Set(names.filter((name, index) => names.indexOf(name) !== index))];
  return twice.map((name) => ({
    what: `the name ${JSON.stringify(name)} is given twice`,
    remedy: "Rename one of them.",
    file,
  }));
}
