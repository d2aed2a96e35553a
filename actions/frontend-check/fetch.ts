import { HttpError, inParallel, type Api, type Reply } from "@release-actions/http";
import { readPage, UnreadablePage, type Resource, type WebPage } from "@release-actions/browser/page";

/** An answer, or why there is none. Nobody's credentials are sent. */
export type Answer =
  | { readonly kind: "reply"; readonly reply: Reply; readonly text: string }
  /** It answered, and will go on answering so. */
  | { readonly kind: "status"; readonly status: number; readonly failure: HttpError }
  | { readonly kind: "none"; readonly failure: HttpError };

/** `left-out`: not asked for, since what came before was too much. */
export type AssetAnswer = Answer | { readonly kind: "left-out" };

export interface FetchedPage {
  /** What was asked for first, and where each redirect led. */
  readonly way: readonly string[];
  readonly answer: Answer;
  /** It leads to another origin, which is not followed. */
  readonly leaves: string | undefined;
  readonly page: WebPage | undefined;
  /** Why it is no page that can be read. */
  readonly unreadable: string | undefined;
}

export interface FetchedResource {
  readonly resource: Resource;
  /** Undefined: from another origin, so not fetched. */
  readonly answer: AssetAnswer | undefined;
}

const REDIRECTS = [301, 302, 303, 307, 308];
/** Whatever a server says once and for all; what may pass is tried again and then comes as a failure with its status. */
const TAKEN = [200, ...REDIRECTS, 203, 204, 206, 304, 400, 401, 403, 404, 405, 406, 410, 414, 421, 426, 451];
const MOST_REDIRECTS = 5;
const PAGE_BYTES = 5 * 1024 * 1024;
const ASSET_BYTES = 32 * 1024 * 1024;
/** All assets of all pages, which stay in memory until they are judged; those that come at once may be beyond it. */
const ALL_ASSET_BYTES = 128 * 1024 * 1024;
const AT_ONCE = 4;

/** Fetches a page as someone who is not signed in, redirects within the origin included. Throws only for a signal or a defect. */
export async function fetchPage(api: Api, url: string): Promise<FetchedPage> {
  const way = [url];
  for (;;) {
    const here = way.at(-1)!;
    const answer = await ask(api, here, "text/html,application/xhtml+xml,*/*;q=0.8", PAGE_BYTES);
    const target = targetOf(answer, here);
    const leaves = target !== undefined && target.origin !== api.origin ? target.href : undefined;
    if (target === undefined || leaves !== undefined || way.length > MOST_REDIRECTS)
      return { way, answer, leaves, ...(await read(answer, here)) };
    way.push(target.href);
  }
}

function targetOf(answer: Answer, here: string): URL | undefined {
  if (answer.kind !== "reply" || !REDIRECTS.includes(answer.reply.status)) return undefined;
  const location = answer.reply.headers["location"] ?? "";
  return location !== "" && URL.canParse(location, here) ? new URL(location, here) : undefined;
}

async function read(answer: Answer, address: string): Promise<Pick<FetchedPage, "page" | "unreadable">> {
  if (answer.kind !== "reply" || answer.reply.status !== 200) return { page: undefined, unreadable: undefined };
  try {
    return { page: await readPage(answer.text, address), unreadable: undefined };
  } catch (error) {
    if (!(error instanceof UnreadablePage)) throw error;
    return { page: undefined, unreadable: error.message };
  }
}

/** Answers by their addresses, and the bytes that may still come. */
export interface Kept {
  readonly answers: Map<string, Promise<AssetAnswer>>;
  left: number;
}

export function nothingKept(): Kept {
  return { answers: new Map(), left: ALL_ASSET_BYTES };
}

/** Fetches what a page names on its own origin; each address once for all pages, which share `kept`. */
export async function fetchResources(api: Api, page: WebPage, kept: Kept): Promise<readonly FetchedResource[]> {
  return await inParallel(AT_ONCE, page.resources, async (resource) => {
    if (new URL(resource.url).origin !== api.origin) return { resource, answer: undefined };
    let answer = kept.answers.get(resource.url);
    if (answer === undefined) kept.answers.set(resource.url, (answer = askFollowing(api, resource.url, kept)));
    return { resource, answer: await answer };
  });
}

async function askFollowing(api: Api, url: string, kept: Kept): Promise<AssetAnswer> {
  for (let turn = 0, here = url; ; turn += 1) {
    if (kept.left <= 0) return { kind: "left-out" };
    const answer = await ask(api, here, "*/*", ASSET_BYTES);
    if (answer.kind === "reply") kept.left -= answer.reply.bytes.length;
    const target = targetOf(answer, here);
    if (target === undefined || target.origin !== api.origin || turn >= MOST_REDIRECTS) return answer;
    here = target.href;
  }
}

async function ask(api: Api, address: string, accept: string, maxBytes: number): Promise<Answer> {
  try {
    const reply = await api.read({ path: [], address, headers: { accept }, as: "bytes", expect: TAKEN, maxBytes });
    // What is not UTF-8 has a replacement character in it, and is judged as a browser would judge it.
    return { kind: "reply", reply, text: new TextDecoder("utf-8").decode(reply.bytes) };
  } catch (failure) {
    if (!(failure instanceof HttpError)) throw failure;
    const { status } = failure;
    return status !== undefined && status >= 400 && status !== 429 && failure.phase === "reply"
      ? { kind: "status", status, failure }
      : { kind: "none", failure };
  }
}
