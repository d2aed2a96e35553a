/** A repository, a forge that holds it, and the release workflow: everything that a release needs, on this machine. */
import { randomBytes } from "node:crypto";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { createDemoRepository, type DemoRepository } from "../demo-repository/index.ts";
import { startForge, type Forge, type GitHubReleaseState } from "../stand-ins/forge/index.ts";
import { startGitHttp } from "../stand-ins/git-http.ts";
import { runWorkflow, type RunOptions, type RunResult } from "../workflow-runner/index.ts";

export interface DemoRelease {
  readonly repository: DemoRepository;
  readonly forge: Forge;
  /** What `owner/name` the forge knows the repository by. */
  readonly name: string;
  /** The forge's pages, and the repository by git over HTTP. */
  readonly serverUrl: string;
  /** Has every right at the forge and for git. */
  readonly token: string;
  /** Takes a pushed tag through a workflow; default: release-tag.yml, called without images. */
  release(tag: string, more?: Partial<RunOptions>): Promise<RunResult>;
  /** What is published, in the order of publication. */
  releases(): readonly GitHubReleaseState[];
  close(): Promise<void>;
}

export const ROOT = fileURLToPath(new URL("../../", import.meta.url));
export const RELEASE_WORKFLOW = join(ROOT, ".github/workflows/release-tag.yml");
const NAME = "acme/walking-skeleton";
/** The demo needs no builder: its images are those of the end-to-end ring. */
const NO_IMAGES = JSON.stringify({ "walking-skeleton": [], "automation-service": [], "ai-pipeline": [], frontend: [] });

export async function startDemoRelease(options: { directory: string; changelog?: string }): Promise<DemoRelease> {
  const { directory, changelog } = options;
  const repository = await createDemoRepository({ directory, ...(changelog === undefined ? {} : { changelog }) });
  const token = `ghs_${randomBytes(18).toString("hex")}`;
  const forge = await startForge({ tokens: [token], repositories: [{ path: NAME, gitDirectory: repository.bare }] });
  const git = await startGitHttp({
    repositories: { [NAME]: repository.bare },
    token,
    fallback: forge.github.serverUrl,
  });
  let runs = 0;
  return {
    repository,
    forge,
    name: NAME,
    serverUrl: git.url,
    token,
    release: (tag, more) =>
      runWorkflow({
        file: RELEASE_WORKFLOW,
        workspace: repository.bare,
        ref: `refs/tags/${tag}`,
        sha: repository.commit,
        repository: NAME,
        inputs: { "require-annotated": true, "smoke-command": "./scripts/release_smoke.sh", images: NO_IMAGES },
        github: { serverUrl: git.url, apiUrl: forge.github.apiUrl, token },
        resolveAction,
        temporary: join(directory, `run-${++runs}`),
        ...more,
      }),
    releases: () => forge.state().repositories.find(({ path }) => path === NAME)?.github.releases ?? [],
    close: async () => {
      await Promise.all([git.close(), forge.close()]);
    },
  };
}

/** Our own actions, by their front doors, in each of the forms that a workflow may name them. */
export function resolveAction(uses: string): { directory: string } | undefined {
  const name = /^(?:\$|org\/release-actions)\/([a-z-]+)(?:@v[\w.-]+)?$/.exec(uses)?.[1];
  return name === undefined ? undefined : { directory: join(ROOT, name) };
}

/** Our own reusable workflows, as callers name them. */
export function resolveWorkflow(uses: string): string | undefined {
  const name = /^org\/release-actions\/\.github\/workflows\/([\w.-]+)@v[\w.-]+$/.exec(uses)?.[1];
  return name === undefined ? undefined : join(ROOT, ".github/workflows", name);
}
