import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  deployClowder,
  EMAIL,
  FILE,
  IMAGE,
  NAME,
  ROBOT,
  startDemoPromotion,
  TOKENS,
  UPSTREAM,
  type DemoPromotion,
} from "../demo-promotion/index.ts";
import { ring } from "../rings.ts";
import type { PipelineResult } from "./gitlab.ts";
import { examplePipeline, GITLAB_NEEDS, preparePipelines, resultsOf, type StartPipeline } from "./gitlab-example.ts";

ring("gitlab-ci-local: the GitLab twin of promote-appinterface", GITLAB_NEEDS, () => {
  let directory: string;
  let start: StartPipeline;
  let demo: DemoPromotion;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gitlab-promotion-"));
    start = await preparePipelines(directory);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(async () => void (demo = await startDemoPromotion({ directory: join(directory, `demo-${(runs += 1)}`) })));
  afterEach(() => demo.close());

  async function promote(more: Readonly<Record<string, string>> = {}): Promise<PipelineResult> {
    const { bare, commit } = demo.source;
    const variables = {
      COMMIT: commit,
      APP_INTERFACE_TOKEN: TOKENS.gitlab,
      JIRA_URL: demo.jira.url,
      JIRA_EMAIL: EMAIL,
      JIRA_TOKEN: TOKENS.jira,
      QUAY_USERNAME: ROBOT.name,
      QUAY_PASSWORD: ROBOT.password,
    };
    const image = `image: quay.io/${IMAGE}\n`;
    const page = (await examplePipeline("promote-appinterface")).replace(
      image,
      `image: ${demo.quay.host}/${IMAGE}\n      api: quay\n`,
    );
    return start({ path: NAME, bare, commit, serverUrl: demo.gitlabUrl }, page, { ...variables, ...more });
  }

  test("creates one issue and one merge request and links them; a second pipeline writes nothing", async () => {
    const first = await promote({ INCLUDE: "billing" });
    expect({ code: first.code, results: resultsOf(first) }).toEqual({
      code: 0,
      results: ["bump", "create-issue", "link-issue", "next-steps", "plan-change", "plan-issue", "quay-verify"].map(
        (job) => `PASS ${job}`,
      ),
    });
    const [mergeRequest, ...others] = demo.mergeRequests();
    const [issue, ...more] = demo.issues();
    expect([others, more]).toEqual([[], []]);
    expect(mergeRequest?.title).toMatch(/^AAP-61661 - \d{4}-\d{2}-\d{2} Analytics HCC Service Release$/);
    expect(mergeRequest?.description).toContain("tower-analytics-prod-billing");
    expect(issue?.links).toHaveLength(1);
    expect(JSON.stringify(issue?.comments)).toMatch(
      /App-Interface MR created: .*Releasing commit: .*fix error handling/,
    );
    expect(first.output).toContain(`COMMIT=${demo.source.old} ALLOW_ROLLBACK=true INCLUDE=billing`);
    const before = demo.writes();
    const second = await promote({ INCLUDE: "billing" });
    expect([second.code, demo.writes()]).toEqual([0, before]);
  }, 120_000);

  test("succeeds and writes nothing if every target already has the commit", async () => {
    await demo.gitlab.push(UPSTREAM, "master", {
      [FILE]: deployClowder({ prod: demo.source.commit, billing: demo.source.old }),
    });
    const run = await promote();
    expect([run.code, demo.writes()]).toEqual([0, []]);
    expect(run.output).toContain("there is nothing to promote");
  }, 120_000);

  test("T1, T27: writes nothing if a check refuses, or in a dry run", async () => {
    const dry = await promote({ DRY_RUN: "true" });
    expect([dry.code, resultsOf(dry)]).toEqual([0, ["PASS plan-change", "PASS plan-issue", "PASS quay-verify"]]);
    demo.quay.removeTag(IMAGE, demo.source.commit);
    const refused = await promote();
    expect(refused.code).not.toBe(0);
    expect(resultsOf(refused)).toContain("FAIL quay-verify");
    expect(demo.writes()).toEqual([]);
  }, 120_000);
});
