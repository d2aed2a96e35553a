import { isAbsolute } from "node:path";
import { pathToFileURL } from "node:url";

import { invalid } from "@release-actions/action";
import { quote, shorten } from "@release-actions/text";

import type { Remote } from "./types.ts";

export interface RemoteAddress {
  readonly url: string;
  readonly protocol: "https" | "http" | "file";
  /** Scheme, host and port: what a credential is bound to. */
  readonly origin: string;
}

/** Whether a text starts with a scheme, of any kind, and so is a URL rather than a path. */
export function isUrl(text: string): boolean {
  return /^[a-z][a-z0-9+.-]*:/i.test(text);
}

/**
 * Parses a remote's URL once; git gets the parsed form. Throws `invalid` if it is not https, or has a user or a query.
 */
export function remoteAddress(remote: Remote): RemoteAddress {
  const text = remote.url;
  if (remote.allowFile === true && isAbsolute(text)) return fileAddress(pathToFileURL(text));
  const url = URL.canParse(text) && text.length <= 2048 ? new URL(text) : undefined;
  if (url?.protocol === "file:" && url.host === "" && remote.allowFile === true) return fileAddress(url);
  const fault = addressFault(url);
  if (url !== undefined && fault === undefined) {
    return { url: url.href, protocol: url.protocol === "https:" ? "https" : "http", origin: url.origin };
  }
  throw invalid(`the remote address ${shown(url, text)} cannot be used: ${fault}`, {
    remedy: "Give it as https://host/path, without a user or a token in it; the token has its own input.",
  });
}

export function isLoopback(url: URL): boolean {
  return url.hostname === "localhost" || url.hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(url.hostname);
}

function addressFault(url: URL | undefined): string | undefined {
  if (url === undefined) return "it is not a URL";
  if (url.protocol === "http:" && !isLoopback(url)) return "plain http is allowed for loopback addresses only";
  if (url.protocol !== "https:" && url.protocol !== "http:") return `${url.protocol} is not https`;
  if (url.username !== "" || url.password !== "") return "it carries a user name or a password";
  if (url.search !== "" || url.hash !== "") return "it carries a query or a fragment";
  if (url.pathname === "/") return "it names no repository";
  return undefined;
}

function fileAddress(url: URL): RemoteAddress {
  return { url: url.href, protocol: "file", origin: "file://" };
}

/** Never with the user part: it is where people put tokens. */
function shown(url: URL | undefined, text: string): string {
  if (url !== undefined && url.host !== "") return `${url.protocol}//${url.host}${shorten(url.pathname, 80)}`;
  return text.includes("@") ? "(not shown, as it may hold a token)" : quote(text);
}
