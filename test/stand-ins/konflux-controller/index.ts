/**
 * What release-service and integration-service do to the status of Releases and Snapshots, step by step, as a test has
 * it. The order of phases, the reasons and the messages are theirs.
 */
import type { Hands } from "../../kubernetes/hands.ts";

export type Phase =
  | "Validated"
  | "TenantCollectorsPipelineProcessed"
  | "ManagedCollectorsPipelineProcessed"
  | "TenantPipelineProcessed"
  | "ManagedPipelineProcessed"
  | "FinalPipelineProcessed";
export type Reason = "Progressing" | "Succeeded" | "Failed" | "Skipped";

export interface Controller {
  /** Sets a condition as release-service does: True for Succeeded and Skipped, False for the others. */
  phase(phase: Phase | "Released", reason: Reason, message?: string): Promise<void>;
  /** Validated; the release has begun. */
  begin(target?: string): Promise<void>;
  /** Another attempt of the managed pipeline begins. */
  attempt(): Promise<void>;
  /** The running attempt ends. */
  attemptEnds(
    status: "Succeeded" | "Failed",
    why?: { failureReason?: string; lastTask?: string; lastStep?: string },
  ): Promise<void>;
  /** All phases that are left pass, and the release with them. */
  succeed(artifacts?: Record<string, unknown>): Promise<void>;
  /** A phase fails: `Released` turns at once, and the phases after it are skipped. */
  fail(phase: Phase, message: string): Promise<void>;
  /** It was valid, and no longer is. */
  failPostValidation(message: string): Promise<void>;
  status(change: (status: Record<string, unknown>) => Record<string, unknown>): Promise<void>;
}

const ORDER: readonly Phase[] = [
  "Validated",
  "TenantCollectorsPipelineProcessed",
  "ManagedCollectorsPipelineProcessed",
  "TenantPipelineProcessed",
  "ManagedPipelineProcessed",
  "FinalPipelineProcessed",
];
const SYMPTOMS: Readonly<Record<Phase, string>> = {
  Validated: "Release validation failed",
  TenantCollectorsPipelineProcessed: "Release processing failed on tenant collectors pipelineRun",
  ManagedCollectorsPipelineProcessed: "Release processing failed on managed collectors pipelineRun",
  TenantPipelineProcessed: "Release processing failed on tenant pipelineRun",
  ManagedPipelineProcessed: "Release processing failed on managed pipelineRun",
  FinalPipelineProcessed: "Release processing failed on final pipelineRun",
};
const START = "2026-11-21T10:00:00Z";
const END = "2026-11-21T10:12:34Z";

interface Condition {
  type: string;
  status: string;
  reason: string;
  message: string;
  lastTransitionTime: string;
  observedGeneration?: number;
}

/** The controller of one Release. */
export function controlRelease(hands: Hands, name: string): Controller {
  const status: Controller["status"] = async (change) => void (await hands.setStatus("releases", name, change));
  const phase: Controller["phase"] = (type, reason, message = "") =>
    status((before) => withCondition(before, type, reason, message));
  const attempts = (before: Record<string, unknown>): Record<string, unknown>[] =>
    (before["managedPipelineAttempts"] ?? []) as Record<string, unknown>[];

  return {
    phase,
    status,
    async begin(target = "managed-ns") {
      await status((before) => ({
        ...withCondition(before, "Released", "Progressing", ""),
        startTime: START,
        target,
        attribution: { author: "alice" },
      }));
      await status((before) => ({
        ...withCondition(before, "Validated", "Succeeded", ""),
        validation: { time: START },
      }));
    },
    async attempt() {
      await status((before) => {
        const pipelineRun = `managed-ns/managed-${attempts(before).length + 1}`;
        const all = [...attempts(before), { pipelineRun, status: "Progressing", startTime: START }];
        return {
          ...withCondition(before, "ManagedPipelineProcessed", "Progressing", ""),
          managedPipelineAttempts: all,
          managedProcessing: { pipelineRun, startTime: START },
        };
      });
    },
    async attemptEnds(state, why = {}) {
      await status((before) => {
        const all = attempts(before);
        return {
          ...before,
          managedPipelineAttempts: [...all.slice(0, -1), { ...all.at(-1), status: state, ...why, completionTime: END }],
        };
      });
    },
    async succeed(artifacts) {
      for (const type of ORDER) {
        await status((before) => {
          const known = conditions(before).find((condition) => condition.type === type);
          return known?.status === "True"
            ? before
            : withCondition(before, type, known === undefined ? "Skipped" : "Succeeded", "");
        });
      }
      await status((before) => ({
        ...withCondition(before, "Released", "Succeeded", ""),
        completionTime: END,
        ...(artifacts !== undefined && { artifacts }),
      }));
    },
    async fail(failed, message) {
      await status((before) =>
        withCondition(withCondition(before, failed, "Failed", message), "Released", "Failed", SYMPTOMS[failed]),
      );
      for (const type of ORDER.slice(ORDER.indexOf(failed) + 1)) await phase(type, "Skipped");
      await status((before) => ({ ...before, completionTime: END }));
    },
    async failPostValidation(message) {
      await status((before) => {
        const failed = withCondition(
          withCondition(before, "Validated", "Failed", message),
          "Released",
          "Failed",
          SYMPTOMS.Validated,
        );
        return { ...failed, validation: { time: END, failedPostValidation: true } };
      });
    },
  };
}

function conditions(status: Record<string, unknown>): Condition[] {
  return (status["conditions"] ?? []) as Condition[];
}

function withCondition(
  status: Record<string, unknown>,
  type: string,
  reason: Reason,
  message: string,
): Record<string, unknown> {
  const value = reason === "Succeeded" || reason === "Skipped" ? "True" : "False";
  const condition: Condition = { type, status: value, reason, message, lastTransitionTime: START };
  return { ...status, conditions: [...conditions(status).filter((other) => other.type !== type), condition] };
}

export interface TestsState {
  readonly type?: "AppStudioTestSucceeded" | "HACBSStudioTestSucceeded" | "AppStudioIntegrationStatus" | "AutoReleased";
  readonly status: "True" | "False" | "Unknown";
  readonly reason: string;
  readonly message?: string;
}

/** The conditions that integration-service gives a Snapshot. */
export function snapshotStatus(...states: readonly TestsState[]): Record<string, unknown> {
  return {
    conditions: states.map(({ type = "AppStudioTestSucceeded", status, reason, message = "" }) => ({
      type,
      status,
      reason,
      message,
      lastTransitionTime: START,
    })),
  };
}

export const TESTS_PASSED = snapshotStatus(
  { status: "True", reason: "Passed", message: "All Integration Pipeline tests passed" },
  { type: "AutoReleased", status: "True", reason: "AutoReleased", message: "The Snapshot was auto-released" },
);
