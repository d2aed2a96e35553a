import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { mkdir, readFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import { createDemoRepository, type DemoRepository } from "../demo-repository/index.ts";
import { runWorkflow, type JobResult, type RunOptions, type RunResult } from "../workflow-runner/index.ts";
import { installDocker } from "../stand-ins/docker/index.ts";
import { startRegistryStandIn } from "../stand-ins/registry/index.ts";
import { ROOT_PATH } from "../../tools/root.ts";
import { parseConfig } from "../../packages/config/parse.ts";
import { createStubs, installBuilders, type Stubs } from "./stubs.ts";

const WORKFLOW = ".github/workflows/release-tag.yml";
const DIGEST = `sha256:${"ab".repeat(32)}`;

let root: string;
let demo: DemoRepository;
let stubs: Stubs;
let counter = 0;

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "release-tag-"));
  demo = await createDemoRepository({ directory: join(root, "demo") });
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

beforeEach(async () => {
  stubs = await createStubs(join(root, `stubs-${++counter}`), WORKFLOW);
  await validated("v1.1.0-frontend", "1.1.0", "frontend");
  await stubs.behave("changelog-extract", { outputs: { verdict: "passed" } });
  await stubs.behave("publish-release", { outputs: { verdict: "done", url: "https://forge.test/r/1" } });
});

/** What validate-tag reports about the tag, with the images that the example's release-actions.yml gives the component. */
async function validated(tag: string, version: string, component: string, images: unknown = []): Promise<void> {
  const outputs = {
    tag,
    version,
    component,
    commit: demo.commit,
    verdict: "passed",
    images: JSON.stringify(images),
    report: "[]",
  };
  await stubs.behave("validate-tag", { outputs });
}

async function release(inputs: RunOptions["inputs"] = {}, more: Partial<RunOptions> = {}): Promise<RunResult> {
  const temporary = join(root, `run-${counter}`);
  await mkdir(temporary, { recursive: true });
  return runWorkflow({
    file: WORKFLOW,
    workspace: demo.bare,
    ref: "refs/tags/v1.1.0-frontend",
    sha: demo.commit,
    repository: "Acme/App",
    inputs,
    github: { serverUrl: "https://forge.test", apiUrl: "https://api.forge.test", token: "ghs_0123456789" },
    resolveAction: stubs.resolveAction,
    env: { PATH: `${stubs.bin}:${process.env.PATH ?? ""}` },
    temporary,
    ...more,
  });
}

const results = (run: RunResult) => Object.values(run.jobs).map((job) => job.result);
const summary = (job: JobResult | undefined) => job?.steps.map((step) => step.summary).join("") ?? "";
const log = (job: JobResult | undefined) => job?.steps.flatMap((step) => step.log).join("\n") ?? "";

const IMAGES = JSON.stringify({
  frontend: [{ name: "front-end", context: "frontend" }],
  "walking-skeleton": [
    { name: "automation-service", context: "automation-service" },
    { name: "ai-pipeline", image: "quay.test/acme/pipeline", context: "pipeline" },
  ],
});

/** GitHub's own token is for github.com's registry only. */
const GITHUB = { serverUrl: "https://github.com", apiUrl: "https://api.github.com", token: "ghs_0123456789" };

/** What build-image says, once for each of these images, in the order in which they are built. */
async function builds(...images: readonly string[]): Promise<void> {
  const outputs = (image: string) => ({ verdict: "done", image: `${image}@${DIGEST}`, digest: DIGEST });
  await stubs.behave("build-image", ...images.map((image) => ({ outputs: outputs(image) })));
}

