import { undecided } from "@release-actions/action";
import { runTool, type ToolRun } from "@release-actions/exec";
import { mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, join } from "node:path";
import type { Builder } from "./builder.ts";

/** An account at a registry. */
export interface Account {
  /** Host, with a port unless it is the default one. */
  readonly registry: string;
  readonly username: string;
  readonly password: string;
}

type Environment = Readonly<Record<string, string>>;

/** Milliseconds. */
const LOGIN_TIMEOUT = 120_000;
/** The name under which docker keeps the account of docker.io. */
const DOCKER_HUB = "https://index.docker.io/v1/";

/**
 * Signs in to a registry with the builder. The password goes to its standard input, and the account is stored in a
 * private copy of the user's settings below `temporary` (containers-auth.json(5), docker's config.json), which the host
 * removes at the end. Returns the environment in which the builder and similar tools find the account. Throws
 * `undecided` if signing in fails.
 */
export async function signIn(
  { kind, path }: Builder,
  { registry, username, password }: Account,
  { temporary, env, ...context }: Pick<ToolRun, "cwd" | "env" | "signal"> & { readonly temporary: string },
): Promise<Environment> {
  const signedIn = {
    ...env,
    ...(kind === "docker"
      ? { DOCKER_CONFIG: dockerConfig(temporary, env, registry) }
      : { REGISTRY_AUTH_FILE: authFile(temporary, env, registry) }),
  };
  const args = ["login", "--username", username, "--password-stdin", registry];
  const run = { ...context, tool: path, args, env: signedIn, input: password, timeout: LOGIN_TIMEOUT };
  const { code, stderr } = await runTool(run);
  if (code === 0) return signedIn;
  const why = stderr.trim().split("\n").at(-1) ?? "";
  throw undecided(
    `${basename(path)} could not sign in to ${registry} (exit code ${code})${why === "" ? "" : `: ${why}`}`,
    {
      remedy: "Check username and password, and that this machine reaches the registry.",
    },
  );
}

/**
 * A directory like the user's own (plugins, contexts and builders are there by links) with a config.json that keeps
 * this account in the file, not in a keychain.
 */
function dockerConfig(temporary: string, env: Environment, registry: string): string {
  const own = env["DOCKER_CONFIG"] ?? join(env["HOME"] ?? "", ".docker");
  const made = join(temporary, "docker");
  mkdirSync(made, { mode: 0o700 });
  for (const name of entriesOf(own)) if (name !== "config.json") symlinkSync(join(own, name), join(made, name));
  const { credHelpers, ...settings } = settingsIn(join(own, "config.json")) ?? {};
  const names = registry === "docker.io" ? [registry, DOCKER_HUB] : [registry];
  const noHelper = Object.fromEntries(names.map((name) => [name, ""]));
  write(join(made, "config.json"), {
    ...settings,
    credHelpers: { ...(credHelpers as object | undefined), ...noHelper },
  });
  return made;
}

/** A file with the accounts that the tools of containers-auth.json(5) find for the user. */
function authFile(temporary: string, env: Environment, registry: string): string {
  const home = env["HOME"] ?? "";
  const named = env["REGISTRY_AUTH_FILE"];
  const usual = [
    ...(env["XDG_RUNTIME_DIR"] === undefined ? [] : [join(env["XDG_RUNTIME_DIR"], "containers/auth.json")]),
    join(home, ".config/containers/auth.json"),
    join(env["DOCKER_CONFIG"] ?? join(home, ".docker"), "config.json"),
  ];
  const found = (named === undefined ? usual : [named]).map(settingsIn).find((settings) => settings !== undefined);
  const { auths = {}, credHelpers = {} } = (found ?? {}) as Record<string, object>;
  const helpers = Object.entries(credHelpers).filter(([name]) => name !== registry);
  const made = join(temporary, "registry-auth.json");
  write(made, { auths, credHelpers: Object.fromEntries(helpers) });
  return made;
}

function write(file: string, settings: object): void {
  writeFileSync(file, JSON.stringify(settings), { mode: 0o600, flag: "wx" });
}

function entriesOf(directory: string): string[] {
  try {
    return readdirSync(directory);
  } catch {
    return [];
  }
}

/** Undefined if the file is missing or not JSON: then the tool could not read it either. */
function settingsIn(file: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const settings = JSON.parse(readFileSync(file, "utf8")) as unknown;
    return typeof settings === "object" && settings !== null ? (settings as Record<string, unknown>) : undefined;
  } catch {
    return undefined;
  }
}
