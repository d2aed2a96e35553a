/** Konflux's controllers over a cluster: each Release that appears takes its course. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Hands } from "../kubernetes/hands.ts";
import { controlRelease, type Controller } from "../stand-ins/konflux-controller/index.ts";
import type { Stored } from "../stand-ins/kubernetes/index.ts";

/** What becomes of a Release. */
export type Course = (controller: Controller, release: Stored) => Promise<void>;

export const ARTIFACTS = {
  images: [
    {
      name: "automation-analytics-backend-main",
      arches: ["amd64", "arm64"],
      oses: ["linux"],
      shasum: `sha256:${"c".repeat(64)}`,
      urls: ["quay.io/redhat-services-prod/aap-aa-tenant/aap-aa-main/automation-analytics-backend-main:latest"],
    },
  ],
  advisory: { url: "https://access.redhat.example/errata/RHEA-2026:1234" },
};

export const succeeds: Course = async (controller) => {
  await controller.begin("managed-ns");
  await controller.attempt();
  await controller.attemptEnds("Succeeded");
  await controller.succeed(ARTIFACTS);
};

export const fails: Course = async (controller) => {
  await controller.begin("managed-ns");
  await controller.attempt();
  await controller.attemptEnds("Failed", {
    failureReason: "TaskRunFailed",
    lastTask: "push-snapshot",
    lastStep: "push",
  });
  await controller.fail("ManagedPipelineProcessed", "Release processing failed on managed pipelineRun");
};

/** It begins and has no end. */
export const stalls: Course = (controller) => controller.begin("managed-ns");

export function playControllers(hands: Hands, course: Course): { stop(): Promise<void> } {
  const stopping = new AbortController();
  const seen = new Set<string>();
  const play = async () => {
    while (!stopping.signal.aborted) {
      for (const release of await hands.list("releases")) {
        if (seen.has(release.metadata.name)) continue;
        seen.add(release.metadata.name);
        await course(controlRelease(hands, release.metadata.name), release);
      }
      await sleep(50, undefined, { signal: stopping.signal }).catch(() => undefined);
    }
  };
  const played = play();
  return {
    async stop() {
      stopping.abort();
      await played;
    },
  };
}
