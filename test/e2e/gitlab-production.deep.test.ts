import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  APP_INTERFACE,
  IMAGE,
  NAME,
  ROBOT,
  startDemoProduction,
  TOKENS,
  type DemoProduction,
} from "../demo-production/index.ts";
import { ring } from "../rings.ts";
import type { PipelineResult } from "./gitlab.ts";
import { examplePipeline, GITLAB_NEEDS, preparePipelines, resultsOf, type StartPipeline } from "./gitlab-example.ts";

ring("gitlab-ci-local: the GitLab twin of release-to-prod", GITLAB_NEEDS, () => {
  let directory: string;
  let start: StartPipeline;
  let demo: DemoProduction;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gitlab-production-"));
    start = await preparePipelines(directory);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(
    async () => void (demo = await startDemoProduction({ directory: join(directory, `demo-${(runs += 1)}`) })),
  );
  afterEach(() => demo.close());

  async function release(more: Readonly<Record<string, string>> = {}): Promise<PipelineResult> {
    const { bare, commit } = demo.source;
    const variables = {
      COMMIT: commit,
      APP_INTERFACE_TOKEN: TOKENS.gitlab,
      APP_INTERFACE_URL: `${demo.gitlabUrl}/${APP_INTERFACE}.git`,
      SCHEMAS_URL: demo.schemas,
      KONFLUX_SERVER: demo.kubernetes.url,
      KONFLUX_TOKEN: TOKENS.konflux,
      PROMETHEUS_TOKEN: TOKENS.prometheus,
      QUAY_USERNAME: ROBOT.name,
      QUAY_PASSWORD: ROBOT.password,
    };
    const page = (await examplePipeline("release-to-prod"))
      .replaceAll(`image: quay.io/${IMAGE}\n`, `image: ${demo.quay.host}/${IMAGE}\n      api: quay\n`)
      .replaceAll("https://prometheus.example.com", demo.monitoring.prometheusUrl)
      .replaceAll("https://alertmanager.example.com", demo.monitoring.alertmanagerUrl);
    return start({ path: NAME, bare, commit, serverUrl: demo.gitlabUrl }, page, { ...variables, ...more });
  }

  test("creates one Release and follows it to completion; a second pipeline creates no other", async () => {
    const first = await release({ SCHEMAS_REF: demo.inputs["schemas-ref"] ?? "" });
    const jobs = [
      "alerts-gate",
      "appinterface-validate",
      "check-alerts-again",
      "next-steps",
      "plan-release",
      "quay-verify",
      "release",
      "verify-commit",
      "verify-image-again",
    ];
    expect({ code: first.code, results: resultsOf(first) }).toEqual({
      code: 0,
      results: jobs.map((job) => `PASS ${job}`),
    });
    const [made, ...others] = await demo.releases();
    expect(others).toEqual([]);
    expect(first.output).toContain(`Release:  ${made?.metadata.name} of`);
    expect(first.output).toContain("to managed-ns: succeeded");
    for (const secret of demo.secrets) expect(first.output).not.toContain(secret);
    const before = demo.writes();
    const second = await release();
    expect([second.code, demo.writes()]).toEqual([0, before]);
  }, 240_000);

  test("T27, T28: a dry run runs every gate; an alert refuses; neither creates a Release", async () => {
    const dry = await release({ DRY_RUN: "true" });
    expect([dry.code, resultsOf(dry)]).toEqual([
      0,
      ["alerts-gate", "plan-release", "quay-verify", "verify-commit"].map((job) => `PASS ${job}`),
    ]);
    demo.fire(true);
    const refused = await release();
    expect(refused.code).not.toBe(0);
    expect(resultsOf(refused)).toEqual(
      expect.arrayContaining(["FAIL alerts-gate", "PASS plan-release", "PASS quay-verify"]),
    );
    expect([await demo.releases(), demo.writes()]).toEqual([[], []]);
  }, 240_000);
});
