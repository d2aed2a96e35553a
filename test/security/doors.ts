/** Starts the built bundle as each host does, with only a test case's own variables in the environment. */
import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import { run, type CommandResult } from "../e2e/command.ts";
import { gitEnvironment, PATH } from "../e2e/environment.ts";
import { ROOT } from "../e2e/released.ts";

/** A build other than this checkout's, to run a test against an older version. */
const DIST = process.env["SECURITY_TEST_DIST"] ?? join(ROOT, "dist");

export type HostKind = "github" | "gitlab" | "terminal";

export interface Run {
  readonly action: string;
  readonly inputs: Readonly<Record<string, string>>;
  /** Inputs that contain a secret; never passed as arguments. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Additional arguments in a terminal. */
  readonly flags?: readonly string[];
  readonly workspace: string;
}

/** `directory` receives what the run leaves behind. */
export async function start(
  kind: HostKind,
  directory: string,
  { action, inputs, secrets = {}, env = {}, flags: more = [], workspace }: Run,
): Promise<CommandResult> {
  const home = await mkdtemp(join(directory, "run-"));
  const base = { ...gitEnvironment(), PATH, HOME: home, TMPDIR: home };
  const at = (file: string) => join(DIST, file);
  const options = { cwd: workspace, timeout: 20_000 };
  if (kind === "github") {
    const files = Object.fromEntries(
      ["OUTPUT", "STEP_SUMMARY", "ENV", "PATH", "STATE"].map((name) => [`GITHUB_${name}`, join(home, name)]),
    );
    const given = Object.entries({ ...inputs, ...secrets }).map(([name, value]) => [
      `INPUT_${name.toUpperCase()}`,
      value,
    ]);
    const job = { GITHUB_ACTIONS: "true", GITHUB_WORKSPACE: workspace, RUNNER_TEMP: home, ...files };
    return await run(process.execPath, [at(`${action}.js`)], {
      ...options,
      env: { ...base, ...job, ...Object.fromEntries(given), ...env },
    });
  }
  const variables = Object.entries(secrets).map(([name, value]) => [
    `RELEASE_ACTIONS_${name.toUpperCase().replaceAll("-", "_")}`,
    value,
  ]);
  const job = kind === "gitlab" ? { GITLAB_CI: "true", CI_PROJECT_DIR: workspace, CI_JOB_ID: "1" } : {};
  const flags = Object.entries(inputs).flatMap(([name, value]) => [`--${name}`, value]);
  const entry = kind === "gitlab" ? "gitlab.js" : "cli.js";
  return await run(process.execPath, [at(entry), action, ...flags, ...more], {
    ...options,
    env: { ...base, ...job, ...Object.fromEntries(variables), ...env },
  });
}
