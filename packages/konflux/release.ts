import type { KubernetesObject } from "./kubernetes/index.ts";
import { createdAt } from "./kubernetes/index.ts";
import { conditionOf } from "./conditions.ts";
import type { Condition } from "./conditions.ts";
import { Artifacts, ReleaseSpec, ReleaseStatus } from "./schema.ts";
import type { PipelineAttempt, ReleaseStatusFields } from "./schema.ts";

export type { PipelineAttempt } from "./schema.ts";

export interface Release {
  readonly name: string;
  readonly uid: string;
  readonly resourceVersion: string;
  readonly generation: number | undefined;
  /** Milliseconds since 1970. */
  readonly createdAt: number;
  readonly leaving: boolean;
  readonly snapshot: string;
  readonly plan: string;
  readonly data: unknown;
  readonly gracePeriodDays: number | undefined;
  readonly conditions: readonly Condition[];
  readonly attempts: readonly PipelineAttempt[];
  readonly status: ReleaseStatusFields;
}

/**
 * - pending: release-service has not started
 * - unclear: no known version of release-service writes such a condition
 */
export type ReleaseState = "pending" | "running" | "succeeded" | "failed" | "unclear";

/** Conditions and names of the phases, in the order in which release-service runs them. */
export const PHASES = [
  ["Validated", "validation"],
  ["TenantCollectorsPipelineProcessed", "tenant collectors pipeline"],
  ["ManagedCollectorsPipelineProcessed", "managed collectors pipeline"],
  ["TenantPipelineProcessed", "tenant pipeline"],
  ["ManagedPipelineProcessed", "managed pipeline"],
  ["FinalPipelineProcessed", "final pipeline"],
] as const;

export function readRelease(object: KubernetesObject): Release {
  const { name, uid, resourceVersion, generation, deletionTimestamp } = object.metadata;
  const { snapshot, releasePlan, data, gracePeriodDays } = ReleaseSpec.parse(object.spec);
  const status = ReleaseStatus.parse(object.status);
  return {
    name,
    uid,
    resourceVersion,
    generation,
    createdAt: createdAt(object) ?? 0,
    leaving: deletionTimestamp !== undefined,
    snapshot,
    plan: releasePlan,
    data,
    gracePeriodDays,
    conditions: status.conditions,
    attempts: status.managedPipelineAttempts,
    status,
  };
}

/** The outcome, only from the condition `Released`: phases may fail, be skipped and be retried before. */
export function stateOf({ conditions, generation }: Pick<Release, "conditions" | "generation">): ReleaseState {
  if (!conditions.some(({ type }) => type === "Released")) return "pending";
  const released = conditionOf(conditions, "Released", generation);
  // It is of an earlier generation or contradicts itself, so it may change.
  if (released === undefined || released.status === "Unknown") return "running";
  if (released.status === "True") return released.reason === "Succeeded" ? "succeeded" : "unclear";
  return released.reason === "Progressing" ? "running" : "failed";
}

export function isFinished(state: ReleaseState): boolean {
  return state === "succeeded" || state === "failed" || state === "unclear";
}

/** One line per phase that has started, in order; lines that differ between two calls are progress. */
export function progressOf(release: Release): ReadonlyMap<string, string> {
  const lines = new Map<string, string>();
  for (const [type, phase] of PHASES) {
    const condition = conditionOf(release.conditions, type, release.generation);
    if (condition === undefined) continue;
    const run = condition.reason === "Skipped" ? undefined : pipelineRunOf(release, type);
    lines.set(
      phase,
      `${phase}: ${condition.reason.toLowerCase() || condition.status}${run === undefined ? "" : ` (${run})`}`,
    );
    if (type === "ManagedPipelineProcessed")
      attemptLines(release).forEach((line, at) => lines.set(`attempt ${at}`, line));
  }
  return lines;
}

function attemptLines({ attempts }: Release): string[] {
  return attempts.map((attempt, at) => `managed pipeline, attempt ${at + 1}: ${describeAttempt(attempt)}`);
}

export function describeAttempt({ status, pipelineRun, failureReason, lastTask, lastStep }: PipelineAttempt): string {
  const place =
    lastTask === undefined ? "" : ` in the task ${lastTask}${lastStep === undefined ? "" : `, step ${lastStep}`}`;
  const why = failureReason === undefined ? "" : `, ${failureReason}`;
  return `${status.toLowerCase()}${why}${place}${pipelineRun === undefined ? "" : ` (${pipelineRun})`}`;
}

/** `namespace/name` of the pipeline run of a phase. */
export function pipelineRunOf({ status, attempts }: Release, type: string): string | undefined {
  const { tenantCollectorsProcessing, managedCollectorsProcessing } = status.collectorsProcessing;
  switch (type) {
    case "TenantCollectorsPipelineProcessed":
      return tenantCollectorsProcessing.pipelineRun;
    case "ManagedCollectorsPipelineProcessed":
      return managedCollectorsProcessing.pipelineRun;
    case "TenantPipelineProcessed":
      return status.tenantProcessing.pipelineRun;
    case "ManagedPipelineProcessed":
      return attempts.at(-1)?.pipelineRun ?? status.managedProcessing.pipelineRun;
    case "FinalPipelineProcessed":
      return status.finalProcessing.pipelineRun;
    default:
      return undefined;
  }
}

/** All pipeline runs of the release, `namespace/name`, with their phases. */
export function pipelineRunsOf(release: Release): { readonly phase: string; readonly pipelineRun: string }[] {
  return PHASES.flatMap(([type, phase]) => {
    const last = pipelineRunOf(release, type);
    const all =
      type === "ManagedPipelineProcessed" ? [...release.attempts.map(({ pipelineRun }) => pipelineRun), last] : [last];
    const runs = new Set(all.filter((run) => run !== undefined));
    return [...runs].map((pipelineRun) => ({ phase, pipelineRun }));
  });
}

/** Whole seconds from the start to the end as recorded by the controller, or undefined while it runs. */
export function durationOf({ status }: Pick<Release, "status">): number | undefined {
  const span = Date.parse(status.completionTime ?? "") - Date.parse(status.startTime ?? "");
  return Number.isNaN(span) || span < 0 ? undefined : Math.round(span / 1000);
}

export function targetOf({ status }: Pick<Release, "status">): string | undefined {
  return status.target;
}

export function artifactsOf({ status }: Pick<Release, "status">): Readonly<Record<string, unknown>> | undefined {
  const { artifacts = {} } = status;
  return Object.keys(artifacts).length === 0 ? undefined : artifacts;
}

/** The address of the advisory that the release published. */
export function advisoryUrlOf(release: Pick<Release, "status">): string | undefined {
  return Artifacts.parse(release.status.artifacts).advisory.url;
}
