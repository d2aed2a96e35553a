import { mkdir, readdir, rm, stat } from "node:fs/promises";
import { join } from "node:path";

import { invalid, undecided } from "@release-actions/action-types";

import { fullRefOf, repositoryPath } from "./names.ts";
import type { FullRef } from "./names.ts";
import { peel } from "./objects.ts";
import { contextOf } from "./place.ts";
import { makeGitDirectory, makeTemporary } from "./shadow.ts";
import type { Context } from "./place.ts";
import { remoteAddress } from "./remote-url.ts";
import { repositoryIn } from "./repository.ts";
import type { CloneOptions, Repository } from "./types.ts";

const GIB = 1024 ** 3;

export async function privateClone(options: CloneOptions): Promise<Repository> {
  const ref = fullRefOf(options.ref);
  const { url } = remoteAddress(options);
  if (options.depth !== undefined && !(Number.isInteger(options.depth) && options.depth > 0)) {
    throw invalid(`a clone of depth ${options.depth} is not possible`, { remedy: "Give a whole number from 1." });
  }
  const sparse = options.sparse?.map((path) => sparseLine(path));
  const directory = await makeTemporary(options.temporary, "clone-");
  const gitDirectory = join(directory, ".git");
  try {
    await mkdir(gitDirectory);
    const branch = ref.startsWith("refs/heads/");
    await makeGitDirectory(gitDirectory, {
      format: "sha1",
      head: `ref: ${branch ? ref : "refs/heads/none"}`,
      config: cloneConfig(url, options, sparse !== undefined),
    });
    const context = contextOf({ ...options, directory }, options);
    await fetchRef(context, options, ref, gitDirectory);
    const tip = await peel(context, tracking(ref));
    await context.git({
      command: "update-ref",
      options: [...(branch ? [] : ["--no-deref"]), "--stdin"],
      input: branch ? `create ${ref} ${tip}\n` : `update HEAD ${tip}\n`,
    });
    if (sparse !== undefined) await checkOut(context, sparse);
    return repositoryIn(context);
  } catch (error) {
    await rm(directory, { recursive: true, force: true });
    throw error;
  }
}

/** The URL is in its parsed form and so has neither quotes nor line breaks. */
function cloneConfig(url: string, options: CloneOptions, sparse: boolean): string {
  const { filter } = options;
  return [
    "[core]\n\tsymlinks = false\n",
    sparse ? "\tsparseCheckout = true\n\tsparseCheckoutCone = true\n" : "",
    `[remote "origin"]\n\turl = "${url}"\n`,
    filter === undefined ? "" : `\tpromisor = true\n\tpartialCloneFilter = ${filter}\n`,
    filter === undefined ? "" : "[extensions]\n\tpartialClone = origin\n",
  ].join("");
}

function tracking(ref: FullRef): FullRef {
  return fullRefOf(ref.replace(/^refs\/heads\//, "refs/remotes/origin/"));
}

async function fetchRef(context: Context, options: CloneOptions, ref: FullRef, gitDirectory: string): Promise<void> {
  const maxBytes = options.maxBytes ?? GIB;
  const watch = (): Promise<void> => insistSmall(join(gitDirectory, "objects", "pack"), maxBytes);
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
}

async function insistSmall(directory: string, maxBytes: number): Promise<void> {
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
