import { invalid } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { buildUrl, encodeQuery, exactUrl } from "./address.ts";
import type { BodySource, SendRequest } from "./types.ts";

/** A request as it goes out, but for its credential. */
export interface Prepared {
  readonly method: string;
  readonly url: URL;
  /** Names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: Pick<BodySource, "length" | "open"> | undefined;
}

/** These are the client's own, or secrets that must be given as the credential to be masked and bound. */
const RESERVED = new Set([
  "accept-encoding",
  "authorization",
  "connection",
  "content-length",
  "cookie",
  "expect",
  "host",
  "job-token",
  "keep-alive",
  "private-token",
  "proxy-authorization",
  "te",
  "trailer",
  "transfer-encoding",
  "upgrade",
]);

/** Checks and encodes a request. Throws `invalid` before anything is sent. */
export function prepare(
  base: URL,
  request: Omit<SendRequest, "method">,
  method: string,
  apiHeaders: Readonly<Record<string, string>>,
): Prepared {
  const url =
    request.address === undefined ? buildUrl(base, request.path, request.query) : exactUrl(base, request.address);
  const bodies = [request.json, request.form, request.body].filter((body) => body !== undefined);
  if (bodies.length > 1) throw invalid("A request has one body: json, form or body.");
  const content = contentOf(request);
  const headers = {
    accept: "application/json",
    "user-agent": "release-actions",
    ...(content !== undefined && { "content-type": checkedValue("content-type", content.type) }),
    ...apiHeaders,
    ...checkedHeaders(request.headers ?? {}),
    "accept-encoding": "gzip",
    ...(content !== undefined && { "content-length": String(content.length) }),
    ...(content === undefined && method !== "GET" && method !== "HEAD" && { "content-length": "0" }),
  };
  return { method, url, headers, body: content };
}

/** Headers of a caller with their names in lower case. Throws `invalid`, never showing a value. */
export function checkedHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  const checked = Object.create(null) as Record<string, string>;
  for (const [name, value] of Object.entries(headers)) {
    const lower = name.toLowerCase();
    if (!/^[a-z0-9!#$%&'*+.^_`|~-]{1,100}$/.test(lower)) {
      throw invalid(`${quote(name, 100)} is not a header's name.`);
    }
    if (RESERVED.has(lower)) {
      throw invalid(`The header ${lower} cannot be set here; pass a secret as the credential.`);
    }
    checked[lower] = checkedValue(lower, value);
  }
  return checked;
}

/** A header's value, which must not be able to start another header (RFC 9110, 5.5). */
export function checkedValue(name: string, value: string): string {
  if (value.length <= 8192 && /^[\t\x20-\x7e\x80-\xff]*$/.test(value)) return value;
  throw invalid(
    `The value for the header ${name} contains a line break or another character that a header cannot contain.`,
    {
      remedy: "Check the secret or input it comes from: often a line break was pasted at its end.",
    },
  );
}

function contentOf(request: Omit<SendRequest, "method">): BodySource | undefined {
  if (request.body !== undefined) {
    if (!Number.isSafeInteger(request.body.length) || request.body.length < 0) {
      throw invalid("A body's length must be a whole number of bytes.");
    }
    return request.body;
  }
  if (request.json !== undefined) return inMemory(JSON.stringify(request.json), "application/json");
  if (request.form !== undefined) return inMemory(encodeQuery(request.form), "application/x-www-form-urlencoded");
  return undefined;
}

function inMemory(text: string, type: string): BodySource {
  const bytes = Buffer.from(text, "utf8");
  return {
    length: bytes.length,
    type,
    async *open() {
      if (bytes.length > 0) yield bytes;
    },
  };
}
