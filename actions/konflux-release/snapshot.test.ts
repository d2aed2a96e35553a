import { afterEach, describe, expect, test } from "@jest/globals";
import { controlRelease, snapshotStatus, TESTS_PASSED } from "../../test/stand-ins/konflux-controller/index.ts";
import type { Stored } from "../../test/stand-ins/kubernetes/index.ts";
import {
  APPLICATION,
  BY_COMMIT,
  COMMIT,
  COMPONENT,
  DIGEST,
  NAMESPACE,
  openKonfluxWorld,
  PLAN,
  releasePlan,
  SNAPSHOT,
  snapshot,
  USER,
} from "../../test/worlds/konflux-release.ts";
import type { SnapshotFacts, StandInWorld } from "../../test/worlds/konflux-release.ts";
import { hurriedClock } from "../../test/worlds/publish-release.ts";

let world: StandInWorld;
afterEach(() => world.close());

const OTHER = "f".repeat(40);
const PAC = "pac.test.appstudio.openshift.io";
const pullRequest = { [`${PAC}/event-type`]: "pull_request", [`${PAC}/pull-request`]: "12" };

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

describe("T24: finding the Snapshot of a commit", () => {
  const named = (name: string, facts: SnapshotFacts = {}) => snapshot({ name, ...facts });
  const start = (seconds: number, ms = false) => ({
    labels: { "test.appstudio.openshift.io/pipelinerunstarttime": String(ms ? seconds * 1000 : seconds) },
  });

  test("uses only the component's own entry of a Snapshot that also holds images of other components", async () => {
    // The other Snapshot is of another commit of the component, and carries this commit's label for another one.
    world = await openKonfluxWorld({
      snapshots: [
        named("wrong", { revision: OTHER, ...start(1763719999) }),
        named("right", { others: [{ name: "frontend", commit: OTHER }] }),
      ],
    });
    expect((await released()).outputs).toMatchObject({ snapshot: "right", status: "succeeded" });
  });

  test("of several Snapshots with the same image, the one whose build started last is used", async () => {
    world = await openKonfluxWorld({
      snapshots: [
        named("first", start(1763719000, true)),
        named("last", start(1763719002)),
        named("middle", start(1763719001, true)),
      ],
    });
    expect((await released()).outputs).toMatchObject({ snapshot: "last" });
  });

  test("a rebuild of a released commit is not released again", async () => {
    world = await openKonfluxWorld({ snapshots: [named("newer", start(1763719999)), snapshot()] });
    await existing("by-hand", "succeeded");
    world.kubernetes.ledger.length = 0;
    expect(await world.run()).toMatchObject({
      verdict: "unchanged",
      outputs: { snapshot: SNAPSHOT, release: "by-hand" },
    });
    expect(world.writes()).toEqual([]);
  });

  test("accepts GitLab's event Push, also for a merged merge request", async () => {
    world = await openKonfluxWorld({
      snapshots: [named("gitlab", { labels: { [`${PAC}/event-type`]: "Push", [`${PAC}/pull-request`]: "12" } })],
    });
    expect((await released()).outputs).toMatchObject({ snapshot: "gitlab" });
  });

  const refusals: readonly (readonly [string, readonly Stored[], string])[] = [
    ["none", [], "there is no Snapshot of commit"],
    ["of another commit", [named("a", { revision: OTHER })], `is of commit ${OTHER}`],
    ["built for a pull request", [named("a", { labels: pullRequest })], "were built for pull requests"],
    [
      "built for a merge queue",
      [named("a", { annotations: { [`${PAC}/source-branch`]: "gh-readonly-queue/main/pr-1" } })],
      "were built for a merge queue",
    ],
    [
      "a group of pull requests",
      [named("a", { labels: { "test.appstudio.openshift.io/type": "group" } })],
      "were built for a group of pull requests",
    ],
    [
      "security H111: another image than the verified one",
      [named("a", { digest: `sha256:${"c".repeat(64)}` })],
      `but ${DIGEST} was verified`,
    ],
    ["an image by tag", [named("a", { image: "quay.io/acme/app:latest" })], "has no digest"],
    ["of another application", [named("a", { owner: { application: "other" } })], "belongs to the application other"],
    [
      "of an application and a group",
      [named("a", { owner: { application: APPLICATION, componentGroup: "x" } })],
      "or both",
    ],
  ];
  test.each(refusals)("refuses a Snapshot: %s", async (_, snapshots, message) => {
    world = await openKonfluxWorld({ snapshots });
    const result = await world.run({ ...BY_COMMIT, application: APPLICATION });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(result.lines.join("\n")).toContain(message);
    expect(world.writes()).toEqual([]);
  });

  test("refuses and lists several Snapshots with different images if no image is given", async () => {
    world = await openKonfluxWorld({ snapshots: [named("one"), named("two", { digest: `sha256:${"c".repeat(64)}` })] });
    const result = await world.run({ component: COMPONENT, "commit-sha": COMMIT });
    expect(result.verdict).toBe("refused");
    expect(result.lines.join("\n")).toContain(`two carries sha256:${"c".repeat(64)}`);
    expect((await released()).outputs).toMatchObject({ snapshot: "one" });
  });

  test("application selects between an application and a component group", async () => {
    const group = { componentGroup: "aap-group" };
    world = await openKonfluxWorld({
      snapshots: [named("one"), named("two", { owner: group })],
      releaseplans: [releasePlan(), releasePlan("grouped", { owner: group })],
    });
    expect((await world.run()).lines.join("\n")).toContain("is released by 2 applications or component groups");
    expect((await released({ ...BY_COMMIT, application: "aap-group" })).outputs).toMatchObject({ snapshot: "two" });
    expect((await world.theRelease()).spec).toMatchObject({ releasePlan: "grouped" });
  });

  test("finds one among 5,000 Snapshots with one request", async () => {
    const many = Array.from({ length: 5000 }, (_, at) => {
      const one = snapshot({ name: `other-${at}`, commit: at.toString(16).padStart(40, "0") });
      return { ...one, metadata: { ...one.metadata, namespace: NAMESPACE } };
    });
    world = await openKonfluxWorld({}, { objects: { snapshots: many } });
    expect(await released()).toMatchObject({ verdict: "done", outputs: { snapshot: SNAPSHOT } });
    expect(world.kubernetes.ledger.filter(({ url, user }) => user === USER && url.includes("/snapshots"))).toHaveLength(
      1,
    );
  });

  test("refuses a commit as the name of a Snapshot, although the Release schema would accept it", async () => {
    world = await openKonfluxWorld();
    const result = await world.run({ snapshot: COMMIT });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.join("\n")).toContain("is a commit, not the name of a Snapshot");
    expect(world.kubernetes.ledger).toEqual([]);
  });

  test("checks component, commit and image of a Snapshot given by name", async () => {
    world = await openKonfluxWorld();
    expect((await world.run({ ...BY_COMMIT, snapshot: SNAPSHOT, "commit-sha": OTHER })).verdict).toBe("refused");
    expect((await world.run({ snapshot: "no-such" })).lines.join("\n")).toContain("there is no Snapshot no-such");
    expect((await released({ ...BY_COMMIT, snapshot: SNAPSHOT })).verdict).toBe("done");
  });

  test("shows the last built commit of the component if there is no Snapshot", async () => {
    const component = { metadata: { name: COMPONENT }, spec: { source: {} }, status: { lastBuiltCommit: OTHER } };
    world = await openKonfluxWorld({ snapshots: [], components: [component] });
    expect((await world.run()).lines.join("\n")).toContain(`The component's last built commit is ${OTHER}`);
    expect((await world.run({ ...BY_COMMIT, component: "misspelt" })).lines.join("\n")).toContain(
      "There is no component misspelt",
    );
  });

  test("waits for a Snapshot that is still being built", async () => {
    world = await openKonfluxWorld({ snapshots: [] });
    let report = (): void => undefined;
    const waited = new Promise<void>((resolve) => (report = resolve));
    const running = world.run(
      { ...BY_COMMIT, "wait-for-snapshot": "10s", interval: "20ms" },
      { onLine: (line) => line.includes("waiting") && report() },
    );
    await waited;
    await world.hands.make("snapshots", snapshot());
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done" });
  });

  test("reports a Snapshot that does not appear in time", async () => {
    world = await openKonfluxWorld({ snapshots: [] }, {}, hurriedClock());
    expect((await world.run({ ...BY_COMMIT, "wait-for-snapshot": "10m", interval: "1m" })).lines.join("\n")).toContain(
      "none appeared within wait-for-snapshot",
    );
  });
});

