import type { Clock, HostFacts, Io } from "@release-actions/action";
import { findRelease, type RepositoryOptions } from "@release-actions/forge";
import { openHttp } from "@release-actions/http";
import { fail, pass, unanswered, unknown, warn, type Row } from "./report.ts";

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

/** Whether the forge has no release of the tag yet. */
export async function judgeUnreleased(
  { io, signal, clock, host }: Context,
  { tag, token, endpoints }: ReleaseQuestion,
): Promise<Row> {
  const place = placeOf(host);
  if (place === undefined) {
    return unknown(
      "unreleased",
      "no forge is known here that could be asked for releases",
      "run it in a CI job, or leave require-unreleased out",
    );
  }
  const http = openHttp({ io, signal, clock, network: host.network, endpoints });
  try {
    const found = await findRelease(host.kind === "gitlab" ? "gitlab" : "github", { ...place, http, token }, tag);
    if (found === undefined) return pass("unreleased", `there is no release of ${tag}`);
    if (found.draft)
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

function placeOf(host: HostFacts): Omit<RepositoryOptions, "http" | "token"> | undefined {
  const { kind, apiUrl, projectId } = host;
  const repository = host.repository ?? (kind === "gitlab" ? projectId : undefined);
  return apiUrl === undefined || repository === undefined ? undefined : { apiUrl, repository, projectId };
}
