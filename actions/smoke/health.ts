import type { Reply } from "@release-actions/http";
import { isHtml, jsonOf, judgeStatus, textOf, type Difference } from "./judge-reply.ts";
import { show } from "./matcher.ts";
import { isMapping } from "./yaml-reader.ts";

/** What health pages call themselves (Spring Boot, MicroProfile, ASP.NET, draft-inadarei-api-health-check, Elasticsearch and plain usage). */
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
const DEEPEST = 6;
/** A text that is longer says other things too. */
const SHORT = 200;

const EXPLICIT =
  "See why it says so; where this means that all is well, write what is expected: health: { path: …, expect: { json: { status: … } } }.";

/** Judges a health page of which nothing else is known: its status, and what its body says of itself. */
export function judgeHealth(reply: Reply): Difference[] {
  const status = judgeStatus(reply, [200, 204]);
  if (status !== undefined) return [status];
  if (isHtml(reply)) {
    const what = "the answer is a page of HTML: a sign-in page or a front end answers in the service's place";
    return [{ reason: "body", what, remedy: "Check the address and the path of the health page." }];
  }
  const text = textOf(reply).trim();
  if (text === "") return [];
  if (!text.startsWith("{") && !/json/i.test(reply.headers["content-type"] ?? "")) return judgeWords(text);
  // Many servers send JSON as text.
  const body = jsonOf(reply, true);
  if ("wrong" in body) return [body.wrong];
  const said = wrongIn(body.value, "", 0);
  return said === undefined
    ? []
    : [{ reason: "health", what: `the status is ${reply.status}, and the body says ${said}`, remedy: EXPLICIT }];
}

function judgeWords(text: string): Difference[] {
  if (text.length > SHORT) return [];
  const bad = text
    .toLowerCase()
    .split(/[^a-z_]+/)
    .find((word) => word === "not" || BAD.has(word));
  return bad === undefined
    ? []
    : [{ reason: "health", what: `the status is right, and the body says ${show(text)}`, remedy: EXPLICIT }];
}

/** The first thing that is not well. At the top an unknown word is no proof of health; below it may be about anything. */
function wrongIn(value: unknown, path: string, depth: number): string | undefined {
  if (typeof value === "string" && depth === 0) return GOOD.has(value.toLowerCase()) ? undefined : show(value);
  if (value === false && depth === 0) return "false";
  if (depth > DEEPEST) return undefined;
  if (Array.isArray(value))
    return firstOf(value.entries(), (index, one) => wrongIn(one, `${path}[${index}]`, depth + 1));
  if (!isMapping(value)) return undefined;
  return firstOf(Object.entries(value), (name, one) => {
    const place = path === "" ? name : `${path}.${name}`;
    if (FLAGS.includes(name.toLowerCase()) && isNo(one)) return `${place}: ${show(one)}`;
    if (WORDS.includes(name.toLowerCase()) && (one === false || (depth === 0 && (one === null || isErrorStatus(one)))))
      return `${place}: ${show(one)}`;
    if (WORDS.includes(name.toLowerCase()) && typeof one === "string") {
      const word = one.toLowerCase();
      return BAD.has(word) || (depth === 0 && !GOOD.has(word)) ? `${place}: ${show(one)}` : undefined;
    }
    return typeof one === "object" ? wrongIn(one, place, depth + 1) : undefined;
  });
}

function isNo(value: unknown): boolean {
  return (
    value === false || (typeof value === "string" && (value.toLowerCase() === "no" || BAD.has(value.toLowerCase())))
  );
}

/** Some repeat HTTP's status in the body. */
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
