import { invalid } from "@release-actions/action-types";
import { lookup as systemLookup } from "node:dns";
import { readFile } from "node:fs/promises";
import type { NetworkSettings } from "@release-actions/action-types";
import type { Agent, ClientRequest, RequestOptions } from "node:http";
import type { LookupFunction } from "node:net";
import type { ConnectionOptions, SecureContext } from "node:tls";
import { addressKind, addressOf, isLoopbackHost } from "./ip.ts";
import { proxyFor } from "./no-proxy.ts";
import { basic } from "./secrets.ts";
import { openSlots } from "./slots.ts";
import { bareHost, connectThroughProxy, serverName } from "./tunnel.ts";
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
}

/** The way to one origin: ready to make requests on. */
export interface Route {
  /** The proxy's host and port, where there is one. */
  readonly proxy: string | undefined;
  take(signal: AbortSignal): Promise<Release>;
  /** Makes the request without sending it. A tunnel through a proxy is given up with `giveUp`. */
  request(method: string, url: URL, headers: Readonly<Record<string, string>>, giveUp: AbortSignal): ClientRequest;
}

/**
 * - declared: an endpoint of the action; it may stand in a private network
 * - public: reached by a redirect from the public internet, so it may not lead into a private network
 */
export type Reachability = "declared" | "public";

export interface Connections {
  route(url: URL, reach: Reachability): Promise<Route>;
  close(): void;
}

/** Kept connections per origin, over node:http and node:https, which are loaded with the first request. */
export function openConnections(settings: ConnectionSettings): Connections {
  const routes = new Map<string, Promise<Route>>();
  const agents: Agent[] = [];
  let trust: Promise<SecureContext | undefined> | undefined;

  function route(url: URL, reach: Reachability): Promise<Route> {
    const key = `${reach} ${url.origin}`;
    let found = routes.get(key);
    if (found === undefined) {
      found = openRoute(url, reach);
      routes.set(key, found);
    }
    return found;
  }

  async function openRoute(target: URL, reach: Reachability): Promise<Route> {
    const secure = target.protocol === "https:";
    const proxy = proxyFor(target, settings.network);
    const authorization = proxy === undefined ? undefined : proxyAuthorization(proxy, settings.secrets);
    checkLiteral(target, reach, settings.allowLoopback);
    const [http, https, context] = await Promise.all([
      import("node:http"),
      secure || proxy?.protocol === "https:" ? import("node:https") : undefined,
      secure || proxy?.protocol === "https:" ? (trust ??= readTrust(settings.network)) : undefined,
    ]);
    const tls: ConnectionOptions = { ...(context && { secureContext: context }), rejectUnauthorized: true, minVersion: "TLSv1.2" };
    const shared = { keepAlive: true, scheduling: "lifo" as const };
    const lookup = guardedLookup(target.hostname, reach, settings);
    const direct = proxy === undefined;
    const agent: Agent = secure
      ? new (https as typeof import("node:https")).Agent({ ...shared, ...tls, ...(direct && { lookup }) } as object)
      : direct
        ? new http.Agent({ ...shared, lookup } as object)
        : new (proxy.protocol === "https:" ? (https as typeof import("node:https")) : http).Agent({ ...shared, ...tls } as object);
    if (proxy !== undefined && secure) {
      agent.createConnection = (options, callback) => {
        const { giveUp } = options as { giveUp?: AbortSignal };
        connectThroughProxy({ proxy, authorization, target, tls, giveUp }).then(
          (socket) => callback?.(null, socket),
          (error: Error) => callback?.(error, undefined as never),
        );
        return undefined;
      };
    }
    agents.push(agent);
    const take = openSlots(settings.connections);

    function request(method: string, url: URL, headers: Readonly<Record<string, string>>, giveUp: AbortSignal): ClientRequest {
      const plainProxy = proxy !== undefined && !secure ? proxy : undefined;
      const dialled = plainProxy ?? url;
      const options: RequestOptions & { giveUp: AbortSignal; servername: string } = {
        agent,
        method,
        giveUp,
        protocol: dialled.protocol,
        host: bareHost(dialled),
        servername: serverName(bareHost(dialled)),
        port: dialled.port === "" ? undefined : dialled.port,
        path: plainProxy === undefined ? url.pathname + url.search : url.href,
        headers: {
          host: url.host,
          ...headers,
          ...(plainProxy !== undefined && authorization !== undefined && { "proxy-authorization": authorization }),
        },
      };
      return dialled.protocol === "https:" ? (https as typeof import("node:https")).request(options) : http.request(options);
    }

    return { proxy: proxy?.host, take, request };
  }

  function close(): void {
    for (const agent of agents) agent.destroy();
  }

  return { route, close };
}

function proxyAuthorization(proxy: URL, secrets: Secrets): string | undefined {
  if (proxy.username === "" && proxy.password === "") return undefined;
  secrets.add(proxy.password);
  try {
    return basic(decodeURIComponent(proxy.username), decodeURIComponent(proxy.password), secrets);
  } catch {
    throw invalid("The user or password in the proxy setting has a % that encodes nothing.", { remedy: "Write % as %25." });
  }
}

/** The system's authorities with those of the configured file, or undefined where there is no such file. */
async function readTrust(network: NetworkSettings): Promise<SecureContext | undefined> {
  const file = network.certificateAuthorities;
  if (file === undefined || file === "") return undefined;
  const tls = await import("node:tls");
  const own = await readFile(file, "utf8").catch((cause: unknown) => {
    throw invalid(`The certificate authorities in ${file} cannot be read.`, { cause, remedy: "Give a readable PEM file." });
  });
  if (own.length > MAX_CA_FILE || !own.includes("-----BEGIN CERTIFICATE-----")) {
    throw invalid(`${file} holds no certificate authority in PEM form, or is larger than 4 MiB.`);
  }
  // Since Node 22.15 the default set is known by name; before that it is the bundled one.
  const defaults = tls.getCACertificates === undefined ? tls.rootCertificates : tls.getCACertificates("default");
  try {
    return tls.createSecureContext({ ca: [...defaults, own], minVersion: "TLSv1.2" });
  } catch (cause) {
    throw invalid(`${file} holds a certificate that cannot be read.`, { cause, remedy: "Give a PEM file." });
  }
}

function checkLiteral(target: URL, reach: Reachability, allowLoopback: boolean): void {
  const address = addressOf(target.hostname);
  const problem = address === undefined ? undefined : addressProblem(target.hostname, address, reach, allowLoopback);
  if (problem !== undefined) throw invalid(problem);
}

/**
 * Checks the addresses that a name resolves to at the moment of connecting, so that a name cannot be pointed elsewhere
 * between a check and its use (DNS rebinding).
 */
function guardedLookup(host: string, reach: Reachability, settings: ConnectionSettings): LookupFunction {
  const lookup = settings.lookup ?? (systemLookup as LookupFunction);
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

function addressProblem(host: string, address: string, reach: Reachability, allowLoopback: boolean): string | undefined {
  const kind = addressKind(address);
  const resolved = `${host} is at ${address}, which is`;
  if (reach === "public" && kind !== "public") return `${resolved} not a public address`;
  if (kind === "refused") return `${resolved} not the address of a service`;
  if (isLoopbackHost(host)) return kind === "loopback" ? undefined : `${resolved} not this machine`;
  return kind === "loopback" && !allowLoopback ? `${resolved} this machine` : undefined;
}
