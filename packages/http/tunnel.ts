import { isIP } from "node:net";
import type { Socket } from "node:net";
import type { ConnectionOptions } from "node:tls";

export interface TunnelOptions {
  readonly proxy: URL;
  /** The value of Proxy-Authorization. */
  readonly authorization: string | undefined;
  readonly target: URL;
  readonly tls: ConnectionOptions;
  readonly giveUp: AbortSignal | undefined;
}

/** A TLS connection to the target through the proxy's CONNECT (RFC 9110, 9.3.6). The handshake is still to come. */
export async function connectThroughProxy(options: TunnelOptions): Promise<Socket> {
  const { target, tls } = options;
  const socket = await openTunnel(options);
  const host = bareHost(target);
  const { connect } = await import("node:tls");
  return connect({ ...tls, socket, host, servername: serverName(host), ALPNProtocols: ["http/1.1"] });
}

async function openTunnel({ proxy, authorization, target, tls, giveUp }: TunnelOptions): Promise<Socket> {
  const { request } = proxy.protocol === "https:" ? await import("node:https") : await import("node:http");
  const authority = `${target.hostname}:${target.port === "" ? "443" : target.port}`;
  return new Promise((resolve, reject) => {
    const connecting = request({
      ...tls,
      agent: false,
      protocol: proxy.protocol,
      host: bareHost(proxy),
      // Otherwise the name would be taken from the Host header, which names the target.
      servername: serverName(bareHost(proxy)),
      port: proxy.port === "" ? undefined : proxy.port,
      method: "CONNECT",
      path: authority,
      headers: { host: authority, ...(authorization !== undefined && { "proxy-authorization": authorization }) },
    });
    function stop(): void {
      connecting.destroy(proxyError("PROXY_GIVEN_UP", "the proxy did not answer"));
    }
    giveUp?.addEventListener("abort", stop, { once: true });
    if (giveUp?.aborted === true) stop();
    connecting.once("error", (error: NodeJS.ErrnoException) => {
      giveUp?.removeEventListener("abort", stop);
      reject(proxyError(error.code ?? "PROXY_FAILED", error.message));
    });
    connecting.once("connect", (response, socket, head) => {
      giveUp?.removeEventListener("abort", stop);
      const status = response.statusCode ?? 0;
      if (status < 200 || status > 299 || head.length > 0) {
        socket.destroy();
        return reject(proxyError(`PROXY_${status}`, `it answered ${status} to CONNECT ${authority}`));
      }
      resolve(socket);
    });
    connecting.end();
  });
}

/** A URL's host as sockets want it: an IPv6 address without its brackets. */
export function bareHost(url: URL): string {
  return url.hostname.replace(/^\[|\]$/g, "");
}

/** The name for a TLS handshake; an address is none (RFC 6066, 3). */
export function serverName(host: string): string {
  return isIP(host) === 0 ? host : "";
}

function proxyError(code: string, message: string): Error {
  return Object.assign(new Error(message), { code, proxy: true });
}
