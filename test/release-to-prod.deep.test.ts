import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import {
  APP_INTERFACE,
  COMPONENT,
  fails,
  IMAGE,
  NAMESPACE,
  PLAN,
  SNAPSHOT,
  stalls,
  startDemoProduction,
  type DemoOptions,
  type DemoProduction,
} from "./demo-production/index.ts";
import { FILE } from "./demo-promotion/index.ts";
import { ROOT } from "./demo-release/index.ts";
import { path, ring } from "./rings.ts";
import { clairReport, effects } from "./stand-ins/quay/index.ts";
import { snapshotStatus } from "./stand-ins/konflux-controller/index.ts";
import { snapshot } from "./worlds/konflux-release.ts";
import type { RunOptions, RunResult } from "./workflow-runner/index.ts";

const doors = [
  ...["quay-verify", "alerts-gate", "konflux-release", "appinterface-validate"],
  ...["fetch-appinterface", "summarize-run", "verify-commit"],
].map((name) => path(`${name}/action.yml`, join(ROOT, name, "action.yml"), "npm run generate && npm run build"));
/** Validation is checked where it is the subject. */
const UNVALIDATED = { "schemas-ref": "" };
const MINUTE = 60_000;
const ALL_PASSED = { check: "success", validate: "success", release: "success", "notify-on-failure": "skipped" };

