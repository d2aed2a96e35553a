import type { Effect } from "./types.ts";

/** Ready-made effects for a fault: `{ method: "POST", effect: rateLimited({ seconds: 1 }) }`. */

/** An error status, before the request took effect or (`processed`) after. */
export function status(code: number, options: { processed?: boolean } = {}): Effect {
  const message = code >= 500 ? "Server Error" : "Error";
  return json(code, { message }, options.processed);
}

/** GitHub's secondary limit (403), or GitLab's and the primary limit (429), with one way of saying until when. */
export function rateLimited(options: {
  status?: 403 | 429;
  /** `retry-after` in seconds, or as an HTTP date. */
  seconds?: number;
  date?: Date;
  /** `x-ratelimit-reset`, with `x-ratelimit-remaining: 0`; milliseconds since 1970. */
  resetAt?: number;
}): Effect {
  const headers: Record<string, string> = { "content-type": "application/json; charset=utf-8" };
  if (options.seconds !== undefined) headers["retry-after"] = String(options.seconds);
  if (options.date !== undefined) headers["retry-after"] = options.date.toUTCString();
  if (options.resetAt !== undefined) {
    headers["x-ratelimit-remaining"] = "0";
    headers["x-ratelimit-reset"] = String(Math.ceil(options.resetAt / 1000));
  }
  const message = "You have exceeded a secondary rate limit. Please wait a few minutes before you try again.";
  return { kind: "reply", status: options.status ?? 403, headers, body: JSON.stringify({ message }) };
}

/** A sign-in page with status 200, as a proxy or a captive portal sends. */
export function html(options: { processed?: boolean } = {}): Effect {
  return {
    kind: "reply",
    status: 200,
    headers: { "content-type": "text/html; charset=utf-8" },
    body: "<!doctype html><title>Sign in</title><h1>Sign in</h1>",
    processed: options.processed ?? false,
  };
}

/** Status 200 and no body. */
export function empty(options: { processed?: boolean } = {}): Effect {
  return { kind: "reply", status: 200, headers: {}, body: "", processed: options.processed ?? false };
}

/** The credential expired midway. */
export function unauthorized(): Effect {
  return json(401, { message: "Bad credentials" });
}

/** Any reply of the API. */
export function json(code: number, body: unknown, processed = false): Effect {
  const headers = { "content-type": "application/json; charset=utf-8" };
  return { kind: "reply", status: code, headers, body: JSON.stringify(body), processed };
}
