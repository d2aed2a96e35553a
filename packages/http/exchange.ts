import type { Dispatcher } from "undici";
import type { BodySource, Phase, RequestState } from "./types.ts";
import { explain } from "./explain.ts";
import { receive } from "./receive.ts";
import { wireError } from "./wire-error.ts";
import type { Body } from "./body.ts";
import type { Route } from "./connections.ts";
import type { Head } from "./receive.ts";

/** A socket's high-water mark: undici asks for more only when the system has taken a chunk of this size. */
const LARGE_CHUNK = 64 * 1024;

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

export interface RawReply extends Head {
  readonly bytes: Buffer;
  /** The address that answered, where the connection was direct. */
  readonly address: string | undefined;
  /** The reply came before the whole body had left. */
  readonly early: boolean;
  /** The body, where the request asked to keep it open; `bytes` is empty then. */
  readonly open?: Body | undefined;
}

/** Why there is no reply. */
export interface Fault {
  readonly phase: Phase;
  readonly reach: RequestState;
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

/**
 * Makes one attempt. It ends within `span` whatever the server does: the time covers the name's lookup, the connection,
 * the handshake, the body and the last byte of the reply. Never rejects.
 */
export function exchange(options: ExchangeOptions): Promise<Outcome> {
  const { route, url, signal, method, body } = options;
  const lane = route.lanes.take();

  return new Promise((resolve) => {
    /** Undefined until the request starts on its connection: nothing has been sent before. */
    let phase: Phase | undefined;
    let status: number | undefined;
    let response: Body | undefined;
    let settled = false;
    let end = (): void => undefined;
    const ended = new Promise<void>((done) => (end = done));
    /** The whole body has been handed to the connection. */
    let sent = body === undefined;
    /** The reply has begun before that. */
    let early = false;
    const timer = setTimeout(() => {
      fail("DEADLINE", `no complete answer within the time limit of ${describeSpan(options.deadline)}`);
    }, options.span);
    signal.addEventListener("abort", onAbort, { once: true });
    if (signal.aborted) return onAbort();

    const handler: Dispatcher.DispatchHandler = {
      onRequestStart(controller) {
        // One exchange is one attempt, whatever becomes of the connection.
        if (phase !== undefined) return controller.abort(new Error("the request was about to be sent again"));
        phase = sent ? "headers" : "send";
      },
      onResponseStart(controller, code, headers) {
        if (code >= 200) onResponse({ status: code, headers: joined(headers) }, () => controller.resume());
      },
      onResponseData(controller, chunk) {
        if (response?.push(chunk) !== true) controller.pause();
      },
      onResponseEnd() {
        if (response === undefined) return;
        response.complete = true;
        response.push(null);
      },
      onResponseError(_controller, error) {
        if (response === undefined) onError(error);
        else response.destroy(error);
      },
    };
    const headers = { host: url.host, ...options.headers, ...route.headers };
    const chunks = body === undefined ? null : read(body);
    // undici takes any iterable for a body, though its types ask for a stream.
    const request = { origin: url.origin, path: route.target(url), method, headers, body: chunks };
    lane.client.dispatch(request as Dispatcher.DispatchOptions, handler);

    /** Reads the body chunk by chunk, each only when the one before has been taken, so that memory stays constant. */
    async function* read(source: Pick<BodySource, "length" | "open">): AsyncGenerator<Uint8Array, void, undefined> {
      let count = 0;
      try {
        for await (const chunk of source.open()) {
          if (settled) return;
          count += chunk.byteLength;
          if (count > source.length) break;
          sent = count === source.length;
          options.progress?.(count, source.length);
          // A source may use its buffer again, and undici collects small chunks.
          yield chunk.byteLength < LARGE_CHUNK ? Buffer.from(chunk) : chunk;
          // What follows a final answer is of no use to the server; ending here would cut the answer too.
          if (early) return await ended;
        }
        if (settled) return;
        if (count !== source.length) {
          const relation = count > source.length ? "more than" : `${count} of`;
          throw new Error(`it holds ${relation} the ${source.length} bytes it was announced with`);
        }
        sent = true;
        if (phase === "send") phase = "headers";
      } catch (error) {
        fail("BODY_SOURCE", `the body could not be read: ${(error as Error).message}`, error, true);
      }
    }

    function onResponse(head: Head, more: () => void): void {
      phase = "body";
      status = head.status;
      early = !sent;
      const incoming = route.openBody(more);
      response = incoming;
      const reply = { ...head, address: route.proxy === undefined ? lane.address() : undefined, early };
      if (options.open === true && status === 200) {
        incoming.once("close", () => route.lanes.giveBack(lane, incoming.complete));
        return settle({ reply: { ...reply, bytes: Buffer.alloc(0), open: incoming } });
      }
      receive(incoming, head, method, options.maxBytes).then(
        (bytes) => {
          if (settled) return;
          settle({ reply: { ...reply, bytes } });
          route.lanes.giveBack(lane, !early);
        },
        (error: NodeJS.ErrnoException) => {
          fail(error.code ?? "BODY", error.message, error, error.code === "TOO_LARGE" || error.code === "ENCODING");
        },
      );
    }

    function onError(error: NodeJS.ErrnoException): void {
      const known = wireError(error);
      const { text, remedy, lasting } = explain(known, phase ?? lane.phase(), route.proxy);
      fail(known.code ?? "FAILED", text, error, lasting, remedy);
    }

    function onAbort(): void {
      fail("ABORTED", "the run was ended");
    }

    function fail(code: string, text: string, cause?: unknown, lasting?: boolean, remedy?: string): void {
      if (settled) return;
      const unanswered: RequestState = phase === undefined ? "nothing sent" : "maybe sent";
      const reach = status === undefined ? unanswered : "answered";
      settle({ fault: { phase: phase ?? lane.phase(), reach, code, text, remedy, lasting, status, cause } });
      route.lanes.giveBack(lane, false);
    }

    function settle(outcome: Outcome): void {
      settled = true;
      clearTimeout(timer);
      signal.removeEventListener("abort", onAbort);
      end();
      resolve(outcome);
    }
  });
}

function joined(headers: Readonly<Record<string, string | string[] | undefined>>): Record<string, string> {
  const single = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(headers)) {
    if (value !== undefined) single[name] = Array.isArray(value) ? value.join(", ") : value;
  }
  return single;
}

function describeSpan(milliseconds: number): string {
  return milliseconds < 1000 ? `${Math.round(milliseconds)} ms` : `${Math.round(milliseconds / 100) / 10} s`;
}
