import { ActionError, CredentialRefused, type HostFacts } from "@release-actions/action";
import { tagRef, type Remote, type RemoteRef, type Repository, type TagInspection } from "@release-actions/git";

/** What git knows about the tag, in the checkout and at the remote. */
export interface Evidence {
  /** The error, if the repository could not be read. */
  readonly local: TagInspection | ActionError;
  /** The names of all tags: of the remote if it was queried, otherwise of the checkout. */
  readonly tags: readonly string[];
  /** False if tags may be missing from `tags`. */
  readonly tagsComplete: boolean;
  readonly remote: RemoteEvidence;
}

export type RemoteEvidence =
  | { readonly state: "not queried" }
  | { readonly state: "failed"; readonly error: ActionError }
  /** `ref` is undefined if the remote does not have the tag. */
  | { readonly state: "answered"; readonly ref: RemoteRef | undefined };

/**
 * Reads the checkout and the remote in parallel. `tag` must be a valid tag name. The remote is queried only after
 * `settled`: problems with inputs and local files end the run without a request.
 */
export async function collectEvidence(
  repository: Repository,
  remote: Remote | undefined,
  tag: string,
  settled: Promise<unknown>,
): Promise<Evidence> {
  const [local, localTags, remoteRefs] = await Promise.all([
    orError(repository.inspectTag(tag)),
    orError(repository.tags()),
    remote === undefined ? undefined : settled.then(() => orError(repository.remoteRefs(remote, ["refs/tags/"]))),
  ]);
  if (remoteRefs === undefined || remoteRefs instanceof ActionError) {
    return {
      local,
      tags: localTags instanceof ActionError ? [] : localTags.map(({ name }) => name),
      tagsComplete: !(local instanceof ActionError) && !(localTags instanceof ActionError) && !local.shallow,
      remote: remoteRefs === undefined ? { state: "not queried" } : { state: "failed", error: remoteRefs },
    };
  }
  const ref = tagRef(tag);
  return {
    local,
    tags: remoteRefs.map(({ name }) => name.slice("refs/tags/".length)),
    tagsComplete: true,
    remote: { state: "answered", ref: remoteRefs.find(({ name }) => name === ref) },
  };
}

/** A CI job queries the forge that started it. On a terminal the local repository is all there is. */
export function remoteOf(host: HostFacts, token: string | undefined): Remote | undefined {
  if (host.kind !== "github" && host.kind !== "gitlab") return undefined;
  if (host.serverUrl === undefined || host.repository === undefined) return undefined;
  const path = host.repository.split("/").map(encodeURIComponent).join("/");
  const url = `${host.serverUrl.replace(/\/+$/, "")}/${path}.git`;
  // GitLab requires this user name for job tokens and ignores it for personal ones.
  const username = host.kind === "github" ? "x-access-token" : "gitlab-ci-token";
  return token === undefined ? { url } : { url, credential: { username, secret: token } };
}

async function orError<T>(work: Promise<T>): Promise<T | ActionError> {
  try {
    return await work;
  } catch (error) {
    if (error instanceof ActionError && error.verdict !== "interrupted" && !(error instanceof CredentialRefused))
      return error;
    throw error;
  }
}
