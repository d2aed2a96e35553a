import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { reply, send } from "../shared/answer.ts";
import { planFaults } from "../shared/faults.ts";
import { namedHeaders, seenTokens } from "../shared/ledger.ts";
import { listen, portOf, shut } from "../shared/listen.ts";
import { receive } from "../shared/receive.ts";
import { answerApi } from "./api.ts";
import { answerControl } from "./control.ts";
import { openAccounts, presentedBy } from "./credentials.ts";
import { type Answer, type Exchange, json } from "./exchange.ts";
import { limitRequests, tooManyRequests } from "./limits.ts";
import { answerRegistry, answerStorage } from "./registry.ts";
import { aliveTag, openStore, type Repository } from "./store.ts";
import type { LedgerEntry, Moment, Quay, QuaySetup, Service } from "./types.ts";

const services: Service[] = ["quay", "blobs"];
const keepBytes = 1024 * 1024;

/** Starts the registry on loopback, and the storage behind it on its own origin. */
export async function startQuay(setup: QuaySetup = {}): Promise<Quay> {
  const plan = planFaults<LedgerEntry, Service>(setup.faults ?? []);
  const ledger: LedgerEntry[] = [];
  const closing = new AbortController();
  let underWay = 0;

  const servers = await Promise.all(
    services.map((service, at) => {
      const server = createServer((request, response) => void serve(service, request, response));
      // Faults, not the server, decide when a connection ends.
      Object.assign(server, { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 });
      return listen(server, setup.port ? setup.port + at : 0);
    }),
  );
  const host = `127.0.0.1:${portOf(servers[0])}`;
  const origins: Record<Service, string> = { quay: `http://${host}`, blobs: `http://127.0.0.1:${portOf(servers[1])}` };
  const store = openStore(setup, host);
  const limiter = limitRequests(setup.limits ?? "none", store.now);
  const service = setup.serverName ?? host;
  const accounts = openAccounts(setup, store.now, service);

  const quay: Quay = {
    url: origins.quay,
    host,
    blobUrl: origins.blobs,
    ledger,
    faults: plan,
    digestOf: (path, tag) => digestOf(repositoryAt(path), tag),
    childDigest(path, tag, platform) {
      const repository = repositoryAt(path);
      const digest = repository.platforms.get(digestOf(repository, tag))?.get(platform);
      if (digest === undefined) throw new Error(`${path}:${tag} has no platform ${platform}`);
      return digest;
    },
    moveTag: (path, tag, image) => store.push(repositoryAt(path), { ...image, tags: [...(image.tags ?? []), tag] }),
    addImage: (path, image) => store.push(repositoryAt(path), image),
    removeTag: (path, tag) => store.end(repositoryAt(path), tag),
    setSecurity: (digest, security) => store.scan(digest, security),
    reset() {
      store.reset();
      plan.clear();
      limiter.reset();
      accounts.reset();
      ledger.length = 0;
    },
    async close() {
      closing.abort();
      await Promise.all(servers.map((server) => shut(server)));
    },
  };
  return quay;

  async function serve(at: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.socket.setNoDelay(true);
    const url = new URL(request.url ?? "/", origins[at]);
    if (url.pathname.startsWith("/__control/")) {
      const body = await receive(request, keepBytes);
      return send(response, answerControl(request.method ?? "GET", url, body, quay));
    }
    const exchange = exchangeOf(request, url);
    const entry = enter(at, exchange, request);
    underWay += 1;
    entry.concurrent = underWay;
    try {
      await handle(exchange, entry, request, response);
    } catch (error) {
      if (!closing.signal.aborted) send(response, { status: 500, body: `The stand-in failed: ${String(error)}` });
    } finally {
      underWay -= 1;
      entry.endedAt = store.now();
    }
  }

  async function handle(
    exchange: Exchange,
    entry: LedgerEntry,
    request: IncomingMessage,
    response: ServerResponse,
  ): Promise<void> {
    if (await struckBy("before", entry, request)) return;
    const effect = plan.strike(entry);
    if (effect !== undefined) entry.fault = effect.kind;
    if (effect?.kind === "refuse") return void request.socket.resetAndDestroy();
    const { complete } = await receive(
      request,
      keepBytes,
      effect?.kind === "reset" ? (effect.afterBytes ?? 0) : Infinity,
    );
    if (!complete) return void request.socket.resetAndDestroy();
    // Nothing here takes effect but a scan's count of answers, and the bucket of a limit.
    const skipped = (effect?.kind === "reply" || effect?.kind === "hang") && effect.processed !== true;
    const answer = skipped ? { status: 200 } : answerOf(exchange, entry, request);
    if (await struckBy("after", entry, request)) return;
    await sleep(setup.latencyMs ?? 0, undefined, { signal: closing.signal });
    const headers = { date: new Date(store.now()).toUTCString(), ...answer.headers };
    const status = await reply(effect, { ...answer, headers }, { request, response, signal: closing.signal });
    if (status !== undefined) entry.status = status;
  }

  function answerOf(exchange: Exchange, entry: LedgerEntry, request: IncomingMessage): Answer {
    if (entry.service === "blobs") return answerStorage(exchange);
    const zone = limiter.refuse(exchange.path, request.socket.remoteAddress ?? "", request.headers);
    if (zone !== undefined) {
      entry.limited = zone;
      return tooManyRequests();
    }
    if (/^\/v2(?:\/|$)/.test(exchange.path)) return answerRegistry(exchange);
    if (exchange.path.startsWith("/api/")) return answerApi(exchange);
    return json(404, { message: "Not Found" });
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

  function exchangeOf(request: IncomingMessage, url: URL): Exchange {
    return {
      method: request.method ?? "GET",
      url,
      path: decoded(url.pathname),
      headers: request.headers,
      presented: presentedBy(request.headers, accounts, store.now()),
      store,
      accounts,
      origin: origins.quay,
      blobUrl: origins.blobs,
      service,
    };
  }

  function enter(at: Service, { method, presented }: Exchange, request: IncomingMessage): LedgerEntry {
    const secrets = accounts.secretsIn(request.headers, request.url ?? "");
    const entry: LedgerEntry = {
      index: ledger.length + 1,
      service: at,
      origin: origins[at],
      method,
      url: request.url ?? "/",
      headers: namedHeaders(request.headers, secrets),
      seen: seenTokens(request.headers, request.url ?? "", "", secrets),
      startedAt: store.now(),
      concurrent: 0,
    };
    if (presented !== undefined) {
      const known = presented.grant ?? presented.account;
      entry.credential = { scheme: presented.scheme, name: known?.name ?? "(unknown)", valid: known !== undefined };
    }
    ledger.push(entry);
    return entry;
  }

  function repositoryAt(path: string): Repository {
    const repository = store.repositories.get(path);
    if (repository === undefined) throw new Error(`The setup has no repository ${path}`);
    return repository;
  }

  function digestOf(repository: Repository, tag: string): string {
    const state = aliveTag(repository, tag, store.now());
    if (state === undefined) throw new Error(`${repository.path} has no tag ${tag}`);
    return state.digest;
  }
}

function decoded(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
