import type { Clock, Io, NetworkSettings, TokenKind } from "@release-actions/action";
import type { LookupFunction } from "node:net";

export interface HttpOptions {
  readonly io: Io;
  /** Ends everything at once: requests in flight are cut, waits end. */
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly network: NetworkSettings;
  /** The only origins that may be connected to, as origins or as any address on them. */
  readonly endpoints: readonly string[];
  /** Takes plain http for any host. Loopback addresses are taken without it. */
  readonly allowHttp?: boolean | undefined;
  /** Connections per origin. 4 where not given. */
  readonly connections?: number | undefined;
  /** Milliseconds that one call may spend waiting between its attempts. 2 minutes where not given. */
  readonly patience?: number | undefined;
  /** 0 <= x < 1, for the jitter. */
  readonly random?: (() => number) | undefined;
  /** Certificate authorities as PEM text, trusted instead of the system's and the configured ones. */
  readonly authorities?: string | undefined;
  /** Looks up names instead of the system. What it finds is checked like the system's answers. */
  readonly lookup?: LookupFunction | undefined;
}

export interface Http {
  /**
   * An API below `base`, such as `https://api.github.com` or `https://gitlab.example/api/v4`. Its credential goes to
   * the base's origin only. Throws `invalid` when the base is not an address or not one of the declared endpoints.
   */
  api(base: string, options?: ApiOptions): Api;
  /** The kind of a token: by its prefix, or because the host knows it as its forge's own. */
  kindOf(token: string): TokenKind;
  /** Ends what is still waiting, and closes the kept connections, so that the process can end. */
  close(): void;
}

export interface ApiOptions {
  readonly credential?: Credential | undefined;
  /** Sent with every request of this API, to its own origin only. */
  readonly headers?: Readonly<Record<string, string>> | undefined;
  /** Milliseconds for one attempt, from the connection to the last byte of the reply. 30 s where not given. */
  readonly deadline?: number | undefined;
  /** Bytes of one reply after decoding. 10 MiB where not given. */
  readonly maxBytes?: number | undefined;
  /** How often a request is tried at most. 4 where not given. */
  readonly attempts?: number | undefined;
  /** Milliseconds that one call may spend waiting between its attempts. */
  readonly patience?: number | undefined;
  /** What a 401 or 403 most often wants here, such as "a token with contents: write". */
  readonly permission?: string | undefined;
  /** The path of the base is itself a secret, as with webhooks: it is masked like a credential. */
  readonly secretPath?: boolean | undefined;
  /**
   * The API whose reply named this base, which the caller has checked to belong to the same service. The base need not
   * be a declared endpoint then, and may receive every secret that the other API's origin may.
   */
  readonly namedBy?: Pick<Api, "origin"> | undefined;
  /** Waited for before every attempt, retries included: keeps below a limit that the service is known to have. */
  readonly pace?: Pace | undefined;
}

/** Resolves when the next request may leave. Rejects when the signal is aborted. */
export type Pace = (signal: AbortSignal) => Promise<void>;

/** A header with a secret in it, or a user and a password for basic authentication. */
export type Credential =
  { readonly header: string; readonly value: string } | { readonly user: string; readonly password: string };

export type Query = Readonly<Record<string, string | number | boolean | readonly string[] | undefined>>;

interface RequestBase {
  /** Segments below the API's base, each encoded whole: "a/b" becomes a%2Fb. A last "" gives a trailing slash. */
  readonly path: readonly string[];
  readonly query?: Query | undefined;
  /** Instead of path and query: an address on the base's origin, sent as it is, as browsers do. For what a page names. */
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
  /** GET where not given. POST only for queries that change nothing, since reads are repeated. */
  readonly method?: "GET" | "HEAD" | "POST" | undefined;
  /** Statuses that are returned; any other is a failure. 200 where not given. */
  readonly expect?: readonly number[] | undefined;
  /**
   * "json" where not given: an answer of 2xx that is not whole, strict JSON counts as a failed attempt, whatever its
   * status says. "bytes" takes any body.
   */
  readonly as?: "json" | "bytes" | undefined;
  /**
   * Redirects within the origin are followed, 5 at most. To another origin they are refused, or followed with
   * "anonymous": https only, without credential and without any header of the caller.
   */
  readonly redirects?: "same-origin" | "anonymous" | undefined;
}

export interface PagesRequest extends ReadRequest {
  /** More pages than this end the walk as undecided. 100 where not given. */
  readonly maxPages?: number | undefined;
}

export interface LinesRequest extends Omit<RequestBase, "json" | "form" | "attempts" | "patience"> {
  /** Ends the reading quietly when it is aborted. */
  readonly signal?: AbortSignal | undefined;
}

