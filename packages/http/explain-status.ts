import { beginningOf, jsonText, shorten } from "@release-actions/text";
import type { RawReply } from "./exchange.ts";
import { parseJson } from "./json.ts";

const MAX_EXCERPT = 300;

const NAMES: Readonly<Record<number, string>> = {
  400: "Bad Request",
  401: "Unauthorized",
  403: "Forbidden",
  404: "Not Found",
  405: "Method Not Allowed",
  407: "Proxy Authentication Required",
  408: "Request Timeout",
  409: "Conflict",
  410: "Gone",
  413: "Content Too Large",
  415: "Unsupported Media Type",
  422: "Unprocessable Content",
  429: "Too Many Requests",
  500: "Internal Server Error",
  502: "Bad Gateway",
  503: "Service Unavailable",
  504: "Gateway Timeout",
};

/** "404 Not Found". */
export function statusName(status: number): string {
  const name = NAMES[status];
  return name === undefined ? String(status) : `${status} ${name}`;
}

/** What a person can do about a status. `permission` is what the caller says is needed, in words. */
export function statusRemedy(reply: RawReply, permission: string | undefined): string | undefined {
  const needed = permission ?? acceptedPermissions(reply);
  const needs = needed === undefined ? "" : ` It needs ${needed}.`;
  switch (reply.status) {
    case 401:
      return `The token is missing, wrong or expired: renew it and check that it belongs to this server.${needs}`;
    case 403:
      return `The token may not do this.${needs === "" ? " Give it the permission that this request needs." : needs}`;
    case 404:
      return `Check the name and the address; servers also answer 404 for what the token may not see.${needs}`;
    case 405:
      return "Check the address: a moved or archived project answers so, and so does a wrong path.";
    case 407:
      return "Put the proxy's user and password into the proxy setting, or correct them.";
    case 410:
      return "It was removed for good, or this part of the API was switched off.";
    case 413:
      return "The server does not accept bodies of this size.";
    case 429:
      return "Try again later, or with a token, which usually has a higher limit.";
    default:
      return reply.status >= 500 ? "The service itself has a problem: try again later." : undefined;
  }
}

/** How much of a response is searched for secrets before it is quoted. */
const LOOKED_AT = 1024 * 1024;

/**
 * A short piece of what the server said, decoded and without secrets, as one line. It is foreign text: the host renders
 * it inert.
 */
export function excerpt({ bytes, headers }: RawReply): string {
  const text = beginningOf(bytes, LOOKED_AT, headers["content-type"]);
  const html = /^\s*<(?:!doctype|html|head)/i.test(text);
  const line = (html ? titleOf(text) : messageOf(text)).replace(/\s+/g, " ").trim();
  return shorten(line, MAX_EXCERPT);
}

/** GitHub names what a fine-grained token lacks. */
function acceptedPermissions(reply: RawReply): string | undefined {
  const value = reply.headers["x-accepted-github-permissions"];
  return value === undefined || value === "" ? undefined : `the permission ${shorten(value, 200)}`;
}

/** JSON decoded, not as it was escaped. Kubernetes wraps its message in a Status; its other fields are for programs. */
function messageOf(text: string): string {
  if (!/^\s*[{[]/.test(text)) return text;
  try {
    const value = parseJson(text) as { kind?: unknown; message?: unknown };
    const { kind, message } = value;
    return kind === "Status" && typeof message === "string" && message !== "" ? message : jsonText(value);
  } catch {
    return text;
  }
}

function titleOf(html: string): string {
  const lower = html.toLowerCase();
  const start = lower.indexOf("<title>");
  const end = lower.indexOf("</title>", start);
  return start < 0 || end < 0 ? "a page of HTML" : `a page of HTML titled ${html.slice(start + 7, end)}`;
}
