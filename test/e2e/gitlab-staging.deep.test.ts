import { afterAll, afterEach, beforeAll, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { NAME, startDemoStaging, VERSION, type DemoOptions, type DemoStaging } from "../demo-staging/index.ts";
import { ring } from "../rings.ts";
import { CHROMIUM } from "../worlds/frontend-check.ts";
import type { PipelineResult } from "./gitlab.ts";
import { examplePipeline, GITLAB_NEEDS, preparePipelines, resultsOf, type StartPipeline } from "./gitlab-example.ts";

ring("gitlab-ci-local: the gates behind a deployment, as the example has them", [...GITLAB_NEEDS, ...CHROMIUM], () => {
  let directory: string;
  let start: StartPipeline;
  let demo: DemoStaging | undefined;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gitlab-staging-"));
    start = await preparePipelines(directory);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));
  afterEach(() => demo?.close());

  async function verify(options: Omit<DemoOptions, "directory"> = {}): Promise<PipelineResult> {
    demo = await startDemoStaging({ directory: join(directory, `demo-${(runs += 1)}`), ...options });
    const { bare, commit, services } = demo;
    return start(
      { path: NAME, bare, commit, serverUrl: services.urls.kong },
      demo.caller(await examplePipeline("verify-staging")),
      { VERSION },
    );
  }

  test("passes: the services work, the page is visible, the objectives are met; the reports are artifacts", async () => {
    const run = await verify();
    expect({ code: run.code, results: resultsOf(run) }).toEqual({
      code: 0,
      results: ["PASS frontend-check", "PASS metrics-gate", "PASS smoke"],
    });
    expect(await run.artifact("metrics-gate", "metrics.svg")).toContain("<svg");
    expect(await run.artifact("smoke", "smoke.xml")).toContain("<testsuites");
    expect(await run.artifact("frontend-check", "frontend.xml")).toContain("<testsuites");
  }, 180_000);

  test("T39: refuses a service that only returns errors", async () => {
    const run = await verify({ errors: 1 });
    expect(run.code).not.toBe(0);
    expect(resultsOf(run)).toEqual(["FAIL metrics-gate", "PASS frontend-check", "PASS smoke"]);
  }, 180_000);
});
