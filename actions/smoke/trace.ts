import type { Reply } from "@release-actions/http";
import { jsonOf } from "./judge-reply.ts";
import { valueAt } from "./json-path.ts";
import { show } from "./matcher.ts";
import type { CheckSpec, TraceSpec } from "./suite.ts";
import type { Difference } from "./judge-reply.ts";

/** The id of one call. */
export interface Trace {
  /** As it is looked for. */
  readonly id: string;
  /** As it is sent. */
  readonly sent: string;
}

/** Stands for the id in paths, headers, bodies, labels and expectations of a check. */
export const TRACE_ID = "{trace-id}";

/** A random id, never used before: W3C Trace Context's for `traceparent` (version 00, sampled), a text of our own for other headers. */
export async function newTrace({ header }: Pick<TraceSpec, "header">): Promise<Trace> {
  const { randomBytes } = await import("node:crypto");
  const id = randomBytes(16).toString("hex");
  if (header === "traceparent") return { id, sent: `00-${id}-${randomBytes(8).toString("hex")}-01` };
  return { id: `smoke-${id}`, sent: `smoke-${id}` };
}

/** Whether the id came back as it was sent. */
export function judgeTrace(reply: Reply, { header, returned }: TraceSpec, { id }: Trace): Difference[] {
  if (returned === undefined) return [];
  const remedy = `See what on the way drops or replaces the header ${header}: the gateway's tracing plugin, the service, a proxy.`;
  const wrong = (what: string): Difference[] => [{ reason: "trace", what, remedy }];
  if (returned.kind === "header") {
    const value = reply.headers[returned.header];
    return value === undefined
      ? wrong(`the id did not come back: there is no header ${returned.header}`)
      : judgeId(value, id, wrong);
  }
  const body = jsonOf(reply);
  if ("wrong" in body) return [body.wrong];
  const value = valueAt(body.value, returned.at);
  if (typeof value !== "string")
    return wrong(
      `the id did not come back: ${returned.at.text} ${value === undefined ? "is missing" : `is ${show(value)}`}`,
    );
  return judgeId(value, id, wrong);
}

/** In a traceparent the middle part is the trace; the rest is each one's own. */
function judgeId(value: string, id: string, wrong: (what: string) => Difference[]): Difference[] {
  const came = /^00-([^-]*)-[^-]*-[^-]*$/.exec(value)?.[1] ?? value;
  if (came === id) return [];
  if (came.toLowerCase() === id) return wrong(`the id came back in upper case: ${show(came)}, sent ${show(id)}`);
  if (/^0+$/.test(came)) return wrong(`an id of zeros came back, sent ${show(id)}`);
  return wrong(`another id came back: ${show(came)}, sent ${show(id)}`);
}

/** The check with the call's id where its placeholder stands. */
export function withTrace(check: CheckSpec, trace: Trace): CheckSpec {
  const { request, trace: spec } = check;
  const filled = fill(check, trace.id);
  const headers =
    spec === undefined ? filled.request.headers : { ...filled.request.headers, [spec.header]: trace.sent };
  return { ...filled, request: { ...filled.request, method: request.method, headers } };
}

function fill<T>(value: T, id: string): T {
  if (typeof value === "string") return value.replaceAll(TRACE_ID, id) as T;
  if (Array.isArray(value)) return value.map((one: unknown) => fill(one, id)) as T;
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, fill<unknown>(one, id)])) as T;
}
