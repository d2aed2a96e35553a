import { problem } from "./api-replies.ts";
import { type Answer, json } from "./exchange.ts";
import { tooManyRequests as nginxPage } from "./limits.ts";
import type { Effect } from "./types.ts";

/** Ready-made effects for a fault: `{ path: "/security", effect: clairDown() }`. */

/** An error status, without a body that says more. */
export function status(code: number): Effect {
  return instead(json(code, { message: code >= 500 ? "Server Error" : "Error" }));
}

/** nginx's page: HTML, and no Retry-After unless given in seconds, as Quay itself does for too many logins. */
export function tooManyRequests(options: { seconds?: number } = {}): Effect {
  const answer = nginxPage();
  const wait: Record<string, string> = options.seconds === undefined ? {} : { "retry-after": String(options.seconds) };
  return instead({ ...answer, headers: { ...answer.headers, ...wait } });
}

/** The scanner cannot be reached: 520. */
export function clairDown(): Effect {
  return instead(problem("downstream_issue", "Could not connect to the security scanner", "https://quay.example"));
}

/** The API's 401, as for a token that was revoked midway. */
export function unauthorized(): Effect {
  return instead(problem("invalid_token", "Requires authentication", "https://quay.example"));
}

/** The registry's 403, as for a namespace over its quota or a blocked region. */
export function denied(): Effect {
  const message = "The region from which you are pulling has been geo-ip blocked.";
  return instead(json(403, { errors: [{ code: "DENIED", message, detail: {} }] }));
}

/** A sign-in page with status 200, as a proxy or a captive portal sends. */
export function html(): Effect {
  const body = "<!doctype html><title>Sign in</title><h1>Sign in</h1>";
  return instead({ status: 200, headers: { "content-type": "text/html; charset=utf-8" }, body });
}

/** Status 200 and no body. */
export function empty(): Effect {
  return instead({ status: 200 });
}

/** The manifest as it is, under another digest. */
export function wrongDigest(digest = `sha256:${"0".repeat(64)}`): Effect {
  return { kind: "headers", headers: { "docker-content-digest": digest } };
}

/** The manifest as it is, and no digest, as some registries answer. */
export function withoutDigest(): Effect {
  return { kind: "headers", headers: { "docker-content-digest": null } };
}

function instead({ status: code, headers = {}, body = "" }: Answer): Effect {
  return { kind: "reply", status: code, headers, body: body.toString() };
}
