/** Where a registry is, and what is known about it before the first request. */
export interface RegistryPlace {
  /** As image names have it. */
  readonly host: string;
  /** Its origin. */
  readonly base: string;
  /** Origins that issue its tokens, in addition to its own. */
  readonly tokenServers: readonly string[];
  readonly quay: "yes" | "no" | "perhaps";
  readonly expectedToken: { readonly realm: string; readonly service: string } | undefined;
}

/** Registries whose tokens come from elsewhere, and the host that serves their API if it is another. */
const WELL_KNOWN: Readonly<Record<string, { readonly host?: string; readonly tokens: string }>> = {
  "docker.io": { host: "registry-1.docker.io", tokens: "https://auth.docker.io" },
  "registry.gitlab.com": { tokens: "https://gitlab.com" },
};

export interface PlaceOptions {
  /** auto: Quay for quay.io; quay: a self-hosted Quay; oci: any other registry. */
  readonly api: "auto" | "quay" | "oci";
  readonly tokenServer?: string | undefined;
  readonly allowHttp: boolean;
}

/** `host`: as image names have it, such as `quay.io` or `registry.example:5000`. */
export function placeOf(host: string, { api, tokenServer, allowHttp }: PlaceOptions): RegistryPlace {
  const known = Object.hasOwn(WELL_KNOWN, host) ? WELL_KNOWN[host] : undefined;
  const base = `${isLoopback(host) || allowHttp ? "http" : "https"}://${known?.host ?? host}`;
  const quay = api === "quay" || (api === "auto" && host === "quay.io");
  return {
    host,
    base,
    tokenServers: [known?.tokens, tokenServer].filter((origin) => origin !== undefined),
    quay: quay ? "yes" : api === "auto" && known === undefined ? "perhaps" : "no",
    expectedToken: quay ? { realm: `${base}/v2/auth`, service: host } : undefined,
  };
}

/**
 * Where an account for the registry is sent. A registry whose tokens are known to come from elsewhere does not get it;
 * one with a declared token server may require it itself.
 */
export function accountOrigins({ base, tokenServers }: RegistryPlace, tokenServer?: string): string[] {
  return tokenServer === undefined && tokenServers.length > 0 ? [...tokenServers] : [base, ...tokenServers];
}

/** docker.io/alpine is docker.io/library/alpine. */
export function repositoryAt(host: string, repository: string): string {
  return host === "docker.io" && !repository.includes("/") ? `library/${repository}` : repository;
}

/** As docker does: plain http is allowed for this machine. */
function isLoopback(host: string): boolean {
  const name = host.replace(/:[0-9]+$/, "");
  return name === "localhost" || /^127(?:\.[0-9]{1,3}){3}$/.test(name);
}
