import type { HttpOptions } from "@release-actions/http";
import { AsyncLocalStorage } from "node:async_hooks";
import type { RequestHandler } from "./auth.ts";

/** How the requests of one call are made: by packages/http, with its deadlines, retries, caps and origin rules. */
export interface HttpContext extends Omit<HttpOptions, "endpoints"> {
  /** Milliseconds for one attempt. Default: that of packages/http. */
  readonly deadline?: number | undefined;
  /** What a 401 or 403 most likely lacks, for the remedy. */
  readonly permission?: string | undefined;
  /** Checks the JSON of a reply before the toolkit sees it. What it throws ends the call. */
  readonly accept?: ((result: unknown) => void) | undefined;
}

/** What `getJson` resolves with. */
export interface TypedResponse<T> {
  readonly statusCode: number;
  readonly result: T | null;
  readonly headers: Readonly<Record<string, string>>;
}

/** The options of `@actions/http-client` that have a meaning here. */
export interface RequestOptions {
  /** Default: false, as in `@actions/http-client`. */
  readonly allowRetries?: boolean;
}

interface Current {
  readonly context: HttpContext;
  failure?: unknown;
}

const current = new AsyncLocalStorage<Current>();

/**
 * Runs a call of the toolkit whose requests are made as the context says. When a request fails, this rejects with its
 * own error (HttpError), which says what to do, instead of the text that the toolkit turns it into.
 */
export async function withHttp<T>(context: HttpContext, call: () => Promise<T>): Promise<T> {
  const state: Current = { context };
  try {
    return await current.run(state, call);
  } catch (error) {
    throw state.failure ?? error;
  }
}

/**
 * The part of `@actions/http-client` that the toolkit uses here: `getJson`, for `getIDToken` of @actions/core, and the
 * two questions for a proxy agent that @actions/github asks. Everything else is absent, so that its use is noticed.
 */
export class HttpClient {
  readonly #userAgent: string | undefined;
  readonly #handlers: readonly RequestHandler[];
  readonly #options: RequestOptions;

  constructor(userAgent?: string, handlers: readonly RequestHandler[] = [], options: RequestOptions = {}) {
    this.#userAgent = userAgent;
    this.#handlers = handlers;
    this.#options = options;
  }

  /**
   * Reads JSON. Authorization goes to the address's own origin only, redirects to others are refused, and any status
   * but 200 (a 404 as well) or a body that is not strict JSON rejects with HttpError.
   */
  async getJson<T>(
    address: string,
    additionalHeaders: Readonly<Record<string, string>> = {},
  ): Promise<TypedResponse<T>> {
    const state = current.getStore();
    if (state === undefined)
      throw new Error("This request was made outside withHttp, so there is no HTTP client for it.");
    try {
      return await this.#read<T>(state.context, address, additionalHeaders);
    } catch (error) {
      state.failure = error;
      throw error;
    }
  }

  /** The proxy is chosen per request by packages/http. */
  getAgent(): undefined {
    return undefined;
  }

  getAgentDispatcher(): undefined {
    return undefined;
  }

  async #read<T>(
    { deadline, permission, accept, ...options }: HttpContext,
    address: string,
    additionalHeaders: Readonly<Record<string, string>>,
  ): Promise<TypedResponse<T>> {
    // lazy: only a request needs it, and the toolkit imports this file at start-up.
    const { openHttp } = await import("@release-actions/http");
    const { origin } = new URL(address);
    const { authorization, ...headers } = this.#headers(additionalHeaders);
    const http = openHttp({ ...options, endpoints: [origin] });
    try {
      const api = http.api(origin, {
        headers,
        deadline,
        permission,
        credential: authorization === undefined ? undefined : { header: "authorization", value: authorization },
        attempts: this.#options.allowRetries === true ? undefined : 1,
      });
      const reply = await api.read({ path: [], address });
      const result = reply.json();
      accept?.(result);
      return { statusCode: reply.status, result: result as T, headers: reply.headers };
    } finally {
      http.close();
    }
  }

  /** With the handlers' credential, names in lower case. */
  #headers(additionalHeaders: Readonly<Record<string, string>>): Record<string, string> {
    const options: { headers: Record<string, string> } = { headers: { ...additionalHeaders } };
    for (const handler of this.#handlers) handler.prepareRequest(options);
    const headers = Object.entries(options.headers).map(([name, value]) => [name.toLowerCase(), value] as const);
    return { ...(this.#userAgent !== undefined && { "user-agent": this.#userAgent }), ...Object.fromEntries(headers) };
  }
}
