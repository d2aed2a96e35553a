import { gitLabHeaders, kindOfToken, type Clock, type HostFacts, type Io } from "@release-actions/action-types";
import { openHttp, type Api } from "@release-actions/http";
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
export async function judgeUnreleased({ io, signal, clock, host }: Context, { tag, token, endpoints }: ReleaseQuestion): Promise<Row> {
  const forge = forgeOf(host);
  if (forge === undefined) {
    return unknown("unreleased", "no forge is known here that could be asked for releases", "run it in a CI job, or leave require-unreleased out");
  }
  const http = openHttp({ io, signal, clock, network: host.network, endpoints });
  try {
    const api = http.api(forge.apiUrl, token === undefined ? {} : { credential: credential(host, token), permission: "a token that may read the repository's contents" });
    const found = await find(api, forge.path, tag);
    if (found === undefined) return pass("unreleased", `there is no release of ${tag}`);
    if (found.draft === true) return warn("unreleased", `there is a draft release of ${tag}`, "nothing, if it is this release's own: publish-release continues it");
    return fail("unreleased", `${tag} is released already`, "release under a new version");
  } catch (error) {
    return unanswered("unreleased", error);
  } finally {
    http.close();
  }
}

async function find(api: Api, path: readonly string[], tag: string): Promise<z.output<typeof Releases>[number] | undefined> {
  let draft: z.output<typeof Releases>[number] | undefined;
  for await (const page of api.pages({ path, query: { per_page: "100" } })) {
    const releases = page.json(Releases).filter(({ tag_name }) => tag_name === tag);
    const published = releases.find((release) => release.draft !== true);
    if (published !== undefined) return published;
    draft ??= releases[0];
  }
  return draft;
}

function forgeOf({ kind, apiUrl, repository, projectId }: HostFacts): { apiUrl: string; path: string[] } | undefined {
  if (apiUrl === undefined) return undefined;
  if (kind === "gitlab") {
    const project = projectId ?? repository;
    return project === undefined ? undefined : { apiUrl, path: ["projects", project, "releases"] };
  }
  return repository === undefined ? undefined : { apiUrl, path: ["repos", ...repository.split("/"), "releases"] };
}

function credential({ kind, network }: HostFacts, token: string): { header: string; value: string } {
  if (kind !== "gitlab") return { header: "authorization", value: `Bearer ${token}` };
  const [header] = gitLabHeaders(network.credentials?.kindOf(token) ?? kindOfToken(token));
  return { header, value: token };
}
