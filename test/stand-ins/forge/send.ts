import type { ServerResponse } from "node:http";
import type { Answer } from "./exchange.ts";
import type { LedgerEntry } from "./types.ts";

/** Sends an answer; `half` of its body only, then the connection is destroyed. */
export function send(response: ServerResponse, answer: Answer, half = false): void {
  const body = Buffer.from(answer.body ?? "");
  const head = answer.status === 204 || answer.status === 304;
  response.writeHead(answer.status, { ...answer.headers, ...(head ? {} : { "content-length": body.length }) });
  if (!half) return void response.end(head ? undefined : body);
  response.write(body.subarray(0, Math.floor(body.length / 2)), () => response.socket?.destroy());
}

/** The headers that every reply of the service carries. `now` in milliseconds since 1970. */
export function serviceHeaders({ service, index }: LedgerEntry, now: number): Record<string, string> {
  const date = { date: new Date(now).toUTCString() };
  const reset = String(Math.floor(now / 1000) + 3600);
  const left = String(Math.max(0, 5000 - index));
  if (service === "gitlab") {
    return {
      ...date,
      "x-request-id": `request-${index}`,
      "ratelimit-limit": "5000",
      "ratelimit-remaining": left,
      "ratelimit-reset": reset,
    };
  }
  if (service !== "github" && service !== "github-upload") return date;
  return {
    ...date,
    "x-github-request-id": `STAND:IN:${index}`,
    "x-ratelimit-limit": "5000",
    "x-ratelimit-remaining": left,
    "x-ratelimit-used": String(index),
    "x-ratelimit-reset": reset,
    "x-ratelimit-resource": "core",
  };
}
