import { createServer } from "node:http";
import type { IncomingMessage, ServerResponse } from "node:http";
import { reply, send } from "../shared/answer.ts";
import type { Answer } from "../shared/answer.ts";
import { planFaults } from "../shared/faults.ts";
import type { Moment } from "../shared/faults.ts";
import { listen, portOf, shut } from "../shared/listen.ts";
import { receive } from "../shared/receive.ts";
import { answer, failure, isWatch, targetOf } from "./answer.ts";
import type { Target } from "./answer.ts";
import { matchesFields, matchesLabels } from "./selector.ts";
import { openStore } from "./store.ts";
import type { StoredEvent } from "./store.ts";
import type { KubernetesSetup, LedgerEntry, StandInKubernetes } from "./types.ts";

const KEEP = 4 * 1024 * 1024;

/** Starts an API server on loopback. */
export async function startKubernetes(setup: KubernetesSetup): Promise<StandInKubernetes> {
  const store = openStore();
  for (const [plural, objects] of Object.entries(setup.objects ?? {}))
    for (const object of objects) store.add(plural, object);
  const plan = planFaults<LedgerEntry, string>(setup.faults ?? []);
  const ledger: LedgerEntry[] = [];
  const closing = new AbortController();
  const watching = new Set<ServerResponse>();
  const server = createServer((request, response) => void serve(request, response));
  Object.assign(server, { requestTimeout: 0, headersTimeout: 0, keepAliveTimeout: 60_000 });
  await listen(server, setup.port ?? 0);
  const url = `http://127.0.0.1:${portOf(server)}`;

  async function serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    try {
      await handle(request, response);
    } catch (error) {
      if (!closing.signal.aborted) send(response, { status: 500, body: `The stand-in failed: ${String(error)}` });
    }
  }

  async function handle(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const where = new URL(request.url ?? "/", url);
    const { authorization } = request.headers;
    const user = setup.users.find(({ token }) => authorization === `Bearer ${token}`)?.name;
    const entry: LedgerEntry = {
      index: ledger.length + 1,
      service: "kubernetes",
      method: request.method ?? "",
      url: request.url ?? "",
      user,
      body: "",
      processed: false,
    };
    ledger.push(entry);
    if (await struckBy("before", entry, request)) return;
    const effect = plan.strike(entry);
    if (effect !== undefined) entry.fault = effect.kind;
    if (effect?.kind === "refuse") return void request.socket.resetAndDestroy();
    entry.body = (await receive(request, KEEP)).content?.toString("utf8") ?? "";
    const asked = { method: entry.method, url: where, authorization, body: entry.body };
    const skipped = (effect?.kind === "reply" || effect?.kind === "hang") && effect.processed !== true;
    let said: Answer = { status: 200 };
    if (!skipped) {
      const target = targetOf(asked, setup);
      const reached = !("headers" in target || !("plural" in target));
      if (reached && entry.method === "GET" && isWatch(where) && effect === undefined)
        return watch(where, target as Target, response, entry);
      said = reached ? answer(asked, target as Target, store, setup) : (target as Answer);
      entry.processed = true;
    }
    if (await struckBy("after", entry, request)) return;
    const status = await reply(effect, said, { request, response, signal: closing.signal });
    if (status !== undefined) entry.status = status;
  }

  function watch(where: URL, target: Target, response: ServerResponse, entry: LedgerEntry): void {
    if (setup.watches === false) return send(response, failure(405, "MethodNotAllowed", "watches are not served"));
    const since = Number(where.searchParams.get("resourceVersion") ?? 0);
    entry.processed = true;
    entry.status = 200;
    response.writeHead(200, { "content-type": "application/json" });
    response.flushHeaders();
    if (since < store.oldest) {
      const object = {
        kind: "Status",
        apiVersion: "v1",
        metadata: {},
        status: "Failure",
        message: `too old resource version: ${since}`,
        reason: "Expired",
        code: 410,
      };
      return void response.end(`${JSON.stringify({ type: "ERROR", object })}\n`);
    }
    const tell = ({ version, type, plural, object }: StoredEvent): void => {
      const seen = plural === target.plural && object.metadata.namespace === target.namespace && version > since;
      if (
        seen &&
        matchesFields(object, where.searchParams.get("fieldSelector")) &&
        matchesLabels(object, where.searchParams.get("labelSelector"))
      ) {
        response.write(`${JSON.stringify({ type, object })}\n`);
      }
    };
    store.events.forEach(tell);
    const leave = store.subscribe(tell);
    watching.add(response);
    response.on("close", () => {
      leave();
      watching.delete(response);
    });
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

  return {
    url,
    ledger,
    faults: plan,
    objects: store.all,
    compact: () => void (store.oldest = store.version()),
    dropWatches: () => watching.forEach((response) => response.socket?.destroy()),
    replay: () => {
      const { type, object } = store.events.filter(({ plural }) => plural === "releases")[0] as StoredEvent;
      for (const response of watching) response.write(`${JSON.stringify({ type, object })}\n`);
    },
    watches: () => watching.size,
    close: async () => {
      closing.abort();
      await shut(server);
    },
  };
}
