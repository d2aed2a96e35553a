import type { Context as ActionContext } from "@release-actions/action";
import { headBranch, headCommit, peel, readFile, resolve } from "./objects.ts";
import { contextOf, isShallow } from "./place.ts";
import type { Context } from "./place.ts";
import { inspectTag, tag, tags } from "./tags.ts";
import type { GitOptions, OpenOptions, Repository } from "./types.ts";

/** What git needs from the run of an action. */
export type RunContext = Pick<ActionContext<unknown>, "host" | "io" | "signal">;

/** Opens the repository that contains `directory`. Nothing runs until a method is called. */
export function openRepository(options: OpenOptions): Repository {
  return repositoryIn(contextOf(options));
}

/** The options for git, from the run of an action. The temporary directory is created on first use. */
export function gitOptions({ host, io, signal }: RunContext): GitOptions {
  return {
    environment: host.childEnvironment,
    // A getter, since few commands need the directory. To extend the object, assign to it: a spread would call it.
    get temporary() {
      return host.temporary;
    },
    network: host.network,
    signal,
    io,
  };
}

/**
 * Opens the checkout that a run works in, or another one below its workspace. `isNamed`: the host or an input named
 * exactly this directory. In a CI job it may then belong to another user, as the runner checks out as another user than
 * a container's.
 */
export function openCheckout(
  context: RunContext,
  directory = context.host.workspace,
  isNamed = directory === context.host.workspace,
): Repository {
  const { kind } = context.host;
  const acceptOwner = isNamed && (kind === "github" || kind === "gitlab");
  return openRepository(Object.assign(gitOptions(context), { directory, acceptOwner }));
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
    relation: async (from, to) => (await import("./history.ts")).relation(context, from, to),
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
