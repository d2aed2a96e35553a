import { rm } from "node:fs/promises";

import { invalid, refused, undecided } from "@release-actions/action";

import { cloneContext, fetchTip } from "./clone.ts";
import { commitOn } from "./commit.ts";
import type { EditRequest, EditResult, InspectedBranch, RemoteEditor, RemoteEditorOptions } from "./editor-types.ts";
import { isMissingRef } from "./errors.ts";
import { branchesMatching, remoteRefs } from "./fetch.ts";
import { branchRef, objectIdOf } from "./names.ts";
import type { FullRef, ObjectId } from "./names.ts";
import { describeObjects, entryFault, readFile, readObjects, treeEntries } from "./objects.ts";
import { assertNoPipelineFiles } from "./pipeline-files.ts";
import type { Context } from "./place.ts";
import { push } from "./push.ts";
import { remoteAddress } from "./remote-url.ts";
import type { CloneOptions, PushedRef, Remote } from "./types.ts";

const MAX_FILE = 16 * 1024 * 1024;

/** The one clone behind an editor and the ones it was refreshed into. */
interface Store {
  readonly context: Context;
  readonly options: RemoteEditorOptions;
  readonly clone: CloneOptions;
  /** Where branches are. */
  readonly target: Remote;
  users: number;
}

export async function openRemoteEditor(options: RemoteEditorOptions): Promise<RemoteEditor> {
  if (options.fork !== undefined) remoteAddress(options.fork);
  const clone = cloneOf(options, options.upstream, branchRef(options.baseBranch));
  const { context, tip } = await cloneContext(clone);
  const store: Store = { context, options, clone, target: remoteOf(options.fork ?? options.upstream), users: 0 };
  return editorAt(store, tip);
}

function cloneOf(options: RemoteEditorOptions, remote: Remote, ref: FullRef): CloneOptions {
  const { upstream: _, fork: __, baseBranch: ___, author: ____, now: _____, ...git } = options;
  return { ...git, ...remoteOf(remote), ref, depth: 1, filter: "blob:none" };
}

/** Nothing but the remote: its fields are joined to those of requests. */
function remoteOf({ url, credential, allowFile }: Remote): Remote {
  return {
    url,
    ...(credential === undefined ? {} : { credential }),
    ...(allowFile === undefined ? {} : { allowFile }),
  };
}

function editorAt(store: Store, base: ObjectId): RemoteEditor {
  store.users += 1;
  let open = true;
  const { context, clone, target } = store;
  return {
    base,
    readFile: (path) => readFile(context, base, path, store.options.maxFileBytes ?? MAX_FILE),
    branchesMatching: async (prefix) =>
      (await branchesMatching(context, target, prefix)).map(({ name }) => name.slice("refs/heads/".length)),
    inspectBranch: async (name, paths) => (await inspectBranch(store, base, name, paths))?.branch,
    commit: (request) => commitAndPush(store, base, request),
    refresh: async () => editorAt(store, await fetchTip(context, clone)),
    close: async () => {
      if (!open) return;
      open = false;
      store.users -= 1;
      if (store.users === 0) await rm(context.directory, { recursive: true, force: true });
    },
  };
}

interface Inspection {
  readonly branch: InspectedBranch;
  readonly tree: string | undefined;
}

/** Reads a branch into its own clone, which borrows what the base has and is removed at once. */
async function inspectBranch(
  store: Store,
  base: ObjectId,
  name: string,
  paths: readonly string[],
): Promise<Inspection | undefined> {
  const clone = cloneOf(store.options, store.target, branchRef(name));
  const cloned = await cloneContext(clone, { context: store.context, commit: base }).catch((error: unknown) => {
    if (isMissingRef(error)) return undefined;
    throw error;
  });
  if (cloned === undefined) return undefined;
  const { context, tip: head } = cloned;
  try {
    // From the object itself: the clone's shallow boundary hides parents from every other answer.
    const [object] = await readObjects(context, [head]);
    const lines = headerLines(object?.content.toString("latin1") ?? "");
    const files = new Map<string, Buffer | undefined>();
    for (const path of paths) files.set(path, await regularFile(store, context, head, path));
    const parents = lines.filter(([key]) => key === "parent").map(([, id]) => objectIdOf(id));
    return { branch: { head, parents, files }, tree: lines.find(([key]) => key === "tree")?.[1] };
  } finally {
    await rm(context.directory, { recursive: true, force: true });
  }
}

/** The header of a commit object up to its author. */
function headerLines(content: string): [key: string, value: string][] {
  const lines = content.slice(0, content.indexOf("\nauthor ")).split("\n");
  return lines.map((line) => [line.slice(0, line.indexOf(" ")), line.slice(line.indexOf(" ") + 1)]);
}

/** On a branch that anyone may have made, a link or a directory is neither a file of ours nor a reason to stop. */
async function regularFile(store: Store, context: Context, head: ObjectId, path: string): Promise<Buffer | undefined> {
  const [entry] = await treeEntries(context, head, [path]);
  if (entry === undefined || entryFault(entry) !== undefined) return undefined;
  return readFile(context, head, path, store.options.maxFileBytes ?? MAX_FILE);
}