describe("releases", () => {
  test("validate, extract the notes and publish, without images and smoke test", async () => {
    const run = await release({ "require-annotated": true, branch: "main" });
    expect(results(run)).toEqual(["success", "skipped", "skipped", "skipped", "success", "skipped"]);
    expect(run.outputs).toEqual({
      tag: "v1.1.0-frontend",
      version: "1.1.0",
      component: "frontend",
      "release-url": "https://forge.test/r/1",
      digests: "",
    });
    expect((await stubs.calls("validate-tag"))[0]).toMatchObject({
      branch: "main",
      "require-annotated": "true",
      "require-changelog": "true",
    });
    expect((await stubs.calls("changelog-extract"))[0]).toMatchObject({
      version: "1.1.0",
      component: "frontend",
      reflow: "release",
    });
    expect((await stubs.calls("publish-release"))[0]).toMatchObject({
      tag: "v1.1.0-frontend",
      "body-file": ".release-notes.md",
    });
  });

  test.each([
    ["automation-service", ["automation-service"]],
    ["ai-pipeline", ["ai-pipeline"]],
    ["frontend", ["frontend"]],
    ["walking-skeleton", ["automation-service", "ai-pipeline", "frontend"]],
  ])("the example's caller: a tag of %s builds and tests %j", async (component, built) => {
    await installBuilders(stubs.bin, "buildah");
    await builds(...built.map((name) => `ghcr.io/acme/app/${name}`));
    const tag = `v1.1.0-${component}`;
    const source = await readFile("examples/release-actions.yml", "utf8");
    const { config, problems } = parseConfig(source, "examples/release-actions.yml");
    expect(problems).toEqual([]);
    await validated(tag, "1.1.0", component, config.components?.find(({ name }) => name === component)?.images);
    const run = await release(undefined, {
      file: "examples/github/release.yml",
      ref: `refs/tags/${tag}`,
      github: GITHUB,
      resolveWorkflow: (uses) =>
        uses === "org/release-actions/.github/workflows/release-tag.yml@v1" ? WORKFLOW : undefined,
    });
    expect(run.result).toBe("success");
    const digests = run.jobs.release?.outputs.digests?.split(/\s+/).filter(Boolean) ?? [];
    expect(digests.map((pair) => pair.split("=")[0])).toEqual(built);
    expect(log(run.jobs.release?.jobs?.["staging-smoke"])).toContain(`smoke test of ${component} 1.1.0`);
  });

  test("check the services, the page and the metrics in turn, with the tag's version where it is required", async () => {
    const run = await release(
      {
        "smoke-suite": "smoke.yml",
        "smoke-environment": "staging",
        "smoke-version": true,
        "smoke-frontend-url": "https://staging.test/",
        "smoke-metrics-duration": "5m",
        "smoke-slos": "slos.yml",
        "smoke-selector": 'env="staging"',
      },
      {
        secrets: {
          "smoke-headers": "https://staging.test Authorization: Bearer abc0123456",
          "smoke-prometheus-token": "prometheus-0123456789",
        },
      },
    );
    expect(run.result).toBe("success");
    const [smoke] = await stubs.calls("smoke");
    expect(smoke).toMatchObject({
      suite: "smoke.yml",
      environment: "staging",
      "expect-version": "1.1.0",
      headers: "https://staging.test Authorization: Bearer abc0123456",
    });
    const [page] = await stubs.calls("frontend-check");
    expect(page).toMatchObject({ url: "https://staging.test/", root: "#root", "expect-version": "1.1.0" });
    const [metrics] = await stubs.calls("metrics-gate");
    expect(metrics).toMatchObject({
      "prometheus-url": "",
      environment: "staging",
      slos: "slos.yml",
      selector: 'env="staging"',
      duration: "5m",
      token: "prometheus-0123456789",
    });
  });

  test("attach files from the named artifact; a missing artifact is an error", async () => {
    const run = await release({ artifact: "packages", files: "release-files/*" });
    expect(run.jobs.publish?.result).toBe("failure");
    expect(await stubs.calls("publish-release")).toEqual([]);
    expect(summary(run.jobs["notify-on-failure"])).toContain("Publish: Download the files to attach (failure)");
  });
});

