import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMAIL, IMAGE, NAME, ROBOT, startDemoPromotion, TOKENS, type DemoPromotion } from "../demo-promotion/index.ts";
import { path, program, ring } from "../rings.ts";
import type { ActResult } from "./act.ts";
import { exampleCaller, prepareDispatch, type Start } from "./dispatch.ts";
import { BUILT } from "./released.ts";

const NEEDS = [program("act", ["--version"]), path("dist", BUILT, "npm run build")];
const SECRETS = {
  APP_INTERFACE_TOKEN: TOKENS.gitlab,
  JIRA_TOKEN: TOKENS.jira,
  QUAY_USERNAME: ROBOT.name,
  QUAY_PASSWORD: ROBOT.password,
};

ring("act: the caller's example of a promotion, started manually", NEEDS, () => {
  let directory: string;
  let start: Start;
  let demo: DemoPromotion;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "act-promotion-"));
    start = await prepareDispatch(directory);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(async () => void (demo = await startDemoPromotion({ directory: join(directory, `demo-${(runs += 1)}`) })));
  afterEach(() => demo.close());

  async function promote(inputs: Readonly<Record<string, string>>): Promise<ActResult> {
    const { bare, commit } = demo.source;
    return start({ name: NAME, bare, commit, secrets: SECRETS }, await callerFor(demo), inputs);
  }

  test("creates one issue and one merge request, and shows the command for a rollback", async () => {
    const run = await promote({
      commit: demo.source.commit,
      include: "billing",
      "allow-rollback": "false",
      "dry-run": "false",
    });
    const errors = run.commands.filter(({ command }) => command === "error").map(({ value }) => value);
    expect({ errors, code: run.code, jobs: run.jobs }).toEqual({
      errors: [],
      code: 0,
      jobs: { check: "success", promote: "success" },
    });
    expect([demo.mergeRequests().length, demo.issues().length, demo.issues()[0]?.comments.length]).toEqual([1, 1, 1]);
    expect(run.summaries["promote"]).toContain(
      `--field commit=${demo.source.old} --field allow-rollback=true --field include='billing'`,
    );
    for (const secret of demo.secrets) expect(run.output).not.toContain(secret);
  }, 120_000);

  test("T1: a missing image ends the run before anything is written; the report states it", async () => {
    demo.quay.removeTag(IMAGE, demo.source.commit);
    const run = await promote({
      commit: demo.source.commit,
      include: "",
      "allow-rollback": "false",
      "dry-run": "false",
    });
    expect([run.jobs["check"], run.jobs["notify-on-failure"], demo.writes()]).toEqual(["failure", "success", []]);
    expect(run.summaries["notify-on-failure"]).toContain("**Where:** Check: Verify the image (");
  }, 120_000);
});

async function callerFor({ quay, gitlabUrl, jira }: DemoPromotion): Promise<string> {
  return (await exampleCaller("promote-appinterface"))
    .replace(`image: quay.io/${IMAGE}\n`, `image: ${quay.host}/${IMAGE}\n      registry-api: quay\n`)
    .replace("https://gitlab.example.com", gitlabUrl)
    .replace("https://acme.atlassian.net", jira.url)
    .replace("release-bot@acme.example", EMAIL);
}
