import { invalid, type Problem } from "@release-actions/action";
import type { LatencySlo, Slo } from "./types.ts";

const HISTOGRAM = "ai_request_duration_seconds";

function latency(name: string, threshold: number, shown: string, below: number): LatencySlo {
  return {
    kind: "latency",
    name,
    histogram: HISTOGRAM,
    threshold,
    isTime: true,
    shown,
    below,
    maxRatio: undefined,
    dryRun: false,
  };
}

/** The objectives of a run without a list. */
export const DEFAULT_SLOS: readonly Slo[] = [
  {
    kind: "ratio",
    name: "error rate",
    bad: ["ai_request_errors_total"],
    good: undefined,
    total: ["ai_requests_total"],
    below: 0.01,
    maxRatio: undefined,
    badMayBeAbsent: false,
    dryRun: false,
  },
  latency("p95", 1, "1000ms", 0.05),
  latency("p99", 2, "2000ms", 0.01),
  {
    kind: "query",
    name: "request rate",
    query: "sum(rate(ai_requests_total[1m]))",
    reduce: "error",
    below: undefined,
    above: undefined,
    dryRun: false,
  },
];

const MAX_LENGTH = 1024 * 1024;

/** Whether an input holds the list itself rather than the path of a file. */
export function isInlineSlos(input: string): boolean {
  return input.includes("\n") || /^(?:\[|- )/.test(input);
}

/**
 * Reads a list of SLOs from YAML. Throws `invalid` with all problems, each with its line. `file` names the source in
 * them; "slos" is the input.
 */
export async function readSlos(source: string, file: string): Promise<readonly Slo[]> {
  if (source.length > MAX_LENGTH)
    throw invalid(`${file} is longer than ${MAX_LENGTH} characters`, { remedy: "Judge fewer objectives at once." });
  // lazy: the default objectives need neither zod nor yaml.
  const [{ readYamlAs }, { SloList, sloOf }] = await Promise.all([
    import("@release-actions/yaml"),
    import("./schema.ts"),
  ]);
  const { value, problems } = readYamlAs(SloList, source, file);
  const slos = (value ?? []).map(sloOf);
  const all: Problem[] = [...problems, ...duplicates(slos, file)];
  if (all.length === 0) return slos;
  const name = file === "slos" ? "the list of SLOs" : file;
  throw invalid(`${name} has ${all.length === 1 ? "a problem" : `${all.length} problems`}`, {
    problems: all.map((problem) => ({ ...problem, input: "slos" })),
  });
}

function duplicates(slos: readonly Slo[], file: string): Problem[] {
  const names = slos.map(({ name }) => name);
  const twice = new Set(names.filter((name, index) => names.indexOf(name) !== index));
  return [...twice].map((name) => {
    const what = `the name ${JSON.stringify(name)} is given twice`;
    return { what, remedy: "Rename one of them.", file };
  });
}