describe("images", () => {
  test.each(["docker", "buildah"] as const)(
    "of the tag's component are built and tested by their digests, signed in with %s",
    async (tool) => {
      await installBuilders(stubs.bin, tool);
      await builds("ghcr.io/acme/app/front-end");
      const command = 'echo "smoke $RELEASE_COMPONENT $RELEASE_VERSION $IMAGE_FRONT_END"';
      const run = await release({ images: IMAGES, "smoke-command": command }, { github: GITHUB });
      const image = `ghcr.io/acme/app/front-end@${DIGEST}`;
      expect(results(run)).toEqual(["success", "success", "success", "success", "success", "skipped"]);
      expect(run.outputs.digests?.trim()).toBe(`front-end=${image}`);
      expect(log(run.jobs["staging-smoke"])).toContain(`smoke frontend 1.1.0 ${image}`);
      expect(await stubs.calls("build-image")).toMatchObject([
        {
          ...{ name: "front-end", image: "", context: "frontend", dockerfile: "", version: "1.1.0" },
          ...{ registry: "ghcr.io", username: "octocat", password: "ghs_0123456789", "commit-sha": demo.commit },
        },
      ]);
      const commands = await stubs.commands();
      expect(commands.at(-1)).toBe(`${tool} login --username octocat --password-stdin ghcr.io`);
      expect(commands.join("\n")).not.toContain("ghs_0123456789");
    },
  );

  test("of a train are all built, each with its digest", async () => {
    await builds("quay.test/acme/app/automation-service", "quay.test/acme/pipeline");
    await validated("v1.1.0-walking-skeleton", "1.1.0", "walking-skeleton");
    const run = await release(
      { images: IMAGES, registry: "quay.test" },
      { ref: "refs/tags/v1.1.0-walking-skeleton", secrets: { "registry-password": "hunter22" } },
    );
    expect(run.outputs.digests?.split(/\s+/).filter(Boolean)).toEqual([
      `automation-service=quay.test/acme/app/automation-service@${DIGEST}`,
      `ai-pipeline=quay.test/acme/pipeline@${DIGEST}`,
    ]);
    const calls = await stubs.calls("build-image");
    expect(calls.map(({ name, image, password }) => [name, image, password])).toEqual([
      ["automation-service", "", "hunter22"],
      ["ai-pipeline", "quay.test/acme/pipeline", "hunter22"],
    ]);
  });

  test("nobody signs in without a password for another registry", async () => {
    await installBuilders(stubs.bin, "docker");
    await builds("quay.test/acme/app/front-end");
    const run = await release({ images: IMAGES, registry: "quay.test", "smoke-command": "true" });
    expect(run.result).toBe("success");
    expect((await stubs.calls("build-image"))[0]).toMatchObject({ username: "", password: "" });
    expect(await stubs.commands()).toEqual([]);
  });

  test("are really built, pushed and tested, with a real registry and docker", async () => {
    const account = { user: "octocat", password: "hunter22-of-the-registry" };
    const registry = await startRegistryStandIn(account);
    try {
      const docker = installDocker(stubs.bin);
      const options: Partial<RunOptions> = {
        secrets: { "registry-password": account.password },
        resolveAction: (uses) =>
          uses === "$/build-image" ? { directory: join(ROOT_PATH, "build-image") } : stubs.resolveAction(uses),
      };
      const inputs = { images: IMAGES, registry: registry.host, "smoke-command": "echo tested $IMAGE_FRONT_END" };
      const run = await release(inputs, options);
      const tag = `commit-${demo.commit}`;
      const digest = registry.tags.get(`acme/app/front-end:${tag}`);
      const image = `${registry.host}/acme/app/front-end@${digest}`;
      expect([run.result, run.outputs.digests?.trim()]).toEqual(["success", `front-end=${image}`]);
      expect(log(run.jobs["staging-smoke"])).toContain(`tested ${image}`);
      expect(summary(run.jobs["build-images"])).toContain(image);
      expect((await stubs.calls("quay-verify"))[0]).toMatchObject({
        images: `${registry.host}/acme/app/front-end:${tag}@${digest}`,
      });
      const shown = Object.values(run.jobs).map((job) => [log(job), summary(job), job.outputs]);
      expect(JSON.stringify(shown)).not.toContain(account.password);
      const again = await release(inputs, { ...options, temporary: join(root, `again-${counter}`) });
      expect([again.result, again.outputs.digests?.trim()]).toEqual(["success", `front-end=${image}`]);
      expect(docker.calls().filter(([, second]) => second === "build")).toHaveLength(1);
    } finally {
      await registry.close();
    }
  });

  test("are not skipped if their output is lost", async () => {
    await stubs.behave("build-image", { outputs: { verdict: "done", image: "" } });
    const run = await release({ images: IMAGES, "smoke-command": "echo tested" });
    expect(results(run)).toEqual(["success", "success", "failure", "skipped", "skipped", "success"]);
    expect(log(run.jobs["verify-images"])).toContain("the build returned no image");
  });

  test("that are not verified are neither tested nor published", async () => {
    await builds("ghcr.io/acme/app/front-end");
    await stubs.behave("quay-verify", { exit: 1, outputs: { verdict: "refused" } });
    const run = await release({ images: IMAGES, "smoke-command": "echo tested" });
    expect(results(run)).toEqual(["success", "success", "failure", "skipped", "skipped", "success"]);
    const [call] = await stubs.calls("quay-verify");
    expect(call).toMatchObject({
      images: `ghcr.io/acme/app/front-end:commit-${demo.commit}@${DIGEST}`,
      "fail-on": "none",
      labels: "org.opencontainers.image.revision={commit-sha}",
    });
    const said = summary(run.jobs["notify-on-failure"]);
    expect(said).toContain("**Where:** Verify the images: Verify what was built (refused)");
    expect(said).toContain("Nothing was published.");
  });

  test.each([
    [
      "more than eight images",
      JSON.stringify({ frontend: Array.from({ length: 9 }, (_, index) => ({ name: `i${index}` })) }),
      /more than eight/,
    ],
    [
      "a name that is none",
      '{"frontend":[{"name":"A;id","context":"frontend"}]}',
      /frontend\[0\]\.name|name has characters/,
    ],
    ["an image with a tag", '{"frontend":[{"name":"a","image":"x/Y","context":"frontend"}]}', /must be in lower case/],
    ["text that is no JSON", "{", /the input images is not a valid list of images/],
  ])("are refused: %s", async (_title, images, message) => {
    const run = await release({ images });
    expect(log(run.jobs.validate)).toMatch(message);
    expect(await stubs.calls("build-image")).toEqual([]);
    expect(run.jobs.publish?.result).toBe("skipped");
  });
});

