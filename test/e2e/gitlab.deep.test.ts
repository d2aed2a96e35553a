import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createDemoRepository, type DemoRepository } from "../demo-repository/index.ts";
import { path, program, ring } from "../rings.ts";
import { startForge, type Forge } from "../stand-ins/forge/index.ts";
import { startQuay } from "../stand-ins/quay/index.ts";
import { startGitHttp, type GitHttp } from "../stand-ins/git-http.ts";
import { must } from "./command.ts";
import { gitEnvironment, JOB_TOKEN, PATH } from "./environment.ts";
import { pipeline, RUNNER, type PipelineResult } from "./gitlab.ts";
import { BUILT, released, ROOT } from "./released.ts";

const PROJECT = "acme/shop";
const NEEDS = [
  path("gitlab-ci-local", RUNNER, "npm ci"),
  program("rsync", ["--version"]),
  path("dist", BUILT, "npm run build"),
];

ring("gitlab-ci-local: the GitLab example, from a pushed tag to its release", NEEDS, () => {
  let directory: string;
  let repositories: string;
  let example: string;
  let commit: string;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gitlab-ring-"));
    repositories = join(directory, "srv");
    await mkdir(join(repositories, "org"), { recursive: true });
    const { repository } = await released(directory, "v1.0.0");
    await rename(repository, join(repositories, "org/release-actions.git"));
    commit = (
      await must("git", ["rev-parse", "v1.0.0^{commit}"], {
        cwd: join(repositories, "org/release-actions.git"),
        env: { ...gitEnvironment(), PATH },
      })
    ).trim();
    example = await readFile(join(ROOT, "examples/gitlab/.gitlab-ci.yml"), "utf8");
  });

  afterAll(async () => {
    await rm(directory, { recursive: true, force: true });
  });

  interface World {
    readonly demo: DemoRepository;
    readonly forge: Forge;
    readonly git: GitHttp;
    release(tag: string): Promise<PipelineResult>;
    close(): Promise<void>;
  }

  async function openWorld(
    name: string,
    files: Readonly<Record<string, string>> = {},
    ref = "v1.0.0",
    page = example,
  ): Promise<World> {
    const source = `source-url: file://${repositories}/org/release-actions.git\n      source-ref: ${ref}\n`;
    const demo = await createDemoRepository({
      directory: join(directory, name),
      files: { ".gitlab-ci.yml": callerFor(page, source), ...files },
    });
    const forge = await startForge({
      tokens: [{ value: JOB_TOKEN, kind: "job", protectedTags: true }],
      repositories: [{ path: PROJECT, gitDirectory: demo.bare, protectedTags: ["v*"] }],
    });
    const git = await startGitHttp({
      repositories: { [PROJECT]: demo.bare },
      token: JOB_TOKEN,
      fallback: forge.gitlab.serverUrl,
    });
    const world = {
      apiUrl: forge.gitlab.apiUrl,
      serverUrl: git.url,
      project: PROJECT,
      projectId: String(forge.state().repositories[0]!.gitlab.projectId),
      commit: demo.commit,
      repositories,
    };
    let runs = 0;
    return {
      demo,
      forge,
      git,
      async release(tag) {
        runs += 1;
        const checkout = join(directory, `${name}-${runs}`);
        await cp(demo.workTree, checkout, { recursive: true });
        return await pipeline(world, `${checkout}-home`, checkout, tag);
      },
      async close() {
        await git.close();
        await forge.close();
      },
    };
  }

  const releasesOf = ({ forge }: World) => forge.state().repositories[0]!.gitlab.releases;
  const writes = ({ forge }: World) =>
    forge.ledger.filter(({ method }) => method !== "GET").map(({ method, url }) => `${method} ${url}`);

  test("validates the tag, extracts the notes and releases with the job token; a second pipeline has nothing to do", async () => {
    const world = await openWorld("released");
    try {
      const first = await world.release("v1.1.0-automation-service");
      expect({ code: first.code, results: resultsOf(first) }).toEqual({
        code: 0,
        results: ["PASS validate-tag", "PASS changelog-extract", "PASS publish-release"],
      });
      expect(logOf(first, "validate-tag")).toContain(
        "✅ pass  version-files: automation-service/__init__.py says 3.0.1, as the changelog entry's component versions\n",
      );
      expect(logOf(first, "publish-release")).toContain(
        "POST /projects/1001/releases: the release of v1.1.0-automation-service\n",
      );
      expect(releasesOf(world)).toMatchObject([{ tag: "v1.1.0-automation-service", name: "automation-service 1.1.0" }]);
      const { description } = releasesOf(world)[0]!;
      expect(description).toMatch(/^### Added - Walking Skeleton Release\n/);
      expect(description).toContain("the gateway asks the automation service, and the answer");
      expect(description).not.toContain("Ready for production");
      expect(writes(world)).toEqual(["POST /api/v4/projects/1001/releases"]);

      const second = await world.release("v1.1.0-automation-service");
      expect({ code: second.code, log: logOf(second, "publish-release") }).toMatchObject({
        code: 0,
        log: expect.stringContaining("unchanged"),
      });
      expect(writes(world)).toHaveLength(1);
      for (const run of [first, second]) expect(run.output).not.toContain(JOB_TOKEN);
      expect(world.forge.ledger.flatMap(({ seen }) => seen).every(({ where }) => where === "header job-token")).toBe(
        true,
      );
    } finally {
      await world.close();
    }
  }, 60_000);

  test("quay-verify as a component: the account comes from variables, and the verified image is used by its digest", async () => {
    const quay = await startQuay({
      robots: [{ name: "acme+ci", password: "robot-secret-value" }],
      repositories: [{ path: "acme/app" }],
    });
    const page = `stages: [verify]
variables:
  QUAY_USERNAME: acme+ci
  QUAY_PASSWORD: robot-secret-value
include:
  - component: $CI_SERVER_FQDN/org/release-actions/quay-verify@1
    inputs:
      stage: verify
      image: ${quay.host}/acme/app
      api: quay
      commit-sha: $CI_COMMIT_SHA
`;
    const world = await openWorld("quay", {}, "v1.0.0", page).catch(async (error: unknown) => {
      await quay.close();
      throw error;
    });
    try {
      quay.addImage("acme/app", { tags: [world.demo.commit] });
      const run = await world.release("v1.1.0-frontend");
      expect({ code: run.code, results: resultsOf(run) }).toEqual({ code: 0, results: ["PASS quay-verify"] });
      const variables = (await run.artifact("quay-verify", "release-actions-reports/outputs.env")) ?? "";
      expect(variables).toContain(
        `QUAY_VERIFY_IMAGE=${quay.host}/acme/app@${quay.digestOf("acme/app", world.demo.commit)}\n`,
      );
      expect(run.output).not.toContain("robot-secret-value");
      quay.removeTag("acme/app", world.demo.commit);
      expect(resultsOf(await world.release("v1.1.0-frontend"))).toEqual(["FAIL quay-verify"]);
    } finally {
      await world.close();
      await quay.close();
    }
  }, 60_000);

  test("a job's outputs reach the next job in variables and files; release-actions may be pinned to a commit", async () => {
    const world = await openWorld("outputs", {}, commit);
    try {
      const run = await world.release("v1.1.0-frontend");
      expect(run.code).toBe(0);
      const variables = async (job: string) => (await run.artifact(job, "release-actions-reports/outputs.env")) ?? "";
      expect(await variables("validate-tag")).toContain(
        "VALIDATE_TAG_VERSION=1.1.0\nVALIDATE_TAG_COMPONENT=frontend\n",
      );
      expect(await variables("changelog-extract")).toContain(
        "CHANGELOG_EXTRACT_BODY_FILE=release-actions-reports/changelog-extract/body\n",
      );
      const published = (await variables("publish-release")).trimEnd().split("\n");
      expect(published).toContain(
        `PUBLISH_RELEASE_URL=${world.forge.gitlab.serverUrl}/acme/shop/-/releases/v1.1.0-frontend`,
      );
      // A job's report holds its own outputs, each once, not those of the jobs before it.
      const names = published.map((line) => line.slice(0, line.indexOf("=")));
      expect(names.filter((name) => !name.startsWith("PUBLISH_RELEASE_"))).toEqual([]);
      expect(new Set(names).size).toBe(names.length);
      const body = await run.artifact("changelog-extract", "release-actions-reports/changelog-extract/body");
      expect(body).toBe(releasesOf(world)[0]!.description);
      expect(await run.artifact("validate-tag", "release-actions-reports/summary.md")).toContain(
        "| version-files | ✅ pass |",
      );
    } finally {
      await world.close();
    }
  }, 60_000);

  test("the README's pipeline, which passes no values between jobs, publishes the same release", async () => {
    const readme = await readFile(join(ROOT, "README.md"), "utf8");
    const [, page = ""] = /## A release on GitLab\n\n```yaml\n([^]*?)```/.exec(readme) ?? [];
    const world = await openWorld(
      "readme",
      {},
      "v1.0.0",
      page.replaceAll(/^( {2}- component: .*)$/gm, "$1\n    inputs:"),
    );
    try {
      const run = await world.release("v1.1.0-frontend");
      expect({ code: run.code, results: resultsOf(run) }).toEqual({
        code: 0,
        results: ["PASS validate-tag", "PASS changelog-extract", "PASS publish-release"],
      });
      expect(releasesOf(world)).toMatchObject([{ tag: "v1.1.0-frontend", name: "frontend 1.1.0" }]);
      expect(releasesOf(world)[0]!.description).toContain("### Added - Walking Skeleton Release");
    } finally {
      await world.close();
    }
  }, 60_000);

  test("a tag without notes ends the pipeline at its first job: the log states why, and nothing is written", async () => {
    const world = await openWorld("missing", {
      "CHANGELOG.md": "# Changelog\n\n## [1.0.0] - 2025-01-02\n\n- The first\n",
    });
    try {
      const run = await world.release("v1.1.0-frontend");
      expect({ code: run.code, results: resultsOf(run) }).toEqual({ code: 1, results: ["FAIL validate-tag"] });
      expect(logOf(run, "validate-tag")).toMatch(/error:.* CHANGELOG\.md has no entry for 1\.1\.0/);
      expect(logOf(run, "validate-tag")).toContain("validate-tag: refused (exit code 1)\n");
      expect(await run.artifact("validate-tag", "release-actions-reports/outputs.env")).toContain(
        "VALIDATE_TAG_VERDICT=refused\n",
      );
      expect(writes(world)).toEqual([]);
    } finally {
      await world.close();
    }
  }, 60_000);
});

/** The example, with its components taken from this checkout. */
function callerFor(example: string, source: string): string {
  const caller = example.replaceAll("    inputs:\n", `    inputs:\n      ${source}`);
  expect(caller.split("source-ref").length).toBe(example.split("- component:").length);
  // gitlab-ci-local says where the project would be in a container, and runs the job in a shell anyway.
  return `${caller}\ndefault:\n  before_script:\n    - export CI_PROJECT_DIR="$PWD"\n`;
}

function resultsOf({ output }: PipelineResult): string[] {
  return [...output.matchAll(/^ (PASS|FAIL|WARN) +(\S+)/gm)].map(([, result = "", job = ""]) => `${result} ${job}`);
}

/** What one job printed. */
function logOf({ output }: PipelineResult, job: string): string {
  return [...output.matchAll(/^(\S+) +> (.*)$/gm)]
    .filter(([, name]) => name === job)
    .map(([, , text = ""]) => `${text}\n`)
    .join("");
}
