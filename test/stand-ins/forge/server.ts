import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { reply, send } from "../shared/answer.ts";
import { planFaults } from "../shared/faults.ts";
import { namedHeaders, seenTokens } from "../shared/ledger.ts";
import { listen, portOf, shut } from "../shared/listen.ts";
import { receive } from "../shared/receive.ts";
import { answerControl } from "./control.ts";
import { credentialOf, namedTokens } from "./credentials.ts";
import { type Answer, type Body, type Exchange, segmentsOf } from "./exchange.ts";
import { answerGitHub } from "./github.ts";
import { abandonUpload, refuseSize } from "./github-assets.ts";
import { answerGitLab } from "./gitlab.ts";
import { enterUpload } from "./gitlab-packages.ts";
import { type Origins, originOf } from "./origins.ts";
import { answerGitHubPage, answerGitLabPage, answerStorage } from "./pages.ts";
import { serviceHeaders } from "./send.ts";
import { openStore } from "./store.ts";
import type { Forge, ForgeSetup, LedgerEntry, Moment, Service } from "./types.ts";

const services = Object.keys(originOf) as Service[];
const excerpt = 2000;
const nobody: Body = { bytes: 0, sha256: "", content: Buffer.alloc(0), complete: true };

/** Starts the forge on loopback: five origins, as the real services have. */
export async function startForge(setup: ForgeSetup = {}): Promise<Forge> {
  const store = openStore(setup);
  const tokens = namedTokens(setup);
  const plan = planFaults<LedgerEntry, Service>(setup.faults ?? []);
  const ledger: LedgerEntry[] = [];
  const closing = new AbortController();
  const keepBytes = setup.keepBytes ?? 64 * 1024 * 1024;
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
  const origins = Object.fromEntries(
    services.map((service, at) => [originOf[service], `http://127.0.0.1:${portOf(servers[at])}`]),
  ) as unknown as Origins;

  const forge: Forge = {
    github: { apiUrl: origins.github, serverUrl: origins.web, uploadUrl: origins.upload, storageUrl: origins.storage },
    gitlab: { apiUrl: `${origins.gitlab}/api/v4`, serverUrl: origins.gitlab },
    ledger,
    faults: plan,
    state: () => store.snapshot(),
    reset() {
      store.reset();
      plan.clear();
      ledger.length = 0;
      store.save();
    },
    async close() {
      closing.abort();
      await Promise.all(servers.map((server) => shut(server)));
    },
  };
  return forge;

  async function serve(service: Service, request: IncomingMessage, response: ServerResponse): Promise<void> {
    request.socket.setNoDelay(true);
    const url = new URL(request.url ?? "/", origins[originOf[service]]);
    if (url.pathname.startsWith("/__control/")) {
      const body = await receive(request, keepBytes);
      return send(response, answerControl(request.method ?? "GET", url, body, forge));
    }
    const exchange = exchangeOf(service, request, url);
    const entry = enter(exchange, request);
    underWay += 1;
    entry.concurrent = underWay;
    const leave = enterUpload(exchange, store);
    try {
      await handle(exchange, entry, request, response);
    } catch (error) {
      if (!closing.signal.aborted) send(response, { status: 500, body: `The stand-in failed: ${String(error)}` });
    } finally {
      leave();
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

    const tooBig = exchange.service === "github-upload" && effect === undefined ? refuseSize(exchange) : undefined;
    if (tooBig !== undefined) {
      request.resume();
      entry.status = tooBig.status;
      return send(response, { ...tooBig, headers: { ...tooBig.headers, connection: "close" } });
    }
    exchange.body = await receive(request, keepBytes, effect?.kind === "reset" ? (effect.afterBytes ?? 0) : Infinity);
    noteBody(exchange, entry);
    if (!exchange.body.complete) {
      // Reset by plan, or the client went away: either way the forge saw a part of the request.
      if (exchange.service === "github-upload") abandonUpload(exchange, store);
      request.socket.resetAndDestroy();
      return;
    }
    const skipped = (effect?.kind === "reply" || effect?.kind === "hang") && effect.processed !== true;
    let answer: Answer = { status: 200 };
    if (skipped) {
      const upstream = effect.kind === "hang" || effect.status >= 500;
      if (upstream && exchange.service === "github-upload") abandonUpload(exchange, store);
    } else {
      answer = await inTurn(() => answerOf(exchange));
      entry.processed = true;
      if (exchange.method !== "GET") store.save();
    }
    if (await struckBy("after", entry, request)) return;
    await sleep(setup.latencyMs ?? 0, undefined, { signal: closing.signal });
    const headers = { ...serviceHeaders(entry, store.now()), ...answer.headers };
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

  function answerOf(exchange: Exchange): Answer | Promise<Answer> {
    switch (exchange.service) {
      case "github":
      case "github-upload":
        return answerGitHub(exchange, store, origins, setup);
      case "github-web":
        return answerGitHubPage(exchange, store, origins);
      case "storage":
        return answerStorage(exchange, store);
      case "gitlab": {
        const api = exchange.segments[0] === "api" && exchange.segments[1] === "v4";
        return api ? answerGitLab(exchange, store, origins, setup) : answerGitLabPage(exchange, store);
      }
    }
  }

  /** One request at a time changes the store, in the order in which their bodies were complete. */
  function inTurn<T>(work: () => T | Promise<T>): Promise<T> {
    const turn = queue.then(work);
    queue = turn.catch(() => undefined);
    return turn;
  }

  function exchangeOf(service: Service, request: IncomingMessage, url: URL): Exchange {
    return {
      service,
      origin: origins[originOf[service]],
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
    const entry: LedgerEntry = {
      index: ledger.length + 1,
      service: exchange.service,
      origin: exchange.origin,
      method: exchange.method,
      url: request.url ?? "/",
      headers: namedHeaders(request.headers, tokens),
      seen: seenTokens(request.headers, request.url ?? "", "", tokens),
      bytes: 0,
      body: "",
      processed: false,
      startedAt: store.now(),
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
}
