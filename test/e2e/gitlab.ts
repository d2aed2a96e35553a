/** Runs a project's pipeline with gitlab-ci-local, on this machine, as GitLab would run it for a pushed tag. */
import { mkdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { must, run, type CommandResult } from "./command.ts";
import { gitEnvironment, JOB_TOKEN, PATH } from "./environment.ts";
import { ROOT } from "./released.ts";

export const RUNNER = `${ROOT}node_modules/gitlab-ci-local/dist/index.js`;

export interface GitLabWorld {
  readonly apiUrl: string;
  /** With the project's git below it. */
  readonly serverUrl: string;
  readonly project: string;
  readonly projectId: string;
  readonly commit: string;
  /** Folder with the bare repositories of the instance, as `group/project.git`. */
  readonly repositories: string;
}

export interface PipelineResult extends CommandResult {
  /** What each job left: the text of a file among its artifacts, or undefined. */
  artifact(job: string, path: string): Promise<string | undefined>;
}

/** It asks for components by git over ssh; this runs git here instead. */
const SSH = `#!/usr/bin/env bash
command=\${@: -1}
program=\${command%% *}
path=\${command#* }
path=\${path//\\'/}
exec "$program" "$E2E_REPOSITORIES/\${path#/}"
`;

/** `ref` is the pushed tag, or a branch where `more` has variables of a pipeline that was started manually. */
export async function pipeline(
  world: GitLabWorld,
  directory: string,
  checkout: string,
  ref: string,
  more?: Readonly<Record<string, string>>,
): Promise<PipelineResult> {
  await mkdir(join(directory, "home"), { recursive: true });
  await writeFile(join(directory, "ssh"), SSH, { mode: 0o755 });
  const env = {
    ...gitEnvironment(),
    PATH,
    HOME: join(directory, "home"),
    TMPDIR: directory,
    GIT_SSH_COMMAND: join(directory, "ssh"),
    GIT_SSH_VARIANT: "ssh",
    E2E_REPOSITORIES: world.repositories,
  };
  const git = (...args: string[]) => must("git", args, { cwd: checkout, env });
  await git("checkout", "--quiet", ref);
  await git("remote", "set-url", "origin", `git@gitlab.example.com:${world.project}.git`);
  await git("update-ref", "refs/remotes/origin/main", "main");
  await git("symbolic-ref", "refs/remotes/origin/HEAD", "refs/remotes/origin/main");
  const variables = {
    ...(more === undefined ? { CI_COMMIT_TAG: ref } : { CI_PIPELINE_SOURCE: "web", ...more }),
    CI_COMMIT_SHA: world.commit,
    CI_PROJECT_PATH: world.project,
    CI_PROJECT_ID: world.projectId,
    CI_SERVER_URL: world.serverUrl,
    CI_API_V4_URL: world.apiUrl,
    CI_JOB_TOKEN: JOB_TOKEN,
    GITLAB_CI: "true",
  };
  const args = [
    "--force-shell-executor",
    "--shell-isolation",
    "--no-artifacts-to-source",
    "--no-color",
    `--ignore-predefined-vars=${Object.keys(variables).join(",")}`,
    ...Object.entries(variables).flatMap(([name, value]) => ["--variable", `${name}=${value}`]),
  ];
  const result = await run(process.execPath, [RUNNER, ...args], { cwd: checkout, env, timeout: 90_000 });
  return {
    ...result,
    artifact: async (job, path) =>
      await readFile(join(checkout, ".gitlab-ci-local/artifacts", job, path), "utf8").catch(() => undefined),
  };
}