async function commitAndPush(store: Store, base: ObjectId, request: EditRequest): Promise<EditResult> {
  const ref = branchRef(request.branch);
  if (request.replaces !== undefined) objectIdOf(request.replaces);
  if (ref === store.clone.ref) {
    throw refused(`${request.branch} is the base branch; a change goes to its own branch`, {
      remedy: "Give another branch name.",
    });
  }
  await assertFiles(store.context, base, request);
  const { author, now } = store.options;
  const [made, seen] = await bothOf(
    commitOn(store.context, { paths: request.files, message: request.message, author, date: now() }, base),
    lookAround(store, base, ref),
  );
  if (made.changed.length === 0) {
    throw invalid("the files already have this content; there is nothing to commit", { remedy: "Commit a change." });
  }
  if (seen.held !== "absent" && seen.held !== request.replaces) return adoptedOrTaken(store, base, request, made.id);
  if (seen.tip !== base && (await touched(store, base, request))) return { state: "stale" };
  const { refs, messages } = await push(store.context, {
    ...store.target,
    atomic: true,
    allowRewind: request.replaces !== undefined,
    negotiate: seen.baseIsAdvertised ? "on retry" : "at once",
    updates: [{ ref, id: made.id, expect: seen.held, base }],
  });
  return concluded(store, base, request, made.id, refs[0], messages);
}

/** Only what is a plain file at the base is edited: no file comes or changes its kind. */
async function assertFiles(context: Context, base: ObjectId, { files }: EditRequest): Promise<void> {
  const paths = files.map(({ path }) => path);
  assertNoPipelineFiles(paths, "the commit");
  const entries = paths.length === 0 ? [] : await treeEntries(context, base, paths);
  const faults = paths.flatMap((path) => {
    const entry = entries.find((one) => one.path === path);
    const fault = entry === undefined ? "is not there" : entryFault(entry);
    return fault === undefined ? [] : [entry === undefined ? `${path} ${fault}` : `${path} is ${fault}`];
  });
  if (faults.length === 0) return;
  throw refused(`not a regular file in ${base.slice(0, 12)}: ${faults.join("; ")}`, {
    remedy: "Name a file that exists there, by its own path.",
  });
}

/** Both answers, or the first failure once neither runs any more. */
async function bothOf<A, B>(one: Promise<A>, other: Promise<B>): Promise<[A, B]> {
  await Promise.allSettled([one, other]);
  return Promise.all([one, other]);
}

interface Surroundings {
  readonly tip: ObjectId;
  /** What the branch to be written is at. */
  readonly held: ObjectId | "absent";
  /** Whether a push finds the base among the refs that the server shows. */
  readonly baseIsAdvertised: boolean;
}

/** The remotes at this moment, right before the push. */
async function lookAround(
  { context, options, clone, target }: Store,
  base: ObjectId,
  ref: FullRef,
): Promise<Surroundings> {
  const names = [clone.ref, ref];
  const looking = remoteRefs(context, target, names);
  const [upstream, pushed] = await bothOf(
    options.fork === undefined ? looking : remoteRefs(context, clone, [clone.ref]),
    looking,
  );
  const tip = upstream.find(({ name }) => name === clone.ref)?.id;
  if (tip === undefined) {
    throw undecided(`the branch ${options.baseBranch} no longer exists on the remote`, { remedy: "Check its name." });
  }
  return {
    tip,
    held: pushed.find(({ name }) => name === ref)?.id ?? "absent",
    baseIsAdvertised: pushed.some(({ id }) => id === base),
  };
}

/** Whether the files are other ones at the newest base. */
async function touched({ context, clone }: Store, base: ObjectId, { files }: EditRequest): Promise<boolean> {
  const paths = files.map(({ path }) => path);
  const newest = await fetchTip(context, clone);
  const [before, after] = [await treeEntries(context, base, paths), await treeEntries(context, newest, paths)];
  return paths.some((path) => {
    const [one, other] = [before, after].map((entries) => entries.find((entry) => entry.path === path));
    return one?.id !== other?.id || one?.mode !== other?.mode;
  });
}

async function concluded(
  store: Store,
  base: ObjectId,
  request: EditRequest,
  commit: ObjectId,
  result: PushedRef | undefined,
  messages: readonly string[],
): Promise<EditResult> {
  if (result?.state === "pushed") return { state: "written", commit };
  if (result?.state === "unchanged" || result?.state === "adopted") return { state: "adopted", commit };
  if (result?.state === "stale") return adoptedOrTaken(store, base, request, commit);
  const reason = result?.reason ?? "no reason";
  throw refused(`the server refused the branch ${request.branch}: ${[reason, ...messages].join("; ")}`, {
    remedy: /shallow/.test(reason)
      ? "Bring the fork's base branch up to date with the upstream (GitLab: Update fork), and run again."
      : "Read what the server says; the token needs the right to push this branch.",
  });
}

/** A branch that is there already is ours when it is this very change: the base as its parent, and the same tree. */
async function adoptedOrTaken(
  store: Store,
  base: ObjectId,
  request: EditRequest,
  commit: ObjectId,
): Promise<EditResult> {
  const [there, [tree]] = await bothOf(
    inspectBranch(store, base, request.branch, []),
    describeObjects(store.context, [`${commit}^{tree}`]),
  );
  if (there === undefined) {
    throw undecided(`the branch ${request.branch} came and went while it was being pushed`, { remedy: "Run again." });
  }
  const { head, parents } = there.branch;
  const ours = parents.length === 1 && parents[0] === base && there.tree === tree?.id;
  return ours ? { state: "adopted", commit: head } : { state: "taken" };
}
