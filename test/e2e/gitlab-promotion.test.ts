import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deployClowder, EMAIL, FILE, IMAGE, NAME, ROBOT, startDemoPromotion, TOKENS, UPSTREAM, type DemoPromotion } from "../demo-promotion/index.ts";
import { git } from "../repositories.ts";
import { path, program, ring } from "../rings.ts";
import { pipeline, RUNNER, type PipelineResult } from "./gitlab.ts";
import { BUILT, released, ROOT } from "./released.ts";

const NEEDS = [
  path("gitlab-ci-local", RUNNER, "npm ci"),
  program("rsync", ["--version"], "apt-get install rsync"),
  path("dist", BUILT, "npm run build"),
];

ring("gitlab-ci-local: the GitLab twin of promote-appinterface", NEEDS, () => {
  let directory: string;
  let repositories: string;
  let demo: DemoPromotion;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gitlab-promotion-"));
    repositories = join(directory, "srv");
    await mkdir(join(repositories, "org"), { recursive: true });
    const { repository } = await released(directory, "v1.0.0");
    await rename(repository, join(repositories, "org/release-actions.git"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(async () => void (demo = await startDemoPromotion({ directory: join(directory, `demo-${(runs += 1)}`) })));
  afterEach(() => demo.close());

  async function promote(more: Readonly<Record<string, string>> = {}): Promise<PipelineResult> {
    const checkout = join(directory, `checkout-${(runs += 1)}`);
    git(directory, ["clone", "--quiet", demo.source.bare, checkout]);
    await writeFile(join(checkout, ".gitlab-ci.yml"), await callerFor(demo, repositories));
    const world = {
      apiUrl: `${demo.gitlabUrl}/api/v4`,
      serverUrl: demo.gitlabUrl,
      project: NAME,
      projectId: "1",
      commit: demo.source.commit,
      repositories,
    };
    const variables = {
      COMMIT: demo.source.commit,
      APP_INTERFACE_TOKEN: TOKENS.gitlab,
      JIRA_URL: demo.jira.url,
      JIRA_EMAIL: EMAIL,
      JIRA_TOKEN: TOKENS.jira,
      QUAY_USERNAME: ROBOT.name,
      QUAY_PASSWORD: ROBOT.password,
    };
    return pipeline(world, `${checkout}-home`, checkout, "main", { ...variables, ...more });
  }

  test("one issue, one merge request, linked; a second pipeline writes nothing", async () => {
    const first = await promote({ INCLUDE: "billing" });
    expect({ code: first.code, results: resultsOf(first) }).toEqual({
      code: 0,
      results: ["bump", "link-issue", "make-issue", "plan-change", "plan-issue", "quay-verify", "what-is-next"].map((job) => `PASS ${job}`),
    });
    const [mergeRequest, ...others] = demo.mergeRequests();
    const [issue, ...more] = demo.issues();
    expect([others, more]).toEqual([[], []]);
    expect(mergeRequest?.title).toMatch(/^AAP-61661 - \d{4}-\d{2}-\d{2} Analytics HCC Service Release$/);
    expect(mergeRequest?.description).toContain("tower-analytics-prod-billing");
    expect(issue?.links).toHaveLength(1);
    expect(JSON.stringify(issue?.comments)).toMatch(/App-Interface MR created: .*Releasing commit: .*fix error handling/);
    expect(first.output).toContain(`COMMIT=${demo.source.old} ALLOW_ROLLBACK=true INCLUDE=billing`);
    const before = demo.writes();
    const second = await promote({ INCLUDE: "billing" });
    expect([second.code, demo.writes()]).toEqual([0, before]);
  }, 120_000);

  test("where every target has the commit already, nothing is written, and that is a success", async () => {
    await demo.gitlab.push(UPSTREAM, "master", { [FILE]: deployClowder({ prod: demo.source.commit, billing: demo.source.old }) });
    const run = await promote();
    expect([run.code, demo.writes()]).toEqual([0, []]);
    expect(run.output).toContain("there is nothing to promote");
  }, 120_000);

  test("T1, T27: what a check refuses, and a dry run, write nothing", async () => {
    const dry = await promote({ DRY_RUN: "true" });
    expect([dry.code, resultsOf(dry)]).toEqual([0, ["PASS plan-change", "PASS plan-issue", "PASS quay-verify"]]);
    demo.quay.removeTag(IMAGE, demo.source.commit);
    const refused = await promote();
    expect(refused.code).not.toBe(0);
    expect(resultsOf(refused)).toContain("FAIL quay-verify");
    expect(demo.writes()).toEqual([]);
  }, 120_000);
});

/** The example with the stand-ins' addresses, its components taken from this checkout. */
async function callerFor({ quay }: DemoPromotion, repositories: string): Promise<string> {
  const example = await readFile(join(ROOT, "examples/gitlab/promote-appinterface.gitlab-ci.yml"), "utf8");
  const source = `source-url: file://${repositories}/org/release-actions.git\n      source-ref: v1.0.0\n`;
  const page = example
    .replaceAll("    inputs:\n", `    inputs:\n      ${source}`)
    .replace(`image: quay.io/${IMAGE}\n`, `image: ${quay.host}/${IMAGE}\n      api: quay\n`);
  // gitlab-ci-local says where the project would be in a container, and runs the job in a shell all the same.
  return `${page.replaceAll(/^( {2}before_script:\n)/gm, '$1    - export CI_PROJECT_DIR="$PWD"\n')}\ndefault:\n  before_script:\n    - export CI_PROJECT_DIR="$PWD"\n`;
}

function resultsOf({ output }: PipelineResult): string[] {
  return [...output.matchAll(/^ (PASS|FAIL|WARN) +(\S+)/gm)].map(([, result = "", job = ""]) => `${result} ${job}`).sort();
}
