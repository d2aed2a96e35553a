import { describe, expect, test } from "@jest/globals";
import fc from "fast-check";
import { authorLabel } from "./labels.ts";
import { causeOf } from "./release-cause.ts";
import { attemptOf, releaseName } from "./release-name.ts";
import { durationOf, readRelease, stateOf } from "./release.ts";
import type { Release } from "./release.ts";

const condition = (type: string, status: string, reason: string, more: object = {}) => ({
  type,
  status,
  reason,
  message: "",
  lastTransitionTime: "2026-11-21T10:00:00Z",
  ...more,
});

function release(status: Record<string, unknown>, generation = 1): Release {
  const metadata = {
    name: "r",
    namespace: "t",
    uid: "u",
    resourceVersion: "1",
    generation,
    creationTimestamp: undefined,
    deletionTimestamp: undefined,
    labels: {},
    annotations: {},
  };
  return readRelease({ metadata, spec: { snapshot: "s", releasePlan: "p" }, status });
}

describe("a Release", () => {
  test.each([
    ["no status", [], "pending"],
    ["only phases", [condition("Validated", "True", "Succeeded")], "pending"],
    ["False/Progressing", [condition("Released", "False", "Progressing")], "running"],
    ["Unknown", [condition("Released", "Unknown", "Progressing")], "running"],
    ["True/Succeeded", [condition("Released", "True", "Succeeded")], "succeeded"],
    ["False/Failed", [condition("Released", "False", "Failed")], "failed"],
    ["False of any other reason", [condition("Released", "False", "Canceled")], "failed"],
    ["True of any other reason", [condition("Released", "True", "Skipped")], "unclear"],
    [
      "1.7: not the first condition",
      [condition("ManagedPipelineProcessed", "False", "Failed"), condition("Released", "True", "Succeeded")],
      "succeeded",
    ],
    [
      "security H110: of an earlier generation",
      [condition("Released", "True", "Succeeded", { observedGeneration: 1 })],
      "running",
    ],
    ["of this generation", [condition("Released", "True", "Succeeded", { observedGeneration: 2 })], "succeeded"],
    [
      "a controller that tracks no generations",
      [condition("Released", "True", "Succeeded", { observedGeneration: 0 })],
      "succeeded",
    ],
    [
      "two that disagree",
      [condition("Released", "True", "Succeeded"), condition("Released", "False", "Progressing")],
      "running",
    ],
  ])("domain.md 1.1: has its state only from Released: %s", (_, conditions, state) => {
    expect(stateOf(release({ conditions }, 2))).toBe(state);
  });

  test("never counts as successful unless Released is True and Succeeded", () => {
    const word = fc.constantFrom("True", "False", "Unknown", "true", "");
    const reason = fc.constantFrom("Succeeded", "Failed", "Progressing", "Skipped", "succeeded", "");
    const one = fc.record({
      type: fc.constantFrom("Released", "Validated", "FinalPipelineProcessed", "released"),
      status: word,
      reason,
    });
    fc.assert(
      fc.property(fc.oneof(fc.array(one), fc.anything()), (conditions) => {
        const succeeded = stateOf(release({ conditions } as Record<string, unknown>)) === "succeeded";
        const proven =
          Array.isArray(conditions) &&
          conditions.some(
            (entry) =>
              entry !== null &&
              typeof entry === "object" &&
              (entry as Record<string, unknown>)["type"] === "Released" &&
              (entry as Record<string, unknown>)["status"] === "True" &&
              (entry as Record<string, unknown>)["reason"] === "Succeeded",
          );
        if (succeeded) expect(proven).toBe(true);
      }),
    );
  });

  test("domain.md 1.6: has the failed phase as its cause, not the message of Released", () => {
    const conditions = [
      condition("Released", "False", "Failed", { message: "Release processing failed on managed pipelineRun" }),
      condition("FinalPipelineProcessed", "True", "Skipped"),
      condition("ManagedPipelineProcessed", "False", "Failed", { message: "task x failed" }),
    ];
    const managedPipelineAttempts = [
      { pipelineRun: "m/1", status: "Failed", failureReason: "TaskRunTimeout", lastTask: "x", lastStep: "y" },
    ];
    expect(causeOf(release({ conditions, managedPipelineAttempts }))).toEqual({
      phase: "managed pipeline",
      message: "task x failed",
      pipelineRun: "m/1",
      attempts: ["failed, TaskRunTimeout in the task x, step y (m/1)"],
      remedy: undefined,
    });
    expect(causeOf(release({ conditions: conditions.slice(0, 1) }))).toMatchObject({
      phase: undefined,
      message: "Release processing failed on managed pipelineRun",
    });
  });

  test("has one name per Snapshot, plan and attempt, which Kubernetes accepts", async () => {
    const name = fc.stringMatching(/^[a-z0-9]([-a-z0-9]{0,60}[a-z0-9])?$/);
    await fc.assert(
      fc.asyncProperty(name, name, fc.integer({ min: 1, max: 999_999 }), async (snapshot, plan, attempt) => {
        const made = await releaseName(snapshot, plan, attempt);
        expect(made).toMatch(/^[a-z0-9][-a-z0-9]{0,61}[a-z0-9]$/);
        expect(await attemptOf(made, snapshot, plan)).toBe(attempt);
        expect(await attemptOf(made, `${snapshot}x`, plan)).toBeUndefined();
        expect(await attemptOf(made, snapshot, `${plan}x`)).toBeUndefined();
      }),
    );
    expect(await attemptOf("by-hand-1", "by-hand", "p")).toBeUndefined();
  });

  test("domain.md 1.2: has the author's label as the webhook writes it", () => {
    expect(authorLabel("system:serviceaccount:tenant:releaser")).toBe("system_serviceaccount_tenant_releaser");
    expect(authorLabel("alice@example.com")).toBe("alice.example.com");
    expect(authorLabel(`${"a".repeat(62)}:b`)).toBe("a".repeat(62));
  });

  test("has a duration only if it has both times, in order", () => {
    const span = (startTime: unknown, completionTime: unknown) => durationOf(release({ startTime, completionTime }));
    expect(span("2026-11-21T10:00:00Z", "2026-11-21T10:12:34Z")).toBe(754);
    expect(span("2026-11-21T10:00:00Z", undefined)).toBeUndefined();
    expect(span("2026-11-21T10:00:00Z", "2026-11-21T09:00:00Z")).toBeUndefined();
    expect(span("2026-11-21T10:00:00Z", 1)).toBeUndefined();
  });
});
