import { isForgeToken } from "./token-kind.ts";

/** A secret, separated from the origins written before it. */
export interface BoundSecret {
  readonly secret: string;
  readonly origins: readonly string[] | undefined;
}

const FORM =
  'Write the origin before the secret, as in "https://gitlab.example.com <secret>"; separate several with commas.';

/**
 * `https://service.example.com secret` or `https://a.example,https://b.example secret`: a secret that is sent
 * nowhere else. Throws an Error that shows no part of the text, in case the secret comes first.
 */
export function readBoundSecret(given: string): BoundSecret {
  const bound = /^((?:[^\s,]+\s*,\s*)*[^\s,]+)\s+(\S[^]*)$/.exec(given);
  if (!/^[a-z][a-z0-9+.-]*:\/\//i.test(given)) {
    // A password may contain spaces; a forge token after another word is a binding without a scheme.
    if (bound !== null && !/^(?:bearer|basic|token)$/i.test(bound[1]!) && isForgeToken(bound[2]!))
      throw new Error(`is bound in an unknown format. ${FORM}`);
    return { secret: given, origins: undefined };
  }
  if (bound === null) throw new Error(`starts like a URL, but no secret follows it. ${FORM}`);
  return { secret: bound[2]!, origins: [...new Set(bound[1]!.split(",").map((text) => originOf(text.trim())))] };
}

function originOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined;
  if (url === undefined || !/^https?:\/\/[^/?#@\\]+\/?$/i.test(text)) {
    throw new Error(
      `is bound to something other than an origin (scheme, host and port; no user, path or query). ${FORM}`,
    );
  }
  if (url.protocol !== "https:" && !isLoopback(url.hostname)) {
    throw new Error(`is bound to an unencrypted address; use http only for this machine. ${FORM}`);
  }
  return url.origin;
}

function isLoopback(hostname: string): boolean {
  return hostname === "localhost" || hostname === "[::1]" || /^127(?:\.\d{1,3}){3}$/.test(hostname);
}
