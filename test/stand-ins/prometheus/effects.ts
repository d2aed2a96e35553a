import type { Effect } from "../shared/faults.ts";

export { empty, html } from "../forge/effects.ts";

/** Ready-made effects for a fault: `{ path: "/api/v1/rules", times: null, effect: starting() }`. */

/** Prometheus while it reads its log after a start. */
export function starting(): Effect {
  return {
    kind: "reply",
    status: 503,
    headers: { "content-type": "text/plain; charset=utf-8" },
    body: "Service Unavailable",
  };
}

/** Prometheus's own form of an error. */
export function failed(status: number, errorType: string, error: string): Effect {
  return {
    kind: "reply",
    status,
    headers: { "content-type": "application/json" },
    body: JSON.stringify({ status: "error", errorType, error }),
  };
}

/** This JSON, with status 200. */
export function answer(body: unknown): Effect {
  return { kind: "reply", status: 200, headers: { "content-type": "application/json" }, body: JSON.stringify(body) };
}
