import { afterEach, describe, expect, test } from "@jest/globals";
import { BY_COMMIT, COMPONENT, DIGEST, openKonfluxWorld, PLAN, SNAPSHOT, snapshot } from "../../test/worlds/konflux-release.ts";
import type { StandInWorld } from "../../test/worlds/konflux-release.ts";

let world: StandInWorld;
afterEach(() => world.close());

describe("one release", () => {
  test("T26: the Release is made once, followed to Released, and named by its own name", async () => {
    world = await openKonfluxWorld();
    const running = world.run();
    const controller = await world.control();
    await controller.begin();
    await controller.attempt();
    await controller.attemptEnds("Succeeded");
    await controller.succeed({ advisory: { url: "https://access.example.com/errata/RHEA-2026:1" }, images: [{ name: "app", shasum: DIGEST }] });
    const result = await running;
    expect(result).toMatchObject({ verdict: "done", exitCode: 0 });
    const release = await world.theRelease();
    expect(result.outputs).toMatchObject({
      release: release.metadata.name, snapshot: SNAPSHOT, status: "succeeded", created: "true", "already-released": "false",
      target: "managed-ns", "advisory-url": "https://access.example.com/errata/RHEA-2026:1", duration: "754",
    });
    expect(JSON.parse(result.outputs["pipeline-runs"]!)).toEqual([{ phase: "managed pipeline", pipelineRun: "managed-ns/managed-1" }]);
    expect(release.spec).toEqual({ snapshot: SNAPSHOT, releasePlan: PLAN });
    expect(release.metadata.labels).toMatchObject({ "release.appstudio.openshift.io/author": "system_serviceaccount_aap-aa-tenant_releaser" });
    expect(world.writes()).toHaveLength(1);
  });
});

test("x", async () => {
  world = await openKonfluxWorld({ snapshots: [snapshot({ component: COMPONENT })] });
  const result = await world.run({ ...BY_COMMIT, "dry-run": "true" });
  console.log(result.lines.join("\n"), result.summary);
});
