import { afterEach, describe, expect, test } from "@jest/globals";
import { controlRelease, snapshotStatus } from "../../test/stand-ins/konflux-controller/index.ts";
import type { Stored } from "../../test/stand-ins/kubernetes/index.ts";
import {
  APPLICATION,
  BY_COMMIT,
  openKonfluxWorld,
  PLAN,
  releasePlan,
  SNAPSHOT,
  snapshot,
} from "../../test/worlds/konflux-release.ts";
import type { StandInWorld } from "../../test/worlds/konflux-release.ts";

let world: StandInWorld;
afterEach(() => world.close());

/** Runs it while the Release that it makes, or follows, succeeds. */
async function released(inputs: Readonly<Record<string, string>> = BY_COMMIT) {
  const running = world.run(inputs);
  await (await world.control()).succeed();
  return running;
}

/** A Release that is there already. */
async function existing(
  name: string,
  end: "succeeded" | "failed" | "running",
  more: Partial<Stored["metadata"]> = {},
  spec: Record<string, unknown> = {},
): Promise<void> {
  await world.hands.make("releases", {
    metadata: { name, ...more },
    spec: { snapshot: SNAPSHOT, releasePlan: PLAN, ...spec },
  });
  const controller = controlRelease(world.hands, name);
  await controller.begin();
  if (end === "succeeded") await controller.succeed();
  if (end === "failed") await controller.fail("ManagedPipelineProcessed", "it broke");
}

describe("domain.md 1.3: the plan", () => {
  const plans: readonly (readonly [string, readonly Stored[], string])[] = [
    ["none", [], "there is no ReleasePlan for the application aap-aa-main"],
    [
      "of another application",
      [releasePlan("other", { owner: { application: "other" } })],
      "other is for the application other",
    ],
    [
      "of a group of the same name",
      [releasePlan("group", { owner: { componentGroup: APPLICATION } })],
      "group is for the component group aap-aa-main",
    ],
    [
      "not matched",
      [releasePlan(PLAN, { matched: false })],
      "no ReleasePlanAdmission in managed-ns matches it (Failed)",
    ],
    ["blocked", [releasePlan(PLAN, { active: false })], "its ReleasePlanAdmission admission blocks releases"],
    ["without target and pipeline", [releasePlan(PLAN, { target: null })], "it has neither a target nor a pipeline"],
    [
      "several",
      [releasePlan(), releasePlan("stage", { target: "stage-ns" })],
      "2 ReleasePlans accept releases of the application aap-aa-main",
    ],
  ];
  test.each(plans)("refuses a plan: %s", async (_, releaseplans, message) => {
    world = await openKonfluxWorld({ releaseplans });
    const result = await world.run();
    expect(result.verdict).toBe("refused");
    expect(result.lines.join("\n")).toContain(message);
    expect(world.writes()).toEqual([]);
  });

  test("release-plan selects one of several; without it, the only usable one is used", async () => {
    world = await openKonfluxWorld({
      releaseplans: [releasePlan(), releasePlan("stage"), releasePlan("broken", { matched: false })],
    });
    expect((await world.run({ ...BY_COMMIT, "release-plan": "broken" })).verdict).toBe("refused");
    expect((await world.run({ ...BY_COMMIT, "release-plan": "absent" })).lines.join("\n")).toContain(
      "there is no ReleasePlan absent",
    );
    expect(await released({ ...BY_COMMIT, "release-plan": "stage" })).toMatchObject({ verdict: "done" });
  });

  test("needs no admission for a plan that releases inside the tenant", async () => {
    world = await openKonfluxWorld({
      releaseplans: [
        releasePlan(PLAN, { target: null, matched: false, spec: { tenantPipeline: { pipelineRef: {} } } }),
      ],
    });
    expect(await released()).toMatchObject({ verdict: "done" });
  });

  test("waits for and follows the Release of an automatic plan instead of creating another", async () => {
    const tested = snapshotStatus({ status: "True", reason: "Passed" });
    world = await openKonfluxWorld({
      snapshots: [snapshot({ status: tested })],
      releaseplans: [releasePlan(PLAN, { auto: "true" })],
    });
    let report = (): void => undefined;
    const waited = new Promise<void>((resolve) => (report = resolve));
    const running = world.run(
      { ...BY_COMMIT, timeout: "20s" },
      { onLine: (line) => line.includes("waiting briefly for its Release") && report() },
    );
    await waited;
    await existing("automatic", "succeeded");
    expect(await running).toMatchObject({ verdict: "unchanged", outputs: { release: "automatic", created: "false" } });
    expect(world.writes()).toEqual([]);
  });

  test("creates a Release if an automatic plan did not create one", async () => {
    world = await openKonfluxWorld({ releaseplans: [releasePlan(PLAN, { auto: "true" })] });
    expect(await released()).toMatchObject({ verdict: "done", outputs: { created: "true" } });
  });
});

