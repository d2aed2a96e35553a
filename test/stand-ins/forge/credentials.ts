import type { IncomingHttpHeaders } from "node:http";
import { credentialHeaders, secretOf } from "../shared/ledger.ts";
import type { Credential } from "./exchange.ts";
import type { ForgeSetup, Token } from "./types.ts";

export type NamedToken = Token & { name: string };

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
