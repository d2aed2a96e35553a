import type { IncomingHttpHeaders } from "node:http";

/** What a ledger reports about secrets: their names, and every place where one showed up. */

export interface Secret {
  name: string;
  value: string;
}

export const credentialHeaders = ["authorization", "private-token", "job-token", "deploy-token"] as const;

/** The secret of an Authorization header: the token, or the password of Basic. */
export function secretOf(authorization: string): string {
  const [scheme = "", value = ""] = authorization.split(" ");
  if (scheme.toLowerCase() !== "basic") return value;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}

/** Headers for the ledger: a token's text gives way to its name. */
export function namedHeaders(headers: IncomingHttpHeaders, tokens: Secret[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [header, value] of Object.entries(headers)) {
    let text = Array.isArray(value) ? value.join(", ") : (value ?? "");
    const isCredential = (credentialHeaders as readonly string[]).includes(header);
    const secret = secretOf(text);
    const token = tokens.find((one) => text.includes(one.value) || secret === one.value);
    if (token !== undefined) text = isCredential ? token.name : text.replaceAll(token.value, token.name);
    else if (isCredential) text = "(unknown)";
    named[header] = text;
  }
  return named;
}

/** Where known tokens' texts appear in a request. */
export function seenTokens(headers: IncomingHttpHeaders, url: string, body: string, tokens: Secret[]) {
  const seen: { token: string; where: string }[] = [];
  const texts = Object.entries(headers).map(([header, value]) => {
    const text = String(value);
    return { header, text, secret: header === "authorization" ? secretOf(text) : undefined };
  });
  for (const token of tokens) {
    for (const { header, text, secret } of texts) {
      if (text.includes(token.value) || secret === token.value)
        seen.push({ token: token.name, where: `header ${header}` });
    }
    if (url.includes(token.value) || url.includes(encodeURIComponent(token.value))) {
      seen.push({ token: token.name, where: "url" });
    }
    if (body.includes(token.value)) seen.push({ token: token.name, where: "body" });
  }
  return seen;
}