describe("T25: earlier Releases", () => {
  test("creates nothing after a success, whoever released it and however many other Releases there are", async () => {
    world = await openKonfluxWorld();
    await existing("by-hand", "succeeded");
    for (let at = 0; at < 20; at += 1)
      await world.hands.make("releases", {
        metadata: { name: `later-${at}` },
        spec: { snapshot: "other", releasePlan: PLAN },
      });
    world.kubernetes.ledger.length = 0;
    const result = await world.run();
    expect(result).toMatchObject({
      verdict: "unchanged",
      exitCode: 0,
      outputs: { release: "by-hand", status: "succeeded", "already-released": "true", created: "false" },
    });
    expect(world.writes()).toEqual([]);
  });

  test("domain.md 1.6: finds a Release without labels by its spec", async () => {
    world = await openKonfluxWorld({}, { webhooks: false });
    await existing("old", "succeeded");
    expect(await world.run()).toMatchObject({ verdict: "unchanged", outputs: { release: "old" } });
  });

  test("ignores Releases of the same Snapshot by another plan, and of another Snapshot by the same plan", async () => {
    world = await openKonfluxWorld({ releaseplans: [releasePlan(), releasePlan("stage")] });
    await existing("staged", "succeeded", {}, { releasePlan: "stage" });
    await existing("earlier", "succeeded", {}, { snapshot: `${SNAPSHOT}-x` });
    const running = world.run({ ...BY_COMMIT, "release-plan": PLAN });
    let made: Stored | undefined;
    while (made === undefined)
      made = (await world.hands.list("releases")).find(({ metadata }) => metadata.name.startsWith(SNAPSHOT));
    await controlRelease(world.hands, made.metadata.name).succeed();
    expect(await running).toMatchObject({ verdict: "done", outputs: { created: "true" } });
  });

  test("follows a running Release", async () => {
    world = await openKonfluxWorld();
    await existing("by-hand", "running");
    expect(await released()).toMatchObject({ verdict: "done", outputs: { release: "by-hand", created: "false" } });
    expect(world.writes().filter((write) => !write.includes("by-hand"))).toEqual([]);
  });

  test("refuses after a failure until retry-failed makes the next attempt, which is not made twice", async () => {
    world = await openKonfluxWorld();
    const first = world.run();
    await (await world.control()).fail("ManagedPipelineProcessed", "it broke");
    expect(await first).toMatchObject({ verdict: "refused", outputs: { status: "failed" } });
    const refusal = await world.run();
    expect(refusal).toMatchObject({ verdict: "refused", outputs: { status: "failed", created: "false" } });
    expect(refusal.lines.join("\n")).toContain("retry-failed: true");
    const retried = world.run({ ...BY_COMMIT, "retry-failed": "true" });
    let names: string[] = [];
    while (names.length < 2) names = (await world.hands.list("releases")).map(({ metadata }) => metadata.name);
    expect(names.map((name) => name.replace(/^.*-/, "")).toSorted()).toEqual(["1", "2"]);
    await controlRelease(
      world.hands,
      names.find((name) => name.endsWith("-2"))!,
    ).succeed();
    expect(await retried).toMatchObject({ verdict: "done" });
    expect(await world.run({ ...BY_COMMIT, "retry-failed": "true" })).toMatchObject({ verdict: "unchanged" });
    expect(await world.hands.list("releases")).toHaveLength(2);
  });

  test("needs retry-failed after a failed Release that someone else created, too", async () => {
    world = await openKonfluxWorld();
    await existing("by-hand", "failed");
    expect(await world.run()).toMatchObject({ verdict: "refused" });
  });

  test("security H109: does not adopt a Release of the same name with another spec", async () => {
    world = await openKonfluxWorld();
    const { lines } = await world.run({ ...BY_COMMIT, "dry-run": "true" });
    const name = /POST the Release (\S+) in/.exec(lines.join("\n"))![1]!;
    await world.hands.make("releases", { metadata: { name }, spec: { snapshot: "other", releasePlan: PLAN } });
    for (const more of [{}, { "dry-run": "true" }]) {
      const result = await world.run({ ...BY_COMMIT, ...more });
      expect(result.verdict).toBe("refused");
      expect(result.lines.join("\n")).toContain("of the Snapshot other by the plan");
    }
  });

  test("refuses release notes that differ from those of the existing Release", async () => {
    world = await openKonfluxWorld();
    await existing("by-hand", "succeeded", {}, { data: { releaseNotes: { type: "RHEA", synopsis: "One" } } });
    expect(await world.run({ ...BY_COMMIT, "release-notes": "{synopsis: One, type: RHEA, topic: ''}" })).toMatchObject({
      verdict: "unchanged",
    });
    expect(await world.run()).toMatchObject({ verdict: "unchanged" });
    expect((await world.run({ ...BY_COMMIT, "release-notes": "{synopsis: Two, type: RHEA}" })).verdict).toBe("refused");
  });
});