describe("domain.md 1.4: the Snapshot's tests", () => {
  const scenarios = JSON.stringify([
    { scenario: "contract", status: "TestFail", details: "1 of 12 failed", lastUpdateTime: "" },
    { scenario: "smoke", status: "TestWarning", details: "", lastUpdateTime: "" },
    { scenario: "extra", status: "TestFail", details: "", lastUpdateTime: "", isOptionalScenario: true },
  ]);
  const annotations = { "test.appstudio.openshift.io/status": scenarios };
  const integration = (reason: string) =>
    snapshotStatus({ type: "AppStudioIntegrationStatus", status: "False", reason, message: "no verdict" });

  test.each([
    ["failed", snapshotStatus({ status: "False", reason: "Failed", message: "some failed" }), "refused"],
    ["running (Unknown)", snapshotStatus({ status: "Unknown", reason: "Pending" }), "undecided"],
    ["not started", undefined, "undecided"],
    ["invalid", integration("Invalid"), "refused"],
    ["canceled", integration("Canceled"), "refused"],
    ["in error (spelled ErrorOccured)", integration("ErrorOccured"), "refused"],
    [
      "passed and failed at once",
      snapshotStatus({ status: "True", reason: "Passed" }, { status: "False", reason: "Failed" }),
      "undecided",
    ],
    [
      "passed for an earlier generation",
      {
        conditions: [
          {
            type: "AppStudioTestSucceeded",
            status: "True",
            reason: "Passed",
            message: "",
            observedGeneration: 1,
            lastTransitionTime: "",
          },
        ],
      },
      "undecided",
    ],
  ])("creates nothing if the tests are %s", async (name, status, verdict) => {
    world = await openKonfluxWorld({ snapshots: [snapshot({ status, annotations })] });
    if (name.includes("generation")) {
      const found = (await world.hands.get("snapshots", SNAPSHOT))!;
      await world.hands.ask(
        "PUT",
        `/apis/appstudio.redhat.com/v1alpha1/namespaces/aap-aa-tenant/snapshots/${SNAPSHOT}`,
        { ...found, spec: { ...found.spec, displayName: "changed" } },
      );
      world.kubernetes.ledger.length = 0;
    }
    const result = await world.run();
    expect(result.verdict).toBe(verdict);
    expect(result.lines.join("\n")).toContain("extra (optional): TestFail");
    expect(result.summary).toContain("| contract | TestFail | required | 1 of 12 failed |");
    expect(world.writes()).toEqual([]);
  });

  test("lists the failed scenarios, not the optional ones and those with a warning", async () => {
    world = await openKonfluxWorld({
      snapshots: [snapshot({ status: snapshotStatus({ status: "False", reason: "Failed" }), annotations })],
    });
    const errors = (await world.run()).lines.filter((line) => line.startsWith("error:"));
    expect(errors.join("\n")).toContain("contract: TestFail: 1 of 12 failed");
    expect(errors.join("\n")).not.toMatch(/smoke|extra/);
  });

  test.each(["AppStudioTestSucceeded", "HACBSStudioTestSucceeded"] as const)(
    "%s is enough, without any scenario",
    async (type) => {
      world = await openKonfluxWorld({
        snapshots: [snapshot({ status: snapshotStatus({ type, status: "True", reason: "Passed" }) })],
      });
      expect(await released()).toMatchObject({ verdict: "done" });
    },
  );

  test("ignores an annotation that cannot be read", async () => {
    world = await openKonfluxWorld({
      snapshots: [snapshot({ annotations: { "test.appstudio.openshift.io/status": "[{" } })],
    });
    expect(await released()).toMatchObject({ verdict: "done" });
  });

  test("waits for the tests and releases after they have passed", async () => {
    world = await openKonfluxWorld({
      snapshots: [
        snapshot({ status: snapshotStatus({ status: "Unknown", reason: "Pending", message: "2 of 3 done" }) }),
      ],
    });
    let report = (): void => undefined;
    const waited = new Promise<void>((resolve) => (report = resolve));
    const running = world.run(
      { ...BY_COMMIT, "wait-for-tests": "10s", interval: "20ms" },
      { onLine: (line) => line.includes("are running: 2 of 3 done") && report() },
    );
    await waited;
    expect(await world.hands.list("releases")).toEqual([]);
    await world.hands.setStatus("snapshots", SNAPSHOT, () => TESTS_PASSED);
    await (await world.control()).succeed();
    expect(await running).toMatchObject({ verdict: "done" });
  });
});
