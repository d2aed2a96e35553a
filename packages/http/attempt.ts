import { ActionError } from "@release-actions/action";
import { checkScheme } from "./address.ts";
import type { ReadRequest, SendRequest } from "./types.ts";
import { addressKind, isLoopbackHost } from "./ip.ts";
import { exchange } from "./exchange.ts";
import { ended } from "./session.ts";
import type { AddressScope } from "./connections.ts";
import type { Fault, Outcome, RawReply } from "./exchange.ts";
import type { Prepared } from "./request.ts";
import type { Limits, Session } from "./session.ts";

const MAX_REDIRECTS = 5;

/** One attempt and the request it ended with: another than it began with when a redirect was followed. */
export interface Attempt {
  readonly outcome: Outcome;
  readonly request: Prepared;
}

/** One request, no redirect. Throws when the run was ended, or the address is refused. */
export async function sendAttempt(
  session: Session,
  request: Prepared,
  limits: Limits,
  progress?: SendRequest["progress"],
): Promise<Outcome> {
  return (await send(session, request, limits, "declared", limits.deadline, { progress })).outcome;
}

/** One read whose body is still to come when its status is 200. It takes up a connection's place until then only. */
export async function openAttempt(session: Session, request: Prepared, limits: Limits): Promise<Outcome> {
  return (await send(session, request, limits, "declared", limits.deadline, { open: true })).outcome;
}

/** One read, with the redirects that may be followed. All of them share one deadline. */
export async function readAttempt(
  session: Session,
  start: Prepared,
  limits: Limits,
  options: Pick<ReadRequest, "expect" | "redirects">,
): Promise<Attempt> {
  const seen = new Set([start.url.href]);
  let left = limits.deadline;
  let request = start;
  let reach: AddressScope = "declared";
  for (;;) {
    const { outcome, took } = await send(session, request, limits, reach, left);
    left = Math.max(0, left - took);
    if ("fault" in outcome || !isRedirect(outcome.reply, options.expect)) return { outcome, request };
    const next = followed(session, request, outcome.reply, options.redirects ?? "same-origin");
    if ("fault" in next) return { outcome: next, request };
    if (seen.has(next.request.url.href)) return { outcome: refusedRedirect("it redirects in a loop"), request };
    if (seen.size > MAX_REDIRECTS) {
      return { outcome: refusedRedirect(`it redirects more than ${MAX_REDIRECTS} times`), request };
    }
    seen.add(next.request.url.href);
    if (next.request.url.origin !== request.url.origin) reach = reachOf(outcome.reply, request.url, reach);
    request = next.request;
  }
}

/** The time starts when there is a free connection: waiting for one is not the server's doing. */
async function send(
  session: Session,
  request: Prepared,
  limits: Limits,
  reach: AddressScope,
  span: number,
  more: { progress?: SendRequest["progress"]; open?: boolean } = {},
): Promise<{ outcome: Outcome; took: number }> {
  const { signal } = session;
  if (signal.aborted) throw ended(signal);
  const route = await session.connections.route(request.url, reach);
  const stop = () => {
    throw ended(signal);
  };
  await limits.pace?.(signal).catch(stop);
  const release = await route.take(signal).catch(stop);
  const start = performance.now();
  const { deadline, maxBytes } = limits;
  try {
    const outcome = await exchange({
      ...request,
      ...more,
      progress: more.progress,
      route,
      maxBytes,
      span,
      deadline,
      signal,
    });
    debug(session, request, outcome);
    return { outcome, took: performance.now() - start };
  } finally {
    release();
  }
}

function isRedirect(reply: RawReply, expect: readonly number[] | undefined): boolean {
  return [301, 302, 303, 307, 308].includes(reply.status) && expect?.includes(reply.status) !== true;
}

function followed(
  session: Session,
  request: Prepared,
  reply: RawReply,
  rule: "same-origin" | "anonymous",
): { request: Prepared } | { fault: Fault } {
  const location = reply.headers["location"] ?? "";
  if (location === "" || location.length > 8192 || !URL.canParse(location, request.url.href)) {
    return refusedRedirect("it redirects without a valid location");
  }
  const target = new URL(location, request.url);
  target.hash = "";
  if (request.body !== undefined && reply.status < 307) {
    return refusedRedirect(`it answers a ${request.method} with a redirect that would drop its body`);
  }
  if (target.username !== "" || target.password !== "") {
    return refusedRedirect(`it redirects to an address with a user name in it, on ${target.host}`);
  }
  if (target.origin === request.url.origin) return { request: { ...request, url: target } };
  if (request.url.protocol === "https:" && target.protocol !== "https:") {
    return refusedRedirect(`it redirects to ${target.host} without encryption`);
  }
  if (rule !== "anonymous" || request.body !== undefined) {
    return refusedRedirect(`it redirects to another host, ${target.host}, which must not receive the credential`);
  }
  try {
    checkScheme(target, session.allowHttp);
  } catch (error) {
    if (!(error instanceof ActionError)) throw error;
    return refusedRedirect(`it redirects to an address that is not allowed (${error.message})`);
  }
  const headers = { accept: "*/*", "accept-encoding": "gzip", "user-agent": request.headers["user-agent"] ?? "" };
  return { request: { method: request.method, url: target, headers, body: undefined } };
}

/** A redirect out of the public internet may not lead into the network that this machine is in. */
function reachOf(reply: RawReply, from: URL, reach: AddressScope): AddressScope {
  if (reach === "public") return "public";
  if (reply.address === undefined) return isLoopbackHost(from.hostname) ? "declared" : "public";
  return addressKind(reply.address) === "public" ? "public" : "declared";
}

function refusedRedirect(text: string): { fault: Fault } {
  const remedy = "Check the address: if the service has moved, give its new address.";
  return { fault: { phase: "reply", reach: "answered", code: "REDIRECT", text, remedy, lasting: true } };
}

function debug(session: Session, request: Prepared, outcome: Outcome): void {
  const end = "reply" in outcome ? String(outcome.reply.status) : `${outcome.fault.code} in ${outcome.fault.phase}`;
  session.io.debug(session.secrets.redact(`${request.method} ${request.url.origin}${request.url.pathname}: ${end}`));
}
