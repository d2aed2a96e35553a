import { shorten } from "@release-actions/text";
import { failureOfFault, failureOfStatus, ended } from "./session.ts";
import { openAttempt } from "./attempt.ts";
import type { Fault } from "./exchange.ts";
import type { Body } from "./body.ts";
import type { Prepared } from "./request.ts";
import type { Limits, Session } from "./session.ts";

const ONCE = { attempt: 1, attempts: 1 };

/** Reads a reply line by line as it comes. Lines end with LF; the last one too, or the reply has broken off. */
export async function* readLines(
  session: Session,
  request: Prepared,
  limits: Limits,
  given?: AbortSignal,
): AsyncGenerator<string, void, undefined> {
  const signal = given === undefined ? session.signal : AbortSignal.any([session.signal, given]);
  const response = await open({ ...session, signal }, request, limits).catch((error: unknown) => {
    if (given?.aborted === true && !session.signal.aborted) return undefined;
    throw session.signal.aborted ? ended(session.signal) : error;
  });
  if (response === undefined) return;
  const stop = () => void response.destroy();
  signal.addEventListener("abort", stop, { once: true });
  if (signal.aborted) stop();
  try {
    yield* linesOf(response, limits.maxBytes);
  } catch (error) {
    if (session.signal.aborted) throw ended(session.signal);
    if (given?.aborted === true) return;
    throw failureOfFault(session, request, faultOf(error as NodeJS.ErrnoException), ONCE);
  } finally {
    signal.removeEventListener("abort", stop);
    response.destroy();
  }
}

async function open(session: Session, request: Prepared, limits: Limits): Promise<Body> {
  const outcome = await openAttempt(
    session,
    { ...request, headers: { ...request.headers, "accept-encoding": "identity" } },
    limits,
  );
  if ("fault" in outcome) {
    if (outcome.fault.code === "ABORTED") throw ended(session.signal);
    throw failureOfFault(session, request, outcome.fault, ONCE);
  }
  const { reply } = outcome;
  if (reply.open === undefined) throw failureOfStatus(session, request, reply, ONCE, limits.permission);
  const encoding = (reply.headers["content-encoding"] ?? "identity").trim().toLowerCase();
  if (encoding === "identity" || encoding === "") return reply.open;
  reply.open.destroy();
  const text = `the answer is encoded as ${shorten(encoding, 60)}, which cannot be read as a stream`;
  throw failureOfFault(session, request, { phase: "reply", reach: "answered", code: "ENCODING", text }, ONCE);
}

async function* linesOf(response: Body, maxBytes: number): AsyncGenerator<string, void, undefined> {
  const decoder = new TextDecoder("utf-8", { fatal: true });
  let waiting: Buffer[] = [];
  let size = 0;
  for await (const chunk of response as AsyncIterable<Buffer>) {
    let start = 0;
    for (let end = chunk.indexOf(10); end >= 0; end = chunk.indexOf(10, start)) {
      checkSize(size + end - start, maxBytes);
      yield decoder.decode(Buffer.concat([...waiting, chunk.subarray(start, end)]));
      waiting = [];
      size = 0;
      start = end + 1;
    }
    if (start === chunk.length) continue;
    size += chunk.length - start;
    checkSize(size, maxBytes);
    waiting.push(chunk.subarray(start));
  }
  if (!response.complete || size > 0) throw Object.assign(new Error("the reply was cut off"), { code: "TRUNCATED" });
}

function checkSize(size: number, maxBytes: number): void {
  if (size > maxBytes)
    throw Object.assign(new Error(`a line of the answer is larger than ${maxBytes} bytes`), { code: "TOO_LARGE" });
}

function faultOf({ code, message }: NodeJS.ErrnoException): Fault {
  const known = code === "TRUNCATED" || code === "TOO_LARGE";
  const text = known
    ? message
    : code === "ERR_ENCODING_INVALID_ENCODED_DATA"
      ? "the answer is not UTF-8"
      : "the reply was cut off";
  return { phase: "body", reach: "answered", code: code ?? "BODY", text, status: 200 };
}
