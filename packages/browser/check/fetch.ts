import { HttpError, inParallel, type Api, type Reply } from "@release-actions/http";
import { readPage, UnreadablePage, type Resource, type WebPage } from "../page/index.ts";

/** An answer, or why there is none. No credentials are sent. */
export type FetchAnswer =
  | { readonly kind: "reply"; readonly reply: Reply; readonly text: string }
  /** The server answered, and would answer the same again. */
  | { readonly kind: "status"; readonly status: number; readonly failure: HttpError }
  | { readonly kind: "none"; readonly failure: HttpError };

/** `left-out`: not fetched, because the files before it were too large together. */
export type AssetAnswer = FetchAnswer | { readonly kind: "left-out" };

export interface FetchedPage {
  /** The first address, and where each redirect led. */
  readonly addresses: readonly string[];
  readonly answer: FetchAnswer;
  /** The other origin that it redirects to; not followed. */
  readonly leavesTo: string | undefined;
  readonly page: WebPage | undefined;
  /** Why it cannot be read as a page. */
  readonly unreadable: string | undefined;
}

export interface FetchedResource {
  readonly resource: Resource;
  /** Undefined: on another origin, so not fetched. */
  readonly answer: AssetAnswer | undefined;
}

const REDIRECTS = [301, 302, 303, 307, 308];
/** Statuses that repeating does not change; for others the client repeats the request and then fails. */
const FINAL = [200, ...REDIRECTS, 203, 204, 206, 304, 400, 401, 403, 404, 405, 406, 410, 414, 421, 426, 451];
const MAX_REDIRECTS = 5;
const MAX_PAGE_BYTES = 5 * 1024 * 1024;
const MAX_ASSET_BYTES = 32 * 1024 * 1024;
/** All assets of all pages, which stay in memory until they are judged; parallel ones may exceed it. */
const MAX_TOTAL_BYTES = 128 * 1024 * 1024;
const PARALLEL = 4;

/** Fetches a page as an anonymous user, redirects within the origin included. Throws only for a signal or a defect. */
export async function fetchPage(api: Api, url: string): Promise<FetchedPage> {
  const addresses = [url];
  for (;;) {
    const address = addresses.at(-1)!;
    const answer = await get(api, address, "text/html,application/xhtml+xml,*/*;q=0.8", MAX_PAGE_BYTES);
    const target = redirectTarget(answer, address);
    const leavesTo = target !== undefined && target.origin !== api.origin ? target.href : undefined;
    if (target === undefined || leavesTo !== undefined || addresses.length > MAX_REDIRECTS)
      return { addresses, answer, leavesTo, ...(await readAnswer(answer, address)) };
    addresses.push(target.href);
  }
}

function redirectTarget(answer: FetchAnswer, address: string): URL | undefined {
  if (answer.kind !== "reply" || !REDIRECTS.includes(answer.reply.status)) return undefined;
  const location = answer.reply.headers["location"] ?? "";
  return location !== "" && URL.canParse(location, address) ? new URL(location, address) : undefined;
}

async function readAnswer(answer: FetchAnswer, address: string): Promise<Pick<FetchedPage, "page" | "unreadable">> {
  if (answer.kind !== "reply" || answer.reply.status !== 200) return { page: undefined, unreadable: undefined };
  try {
    return { page: await readPage(answer.text, address), unreadable: undefined };
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    return { page: undefined, unreadable: error.message };
  }
}

/** Answers by their addresses, and the bytes that may still be fetched. */
export interface AssetCache {
  readonly answers: Map<string, Promise<AssetAnswer>>;
  bytesLeft: number;
}

export function newAssetCache(): AssetCache {
  return { answers: new Map(), bytesLeft: MAX_TOTAL_BYTES };
}

/** Fetches what a page names on its own origin, each address once for all pages that share `cache`. */
export async function fetchResources(api: Api, page: WebPage, cache: AssetCache): Promise<readonly FetchedResource[]> {
  return await inParallel(PARALLEL, page.resources, async (resource) => {
    if (new URL(resource.url).origin !== api.origin) return { resource, answer: undefined };
    let answer = cache.answers.get(resource.url);
    if (answer === undefined) cache.answers.set(resource.url, (answer = fetchAsset(api, resource.url, cache)));
    return { resource, answer: await answer };
  });
}

async function fetchAsset(api: Api, url: string, cache: AssetCache): Promise<AssetAnswer> {
  for (let redirects = 0, address = url; ; redirects += 1) {
    if (cache.bytesLeft <= 0) return { kind: "left-out" };
    const answer = await get(api, address, "*/*", MAX_ASSET_BYTES);
    if (answer.kind === "reply") cache.bytesLeft -= answer.reply.bytes.length;
    const target = redirectTarget(answer, address);
    if (target === undefined || target.origin !== api.origin || redirects >= MAX_REDIRECTS) return answer;
    address = target.href;
  }
}

async function get(api: Api, address: string, accept: string, maxBytes: number): Promise<FetchAnswer> {
  try {
    const reply = await api.read({ path: [], address, headers: { accept }, as: "bytes", expect: FINAL, maxBytes });
    // Text that is not UTF-8 gets replacement characters and is judged as a browser would judge it.
    return { kind: "reply", reply, text: new TextDecoder("utf-8").decode(reply.bytes) };
  } catch (failure) {
    if (!(failure instanceof HttpError)) throw failure;
    const { status, phase } = failure;
    const isFinal = status !== undefined && status >= 400 && status !== 429 && phase === "reply";
    return isFinal ? { kind: "status", status, failure } : { kind: "none", failure };
  }
}
