import type { Estimate, Objective, ObjectiveStanding, SampleClass } from "@release-actions/slo";
import type { Slo } from "./slos.ts";

/** How numbers of a run are written. */

export function percentText(share: number): string {
  return `${Number((share * 100).toPrecision(3))} %`;
}

export function numberText(value: number | undefined, { kind }: Objective): string {
  if (value === undefined) return "none";
  return kind === "proportion" ? percentText(value) : String(Number(value.toPrecision(4)));
}

export function estimateText({ value, low, high }: Estimate): string {
  return `${percentText(value)} (${percentText(low)} to ${percentText(high)})`;
}

/** The number that a value is shown against; undefined: only shown, or bounded from below. */
export function limitOf(objective: Objective): number | undefined {
  return objective.kind === "proportion" ? objective.limit : objective.max;
}

/** Says what is limited: a quantile is judged as the share of requests over its threshold. */
export function limitText(objective: Objective, slo: Slo): string {
  if (objective.kind === "proportion") {
    const over = slo.kind === "latency" ? ` over ${slo.shown}` : " bad";
    const compared = objective.maxRatio === undefined ? "" : `, ${objective.maxRatio} × the baseline`;
    return `< ${percentText(objective.limit)}${over}${compared}`;
  }
  const { max, min } = objective;
  const bounds = [...(min === undefined ? [] : [`> ${min}`]), ...(max === undefined ? [] : [`< ${max}`])];
  return bounds.length === 0 ? "none" : bounds.join(", ");
}

const RANK = { refused: 3, undecided: 1, passed: 0 } as const;

/** The places of the objectives, the worst first, equals in their order. */
export function worstFirst(objectives: readonly ObjectiveStanding[]): readonly number[] {
  const severities = objectives.map(severityOf);
  return [...severities.keys()].sort((one, other) => severities[other]! - severities[one]! || one - other);
}

/** The worse, the larger: what decides first, then what there is most evidence against. */
function severityOf({ verdict, certain, objective, evidence, episodes }: ObjectiveStanding): number {
  const close =
    evidence === undefined
      ? Math.min(episodes / 10, 0.9)
      : Math.min(Math.max(evidence.value, 0) / evidence.needed, 0.9);
  const counted = objective.counted ? 10 : 0;
  return counted + (certain ? RANK[verdict] : 0) + close;
}

/** The classes of ticks that there were, as "ok 9, no-data 1". */
export function classesText(counts: Readonly<Record<SampleClass, number>>): string {
  return Object.entries(counts)
    .filter(([, count]) => count > 0)
    .map(([name, count]) => `${name} ${count}`)
    .join(", ");
}
