import type { NetworkSettings } from "@release-actions/action-types";

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

/** What a child process may see: where programs are, and nothing that carries a secret or changes behaviour. */
export function childEnvironment(env: Environment): Record<string, string> {
  const kept = CHILD_VARIABLES.flatMap((name) => (env[name] === undefined ? [] : [[name, env[name]] as const]));
  return { ...Object.fromEntries(kept), LC_ALL: "C.UTF-8" };
}

/** The first of these variables that is set and not empty. */
export function given(env: Environment, ...names: readonly string[]): string | undefined {
  for (const name of names) if (env[name] !== undefined && env[name] !== "") return env[name];
  return undefined;
}

/** Why secrets would be printed here by something that is not ours, or undefined. */
export function leakingMode(env: Environment): string | undefined {
  if (env["CI_DEBUG_TRACE"] === "true") return "CI_DEBUG_TRACE prints every variable of the job";
  if (given(env, "NODE_DEBUG") !== undefined) return "NODE_DEBUG prints the headers of every request";
  return undefined;
}
