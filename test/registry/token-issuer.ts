/**
 * The other half of a registry's token authentication, on loopback: it knows who asks and signs what they may do.
 * See "Token Authentication Specification" and "Token Authentication Implementation" of distribution.
 */
import { randomUUID, sign } from "node:crypto";
import { readFileSync } from "node:fs";
import { createServer, type IncomingMessage } from "node:http";
import type { AddressInfo } from "node:net";
import { makeAuthority } from "../faults/certificates.ts";

export interface TokenIssuerOptions {
  readonly user: string;
  readonly password: string;
  /** The actions (`pull`, `push`, `delete`) that somebody has in a repository; without it the user has all and the anonymous none. */
  readonly access?: (user: string | undefined, repository: string) => readonly string[];
  /** How the first answers are; see `TokenIssuer.answer`. */
  readonly answer?: TokenAnswer;
}

export interface TokenAnswer {
  /** In seconds; without it 300. Registries forgive a minute: only a token of less than -60 has expired from the start. */
  readonly lifetime?: number;
  /** Without it `token`, `access_token` and `expires_in`. Quay answers `token` alone. */
  readonly fields?: readonly ("token" | "access_token" | "expires_in" | "issued_at")[];
}

/** One request as it was answered; no secret is kept. */
export interface TokenRequest {
  readonly method: string;
  readonly service: string | undefined;
  /** Such as `repository:team/app:pull`. */
  readonly scopes: readonly string[];
  readonly credential: "none" | "right" | "wrong";
  readonly status: number;
}

export interface TokenIssuer {
  /** The address that a registry names in its challenge. */
  readonly realm: string;
  readonly service: string;
  /** The name in the tokens. */
  readonly issuer: string;
  /** PEM of the authority that a registry has to trust. */
  readonly authority: string;
  /** The ledger, of everybody's requests: the harness's own and those of skopeo and buildah too. */
  readonly requests: readonly TokenRequest[];
  /** Replace it at any time. */
  answer: TokenAnswer;
  close(): Promise<void>;
}

const SERVICE = "registry.test";
const ISSUER = "token-issuer.test";

export async function startTokenIssuer(options: TokenIssuerOptions): Promise<TokenIssuer> {
  const { authority, issue } = makeSigner();
  const requests: TokenRequest[] = [];
  const right = `Basic ${Buffer.from(`${options.user}:${options.password}`).toString("base64")}`;
  const { access = (user) => (user === undefined ? [] : ["pull", "push", "delete"]) } = options;

  function reply(request: IncomingMessage): { readonly status: number; readonly body: object } {
    const { searchParams } = new URL(request.url ?? "/", "http://localhost");
    const { authorization } = request.headers;
    const credential = authorization === undefined ? "none" : authorization === right ? "right" : "wrong";
    const status = request.method !== "GET" ? 405 : credential === "wrong" ? 401 : 200;
    // A client may give several scopes as several parameters or as one with spaces.
    const scopes = searchParams.getAll("scope").flatMap((scope) => scope.split(" "));
    requests.push({
      method: request.method ?? "",
      service: searchParams.get("service") ?? undefined,
      scopes,
      credential,
      status,
    });
    if (status !== 200)
      return {
        status,
        body: { errors: [{ code: status === 401 ? "UNAUTHORIZED" : "UNSUPPORTED", message: "no token" }] },
      };
    const user = credential === "right" ? options.user : undefined;
    // A scope that somebody lacks still yields a token: it fails where it is used.
    const granted = scopes
      .map((scope) => grant(scope, (repository) => access(user, repository)))
      .filter((entry) => entry !== undefined);
    return {
      status,
      body: answerOf(issuer.answer, (times) => issue({ sub: user ?? "", aud: SERVICE, access: granted, ...times })),
    };
  }

  const server = createServer((request, response) => {
    const { status, body } = reply(request);
    response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const issuer: TokenIssuer = {
    realm: `http://127.0.0.1:${port}/token`,
    service: SERVICE,
    issuer: ISSUER,
    authority,
    requests,
    answer: options.answer ?? {},
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
  return issuer;
}

interface Grant {
  readonly type: string;
  readonly name: string;
  readonly actions: readonly string[];
}

/** What of a scope `repository:<name>:<actions>` is granted. */
function grant(scope: string, allowed: (repository: string) => readonly string[]): Grant | undefined {
  const [type = "", ...rest] = scope.split(":");
  const asked = rest.pop()?.split(",") ?? [];
  const name = rest.join(":");
  if (type !== "repository") return undefined;
  const actions = asked.filter((action) => allowed(name).includes(action));
  return actions.length === 0 ? undefined : { type, name, actions };
}

interface Times {
  readonly iat: number;
  readonly nbf: number;
  readonly exp: number;
}

function answerOf(answer: TokenAnswer, issue: (times: Times) => string): object {
  const { lifetime = 300, fields = ["token", "access_token", "expires_in"] } = answer;
  const now = Math.floor(Date.now() / 1000);
  const token = issue({ iat: now, nbf: now + Math.min(0, lifetime), exp: now + lifetime });
  const all = { token, access_token: token, expires_in: lifetime, issued_at: new Date(now * 1000).toISOString() };
  return Object.fromEntries(fields.map((name) => [name, all[name]]));
}

/** JSON Web Tokens by RS256 (RFC 7515), with the certificate that proves the key in `x5c`. */
function makeSigner(): { readonly authority: string; issue(claims: object): string } {
  const maker = makeAuthority();
  try {
    const { key, cert } = maker.issue(["DNS:token-issuer.test"], { rsa: true });
    const x5c = [cert.replaceAll(/-----[A-Z ]+-----|\s/g, "")];
    const part = (value: unknown) => Buffer.from(JSON.stringify(value)).toString("base64url");
    const head = part({ typ: "JWT", alg: "RS256", x5c });
    const issue = (claims: object) => {
      const signed = `${head}.${part({ iss: ISSUER, jti: randomUUID(), ...claims })}`;
      return `${signed}.${sign("RSA-SHA256", Buffer.from(signed), key).toString("base64url")}`;
    };
    return { authority: readFileSync(maker.file, "utf8"), issue };
  } finally {
    maker.remove();
  }
}
