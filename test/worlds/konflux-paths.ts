/** Every way that a Release can go (domain.md 1.1), as its controller drives it and as a run that follows it must end. */
import type { MemoryResult } from "@release-actions/hosts";
import type { Controller } from "../stand-ins/konflux-controller/index.ts";
import type { KonfluxWorld } from "./konflux-release.ts";
import { SNAPSHOT } from "./konflux-release.ts";

export interface ReleasePath {
  readonly name: string;
  readonly inputs?: Readonly<Record<string, string>>;
  drive(controller: Controller, world: KonfluxWorld): Promise<unknown>;
  readonly verdict: string;
  readonly status: string;
  /** Parts of what is said. */
  readonly says?: readonly string[];
  readonly never?: readonly string[];
  readonly outputs?: Readonly<Record<string, unknown>>;
}

const nothing = async (): Promise<void> => undefined;

export const RELEASE_PATHS: readonly ReleasePath[] = [
  {
    name: "success, with the phases that there are none of skipped",
    async drive(controller) {
      await controller.begin();
      await controller.attempt();
      await controller.attemptEnds("Succeeded");
      await controller.succeed();
    },
    verdict: "done",
    status: "succeeded",
    outputs: { duration: "754", target: "managed-ns" },
  },
  {
    name: "1.7: a managed pipeline that ran out of memory is tried again, and its failed attempt is no failure",
    async drive(controller) {
      await controller.begin();
      await controller.attempt();
      await controller.attemptEnds("Failed", { failureReason: "OOMKill", lastTask: "push-snapshot", lastStep: "push" });
      await controller.attempt();
      await controller.attemptEnds("Succeeded");
      await controller.succeed();
    },
    verdict: "done",
    status: "succeeded",
    says: [
      "attempt 1: failed, OOMKill in the task push-snapshot, step push (managed-ns/managed-1)",
      "attempt 2: succeeded (managed-ns/managed-2)",
    ],
    outputs: {
      "pipeline-runs": JSON.stringify(
        [1, 2].map((at) => ({ phase: "managed pipeline", pipelineRun: `managed-ns/managed-${at}` })),
      ),
    },
  },
  {
    name: "the managed pipeline fails: the cause, the attempts, the task and the step",
    async drive(controller) {
      await controller.begin();
      for (const lastStep of ["one", "two"]) {
        await controller.attempt();
        await controller.attemptEnds("Failed", {
          failureReason: "Error",
          lastTask: "verify-enterprise-contract",
          lastStep,
        });
      }
      await controller.fail("ManagedPipelineProcessed", "tasks run: 4, failed: 1: verify-enterprise-contract");
    },
    verdict: "refused",
    status: "failed",
    says: [
      "failed: managed pipeline: tasks run: 4, failed: 1: verify-enterprise-contract (pipeline run managed-ns/managed-2)",
      "attempt 2 failed, Error in the task verify-enterprise-contract, step two",
    ],
    never: ["Release processing failed on managed pipelineRun"],
  },
  {
    name: "validation fails: its own message and what mends it",
    async drive(controller) {
      await controller.phase("Released", "Progressing");
      await controller.fail("Validated", "no ReleasePlanAdmission found in namespace managed-ns");
    },
    verdict: "refused",
    status: "failed",
    says: [
      "failed: validation: no ReleasePlanAdmission found in namespace managed-ns",
      "Ask the owners of the target namespace",
    ],
  },
  {
    name: "validation fails after it had passed",
    async drive(controller) {
      await controller.begin();
      await controller.failPostValidation(
        "found ReleasePlanAdmission 'admission' with block-releases label set to true",
      );
    },
    verdict: "refused",
    status: "failed",
    says: ["failed: validation: found ReleasePlanAdmission", "blocks releases"],
  },
  {
    name: "the tenant collectors fail",
    async drive(controller) {
      await controller.begin();
      await controller.fail("TenantCollectorsPipelineProcessed", "collector exploded");
    },
    verdict: "refused",
    status: "failed",
    says: ["failed: tenant collectors pipeline: collector exploded"],
  },
  {
    name: "1.7: the tenant pipeline fails and all that follows is skipped: skipped is neither success nor the cause",
    async drive(controller) {
      await controller.begin();
      await controller.fail("TenantPipelineProcessed", "the tenant's tests failed");
    },
    verdict: "refused",
    status: "failed",
    says: ["failed: tenant pipeline: the tenant's tests failed"],
  },
  {
    name: "1.7: the managed pipeline passed and the final one fails: a phase is not the outcome",
    async drive(controller) {
      await controller.begin();
      await controller.attempt();
      await controller.attemptEnds("Succeeded");
      await controller.phase("ManagedPipelineProcessed", "Succeeded");
      await controller.fail("FinalPipelineProcessed", "could not tell the people");
    },
    verdict: "refused",
    status: "failed",
    says: ["failed: final pipeline: could not tell the people"],
  },
  {
    name: "1.7: a phase that failed first while Released goes on is not the outcome",
    async drive(controller, world) {
      await controller.begin();
      await controller.phase("ManagedPipelineProcessed", "Failed", "will be tried again");
      const { status } = await world.theRelease();
      if ((status?.["conditions"] as { type: string }[]).length < 3) throw new Error("the condition is not there");
      await controller.attempt();
      await controller.succeed();
    },
    verdict: "done",
    status: "succeeded",
  },
  {
    name: "any other reason of a false Released is a failure",
    async drive(controller) {
      await controller.begin();
      await controller.status((before) => ({
        ...before,
        conditions: (before["conditions"] as { type: string }[]).map((one) =>
          one.type === "Released" ? { ...one, reason: "Canceled", message: "stopped by hand" } : one,
        ),
      }));
    },
    verdict: "refused",
    status: "failed",
    says: ["stopped by hand"],
  },
  {
    name: "a true Released of another reason than Succeeded is not taken for success",
    drive: (controller) => controller.phase("Released", "Skipped"),
    verdict: "undecided",
    status: "unclear",
  },
  {
    name: "T26: nothing ever happens: a timeout, which is not a failure",
    inputs: { timeout: "400ms" },
    drive: nothing,
    verdict: "undecided",
    status: "timeout",
    says: ["did not finish", "next: Run the same step again: it follows the Release", "exists: the Release"],
    never: ["nothing was changed"],
  },
  {
    name: "1.7: deleted while it is followed: it is not known what it did",
    async drive(controller, world) {
      await controller.begin();
      await world.hands.remove("releases", (await world.theRelease()).metadata.name);
    },
    verdict: "unknown",
    status: "running",
    says: ["was deleted while it was followed", "next: Check in Konflux"],
    never: ["exists: the Release"],
  },
  {
    name: "security H110: deleted and created again as a success under the same name: not this release's success",
    async drive(controller, world) {
      await controller.begin();
      const { metadata, spec } = await world.theRelease();
      await world.hands.remove("releases", metadata.name);
      await world.hands.make("releases", { metadata: { name: metadata.name }, spec: spec ?? {} });
      await controller.succeed();
    },
    verdict: "unknown",
    status: "running",
    says: ["was deleted while it was followed", "next: Check in Konflux"],
    never: ["exists: the Release"],
  },
];

/** Runs one path in a world and returns what is wrong with its end. */
export async function travel(
  path: ReleasePath,
  world: KonfluxWorld,
): Promise<{ result: MemoryResult; wrong: string[] }> {
  const running = world.run({ snapshot: SNAPSHOT, ...path.inputs });
  await path.drive(await world.control(), world);
  const result = await running;
  const said = [...result.lines, result.summary].join("\n");
  const wrong = [
    ...(result.verdict === path.verdict ? [] : [`the verdict is ${result.verdict}, not ${path.verdict}`]),
    ...(result.outputs["status"] === path.status
      ? []
      : [`the status is ${result.outputs["status"]}, not ${path.status}`]),
    ...(path.says ?? []).filter((part) => !said.includes(part)).map((part) => `it does not say: ${part}`),
    ...(path.never ?? []).filter((part) => said.includes(part)).map((part) => `it says: ${part}`),
    ...Object.entries(path.outputs ?? {})
      .filter(([name, value]) => result.outputs[name] !== value)
      .map(([name]) => `the output ${name} is ${result.outputs[name]}`),
    ...(result.outputs["release"] === "" ? ["the Release is not named"] : []),
  ];
  return { result, wrong: wrong.length === 0 ? [] : [...wrong, said] };
}
