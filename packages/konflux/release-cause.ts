import { conditionOf } from "./conditions.ts";
import { describeAttempt, PHASES, pipelineRunOf } from "./release.ts";
import type { Release } from "./release.ts";

/** Why a release failed: the failed phase, its message and its pipeline run. */
export interface ReleaseCause {
  readonly phase: string | undefined;
  readonly message: string;
  readonly pipelineRun: string | undefined;
  /** The attempts of the managed pipeline, one line each, when that failed. */
  readonly attempts: readonly string[];
  /** How to fix it, if the message is known. */
  readonly remedy: string | undefined;
}

/** The cause rather than the symptom: `Released` only names the failed phase, whose own condition has the reason. */
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

/** release-service's messages, each with a remedy. */
const REMEDIES: readonly (readonly [part: string, remedy: string])[] = [
  ["different Application referenced", "Choose a ReleasePlan of the Snapshot's application."],
  [
    "no author found for manual release",
    "The cluster did not record who created the Release: create it with a user or service account that release-service's webhook sees.",
  ],
  ["no author in the ReleasePlan", "Add the label release.appstudio.openshift.io/author to the ReleasePlan."],
  ["automated not set in status", "A Release was manually marked as automated: create it without that label."],
  ["has no pipeline or target", "Set a target or a pipeline in the ReleasePlan."],
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
