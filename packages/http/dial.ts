import { isIP } from "node:net";
import type { LookupFunction, Socket } from "node:net";
import type { SecureContext } from "node:tls";
import type { buildConnector, Client } from "undici";

export interface DialOptions {
  readonly undici: typeof import("./undici.ts");
  readonly lookup: LookupFunction | undefined;
  /** The authorities that are trusted instead of the default ones. */
  readonly secureContext: SecureContext | undefined;
}

/** Makes one connection and gives its socket at once, so that it can be given up before it is ready. */
export type Dial = (to: buildConnector.Options, callback: buildConnector.Callback) => Socket;

/** Time limits are the exchange's own, so undici's are off. An idle connection is closed after 30 s. */
export const CLIENT_OPTIONS: Client.Options = {
  pipelining: 1,
  headersTimeout: 0,
  bodyTimeout: 0,
  keepAliveTimeout: 30_000,
  maxHeaderSize: 16_384,
  allowH2: false,
};

export function openDial({ undici, lookup, secureContext }: DialOptions): Dial {
  // undici's types name only some of the options that it hands on to the socket, and not what it returns.
  const options: object = {
    ...(lookup !== undefined && { lookup }),
    ...(secureContext !== undefined && { secureContext }),
    rejectUnauthorized: true,
    minVersion: "TLSv1.2",
    allowH2: false,
    timeout: 0,
  };
  const dial = undici.buildConnector(options) as unknown as Dial;
  return (to, callback) => {
    // undici would take the name from the Host header, which names the target even where the proxy is dialed.
    const named = { ...to, servername: isIP(to.hostname) === 0 ? to.hostname : "" };
    return dial(named, (...result) => {
      if (result[1]?.destroyed !== true) return callback(...result);
      callback(Object.assign(new Error("the connection was closed at once"), { code: "ECONNRESET" }), null);
    });
  };
}
