import type { IncomingHttpHeaders } from "node:http";
import type { Credential } from "./exchange.ts";
import type { ForgeSetup, Token } from "./types.ts";

export type NamedToken = Token & { name: string };

const credentialHeaders = ["authorization", "private-token", "job-token", "deploy-token"] as const;

export function namedTokens(setup: ForgeSetup): NamedToken[] {
  return (setup.tokens ?? []).map((one, at) => {
    const token: Token = typeof one === "string" ? { value: one, contents: "write", protectedTags: true } : one;
    return { ...token, name: token.name ?? `token-${at + 1}` };
  });
}

/** The credential of a request, in Authorization (Bearer, token, Basic), PRIVATE-TOKEN, JOB-TOKEN or private_token. */
export function credentialOf(headers: IncomingHttpHeaders, url: URL, tokens: NamedToken[]): Credential | undefined {
  const known = (value: string) => tokens.find((token) => token.value === value);
  for (const header of credentialHeaders) {
    const value = headers[header];
    if (typeof value !== "string") continue;
    const token = known(header === "authorization" ? secretOf(value) : value);
    // GitLab knows a job token by its header only, and takes nothing else there.
    const misplaced = (token?.kind === "job") !== (header === "job-token");
    return { header, token: misplaced ? undefined : token };
  }
  const query = url.searchParams.get("private_token");
  return query === null ? undefined : { header: "private_token", token: known(query) };
}

function secretOf(authorization: string): string {
  const [scheme = "", value = ""] = authorization.split(" ");
  if (scheme.toLowerCase() !== "basic") return value;
  const pair = Buffer.from(value, "base64").toString("utf8");
  return pair.slice(pair.indexOf(":") + 1);
}

/** Headers for the ledger: a token's text gives way to its name. */
export function namedHeaders(headers: IncomingHttpHeaders, tokens: NamedToken[]): Record<string, string> {
  const named: Record<string, string> = {};
  for (const [header, value] of Object.entries(headers)) {
    let text = Array.isArray(value) ? value.join(", ") : (value ?? "");
    const isCredential = (credentialHeaders as readonly string[]).includes(header);
    const token = tokens.find((one) => text.includes(one.value) || secretOf(text) === one.value);
    if (token !== undefined) text = isCredential ? token.name : text.replaceAll(token.value, token.name);
    else if (isCredential) text = "(unknown)";
    named[header] = text;
  }
  return named;
}

/** Where known tokens' texts appear in a request. */
export function seenTokens(headers: IncomingHttpHeaders, url: string, body: string, tokens: NamedToken[]) {
  const seen: { token: string; where: string }[] = [];
  for (const token of tokens) {
    for (const [header, value] of Object.entries(headers)) {
      const text = String(value);
      if (text.includes(token.value) || (header === "authorization" && secretOf(text) === token.value)) {
        seen.push({ token: token.name, where: `header ${header}` });
      }
    }
    if (url.includes(token.value) || url.includes(encodeURIComponent(token.value))) {
      seen.push({ token: token.name, where: "url" });
    }
    if (body.includes(token.value)) seen.push({ token: token.name, where: "body" });
  }
  return seen;
}
