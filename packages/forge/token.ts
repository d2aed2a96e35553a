import type { TokenKind } from "@release-actions/action";
import { HttpError } from "@release-actions/http";
import type { Api, ApiOptions, Credential, Http, PagesRequest, ReadRequest, Reply } from "@release-actions/http";
import type { ForgeKind } from "./types.ts";

/** How GitLab is sent a token, where the caller knows; by default, the token's kind decides. */
export type GitLabTokenKind = "private" | "job" | "bearer";

export interface ForgeApiOptions extends Omit<ApiOptions, "credential"> {
  readonly http: Http;
  readonly apiUrl: string;
  /** Undefined: anonymous. */
  readonly token: string | undefined;
  readonly tokenKind?: GitLabTokenKind | undefined;
}

/**
 * Opens a forge's REST API. This is the only place that decides how a forge is sent a token:
 * https://docs.github.com/en/rest/authentication and https://docs.gitlab.com/api/rest/authentication/.
 * Throws `invalid` for an address that was not declared or must not receive the token.
 */
export function openForgeApi(forge: ForgeKind, options: ForgeApiOptions): Api {
  const { http, apiUrl, token, tokenKind, ...apiOptions } = options;
  if (token === undefined) return http.api(apiUrl, apiOptions);
  const credentials =
    forge === "github" || tokenKind === "bearer"
      ? [{ header: "authorization", value: `Bearer ${token}` }]
      : gitLabCredentials(token, tokenKind ?? http.kindOf(token));
  const [first, second] = credentials.map((credential) => http.api(apiUrl, { ...apiOptions, credential }));
  return second === undefined ? first! : withEither(first!, second);
}

/** Older GitLab versions issue tokens without a prefix, for jobs too: those may belong in either header. */
function gitLabCredentials(value: string, kind: TokenKind | GitLabTokenKind): Credential[] {
  const asJob = { header: "job-token", value };
  const asPrivate = { header: "private-token", value };
  if (kind === "job" || kind === "gitlab-job" || kind === "jwt") return [asJob];
  return kind === "private" || kind === "gitlab" ? [asPrivate] : [asPrivate, asJob];
}

/**
 * One API by two credentials: a read that the first answers with 401 is tried with the second, which is kept once it is
 * accepted. Writes use the credential that the reads before them have settled on.
 */
function withEither(first: Api, second: Api): Api {
  let settled = first;

  async function either<T>(ask: (api: Api) => Promise<T>, statusOf: (end: T) => number | undefined): Promise<T> {
    const used = settled;
    const end = await outcomeOf(ask(used), statusOf);
    if (used === second || end.status !== 401) return end.value();
    const other = await outcomeOf(ask(second), statusOf);
    if (other.status === 401) return end.value();
    if (other.status !== undefined) settled = second;
    return other.value();
  }

  async function* pages(request: PagesRequest): AsyncGenerator<Reply, void, undefined> {
    const start = async (api: Api) => {
      const walk = api.pages(request);
      return { walk, page: await walk.next() };
    };
    const { walk, page } = await either(start, ({ page: { value } }) => (value as Reply | undefined)?.status);
    if (page.done === true) return;
    yield page.value;
    yield* walk;
  }

  return {
    base: first.base,
    origin: first.origin,
    read: (request: ReadRequest) =>
      either(
        (api) => api.read(request),
        ({ status }) => status,
      ),
    pages,
    lines: (request) => settled.lines(request),
    write: (request) => settled.write(request),
    sendOnce: (request) => settled.sendOnce(request),
  };
}

/** How a request ended, with the status of its reply. Anything that is not an answer of the service is thrown. */
async function outcomeOf<T>(
  work: Promise<T>,
  statusOf: (value: T) => number | undefined,
): Promise<{ status: number | undefined; value: () => T }> {
  try {
    const value = await work;
    return { status: statusOf(value), value: () => value };
  } catch (error) {
    if (!(error instanceof HttpError)) throw error;
    return {
      status: error.status,
      value: () => {
        throw error;
      },
    };
  }
}
