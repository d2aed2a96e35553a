import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { makeDemoSource, type DemoSource } from "../demo-promotion/source.ts";
import { startedByHand } from "../started-by-hand.ts";
import type { JobResult, RunOptions, RunResult } from "../workflow-runner/index.ts";
import { createStubs, type Behaviour, type Stubs } from "./stubs.ts";

const WORKFLOW = ".github/workflows/release-to-prod.yml";
const CALLER = "examples/github/release-to-prod.yml";
const DIGEST = `sha256:${"ab".repeat(32)}`;
const IMAGE = `quay.io/acme/app@${DIGEST}`;
const SECRETS = { "konflux-token": "eyJ-0123456789", "prometheus-token": "prometheus-0123456789" };

let root: string;
let source: DemoSource;
let stubs: Stubs;
let counter = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "production-"));
  source = await makeDemoSource(join(root, "source"));
});
afterAll(() => rmSync(root, { recursive: true, force: true }));

const verified: Behaviour = { outputs: { verdict: "passed", image: IMAGE, digest: DIGEST } };
const quiet: Behaviour = { outputs: { verdict: "passed" } };
const looked: Behaviour = { outputs: { verdict: "passed", snapshot: "snap-1", "already-released": "false" } };
const released: Behaviour = {
  outputs: {
    verdict: "done",
    snapshot: "snap-1",
    release: "snap-1-abc-1",
    status: "succeeded",
    "already-released": "false",
    created: "true",
    target: "managed",
  },
};

beforeEach(async () => {
  stubs = await createStubs(join(root, `stubs-${++counter}`), WORKFLOW);
  await stubs.behave("quay-verify", verified);
  await stubs.behave("alerts-gate", quiet);
  await stubs.behave("konflux-release", looked, released);
});

function release(inputs: RunOptions["inputs"] = {}, more: Partial<RunOptions> = {}): Promise<RunResult> {
  const fixed = {
    commit: source.commit,
    image: "quay.io/acme/app",
    component: "app",
    "konflux-server": "https://konflux.test:6443",
    "prometheus-url": "https://prometheus.test",
    "alertmanager-url": "https://alertmanager.test",
  };
  return startedByHand(
    {
      file: WORKFLOW,
      source,
      repository: "acme/app",
      inputs: { ...fixed, ...inputs },
      secrets: SECRETS,
      resolveAction: stubs.resolveAction,
      temporary: join(root, `run-${counter}`),
    },
    more,
  );
}

const results = (run: RunResult) => Object.values(run.jobs).map((job) => job.result);
const summary = (job: JobResult | undefined) => job?.steps.map((step) => step.summary).join("") ?? "";

describe("gates", () => {
  test("T9, T27: run even if another one refuses, and then nothing is released", async () => {
    for (const gate of ["quay-verify", "alerts-gate", "konflux-release"]) {
      stubs = await createStubs(join(root, `stubs-${++counter}`), WORKFLOW);
      await stubs.behave("quay-verify", verified);
      await stubs.behave("alerts-gate", quiet);
      await stubs.behave("konflux-release", looked);
      await stubs.behave(gate, { exit: 3, outputs: { verdict: "undecided" } });
      const run = await release({}, { resolveAction: stubs.resolveAction });
      expect(results(run)).toEqual(["failure", "skipped", "skipped", "success"]);
      const calls = await Promise.all(
        ["quay-verify", "alerts-gate", "konflux-release"].map(async (name) => (await stubs.calls(name)).length),
      );
      expect(calls).toEqual([1, 1, 1]);
      expect((await stubs.calls("konflux-release"))[0]?.["dry-run"]).toBe("true");
      expect(summary(run.jobs["notify-on-failure"])).toContain("(undecided)");
    }
  });

  test("query Konflux by the commit only, and wait for nothing, without a verified image", async () => {
    await stubs.behave("quay-verify", { exit: 1, outputs: { verdict: "refused", image: "", digest: DIGEST } });
    await release({ "wait-for-snapshot": "20m", "wait-for-tests": "1h" });
    expect((await stubs.calls("konflux-release"))[0]).toMatchObject({
      image: "",
      "wait-for-snapshot": "0",
      "wait-for-tests": "0",
    });
  });
});

