import { afterEach, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { controlRelease, snapshotStatus, TESTS_PASSED } from "../../test/stand-ins/konflux-controller/index.ts";
import type { Stored } from "../../test/stand-ins/kubernetes/index.ts";
import {
  APPLICATION,
  BY_COMMIT,
  COMMIT,
  COMPONENT,
  DIGEST,
  IMAGE,
  NAMESPACE,
  openKonfluxWorld,
  PLAN,
  releasePlan,
  SNAPSHOT,
  snapshot,
  TOKEN,
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

test("T26: the Release is created once and followed until it is Released", async () => {
  world = await openKonfluxWorld();
  const running = world.run();
  const controller = await world.control();
  await controller.begin();
  await controller.attempt();
  await controller.attemptEnds("Succeeded");
  await controller.succeed({
    advisory: { url: "https://access.example.com/errata/RHEA-2026:1" },
    images: [{ name: "app", shasum: DIGEST }],
  });
  const result = await running;
  expect(result).toMatchObject({ verdict: "done", exitCode: 0 });
  const release = await world.theRelease();
  expect(result.outputs).toMatchObject({
    release: release.metadata.name,
    snapshot: SNAPSHOT,
    status: "succeeded",
    created: "true",
    "already-released": "false",
    target: "managed-ns",
    "advisory-url": "https://access.example.com/errata/RHEA-2026:1",
    duration: "754",
  });
  expect(JSON.parse(result.outputs["artifacts"]!)).toMatchObject({ images: [{ shasum: DIGEST }] });
  expect(release.spec).toEqual({ snapshot: SNAPSHOT, releasePlan: PLAN });
  expect(release.metadata.labels).toMatchObject({
    "release.appstudio.openshift.io/author": "system_serviceaccount_aap-aa-tenant_releaser",
  });
  expect(release.metadata.labels).not.toHaveProperty("release.appstudio.openshift.io/automated");
  expect(world.writes()).toHaveLength(1);
});

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

describe("T27: a dry run", () => {
  test("runs every check, sends the Release with dryRun=All and creates nothing", async () => {
    world = await openKonfluxWorld();
    const result = await world.run({ ...BY_COMMIT, "dry-run": "true" });
    expect(result).toMatchObject({
      verdict: "passed",
      exitCode: 0,
      outputs: { snapshot: SNAPSHOT, release: "", created: "false", status: "" },
    });
    expect(world.writes()).toEqual([]);
    expect(world.kubernetes.ledger.filter(({ url }) => url.includes("dryRun=All"))).toHaveLength(1);
    const planned = /POST the Release (\S+) in/.exec(result.lines.join("\n"))![1];
    await released();
    expect((await world.theRelease()).metadata.name).toBe(planned);
  });

  test.each([
    ["a Snapshot that is not there", { snapshots: [] }],
    ["tests that failed", { snapshots: [snapshot({ status: snapshotStatus({ status: "False", reason: "Failed" }) })] }],
    ["a plan that is blocked", { releaseplans: [releasePlan(PLAN, { active: false })] }],
  ])("is refused: %s", async (_, objects) => {
    world = await openKonfluxWorld(objects);
    expect(await world.run({ ...BY_COMMIT, "dry-run": "true" })).toMatchObject({ verdict: "refused", exitCode: 1 });
  });
});

describe("inputs", () => {
  test("reports all problems at once, before the first request", async () => {
    world = await openKonfluxWorld();
    const bad = {
      server: "http://api.example:6443",
      token: "",
      namespace: "../secrets/x",
      component: "a%2fb",
      "commit-sha": COMMIT.slice(0, 8),
      image: "quay.io/acme/app:latest",
      "release-plan": "Prod",
      "release-notes": "{type: NEWS}",
    };
    const result = await world.run(bad);
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    const lines = result.lines.join("\n");
    for (const part of [
      "https://",
      "token is missing",
      'namespace "../secrets/x" is not a valid Kubernetes name',
      'component "a%2fb" is not a valid Kubernetes name',
      "40 lower-case hex digits",
      "must end with @sha256:",
      'release-plan "Prod" is not a valid Kubernetes name',
      "release-notes: type is not a valid advisory type",
    ])
      expect(lines).toContain(part);
    expect(world.kubernetes.ledger).toEqual([]);
  });

  test("security H105: uses no server but the one in server or kubeconfig", async () => {
    world = await openKonfluxWorld();
    expect((await world.run({ ...BY_COMMIT, server: "", token: "" })).lines.join("\n")).toContain("server is missing");
  });

  test("puts release notes from a file and the grace period into the spec of the Release", async () => {
    world = await openKonfluxWorld();
    const workspace = mkdtempSync(join(tmpdir(), "konflux-release-"));
    try {
      writeFileSync(
        join(workspace, "notes.yml"),
        "releaseNotes:\n  type: RHSA\n  synopsis: a < b & \"q\"\n  solution: ''\n  cves:\n    - {key: CVE-2026-1, component: app}\n",
      );
      const running = world.run(
        { ...BY_COMMIT, "release-notes": "notes.yml", "grace-period-days": "30" },
        { workspace },
      );
      await (await world.control()).succeed();
      expect(await running).toMatchObject({ verdict: "done" });
      expect((await world.run({ ...BY_COMMIT, "release-notes": "../x.yml" }, { workspace })).verdict).toBe("invalid");
    } finally {
      rmSync(workspace, { recursive: true });
    }
    const notes = { type: "RHSA", synopsis: 'a < b & "q"', cves: [{ key: "CVE-2026-1", component: "app" }] };
    expect((await world.theRelease()).spec).toMatchObject({ data: { releaseNotes: notes }, gracePeriodDays: 30 });
  });

  test("sends the token in one header and shows it nowhere", async () => {
    world = await openKonfluxWorld();
    const result = await released();
    expect([...result.lines, result.summary, ...Object.values(result.outputs)].join("\n")).not.toContain(TOKEN);
    expect(world.kubernetes.ledger.every(({ url, body }) => !url.includes(TOKEN) && !body.includes(TOKEN))).toBe(true);
  });

  test("hostile text in a Snapshot does not become a command", async () => {
    const hostile = "::error::x\n::set-output name=a::b";
    world = await openKonfluxWorld({
      snapshots: [snapshot({ status: snapshotStatus({ status: "False", reason: "Failed", message: hostile }) })],
    });
    expect((await world.run()).lines.filter((line) => line.startsWith("::"))).toEqual([]);
  });
});

test("accepts the image output of quay-verify", async () => {
  world = await openKonfluxWorld();
  expect(await released({ component: COMPONENT, "commit-sha": COMMIT, image: IMAGE })).toMatchObject({
    verdict: "done",
  });
});
