import { baselineEvidence, type BaselineEvidence } from "./baseline-evidence.ts";
import { classify, soundEvents } from "./sample-class.ts";
import type { Events, Measurement, Objective, Policy, ProportionObjective, Sample } from "./types.ts";
import { counting, type Counting } from "./counting.ts";
import { limitEvidence, type LimitEvidence } from "./limit-evidence.ts";
import { shareTotals, type ShareTotals } from "./share.ts";
import { logSum } from "./start-mixture.ts";

/** Everything a run has told about one objective, in a size that does not grow with its ticks. */
export interface Tracker {
  readonly objective: Objective;
  readonly counting: Counting;
  readonly totals: ShareTotals;
  readonly evidence: Evidence | undefined;
  /** Why nothing can be concluded, whatever else was and will be measured. */
  unsound(): string | undefined;
  observe(tick: number, measurement: Measurement): Sample;
}

export interface Evidence {
  readonly baseline: BaselineEvidence | undefined;
  /** Logarithms: now, and the largest so far. Where there are two e-processes it is their mean, an e-process again. */
  logValue(): number;
  logLargest(): number;
  /** Which of the two weighs more. */
  strongest(): "limit" | "baseline";
  observe(canary: Events, baseline: Events | undefined): void;
}

export function openTracker(objective: Objective, policy: Policy): Tracker {
  const counter = counting();
  const totals = shareTotals();
  const evidence = objective.kind === "proportion" ? openEvidence(objective, policy) : undefined;
  let unsound: string | undefined;
  return {
    objective,
    counting: counter,
    totals,
    evidence,
    unsound: () => unsound,
    observe(tick, measurement) {
      if (measurement.kind === "none" && measurement.isUnsound === true) unsound ??= measurement.detail;
      const { windows: classes, ...found } = classify(objective, measurement);
      counter.observe(found.class, classes);
      if (measurement.kind !== "events" || found.class === "invalid") return { tick, ...found };
      const { events, windows = [measurement] } = measurement;
      const sound = (baseline: Events | undefined) => (baseline && soundEvents(baseline) ? baseline : undefined);
      for (const window of windows) {
        totals.observe(window.events);
        // Each window is a separate bet, in order, as if its answer had arrived in time.
        evidence?.observe(window.events, sound(window.baseline));
      }
      return {
        tick,
        ...found,
        events,
        baseline: sound(measurement.baseline),
        evidence: evidence && Math.exp(evidence.logValue()),
      };
    },
  };
}

/** Is this objective one that an e-value may refuse? */
export function hasEvidence(objective: Objective, mode: Policy["mode"]): objective is ProportionObjective {
  return objective.kind === "proportion" && (mode === "evidence" || objective.maxRatio !== undefined);
}

function openEvidence(objective: ProportionObjective, { mode, ticks }: Policy): Evidence | undefined {
  if (!hasEvidence(objective, mode)) return undefined;
  const limit = mode === "evidence" ? limitEvidence(objective.limit, ticks) : undefined;
  const baseline = objective.maxRatio === undefined ? undefined : baselineEvidence(objective.maxRatio, ticks);
  let logLargest = 0;
  const logValue = () => meanOf(limit, baseline);
  return {
    baseline,
    logValue,
    logLargest: () => logLargest,
    strongest: () => ((baseline?.logValue() ?? -Infinity) > (limit?.logValue() ?? -Infinity) ? "baseline" : "limit"),
    observe(canary, stable) {
      limit?.observe(canary);
      if (stable) baseline?.observe(canary, stable);
      logLargest = Math.max(logLargest, logValue());
    },
  };
}

function meanOf(limit: LimitEvidence | undefined, baseline: BaselineEvidence | undefined): number {
  if (limit && baseline) return logSum(limit.logValue(), baseline.logValue()) - Math.LN2;
  return (limit ?? baseline)?.logValue() ?? 0;
}
