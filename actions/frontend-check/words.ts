import type { ScriptPlace } from "@release-actions/browser/chromium";
import { oneLine, shorten } from "@release-actions/text";

const LONGEST = 300;

/** An address for people: the page's own origin is left out, and so is every value of a query, which may be a secret. */
export function shownUrl(address: string, origin: string): string {
  if (!URL.canParse(address)) return shorten(oneLine(withoutValues(address)), LONGEST);
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return url.protocol;
  const path = `${url.pathname}${url.search === "" ? "" : "?…"}`;
  return shorten(oneLine(url.origin === origin ? path : url.origin + path), LONGEST);
}

/** What a page said, on one line, the values of addresses in it left out. */
export function said(text: string, longest = LONGEST): string {
  return shorten(oneLine(withoutValues(text)), longest);
}

function withoutValues(text: string): string {
  return text
    .replace(/(:\/\/)[^\s/@"'<>]{1,200}@/g, "$1***@")
    .replace(/([?&#][\w.~%[\]-]{1,80}=)[^\s&"'<>)\]#]{1,4000}/g, "$1***");
}

/** ` (/static/app.js:12:3)`, or nothing where it is not known. */
export function at(place: ScriptPlace | undefined, origin: string): string {
  return place === undefined ? "" : ` (${shownUrl(place.url, origin)}:${place.line}:${place.column})`;
}

export function isOwn(address: string, origin: string): boolean {
  if (!URL.canParse(address)) return true;
  const url = new URL(address);
  // What a page made itself: blob, data, about.
  return (url.protocol !== "http:" && url.protocol !== "https:") || url.origin === origin;
}

const SIGN_IN = new Set([
  "login",
  "log-in",
  "log_in",
  "signin",
  "sign-in",
  "sign_in",
  "sso",
  "oauth",
  "oauth2",
  "authorize",
  "saml",
  "saml2",
]);

/** By the segments of its path. */
export function looksLikeSignIn(address: string): boolean {
  return (
    URL.canParse(address) &&
    new URL(address).pathname
      .toLowerCase()
      .split("/")
      .some((segment) => SIGN_IN.has(segment.replace(/\.[a-z]{1,5}$/, "")))
  );
}

export function times(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}
