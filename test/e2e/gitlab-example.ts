/** An example of a GitLab pipeline with our components, started manually in a service's repository. */
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { git } from "../repositories.ts";
import { path, program } from "../rings.ts";
import { pipeline, RUNNER, type PipelineResult } from "./gitlab.ts";
import { BUILT, released, ROOT } from "./released.ts";

export const GITLAB_NEEDS = [
  path("gitlab-ci-local", RUNNER, "npm ci"),
  program("rsync", ["--version"]),
  path("dist", BUILT, "npm run build"),
];

export interface Project {
  readonly path: string;
  /** Its repository, as a forge holds it. */
  readonly bare: string;
  readonly commit: string;
  /** The GitLab that it is in. */
  readonly serverUrl: string;
}

/** Runs the pipeline `page` of the project with these variables. */
export type StartPipeline = (
  project: Project,
  page: string,
  variables: Readonly<Record<string, string>>,
) => Promise<PipelineResult>;

/** Releases this checkout into `directory`, and gives what starts pipelines that use it. */
export async function preparePipelines(directory: string): Promise<StartPipeline> {
  const repositories = join(directory, "srv");
  await mkdir(join(repositories, "org"), { recursive: true });
  const { repository } = await released(directory, "v1.0.0");
  await rename(repository, join(repositories, "org/release-actions.git"));
  const source = `source-url: file://${repositories}/org/release-actions.git\n      source-ref: v1.0.0\n`;
  let runs = 0;
  return async ({ path: project, bare, commit, serverUrl }, page, variables) => {
    const checkout = join(directory, `checkout-${(runs += 1)}`);
    git(directory, ["clone", "--quiet", bare, checkout]);
    await writeFile(
      join(checkout, ".gitlab-ci.yml"),
      inAShell(page.replaceAll("    inputs:\n", `    inputs:\n      ${source}`)),
    );
    const world = { apiUrl: `${serverUrl}/api/v4`, serverUrl, project, projectId: "1", commit, repositories };
    return pipeline(world, `${checkout}-home`, checkout, "main", variables);
  };
}

/** gitlab-ci-local says where the project would be in a container, and runs the job in a shell anyway. */
function inAShell(page: string): string {
  const line = '    - export CI_PROJECT_DIR="$PWD"\n';
  return `${page.replaceAll(/^( {2}before_script:\n)/gm, `$1${line}`)}\ndefault:\n  before_script:\n${line}`;
}

export function examplePipeline(name: string): Promise<string> {
  return readFile(join(ROOT, `examples/gitlab/${name}.gitlab-ci.yml`), "utf8");
}

/** `PASS job`, `FAIL job`, by name. */
export function resultsOf({ output }: PipelineResult): string[] {
  return [...output.matchAll(/^ (PASS|FAIL|WARN) +(\S+)/gm)]
    .map(([, result = "", job = ""]) => `${result} ${job}`)
    .sort();
}
