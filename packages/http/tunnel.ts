import type { Socket } from "node:net";
import type { buildConnector } from "undici";
import { CLIENT_OPTIONS } from "./dial.ts";
import type { Dial } from "./dial.ts";

export interface TunnelOptions {
  readonly undici: typeof import("./undici.ts");
  readonly dial: Dial;
  readonly proxy: URL;
  /** The value of Proxy-Authorization. */
  readonly authorization: string | undefined;
  readonly target: URL;
}

export type TunnelCallback = (...result: [error: null, socket: Socket] | [error: Error, socket: null]) => void;

/**
 * Opens a connection to the target through the proxy's CONNECT (RFC 9110, 9.3.6). The handshake with the target is
 * still to come. Returns a function that gives up.
 */
export function openTunnel(options: TunnelOptions, callback: TunnelCallback): () => void {
  const { undici, dial, proxy, authorization, target } = options;
  let dialed: Socket | undefined;
  const connect: buildConnector.connector = (to, connected) => {
    dialed = dial(to, connected);
  };
  const client = new undici.Client(proxy.origin, { ...CLIENT_OPTIONS, connect });
  const authority = `${target.hostname}:${target.port === "" ? "443" : target.port}`;
  const headers = { host: authority, ...(authorization !== undefined && { "proxy-authorization": authorization }) };
  client.dispatch(
    { path: authority, method: "CONNECT", headers },
    {
      onRequestStart: () => undefined,
      onRequestUpgrade(_controller, status, _headers, socket) {
        // A proxy that sends data before the first request is not a tunnel.
        if (status >= 200 && status <= 299 && socket.readableLength === 0) return callback(null, socket as Socket);
        socket.destroy();
        const said = `it answered ${status} to CONNECT ${authority}`;
        callback(Object.assign(new Error(said), { code: `PROXY_${status}` }), null);
      },
      onResponseError: (_controller, error) => callback(error, null),
    },
  );
  return () => {
    void client.destroy();
    dialed?.destroy();
  };
}
