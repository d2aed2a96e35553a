/** Runs a repository's workflow with act, on this machine, as a forge would run it for a pushed tag. */
import { mkdir, readdir, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run, type CommandResult } from "./command.ts";
import { CANARY, PATH } from "./environment.ts";

export interface ActWorld {
  /** Addresses of the forge, with the repository's git below serverUrl. */
  readonly apiUrl: string;
  readonly serverUrl: string;
  readonly repository: string;
  readonly commit: string;
  readonly secrets: Readonly<Record<string, string>>;
  /** Folders by `owner/name@ref`. */
  readonly actions: ReadonlyMap<string, string>;
  readonly environment: Readonly<Record<string, string>>;
}

export interface ActResult extends CommandResult {
  /** The job summaries that bash steps wrote, by `job.step`. */
  readonly summaries: ReadonlyMap<string, string>;
  /** The result of each job that ran, by its name in the log: `release/Validate`. */
  readonly jobs: ReadonlyMap<string, string>;
}

/** Keeps a bash step's summary, which act deletes. BASH_ENV is read by every bash that runs a script. */
const KEEP_SUMMARY = `if [ -n "\${GITHUB_STEP_SUMMARY:-}" ]; then trap 'cp -- "$GITHUB_STEP_SUMMARY" "$E2E_SUMMARIES/$GITHUB_JOB.$GITHUB_ACTION" 2>/dev/null || true' EXIT; fi\n`;

/** `workspace` holds the workflow; it is the runner's workspace too, and is emptied by each job's checkout. */
export async function act(world: ActWorld, directory: string, workspace: string, tag: string): Promise<ActResult> {
  const [home, bin, cache, temporary, summaries] = await Promise.all(
    ["home", "bin", "cache", "tmp", "summaries"].map(async (name) => {
      await mkdir(join(directory, name), { recursive: true });
      return join(directory, name);
    }),
  ) as [string, string, string, string, string];
  // Images are built by buildah here: a docker without buildx, as far as there is one.
  await writeFile(join(bin, "docker"), "#!/bin/sh\nexit 127\n", { mode: 0o755 });
  await writeFile(join(directory, "keep-summary.sh"), KEEP_SUMMARY);
  await writeFile(join(directory, "event.json"), JSON.stringify(pushEvent(world, tag)));
  const env = {
    PATH: `${bin}:${PATH}`,
    HOME: home,
    XDG_CACHE_HOME: cache,
    TMPDIR: temporary,
    BASH_ENV: join(directory, "keep-summary.sh"),
    E2E_SUMMARIES: summaries,
    ...world.environment,
  };
  const args = [
    "push",
    "--workflows=.github/workflows/release.yml",
    `--eventpath=${join(directory, "event.json")}`,
    "--platform=ubuntu-latest=-self-hosted",
    // All jobs share the one workspace, so they take turns.
    "--concurrent-jobs=1",
    "--no-skip-checkout",
    "--no-cache-server",
    "--json",
    `--action-cache-path=${join(cache, "act")}`,
    `--secret=GITHUB_TOKEN=${CANARY}`,
    ...Object.entries(world.secrets).map(([name, value]) => `--secret=${name}=${value}`),
    `--env=GITHUB_REPOSITORY=${world.repository}`,
    `--env=GITHUB_SERVER_URL=${world.serverUrl}`,
    `--env=GITHUB_API_URL=${world.apiUrl}`,
    ...[...world.actions].map(([name, path]) => `--local-repository=${name}=${path}`),
  ];
  const result = await run("act", args, { cwd: workspace, env, timeout: 90_000 });
  return { ...result, summaries: await texts(summaries), jobs: jobResults(result.output) };
}

function pushEvent({ repository, commit }: ActWorld, tag: string): object {
  return { ref: `refs/tags/${tag}`, after: commit, deleted: false, created: true, repository: { full_name: repository, default_branch: "main" } };
}

async function texts(directory: string): Promise<ReadonlyMap<string, string>> {
  const names = await readdir(directory);
  return new Map(await Promise.all(names.sort().map(async (name) => [name, await readFile(join(directory, name), "utf8")] as const)));
}

function jobResults(output: string): ReadonlyMap<string, string> {
  return new Map([...output.matchAll(/^\[(.+?)\s*\]\s+🏁 +Job (succeeded|failed)$/gmu)].map(([, job = "", result = ""]) => [job, result]));
}
