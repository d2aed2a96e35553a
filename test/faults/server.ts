import { createServer as createHttpServer } from "node:http";
import { createServer as createHttpsServer } from "node:https";
import type { IncomingMessage, ServerResponse } from "node:http";
import type { ServerOptions } from "node:https";
import type { AddressInfo, Socket } from "node:net";

/** One request as it arrived. */
export interface Seen {
  readonly method: string;
  /** Path and query. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  body: Buffer;
  /** The whole body arrived. */
  complete: boolean;
}

/** What the server does with one request. Unless `early`, it happens when the whole request has arrived. */
export interface Step {
  readonly early?: boolean;
  run(request: IncomingMessage, response: ServerResponse, seen: Seen): void;
}

export interface FaultServer {
  readonly origin: string;
  readonly port: number;
  /** The ledger. */
  readonly seen: readonly Seen[];
  readonly connections: () => number;
  /** Replaces what is still to come: one step per request; the last one repeats. */
  script(...steps: readonly Step[]): void;
  close(): Promise<void>;
}

/** A server on a loopback port that answers by a script, with every fault a server can have, and keeps a ledger. */
export async function startFaultServer(
  options: { tls?: ServerOptions; steps?: readonly Step[] } = {},
): Promise<FaultServer> {
  const seen: Seen[] = [];
  const sockets = new Set<Socket>();
  let steps: readonly Step[] = options.steps !== undefined && options.steps.length > 0 ? options.steps : [json({})];
  let next = 0;
  let connections = 0;

  function onRequest(request: IncomingMessage, response: ServerResponse): void {
    const entry: Seen = {
      method: request.method ?? "",
      url: request.url ?? "",
      headers: request.headers,
      body: Buffer.alloc(0),
      complete: false,
    };
    seen.push(entry);
    const step = steps[Math.min(next, steps.length - 1)];
    next += 1;
    if (step === undefined) return void response.destroy();
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("error", () => undefined);
    response.on("error", () => undefined);
    request.on("end", () => {
      entry.body = Buffer.concat(chunks);
      entry.complete = true;
      if (step.early !== true) step.run(request, response, entry);
    });
    if (step.early === true) step.run(request, response, entry);
  }

  const server = options.tls === undefined ? createHttpServer(onRequest) : createHttpsServer(options.tls, onRequest);
  server.on("connection", (socket: Socket) => {
    connections += 1;
    sockets.add(socket);
    socket.on("error", () => undefined);
    socket.on("close", () => sockets.delete(socket));
  });
  server.on("tlsClientError", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;

  return {
    origin: `${options.tls === undefined ? "http" : "https"}://127.0.0.1:${port}`,
    port,
    seen,
    connections: () => connections,
    script(...more) {
      steps = more;
      next = 0;
    },
    close() {
      for (const socket of sockets) socket.destroy();
      return new Promise((resolve) => server.close(() => resolve()));
    },
  };
}

export function json(value: unknown, status = 200, headers: Record<string, string> = {}): Step {
  return text(JSON.stringify(value), status, { "content-type": "application/json", ...headers });
}

export function text(body: string | Buffer, status = 200, headers: Record<string, string> = {}): Step {
  return {
    run: (_, response) => {
      response.writeHead(status, headers);
      response.end(body);
    },
  };
}

export function redirect(location: string, status = 302): Step {
  return text("", status, { location });
}

/** The connection is reset when the head of the request has arrived. */
export const resetEarly: Step = { early: true, run: (request) => void request.socket.resetAndDestroy() };

/** The request arrives whole, has its effect, and its answer is lost. */
export function replyLost(effect: (seen: Seen) => void = () => undefined): Step {
  return {
    run: (request, _, seen) => {
      effect(seen);
      request.socket.destroy();
    },
  };
}

/** Nothing is ever answered. */
export const silence: Step = { run: () => undefined };

/** The body trickles: one byte every `interval` milliseconds. */
export function trickle(
  body: string,
  interval: number,
  headers: Record<string, string> = { "content-type": "application/json" },
): Step {
  return {
    run: (_, response) => {
      response.writeHead(200, headers);
      let at = 0;
      const timer = setInterval(() => {
        response.write(body[at] ?? " ");
        at += 1;
      }, interval);
      response.on("close", () => clearInterval(timer));
    },
  };
}

/** Announces more than it sends. */
export function truncated(body: string, status = 200): Step {
  return {
    run: (request, response) => {
      response.writeHead(status, { "content-type": "application/json", "content-length": String(body.length + 100) });
      response.write(body, () => request.socket.destroy());
    },
  };
}

/** Raw bytes on the wire, after which the connection closes. */
export function raw(bytes: string | Buffer): Step {
  return { run: (request) => void request.socket.end(bytes) };
}

/** Runs `effect` before `step` answers. */
export function after(effect: (seen: Seen) => void, step: Step): Step {
  return {
    ...step,
    run: (request, response, seen) => {
      effect(seen);
      step.run(request, response, seen);
    },
  };
}