/** A body that can be opened again for every attempt and is never held in memory whole. */
export interface BodySource {
  /** Exact, in bytes. A source that yields more or less fails the request. */
  readonly length: number;
  readonly type: string;
  /** Opens the body from its start. A chunk may be overwritten by the source once the next one is requested. */
  open(): AsyncIterable<Uint8Array>;
}

export interface SendRequest extends RequestBase {
  readonly method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE";
  readonly body?: BodySource | undefined;
  /** Called as the body leaves, with the bytes of this attempt so far. */
  readonly progress?: ((sent: number, total: number) => void) | undefined;
}

export interface WriteRequest<T> extends SendRequest {
  readonly method: "POST" | "PUT" | "PATCH" | "DELETE";
  /** Statuses that mean "done". Every 2xx where not given. */
  readonly expect?: readonly number[] | undefined;
  /** The object in people's words, for messages: "the draft release of v1.2.3". */
  readonly what: string;
  /**
   * Reads the value from the reply. What it throws leads to a read-back, since the server said that it is done; only a
   * ActionError that it creates itself, not one from the reply's readers, is passed on.
   */
  readonly accept: (reply: Reply) => T | Promise<T>;
  /**
   * Looks the object up by its deterministic key: the object as requested, or undefined when it surely does not exist,
   * upon which it is written again. Where a service shows new objects late, this polls for as long as it documents.
   * Throws an ActionError "refused" or "invalid" when something else is under the key; any other ActionError means unclear.
   * `inDoubt`: an answer came, or none, that may hide a success. Where it is false nothing was written by this call.
   */
  readonly readBack: (inDoubt: boolean) => Promise<T | undefined>;
  /** Statuses that may mean "exists already", which leads to a read-back. 409 and 422 where not given. */
  readonly exists?: readonly number[] | undefined;
  /**
   * Why a refusal is only for now, such as a server that does not see an object yet that was just made; undefined if it
   * is final. Then the write is tried again, and undecided in the end. Nothing was written.
   */
  readonly notYet?: ((reply: Reply) => string | undefined) | undefined;
  /** Least milliseconds between an unclear answer and its read-back, for the server to finish. 1 s where not given. */
  readonly settle?: number | undefined;
}

export interface WriteResult<T> {
  readonly value: T;
  /** "adopted": the object was found by its key, made by an earlier attempt, an earlier run or someone else. */
  readonly outcome: "written" | "adopted";
  readonly attempts: number;
}

export interface Reply {
  readonly status: number;
  /** Names in lower case; repeated headers joined with ", ". */
  readonly headers: Readonly<Record<string, string>>;
  /** The address that answered, without its query. */
  readonly url: string;
  /** Set when the reply came from another origin, by an anonymous redirect. */
  readonly redirectedTo?: string | undefined;
  readonly bytes: Buffer;
  /** The body as UTF-8. Throws HttpError where it is not. */
  text(): string;
  /**
   * The body as JSON, strictly: a JSON content type, no byte order mark, no duplicate keys. Whole numbers beyond 2^53
   * arrive as strings of their digits; objects inherit nothing. Throws HttpError, naming what is wrong.
   */
  json(): unknown;
  json<T>(schema: Schema<T>): T;
}

/** What we use of a zod schema. */
export interface Schema<T> {
  safeParse(value: unknown):
    | { success: true; data: T }
    | {
        success: false;
        error: { issues: readonly { readonly path: readonly PropertyKey[]; readonly message: string }[] };
      };
}

export interface Api {
  /** The base without a trailing slash. */
  readonly base: string;
  readonly origin: string;
  /** Reads with retries. Throws HttpError. */
  read(request: ReadRequest): Promise<Reply>;
  /** Walks `Link: rel="next"`, or GitLab's x-next-page, on the same origin. */
  pages(request: PagesRequest): AsyncGenerator<Reply, void, undefined>;
  /**
   * Reads a reply that continues for as long as the server has something to say, line by line, one attempt. `deadline` is
   * for its beginning, `maxBytes` for one line. Ends when the server ends the reply or `signal` is aborted. Throws
   * HttpError when the status is not 200, a line is too long or the reply breaks off.
   */
  lines(request: LinesRequest): AsyncGenerator<string, void, undefined>;
  /**
   * Writes once. After an unclear answer the object is read back, then adopted, written again or reported as
   * `unknown`; a write is never repeated blindly. Throws HttpError or ActionError.
   */
  write<T>(request: WriteRequest<T>): Promise<WriteResult<T>>;
  /** One attempt, any status returned, no redirect followed. Throws HttpError when no whole reply came. */
  sendOnce(request: SendRequest): Promise<Reply>;
}

/** Where an attempt ended. */
export type Phase = "dns" | "connect" | "proxy" | "tls" | "send" | "headers" | "body" | "reply";

/** What the server can have seen: nothing of the request, perhaps all of it, or all of it since it answered. */
export type RequestState = "nothing sent" | "maybe sent" | "answered";
