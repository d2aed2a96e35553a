/** Runs actions from the built dist/ as a host does, many in one process. */
import { mkdir, mkdtemp, readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { must } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";
import { ROOT } from "../e2e/released.ts";

/** A build other than this checkout's, to run a test against an older version. */
const DIST = process.env["SECURITY_TEST_DIST"] ?? join(ROOT, "dist");
const RUNNER = fileURLToPath(new URL("many.cjs", import.meta.url));

export const HOSTS = ["github", "gitlab", "terminal"] as const;
export type HostName = (typeof HOSTS)[number];

export interface Call {
  readonly action: string;
  readonly inputs?: Readonly<Record<string, string>>;
  /** Secret inputs; passed in variables on every host. */
  readonly secrets?: Readonly<Record<string, string>>;
  readonly env?: Readonly<Record<string, string>>;
  /** Files to write first, by absolute path. */
  readonly files?: Readonly<Record<string, string>>;
  readonly swap?: Swap;
}

/** Renames that happen before one of the paths is opened for the n-th time, and are undone when the action ends. */
export interface Swap {
  readonly triggers: readonly string[];
  readonly moves: readonly (readonly [from: string, to: string])[];
  readonly turn: number;
}

export interface Ended {
  readonly code: number | undefined;
  /** The output. */
  readonly said: string;
  readonly isSwapped: boolean;
}

export const JOB = { CI_JOB_ID: "4711", CI_JOB_TOKEN: "glcbt-64_0123456789abcdef" };

/** `scratch` is a directory next to the workspace, for the files that the host itself needs. */
export async function runMany(
  host: HostName,
  workspace: string,
  scratch: string,
  calls: readonly Call[],
): Promise<Ended[]> {
  const directory = await mkdtemp(join(scratch, "run-"));
  const [jobs, results, temp] = ["jobs.json", "results.json", "temp"].map((name) => join(directory, name)) as [
    string,
    string,
    string,
  ];
  await mkdir(temp);
  await Promise.all(["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"].map((name) => writeFile(join(directory, name), "")));
  await writeFile(jobs, JSON.stringify(calls.map((call) => jobOf(host, workspace, directory, call))));
  await must(process.execPath, [RUNNER, DIST, host, jobs, results], {
    cwd: workspace,
    env: { PATH, HOME: directory, TMPDIR: temp },
    timeout: 60_000,
  });
  return JSON.parse(await readFile(results, "utf8")) as Ended[];
}

function jobOf(
  host: HostName,
  workspace: string,
  directory: string,
  { inputs = {}, secrets = {}, env = {}, ...call }: Call,
): object {
  const variables = (of: Readonly<Record<string, string>>, nameOf: (name: string) => string) =>
    Object.fromEntries(Object.entries(of).map(([name, value]) => [nameOf(name), value]));
  const flags = Object.entries(inputs).map(([name, value]) => `--${name}=${value}`);
  const secret = variables(secrets, (name) => `RELEASE_ACTIONS_${name.toUpperCase().replaceAll("-", "_")}`);
  if (host === "terminal") return { ...call, flags, env: { ...secret, ...env } };
  if (host === "gitlab")
    return {
      ...call,
      flags,
      env: { CI: "true", GITLAB_CI: "true", CI_PROJECT_DIR: workspace, ...JOB, ...secret, ...env },
    };
  const given = variables({ ...inputs, ...secrets }, (name) => `INPUT_${name.toUpperCase()}`);
  const files = Object.fromEntries(
    ["GITHUB_OUTPUT", "GITHUB_STEP_SUMMARY"].map((name) => [name, join(directory, name)]),
  );
  return {
    ...call,
    env: {
      CI: "true",
      GITHUB_ACTIONS: "true",
      GITHUB_WORKSPACE: workspace,
      RUNNER_TEMP: join(directory, "temp"),
      ...files,
      ...given,
      ...env,
    },
  };
}
