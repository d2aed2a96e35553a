import { execFile } from "node:child_process";
import { chmodSync, cpSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, expect, test } from "@jest/globals";
import { DEMO_NOTES } from "./demo-repository/index.ts";
import { ROOT, startDemoRelease, type DemoRelease } from "./demo-release/index.ts";
import { path, program, ring } from "./rings.ts";

const run = promisify(execFile);
const { version } = JSON.parse(readFileSync(join(ROOT, "package.json"), "utf8")) as { version: string };
const RUNNER = join(ROOT, "node_modules/.bin/gitlab-ci-local");

const needs = [
  path("gitlab-ci-local", RUNNER, "npm ci"),
  program("rsync", ["--version"], "apt-get install rsync"),
  ...["validate-tag", "changelog-extract", "publish-release"].map((name) =>
    path(`templates/${name}.yml`, join(ROOT, "templates", `${name}.yml`), "npm run generate && npm run build"),
  ),
];

/** The GitLab example by gitlab-ci-local: components from a repository with version tags, dotenv reports, artifacts. */
ring("gitlab-ci-local runs the GitLab example", needs, () => {
  let directory: string;
  let demo: DemoRelease;
  let environment: NodeJS.ProcessEnv;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "gitlab-"));
    demo = await startDemoRelease({ directory });
    const served = join(directory, "served");
    environment = { ...process.env, GIT_SSH_COMMAND: sshTo(directory, served), GIT_SSH_VARIANT: "ssh", HOME: directory, NO_COLOR: "1" };
    await publishComponents(directory, join(served, "org/release-actions.git"));
    const git = (...args: string[]) => run("git", ["-C", demo.repository.workTree, ...args], { env: environment });
    cpSync(demo.repository.bare, join(served, `${demo.name}.git`), { recursive: true });
    await git("remote", "set-url", "origin", `git@gitlab.example.com:${demo.name}.git`);
    await git("fetch", "--quiet", "origin", "+refs/heads/*:refs/remotes/origin/*");
    await git("remote", "set-head", "origin", "main");
  });

  afterAll(async () => {
    await demo.close();
    await rm(directory, { recursive: true, force: true });
  });

  test("v1.1.0-frontend goes from tag to published release", async () => {
    const { workTree, commit } = demo.repository;
    writeFileSync(join(workTree, ".gitlab-ci.yml"), readFileSync(join(ROOT, "examples/gitlab/.gitlab-ci.yml"), "utf8"));
    const variables = {
      CI_COMMIT_TAG: "v1.1.0-frontend",
      CI_COMMIT_SHA: commit,
      // A job with an image is told the path inside of its container, which --force-shell-executor does not mend.
      CI_PROJECT_DIR: workTree,
      CI_PROJECT_PATH: demo.name,
      CI_PROJECT_ID: String(projectOf(demo).gitlab.projectId),
      CI_SERVER_URL: demo.serverUrl,
      CI_API_V4_URL: demo.forge.gitlab.apiUrl,
      CI_JOB_TOKEN: demo.token,
      RELEASE_ACTIONS_SOURCE_URL: join(directory, "served/org/release-actions.git"),
    };
    const { stdout } = await run(
      RUNNER,
      ["--force-shell-executor", ...Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`])],
      { cwd: workTree, env: environment, maxBuffer: 64 * 1024 * 1024, timeout: 110_000 },
    ).catch((error: { stdout?: string; stderr?: string; message: string }) => {
      throw new Error(`${error.message.slice(0, 300)}\n${error.stdout ?? ""}\n${error.stderr ?? ""}`);
    });
    expect(stdout).toMatch(/PASS.*publish-release/s);
    const { releases } = projectOf(demo).gitlab;
    expect(releases.map(({ tag }) => tag)).toEqual(["v1.1.0-frontend"]);
    for (const line of DEMO_NOTES.within) expect(releases[0]?.description).toContain(line);
  }, 120_000);
});

function projectOf(demo: DemoRelease) {
  const project = demo.forge.state().repositories.find((one) => one.path === demo.name);
  if (project === undefined) throw new Error(`the forge has no ${demo.name}`);
  return project;
}

/** gitlab-ci-local reaches other projects by ssh: this ssh runs git here, below a directory. */
function sshTo(directory: string, served: string): string {
  const file = join(directory, "ssh");
  mkdirSync(served, { recursive: true });
  writeFileSync(
    file,
    `#!/bin/bash\ncommand="\${@: -1}"; verb="\${command%% *}"; path="\${command#* }"; path="\${path//\\'/}"\nexec "$verb" "${served}/\${path#/}"\n`,
  );
  chmodSync(file, 0o755);
  return file;
}

/** What a release of this repository holds for GitLab, tagged as one. */
async function publishComponents(directory: string, bare: string): Promise<void> {
  const tree = join(directory, "release-actions");
  mkdirSync(tree);
  for (const part of ["dist", "templates", "package.json"]) cpSync(join(ROOT, part), join(tree, part), { recursive: true });
  const git = (...args: string[]) => run("git", ["-C", tree, "-c", "user.name=x", "-c", "user.email=x@example.test", ...args]);
  await git("init", "--quiet", "--initial-branch=main");
  await git("add", "--all");
  await git("commit", "--quiet", "--message=Release");
  // The templates of a version below 1 say so in source-ref; the example asks for @1.
  for (const tag of new Set([`v${version}`, "1.0.0"])) await git("tag", tag);
  await git("clone", "--quiet", "--bare", ".", bare);
}
