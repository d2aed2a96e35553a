import { HttpError, JsonError, parseJson, type Reply } from "@release-actions/http";
import { decoderFor } from "@release-actions/text";
import { valueAt } from "./json-path.ts";
import { describeMatcher, mismatchOf } from "./matcher.ts";
import type { Reason } from "./result.ts";
import type { Expectation } from "./types.ts";

/** One way in which a reply differs from what was expected. */
export interface Difference {
  readonly reason: Reason;
  readonly what: string;
  readonly remedy: string;
}

const CHECK_SERVICE = "Check what the service reports, and that the right version runs.";

/** All differences. After a wrong status nothing else is compared: the rest is about something else. */
export function judgeReply(reply: Reply, expect: Expectation): Difference[] {
  const status = judgeStatus(reply, expect.status);
  if (status !== undefined) return [status];
  return [...judgeHeaders(reply, expect), ...judgeJson(reply, expect), ...judgeText(reply, expect)];
}

export function judgeStatus(reply: Reply, expected: readonly number[]): Difference | undefined {
  const { status, headers } = reply;
  if (expected.includes(status)) return undefined;
  const location = headers["location"];
  if (status >= 300 && status < 400 && location !== undefined) {
    return {
      reason: "redirect",
      what: `the answer is a redirect (${status}) to ${location}, expected ${listed(expected)}`,
      remedy: "Use the address it leads to, or expect the redirect: status and the header location.",
    };
  }
  return {
    reason: "status",
    what: `the status is ${status}, expected ${listed(expected)}`,
    remedy: statusRemedy(status),
  };
}

function statusRemedy(status: number): string {
  if (status === 401 || status === 403)
    return "Pass the service's credential in the input headers, bound to its origin.";
  if (status === 404) return "Check the path, and that a version is deployed that has it.";
  if (status >= 502 && status <= 504)
    return "The gateway answers and the service behind it does not: check that it runs and is ready.";
  return status >= 500 ? "Check the service's log at this time." : "Check what the service reports.";
}

function judgeHeaders({ headers }: Reply, expect: Expectation): Difference[] {
  return expect.headers.flatMap(({ name, matcher }): Difference[] => {
    const mismatch = mismatchOf(headers[name], matcher);
    if (mismatch === undefined) return [];
    const remedy = "Check what sets this header, in the service and in the proxies in front of it.";
    return [{ reason: "header", what: `the header ${name} ${mismatch}`, remedy }];
  });
}

function judgeJson(reply: Reply, { json }: Expectation): Difference[] {
  if (json.length === 0) return [];
  const body = jsonOf(reply);
  if ("difference" in body) return [body.difference];
  return json.flatMap(({ path, matcher }): Difference[] => {
    const mismatch = mismatchOf(valueAt(body.value, path), matcher);
    return mismatch === undefined ? [] : [{ reason: "body", what: `${path.text} ${mismatch}`, remedy: CHECK_SERVICE }];
  });
}

/** The body as strict JSON, or why it is not. `anyType`: whatever its content type is. */
export function jsonOf(reply: Reply, anyType = false): { value: unknown } | { difference: Difference } {
  try {
    if (!anyType) return { value: reply.json() };
    const text = textOf(reply);
    // Readers may ignore a byte order mark (RFC 8259).
    return "difference" in text ? text : { value: parseJson(text.text.replace(/^\ufeff/, "")) };
  } catch (error) {
    if (!(error instanceof HttpError || error instanceof JsonError)) throw error;
    const message = error.message.replace(" (attempt 1 of 1)", "").replace(/\.$/, "");
    const what = error instanceof JsonError ? `the body cannot be read: ${message}` : message;
    const remedy = "Check the address: a sign-in page, a proxy or a front end may answer in place of the service.";
    return { difference: { reason: "body", what, remedy } };
  }
}

function judgeText(reply: Reply, { text }: Expectation): Difference[] {
  if (text === undefined) return [];
  const body = textOf(reply);
  if ("difference" in body) return [body.difference];
  const mismatch = mismatchOf(body.text, text);
  return mismatch === undefined ? [] : [{ reason: "body", what: `the body ${mismatch}`, remedy: CHECK_SERVICE }];
}

/**
 * The body as text in the charset of its type, by default UTF-8, with a byte order mark if it has one. A body that is
 * not text in its charset is not read as something similar: that could prove what is not there.
 */
export function textOf({
  headers,
  bytes,
}: Pick<Reply, "headers" | "bytes">): { text: string } | { difference: Difference } {
  const decoder = decoderFor(bytes, headers["content-type"], { fatal: true, ignoreBOM: true });
  try {
    return { text: decoder.decode(bytes) };
  } catch {
    const what = `the body is not text in its charset ${decoder.encoding}`;
    const remedy = "Check the body and the charset in its Content-Type; the default is UTF-8.";
    return { difference: { reason: "body", what, remedy } };
  }
}

export function isHtml({ headers, bytes }: Pick<Reply, "headers" | "bytes">): boolean {
  const type = headers["content-type"] ?? "";
  if (/^\s*(?:text\/html|application\/xhtml\+xml)/i.test(type)) return true;
  return /^\s*<(?:!doctype html|html)/i.test(decoderFor(bytes, type).decode(bytes.subarray(0, 512)));
}

/** For a report: `status 200, output "pong"`. */
export function describeExpectation({ status, json, text, headers }: Expectation): string {
  const parts = [
    `status ${listed(status)}`,
    ...headers.map(({ name, matcher }) => `the header ${name} ${describeMatcher(matcher)}`),
    ...json.map(({ path, matcher }) => `${path.text} ${describeMatcher(matcher)}`),
    ...(text === undefined ? [] : [`the body ${describeMatcher(text)}`]),
  ];
  return parts.join(", ");
}

function listed(statuses: readonly number[]): string {
  return statuses.join(" or ");
}
