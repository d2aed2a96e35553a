import type { Reply } from "@release-actions/http";
import { jsonOf, type Difference } from "./judge-reply.ts";
import { valueAt } from "./json-path.ts";
import { show } from "./matcher.ts";
import type { CallSpec, TraceSpec } from "./types.ts";

/** The id of one call. */
export interface Trace {
  /** As it is expected back. */
  readonly id: string;
  /** As it is sent. */
  readonly sent: string;
}

/** Placeholder for the id in the paths, headers, bodies, labels and expectations of a check. */
export const TRACE_ID = "{trace-id}";

/**
 * A random id that was never used before. For `traceparent` it is a W3C Trace Context (w3.org/TR/trace-context,
 * version 00, sampled), for other headers our own format.
 */
export async function newTrace({ header }: Pick<TraceSpec, "header">): Promise<Trace> {
  const { randomBytes } = await import("node:crypto");
  const id = randomBytes(16).toString("hex");
  if (header === "traceparent") return { id, sent: `00-${id}-${randomBytes(8).toString("hex")}-01` };
  return { id: `smoke-${id}`, sent: `smoke-${id}` };
}

/** Whether the id came back as it was sent. */
export function judgeTrace(reply: Reply, { header, returned }: TraceSpec, { id }: Trace): Difference[] {
  if (returned === undefined) return [];
  const remedy = `Check what drops or replaces the header ${header}: the gateway's tracing plugin, the service, a proxy.`;
  const differ = (what: string): Difference[] => [{ reason: "trace", what, remedy }];
  if (returned.kind === "header") {
    const value = reply.headers[returned.header];
    if (value === undefined) return differ(`the id did not come back: there is no header ${returned.header}`);
    return judgeId(value, id, differ);
  }
  const body = jsonOf(reply);
  if ("difference" in body) return [body.difference];
  const value = valueAt(body.value, returned.at);
  if (typeof value === "string") return judgeId(value, id, differ);
  const found = value === undefined ? "is missing" : `is ${show(value)}`;
  return differ(`the id did not come back: ${returned.at.text} ${found}`);
}

/** In a traceparent the second part is the trace id; the other parts belong to each hop. */
function judgeId(value: string, id: string, differ: (what: string) => Difference[]): Difference[] {
  const returned = /^00-([^-]*)-[^-]*-[^-]*$/.exec(value)?.[1] ?? value;
  if (returned === id) return [];
  if (returned.toLowerCase() === id)
    return differ(`the id came back in upper case: ${show(returned)}, sent ${show(id)}`);
  if (/^0+$/.test(returned)) return differ(`an id of zeros came back, sent ${show(id)}`);
  return differ(`another id came back: ${show(returned)}, sent ${show(id)}`);
}

/** The check with the call's id in place of every placeholder, and in its trace header. */
export function withTrace(check: CallSpec, { id, sent }: Trace): CallSpec {
  const filled = fill(check, id);
  const headers = { ...filled.request.headers, ...(check.trace !== undefined && { [check.trace.header]: sent }) };
  return { ...filled, request: { ...filled.request, method: check.request.method, headers } };
}

function fill<T>(value: T, id: string): T {
  if (typeof value === "string") return value.replaceAll(TRACE_ID, id) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => fill(one, id)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill<unknown>(one, id)])) as T;
}
