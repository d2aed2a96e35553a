import { HttpError, type Http, type Query, type Reply } from "@release-actions/http";
import { beginningOf, oneLine, shorten } from "@release-actions/text";
import type { SmokeRun } from "./context.ts";
import { explainNoAnswer } from "./no-answer.ts";
import type { Evaluation, Exchange, Reason } from "./result.ts";
import { credentialFor } from "./secret-headers.ts";
import type { PageSpec, RequestSpec } from "./types.ts";

export interface ServiceCall extends RequestSpec {
  /** It may be sent again after an answer that proves nothing. */
  readonly repeatable: boolean;
  /** Statuses that count as answers. 502, 503 and 504 are otherwise waited out, as of a service that is starting. */
  readonly accepts: readonly number[];
  /** Milliseconds for one request. Default: the run's. */
  readonly timeout: number | undefined;
}

export type ServiceAnswer = Answered | Unanswered;

interface Exchanged extends Exchange {
  readonly sent: string;
  readonly came: string;
  readonly milliseconds: number;
}
export interface Answered extends Exchanged {
  readonly reply: Reply;
}
export interface Unanswered extends Exchanged {
  readonly reply: undefined;
  readonly reason: Reason;
  readonly what: string;
  readonly remedy: string;
}

/** One service, over connections that nothing else uses. */
export interface Caller {
  /** Throws only for a signal, the end of the time, or a defect. */
  call(call: ServiceCall): Promise<ServiceAnswer>;
}

type Attempt = { readonly reply: Reply } | { readonly failure: HttpError };

const STARTING = [502, 503, 504];
/** Errors of a server that is starting or stopping. An unknown name and a wrong certificate do not go away. */
const TEMPORARY = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "EAI_AGAIN"];
const MAX_BYTES = 16 * 1024 * 1024;
const ACCEPT = "application/json, */*;q=0.8";
const MAX_SHOWN = 600;
/** How much of a body is searched for secrets before its beginning is shown. */
const SEARCHED_BYTES = 64 * 1024;

/** Connects to a service for as long as `work` takes. */
export async function withCaller<T>(run: SmokeRun, url: string, work: (caller: Caller) => Promise<T>): Promise<T> {
  const http = run.http(url);
  try {
    return await work(openCaller(run, url, http));
  } finally {
    http.close();
  }
}

/** A GET that changes nothing. */
export function readingOf(
  { path, timeout }: Pick<PageSpec, "path" | "timeout">,
  accepts: readonly number[] = [200],
  headers: Readonly<Record<string, string>> = {},
): ServiceCall {
  return { method: "GET", path, headers, json: undefined, body: undefined, repeatable: true, accepts, timeout };
}

function openCaller({ headers, limits, clock, signal, timeLeft }: SmokeRun, url: string, http: Http): Caller {
  const { origin } = new URL(url);
  const credential = credentialFor(headers, origin);
  const others = (headers.get(origin) ?? []).filter((header) => header !== credential);
  const api = http.api(url, {
    maxBytes: MAX_BYTES,
    headers: { accept: ACCEPT, ...Object.fromEntries(others.map(({ name, value }) => [name, value])) },
    ...(credential !== undefined && { credential: { header: credential.name, value: credential.value } }),
  });

  async function sendOnce({ method, path, headers: own, json, body, timeout }: ServiceCall): Promise<Attempt> {
    const deadline = Math.min(timeout ?? limits.timeout, timeLeft());
    const content = { ...(json !== undefined && { json }), ...(body !== undefined && { body: textBody(body) }) };
    try {
      return { reply: await api.sendOnce({ method, ...splitPath(path), headers: own, ...content, deadline }) };
    } catch (failure) {
      if (failure instanceof HttpError) return { failure };
      throw failure;
    }
  }

  return {
    async call(call) {
      const start = clock.monotonic();
      for (let attempts = 1; ; attempts += 1) {
        const attempt = await sendOnce(call);
        if (attempts <= limits.retries && isWorthRepeating(attempt, call)) {
          await clock.sleep(backoff(attempts), signal);
          continue;
        }
        const exchange = {
          sent: describeCall(url, call),
          attempts,
          milliseconds: Math.round(clock.monotonic() - start),
        };
        if ("reply" in attempt) return { ...exchange, reply: attempt.reply, came: describeReply(attempt.reply) };
        return { ...exchange, reply: undefined, came: "no answer", ...explainNoAnswer(attempt.failure) };
      }
    },
  };
}

/**
 * A request whose outcome is unknown is not sent again unless the suite allows it; one that never left always may be.
 */
function isWorthRepeating(attempt: Attempt, { repeatable, accepts }: ServiceCall): boolean {
  if ("failure" in attempt) {
    const { code = "", reach } = attempt.failure;
    return TEMPORARY.includes(code) && (repeatable || reach === "nothing sent");
  }
  const { status } = attempt.reply;
  return repeatable && STARTING.includes(status) && !accepts.includes(status);
}

/** Half of a bound that doubles up to 8 s, and a random part of the other half. */
function backoff(attempt: number): number {
  return Math.min(8_000, 500 * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}

/** The path as segments, and the query by its names. */
export function splitPath(path: string): { path: string[]; query: Query } {
  const [before = "/", after = ""] = path.split("?");
  const query = Object.create(null) as Record<string, string[]>;
  for (const [name, value] of new URLSearchParams(after)) (query[name] ??= []).push(value);
  return { path: before.slice(1).split("/").map(decodeURIComponent), query };
}

function textBody(text: string) {
  const bytes = Buffer.from(text, "utf8");
  return {
    length: bytes.length,
    type: "text/plain; charset=utf-8",
    open: async function* () {
      if (bytes.length > 0) yield bytes;
    },
  };
}

/** `POST https://api.example.com/execute with {"input":"ping"} (x-trace-id: smoke-…)` */
function describeCall(url: string, { method, path, headers, json, body }: ServiceCall): string {
  const content = json === undefined ? body : JSON.stringify(json);
  const shown = Object.entries(headers)
    .filter(([name]) => name !== "accept")
    .map(([name, value]) => `${name}: ${value}`);
  const parts = [
    `${method} ${url.replace(/\/$/, "")}${path}`,
    ...(content === undefined ? [] : [`with ${content}`]),
    ...(shown.length === 0 ? [] : [`(${shown.join(", ")})`]),
  ];
  return shorten(oneLine(parts.join(" ")), MAX_SHOWN);
}

/** `502, application/json: {"detail":…}` */
function describeReply({ status, headers, bytes }: Reply): string {
  const type = (headers["content-type"] ?? "").split(";")[0]!.trim();
  const location = headers["location"];
  const body = beginningOf(bytes, SEARCHED_BYTES, headers["content-type"]);
  const head = [
    String(status),
    ...(type === "" ? [] : [type]),
    ...(location === undefined ? [] : [`location: ${location}`]),
    ...(body.trim() === "" ? ["an empty body"] : []),
  ];
  return shorten(oneLine(`${head.join(", ")}${body.trim() === "" ? "" : `: ${body}`}`), MAX_SHOWN);
}

/** What a check found that got no answer. */
export function noAnswer({ reason, what, remedy, sent, came, attempts }: Unanswered, expected: string): Evaluation {
  return { result: "fail", reason, detail: what, sent, came, expected, remedy, attempts };
}
