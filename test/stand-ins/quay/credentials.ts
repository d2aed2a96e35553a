import type { IncomingHttpHeaders } from "node:http";
import { secretOf, type Secret } from "../shared/ledger.ts";
import type { Repository } from "./store.ts";
import type { QuaySetup } from "./types.ts";

/** Who asks, and what they may pull. */

export interface Account extends Secret {
  kind: "robot" | "oauth";
  /** The user name of Basic. */
  user: string;
  /** Paths that it may pull, present or not; undefined for every one. */
  repositories: string[] | undefined;
}

/** A registry token: for some repositories, for an hour. */
export interface Grant extends Secret {
  paths: Set<string>;
  expiresAt: number;
}

export interface Accounts {
  all: Account[];
  /** The registry token of this text, if it was issued. */
  grant(value: string): Grant | undefined;
  /** For the ledger: every account, and the registry tokens that a request has somewhere. */
  secretsIn(headers: IncomingHttpHeaders, url: string): Secret[];
  issue(account: Account | undefined, paths: string[]): Grant;
  reset(): void;
}

const lifetime = 60 * 60 * 1000;

export function openAccounts(setup: QuaySetup, now: () => number, service: string): Accounts {
  const all: Account[] = [
    ...(setup.robots ?? []).map(({ name, password, repositories }) => {
      return { kind: "robot" as const, name, user: name, value: password, repositories };
    }),
    ...(setup.oauthTokens ?? []).map(({ value, repositories }, at) => {
      return { kind: "oauth" as const, name: `oauth-${at + 1}`, user: "$oauthtoken", value, repositories };
    }),
  ];
  const grants = new Map<string, Grant>();
  return {
    all,
    grant: (value) => grants.get(value),
    secretsIn(headers, url) {
      const { authorization = "" } = headers;
      const words = [url, ...Object.values(headers), secretOf(authorization)].join(" ").split(/[^\w.-]+/);
      // Every registry token begins so; what is before it may be the end of an encoded character.
      const values = new Set(words.map((word) => word.slice(Math.max(0, word.indexOf("eyJ")))));
      return [...all, ...[...values].flatMap((value) => grants.get(value) ?? [])];
    },
    issue(account, paths) {
      const at = grants.size + 1;
      const expiresAt = now() + lifetime;
      const payload = {
        sub: account?.name ?? "(anonymous)",
        aud: service,
        exp: Math.floor(expiresAt / 1000),
        jti: at,
        access: paths,
      };
      const part = (value: object) => Buffer.from(JSON.stringify(value)).toString("base64url");
      const value = `${part({ alg: "none", typ: "JWT" })}.${part(payload)}.c3RhbmQtaW4`;
      const grant = { name: `token-${at} (${payload.sub})`, value, paths: new Set(paths), expiresAt };
      grants.set(value, grant);
      return grant;
    },
    reset: () => grants.clear(),
  };
}

/** What an Authorization header says. */
export interface Presented {
  scheme: "basic" | "bearer" | "other";
  /** A registry token, while it is valid. */
  grant: Grant | undefined;
  /** A robot or an OAuth token by Basic, an OAuth token by Bearer. */
  account: Account | undefined;
}

export function presentedBy(
  headers: IncomingHttpHeaders,
  { all, grant: grantOf }: Accounts,
  now: number,
): Presented | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const scheme = authorization.split(" ", 1)[0]?.toLowerCase();
  const secret = secretOf(authorization);
  if (scheme === "bearer") {
    const issued = grantOf(secret);
    const grant = issued !== undefined && issued.expiresAt > now ? issued : undefined;
    return { scheme, grant, account: all.find((one) => one.kind === "oauth" && one.value === secret) };
  }
  if (scheme !== "basic") return { scheme: "other", grant: undefined, account: undefined };
  const user = Buffer.from(authorization.slice(6), "base64").toString("utf8").split(":", 1)[0];
  return { scheme, grant: undefined, account: all.find((one) => one.user === user && one.value === secret) };
}

/** Whether somebody may pull from a path, whose repository may not be there. */
export function mayPull(account: Account | undefined, path: string, repository: Repository | undefined): boolean {
  if (repository?.public === true) return true;
  return account !== undefined && (account.repositories === undefined || account.repositories.includes(path));
}
