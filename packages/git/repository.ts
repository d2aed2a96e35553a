import type { Context as ActionContext } from "@release-actions/action";
import { headBranch, headCommit, peel, readFile, resolve } from "./objects.ts";
import { contextOf, isShallow } from "./place.ts";
import type { Context } from "./place.ts";
import { inspectTag, tag, tags } from "./tags.ts";
import type { OpenOptions, Repository } from "./types.ts";

/** Opens the repository around `directory`. Nothing runs until a method is called. */
export function openRepository(options: OpenOptions): Repository {
  return repositoryIn(contextOf(options));
}

/** Opens the checkout that a run works in, or another one below its workspace. */
export function openCheckout(
  { host, io, signal }: Pick<ActionContext<unknown>, "host" | "io" | "signal">,
  directory = host.workspace,
): Repository {
  return openRepository({
    directory,
    environment: host.childEnvironment,
    // A getter, since the directory is created on first use and few commands need it.
    get temporary() {
      return host.temporary;
    },
    network: host.network,
    // The runner checks out as another user than a container's; the host itself named this directory.
    acceptOwner: directory === host.workspace && (host.kind === "github" || host.kind === "gitlab"),
    signal,
    io,
  });
}

/** What reads a tag is at hand; the rest is loaded when it is used. */
export function repositoryIn(context: Context): Repository {
  return {
    directory: async () => (await context.place()).top,
    isShallow: () => isShallow(context),
    head: () => headCommit(context),
    headBranch: () => headBranch(context),
    resolve: (name) => resolve(context, name),
    peel: (name) => peel(context, name),
    tag: (name) => tag(context, name),
    inspectTag: (name) => inspectTag(context, name),
    tags: () => tags(context),
    isAncestor: async (ancestor, descendant) =>
      (await import("./history.ts")).isAncestor(context, ancestor, descendant),
    isReachable: async (commit, prefixes) => (await import("./history.ts")).isReachable(context, commit, prefixes),
    log: async (options) => (await import("./history.ts")).log(context, options),
    readFile: (id, path, maxBytes) => readFile(context, id, path, maxBytes),
    verifyTag: async (name, options) => (await import("./signature.ts")).verifyTag(context, name, options),
    remoteRefs: async (remote, names) => (await import("./fetch.ts")).remoteRefs(context, remote, names),
    fetchTag: async (remote, name) => (await import("./fetch.ts")).fetchTag(context, remote, name),
    changedSince: async (name) => (await import("./history.ts")).changedSince(context, name),
    changedFiles: async () => (await import("./commit.ts")).changedFiles(context),
    commit: async (request) => (await import("./commit.ts")).commit(context, request),
    createTag: async (request) => (await import("./create-tag.ts")).createTag(context, request),
    push: async (request) => (await import("./push.ts")).push(context, request),
  };
}
