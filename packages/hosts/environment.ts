import type { NetworkSettings, Problem } from "@release-actions/action";

export type Environment = Readonly<Record<string, string | undefined>>;

/** Conventional proxy and TLS variables; the lower-case form wins, as in curl. */
export function networkSettings(env: Environment): NetworkSettings {
  const httpProxy = given(env, "http_proxy", "HTTP_PROXY");
  const httpsProxy = given(env, "https_proxy", "HTTPS_PROXY");
  const noProxy = given(env, "no_proxy", "NO_PROXY");
  const certificateAuthorities = given(env, "NODE_EXTRA_CA_CERTS", "SSL_CERT_FILE");
  return {
    ...(httpProxy !== undefined && { httpProxy }),
    ...(httpsProxy !== undefined && { httpsProxy }),
    ...(noProxy !== undefined && { noProxy }),
    ...(certificateAuthorities !== undefined && { certificateAuthorities }),
    tlsVerificationDisabled: env["NODE_TLS_REJECT_UNAUTHORIZED"] === "0",
  };
}

const CHILD_VARIABLES = ["PATH", "PATHEXT", "SYSTEMROOT", "TMPDIR", "TEMP", "TMP", "TZ"];

/** What a child process may see: where programs are, and nothing that carries a secret or changes behavior. */
export function childEnvironment(env: Environment): Record<string, string> {
  const kept = CHILD_VARIABLES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(kept), LC_ALL: "C.UTF-8" };
}

/** Inputs are secrets of ours, or meant for us alone. Everything else is what a step of the user's own would see. */
const OF_INPUTS = /^(?:INPUT|RELEASE_ACTIONS)_/i;

/** What a user's own tool may see. */
export function toolEnvironment(env: Environment): Record<string, string> {
  const kept = Object.entries(env).flatMap(([name, value]) =>
    value === undefined || OF_INPUTS.test(name) ? [] : [[name, value] as const],
  );
  return Object.fromEntries(kept);
}

/** The first of these variables that is set and not empty. */
export function given(env: Environment, ...names: readonly string[]): string | undefined {
  for (const name of names) if (env[name] !== undefined && env[name] !== "") return env[name];
  return undefined;
}

/** The property, unless its value is missing or empty. */
export function optional<K extends string>(key: K, value: string | undefined): Partial<Record<K, string>> {
  return value === undefined || value === "" ? {} : ({ [key]: value } as Record<K, string>);
}

/**
 * Settings of the runner or node that would expose the job's secrets, each with its remedy; undefined if there are
 * none. These are left out because they leak nothing: GitHub's ACTIONS_STEP_DEBUG and RUNNER_DEBUG add ::debug:: lines,
 * which are redacted like all others; node's --trace-env prints only names, --trace-tls no content, its profilers no
 * strings; SSLKEYLOGFILE, GIT_TRACE and GIT_CURL_VERBOSE affect programs that do not inherit our environment.
 */
export function leakingMode(
  env: Environment,
  nodeArguments: readonly string[] = process.execArgv,
): readonly Problem[] | undefined {
  const modes: Problem[] = [];
  for (const [name, what] of TRACED_JOBS) {
    if (isTrueToRunner(env[name])) modes.push({ what: `${name} ${what}`, remedy: `Remove the variable ${name}.` });
  }
  for (const [name, what] of NODE_DEBUGS) {
    if (given(env, name) !== undefined) modes.push({ what: `${name} ${what}`, remedy: `Unset ${name}.` });
  }
  const options = new Set([...splitOptions(env["NODE_OPTIONS"] ?? ""), ...nodeArguments].map(optionName));
  for (const [name, what] of NODE_OPTIONS) {
    const isHarmless = options.has(`no-${name}`) || (name.startsWith("report-") && options.has("report-exclude-env"));
    if (!options.has(name) || isHarmless) continue;
    modes.push({ what: `node's --${name} ${what}`, remedy: `Remove --${name} from NODE_OPTIONS or node's arguments.` });
  }
  return modes.length === 0 ? undefined : modes;
}

/** GitLab's. Service logs are mixed into the job's log, where the runner's masking no longer finds secrets. */
const TRACED_JOBS = [
  ["CI_DEBUG_TRACE", "prints every variable of the job"],
  ["CI_DEBUG_SERVICES", "prints the services' logs, and variables unmasked"],
] as const;

const NODE_DEBUGS = [
  ["NODE_DEBUG", "prints the headers of every request"],
  ["NODE_DEBUG_NATIVE", "prints node's internal data"],
] as const;

const REPORTS = "writes the environment to a file";
const INSPECTOR = "lets others read the process's memory";
const SNAPSHOT = "writes the process's memory to a file";
const NODE_OPTIONS = [
  ["report-on-fatalerror", REPORTS],
  ["report-on-signal", REPORTS],
  ["report-uncaught-exception", REPORTS],
  ["inspect", INSPECTOR],
  ["inspect-brk", INSPECTOR],
  ["inspect-wait", INSPECTOR],
  ["heapsnapshot-near-heap-limit", SNAPSHOT],
  ["heapsnapshot-signal", SNAPSHOT],
  ["abort-on-uncaught-exception", SNAPSHOT],
  ["tls-keylog", "writes the keys of every connection to a file"],
] as const;

/** GitLab Runner's JobVariables.Bool: Go's strconv.ParseBool of the value in lower case. */
function isTrueToRunner(value: string | undefined): boolean {
  return ["1", "t", "true"].includes(value?.toLowerCase() ?? "");
}

/** Splits NODE_OPTIONS as node does: at spaces outside double quotes, in which a backslash escapes a character. */
function splitOptions(text: string): string[] {
  const parts = text.match(/(?:"(?:\\[^]|[^"\\])*"?|[^ "])+/g) ?? [];
  return parts.map((part) => part.replace(/\\([^])|"/g, "$1"));
}

/** `--report_on_signal` becomes report-on-signal, and `--tls-keylog=file` becomes tls-keylog. */
function optionName(option: string): string {
  return option
    .replace(/=[^]*$/, "")
    .replaceAll("_", "-")
    .replace(/^--/, "");
}
