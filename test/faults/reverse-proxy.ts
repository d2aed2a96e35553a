import { createServer, request as ask, type IncomingMessage, type ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { listen, portOf, shut } from "../stand-ins/shared/listen.ts";

/** One request for Prometheus, as a plan sees it. */
export interface Asked {
  /** From 1. */
  readonly index: number;
  readonly path: string;
  /** Wall clock milliseconds that a query asks about; undefined for everything else. */
  readonly time: number | undefined;
  /** How often the very same was queried before. */
  readonly before: number;
}

/** What becomes of an answer. */
export type Spoiled =
  /** The server is away. */
  | { readonly kind: "reset" }
  /** Nothing is ever answered. */
  | { readonly kind: "silence" }
  | { readonly kind: "delay"; readonly milliseconds: number }
  /** Half of the answer, and the connection closes. */
  | { readonly kind: "cut" }
  /** Half of the answer, as if it were whole. */
  | { readonly kind: "halved" }
  /** The answer says that it is not whole, as Thanos's do. */
  | { readonly kind: "warnings"; readonly warnings: readonly string[] }
  /** The same as a VictoriaMetrics cluster does. */
  | { readonly kind: "partial" }
  | {
      readonly kind: "reply";
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
    };

export type FaultPlan = (asked: Asked) => Spoiled | undefined;

export interface ReverseProxy {
  readonly url: string;
  /** Every request, with what was made of it. */
  readonly seen: readonly (Asked & { readonly spoiled: Spoiled["kind"] | undefined })[];
  /** Replaces the plan and empties `seen`. */
  plan(next: FaultPlan): void;
  close(): Promise<void>;
}

/** A proxy on a loopback port in front of one server: it passes everything on and spoils by plan what comes back. */
export async function startReverseProxy(target: string): Promise<ReverseProxy> {
  const seen: (Asked & { spoiled: Spoiled["kind"] | undefined })[] = [];
  const counts = new Map<string, number>();
  let current: FaultPlan = () => undefined;

  function note(path: string, body: string): Spoiled | undefined {
    const before = counts.get(path + body) ?? 0;
    counts.set(path + body, before + 1);
    const time = new URLSearchParams(body).get("time");
    const asked: Asked = {
      index: seen.length + 1,
      path,
      time: time === null ? undefined : Number(time) * 1_000,
      before,
    };
    const spoiled = current(asked);
    seen.push({ ...asked, spoiled: spoiled?.kind });
    return spoiled;
  }

  async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const body = await wholeOf(request);
    const spoiled = note(request.url ?? "", body.toString("utf8"));
    if (spoiled?.kind === "silence") return;
    if (spoiled?.kind === "reset") return void request.socket.resetAndDestroy();
    if (spoiled?.kind === "reply") return void response.writeHead(spoiled.status, spoiled.headers).end(spoiled.body);
    if (spoiled?.kind === "delay") await sleep(spoiled.milliseconds);
    const { status, headers, content } = await passedOn(target, request, body);
    const sent = withSigns(content, spoiled);
    const half = sent.subarray(0, Math.floor(sent.length / 2));
    const whole = spoiled?.kind === "halved" ? half : sent;
    response.writeHead(status, { ...headers, "content-length": whole.length });
    if (spoiled?.kind === "cut") return void response.write(half, () => response.socket?.destroy());
    response.end(whole);
  }

  const server = await listen(
    createServer((request, response) => void answer(request, response).catch(() => request.socket.destroy())),
    0,
  );
  return {
    url: `http://127.0.0.1:${portOf(server)}`,
    seen,
    plan(next) {
      current = next;
      seen.length = 0;
      counts.clear();
    },
    close: () => shut(server),
  };
}

async function wholeOf(stream: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of stream) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

async function passedOn(target: string, { method, url = "", headers: asked }: IncomingMessage, body: Buffer) {
  const headers = { ...asked, host: new URL(target).host, "accept-encoding": "identity" };
  const reply = await new Promise<IncomingMessage>((resolve, reject) => {
    ask(`${target}${url}`, { method, headers }, resolve).on("error", reject).end(body);
  });
  const content = await wholeOf(reply);
  const { "transfer-encoding": _, ...rest } = reply.headers;
  return { status: reply.statusCode ?? 502, headers: rest, content };
}

function withSigns(content: Buffer, spoiled: Spoiled | undefined): Buffer {
  if (spoiled?.kind !== "warnings" && spoiled?.kind !== "partial") return content;
  const signs = spoiled.kind === "partial" ? { isPartial: true } : { warnings: spoiled.warnings };
  return Buffer.from(JSON.stringify({ ...(JSON.parse(content.toString("utf8")) as object), ...signs }));
}
