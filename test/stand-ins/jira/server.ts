import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { LedgerEntry as ForgeEntry, Moment, Service } from "../forge/types.ts";
import { type Answer, reply as sendReply, segmentsOf, send } from "../shared/answer.ts";
import { planFaults } from "../shared/faults.ts";
import { namedHeaders, seenTokens } from "../shared/ledger.ts";
import { listen, portOf, shut } from "../shared/listen.ts";
import { receive } from "../shared/receive.ts";
import { accountOf, answer } from "./answer.ts";
import { endStateOf } from "./end-state.ts";
import { openStore } from "./store.ts";
import type { JiraSetup, LedgerEntry, StandInJira } from "./types.ts";

const KEEP = 1024 * 1024;
const EXCERPT = 4_000;

/** Starts a Jira on loopback. */
export async function startJira(setup: JiraSetup = {}): Promise<StandInJira> {
  const store = openStore(setup);
  const plan = planFaults<ForgeEntry, Service>(setup.faults ?? []);
  const ledger: LedgerEntry[] = [];
  const closing = new AbortController();
  const tokens = (setup.accounts ?? []).map(({ name, secret }) => ({ name, value: secret }));
  let underWay = 0;

  const server = createServer((request, response) => void serve(request, response));
  Object.assign(server, { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 });
  await listen(server, setup.port ?? 0);
  const origin = `http://127.0.0.1:${portOf(server)}`;
  const context = setup.contextPath ?? "";

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const url = new URL(request.url ?? "/", origin);
    const entry = enter(request, url);
    underWay += 1;
    entry.concurrent = underWay;
    try {
      await handle(request, response, url, entry);
    } catch (error) {
      if (!closing.signal.aborted) send(response, { status: 500, body: `The stand-in failed: ${String(error)}` });
    } finally {
      underWay -= 1;
      entry.endedAt = store.now();
    }
  }

  async function handle(
    request: IncomingMessage,
    response: ServerResponse,
    url: URL,
    entry: LedgerEntry,
  ): Promise<void> {
    if (await struckBy("before", entry, request)) return;
    // Faults by service are of no use here; everything else that they look at is there.
    const effect = plan.strike(entry as ForgeEntry);
    if (effect !== undefined) entry.fault = effect.kind;
    if (effect?.kind === "refuse") return void request.socket.resetAndDestroy();
    const body = await receive(request, KEEP, effect?.kind === "reset" ? (effect.afterBytes ?? 0) : Infinity);
    const text = body.content?.toString("utf8") ?? "";
    entry.bytes = body.bytes;
    entry.body = text.slice(0, EXCERPT);
    entry.seen.push(...seenTokens({}, "", text, tokens));
    if (!body.complete) return void request.socket.resetAndDestroy();

    const skipped = (effect?.kind === "reply" || effect?.kind === "hang") && effect.processed !== true;
    let reply: Answer = { status: 200 };
    if (!skipped) {
      const segments = segmentsOf(new URL(url.pathname.slice(context.length), origin)) ?? [];
      reply = url.pathname.startsWith(`${context}/`)
        ? answer({ method: request.method ?? "GET", url, segments, headers: request.headers, body: text }, store, setup)
        : { status: 404, body: "not Jira" };
      entry.processed = true;
    }
    if (await struckBy("after", entry, request)) return;
    await sleep(setup.latencyMs ?? 0, undefined, { signal: closing.signal });
    const headers = { date: new Date(store.now()).toUTCString(), ...reply.headers };
    const status = await sendReply(effect, { ...reply, headers }, { request, response, signal: closing.signal });
    if (status !== undefined) entry.status = status;
  }

  /** Runs the callback set for this request and moment, then drops the connection. */
  async function struckBy(moment: Moment, entry: LedgerEntry, request: IncomingMessage): Promise<boolean> {
    const callback = plan.hook(entry.index, moment);
    if (callback === undefined) return false;
    entry.fault = `kill ${moment}`;
    await callback(entry as ForgeEntry);
    request.socket.destroy();
    return true;
  }

  function enter(request: IncomingMessage, url: URL): LedgerEntry {
    const account = accountOf(request.headers, setup);
    const entry: LedgerEntry = {
      index: ledger.length + 1,
      origin,
      method: request.method ?? "GET",
      url: request.url ?? "/",
      headers: namedHeaders(request.headers, tokens),
      seen: seenTokens(request.headers, url.href, "", tokens),
      bytes: 0,
      body: "",
      processed: false,
      startedAt: store.now(),
      concurrent: 0,
      ...(account !== undefined && {
        credential: {
          header: "authorization",
          token: account === "wrong" ? "(unknown)" : account.name,
          valid: account !== "wrong",
        },
      }),
    };
    ledger.push(entry);
    return entry;
  }

  return {
    url: `${origin}${context}`,
    ledger,
    faults: plan,
    state: () => structuredClone({ issues: store.issues }),
    endState: () => endStateOf(store.issues),
    close: async () => {
      closing.abort();
      await shut(server);
    },
  };
}
