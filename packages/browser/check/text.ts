import type { ScriptPlace } from "../chromium/index.ts";
import { oneLine, shorten } from "@release-actions/text";

const MAX_LENGTH = 300;

/**
 * An address for people: without the page's own origin, and without the values of a query, which may be secrets.
 */
export function displayUrl(address: string, origin: string): string {
  if (!URL.canParse(address)) return shorten(oneLine(withoutValues(address)), MAX_LENGTH);
  const url = new URL(address);
  if (url.protocol !== "http:" && url.protocol !== "https:") return url.protocol;
  const path = `${url.pathname}${url.search === "" ? "" : "?…"}`;
  return shorten(oneLine(url.origin === origin ? path : url.origin + path), MAX_LENGTH);
}

/** Text from a page on one line, without the values in its addresses. */
export function pageText(text: string, maxLength = MAX_LENGTH): string {
  return shorten(oneLine(withoutValues(text)), maxLength);
}

function withoutValues(text: string): string {
  return text
    .replace(/(:\/\/)[^\s/@"'<>]{1,200}@/g, "$1***@")
    .replace(/([?&#][\w.~%[\]-]{1,80}=)[^\s&"'<>)\]#]{1,4000}/g, "$1***");
}

/** ` (/static/app.js:12:3)`; empty if the place is unknown. */
export function scriptPlaceText(place: ScriptPlace | undefined, origin: string): string {
  return place === undefined ? "" : ` (${displayUrl(place.url, origin)}:${place.line}:${place.column})`;
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
  if (!URL.canParse(address)) return false;
  const segments = new URL(address).pathname.toLowerCase().split("/");
  return segments.some((segment) => SIGN_IN.has(segment.replace(/\.[a-z]{1,5}$/, "")));
}
