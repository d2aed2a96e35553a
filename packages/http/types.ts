import type { Clock, Io, NetworkSettings, TokenKind } from "@release-actions/action";
import type { LookupFunction } from "node:net";

/** What one HTTP client of an action needs. Origins are `https://host:port`, as in `URL.origin`. */
export interface HttpOptions {
  readonly io: Io;
  /** Ends everything at once: requests in flight are cut, waits end. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly network: NetworkSettings;
  /** The only origins that may be connected to, as origins or as any address on them. */
  readonly endpoints: readonly string[];
  /** Allows plain http for any host. Loopback addresses are always allowed. Default: false. */
  readonly allowHttp?: boolean | undefined;
  /** Maximum number of connections per origin. Default: 4. */
  readonly connections?: number | undefined;
  /** Milliseconds that one call may spend waiting between its attempts, in total. Default: 2 minutes. */
  readonly patience?: number | undefined;
  /** Returns 0 <= x < 1, for the jitter of waits. Default: Math.random. */
  readonly random?: (() => number) | undefined;
  /** Certificate authorities as PEM text, trusted instead of the system's and the configured ones. */
  readonly authorities?: string | undefined;
  /** Resolves host names instead of the system. The addresses are checked in the same way. */
  readonly lookup?: LookupFunction | undefined;
}

/** The HTTP client of one run: it owns all connections and knows which origins may be reached. */
export interface Http {
  /**
   * An API below `base`, such as `https://api.github.com` or `https://gitlab.example/api/v4`. Its credential goes to
   * the base's origin only. Throws `invalid` when the base is not an address or not one of the declared endpoints.
   */
  api(base: string, options?: ApiOptions): Api;
  /** The kind of a token, by its prefix, or because the host knows it as its forge's own token. */
  kindOf(token: string): TokenKind;
  /** Ends all pending waits and closes the idle connections, so that the process can end. */
  close(): void;
}

export interface ApiOptions {
  readonly credential?: Credential | undefined;
  /** Sent with every request of this API, to its own origin only. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds for one attempt, from the connection to the last byte of the reply. Default: 30 s. */
  readonly deadline?: number | undefined;
  /** Maximum size of one reply in bytes, after decoding. Default: 10 MiB. */
  readonly maxBytes?: number | undefined;
  /** Maximum number of attempts per request. Default: 4. */
  readonly attempts?: number | undefined;
  /** Milliseconds that one call may spend waiting between its attempts, in total. Default: the client's. */
  readonly patience?: number | undefined;
  /** What is most often missing after a 401 or 403, such as "a token with contents: write". */
  readonly permission?: string | undefined;
  /** The path of the base is itself a secret, as with webhooks: it is masked like a credential. */
  readonly secretPath?: boolean | undefined;
  /**
   * The API whose reply named this base, which the caller has checked to belong to the same service. The base need not
   * be a declared endpoint then, and may receive every secret that the other API's origin may.
   */
  readonly namedBy?: Pick<Api, "origin"> | undefined;
  /** Awaited before every attempt, including retries, to stay below a known rate limit of the service. */
  readonly pace?: Pace | undefined;
}

/** Resolves when the next request may be sent. Rejects when the signal is aborted. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/** A header whose value is a secret, or a user and a password for basic authentication (RFC 7617). */
export type Credential =
  { readonly header: string; readonly value: string } | { readonly user: string; readonly password: string };

/** Parameters of a query or a form. A list repeats its name; undefined is left out. */
export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface RequestBase {
  /**
   * Path segments below the API's base, each encoded as a whole: "a/b" becomes a%2Fb. A final "" is a trailing slash.
   */
  readonly path: readonly string[];
  readonly query?: Query | undefined;
  /**
   * Instead of path and query: a URL on the base's origin, sent unchanged, as browsers do. For URLs found in a page.
   */
  readonly address?: string | undefined;
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Sent as application/json. */
  readonly json?: unknown;
  /** Sent as application/x-www-form-urlencoded. */
  readonly form?: Query | undefined;
  readonly deadline?: number | undefined;
  readonly maxBytes?: number | undefined;
  readonly attempts?: number | undefined;
  readonly patience?: number | undefined;
  readonly permission?: string | undefined;
}

export interface ReadRequest extends RequestBase {
  /** Default: GET. POST only for queries that change nothing, since reads are repeated. */
  readonly method?: "GET" | "HEAD" | "POST" | undefined;
  /** Statuses that are returned; any other is a failure. Default: 200. */
  readonly expect?: readonly number[] | undefined;
  /**
   * Default: "json", where a 2xx reply whose body is not complete, strict JSON counts as a failed attempt. "bytes"
   * accepts any body.
   */
  readonly as?: "json" | "bytes" | undefined;
  /**
   * Redirects within the origin are followed, at most 5. Those to another origin are refused by default; with
   * "anonymous" they are followed: https only, without the credential and without the caller's headers.
   */
  readonly redirects?: "same-origin" | "anonymous" | undefined;
}

export interface PagesRequest extends ReadRequest {
  /** More pages than this end the walk as undecided. Default: 100. */
  readonly maxPages?: number | undefined;
}

