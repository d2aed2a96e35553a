import { afterEach, describe, expect, test } from "@jest/globals";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { snapshotStatus } from "../../test/stand-ins/konflux-controller/index.ts";
import {
  BY_COMMIT,
  COMMIT,
  COMPONENT,
  DIGEST,
  IMAGE,
  openKonfluxWorld,
  PLAN,
  releasePlan,
  SNAPSHOT,
  snapshot,
  TOKEN,
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
