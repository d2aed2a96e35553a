import {
  defineAction,
  NO_ENDPOINTS,
  output,
  text,
  type Action,
  type Clock,
  type Context,
  type Verdict,
} from "@release-actions/action";
import { githubHost } from "@release-actions/hosts/github";
import { execute } from "@release-actions/action/runtime";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface GithubRun {
  readonly exitCode: number;
  readonly stdout: string;
  readonly outputFile: string;
  readonly summaryFile: string;
}

const instant: Clock = { now: () => 0, monotonic: () => 0, sleep: async () => undefined };

/** One directory for all runs: they are many, and one after another. */
const directory = mkdtempSync(join(tmpdir(), "github-"));
process.on("exit", () => rmSync(directory, { recursive: true, force: true }));

/** Runs an action on the GitHub host with a simulated process. */
export async function runOnGithub(action: Action, env: Readonly<Record<string, string>>): Promise<GithubRun> {
  const files = {
    GITHUB_OUTPUT: join(directory, "output"),
    GITHUB_STEP_SUMMARY: join(directory, "summary"),
    RUNNER_TEMP: directory,
    GITHUB_WORKSPACE: directory,
  };
  let stdout = "";
  const standIn = {
    env: { ...env, ...files },
    cwd: () => directory,
    on: () => standIn,
    stdout: { write: (chunk: string) => ((stdout += chunk), true) },
  };
  for (const file of [files.GITHUB_OUTPUT, files.GITHUB_STEP_SUMMARY]) writeFileSync(file, "");
  const exitCode = await execute(action, githubHost(standIn as unknown as NodeJS.Process), instant);
  return {
    exitCode,
    stdout,
    outputFile: readFileSync(files.GITHUB_OUTPUT, "utf8"),
    summaryFile: readFileSync(files.GITHUB_STEP_SUMMARY, "utf8"),
  };
}

type Run = (
  context: Context<{ readonly given: string | undefined; readonly token: string | undefined }>,
) => Promise<{ verdict: Verdict; echo?: string }>;

/** An action that does what the test says. */
export function probe(run: Run): Action {
  return defineAction({
    name: "probe",
    description: "Does what a test says.",
    inputs: {
      given: text({ description: "Any text.", optional: true }),
      token: text({ description: "A secret.", optional: true, secret: true }),
    },
    outputs: { echo: output.text("Any text.") },
    permissions: { github: {}, gitlab: "none" },
    endpoints: NO_ENDPOINTS,
    changes: false,
    run,
  });
}
