import type { Reply } from "@release-actions/http";
import { isMapping } from "@release-actions/yaml";
import { isHtml, jsonOf, judgeStatus, textOf, type Difference } from "./judge-reply.ts";
import { show } from "./matcher.ts";

/**
 * Words for healthy and for unhealthy in Spring Boot, MicroProfile, ASP.NET, draft-inadarei-api-health-check,
 * Elasticsearch and common usage.
 */
const GOOD = new Set([
  "ok",
  "okay",
  "healthy",
  "pass",
  "passed",
  "passing",
  "up",
  "green",
  "ready",
  "alive",
  "live",
  "success",
  "running",
  "serving",
  "available",
  "online",
  "operational",
  "good",
  "normal",
  "started",
  "active",
  "true",
]);
const BAD = new Set([
  "unhealthy",
  "down",
  "fail",
  "failed",
  "failing",
  "failure",
  "error",
  "critical",
  "dead",
  "degraded",
  "unavailable",
  "out_of_service",
  "outofservice",
  "unknown",
  "red",
  "false",
  "notready",
  "not_ready",
  "offline",
  "stopped",
  "not_serving",
  "starting",
  "stopping",
]);
const WORDS = ["status", "state", "health"];
const FLAGS = ["healthy", "ok", "ready", "reachable", "alive", "success", "up", "available"];
const MAX_DEPTH = 6;
/** A longer text reports more than its health. */
const MAX_TEXT = 200;

const EXPLICIT =
  "Check why it reports this. If it means healthy, write what to expect: health: { path: …, expect: { json: { status: … } } }.";

/** Judges a health page about which nothing else is known: its status, and what its body reports. */
export function judgeHealth(reply: Reply): Difference[] {
  const status = judgeStatus(reply, [200, 204]);
  if (status !== undefined) return [status];
  if (isHtml(reply)) {
    const what = "the answer is a page of HTML: a sign-in page or a front end answers in place of the service";
    return [{ reason: "body", what, remedy: "Check the address and the path of the health page." }];
  }
  const read = textOf(reply);
  if ("difference" in read) return [read.difference];
  const text = read.text.trim();
  if (text === "") return [];
  if (!text.startsWith("{") && !/json/i.test(reply.headers["content-type"] ?? "")) return judgeWords(text);
  // Many servers declare JSON as text.
  const body = jsonOf(reply, true);
  if ("difference" in body) return [body.difference];
  const unhealthy = findUnhealthy(body.value, "", 0);
  if (unhealthy === undefined) return [];
  return [
    { reason: "health", what: `the status is ${reply.status}, and the body says ${unhealthy}`, remedy: EXPLICIT },
  ];
}

function judgeWords(text: string): Difference[] {
  if (text.length > MAX_TEXT) return [];
  const words = text.toLowerCase().split(/[^a-z_]+/);
  if (!words.some((word) => word === "not" || BAD.has(word))) return [];
  return [{ reason: "health", what: `the status is right, and the body says ${show(text)}`, remedy: EXPLICIT }];
}

/**
 * The first value that is not healthy. An unknown word at the top does not prove health; further down it may be about
 * anything.
 */
function findUnhealthy(value: unknown, path: string, depth: number): string | undefined {
  if (typeof value === "string" && depth === 0) return GOOD.has(value.toLowerCase()) ? undefined : show(value);
  if (value === false && depth === 0) return "false";
  if (depth > MAX_DEPTH) return undefined;
  if (Array.isArray(value))
    return firstOf(value.entries(), (index, one) => findUnhealthy(one, `${path}[${index}]`, depth + 1));
  if (!isMapping(value)) return undefined;
  return firstOf(Object.entries(value), (name, one) => {
    const place = path === "" ? name : `${path}.${name}`;
    if (isUnhealthy(name.toLowerCase(), one, depth === 0)) return `${place}: ${show(one)}`;
    return typeof one === "object" ? findUnhealthy(one, place, depth + 1) : undefined;
  });
}

function isUnhealthy(name: string, value: unknown, isTop: boolean): boolean {
  if (FLAGS.includes(name) && isNo(value)) return true;
  if (!WORDS.includes(name)) return false;
  if (value === false) return true;
  if (typeof value === "string") return BAD.has(value.toLowerCase()) || (isTop && !GOOD.has(value.toLowerCase()));
  return isTop && (value === null || isErrorStatus(value));
}

function isNo(value: unknown): boolean {
  if (typeof value !== "string") return value === false;
  return value.toLowerCase() === "no" || BAD.has(value.toLowerCase());
}

/** Some repeat the HTTP status in the body. */
function isErrorStatus(value: unknown): boolean {
  return typeof value === "number" && value >= 400 && value < 600;
}

function firstOf<K>(
  entries: Iterable<readonly [K, unknown]>,
  look: (key: K, value: unknown) => string | undefined,
): string | undefined {
  for (const [key, value] of entries) {
    const found = look(key, value);
    if (found !== undefined) return found;
  }
  return undefined;
}
