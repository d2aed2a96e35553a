import { copyFile, mkdir, readdir, rm, stat, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { invalid, undecided } from "@release-actions/action";

import { isMissingRef } from "./errors.ts";
import { branchRef, fullRefOf, repositoryPath } from "./names.ts";
import type { FullRef, ObjectId } from "./names.ts";
import { peel } from "./objects.ts";
import { contextOf } from "./place.ts";
import { makeGitDirectory, makeTemporary } from "./shadow.ts";
import type { Context } from "./place.ts";
import { remoteAddress } from "./remote-url.ts";
import { repositoryIn } from "./repository.ts";
import type { ClonedHistory, CloneOptions, HistoryOptions, Repository, WorkTree, WorkTreeOptions } from "./types.ts";

const GIB = 1024 ** 3;

export async function privateClone(options: CloneOptions): Promise<Repository> {
  return repositoryIn((await cloneContext(options)).context);
}

export async function cloneHistory({ branches, ...options }: HistoryOptions): Promise<ClonedHistory | undefined> {
  for (const name of branches) {
    const branch = branchRef(name);
    try {
      return { repository: await privateClone({ ...options, ref: branch, filter: "tree:0" }), branch };
    } catch (error) {
      if (!isMissingRef(error)) throw error;
    }
  }
  return undefined;
}

/** The work tree is complete, with its symbolic links. */
export async function cloneWorkTree(options: WorkTreeOptions): Promise<WorkTree> {
  const { context, tip } = await cloneContext(options, undefined, options.directory);
  return {
    commit: tip,
    apply: async (diff) =>
      void (await context.git({
        command: "apply",
        options: ["--index", "--ignore-whitespace"],
        input: diff,
        remote: undefined,
      })),
  };
}

/** A commit whose objects, as far as they are in another clone, need not come again. */
export interface Lender {
  readonly context: Context;
  readonly commit: ObjectId;
}

/**
 * A clone as this package works in it, and the commit of its ref. With `workTree`, a directory that does not exist yet,
 * the clone is made there and everything is checked out.
 */
export async function cloneContext(
  options: CloneOptions,
  lender?: Lender,
  workTree?: string,
): Promise<{ readonly context: Context; readonly tip: ObjectId }> {
  const ref = fullRefOf(options.ref);
  const { url } = remoteAddress(options);
  if (options.depth !== undefined && !(Number.isInteger(options.depth) && options.depth > 0)) {
    throw invalid(`a clone of depth ${options.depth} is not possible`, { remedy: "Give a whole number from 1." });
  }
  const sparse = options.sparse?.map((path) => sparseLine(path));
  const directory = workTree ?? (await makeTemporary(options.temporary, "clone-"));
  if (workTree !== undefined) await mkdir(workTree);
  const gitDirectory = join(directory, ".git");
  try {
    await mkdir(gitDirectory);
    const branch = ref.startsWith("refs/heads/");
    await makeGitDirectory(gitDirectory, {
      format: "sha1",
      head: `ref: ${branch ? ref : "refs/heads/none"}`,
      config: cloneConfig(url, options, { sparse: sparse !== undefined, links: workTree !== undefined }),
    });
    if (lender !== undefined) await borrow(gitDirectory, lender);
    const context = contextOf({ ...options, directory }, options);
    const tip = await fetchTip(context, options);
    await context.git({
      command: "update-ref",
      options: [...(branch ? [] : ["--no-deref"]), "--stdin"],
      input: branch ? `create ${ref} ${tip}\n` : `update HEAD ${tip}\n`,
    });
    if (sparse !== undefined) await checkOut(context, sparse);
    else if (workTree !== undefined) await context.git({ command: "read-tree", options: ["-m", "-u", "HEAD"] });
    return { context, tip };
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

/** Leads git to the lender's objects, and lets a fetch say that it has them. */
async function borrow(gitDirectory: string, { context, commit }: Lender): Promise<void> {
  const { commonDirectory, shallow } = await context.place();
  await writeFile(join(gitDirectory, "objects", "info", "alternates"), `${join(commonDirectory, "objects")}\n`);
  if (shallow) await copyFile(join(commonDirectory, "shallow"), join(gitDirectory, "shallow"));
  await writeFile(join(gitDirectory, "refs", "lent"), `${commit}\n`);
}

/** The URL is in its parsed form and so has neither quotes nor line breaks. */
function cloneConfig(
  url: string,
  { filter }: CloneOptions,
  { sparse, links }: { readonly sparse: boolean; readonly links: boolean },
): string {
  return [
    `[core]\n\tsymlinks = ${links}\n`,
    sparse ? "\tsparseCheckout = true\n\tsparseCheckoutCone = true\n" : "",
    `[remote "origin"]\n\turl = "${url}"\n`,
    filter === undefined ? "" : `\tpromisor = true\n\tpartialCloneFilter = ${filter}\n`,
    filter === undefined ? "" : "[extensions]\n\tpartialClone = origin\n",
  ].join("");
}

function tracking(ref: FullRef): FullRef {
  return fullRefOf(ref.replace(/^refs\/heads\//, "refs/remotes/origin/"));
}

/** Brings the clone's one ref as it is on the remote now, and gives its commit. */
export async function fetchTip(context: Context, options: CloneOptions): Promise<ObjectId> {
  const ref = fullRefOf(options.ref);
  const maxBytes = options.maxBytes ?? GIB;
  const watch = (): Promise<void> => assertSmall(join(context.directory, ".git", "objects", "pack"), maxBytes);
  await context.git({
    command: "fetch",
    options: [
      "--quiet",
      "--no-tags",
      "--no-write-fetch-head",
      "--no-auto-maintenance",
      ...(options.depth === undefined ? [] : [`--depth=${options.depth}`]),
      ...(options.filter === undefined ? [] : [`--filter=${options.filter}`]),
    ],
    values: ["origin", `+${ref}:${tracking(ref)}`],
    // Even a few objects stay in their pack, where the watch sees them.
    config: { "fetch.unpackLimit": "1" },
    watch,
  });
  await watch();
  return peel(context, tracking(ref));
}

async function assertSmall(directory: string, maxBytes: number): Promise<void> {
  const names = await readdir(directory).catch(() => []);
  const sizes = await Promise.all(
    names.map((name) =>
      stat(join(directory, name)).then(
        ({ size }) => size,
        () => 0,
      ),
    ),
  );
  const total = sizes.reduce((sum, size) => sum + size, 0);
  if (total <= maxBytes) return;
  throw undecided(`the clone takes more than ${maxBytes} bytes and was stopped`, {
    remedy: "Clone with less depth, a filter and fewer directories, or raise the limit.",
  });
}

async function checkOut(context: Context, directories: readonly string[]): Promise<void> {
  await context.git({ command: "sparse-checkout", options: ["set", "--cone", "--stdin"], input: directories.join("") });
  await context.git({ command: "read-tree", options: ["-m", "-u", "HEAD"] });
}

function sparseLine(path: string): string {
  if (/[\r\n"]/.test(path)) throw invalid("a directory to check out has a line break or a quote in its name");
  return `${repositoryPath(path)}\n`;
}
