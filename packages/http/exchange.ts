import { isIP } from "node:net";
import type { ClientRequest, IncomingMessage } from "node:http";
import type { Socket } from "node:net";
import type { BodySource, Phase, Reach } from "./contract.ts";
import { explain } from "./explain.ts";
import { receive } from "./receive.ts";
import type { Route } from "./connections.ts";
import { bareHost } from "./tunnel.ts";

/** One request and its reply, as the wire sees it. */
export interface ExchangeOptions {
  readonly route: Route;
  readonly method: string;
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Pick<BodySource, "length" | "open"> | undefined;
  readonly progress: ((sent: number, total: number) => void) | undefined;
  readonly maxBytes: number;
  /** Milliseconds from now. */
  readonly span: number;
  /** The time limit for messages: `span` may be what is left of it. */
  readonly deadline: number;
  readonly signal: AbortSignal;
  /** The reply of status 200 is handed over with its body still to come, which the caller reads or destroys. */
  readonly open?: boolean | undefined;
}

export interface RawReply {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly bytes: Buffer;
  /** The address that answered, where the connection was direct. */
  readonly address: string | undefined;
  /** The reply came before the whole body had left. */
  readonly early: boolean;
  /** The body, where it was asked for open; `bytes` is empty then. */
  readonly open?: IncomingMessage | undefined;
}

/** Why there is no reply. */
export interface Fault {
  readonly phase: Phase;
  readonly reach: Reach;
  readonly code: string;
  /** Continues "host: ". */
  readonly text: string;
  readonly remedy?: string | undefined;
  /** Trying again would not help. */
  readonly lasting?: boolean | undefined;
  /** Known when the reply broke off after its headers. */
  readonly status?: number | undefined;
  readonly cause?: unknown;
}

export type Outcome = { readonly reply: RawReply } | { readonly fault: Fault };

/** Sockets whose connection and handshake are complete: a request on one of them starts with its sending. */
const ready = new WeakSet<Socket>();
const BEFORE_SENDING: readonly Phase[] = ["dns", "connect", "proxy", "tls"];

/**
 * Makes one attempt. It ends within `span` whatever the server does: the time covers the name's lookup, the connection,
 * the handshake, the body and the last byte of the reply. Never rejects.
 */
export function exchange(options: ExchangeOptions): Promise<Outcome> {
  const { route, url, signal } = options;
  const secure = url.protocol === "https:";
  const tunnelled = route.proxy !== undefined && secure;
  const stopped = new AbortController();

  return new Promise((resolve) => {
    let phase: Phase = tunnelled ? "proxy" : isIP(bareHost(url)) === 0 ? "dns" : "connect";
    let status: number | undefined;
    let settled = false;
    /** The whole body has been handed to the connection. */
    let sent = options.body === undefined;
    const timer = setTimeout(() => {
      fail("DEADLINE", `no complete answer within the time limit of ${describeSpan(options.deadline)}`);
    }, options.span);
    signal.addEventListener("abort", onAbort, { once: true });

    const request = route.request(options.method, url, options.headers, stopped.signal);
    request.on("error", onError);
    request.on("socket", onSocket);
    request.on("finish", () => {
      if (phase === "send") phase = "headers";
    });
    request.on("response", onResponse);
    request.on("close", () => {
      if (status === undefined) fail("ECONNRESET", "the connection was closed before an answer came");
    });
    if (signal.aborted) onAbort();
    else if (options.body === undefined) request.end();
    else void sendBody(request, options.body, onHanded, stopped.signal).catch(onBodyError);

    function onHanded(count: number, total: number): void {
      sent = count === total;
      options.progress?.(count, total);
    }

    function onSocket(socket: Socket): void {
      if (ready.has(socket)) {
        phase = "send";
        return;
      }
      if (tunnelled) phase = "tls";
      socket.once("lookup", () => (phase = "connect"));
      socket.once("connect", () => {
        phase = secure ? "tls" : "send";
        if (!secure) ready.add(socket);
      });
      socket.once("secureConnect", () => {
        ready.add(socket);
        phase = "send";
      });
    }

    function onResponse(response: IncomingMessage): void {
      phase = "body";
      status = response.statusCode ?? 0;
      const early = !sent;
      const address = route.proxy === undefined ? response.socket.remoteAddress : undefined;
      // What follows a final answer is of no use to the server.
      if (early) stopped.abort();
      else if (!request.writableEnded) request.end();
      if (options.open === true && status === 200) {
        return settle({ reply: { status, headers: headersOf(response), bytes: Buffer.alloc(0), address, early, open: response } });
      }
      receive(response, options.method, options.maxBytes).then(
        (bytes) => {
          if (settled) return;
          settle({ reply: { status: response.statusCode ?? 0, headers: headersOf(response), bytes, address, early } });
          if (early) request.destroy();
        },
        (error: NodeJS.ErrnoException) => {
          fail(error.code ?? "BODY", error.message, error, error.code === "TOO_LARGE" || error.code === "ENCODING");
        },
      );
    }

    function onError(error: NodeJS.ErrnoException & { proxy?: boolean }): void {
      // A tunnel reports before its socket is handed over.
      if (tunnelled && error.proxy === true) phase = "proxy";
      const known = explain(error, phase, route.proxy);
      fail(error.code ?? "FAILED", known.text, error, known.lasting, known.remedy);
    }

    function onBodyError(error: Error): void {
      if (!stopped.signal.aborted) fail("BODY_SOURCE", `the body could not be read: ${error.message}`, error, true);
    }

    function onAbort(): void {
      fail("ABORTED", "the run was ended");
    }

    function fail(code: string, text: string, cause?: unknown, lasting?: boolean, remedy?: string): void {
      if (settled) return;
      const unanswered: Reach = BEFORE_SENDING.includes(phase) ? "nothing sent" : "maybe sent";
      const reach = status === undefined ? unanswered : "answered";
      settle({ fault: { phase, reach, code, text, remedy, lasting, status, cause } });
      request.destroy();
    }

    function settle(outcome: Outcome): void {
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      // Given up or answered: in both cases nothing more is to be sent or dialled.
      stopped.abort();
      resolve(outcome);
    }
  });
}

/**
 * Sends the body chunk by chunk, each only when the one before has reached the system, so that memory stays constant
 * and a source may use its buffers again.
 */
async function sendBody(
  request: ClientRequest,
  body: Pick<BodySource, "length" | "open">,
  handed: (count: number, total: number) => void,
  stopped: AbortSignal,
): Promise<void> {
  let sent = 0;
  for await (const chunk of body.open()) {
    if (stopped.aborted) return;
    sent += chunk.byteLength;
    if (sent > body.length) break;
    const flushed = write(request, chunk, stopped);
    handed(sent, body.length);
    await flushed;
  }
  if (stopped.aborted || request.writableEnded) return;
  if (sent !== body.length) {
    const relation = sent > body.length ? "more than" : `${sent} of`;
    throw new Error(`it holds ${relation} the ${body.length} bytes it was announced with`);
  }
  request.end();
}

/** Resolves when the chunk has reached the system. A failed write is reported by the request's own "error". */
function write(request: ClientRequest, chunk: Uint8Array, stopped: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    function done(): void {
      stopped.removeEventListener("abort", done);
      resolve();
    }
    stopped.addEventListener("abort", done, { once: true });
    request.write(chunk, done);
  });
}

function headersOf(response: IncomingMessage): Record<string, string> {
  const headers = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(response.headers)) {
    if (value !== undefined) headers[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return headers;
}

function describeSpan(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 100) / 10} s`;
}
