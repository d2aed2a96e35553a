import { CredentialRules, PUBLIC_FORGES, type OwnForge } from "@release-actions/action";
import { given, type Environment } from "./environment.ts";

const [PUBLIC_GITHUB, PUBLIC_GITLAB] = PUBLIC_FORGES as [OwnForge, OwnForge];

/** Which forges own which tokens, according to the job's variables, on any host. */
export function credentialRules(env: Environment): CredentialRules {
  const isGitHubJob = env["GITHUB_ACTIONS"] === "true";
  return ownRules({
    github: {
      server: given(env, "GITHUB_SERVER_URL"),
      api: given(env, "GITHUB_API_URL"),
      token: isGitHubJob ? given(env, "GITHUB_TOKEN") : undefined,
    },
    gitlab: {
      server: given(env, "CI_SERVER_URL"),
      api: given(env, "CI_API_V4_URL"),
      registry: given(env, "CI_REGISTRY"),
      token: given(env, "CI_JOB_TOKEN"),
    },
  });
}

export interface ForgeHere {
  readonly server?: string | undefined;
  readonly api?: string | undefined;
  /** The host of its container registry, if the forge reports it. */
  readonly registry?: string | undefined;
  /** The job's own token. */
  readonly token?: string | undefined;
}

export function ownRules({
  github = {},
  gitlab = {},
}: {
  readonly github?: ForgeHere;
  readonly gitlab?: ForgeHere;
}): CredentialRules {
  return new CredentialRules([
    { name: "GitHub", origins: gitHubOrigins(github) ?? PUBLIC_GITHUB.origins, tokens: listed(github.token) },
    { name: "GitLab", origins: gitLabOrigins(gitlab) ?? PUBLIC_GITLAB.origins, tokens: listed(gitlab.token) },
  ]);
}

/** github.com and GHE.com serve the API at `api.`, a GitHub Enterprise Server at its own host. */
function gitHubOrigins({ server, api }: ForgeHere): string[] | undefined {
  const known = [server, api].flatMap((url) => urlOf(url) ?? []);
  if (known.length === 0) return undefined;
  const origins = known.flatMap(({ protocol, host, origin }) => {
    const web = host.replace(/^api\./, "");
    const split = web === "github.com" || web.endsWith(".ghe.com") || web !== host;
    const registry = web === "github.com" ? "ghcr.io" : `containers.${web}`;
    const beside = [...(split ? [web, `api.${web}`, `uploads.${web}`] : []), registry];
    return [origin, ...beside.flatMap((name) => urlOf(`${protocol}//${name}`)?.origin ?? [])];
  });
  return [...new Set(origins)];
}

function gitLabOrigins({ server, api, registry }: ForgeHere): string[] | undefined {
  const known = [server, api].flatMap((url) => urlOf(url) ?? []);
  if (known.length === 0) return undefined;
  // An unencrypted registry belongs to an unencrypted GitLab, or runs on this machine.
  const schemes = ["https:", ...(known.some(({ protocol }) => protocol === "http:") ? ["http:"] : [])];
  const registries =
    registry === undefined ? [] : schemes.flatMap((scheme) => urlOf(`${scheme}//${registry}`)?.origin ?? []);
  return [...new Set([...known.map(({ origin }) => origin), ...registries])];
}

function urlOf(text: string | undefined): URL | undefined {
  const url = text !== undefined && URL.canParse(text) ? new URL(text) : undefined;
  return url?.protocol === "https:" || url?.protocol === "http:" ? url : undefined;
}

function listed(token: string | undefined): string[] {
  return token === undefined ? [] : [token];
}
