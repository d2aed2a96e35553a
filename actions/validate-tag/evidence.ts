import { CredentialRefused, ActionError, type HostFacts } from "@release-actions/action";
import { tagRef, type Remote, type RemoteRef, type Repository, type TagInspection } from "@release-actions/git";

/** What git knows of the tag here and at the remote, gathered side by side. */
export interface Evidence {
  /** Why the repository could not be read, instead of what it says. */
  readonly local: TagInspection | ActionError;
  /** The names of all tags: the remote's where it was asked, else those of the checkout. */
  readonly tags: readonly string[];
  /** False where tags may be missing from `tags`. */
  readonly tagsComplete: boolean;
  readonly remote: RemoteEvidence;
}

export type RemoteEvidence =
  | { readonly state: "not asked" }
  | { readonly state: "failed"; readonly error: ActionError }
  /** `ref` is undefined where the remote has no such tag. */
  | { readonly state: "answered"; readonly ref: RemoteRef | undefined };

/**
 * `tag` must already be known to be a valid tag name. Waits for `sound` before it asks the remote: a problem that the
 * inputs and the checkout's own files reveal ends the run without a request.
 */
export async function collectEvidence(
  repository: Repository,
  remote: Remote | undefined,
  tag: string,
  sound: Promise<unknown>,
): Promise<Evidence> {
  const [local, localTags, remoteRefs] = await Promise.all([
    orStop(repository.inspectTag(tag)),
    orStop(repository.tags()),
    remote === undefined ? undefined : sound.then(() => orStop(repository.remoteRefs(remote, ["refs/tags/"]))),
  ]);
  if (remoteRefs === undefined || remoteRefs instanceof ActionError) {
    return {
      local,
      tags: localTags instanceof ActionError ? [] : localTags.map(({ name }) => name),
      tagsComplete: !(local instanceof ActionError) && !(localTags instanceof ActionError) && !local.shallow,
      remote: remoteRefs === undefined ? { state: "not asked" } : { state: "failed", error: remoteRefs },
    };
  }
  const wanted = tagRef(tag);
  return {
    local,
    tags: remoteRefs.map(({ name }) => name.slice("refs/tags/".length)),
    tagsComplete: true,
    remote: { state: "answered", ref: remoteRefs.find(({ name }) => name === wanted) },
  };
}

/** A CI job asks the forge that started it. In a terminal the repository at hand is the whole truth. */
export function remoteOf(host: HostFacts, token: string | undefined): Remote | undefined {
  if (host.kind !== "github" && host.kind !== "gitlab") return undefined;
  if (host.serverUrl === undefined || host.repository === undefined) return undefined;
  const path = host.repository.split("/").map(encodeURIComponent).join("/");
  const url = `${host.serverUrl.replace(/\/+$/, "")}/${path}.git`;
  // GitLab takes this user name for job tokens and does not look at it for personal ones.
  const username = host.kind === "github" ? "x-access-token" : "gitlab-ci-token";
  return token === undefined ? { url } : { url, credential: { username, secret: token } };
}

async function orStop<T>(work: Promise<T>): Promise<T | ActionError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ActionError && error.verdict !== "interrupted" && !(error instanceof CredentialRefused))
      return error;
    throw error;
  }
}
