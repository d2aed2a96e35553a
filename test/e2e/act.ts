/** Runs a repository's workflow with act, on this machine, as a forge would run it for a pushed tag, or started manually. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { run } from "./command.ts";
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

export interface ActResult {
  readonly code: number | undefined;
  /** What the jobs printed, as their logs show it; commands of the runner are not in it. */
  readonly log: string;
  /** What the runner took for a command: `error`, `set-output`, `add-mask`, …, with its value. */
  readonly commands: readonly { readonly job: string; readonly command: string; readonly value: string }[];
  /** Results by job id. */
  readonly jobs: Readonly<Record<string, string>>;
  /** The summaries of a job's steps, one after the other, by job id. */
  readonly summaries: Readonly<Record<string, string>>;
  /** Everything that act printed, but for the commands that hide a secret. */
  readonly output: string;
}

/** A line of act's log in JSON. Both spellings of `stepID` are act's. */
interface Line {
  readonly msg: string;
  readonly jobID?: string;
  readonly raw_output?: boolean;
  readonly command?: string;
  readonly name?: string;
  readonly arg?: string;
  readonly content?: string;
  readonly jobResult?: string;
}

/** A workflow that somebody starts manually on main. */
export interface Dispatch {
  readonly workflow: string;
  readonly inputs: Readonly<Record<string, string>>;
}

/**
 * `workspace` holds the workflow; it is the runner's workspace too, and is emptied by each job's checkout. `started` is
 * the pushed tag, or what is started manually.
 */
export async function act(
  world: ActWorld,
  directory: string,
  workspace: string,
  started: string | Dispatch,
): Promise<ActResult> {
  const [home, bin, cache, temporary] = (await Promise.all(
    ["home", "bin", "cache", "tmp"].map(async (name) => {
      await mkdir(join(directory, name), { recursive: true });
      return join(directory, name);
    }),
  )) as [string, string, string, string];
  // Images are built by buildah here, whatever this machine has of docker.
  await writeFile(join(bin, "docker"), "#!/bin/sh\nexit 127\n", { mode: 0o755 });
  await writeFile(join(directory, "event.json"), JSON.stringify(eventOf(world, started)));
  const env = { PATH: `${bin}:${PATH}`, HOME: home, XDG_CACHE_HOME: cache, TMPDIR: temporary, ...world.environment };
  const args = [
    typeof started === "string" ? "push" : "workflow_dispatch",
    `--workflows=.github/workflows/${typeof started === "string" ? "release.yml" : started.workflow}`,
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
  const { code, output } = await run("act", args, { cwd: workspace, env, timeout: 90_000 });
  return { code, ...read(output) };
}

function eventOf({ repository, commit }: ActWorld, started: string | Dispatch): object {
  const about = { full_name: repository, default_branch: "main" };
  if (typeof started !== "string") return { ref: "refs/heads/main", inputs: started.inputs, repository: about };
  return { ref: `refs/tags/${started}`, after: commit, deleted: false, created: true, repository: about };
}

function read(output: string): Omit<ActResult, "code"> {
  const rows = output.split("\n").filter((row) => row !== "");
  const lines = rows.flatMap((row) => (row.startsWith("{") ? [JSON.parse(row) as Line] : []));
  const jobs: Record<string, string> = {};
  const summaries: Record<string, string> = {};
  for (const { jobID = "", jobResult, command, content = "" } of lines) {
    // The legs of a matrix share their id: one that failed decides.
    if (jobResult !== undefined && jobs[jobID] !== "failure") jobs[jobID] = jobResult;
    if (command === "summary") summaries[jobID] = (summaries[jobID] ?? "") + content;
  }
  const commands = lines
    .filter(({ command }) => command !== undefined && command !== "summary")
    .map(({ jobID = "", command = "", name, arg = "" }) => ({
      job: jobID,
      command,
      value: name === undefined ? arg : `${name}=${arg}`,
    }));
  return {
    log: lines
      .filter((line) => line.raw_output === true)
      .map(({ msg }) => msg)
      .join(""),
    commands,
    jobs,
    summaries,
    output: rows.filter((row) => !row.includes('"command":"add-mask"')).join("\n"),
  };
}
