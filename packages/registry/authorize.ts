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
  /** Undefined: anonymous. */
  readonly login: Login | undefined;
  /** Origins that may get the login for a token, in addition to the registry's own. */
  readonly tokenServers: readonly string[];
  /** Where tokens come from, if that is known before the first challenge: it saves a request. */
  readonly expected: { readonly realm: string; readonly service: string } | undefined;
  /** The access a token is requested for. Default: pull. With push, some registries create the repository. */
  readonly access?: "pull" | "pull,push" | undefined;
  readonly pace?: Pace | undefined;
  readonly tokenPace?: Pace | undefined;
}

/** Access to repositories: the registry's challenge says what is needed, and the result is kept for each repository. */
export interface Authorizer {
  apiFor(repository: string): Promise<Api>;
  /** After a 401 for `refused`: access as the challenge requires. Throws RegistryError. */
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
      // Tokens come from elsewhere: the registry's challenge names the place.
      if (error instanceof HttpError && error.status === 404) return http.api(base, registryOptions);
      throw error;
    }
  }

  async function renewed(repository: string, challenge: string): Promise<Api> {
    const required = parseChallenge(challenge);
    if (required === undefined)
      throw new RegistryError("malformed", `${hostOf(base)} answered 401 without stating how to sign in.`, {
        remedy: "Check that the address is a registry's.",
      });
    if (required.scheme === "bearer") return await tokenApi(repository, required.realm, required.service);
    if (login === undefined)
      throw new RegistryError("unauthorized", `${hostOf(base)} requires a user name and a password.`, {
        remedy: "Set username and password.",
      });
    return http.api(base, { ...registryOptions, credential: login });
  }

  return {
    apiFor: async (repository) => await (known.get(repository) ?? remember(repository, first(repository))),
    async renew(repository, refused, challenge) {
      const current = known.get(repository);
      // Another request for the same repository was refused at the same time and has renewed the access already.
      if (current !== undefined && (await current) !== refused) return await current;
      return await remember(repository, renewed(repository, challenge));
    },
  };
}

/** Requests a token for one repository. The login goes to the registry's own origin and to declared ones only. */
async function fetchToken(
  options: AuthorizerOptions,
  repository: string,
  realm: string,
  service: string | undefined,
): Promise<string> {
  const { http, base, login, tokenServers } = options;
  const url = URL.canParse(realm) ? new URL(realm) : undefined;
  if (url === undefined)
    throw new RegistryError("malformed", `${hostOf(base)} does not name an address to get a token from.`);
  if (url.origin !== base && !tokenServers.includes(url.origin)) {
    throw new RegistryError(
      "unauthorized",
      `${hostOf(base)} requires a token from another server, ${url.origin}; nothing was sent there.`,
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
      "unauthorized",
      `${url.host} did not accept ${login === undefined ? "a request without a user" : `the user ${JSON.stringify(login.user)} with the given password`}.`,
      {
        remedy: "Check the user name and the password; a robot account's name is written in full, such as org+robot.",
      },
    );
  }
  const { TokenReply } = await import("./schema.ts");
  const { token, access_token: accessToken } = reply.json(TokenReply);
  const malformed = (what: string) =>
    new RegistryError("malformed", `${url.host} answered ${what}.`, {
      remedy: "Check that the address is a registry's.",
    });
  if (token !== undefined && accessToken !== undefined && token !== accessToken)
    throw malformed("with a token and another access_token, which must be equivalent");
  const found = token ?? accessToken ?? "";
  if (found === "") throw malformed("without a token");
  return found;
}

function hostOf(base: string): string {
  return new URL(base).host;
}
