import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  IMAGE,
  NAME,
  ROBOT,
  SNAPSHOT,
  startDemoProduction,
  TOKENS,
  type DemoProduction,
} from "../demo-production/index.ts";
import { path, program, ring } from "../rings.ts";
import type { ActResult } from "./act.ts";
import { exampleCaller, prepareDispatch, type Start } from "./dispatch.ts";
import { BUILT } from "./released.ts";

const NEEDS = [program("act", ["--version"]), path("dist", BUILT, "npm run build")];
const SECRETS = {
  KONFLUX_TOKEN: TOKENS.konflux,
  QUAY_USERNAME: ROBOT.name,
  QUAY_PASSWORD: ROBOT.password,
  PROMETHEUS_TOKEN: TOKENS.prometheus,
};

ring("act: the caller's example of a release to production, started manually", NEEDS, () => {
  let directory: string;
  let start: Start;
  let demo: DemoProduction;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "act-production-"));
    start = await prepareDispatch(directory);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(
    async () => void (demo = await startDemoProduction({ directory: join(directory, `demo-${(runs += 1)}`) })),
  );
  afterEach(() => demo.close());

  async function release(): Promise<ActResult> {
    const { bare, commit } = demo.source;
    return start({ name: NAME, bare, commit, secrets: SECRETS }, await callerFor(demo), {
      commit,
      "retry-failed": "false",
      "dry-run": "false",
    });
  }

  test("creates one Release, follows it to completion and says what to do next", async () => {
    const run = await release();
    const errors = run.commands.filter(({ command }) => command === "error").map(({ value }) => value);
    expect({ errors, code: run.code, jobs: run.jobs }).toEqual({
      errors: [],
      code: 0,
      jobs: { check: "success", release: "success" },
    });
    const [made, ...others] = await demo.releases();
    expect([others, made?.spec?.["snapshot"]]).toEqual([[], SNAPSHOT]);
    expect(run.summaries["release"]).toContain(`| Release | \`aap-aa-tenant/${made?.metadata.name}\` |`);
    for (const secret of demo.secrets) expect(run.output).not.toContain(secret);
  }, 120_000);

  test("T9, T28: reports both an alert and a missing image, and releases nothing", async () => {
    demo.fire(true);
    demo.quay.removeTag(IMAGE, demo.source.commit);
    const run = await release();
    expect([run.jobs["check"], run.jobs["notify-on-failure"], demo.writes()]).toEqual(["failure", "success", []]);
    expect(run.summaries["notify-on-failure"]).toContain(
      "**Where:** Check: Verify the image (invalid), Check for alerts (refused)",
    );
  }, 120_000);
});

async function callerFor({ quay, monitoring, kubernetes }: DemoProduction): Promise<string> {
  return (await exampleCaller("release-to-prod"))
    .replace(`image: quay.io/${IMAGE}\n`, `image: ${quay.host}/${IMAGE}\n      registry-api: quay\n`)
    .replace("https://api.konflux.example:6443", kubernetes.url)
    .replace("https://prometheus.example.com", monitoring.prometheusUrl)
    .replace("https://alertmanager.example.com", monitoring.alertmanagerUrl);
}
