import { HttpError, JsonError, parseJson, type Reply } from "@release-actions/http";
import type { Reason } from "./outcome.ts";
import { differenceOf, wantedOf } from "./matcher.ts";
import { valueAt } from "./json-path.ts";
import type { Expectation } from "./suite.ts";

/** One thing in which an answer differs from what was expected. */
export interface Difference {
  readonly reason: Reason;
  readonly what: string;
  readonly remedy: string;
}

const SEE_SERVICE = "See what the service says, and whether the right version runs.";

/** All differences. Of an answer with another status the rest is not looked at: it is about something else. */
export function judgeReply(reply: Reply, expect: Expectation): Difference[] {
  const status = judgeStatus(reply, expect.status);
  if (status !== undefined) return [status];
  return [...judgeHeaders(reply, expect), ...judgeJson(reply, expect), ...judgeText(reply, expect)];
}

export function judgeStatus(reply: Reply, wanted: readonly number[]): Difference | undefined {
  const { status, headers } = reply;
  if (wanted.includes(status)) return undefined;
  if (status >= 300 && status < 400 && headers["location"] !== undefined) {
    const remedy = "Give the address that it leads to, or expect the redirect: status and the header location.";
    return {
      reason: "redirect",
      what: `the answer is a redirect (${status}) to ${headers["location"]}, expected ${listed(wanted)}`,
      remedy,
    };
  }
  return { reason: "status", what: `the status is ${status}, expected ${listed(wanted)}`, remedy: remedyOf(status) };
}

function remedyOf(status: number): string {
  if (status === 401 || status === 403)
    return "Give what the service asks for by the input headers, bound to its origin.";
  if (status === 404) return "Check the path, and that the version is deployed that has it.";
  if (status >= 502 && status <= 504)
    return "The gateway answers and the service behind it does not: see that it runs and is ready.";
  return status >= 500 ? "See the service's log of this moment." : "See what the service says.";
}

function judgeHeaders({ headers }: Reply, expect: Expectation): Difference[] {
  return expect.headers.flatMap(({ name, matcher }) => {
    const difference = differenceOf(headers[name], matcher);
    const remedy = "See what sets this header, in the service and on the way.";
    return difference === undefined
      ? []
      : [{ reason: "header" as const, what: `the header ${name} ${difference}`, remedy }];
  });
}

function judgeJson(reply: Reply, { json }: Expectation): Difference[] {
  if (json.length === 0) return [];
  const body = jsonOf(reply);
  if ("wrong" in body) return [body.wrong];
  return json.flatMap(({ path, matcher }) => {
    const difference = differenceOf(valueAt(body.value, path), matcher);
    return difference === undefined
      ? []
      : [{ reason: "body" as const, what: `${path.text} ${difference}`, remedy: SEE_SERVICE }];
  });
}

/** The body as strict JSON, or why it is none. `anyType`: whatever the header says that it is. */
export function jsonOf(reply: Reply, anyType = false): { value: unknown } | { wrong: Difference } {
  try {
    return { value: anyType ? parseJson(textOf(reply)) : reply.json() };
  } catch (error) {
    if (!(error instanceof HttpError || error instanceof JsonError)) throw error;
    const what = error.message.replace(" (attempt 1 of 1)", "").replace(/\.$/, "");
    const remedy = "Check the address: a sign-in page, a proxy or a front end may answer in the service's place.";
    return {
      wrong: { reason: "body", what: error instanceof JsonError ? `the body cannot be read: ${what}` : what, remedy },
    };
  }
}

function judgeText(reply: Reply, { text }: Expectation): Difference[] {
  const difference = text === undefined ? undefined : differenceOf(textOf(reply), text);
  return difference === undefined ? [] : [{ reason: "body", what: `the body ${difference}`, remedy: SEE_SERVICE }];
}

export function textOf({ bytes }: Pick<Reply, "bytes">): string {
  return new TextDecoder().decode(bytes);
}

export function isHtml({ headers, bytes }: Pick<Reply, "headers" | "bytes">): boolean {
  const type = headers["content-type"] ?? "";
  return (
    /^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type) ||
    /^\s*<(?:!doctype html|html)/i.test(textOf({ bytes: bytes.subarray(0, 512) }))
  );
}

/** In words, for a report. */
export function expectedText({ status, json, text, headers }: Expectation): string {
  const parts = [
    `status ${listed(status)}`,
    ...headers.map(({ name, matcher }) => `the header ${name} ${wantedOf(matcher)}`),
    ...json.map(({ path, matcher }) => `${path.text} ${wantedOf(matcher)}`),
    ...(text === undefined ? [] : [`the body ${wantedOf(text)}`]),
  ];
  return parts.join(", ");
}

function listed(statuses: readonly number[]): string {
  return statuses.join(" or ");
}
