/** What a 401 requires (RFC 9110, 11.6.1; for the token flow: https://distribution.github.io/distribution/spec/auth/token/). */
export type Challenge =
  | { readonly scheme: "basic" }
  | { readonly scheme: "bearer"; readonly realm: string; readonly service: string | undefined };

/** The first challenge of a WWW-Authenticate header that can be met, or undefined. Linear in the header's length. */
export function parseChallenge(header: string): Challenge | undefined {
  const text = header.slice(0, 4096);
  const scheme = /^\s*([A-Za-z]{1,20})(?:\s|$)/.exec(text)?.[1]?.toLowerCase();
  if (scheme === "basic") return { scheme };
  if (scheme !== "bearer") return undefined;
  const parameters = new Map<string, string>();
  for (const [, name = "", quoted, bare] of text.matchAll(/([A-Za-z]{1,20})=(?:"([^"]*)"|([^\s",]+))/g))
    parameters.set(name.toLowerCase(), quoted ?? bare ?? "");
  const realm = parameters.get("realm");
  return realm === undefined || realm === "" ? undefined : { scheme, realm, service: parameters.get("service") };
}
