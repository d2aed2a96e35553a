import { shorten } from "@release-actions/text";
import type { Reply, Schema } from "./types.ts";
import { describeIssues } from "./issues.ts";
import { JsonError, parseJson } from "./json.ts";
import type { HttpError } from "./errors.ts";
import { failureOfContent } from "./session.ts";
import type { RawReply } from "./exchange.ts";
import type { Prepared } from "./request.ts";
import type { Session, AttemptNumber } from "./session.ts";

const NOT_THE_API = "Check that the address is the API's own, and that no login page or proxy answers in its place.";

/** A reply for callers. Its body is read strictly, and only on request. */
export function makeReply(
  session: Session,
  request: Pick<Prepared, "method" | "url">,
  raw: RawReply,
  asked: URL,
  turn: AttemptNumber,
): Reply {
  let parsed: { readonly value: unknown } | undefined;

  function text(): string {
    try {
      return new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(raw.bytes);
    } catch (cause) {
      throw unusable(`its text is not UTF-8 (${String(cause)})`);
    }
  }

  function parse(): unknown {
    if (parsed !== undefined) return parsed.value;
    const type = (raw.headers["content-type"] ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
    if (raw.bytes.length === 0) throw unusable("the answer is empty", NOT_THE_API);
    if (!isJsonType(type)) {
      const shown = type === "" ? "of no declared type" : `of the type ${shorten(type, 80)}`;
      throw unusable(`that is not the API: the answer is ${shown}, not JSON`, NOT_THE_API);
    }
    const body = text();
    if (body.startsWith("\ufeff")) throw unusable("that is not the API: it starts with a byte order mark", NOT_THE_API);
    try {
      parsed = { value: parseJson(body) };
    } catch (error) {
      if (!(error instanceof JsonError)) throw error;
      throw unusable(error.message);
    }
    return parsed.value;
  }

  function json<T>(schema?: Schema<T>): unknown {
    const value = parse();
    if (schema === undefined) return value;
    const result = schema.safeParse(value);
    if (result.success) return result.data;
    throw unusable(`the JSON has another shape than the API's (${describeIssues(result.error)})`, NOT_THE_API);
  }

  function unusable(problem: string, remedy?: string): HttpError {
    return failureOfContent(session, request, raw, turn, problem, remedy);
  }

  return {
    status: raw.status,
    headers: raw.headers,
    url: request.url.origin + request.url.pathname,
    redirectedTo: request.url.origin === asked.origin ? undefined : request.url.origin,
    bytes: raw.bytes,
    text,
    json,
  };
}

/**
 * Frees the memory of a large body now; the next full garbage collection never happens in a short process. For a reply
 * that has been parsed as JSON: the value stays valid, `bytes` and `text()` do not.
 */
export function freeBody({ bytes }: Pick<Reply, "bytes">): void {
  const buffer = bytes.buffer as ArrayBufferLike & { transfer?(length: number): unknown };
  // Small bodies share their memory with others. Node 20 cannot free any.
  if (buffer.byteLength === bytes.byteLength) buffer.transfer?.(0);
}

function isJsonType(type: string): boolean {
  return /^(application\/json|text\/json|application\/[^\s/]{1,100}\+json)$/.test(type);
}