ring("release-to-prod: from a commit to a finished Konflux release", doors, () => {
  let root: string;
  let demo: DemoProduction;
  let counter = 0;

  beforeAll(async () => void (root = await mkdtemp(join(tmpdir(), "release-to-prod-"))));
  afterAll(() => rm(root, { recursive: true, force: true }));
  beforeEach(async () => void (demo = await open()));
  afterEach(() => demo.close());
  const open = (options: Omit<DemoOptions, "directory"> = {}) =>
    startDemoProduction({ directory: join(root, String(++counter)), ...options });
  const reopen = async (options: Omit<DemoOptions, "directory">) => {
    await demo.close();
    demo = await open(options);
  };

  test(
    "T24, T26: releases the commit's Snapshot once and follows it to completion",
    async () => {
      const run = await demo.release();
      expect(resultsOf(run)).toEqual(ALL_PASSED);
      const [release, ...others] = await demo.releases();
      expect(others).toEqual([]);
      expect(release?.spec).toMatchObject({ snapshot: SNAPSHOT, releasePlan: PLAN });
      expect(run.outputs).toMatchObject({
        image: demo.pinned,
        snapshot: SNAPSHOT,
        release: release?.metadata.name,
        status: "succeeded",
        "already-released": "false",
        created: "true",
        target: "managed-ns",
        "advisory-url": "https://access.redhat.example/errata/RHEA-2026:1234",
      });
      expect(run.outputs["artifacts"]).toContain("redhat-services-prod");
      const said = summaryOf(run, "release");
      expect(said).toContain(`| Release | \`${NAMESPACE}/${release?.metadata.name}\` |`);
      expect(said).toContain(`| image | \`${demo.pinned}\` |`);
      expect(said).toContain("| app-interface | valid |");
      expect(said).toContain(`run promote-appinterface.yml with the commit \`${demo.source.commit}\``);
      const shown = Object.values(run.jobs).flatMap(({ outputs, steps }) => [
        outputs,
        ...steps.map(({ raw: _masked, ...rest }) => rest),
      ]);
      for (const secret of demo.secrets) expect(JSON.stringify(shown)).not.toContain(secret);
    },
    MINUTE,
  );

  test(
    "T25: a second run finds the Release and creates no other",
    async () => {
      const first = await demo.release(UNVALIDATED);
      const written = demo.writes();
      expect(written).toHaveLength(1);
      const second = await demo.release(UNVALIDATED);
      expect(second.outputs).toMatchObject({
        release: first.outputs["release"],
        status: "succeeded",
        "already-released": "true",
        created: "false",
      });
      expect(summaryOf(second, "release")).toContain("had already been released");
      expect(demo.writes()).toEqual(written);
    },
    MINUTE,
  );

  test(
    "T27: a dry run runs every gate and creates no Release",
    async () => {
      const run = await demo.release({ "dry-run": true });
      expect(resultsOf(run)).toEqual({ ...ALL_PASSED, release: "skipped" });
      expect(run.outputs).toMatchObject({ image: demo.pinned, snapshot: SNAPSHOT, release: "" });
      expect([await demo.releases(), demo.writes()]).toEqual([[], []]);
    },
    MINUTE,
  );

  test(
    "T27: a dry run ends with its gates' results, and names every gate that refused",
    async () => {
      demo.fire(true);
      demo.quay.removeTag(IMAGE, demo.source.commit);
      await demo.hands.setStatus("snapshots", SNAPSHOT, () =>
        snapshotStatus({ status: "False", reason: "Failed", message: "Some tests failed" }),
      );
      await demo.gitlab.push(APP_INTERFACE, "master", { [FILE]: "---\n$schema: /app-sre/saas-file-2.yml\n" });
      const run = await demo.release({ "dry-run": true });
      expect(resultsOf(run)).toEqual({
        check: "failure",
        validate: "failure",
        release: "skipped",
        "notify-on-failure": "success",
      });
      const said = summaryOf(run, "notify-on-failure");
      expect(said).toContain(
        "**Where:** Check: Verify the image (invalid), Check for alerts (refused), Plan the release (refused); Validate app-interface: Validate (refused)",
      );
      expect(said).toContain("**What exists:** no Release was created by this run.");
      expect(demo.writes()).toEqual([]);
    },
    MINUTE,
  );

  interface Refusal {
    readonly inputs?: RunOptions["inputs"];
    readonly gate: string;
    readonly says: RegExp;
    prepare?(world: DemoProduction): unknown;
  }

  const critical = {
    status: "scanned",
    data: clairReport({
      findings: [{ id: "CVE-2024-1", severity: "Critical", package: "openssl", version: "3.0.1", fixedBy: "3.0.2" }],
    }).data,
  };
  const child = ({ quay, source }: DemoProduction) => quay.childDigest(IMAGE, source.commit, "linux/arm64");
  const replaceSnapshot = async ({ hands }: DemoProduction, facts: Parameters<typeof snapshot>[0]) => {
    await hands.remove("snapshots", SNAPSHOT);
    await hands.make("snapshots", snapshot(facts));
  };

  const REFUSALS: readonly (readonly [string, Refusal])[] = [
    [
      "T4: a commit that is cut short",
      { inputs: { commit: "0123456789ab" }, gate: "Verify the commit (invalid)", says: /not a full commit ID/ },
    ],
    [
      "T4: a commit of nobody",
      { inputs: { commit: "1".repeat(40) }, gate: "Verify the commit (refused)", says: /on no branch and no tag/ },
    ],
    [
      "a commit that is not on the branch it must be on",
      { inputs: { branch: "release" }, gate: "Verify the commit (refused)", says: /not in this repository/ },
    ],
    [
      "T10: an image that is not there",
      {
        prepare: ({ quay, source }) => quay.removeTag(IMAGE, source.commit),
        gate: "Verify the image (invalid)",
        says: /exists/,
      },
    ],
    [
      "T9: a critical finding",
      {
        prepare: (world) => world.quay.setSecurity(child(world), critical),
        gate: "Verify the image (refused)",
        says: /CVE-2024-1/,
      },
    ],
    [
      "T7: a scan that failed",
      {
        prepare: (world) => world.quay.setSecurity(child(world), { status: "failed" }),
        gate: "Verify the image (undecided)",
        says: /scan/,
      },
    ],
    [
      "T28: an alert that fires in the namespace",
      { prepare: (world) => world.fire(true), gate: "Check for alerts (refused)", says: /ErrorsHigh/ },
    ],
    [
      "T28: a Prometheus that does not answer",
      {
        inputs: { "prometheus-url": "http://127.0.0.1:9" },
        gate: "Check for alerts (undecided)",
        says: /127\.0\.0\.1:9/,
      },
    ],
    [
      "T24: a Snapshot that carries another image than the verified one",
      {
        prepare: (world) => replaceSnapshot(world, { commit: world.source.commit }),
        gate: "Plan the release (refused)",
        says: /verified/,
      },
    ],
    [
      "T24: a Snapshot of a pull request only",
      {
        prepare: (world) =>
          replaceSnapshot(world, {
            commit: world.source.commit,
            image: world.pinned,
            labels: {
              "pac.test.appstudio.openshift.io/event-type": "pull_request",
              "pac.test.appstudio.openshift.io/pull-request": "12",
            },
          }),
        gate: "Plan the release (refused)",
        says: /pull request/,
      },
    ],
    [
      "T30: a token that expired",
      {
        prepare: ({ kubernetes }) =>
          kubernetes.faults.add({ path: "/\\/snapshots/", times: null, effect: effects.status(401) }),
        gate: "Plan the release (invalid)",
        says: /expired/,
      },
    ],
  ];

  test.each(REFUSALS)(
    "%s: is refused, and no Release is created",
    async (_title, { inputs, gate, says, prepare }) => {
      await prepare?.(demo);
      const run = await demo.release({ ...UNVALIDATED, ...inputs });
      expect([await demo.releases(), demo.writes()]).toEqual([[], []]);
      expect([run.result, run.jobs["release"]?.result]).toEqual(["failure", "skipped"]);
      expect(logOf(run)).toMatch(says);
      expect(summaryOf(run, "notify-on-failure")).toContain(`**Where:** Check: ${gate}`);
    },
    MINUTE,
  );

  test(
    "T21: an invalid app-interface blocks the release",
    async () => {
      await demo.gitlab.push(APP_INTERFACE, "master", {
        "data/teams/insights/roles/tower-analytics.yml": "---\n$schema: /access/role-1.yml\n",
      });
      const run = await demo.release();
      expect([resultsOf(run)["validate"], await demo.releases()]).toEqual(["failure", []]);
      expect(summaryOf(run, "notify-on-failure")).toContain("**Where:** Validate app-interface: Validate (refused)");
    },
    MINUTE,
  );

  test.each([
    [
      "T11: a tag that was moved",
      (world: DemoProduction) => world.quay.moveTag(IMAGE, world.source.commit, {}),
      "Verify the image again",
    ],
    ["T28: an alert that began to fire", (world: DemoProduction) => world.fire(true), "Check for alerts again"],
    [
      "T9: a critical finding that came up",
      (world: DemoProduction) => world.quay.setSecurity(child(world), critical),
      "Verify the image again",
    ],
  ])(
    "%s while the release waited for its reviewers: releases nothing",
    async (_title, happens, step) => {
      const onStep: RunOptions["onStep"] = (event) => {
        if (event.type === "job" && event.name === "release" && event.state === "started") happens(demo);
      };
      const run = await demo.release(UNVALIDATED, { onStep });
      expect([run.result, await demo.releases()]).toEqual(["failure", []]);
      expect(summaryOf(run, "notify-on-failure")).toContain(`**Where:** Release: ${step} (refused)`);
      expect(summaryOf(run, "notify-on-failure")).toContain("**What exists:** no Release was created by this run.");
    },
    MINUTE,
  );

  test(
    "a release that failed is reported with its cause, and refused until another attempt is requested",
    async () => {
      await reopen({ course: fails });
      const run = await demo.release(UNVALIDATED);
      const [release] = await demo.releases();
      expect([run.result, run.outputs["status"]]).toEqual(["failure", "failed"]);
      const said = summaryOf(run, "notify-on-failure");
      expect(said).toContain(`**What exists:** the Release \`${NAMESPACE}/${release?.metadata.name}\`: \`failed\`.`);
      expect(said).toContain(
        `kubectl get release '${release?.metadata.name}' --namespace '${NAMESPACE}' --output yaml`,
      );
      expect(logOf(run)).toContain("push-snapshot");
      const again = await demo.release(UNVALIDATED);
      expect([again.jobs["release"]?.result, demo.writes().length]).toEqual(["skipped", 1]);
      expect(summaryOf(again, "notify-on-failure")).toContain("Plan the release (refused)");
      await demo.release({ ...UNVALIDATED, "retry-failed": true });
      expect(await demo.releases()).toHaveLength(2);
    },
    2 * MINUTE,
  );

  test(
    "a timeout is not a failure of the release: it continues, and the next run follows it",
    async () => {
      await reopen({ course: stalls });
      const run = await demo.release({ ...UNVALIDATED, timeout: "2s" });
      const [release] = await demo.releases();
      expect([run.result, run.outputs["status"]]).toEqual(["failure", "timeout"]);
      const said = summaryOf(run, "notify-on-failure");
      expect(said).toContain("has not finished yet and continues without this job");
      expect(said).toContain(`gh run rerun`);
      const again = await demo.release({ ...UNVALIDATED, timeout: "2s" });
      expect([again.outputs["release"], demo.writes().length]).toEqual([release?.metadata.name, 1]);
    },
    2 * MINUTE,
  );

  test(
    "killed while following the release and run again, ends like one clean run",
    async () => {
      const kill = new AbortController();
      const onStep: RunOptions["onStep"] = (event) => {
        if (event.type === "line" && event.line.includes("created: ")) kill.abort();
      };
      const killed = await demo.release(UNVALIDATED, { onStep, signal: kill.signal });
      expect([killed.result, demo.writes().length]).toEqual(["cancelled", 1]);
      const again = await demo.release(UNVALIDATED);
      expect([again.result, again.outputs["status"], demo.writes().length, (await demo.releases()).length]).toEqual([
        "success",
        "succeeded",
        1,
        1,
      ]);
    },
    2 * MINUTE,
  );

  test(
    "a Snapshot of another component is not released",
    async () => {
      const run = await demo.release({ ...UNVALIDATED, component: `${COMPONENT}-other` });
      expect([run.result, await demo.releases()]).toEqual(["failure", []]);
    },
    MINUTE,
  );
});

const resultsOf = (run: RunResult) =>
  Object.fromEntries(Object.entries(run.jobs).map(([id, { result }]) => [id, result]));
const summaryOf = (run: RunResult, job: string) => run.jobs[job]?.steps.map(({ summary }) => summary).join("\n") ?? "";
const logOf = (run: RunResult) =>
  Object.values(run.jobs)
    .flatMap(({ steps }) => steps.flatMap(({ log }) => log))
    .join("\n");
