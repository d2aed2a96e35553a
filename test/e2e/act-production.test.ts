import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { IMAGE, NAME, ROBOT, SNAPSHOT, startDemoProduction, TOKENS, type DemoProduction } from "../demo-production/index.ts";
import { git } from "../repositories.ts";
import { path, program, ring } from "../rings.ts";
import { startGitHttp, type GitHttp } from "../stand-ins/git-http.ts";
import { act, type ActResult } from "./act.ts";
import { writeThirdPartyActions } from "./checkout.ts";
import { CANARY } from "./environment.ts";
import { BUILT, released, ROOT } from "./released.ts";

const NEEDS = [program("act", ["--version"], "go install github.com/nektos/act@v0.2.89"), path("dist", BUILT, "npm run build")];
const CHECKOUT = /actions\/checkout@([0-9a-f]{40})/;

ring("act: the caller's example of a release to production, started by hand", NEEDS, () => {
  let directory: string;
  let actions: ReadonlyMap<string, string>;
  let demo: DemoProduction;
  let forge: GitHttp;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "act-production-"));
    const { tree, tag } = await released(directory);
    const thirdParty = await writeThirdPartyActions(join(directory, "third-party"));
    const [, commit = ""] = CHECKOUT.exec(await readFile(join(tree, ".github/workflows/release-to-prod.pinned.yml"), "utf8")) ?? [];
    actions = new Map([
      ["org/release-actions@v1", tree],
      [`org/release-actions@${tag}`, tree],
      [`actions/checkout@${commit}`, thirdParty.get("actions/checkout") ?? ""],
    ]);
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(async () => {
    demo = await startDemoProduction({ directory: join(directory, `demo-${(runs += 1)}`) });
    forge = await startGitHttp({ repositories: { [NAME]: demo.source.bare }, token: CANARY });
  });
  afterEach(async () => {
    await forge.close();
    await demo.close();
  });

  async function release(inputs: Readonly<Record<string, string>> = {}): Promise<ActResult> {
    const workspace = join(directory, `workspace-${(runs += 1)}`);
    git(directory, ["clone", "--quiet", demo.source.bare, workspace]);
    await mkdir(join(workspace, ".github/workflows"), { recursive: true });
    await writeFile(join(workspace, ".github/workflows/production.yml"), await callerFor(demo));
    const world = {
      apiUrl: forge.url,
      serverUrl: forge.url,
      repository: NAME,
      commit: demo.source.commit,
      secrets: { KONFLUX_TOKEN: TOKENS.konflux, QUAY_USERNAME: ROBOT.name, QUAY_PASSWORD: ROBOT.password, PROMETHEUS_TOKEN: TOKENS.prometheus },
      actions,
      environment: {},
    };
    const given = { commit: demo.source.commit, "retry-failed": "false", "dry-run": "false", ...inputs };
    return act(world, `${workspace}-act`, workspace, { workflow: "production.yml", inputs: given });
  }

  test("one Release, followed to its end, and what to do next", async () => {
    const run = await release();
    const errors = run.commands.filter(({ command }) => command === "error").map(({ value }) => value);
    expect({ errors, code: run.code, jobs: run.jobs }).toEqual({ errors: [], code: 0, jobs: { check: "success", release: "success" } });
    const [made, ...others] = await demo.releases();
    expect([others, made?.spec?.["snapshot"]]).toEqual([[], SNAPSHOT]);
    expect(run.summaries["release"]).toContain(`| Release | \`aap-aa-tenant/${made?.metadata.name}\` |`);
    for (const secret of demo.secrets) expect(run.output).not.toContain(secret);
  }, 120_000);

  test("T9, T28: an alert and an image that is not there are both named, and nothing is released", async () => {
    demo.fire(true);
    demo.quay.removeTag(IMAGE, demo.source.commit);
    const run = await release();
    expect([run.jobs["check"], run.jobs["notify-on-failure"], demo.writes()]).toEqual(["failure", "success", []]);
    expect(run.summaries["notify-on-failure"]).toContain("**Where:** Check: Verify the image (invalid), Ask for alerts (refused)");
  }, 120_000);
});

async function callerFor({ quay, monitoring, kubernetes }: DemoProduction): Promise<string> {
  const example = await readFile(join(ROOT, "examples/github/release-to-prod.yml"), "utf8");
  return example
    .replace("/release-to-prod.yml@v1", "/release-to-prod.pinned.yml@v1")
    .replace(`image: quay.io/${IMAGE}\n`, `image: ${quay.host}/${IMAGE}\n      registry-api: quay\n`)
    .replace("https://api.konflux.example:6443", kubernetes.url)
    .replace("https://prometheus.example.com", monitoring.prometheusUrl)
    .replace("https://alertmanager.example.com", monitoring.alertmanagerUrl);
}
