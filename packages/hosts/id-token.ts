import { invalid, undecided } from "@release-actions/action";
import type { Clock, Io, NetworkSettings, Problem, ActionError } from "@release-actions/action";
import type { Core } from "./core.ts";
import { given, type Environment } from "./environment.ts";

const URL_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_URL";
const TOKEN_VARIABLE = "ACTIONS_ID_TOKEN_REQUEST_TOKEN";
const PERMISSION = "`permissions: id-token: write`";

export interface IdTokenRequest {
  readonly audience: string;
  readonly io: Io;
  readonly network: NetworkSettings;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  /** Settings that would expose the token. */
  readonly leaks: readonly Problem[] | undefined;
  /** Milliseconds for one attempt. Default: that of packages/http. */
  readonly deadline?: number | undefined;
}

/**
 * Requests an OIDC token of this job for one audience, with `getIDToken` of @actions/core, and masks it.
 * https://docs.github.com/en/actions/reference/security/oidc
 * Throws `invalid` without the permission, HttpError when the service does not answer, and `undecided` when its answer
 * is not a JSON Web Token (RFC 7519) for this audience.
 */
export async function requestIdToken(env: Environment, core: Core, request: IdTokenRequest): Promise<string> {
  const { audience, leaks, ...context } = request;
  if (audience === "" || !audience.isWellFormed()) {
    throw invalid("The audience of an OIDC token must be a text that is not empty.");
  }
  assertRequestVariables(env);
  if (leaks !== undefined) {
    throw invalid("Settings of this run would expose the OIDC token that this step requests.", { problems: leaks });
  }

  /** Before @actions/core gets it, so that the token is masked first, whatever else is wrong. */
  function accept(reply: unknown): void {
    const value = (reply as { readonly value?: unknown } | null)?.value;
    if (typeof value === "string" && value !== "") context.io.secret(value);
    if (typeof value === "string" && isTokenFor(audience, value)) return;
    throw undecided("GitHub's answer to the request for an OIDC token is not a JSON Web Token for the audience.", {
      remedy: "Run the job again; if it stays so, check https://www.githubstatus.com.",
    });
  }
  return await core.request({ ...context, accept, permission: PERMISSION }, ({ getIDToken }) => getIDToken(audience));
}

/** Why a host other than GitHub has no token. */
export function noIdToken(host: string): ActionError {
  return invalid(`${host} issues no OIDC tokens on request.`, {
    remedy: `Run this step in GitHub Actions, in a job with ${PERMISSION}.`,
  });
}

/** @actions/core appends the audience to the address and prints both, so the address must be plain. */
function assertRequestVariables(env: Environment): void {
  const [address, token] = [given(env, URL_VARIABLE), given(env, TOKEN_VARIABLE)];
  if (address === undefined || token === undefined) {
    const missing = address === undefined ? URL_VARIABLE : TOKEN_VARIABLE;
    throw invalid(`This job cannot request an OIDC token: ${missing} is not set.`, {
      remedy: `Add ${PERMISSION} to the job. Pull requests from forks cannot have it.`,
    });
  }
  const url = URL.canParse(address) ? new URL(address) : undefined;
  const isPlain = url?.href === address && url.search !== "" && url.hash === "" && url.username + url.password === "";
  if (!isPlain) {
    throw invalid(`${URL_VARIABLE} is not an address with a query.`, {
      remedy: "The runner sets it; do not change it in the workflow.",
    });
  }
}

/** The signature is for the service to verify that the token is for. */
function isTokenFor(audience: string, token: string): boolean {
  const [, payload] = /^[\w-]+\.([\w-]+)\.[\w-]+$/.exec(token) ?? [];
  if (payload === undefined) return false;
  try {
    const claims = JSON.parse(Buffer.from(payload, "base64url").toString()) as { readonly aud?: unknown } | null;
    return [claims?.aud].flat().includes(audience);
  } catch {
    return false;
  }
}
