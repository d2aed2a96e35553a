import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { credentialOf, type NamedToken } from "../forge/credentials.ts";
import type { Exchange } from "../forge/exchange.ts";
import { serviceHeaders } from "../forge/send.ts";
import type { Effect, Fault, FaultPlan, LedgerEntry, Moment, Service } from "../forge/types.ts";
import { type Answer, json, reply, segmentsOf, send } from "./answer.ts";
import { planFaults } from "./faults.ts";
import { namedHeaders, seenTokens } from "./ledger.ts";
import { listen, portOf, shut } from "./listen.ts";
import { type Body, receive } from "./receive.ts";

export interface OriginsSetup<S extends Service> {
  /** Each listens at its own address, and all write into one ledger. */
  services: readonly S[];
  tokens: NamedToken[];
  faults: Fault[];
  /** Added before every reply. */
  latencyMs?: number | undefined;
  /** Of the first; the others take the next ones. 0 takes any. */
  port?: number | undefined;
  /** Bodies that are longer are hashed and not kept. */
  keepBytes?: number | undefined;
  /** Milliseconds since 1970. */
  now: () => number;
  /** One request at a time, in the order in which their bodies were complete. */
  answer(exchange: Exchange): Answer | Promise<Answer>;
  /** What is under `GET /__control/…` and `POST /__control/reset`, besides faults and ledger. */
  control: Record<string, () => unknown>;
  hooks?: Hooks;
}

/** Where a service does more than answer. */
export interface Hooks {
  /** A request begins; what it returns is called as it ends. */
  enter?(exchange: Exchange): () => void;
  /** Answers a request before its body is read. */
  refuse?(exchange: Exchange): Answer | undefined;
  /** A part of the body came, or something behind the service broke. */
  abandon?(exchange: Exchange): void;
  /** It was answered. */
  answered?(exchange: Exchange): void;
}

export type OriginSetup = Omit<OriginsSetup<Service>, "services" | "hooks" | "keepBytes"> & {
  /** The service's word in the ledger and for the headers of every reply. */
  service: Service;
};

export interface Origin {
  /** Without a slash at the end. */
  url: string;
  ledger: LedgerEntry[];
  faults: FaultPlan;
  close(): Promise<void>;
}

export interface OriginGroup<S extends Service> extends Omit<Origin, "url"> {
  /** Without a slash at the end. */
  urls: Readonly<Record<S, string>>;
}

const excerpt = 2000;
const nobody: Body = { bytes: 0, sha256: "", content: Buffer.alloc(0), complete: true };

export async function startOrigin({ service, ...setup }: OriginSetup): Promise<Origin> {
  const { urls, ...group } = await startOrigins({ services: [service], ...setup });
  return { url: urls[service], ...group };
}

