import { HttpError, openHttp, type Http, type Query, type Reply } from "@release-actions/http";
import { beginningOf, oneLine, shorten } from "@release-actions/text";
import { explainNoAnswer } from "./no-answer.ts";
import type { Judged, Reason } from "./outcome.ts";
import type { Run } from "./run.ts";
import { isReserved } from "./secret-headers.ts";
import type { RequestSpec } from "./suite.ts";

export interface Call extends RequestSpec {
  /** It may be sent again after an answer that says nothing. */
  readonly repeatable: boolean;
  /** Statuses that are answers; others of a server that starts are waited out. */
  readonly accepts: readonly number[];
  /** Milliseconds for one request; undefined: the input's. */
  readonly timeout: number | undefined;
}

export type Answer = Answered | Unanswered;

interface Exchanged {
  readonly sent: string;
  readonly came: string;
  readonly attempts: number;
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

/** One service, asked by one check over connections of its own: one that another check left idle may be closing. */
export interface Caller {
  /** Throws only for a signal, the end of the time, or a defect. */
  call(call: Call): Promise<Answer>;
  close(): void;
}

const STARTING = [502, 503, 504];
/** What a server does that starts or stops. A name that is not known and a wrong certificate stay. */
const PASSING = ["ECONNREFUSED", "ECONNRESET", "EPIPE", "EAI_AGAIN"];
const MAX_BYTES = 16 * 1024 * 1024;
const LONGEST = 300;
/** How much of a body is searched for secrets before its beginning is shown. */
const LOOKED_AT = 64 * 1024;

export function openCaller(run: Run, url: string): Caller {
  const { inputs, clock, signal } = run.context;
  const http = openClient(run, [url]);
  const headers = run.plan.headers.get(new URL(url).origin) ?? [];
  const credential = headers.find(({ name }) => isReserved(name));
  const others = headers.filter((header) => header !== credential);
  const api = http.api(url, {
    maxBytes: MAX_BYTES,
    headers: {
      accept: "application/json, */*;q=0.8",
      ...Object.fromEntries(others.map(({ name, value }) => [name, value])),
    },
    ...(credential !== undefined && { credential: { header: credential.name, value: credential.value } }),
  });

  async function once(call: Call): Promise<{ reply: Reply } | { failure: HttpError }> {
    const { method, json, body } = call;
    const deadline = Math.min(call.timeout ?? inputs.timeout, run.left());
    try {
      const content = body === undefined ? {} : { body: textBody(body) };
      return {
        reply: await api.sendOnce({
          method,
          ...pathAndQuery(call.path),
          headers: call.headers,
          ...(json !== undefined && { json }),
          ...content,
          deadline,
        }),
      };
    } catch (failure) {
      if (failure instanceof HttpError) return { failure };
      throw failure;
    }
  }

  return {
    close: http.close,
    async call(call) {
      const start = clock.monotonic();
      const sent = sentText(url, call);
      for (let attempt = 1; ; attempt += 1) {
        const end = await once(call);
        const facts = () => ({ sent, attempts: attempt, milliseconds: Math.round(clock.monotonic() - start) });
        if (attempt > inputs.retries || !isWorthwhile(end, call)) {
          if ("reply" in end) return { ...facts(), reply: end.reply, came: cameText(end.reply) };
          const { reason, what, remedy } = explainNoAnswer(end.failure);
          return { ...facts(), reply: undefined, came: "no answer", reason, what, remedy };
        }
        await clock.sleep(backoff(attempt), signal);
      }
    },
  };
}

/** All that the run connects to goes through here. Throws `invalid` for an address that is not taken. */
export function openClient(
  { context: { io, signal, clock, host, inputs } }: Pick<Run, "context">,
  endpoints: readonly string[],
): Http {
  return openHttp({
    io,
    signal,
    clock,
    network: host.network,
    endpoints,
    allowHttp: inputs.allowHttp,
    patience: inputs.timeout,
  });
}

/** A request whose effect is not known is not sent again unless the suite allows it; one that never left always may. */
function isWorthwhile(end: { reply: Reply } | { failure: HttpError }, { repeatable, accepts }: Call): boolean {
  if ("reply" in end) return repeatable && STARTING.includes(end.reply.status) && !accepts.includes(end.reply.status);
  return PASSING.includes(end.failure.code ?? "") && (repeatable || end.failure.reach === "nothing sent");
}

/** Half of a bound that doubles, and up to the other half by chance. */
function backoff(attempt: number): number {
  return Math.min(8_000, 500 * 2 ** (attempt - 1)) * (0.5 + Math.random() / 2);
}

export function pathAndQuery(path: string): { path: string[]; query: Query } {
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

/** `POST https://api.example.com/execute with {"input":"ping"}` */
function sentText(url: string, { method, path, headers, json, body }: Call): string {
  const content = json === undefined ? body : JSON.stringify(json);
  const shown = Object.entries(headers)
    .filter(([name]) => name !== "accept")
    .map(([name, value]) => `${name}: ${value}`);
  return cut(
    `${method} ${url.replace(/\/$/, "")}${path}${content === undefined ? "" : ` with ${content}`}${shown.length === 0 ? "" : ` (${shown.join(", ")})`}`,
    2 * LONGEST,
  );
}

/** `502, application/json: {"detail":…}` */
function cameText({ status, headers, bytes }: Reply): string {
  const type = (headers["content-type"] ?? "").split(";")[0]!.trim();
  const location = headers["location"] === undefined ? "" : `, location: ${headers["location"]}`;
  const body = beginningOf(bytes, LOOKED_AT, headers["content-type"]);
  return cut(
    `${status}${type === "" ? "" : `, ${type}`}${location}${body.trim() === "" ? ", an empty body" : `: ${body}`}`,
    2 * LONGEST,
  );
}

function cut(text: string, longest: number): string {
  return shorten(oneLine(text), longest);
}

/** An answer that did not come, as a check's end. */
export function noAnswer({ reason, what, remedy, sent, came, attempts }: Unanswered, expected?: string): Judged {
  return { result: "fail", reason, detail: what, sent, came, expected: expected ?? "an answer", remedy, attempts };
}