describe("failures", () => {
  test("a failed build publishes nothing and states it", async () => {
    await stubs.behave("build-image", { exit: 1, outputs: { verdict: "refused" } });
    const run = await release({ images: IMAGES });
    expect(results(run)).toEqual(["success", "failure", "skipped", "skipped", "skipped", "success"]);
    expect(summary(run.jobs["notify-on-failure"])).toContain("**Where:** Build the images: Build and push (failure)");
  });

  test.each([
    ["smoke", { "smoke-suite": "smoke.yml" }, "Test the services"],
    ["frontend-check", { "smoke-frontend-url": "https://staging.test/" }, "Open the page"],
    [
      "metrics-gate",
      { "smoke-prometheus-url": "https://prometheus.test", "smoke-metrics-duration": "5m" },
      "Watch the metrics",
    ],
  ])("nothing is published if %s fails or is undecided, and the step is named", async (action, inputs, step) => {
    await stubs.behave(action, { exit: 3, outputs: { verdict: "undecided" } });
    const run = await release(inputs);
    expect([run.jobs["staging-smoke"]?.result, run.jobs["publish"]?.result]).toEqual(["failure", "skipped"]);
    const said = summary(run.jobs["notify-on-failure"]);
    expect(said).toContain(`Smoke-test: ${step} (undecided)`);
    expect(said).toContain("there is not enough evidence");
  });

  test("a failed smoke test publishes nothing and names the step and the next command", async () => {
    const run = await release({ "smoke-command": "echo started\nfalse | true\necho not reached" });
    expect(results(run)).toEqual(["success", "skipped", "skipped", "failure", "skipped", "success"]);
    expect(log(run.jobs["staging-smoke"])).not.toContain("not reached");
    const text = summary(run.jobs["notify-on-failure"]);
    expect(text).toContain(
      "**Where:** Smoke-test: Test it (refused) ([log](<https://forge.test/Acme/App/actions/runs/1>))",
    );
    expect(text).toContain("\ngh run rerun 1 --repo Acme/App --failed\n");
  });

  test("a refused tag stops everything; the summary has the report and a command to try again", async () => {
    await stubs.behave("validate-tag", {
      exit: 1,
      outputs: { tag: "v1.1.0-frontend", verdict: "refused", report: '[{"check":"changelog","result":"failed"}]' },
    });
    const run = await release();
    expect(results(run)).toEqual(["failure", "skipped", "skipped", "skipped", "skipped", "success"]);
    const text = summary(run.jobs["notify-on-failure"]);
    expect(text).toContain("| Validate | failure |");
    expect(text).toContain("Validate: Validate the tag (refused)");
    expect(text).toContain("A check failed.");
    expect(text).toContain("\nrelease-actions validate-tag --tag 'v1.1.0-frontend'\n");
    expect(text).toContain('"check": "changelog"');
  });

  test("an unclear write states that running again completes it", async () => {
    await stubs.behave("publish-release", { exit: 4, outputs: { verdict: "unknown" } });
    const run = await release();
    expect(results(run)).toEqual(["success", "skipped", "skipped", "skipped", "failure", "success"]);
    expect(summary(run.jobs["notify-on-failure"])).toContain(
      "A write may or may not have happened. Running again first checks what exists",
    );
  });

  test("T31: a hostile tag stays text in the summary", async () => {
    const tag = "v1`$(id)`</details>'-frontend";
    await stubs.behave("validate-tag", { exit: 2, outputs: { tag, verdict: "invalid", report: '["```\\n# x"]' } });
    execFileSync("git", ["-C", demo.bare, "update-ref", `refs/tags/${tag}`, demo.commit]);
    const run = await release({}, { ref: `refs/tags/${tag}` });
    execFileSync("git", ["-C", demo.bare, "update-ref", "-d", `refs/tags/${tag}`]);
    const text = summary(run.jobs["notify-on-failure"]);
    expect(text).toContain("The release of ``v1`$(id)`</details>'-frontend`` failed");
    expect(text).toContain("\n```\nrelease-actions validate-tag --tag 'v1`$(id)`</details>'\\''-frontend'\n```\n");
    // The fence of the report is longer than the one in it.
    expect(text).toContain('\n````json\n[\n  "```\\n# x"\n]\n````\n');
  });

  test("a missing compose file fails before anything is tested", async () => {
    const run = await release({ "smoke-compose-file": "compose.smoke.yml", "smoke-command": "echo tested" });
    expect(log(run.jobs["staging-smoke"])).toContain('there is no file "compose.smoke.yml"');
    expect(log(run.jobs["staging-smoke"])).not.toContain("tested\n");
    expect(run.jobs.publish?.result).toBe("skipped");
  });
});
