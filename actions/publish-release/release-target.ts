import type { HostFacts, Problem } from "@release-actions/action";
import type { ForgeKind } from "@release-actions/forge";
import type { Inputs } from "./inputs.ts";

type TargetInputs = Pick<Inputs, "forge" | "repository" | "apiUrl">;
type TargetHost = Pick<HostFacts, "kind" | "apiUrl" | "serverUrl" | "repository" | "projectId">;

/** The repository to release in, and how to reach it. */
export interface ReleaseTarget {
  readonly forge: ForgeKind;
  readonly apiUrl: string;
  readonly serverUrl: string | undefined;
  readonly repository: string;
  readonly projectId: string | undefined;
}

const PUBLIC_API = { github: "https://api.github.com", gitlab: "https://gitlab.com/api/v4" } as const;

/** From the inputs, then from the host; adds what is missing to `problems`. */
export function resolveTarget(inputs: TargetInputs, host: TargetHost, problems: Problem[]): ReleaseTarget | undefined {
  const forge = forgeOf(inputs, host);
  if (forge === undefined)
    problems.push({
      input: "forge",
      what: "forge cannot be determined from the run or from api-url",
      remedy: "Set forge to github or gitlab.",
    });
  const repository = inputs.repository ?? host.repository;
  if (repository === undefined)
    problems.push({
      input: "repository",
      what: "repository cannot be determined from the run",
      remedy: "Set repository, such as owner/name.",
    });
  if (forge === undefined || repository === undefined) return undefined;
  const elsewhere = inputs.apiUrl !== undefined && inputs.apiUrl !== host.apiUrl;
  return {
    forge,
    repository,
    apiUrl: apiUrlOf(inputs, host, forge),
    serverUrl: elsewhere || !isHostForge(host, forge) ? undefined : host.serverUrl,
    projectId: forge === "gitlab" && !elsewhere && repository === host.repository ? host.projectId : undefined,
  };
}

/** The origins that a release needs. GitHub Enterprise Server accepts files at its own address. */
export function targetOrigins(inputs: TargetInputs, host: TargetHost): string[] {
  const forge = forgeOf(inputs, host);
  if (forge === undefined) return [];
  const apiUrl = apiUrlOf(inputs, host, forge);
  return apiUrl === PUBLIC_API.github ? [apiUrl, "https://uploads.github.com"] : [apiUrl];
}

function apiUrlOf(inputs: TargetInputs, host: TargetHost, forge: ForgeKind): string {
  return inputs.apiUrl ?? (isHostForge(host, forge) ? host.apiUrl : undefined) ?? PUBLIC_API[forge];
}

/** Whether the host's own forge is of this kind, so that its addresses apply. */
function isHostForge(host: TargetHost, forge: ForgeKind): boolean {
  return (host.kind === "github" || host.kind === "gitlab" ? host.kind : (kindOfApi(host.apiUrl) ?? forge)) === forge;
}

function forgeOf(inputs: TargetInputs, host: TargetHost): ForgeKind | undefined {
  if (inputs.forge !== "auto") return inputs.forge;
  const given = kindOfApi(inputs.apiUrl);
  if (given !== undefined) return given;
  return host.kind === "github" || host.kind === "gitlab" ? host.kind : kindOfApi(host.apiUrl);
}

function kindOfApi(apiUrl: string | undefined): ForgeKind | undefined {
  if (apiUrl === undefined || !URL.canParse(apiUrl)) return undefined;
  const { hostname, pathname } = new URL(apiUrl);
  if (pathname.replace(/\/$/, "").endsWith("/api/v4")) return "gitlab";
  return hostname === "api.github.com" || pathname.replace(/\/$/, "").endsWith("/api/v3") ? "github" : undefined;
}