export interface LinesRequest extends Omit<RequestBase, "json" | "form" | "attempts" | "patience"> {
  /** Aborting it ends the stream without an error. */
  readonly signal?: AbortSignal | undefined;
}

/** A request body that can be opened again for every attempt and is never in memory as a whole. */
export interface BodySource {
  /** Exact size in bytes. A source that yields more or less fails the request. */
  readonly length: number;
  /** Media type, for the header Content-Type. */
  readonly type: string;
  /** Opens the body at its start. A chunk may be overwritten once the next one is requested. */
  open(): AsyncIterable<Uint8Array>;
}

export interface SendRequest extends RequestBase {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: BodySource | undefined;
  /** Called while the body is sent, with the bytes of this attempt so far and in total. */
  readonly progress?: ((sent: number, total: number) => void) | undefined;
}

export interface WriteRequest<T> extends SendRequest {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** Statuses that mean "done". Default: every 2xx. */
  readonly expect?: readonly number[] | undefined;
  /** The object, for messages: "the draft release of v1.2.3". */
  readonly what: string;
  /**
   * Reads the value from the reply. If it throws, the object is read back, since the server reported success; only an
   * ActionError that it creates itself, not one from the reply's readers, is passed on.
   */
  readonly accept: (reply: Reply) => T | Promise<T>;
  /**
   * Looks the object up by its deterministic key. Returns the object as requested, or undefined if it certainly does
   * not exist; then it is written again. If a service shows new objects late, this polls for as long as the service
   * documents. Throws an ActionError "refused" or "invalid" if something else has the key; any other ActionError means
   * unclear. `inDoubt`: the write may have succeeded. If false, this call has written nothing.
   */
  readonly readBack: (inDoubt: boolean) => Promise<T | undefined>;
  /** Statuses that may mean "already exists" and lead to a read-back. Default: 409 and 422. */
  readonly exists?: readonly number[] | undefined;
  /**
   * Why a rejection is only temporary, such as a server that does not see a new object yet; undefined if it is final.
   * A temporarily rejected write has written nothing; it is tried again, and is undecided if all attempts end that way.
   */
  readonly notYet?: ((reply: Reply) => string | undefined) | undefined;
  /** Minimum milliseconds between an unclear reply and the read-back, for the server to finish. Default: 1 s. */
  readonly settle?: number | undefined;
}

export interface WriteResult<T> {
  readonly value: T;
  /** "adopted": the object was found by its key; an earlier attempt, an earlier run or someone else created it. */
  readonly outcome: "written" | "adopted";
  /** Number of requests that were sent. */
  readonly attempts: number;
}

/** A complete reply. Its body is parsed only on request, and then strictly. */
export interface Reply {
  readonly status: number;
  /** Names in lower case; repeated headers are joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The URL that answered, without its query. */
  readonly url: string;
  /** The other origin that the reply came from, after an anonymous redirect. */
  readonly redirectedTo?: string | undefined;
  readonly bytes: Buffer;
  /** The body as text. Throws HttpError if it is not UTF-8. */
  text(): string;
  /**
   * The body as strict JSON: a JSON content type, no byte order mark, no duplicate keys. Whole numbers beyond 2^53 are
   * returned as strings of digits; objects inherit nothing. With a schema, the value must also match it. Throws
   * HttpError that names what is wrong, or the fields that do not match.
   */
  json(): unknown;
  json<T>(schema: Schema<T>): T;
}

/** The part of a zod schema that is used here. */
export interface Schema<T> {
  safeParse(value: unknown):
    | { success: true; data: T }
    | {
        success: false;
        error: { issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
      };
}

/** One API below a base URL. Paths of requests are relative to the base. */
export interface Api {
  /** The base without a trailing slash. */
  readonly base: string;
  readonly origin: string;
  /** Reads, with retries. Throws HttpError if no attempt got an expected reply. */
  read(request: ReadRequest): Promise<Reply>;
  /**
   * The pages of a list, by `Link: rel="next"` (RFC 8288) or GitLab's x-next-page, on the same origin. Throws
   * HttpError.
   */
  pages(request: PagesRequest): AsyncGenerator<Reply, void, undefined>;
  /**
   * Streams a reply line by line, in one attempt, until the server ends it or `signal` is aborted. `deadline` applies
   * to its headers, `maxBytes` to one line. Throws HttpError if the status is not 200, a line is too long or the
   * connection breaks.
   */
  lines(request: LinesRequest): AsyncGenerator<string, void, undefined>;
  /**
   * Writes once. After an unclear reply, the object is read back and then adopted, written again, or reported as
   * `unknown`; a write is never repeated blindly. Throws HttpError or ActionError.
   */
  write<T>(request: WriteRequest<T>): Promise<WriteResult<T>>;
  /** One attempt; returns any status and follows no redirect. Throws HttpError if there is no complete reply. */
  sendOnce(request: SendRequest): Promise<Reply>;
}

/** The phase in which an attempt ended. */
export type Phase = "dns" | "connect" | "proxy" | "tls" | "send" | "headers" | "body" | "reply";

/** What the server may have received: nothing, possibly all of the request, or all of it, since it answered. */
export type RequestState = "nothing sent" | "maybe sent" | "answered";
