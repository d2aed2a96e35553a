import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { EMAIL, IMAGE, NAME, ROBOT, startDemoPromotion, TOKENS, type DemoPromotion } from "../demo-promotion/index.ts";
import { git } from "../repositories.ts";
import { path, program, ring } from "../rings.ts";
import { startGitHttp, type GitHttp } from "../stand-ins/git-http.ts";
import { act, type ActResult } from "./act.ts";
import { writeThirdPartyActions } from "./checkout.ts";
import { CANARY } from "./environment.ts";
import { BUILT, released, ROOT } from "./released.ts";

const NEEDS = [program("act", ["--version"], "go install github.com/nektos/act@v0.2.89"), path("dist", BUILT, "npm run build")];
const CHECKOUT = /actions\/checkout@([0-9a-f]{40})/;

ring("act: the caller's example of a promotion, started by hand", NEEDS, () => {
  let directory: string;
  let actions: ReadonlyMap<string, string>;
  let demo: DemoPromotion;
  let forge: GitHttp;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "act-promotion-"));
    const { tree, tag } = await released(directory);
    const thirdParty = await writeThirdPartyActions(join(directory, "third-party"));
    const [, commit = ""] = CHECKOUT.exec(await readFile(join(tree, ".github/workflows/promote-appinterface.pinned.yml"), "utf8")) ?? [];
    actions = new Map([
      ["org/release-actions@v1", tree],
      [`org/release-actions@${tag}`, tree],
      [`actions/checkout@${commit}`, thirdParty.get("actions/checkout") ?? ""],
    ]);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(async () => {
    demo = await startDemoPromotion({ directory: join(directory, `demo-${(runs += 1)}`) });
    forge = await startGitHttp({ repositories: { [NAME]: demo.source.bare }, token: CANARY });
  });
  afterEach(async () => {
    await forge.close();
    await demo.close();
  });

  async function promote(inputs: Readonly<Record<string, string>>): Promise<ActResult> {
    const workspace = join(directory, `workspace-${(runs += 1)}`);
    git(directory, ["clone", "--quiet", demo.source.bare, workspace]);
    await mkdir(join(workspace, ".github/workflows"), { recursive: true });
    await writeFile(join(workspace, ".github/workflows/promote.yml"), await callerFor(demo));
    const world = {
      apiUrl: forge.url,
      serverUrl: forge.url,
      repository: NAME,
      commit: demo.source.commit,
      secrets: { APP_INTERFACE_TOKEN: TOKENS.gitlab, JIRA_TOKEN: TOKENS.jira, QUAY_USERNAME: ROBOT.name, QUAY_PASSWORD: ROBOT.password },
      actions,
      environment: {},
    };
    return act(world, `${workspace}-act`, workspace, { workflow: "promote.yml", inputs });
  }

  test("one issue and one merge request, and the command that goes back", async () => {
    const run = await promote({ commit: demo.source.commit, include: "billing", "allow-rollback": "false", "dry-run": "false" });
    const errors = run.commands.filter(({ command }) => command === "error").map(({ value }) => value);
    expect({ errors, code: run.code, jobs: run.jobs }).toEqual({ errors: [], code: 0, jobs: { check: "success", promote: "success" } });
    expect([demo.mergeRequests().length, demo.issues().length, demo.issues()[0]?.comments.length]).toEqual([1, 1, 1]);
    expect(run.summaries["promote"]).toContain(`--field commit=${demo.source.old} --field allow-rollback=true --field include='billing'`);
    for (const secret of demo.secrets) expect(run.output).not.toContain(secret);
  }, 120_000);

  test("T1: an image that is not there ends it before anything is written; the report says so", async () => {
    demo.quay.removeTag(IMAGE, demo.source.commit);
    const run = await promote({ commit: demo.source.commit, include: "", "allow-rollback": "false", "dry-run": "false" });
    expect([run.jobs["check"], run.jobs["notify-on-failure"], demo.writes()]).toEqual(["failure", "success", []]);
    expect(run.summaries["notify-on-failure"]).toContain("**Where:** Check, step “Verify the image”");
  }, 120_000);
});

async function callerFor({ quay, gitlabUrl, jira }: DemoPromotion): Promise<string> {
  const example = await readFile(join(ROOT, "examples/github/promote-appinterface.yml"), "utf8");
  return example
    .replace("/promote-appinterface.yml@v1", "/promote-appinterface.pinned.yml@v1")
    .replace(`image: quay.io/${IMAGE}\n`, `image: ${quay.host}/${IMAGE}\n      registry-api: quay\n`)
    .replace("https://gitlab.example.com", gitlabUrl)
    .replace("https://acme.atlassian.net", jira.url)
    .replace("release-bot@acme.example", EMAIL);
}
