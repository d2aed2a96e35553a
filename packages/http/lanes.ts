import { isIP } from "node:net";
import type { buildConnector, Client } from "undici";
import type { Phase } from "./types.ts";
import { CLIENT_OPTIONS, openDial } from "./dial.ts";
import { openTunnel } from "./tunnel.ts";
import { wireError } from "./wire-error.ts";
import type { Dial, DialOptions } from "./dial.ts";

/** The phases of a connection, before a request starts on it. */
export type ConnectionPhase = Extract<Phase, "dns" | "connect" | "proxy" | "tls">;

/** One connection at a time to one origin, with one request at a time on it. */
export interface Lane {
  readonly client: Client;
  /** How far the latest connection came. */
  readonly phase: () => ConnectionPhase;
  /** The address at its far end. */
  readonly address: () => string | undefined;
  /** Cuts the connection, even while it is being made. The lane cannot be used again. */
  destroy(): void;
}

export interface Lanes {
  /** A lane that no request is on: the one used last, or a new one. */
  take(): Lane;
  /** A lane that is not whole is cut. */
  giveBack(lane: Lane, whole: boolean): void;
  close(): void;
}

export interface LaneOptions extends DialOptions {
  /** Where connections go: the target, or the proxy that plain http is sent to. */
  readonly dialed: URL;
  /** The proxy through which an https target is reached. */
  readonly tunnel: { readonly proxy: URL; readonly authorization: string | undefined } | undefined;
}

export function openLanes(options: LaneOptions): Lanes {
  const dial = openDial(options);
  const all = new Set<Lane>();
  const free: Lane[] = [];

  function take(): Lane {
    const kept = free.pop();
    if (kept !== undefined) return kept;
    const lane = openLane(options, dial);
    all.add(lane);
    return lane;
  }

  function giveBack(lane: Lane, whole: boolean): void {
    if (whole && !lane.client.destroyed) return void free.push(lane);
    all.delete(lane);
    lane.destroy();
  }

  function close(): void {
    for (const lane of all) lane.destroy();
    all.clear();
    free.length = 0;
  }

  return { take, giveBack, close };
}

function openLane({ undici, dialed, tunnel }: LaneOptions, dial: Dial): Lane {
  let phase: ConnectionPhase = tunnel === undefined ? "dns" : "proxy";
  let address: string | undefined;
  let giveUp = (): void => undefined;

  const connect: buildConnector.connector = (to, callback) => {
    const connected: buildConnector.Callback = (...[error, socket]) => {
      // After an error with its own code undici would connect again, without end (nodejs/undici#3897).
      if (error !== null) return callback(wireError(error), null);
      address = socket.remoteAddress;
      callback(null, socket);
    };
    if (tunnel === undefined) return direct(to, connected);
    phase = "proxy";
    const through = { undici, dial, ...tunnel, target: dialed };
    giveUp = openTunnel(through, (error, opened) => {
      if (error !== null) return connected(error, null);
      phase = "tls";
      const socket = dial({ ...to, httpSocket: opened }, connected);
      giveUp = () => void socket.destroy();
    });
  };

  function direct(to: buildConnector.Options, connected: buildConnector.Callback): void {
    phase = isIP(to.hostname) === 0 ? "dns" : "connect";
    const socket = dial(to, connected);
    giveUp = () => void socket.destroy();
    socket.on("lookup", (error: Error | null) => {
      if (error === null) phase = "connect";
    });
    if (to.protocol === "https:") socket.once("connect", () => (phase = "tls"));
  }

  const client = new undici.Client(dialed.origin, { ...CLIENT_OPTIONS, connect });
  function destroy(): void {
    void client.destroy();
    giveUp();
  }
  return { client, phase: () => phase, address: () => address, destroy };
}
