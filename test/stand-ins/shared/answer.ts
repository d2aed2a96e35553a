import type { IncomingMessage, ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import type { Effect } from "./faults.ts";

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body?: string | Buffer;
}

export function json(status: number, body: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { "content-type": "application/json; charset=utf-8", ...headers },
    body: JSON.stringify(body),
  };
}

/** Path segments of a URL, or undefined where the percent-encoding is broken. */
export function segmentsOf(url: URL): string[] | undefined {
  try {
    return url.pathname.slice(1).split("/").map(decodeURIComponent);
  } catch {
    return undefined;
  }
}

/** Sends an answer; `half` of its body only, then the connection is destroyed. */
export function send(response: ServerResponse, answer: Answer, half = false): void {
  const body = Buffer.from(answer.body ?? "");
  const head = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, { ...answer.headers, ...(head ? {} : { "content-length": body.length }) });
  if (!half) return void response.end(head ? undefined : body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

interface Turn {
  request: IncomingMessage;
  response: ServerResponse;
  signal: AbortSignal;
}

/** Sends the answer as the fault's effect has it, and returns the status that went out, if any did. */
export async function reply(
  effect: Effect | undefined,
  answer: Answer,
  { request, response, signal }: Turn,
): Promise<number | undefined> {
  if (effect?.kind === "hang") return undefined;
  if (effect?.kind === "lose-reply") return void request.socket.destroy();
  if (effect?.kind === "delay") await sleep(effect.ms, undefined, { signal });
  const sent = changed(answer, effect);
  send(response, sent, effect?.kind === "truncate");
  return sent.status;
}

function changed(answer: Answer, effect: Effect | undefined): Answer {
  if (effect?.kind === "reply") return { ...effect, headers: effect.headers ?? {} };
  if (effect?.kind !== "headers") return answer;
  const headers: Record<string, string> = { ...answer.headers };
  for (const [name, value] of Object.entries(effect.headers)) {
    delete headers[name];
    if (value !== null) headers[name] = value;
  }
  return { ...answer, headers };
}
