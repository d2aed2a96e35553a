import type { getOctokit } from "@actions/github";
import { invalid } from "@release-actions/action";
import type { Api, Reply, WriteRequest, WriteResult } from "@release-actions/http";
import { quote } from "@release-actions/text";
import { openExchange } from "./fetch.ts";

type Octokit = ReturnType<typeof getOctokit>;

/** The values of a route's `{names}`; those that it does not name make the query, or the JSON of a write. */
export type Parameters = Readonly<Record<string, string | number | boolean | undefined>>;

/**
 * GitHub's REST API. Octokit forms every request, from a route as https://docs.github.com/en/rest writes it, such as
 * `GET /repos/{owner}/{repo}/releases/{release_id}`; packages/http sends it and judges the reply. All functions throw
 * HttpError, or `invalid` for a parameter that would lead to another path.
 */
export interface GitHubApi {
  /** Reads with retries. `expect`: the statuses that are returned. Default: 200. */
  read(route: string, parameters: Parameters, expect?: readonly number[]): Promise<Reply>;
  /**
   * A list, page by page, on the API's own origin. Octokit's own pagination is not used: it takes a 409 for an empty
   * page, follows a link to any host, and never ends when pages lead in a circle.
   */
  pages(route: string, parameters: Parameters, expect?: readonly number[]): AsyncGenerator<Reply, void, undefined>;
  /** Writes once: an unclear answer leads to a read-back, which Octokit does not know. */
  write<T>(route: string, parameters: Parameters, request: Written<T>): Promise<WriteResult<T>>;
}

/** What a write needs in addition to its request. */
export type Written<T> = Pick<WriteRequest<T>, "what" | "accept" | "readBack" | "expect">;

/** Octokit is loaded with the first request. */
export function gitHubApi(api: Api): GitHubApi {
  let opened: Promise<Octokit> | undefined;
  const octokit = (): Promise<Octokit> => (opened ??= openOctokit(api.base));

  async function form(route: string, parameters: Parameters) {
    assertParameters(route, parameters);
    return (await octokit()).request.endpoint(route, parameters);
  }

  return {
    async read(route, parameters, expect) {
      assertParameters(route, parameters);
      const { request } = await octokit();
      const exchange = openExchange(api, expect);
      // Octokit's parser takes a body that it cannot read for a text: the reply is read by its schema instead.
      const how = { fetch: exchange.fetch, parseSuccessResponseBody: false };
      return exchange.replyAfter(request(route, { ...parameters, request: how }));
    },

    async *pages(route, parameters, expect) {
      const { url } = await form(route, parameters);
      yield* api.pages({ path: [], address: url, expect });
    },

    async write(route, parameters, request) {
      const formed = await form(route, parameters);
      const json = formed.body as unknown;
      return api.write({ ...request, method: writeMethod(formed.method), path: [], address: formed.url, json });
    },
  };
}

function writeMethod(method: string): WriteRequest<unknown>["method"] {
  if (method === "POST" || method === "PUT" || method === "PATCH" || method === "DELETE") return method;
  throw new TypeError(`${method} writes nothing`);
}

/** Octokit encodes what a route names, but not "." and "..", which lead to another path. */
function assertParameters(route: string, parameters: Parameters): void {
  for (const [, name = ""] of route.matchAll(/\{([^}]+)\}/g)) {
    const value = String(parameters[name] ?? "");
    const isSafe = value.isWellFormed() && !value.split("/").some((part) => ["", ".", ".."].includes(part));
    if (isSafe) continue;
    throw invalid(`${quote(value)} cannot be part of a URL.`, {
      remedy: 'Give a name without empty, "." or ".." segments between its slashes.',
    });
  }
}

/** Octokit gets no secret: packages/http adds the token, bound to the API's origin. */
const NO_TOKEN = "none";

async function openOctokit(baseUrl: string): Promise<Octokit> {
  const toolkit = await loadToolkit();
  return toolkit.getOctokit(NO_TOKEN, { baseUrl });
}

/**
 * When it is loaded, the toolkit reads and parses the file that GITHUB_EVENT_PATH names, whatever it is: it can be
 * missing, which prints its path, invalid, which throws a part of it, or a pipe, which never ends. Nothing here needs
 * the event, so the toolkit sees no path.
 */
async function loadToolkit(): Promise<typeof import("@actions/github")> {
  // eslint-disable-next-line no-restricted-globals -- what the toolkit reads
  const { env } = process;
  const event = env["GITHUB_EVENT_PATH"];
  delete env["GITHUB_EVENT_PATH"];
  try {
    return await import("@actions/github");
  } finally {
    if (event !== undefined) env["GITHUB_EVENT_PATH"] = event;
  }
}
