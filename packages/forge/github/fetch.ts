import { invalid } from "@release-actions/action";
import type { Api, Reply } from "@release-actions/http";

/** What Octokit reads of a Response. A real one would load the HTTP stack that Node has built in. */
interface FetchResponse {
  readonly status: number;
  readonly url: string;
  readonly headers: ReadonlyMap<string, string>;
  readonly body: null;
  text(): Promise<string>;
  arrayBuffer(): Promise<ArrayBuffer>;
}

/** One read of Octokit, made by packages/http. */
export interface Exchange {
  /** For Octokit's `request.fetch`. */
  readonly fetch: (url: string, options?: { readonly method?: string }) => Promise<FetchResponse>;
  /** The reply, once Octokit is done. Throws what packages/http threw, whatever Octokit has made of it. */
  replyAfter(octokit: Promise<unknown>): Promise<Reply>;
}

/**
 * Octokit's headers are not sent: the API has its own, and the credential. Its errors are not used either: a status that
 * was not expected, a reply of 2xx that is not strict JSON, a redirect to another origin and an abort end in
 * packages/http, with their own words.
 */
export function openExchange(api: Api, expect: readonly number[] = [200]): Exchange {
  let reply: Promise<Reply> | undefined;

  async function fetch(url: string, { method = "GET" }: { readonly method?: string } = {}): Promise<FetchResponse> {
    if (method !== "GET") throw new TypeError(`${method} is not a read`);
    assertBelow(api.base, url);
    reply = api.read({ path: [], address: url, expect });
    const { status, url: answered, bytes } = await reply;
    return {
      status,
      url: answered,
      // Octokit needs none of them, and prints the text of those about a deprecation.
      headers: new Map(),
      body: null,
      text: async () => bytes.toString("utf8"),
      arrayBuffer: async () => new Uint8Array(bytes).buffer,
    };
  }

  async function replyAfter(octokit: Promise<unknown>): Promise<Reply> {
    try {
      await octokit;
    } catch (error) {
      if (reply === undefined) throw causeOf(error);
    }
    if (reply === undefined) throw new TypeError("Octokit has sent no request");
    return reply;
  }

  return { fetch, replyAfter };
}

/** The address must mean what it says, and be below the API's. */
function assertBelow(base: string, address: string): void {
  const written = address.split(/[?#]/)[0] ?? "";
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (url !== undefined && written.startsWith(`${base}/`) && url.origin + url.pathname === written) return;
  throw invalid(`The address below ${base} cannot be built safely.`);
}

/** Octokit wraps what `fetch` throws. */
function causeOf(error: unknown): unknown {
  return error instanceof Error && error.cause instanceof Error ? error.cause : error;
}
