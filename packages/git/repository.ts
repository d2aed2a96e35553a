import { changedFiles, commit } from "./commit.ts";
import { createTag } from "./create-tag.ts";
import { fetchTag, remoteRefs } from "./fetch.ts";
import { isAncestor, log } from "./history.ts";
import { headBranch, headCommit, peel, readFile, resolve } from "./objects.ts";
import { contextOf } from "./place.ts";
import type { Context } from "./place.ts";
import { push } from "./push.ts";
import { verifyTag } from "./signature.ts";
import { inspectTag, tag, tags } from "./tags.ts";
import type { OpenOptions, Repository } from "./types.ts";

/** Opens the repository around `directory`. Nothing runs until a question is asked. */
export function openRepository(options: OpenOptions): Repository {
  return repositoryIn(contextOf(options));
}

export function repositoryIn(context: Context): Repository {
  return {
    directory: async () => (await context.place()).top,
    isShallow: async () => (await context.place()).shallow,
    head: () => headCommit(context),
    headBranch: () => headBranch(context),
    resolve: (name) => resolve(context, name),
    peel: (name) => peel(context, name),
    tag: (name) => tag(context, name),
    inspectTag: (name) => inspectTag(context, name),
    tags: () => tags(context),
    isAncestor: (ancestor, descendant) => isAncestor(context, ancestor, descendant),
    log: (options) => log(context, options),
    readFile: (id, path, maxBytes) => readFile(context, id, path, maxBytes),
    verifyTag: (name, options) => verifyTag(context, name, options),
    remoteRefs: (remote, names) => remoteRefs(context, remote, names),
    fetchTag: (remote, name) => fetchTag(context, remote, name),
    changedFiles: () => changedFiles(context),
    commit: (request) => commit(context, request),
    createTag: (request) => createTag(context, request),
    push: (request) => push(context, request),
  };
}