describe("a release", () => {
  test("runs every gate, runs those that can have changed again, and releases the Snapshot that was checked", async () => {
    const run = await release({
      "release-notes": "notes.yml",
      "wait-for-tests": "1h",
      "alert-namespace": "prod",
      timeout: "2h",
      "retry-failed": true,
    });
    expect(results(run)).toEqual(["success", "skipped", "success", "skipped"]);
    expect(run.outputs).toMatchObject({
      image: IMAGE,
      snapshot: "snap-1",
      release: "snap-1-abc-1",
      status: "succeeded",
      created: "true",
      target: "managed",
    });
    const [look, made, ...others] = await stubs.calls("konflux-release");
    expect(others).toEqual([]);
    const common = {
      server: "https://konflux.test:6443",
      token: SECRETS["konflux-token"],
      "commit-sha": source.commit,
      image: IMAGE,
      component: "app",
      "release-notes": "notes.yml",
      "retry-failed": "true",
    };
    expect(look).toMatchObject({ ...common, "dry-run": "true", snapshot: "", "wait-for-tests": "1h" });
    expect(made).toMatchObject({ ...common, "dry-run": "false", snapshot: "snap-1", timeout: "2h" });
    const alerts = await stubs.calls("alerts-gate");
    expect(alerts).toHaveLength(2);
    for (const call of alerts)
      expect(call).toMatchObject({
        "prometheus-url": "https://prometheus.test",
        namespace: "prod",
        token: SECRETS["prometheus-token"],
        ignore: "Watchdog,InfoInhibitor",
        pending: "warn",
      });
    const images = await stubs.calls("quay-verify");
    expect(images.map((call) => call["expected-digest"])).toEqual(["", DIGEST]);
    expect(summary(run.jobs["release"])).toContain("| app-interface | **not validated**: `schemas-ref` is not set |");
  });

  test("the example's caller starts manually", async () => {
    const run = await release(undefined, {
      file: CALLER,
      inputs: { commit: source.commit, "dry-run": false },
      secrets: {
        KONFLUX_TOKEN: "eyJ-0123456789",
        QUAY_USERNAME: "acme+ci",
        QUAY_PASSWORD: "robot-0123456789",
        PROMETHEUS_TOKEN: "prometheus-0123456789",
      },
      resolveWorkflow: (uses) =>
        uses === "org/release-actions/.github/workflows/release-to-prod.yml@v1" ? WORKFLOW : undefined,
    });
    expect(run.result).toBe("success");
    expect((await stubs.calls("quay-verify"))[0]).toMatchObject({ username: "acme+ci", password: "robot-0123456789" });
    expect((await stubs.calls("konflux-release"))[0]).toMatchObject({
      application: "aap-aa-main",
      "wait-for-snapshot": "20m",
    });
  });

  test("reports a Release that exists already, whatever the other gates report", async () => {
    await stubs.behave("alerts-gate", { exit: 1, outputs: { verdict: "refused" } });
    await stubs.behave("konflux-release", {
      outputs: { ...looked.outputs, verdict: "unchanged", release: "snap-1-abc-1", status: "running" },
    });
    const run = await release();
    expect(summary(run.jobs["notify-on-failure"])).toContain(
      "**What exists:** the Release `aap-aa-tenant/snap-1-abc-1` of an earlier run, or of Konflux itself: `running`. This run created none.",
    );
  });
});

describe("summaries", () => {
  test("refer to the log if the response for a Release was lost, and state that the next run checks first", async () => {
    await stubs.behave("konflux-release", looked, { exit: 4, outputs: { verdict: "unknown" } });
    const run = await release();
    const said = summary(run.jobs["notify-on-failure"]);
    expect(said).toContain("**Where:** Release: Create the Release (unknown)");
    expect(said).toContain("Running again first checks for the Release.");
  });

  test("keep hostile outputs inert", async () => {
    const hostile = "x`\n::error::y\n# z ##[error]w";
    await stubs.behave(
      "konflux-release",
      { outputs: { ...looked.outputs, snapshot: hostile } },
      {
        outputs: {
          ...released.outputs,
          release: hostile,
          artifacts: `{"a":"${hostile.replaceAll("\n", "\\n")}"}`,
          "advisory-url": hostile,
        },
      },
    );
    const run = await release();
    for (const job of ["check", "release"]) {
      expect(summary(run.jobs[job])).not.toMatch(/^(?:::error::|# z)/m);
      // As code that its backtick cannot end.
      expect(summary(run.jobs[job])).toContain("``x` ::error::y # z ##[error]w``");
      const said = run.jobs[job]?.steps
        .flatMap(({ name, raw }) => (name.startsWith("Summarize") ? [raw] : []))
        .join("\n");
      expect(said).not.toMatch(/^::error|##\[/m);
    }
  });
});
