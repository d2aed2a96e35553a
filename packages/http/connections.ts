import { invalid } from "@release-actions/action";
import { lookup as systemLookup } from "node:dns";
import { readFile } from "node:fs/promises";
import type { NetworkSettings } from "@release-actions/action";
import type { LookupFunction } from "node:net";
import type { SecureContext } from "node:tls";
import { addressKind, addressOf, isLoopbackHost } from "./ip.ts";
import { openLanes } from "./lanes.ts";
import { proxyFor } from "./no-proxy.ts";
import { basic } from "./secrets.ts";
import { openSlots } from "./slots.ts";
import type { Lanes } from "./lanes.ts";
import type { Secrets } from "./secrets.ts";
import type { Release } from "./slots.ts";

const MAX_CA_FILE = 4 * 1024 * 1024;

export interface ConnectionSettings {
  readonly network: NetworkSettings;
  readonly secrets: Secrets;
  /** Per origin. */
  readonly connections: number;
  /** Lets a name resolve to this machine. */
  readonly allowLoopback: boolean;
  readonly lookup: LookupFunction | undefined;
  /** PEM text, trusted instead of everything else. */
  readonly authorities: string | undefined;
}

/** The way to one origin: ready to make requests on. */
export interface Route {
  /** The proxy's host and port, where there is one. */
  readonly proxy: string | undefined;
  take(signal: AbortSignal): Promise<Release>;
  readonly lanes: Lanes;
  /** What the request line names: the path, or the whole address where the proxy itself is queried. */
  target(url: URL): string;
  readonly openBody: typeof import("./body.ts").openBody;
  /** Headers for the proxy. */
  readonly headers: Readonly<Record<string, string>>;
}

/**
 * - declared: an endpoint of the action; it may be in a private network
 * - public: reached by a redirect from the public internet, so it may not lead into a private network
 */
export type AddressScope = "declared" | "public";

export interface Connections {
  route(url: URL, reach: AddressScope): Promise<Route>;
  close(): void;
}

/** Kept connections per origin, over undici, which is loaded with the first request. */
export function openConnections(settings: ConnectionSettings): Connections {
  const routes = new Map<string, Promise<Route>>();
  const opened: Lanes[] = [];
  let trust: Promise<SecureContext | undefined> | undefined;

  function route(url: URL, reach: AddressScope): Promise<Route> {
    const key = `${reach} ${url.origin}`;
    let found = routes.get(key);
    if (found === undefined) {
      found = openRoute(url, reach);
      routes.set(key, found);
    }
    return found;
  }

  async function openRoute(target: URL, reach: AddressScope): Promise<Route> {
    const secure = target.protocol === "https:";
    const proxy = proxyFor(target, settings.network);
    const authorization = proxy === undefined ? undefined : proxyAuthorization(proxy, settings.secrets);
    checkLiteral(target, reach, settings.allowLoopback);
    const needsTls = secure || proxy?.protocol === "https:";
    const [undici, secureContext] = await Promise.all([
      import("./undici.ts"),
      needsTls ? (trust ??= readTrust(settings)) : undefined,
    ]);
    // Plain http goes to the proxy itself, with the whole address.
    const forwarded = proxy !== undefined && !secure;
    const lanes = openLanes({
      undici,
      dialed: forwarded ? proxy : target,
      tunnel: proxy !== undefined && secure ? { proxy, authorization } : undefined,
      lookup: proxy === undefined ? guardedLookup(target.hostname, reach, settings) : undefined,
      secureContext,
    });
    opened.push(lanes);
    return {
      proxy: proxy?.host,
      take: openSlots(settings.connections),
      lanes,
      openBody: undici.openBody,
      target: (url) => (forwarded ? url.href : url.pathname + url.search),
      headers: forwarded && authorization !== undefined ? { "proxy-authorization": authorization } : {},
    };
  }

  function close(): void {
    for (const lanes of opened) lanes.close();
  }

  return { route, close };
}

