import type { RawReply } from "./exchange.ts";

const FIRST = 1_000;
const LONGEST = 30_000;
/** What GitHub asks for when its secondary limit does not say how long. */
const SILENT_SECONDARY = 60_000;

/** Statuses after which a read is worth repeating. 520 to 524 come from Quay and from proxies in front of services. */
export function isTransient(status: number): boolean {
  return status === 408 || status === 425 || status === 429 || (status >= 500 && status !== 501 && status !== 505);
}

/** Turned away before anything was done, by a rate limit or a server that is not taking requests. */
export function isTurnedAway(reply: RawReply): boolean {
  if (reply.status === 429) return true;
  const after = parseRetryAfter(reply.headers) !== undefined;
  if (reply.status === 503) return after;
  return reply.status === 403 && (after || isUsedUp(reply) || isSecondary(reply));
}

/** Full jitter: any time up to a bound that doubles with every attempt. `random` is 0 <= x < 1. */
export function backoff(attempt: number, random: () => number): number {
  return Math.round(random() * Math.min(LONGEST, FIRST * 2 ** (attempt - 1)));
}

/** Milliseconds that the server told us to wait from now on, or undefined when it did not say. */
export function retryAfter(reply: RawReply, now: number): number | undefined {
  const after = parseRetryAfter(reply.headers, now);
  if (after !== undefined) return after;
  if (isUsedUp(reply)) {
    const reset = reply.headers["x-ratelimit-reset"] ?? reply.headers["ratelimit-reset"] ?? "";
    // Seconds since 1970; others count the seconds that are left, and those are few.
    if (/^\d{9,11}$/.test(reset)) return Math.max(FIRST, Number(reset) * 1000 - serverTime(reply.headers, now));
    if (/^\d{1,6}$/.test(reset)) return Number(reset) * 1000;
  }
  return isSecondary(reply) ? SILENT_SECONDARY : undefined;
}

/**
 * Retry-After (RFC 9110, 10.2.3): whole seconds of at most 6 digits, or an HTTP date, measured against the reply's own
 * Date so that a wrong clock here does not matter. Anything else counts as not given.
 */
export function parseRetryAfter(headers: Readonly<Record<string, string>>, now = 0): number | undefined {
  const value = headers["retry-after"]?.trim() ?? "";
  if (/^\d{1,6}$/.test(value)) return Number(value) * 1000;
  const date = parseHttpDate(value);
  return date === undefined ? undefined : Math.max(0, date - serverTime(headers, now));
}

function serverTime(headers: Readonly<Record<string, string>>, now: number): number {
  return parseHttpDate(headers["date"] ?? "") ?? now;
}

const MONTHS = "Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec";
const IMF_FIXDATE = new RegExp(`^(Mon|Tue|Wed|Thu|Fri|Sat|Sun), \\d\\d (${MONTHS}) \\d{4} \\d\\d:\\d\\d:\\d\\d GMT$`);

/** IMF-fixdate only, the one form that may be generated (RFC 9110, 5.6.7). */
function parseHttpDate(value: string): number | undefined {
  if (!IMF_FIXDATE.test(value)) return undefined;
  const time = Date.parse(value);
  return Number.isNaN(time) ? undefined : time;
}

function isUsedUp(reply: RawReply): boolean {
  return (reply.headers["x-ratelimit-remaining"] ?? reply.headers["ratelimit-remaining"]) === "0";
}

function isSecondary(reply: RawReply): boolean {
  if (reply.headers["x-github-request-id"] === undefined) return false;
  if (reply.status !== 403) return reply.status === 429;
  return reply.bytes.subarray(0, 10_000).toString("latin1").includes("secondary rate limit");
}
