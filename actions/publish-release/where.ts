import type { HostFacts, Problem } from "@release-actions/action";
import type { ForgeKind } from "@release-actions/forge";

export interface PlaceInputs {
  readonly forge: "auto" | ForgeKind;
  readonly repository: string | undefined;
  readonly apiUrl: string | undefined;
}

/** The repository that is released, and how it is reached. */
export interface Place {
  readonly forge: ForgeKind;
  readonly apiUrl: string;
  readonly serverUrl: string | undefined;
  readonly repository: string;
  readonly projectId: string | undefined;
}

const PUBLIC_API = { github: "https://api.github.com", gitlab: "https://gitlab.com/api/v4" } as const;

type Here = Pick<HostFacts, "kind" | "apiUrl" | "serverUrl" | "repository" | "projectId">;

/** From the inputs, then from the host; what is missing is added to `problems`. */
export function placeOf(inputs: PlaceInputs, host: Here, problems: Problem[]): Place | undefined {
  const forge = forgeOf(inputs, host);
  if (forge === undefined)
    problems.push({
      input: "forge",
      what: "nothing here says whether the forge is GitHub or GitLab",
      remedy: "Set forge to github or gitlab.",
    });
  const repository = inputs.repository ?? host.repository;
  if (repository === undefined)
    problems.push({
      input: "repository",
      what: "nothing here says which repository is released",
      remedy: "Set repository, such as owner/name.",
    });
  if (forge === undefined || repository === undefined) return undefined;
  const elsewhere = inputs.apiUrl !== undefined && inputs.apiUrl !== host.apiUrl;
  return {
    forge,
    repository,
    apiUrl: apiUrlOf(inputs, host, forge),
    serverUrl: elsewhere || !speaks(host, forge) ? undefined : host.serverUrl,
    projectId: forge === "gitlab" && !elsewhere && repository === host.repository ? host.projectId : undefined,
  };
}

/** The origins that releases of this place need. A GitHub Enterprise Server takes files at its own address. */
export function originsOf(inputs: PlaceInputs, host: Here): string[] {
  const forge = forgeOf(inputs, host);
  if (forge === undefined) return [];
  const apiUrl = apiUrlOf(inputs, host, forge);
  return apiUrl === PUBLIC_API.github ? [apiUrl, "https://uploads.github.com"] : [apiUrl];
}

function apiUrlOf(inputs: PlaceInputs, host: Here, forge: ForgeKind): string {
  return inputs.apiUrl ?? (speaks(host, forge) ? host.apiUrl : undefined) ?? PUBLIC_API[forge];
}

/** Whether the host's own forge is of this kind, so that its addresses are the right ones. */
function speaks(host: Here, forge: ForgeKind): boolean {
  return (host.kind === "github" || host.kind === "gitlab" ? host.kind : (kindOfApi(host.apiUrl) ?? forge)) === forge;
}

function forgeOf(inputs: PlaceInputs, host: Here): ForgeKind | undefined {
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