function proxyAuthorization(proxy: URL, secrets: Secrets): string | undefined {
  if (proxy.username === "" && proxy.password === "") return undefined;
  secrets.add(proxy.password);
  try {
    return basic(decodeURIComponent(proxy.username), decodeURIComponent(proxy.password), secrets);
  } catch {
    const remedy = "Write % as %25.";
    throw invalid("The user or password in the proxy setting has a % that encodes nothing.", { remedy });
  }
}

/**
 * The given authorities alone; without any, the system's with those of the configured file, or undefined where there is
 * no such file.
 */
async function readTrust({ network, authorities }: ConnectionSettings): Promise<SecureContext | undefined> {
  if (authorities !== undefined) return ownTrust(authorities);
  const file = network.certificateAuthorities;
  if (file === undefined || file === "") return undefined;
  const tls = await import("node:tls");
  const own = await readFile(file, "utf8").catch((cause: unknown) => {
    const remedy = "Give a readable PEM file.";
    throw invalid(`The certificate authorities in ${file} cannot be read.`, { cause, remedy });
  });
  if (own.length > MAX_CA_FILE || !own.includes("-----BEGIN CERTIFICATE-----")) {
    throw invalid(`${file} contains no certificate authority in PEM form, or is larger than 4 MiB.`);
  }
  // Since Node 22.15 the default set is known by name; before that it is the bundled one.
  const defaults = tls.getCACertificates === undefined ? tls.rootCertificates : tls.getCACertificates("default");
  try {
    return tls.createSecureContext({ ca: [...defaults, own], minVersion: "TLSv1.2" });
  } catch (cause) {
    throw invalid(`${file} contains a certificate that cannot be read.`, { cause, remedy: "Give a PEM file." });
  }
}

async function ownTrust(authorities: string): Promise<SecureContext> {
  const tls = await import("node:tls");
  const problem = "The certificate authority that was given cannot be read.";
  const remedy = "Give one certificate or several in PEM form.";
  if (authorities.length > MAX_CA_FILE || !authorities.includes("-----BEGIN CERTIFICATE-----"))
    throw invalid(problem, { remedy });
  try {
    return tls.createSecureContext({ ca: authorities, minVersion: "TLSv1.2" });
  } catch (cause) {
    throw invalid(problem, { cause, remedy });
  }
}

function checkLiteral(target: URL, reach: AddressScope, allowLoopback: boolean): void {
  const address = addressOf(target.hostname);
  const problem = address === undefined ? undefined : addressProblem(target.hostname, address, reach, allowLoopback);
  if (problem !== undefined) throw invalid(problem);
}

/**
 * Checks the addresses that a name resolves to at the moment of connecting, so that a name cannot be pointed elsewhere
 * between a check and its use (DNS rebinding).
 */
function guardedLookup(host: string, reach: AddressScope, settings: ConnectionSettings): LookupFunction {
  const lookup = settings.lookup ?? systemLookup;
  return (hostname, options, callback) => {
    lookup(hostname, options, (error, found, family) => {
      if (error !== null) return callback(error, found, family);
      for (const address of Array.isArray(found) ? found.map((one) => one.address) : [found]) {
        const problem = addressProblem(host, address, reach, settings.allowLoopback);
        if (problem === undefined) continue;
        return callback(Object.assign(new Error(problem), { code: "ADDRESS_REFUSED" }), found, family);
      }
      callback(null, found, family);
    });
  };
}

function addressProblem(
  host: string,
  address: string,
  reach: AddressScope,
  allowLoopback: boolean,
): string | undefined {
  const kind = addressKind(address);
  const resolved = `${host} is at ${address}, which is`;
  if (reach === "public" && kind !== "public") return `${resolved} not a public address`;
  if (kind === "refused") return `${resolved} not the address of a service`;
  if (isLoopbackHost(host)) return kind === "loopback" ? undefined : `${resolved} not this machine`;
  return kind === "loopback" && !allowLoopback ? `${resolved} this machine` : undefined;
}
