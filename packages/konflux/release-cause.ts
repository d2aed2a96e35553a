import { conditionOf } from "./conditions.ts";
import { describeAttempt, PHASES, pipelineRunOf } from "./release.ts";
import type { Release } from "./release.ts";

/** Why a release failed: the phase that did, its own message and the pipeline run to look at. */
export interface ReleaseCause {
  readonly phase: string | undefined;
  readonly message: string;
  readonly pipelineRun: string | undefined;
  /** The attempts of the managed pipeline, one line each, when that failed. */
  readonly attempts: readonly string[];
  /** What mends it, where the message is a known one. */
  readonly remedy: string | undefined;
}

/** The cause rather than the symptom: `Released` only says which phase failed, that phase's own condition says why. */
export function causeOf(release: Release): ReleaseCause {
  const { conditions, generation } = release;
  const symptom = conditionOf(conditions, "Released", generation)?.message ?? "";
  for (const [type, phase] of PHASES) {
    const condition = conditionOf(conditions, type, generation);
    // Later phases are marked as skipped, and True; only the one that failed is False.
    if (condition?.status !== "False" || condition.reason === "Progressing") continue;
    const message = condition.message === "" ? symptom : condition.message;
    const attempts = type === "ManagedPipelineProcessed" ? release.attempts.map(describeAttempt) : [];
    return { phase, message, pipelineRun: pipelineRunOf(release, type), attempts, remedy: remedyOf(message) };
  }
  return { phase: undefined, message: symptom, pipelineRun: undefined, attempts: [], remedy: remedyOf(symptom) };
}

/** release-service's own messages, and who can do something about each. */
const REMEDIES: readonly (readonly [part: string, remedy: string])[] = [
  ["different Application referenced", "Choose a ReleasePlan of the Snapshot's application."],
  [
    "no author found for manual release",
    "The cluster did not record who made the Release: make it with a user or service account that release-service's webhook sees.",
  ],
  ["no author in the ReleasePlan", "Give the ReleasePlan the label release.appstudio.openshift.io/author."],
  ["automated not set in status", "A Release was manually marked as automated: create it without that label."],
  ["has no pipeline or target", "Give the ReleasePlan a target or a pipeline."],
  ["block-releases label set to true", "The managed side blocks releases: ask the owners of the ReleasePlanAdmission."],
  [
    "no ReleasePlanAdmission found",
    "Ask the owners of the target namespace for a ReleasePlanAdmission of this application.",
  ],
  [
    "multiple ReleasePlanAdmissions found",
    "Ask the owners of the target namespace to keep one ReleasePlanAdmission for this application.",
  ],
];

function remedyOf(message: string): string | undefined {
  return REMEDIES.find(([part]) => message.includes(part))?.[1];
}
