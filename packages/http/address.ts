import { invalid } from "@release-actions/action";
import { shorten, quote } from "@release-actions/text";
import { addressKind, addressOf, isLoopbackHost, wrapsIPv4 } from "./ip.ts";
import type { Query } from "./types.ts";

const MAX_ADDRESS = 8192;

/**
 * Reads the address of an API. It must be written as it is understood: an address that changes when a URL parser
 * reads it (full-width letters, hexadecimal or decimal IP addresses, `..`, backslashes) hides its host and is refused.
 */
export function parseBase(text: string, allowHttp: boolean): URL {
  const url = parseAddress(text);
  if (url.username !== "" || url.password !== "" || authority(text).includes("@")) {
    throw invalid("An address must not contain a user name or a password.", {
      remedy: `Write it as ${url.protocol}//${url.host} and give the secret as the token or credential.`,
    });
  }
  const given = shown(text);
  if (url.search !== "" || url.hash !== "" || /[?#]/.test(text)) {
    throw invalid(`The address ${given} must end with its path: no "?" and no "#".`);
  }
  checkHost(url, text);
  const path = url.pathname.replace(/\/$/, "");
  if (text.replace(/^[^:]*:\/\/[^/]*/, "").replace(/\/$/, "") !== path || path.includes("//") || /%2e/i.test(path)) {
    throw invalid(`The address ${given} has a path that is read as ${path === "" ? "/" : path}.`, {
      remedy: 'Write the path plainly, without ".", "..", empty segments or characters that need encoding.',
    });
  }
  checkScheme(url, allowHttp);
  return url;
}

/** The origin of an endpoint that an action declares. */
export function parseEndpoint(text: string): string {
  const url = parseAddress(text);
  checkHost(url, text);
  return url.origin;
}

/** Plain http is for this machine, or for whom it was allowed: a token sent over it is everyone's. */
export function checkScheme(url: URL, allowHttp: boolean): void {
  if (url.protocol === "https:") return;
  if (url.protocol === "http:" && (allowHttp || isLoopbackHost(url.hostname))) return;
  throw invalid(`${url.protocol}//${url.host} is not encrypted: only https is allowed.`, {
    remedy: "Use the https address, or set allow-http: true where the network itself is trusted.",
  });
}

/** Where a request goes. The result is proved to lie below `base`, whatever the segments hold. */
export function buildUrl(base: URL, path: readonly string[], query: Query | undefined): URL {
  const root = base.pathname.replace(/\/$/, "");
  const encoded = path.map((segment, index) => encodeSegment(segment, index === path.length - 1));
  const pathname = encoded.length === 0 ? base.pathname : `${root}/${encoded.join("/")}`;
  const search = encodeQuery(query);
  const url = new URL(`${base.origin}${pathname}${search === "" ? "" : `?${search}`}`);
  if (url.origin !== base.origin || url.pathname !== pathname || url.href.length > MAX_ADDRESS) {
    const given = shorten(JSON.stringify(path), 200);
    throw invalid(`The address below ${base.origin} cannot be built safely from ${given}.`, {
      remedy: `It must be below the API's address and have at most ${MAX_ADDRESS} characters.`,
    });
  }
  return url;
}

/** An address as it is, without its fragment. It is proved to be on the base's origin. */
export function exactUrl(base: URL, address: string): URL {
  const url = URL.canParse(address) ? new URL(address) : undefined;
  if (
    url === undefined ||
    url.origin !== base.origin ||
    url.username !== "" ||
    url.password !== "" ||
    url.href.length > MAX_ADDRESS
  ) {
    throw invalid(`${shown(address)} is not an address on ${base.origin}.`);
  }
  url.hash = "";
  return url;
}

/** name=value pairs in the form of a query or a form body. Values that are undefined are left out. */
export function encodeQuery(query: Query | undefined): string {
  const pairs: string[] = [];
  for (const [name, value] of Object.entries(query ?? {})) {
    if (value === undefined) continue;
    for (const one of Array.isArray(value) ? (value as readonly string[]) : [value]) {
      pairs.push(`${encodeText(name)}=${encodeText(String(one))}`);
    }
  }
  return pairs.join("&");
}

function encodeSegment(segment: string, last: boolean): string {
  if (segment === "" && last) return "";
  if (segment === "" || segment === "." || segment === "..") {
    throw invalid(`${JSON.stringify(segment)} cannot be part of a URL.`, {
      remedy: 'Give a name without empty, "." or ".." segments between its slashes.',
    });
  }
  // Both are allowed in a segment (RFC 3986, pchar) and some servers compare digests before decoding.
  return encodeText(segment).replaceAll("%3A", ":").replaceAll("%40", "@");
}

function encodeText(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    throw invalid("A part of an address contains half a character (a lone surrogate), which a URL cannot contain.");
  }
}

function parseAddress(text: string): URL {
  const plausible = text.length <= MAX_ADDRESS && /^https?:\/\/[^/]/i.test(text) && !/[\s\\\p{Cc}]/u.test(text);
  if (plausible && URL.canParse(text)) return new URL(text);
  throw invalid(`${shown(text)} is not an https address.`, { remedy: "Write it like https://api.github.com." });
}

function checkHost(url: URL, text: string): void {
  const written = authority(text).toLowerCase();
  const port = url.protocol === "https:" ? ":443" : ":80";
  if (written !== url.host && written !== url.host + port) {
    throw invalid(`${shown(text)} hides its host: it is read as ${url.host}.`, {
      remedy: `If that is the host you mean, write ${url.protocol}//${url.host}.`,
    });
  }
  if (url.hostname.endsWith(".")) throw invalid(`The host ${url.hostname} must not end with a dot.`);
  const address = addressOf(url.hostname);
  if (wrapsIPv4(url.hostname)) throw invalid(`Write the host ${url.hostname} as the IPv4 address ${address}.`);
  if (address !== undefined && addressKind(address) === "refused") {
    throw invalid(`${address} is not the address of a service (link-local, multicast or unspecified).`);
  }
}

function authority(text: string): string {
  return /^[^:]*:\/\/([^/?#]*)/.exec(text)?.[1] ?? "";
}

/** An address for a message: what could be a secret in it (user, password, query) is left out. */
function shown(text: string): string {
  return quote(text.replace(/\/\/[^/]*@/, "//***@").replace(/[?#].*$/s, ""), 200);
}
