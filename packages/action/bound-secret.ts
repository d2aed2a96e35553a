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
    // A password may have spaces in it. A host or a quoted address before a space is a binding that was meant: read as
    // a part of the secret it would bind nothing.
    const isMeant =
      bound !== null &&
      (/:\/\/|^[a-z0-9-]+(?:\.[a-z0-9-]+)+(?::\d{1,5})?\/?$/i.test(bound[1]!) || isForgeTokenBehind(bound));
    if (isMeant) throw new Error(`is bound in a form that is not known. ${FORM}`);
    return { secret: given, origins: undefined };
  }
  if (bound === null) throw new Error(`starts like a URL, but no secret follows it. ${FORM}`);
  return { secret: bound[2]!, origins: [...new Set(bound[1]!.split(",").map((text) => originOf(text.trim())))] };
}

/** A token behind something else than the name of a scheme. */
function isForgeTokenBehind([, before = "", secret = ""]: readonly string[]): boolean {
  return !/^(?:bearer|basic|token)$/i.test(before) && isForgeToken(secret);
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
