import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from "@jest/globals";
import { mkdir, mkdtemp, readFile, rename, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { APP_INTERFACE, IMAGE, NAME, ROBOT, startDemoProduction, TOKENS, type DemoProduction } from "../demo-production/index.ts";
import { git } from "../repositories.ts";
import { path, program, ring } from "../rings.ts";
import { pipeline, RUNNER, type PipelineResult } from "./gitlab.ts";
import { BUILT, released, ROOT } from "./released.ts";

const NEEDS = [
  path("gitlab-ci-local", RUNNER, "npm ci"),
  program("rsync", ["--version"], "apt-get install rsync"),
  path("dist", BUILT, "npm run build"),
];

ring("gitlab-ci-local: the GitLab twin of release-to-prod", NEEDS, () => {
  let directory: string;
  let repositories: string;
  let demo: DemoProduction;
  let runs = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gitlab-production-"));
    repositories = join(directory, "srv");
    await mkdir(join(repositories, "org"), { recursive: true });
    const { repository } = await released(directory, "v1.0.0");
    await rename(repository, join(repositories, "org/release-actions.git"));
  });
  afterAll(() => rm(directory, { recursive: true, force: true }));

  beforeEach(async () => void (demo = await startDemoProduction({ directory: join(directory, `demo-${(runs += 1)}`) })));
  afterEach(() => demo.close());

  async function release(more: Readonly<Record<string, string>> = {}): Promise<PipelineResult> {
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
      APP_INTERFACE_URL: `${demo.gitlabUrl}/${APP_INTERFACE}.git`,
      SCHEMAS_URL: demo.schemas,
      KONFLUX_SERVER: demo.kubernetes.url,
      KONFLUX_TOKEN: TOKENS.konflux,
      PROMETHEUS_TOKEN: TOKENS.prometheus,
      QUAY_USERNAME: ROBOT.name,
      QUAY_PASSWORD: ROBOT.password,
    };
    return pipeline(world, `${checkout}-home`, checkout, "main", { ...variables, ...more });
  }

  test("one Release, followed to its end; a second pipeline makes no other", async () => {
    const first = await release({ SCHEMAS_REF: demo.inputs["schemas-ref"] ?? "" });
    const jobs = ["alerts-gate", "appinterface-validate", "ask-for-alerts-again", "look-at-konflux", "quay-verify", "release", "verify-commit", "verify-image-again", "what-is-next"];
    expect({ code: first.code, results: resultsOf(first) }).toEqual({ code: 0, results: jobs.map((job) => `PASS ${job}`) });
    const [made, ...others] = await demo.releases();
    expect(others).toEqual([]);
    expect(first.output).toContain(`Release:  ${made?.metadata.name} of`);
    expect(first.output).toContain("to managed-ns: succeeded");
    for (const secret of demo.secrets) expect(first.output).not.toContain(secret);
    const before = demo.writes();
    const second = await release();
    expect([second.code, demo.writes()]).toEqual([0, before]);
  }, 240_000);

  test("T27, T28: a dry run asks every gate; an alert refuses; neither makes a Release", async () => {
    const dry = await release({ DRY_RUN: "true" });
    expect([dry.code, resultsOf(dry)]).toEqual([0, ["alerts-gate", "look-at-konflux", "quay-verify", "verify-commit"].map((job) => `PASS ${job}`)]);
    demo.fire(true);
    const refused = await release();
    expect(refused.code).not.toBe(0);
    expect(resultsOf(refused)).toEqual(expect.arrayContaining(["FAIL alerts-gate", "PASS look-at-konflux", "PASS quay-verify"]));
    expect([await demo.releases(), demo.writes()]).toEqual([[], []]);
  }, 240_000);
});

/** The example with the stand-ins' addresses, its components taken from this checkout. */
async function callerFor({ quay, monitoring }: DemoProduction, repositories: string): Promise<string> {
  const example = await readFile(join(ROOT, "examples/gitlab/release-to-prod.gitlab-ci.yml"), "utf8");
  const source = `source-url: file://${repositories}/org/release-actions.git\n      source-ref: v1.0.0\n`;
  const page = example
    .replaceAll("    inputs:\n", `    inputs:\n      ${source}`)
    .replaceAll(`image: quay.io/${IMAGE}\n`, `image: ${quay.host}/${IMAGE}\n      api: quay\n`)
    .replaceAll("https://prometheus.example.com", monitoring.prometheusUrl)
    .replaceAll("https://alertmanager.example.com", monitoring.alertmanagerUrl);
  // gitlab-ci-local says where the project would be in a container, and runs the job in a shell all the same.
  return `${page.replaceAll(/^( {2}before_script:\n)/gm, '$1    - export CI_PROJECT_DIR="$PWD"\n')}\ndefault:\n  before_script:\n    - export CI_PROJECT_DIR="$PWD"\n`;
}

function resultsOf({ output }: PipelineResult): string[] {
  return [...output.matchAll(/^ (PASS|FAIL|WARN) +(\S+)/gm)].map(([, result = "", job = ""]) => `${result} ${job}`).sort();
}
