import { gitLabHeaders, kindOfToken, type Clock, type HostFacts, type Io } from "@release-actions/action";
import { HttpError, openHttp, type Api, type Credential, type Http } from "@release-actions/http";
import * as z from "zod/mini";
import { fail, pass, unanswered, unknown, warn, type Row } from "./report.ts";

/** https://docs.github.com/en/rest/releases and https://docs.gitlab.com/api/releases; only what is asked here. */
const Releases = z.array(z.object({ tag_name: z.string(), draft: z.optional(z.boolean()) }));

export interface ReleaseQuestion {
  readonly tag: string;
  readonly token: string | undefined;
  readonly endpoints: readonly string[];
}

interface Context {
  readonly io: Io;
  readonly signal: AbortSignal;
  readonly clock: Clock;
  readonly host: HostFacts;
}

/** Whether the forge has no release of the tag yet. The list is read, since a draft has no address by its tag. */
export async function judgeUnreleased(
  { io, signal, clock, host }: Context,
  { tag, token, endpoints }: ReleaseQuestion,
): Promise<Row> {
  const forge = forgeOf(host);
  if (forge === undefined) {
    return unknown(
      "unreleased",
      "no forge is known here that could be asked for releases",
      "run it in a CI job, or leave require-unreleased out",
    );
  }
  const http = openHttp({ io, signal, clock, network: host.network, endpoints });
  try {
    const found = await find(http, forge, host, tag, token);
    if (found === undefined) return pass("unreleased", `there is no release of ${tag}`);
    if (found.draft === true)
      return warn(
        "unreleased",
        `there is a draft release of ${tag}`,
        "nothing, if it is this release's own: publish-release continues it",
      );
    return fail("unreleased", `${tag} is released already`, "release under a new version");
  } catch (error) {
    return unanswered("unreleased", error);
  } finally {
    http.close();
  }
}

type Found = z.output<typeof Releases>[number] | undefined;

async function find(http: Http, forge: Place, host: HostFacts, tag: string, token: string | undefined): Promise<Found> {
  if (token === undefined) return findIn(http.api(forge.apiUrl), forge.path, tag);
  const [first, other] = credentials(host, token);
  const permission = "a token that may read the repository's contents";
  const ask = (credential: Credential): Promise<Found> =>
    findIn(http.api(forge.apiUrl, { credential, permission }), forge.path, tag);
  return ask(first).catch((error: unknown) => {
    if (other === undefined || !(error instanceof HttpError) || error.status !== 401) throw error;
    return ask(other).catch(() => {
      throw error;
    });
  });
}

async function findIn(api: Api, path: readonly string[], tag: string): Promise<Found> {
  let draft: Found;
  for await (const page of api.pages({ path, query: { per_page: "100" } })) {
    const releases = page.json(Releases).filter(({ tag_name }) => tag_name === tag);
    const published = releases.find((release) => release.draft !== true);
    if (published !== undefined) return published;
    draft ??= releases[0];
  }
  return draft;
}

interface Place {
  readonly apiUrl: string;
  readonly path: readonly string[];
}

function forgeOf({ kind, apiUrl, repository, projectId }: HostFacts): Place | undefined {
  if (apiUrl === undefined) return undefined;
  if (kind === "gitlab") {
    const project = projectId ?? repository;
    return project === undefined ? undefined : { apiUrl, path: ["projects", project, "releases"] };
  }
  return repository === undefined ? undefined : { apiUrl, path: ["repos", ...repository.split("/"), "releases"] };
}

/** The header that the forge expects the token in, and an alternative for GitLab tokens without a prefix. */
function credentials({ kind, network }: HostFacts, token: string): readonly [Credential, (Credential | undefined)?] {
  if (kind !== "gitlab") return [{ header: "authorization", value: `Bearer ${token}` }];
  const [first, other] = gitLabHeaders(network.credentials?.kindOf(token) ?? kindOfToken(token));
  return [{ header: first, value: token }, other === undefined ? undefined : { header: other, value: token }];
}