/** The ledger and the faults before the answers of a stand-in's services. */
export async function startOrigins<S extends Service>(setup: OriginsSetup<S>): Promise<OriginGroup<S>> {
  const { services, tokens, hooks = {}, keepBytes = 64 * 1024 * 1024 } = setup;
  const plan = planFaults<LedgerEntry, Service>(setup.faults);
  const ledger: LedgerEntry[] = [];
  const closing = new AbortController();
  let underWay = 0;
  let queue: Promise<unknown> = Promise.resolve();

  const servers = await Promise.all(
    services.map((service, at) => {
      const server = createServer((request, response) => void serve(service, request, response));
      // Faults, not the server, decide when a connection ends.
      Object.assign(server, { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 });
      return listen(server, setup.port ? setup.port + at : 0);
    }),
  );
  const urls = Object.fromEntries(
    services.map((service, at) => [service, `http://127.0.0.1:${portOf(servers[at])}`]),
  ) as Record<S, string>;

  return {
    urls,
    ledger,
    faults: plan,
    async close() {
      closing.abort();
      await Promise.all(servers.map((server) => shut(server)));
    },
  };

  async function serve(service: S, request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.socket.setNoDelay(true);
    const url = new URL(request.url ?? "/", urls[service]);
    try {
      if (url.pathname.startsWith("/__control/")) return send(response, await answerControl(request, url));
      await take(exchangeOf(service, request, url), request, response);
    } catch (error) {
      if (!closing.signal.aborted) send(response, { status: 500, body: `The stand-in failed: ${String(error)}` });
    }
  }

  async function take(exchange: Exchange, request: IncomingMessage, response: ServerResponse): Promise<void> {
    const entry = enter(exchange, request);
    underWay += 1;
    entry.concurrent = underWay;
    const leave = hooks.enter?.(exchange);
    try {
      await handle(exchange, entry, request, response);
    } finally {
      leave?.();
      underWay -= 1;
      entry.endedAt = setup.now();
    }
  }

  async function handle(exchange: Exchange, entry: LedgerEntry, request: IncomingMessage, response: ServerResponse) {
    if (await struckBy("before", entry, request)) return;
    const effect = plan.strike(entry);
    if (effect !== undefined) entry.fault = effect.kind;
    if (effect?.kind === "refuse") return void request.socket.resetAndDestroy();
    const refused = effect === undefined ? hooks.refuse?.(exchange) : undefined;
    if (refused !== undefined) {
      request.resume();
      entry.status = refused.status;
      return send(response, { ...refused, headers: { ...refused.headers, connection: "close" } });
    }
    exchange.body = await receive(request, keepBytes, effect?.kind === "reset" ? (effect.afterBytes ?? 0) : Infinity);
    noteBody(exchange, entry);
    // Reset by plan, or the client went away: either way a part of the request was seen.
    if (!exchange.body.complete) {
      hooks.abandon?.(exchange);
      return void request.socket.resetAndDestroy();
    }
    let answer: Answer = { status: 200 };
    if (isSkipped(effect)) {
      if (effect.kind === "hang" || effect.status >= 500) hooks.abandon?.(exchange);
    } else {
      answer = await inTurn(() => setup.answer(exchange));
      entry.processed = true;
      hooks.answered?.(exchange);
    }
    if (await struckBy("after", entry, request)) return;
    await sleep(setup.latencyMs ?? 0, undefined, { signal: closing.signal });
    const headers = { ...serviceHeaders(entry, setup.now()), ...answer.headers };
    const status = await reply(effect, { ...answer, headers }, { request, response, signal: closing.signal });
    if (status !== undefined) entry.status = status;
  }

  /** Runs the callback set for this request and moment, then drops the connection. */
  async function struckBy(moment: Moment, entry: LedgerEntry, request: IncomingMessage): Promise<boolean> {
    const callback = plan.hook(entry.index, moment);
    if (callback === undefined) return false;
    entry.fault = `kill ${moment}`;
    await callback(entry);
    request.socket.destroy();
    return true;
  }

  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function exchangeOf(service: S, request: IncomingMessage, url: URL): Exchange {
    return {
      service,
      origin: urls[service],
      method: request.method ?? "GET",
      url,
      segments: segmentsOf(url) ?? [],
      headers: request.headers,
      body: nobody,
      credential: credentialOf(request.headers, url, tokens),
      raced: false,
    };
  }

  function enter(exchange: Exchange, request: IncomingMessage): LedgerEntry {
    const { credential } = exchange;
    const url = request.url ?? "/";
    const entry: LedgerEntry = {
      index: ledger.length + 1,
      service: exchange.service,
      origin: exchange.origin,
      method: exchange.method,
      url,
      headers: namedHeaders(request.headers, tokens),
      seen: seenTokens(request.headers, url, "", tokens),
      bytes: 0,
      body: "",
      processed: false,
      startedAt: setup.now(),
      concurrent: 0,
    };
    if (credential !== undefined) {
      const name = credential.token?.name ?? "(unknown)";
      entry.credential = { header: credential.header, token: name, valid: credential.token !== undefined };
    }
    ledger.push(entry);
    return entry;
  }

  function noteBody({ headers, body }: Exchange, entry: LedgerEntry): void {
    entry.bytes = body.bytes;
    const text = body.content?.toString("utf8") ?? "";
    if (/json|text|form/.test(headers["content-type"] ?? "")) entry.body = text.slice(0, excerpt);
    entry.seen.push(...seenTokens({}, "", text, tokens));
  }

  /** For clients that run in another process than the stand-in. */
  async function answerControl(request: IncomingMessage, url: URL): Promise<Answer> {
    const body = await receive(request, keepBytes);
    const what = `${request.method} ${url.pathname.slice("/__control/".length)}`;
    if (what === "GET ledger") return json(200, ledger);
    if (what === "GET faults") return json(200, { unused: plan.unused() });
    if (what === "PUT faults") return putFaults(body);
    const work = setup.control[what];
    if (work === undefined)
      return json(404, {
        message: `No control ${what}; there are ${["GET ledger", "GET faults", "PUT faults", ...Object.keys(setup.control)].join(", ")}`,
      });
    const said = await work();
    return said === undefined ? { status: 204 } : json(200, said);
  }

  function putFaults(body: Body): Answer {
    try {
      const faults: unknown = JSON.parse(body.content?.toString("utf8") ?? "");
      if (!Array.isArray(faults)) throw new Error("not a list");
      plan.clear();
      plan.add(...(faults as Fault[]));
      return { status: 204 };
    } catch (error) {
      return json(400, { message: `A JSON list of faults is needed: ${String(error)}` });
    }
  }
}

function isSkipped(effect: Effect | undefined): effect is Extract<Effect, { kind: "reply" | "hang" }> {
  return (effect?.kind === "reply" || effect?.kind === "hang") && effect.processed !== true;
}
