import { undecided } from "@release-actions/action";
import type { Reply } from "./types.ts";
import { failureOfContent } from "./session.ts";
import type { Prepared } from "./request.ts";
import type { Session } from "./session.ts";

/** Walks a list page by page. `readPage` reads one address. Throws HttpError, or undecided beyond `maxPages`. */
export async function* walkPages(
  session: Session,
  first: Prepared,
  maxPages: number,
  readPage: (request: Prepared) => Promise<Reply>,
): AsyncGenerator<Reply, void, undefined> {
  const seen = new Set([first.url.href]);
  let request = first;
  for (;;) {
    const reply = await readPage(request);
    yield reply;
    const next = nextPage(session, request, reply);
    if (next === undefined) return;
    if (seen.has(next.href)) {
      throw badLink(session, request, reply, "the link to the next page leads back to an earlier one");
    }
    if (seen.size >= maxPages) {
      throw undecided(`The list at ${request.url.host}${request.url.pathname} has more than ${maxPages} pages.`, {
        remedy: "Narrow the search, so that the whole list can be read.",
      });
    }
    seen.add(next.href);
    request = { ...request, url: next };
  }
}

/** The target of `rel="next"` in a Link header (RFC 8288), or undefined. Linear in the header's length. */
export function parseNextLink(header: string): string | undefined {
  for (let at = 0; ;) {
    const open = header.indexOf("<", at);
    const close = header.indexOf(">", open);
    if (open < 0 || close < 0) return undefined;
    const following = header.indexOf("<", close);
    const parameters = header.slice(close + 1, following < 0 ? undefined : following);
    const relation = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s;,"]+))/i.exec(parameters.slice(0, 500));
    const names = (relation?.[1] ?? relation?.[2] ?? "").toLowerCase().split(" ");
    if (names.includes("next")) return header.slice(open + 1, close);
    at = close + 1;
  }
}

function nextPage(session: Session, request: Prepared, reply: Reply): URL | undefined {
  // GitLab's own header needs no trust in an address, and is empty on the last page.
  const number = reply.headers["x-next-page"];
  if (number !== undefined) {
    if (number === "") return undefined;
    if (!/^\d{1,9}$/.test(number)) {
      throw badLink(session, request, reply, "the number of the next page is not a number");
    }
    const url = new URL(request.url);
    url.searchParams.set("page", number);
    return url;
  }
  const link = parseNextLink(reply.headers["link"] ?? "");
  if (link === undefined) return undefined;
  if (!URL.canParse(link, request.url.href)) {
    throw badLink(session, request, reply, "the link to the next page is not an address");
  }
  const url = new URL(link, request.url);
  url.hash = "";
  if (url.origin !== request.url.origin || url.username !== "" || url.password !== "") {
    throw badLink(session, request, reply, `the link to the next page leads to another host, ${url.host}`);
  }
  return url;
}

function badLink(session: Session, request: Prepared, reply: Reply, problem: string): Error {
  const raw = { status: reply.status, headers: reply.headers, bytes: reply.bytes, address: undefined, early: false };
  const remedy = "If a proxy is in front of the service, it must pass on the service's own address.";
  return failureOfContent(session, request, raw, { attempt: 1, attempts: 1 }, problem, remedy);
}
