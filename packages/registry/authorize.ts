import { HttpError, type Api, type ApiOptions, type Http, type Pace } from "@release-actions/http";
import { parseChallenge } from "./challenge.ts";
import { RegistryError } from "./errors.ts";

export interface Login {
  readonly user: string;
  readonly password: string;
}

export interface AuthorizerOptions {
  readonly http: Http;
  /** The registry's origin. */
  readonly base: string;
  /** Undefined: nobody in particular. */
  readonly login: Login | undefined;
  /** Origins, beside the registry's own, that the login may be shown to for a token. */
  readonly tokenServers: readonly string[];
  /** Where a token is to be had, known before the first challenge: that saves a request. */
  readonly expected: { readonly realm: string; readonly service: string } | undefined;
  /** The access a token is requested for. Default: pull. With push, some registries create the repository. */
  readonly access?: "pull" | "pull,push" | undefined;
  readonly pace?: Pace | undefined;
  readonly tokenPace?: Pace | undefined;
}

/** Access to repositories: what is needed is learnt from the registry's challenge and kept for each repository. */
export interface Authorizer {
  apiFor(repository: string): Promise<Api>;
  /** After a 401 of `refused`: access by what the challenge asks for. Throws RegistryError. */
  renew(repository: string, refused: Api, challenge: string): Promise<Api>;
}

export function createAuthorizer(options: AuthorizerOptions): Authorizer {
  const { http, base, login, expected } = options;
  const known = new Map<string, Promise<Api>>();
  const registryOptions: ApiOptions = { pace: options.pace };

  function remember(repository: string, api: Promise<Api>): Promise<Api> {
    known.set(repository, api);
    api.catch(() => known.delete(repository));
    return api;
  }

  async function tokenApi(repository: string, realm: string, service: string | undefined): Promise<Api> {
    const token = await fetchToken(options, repository, realm, service);
    return http.api(base, { ...registryOptions, credential: { header: "authorization", value: `Bearer ${token}` } });
  }

  async function first(repository: string): Promise<Api> {
    if (expected === undefined) return http.api(base, registryOptions);
    try {
      return await tokenApi(repository, expected.realm, expected.service);
    } catch (error) {
      // It is not there after all: the registry itself will say where.
      if (error instanceof HttpError && error.status === 404) return http.api(base, registryOptions);
      throw error;
    }
  }

  async function renewed(repository: string, challenge: string): Promise<Api> {
    const asked = parseChallenge(challenge);
    if (asked === undefined)
      throw new RegistryError("malformed", `${hostOf(base)} answered 401 without saying how to sign in.`, {
        remedy: "Check that the address is a registry's.",
      });
    if (asked.scheme === "bearer") return await tokenApi(repository, asked.realm, asked.service);
    if (login === undefined)
      throw new RegistryError("unauthorised", `${hostOf(base)} wants a user name and a password.`, {
        remedy: "Give username and password.",
      });
    return http.api(base, { ...registryOptions, credential: login });
  }

  return {
    apiFor: async (repository) => await (known.get(repository) ?? remember(repository, first(repository))),
    async renew(repository, refused, challenge) {
      const current = known.get(repository);
      // Another request of the same repository was refused at the same time and has seen to it already.
      if (current !== undefined && (await current) !== refused) return await current;
      return await remember(repository, renewed(repository, challenge));
    },
  };
}

/** Asks for a token for one repository. The login goes to the registry's own origin and to declared ones only. */
async function fetchToken(
  options: AuthorizerOptions,
  repository: string,
  realm: string,
  service: string | undefined,
): Promise<string> {
  const { http, base, login, tokenServers } = options;
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  if (url === undefined) throw new RegistryError("malformed", `${hostOf(base)} names no address to get a token from.`);
  if (url.origin !== base && !tokenServers.includes(url.origin)) {
    throw new RegistryError(
      "unauthorised",
      `${hostOf(base)} sends to another server, ${url.origin}, for a token; nothing was sent there.`,
      {
        remedy: `If the registry's tokens do come from there, set token-server: ${url.origin}.`,
      },
    );
  }
  const api = http.api(url.origin + url.pathname.replace(/\/$/, ""), {
    pace: options.tokenPace,
    ...(login !== undefined && { credential: login }),
  });
  const scope = `repository:${repository}:${options.access ?? "pull"}`;
  const reply = await api.read({
    path: [],
    query: { ...Object.fromEntries(url.searchParams), service, scope },
    expect: [200, 401, 403],
  });
  if (reply.status !== 200) {
    throw new RegistryError(
      "unauthorised",
      `${url.host} did not accept ${login === undefined ? "a request without a user" : `the user ${JSON.stringify(login.user)} with the given password`}.`,
      {
        remedy: "Check the user name and the password; a robot account's name is written in full, such as org+robot.",
      },
    );
  }
  const body = reply.json() as { token?: unknown; access_token?: unknown } | null;
  const token = body?.token ?? body?.access_token;
  if (typeof token === "string" && token !== "") return token;
  throw new RegistryError("malformed", `${url.host} answered without a token.`, {
    remedy: "Check that the address is a registry's.",
  });
}

function hostOf(base: string): string {
  return new URL(base).host;
}
