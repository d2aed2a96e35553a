import { createHash } from "node:crypto";
import { constants } from "node:fs";
import { copyFile, lstat, open, realpath, rm } from "node:fs/promises";
import { dirname, join, relative, sep } from "node:path";

import { invalid, refused, undecided } from "@release-actions/action";

import { GitError } from "./errors.ts";
import { identityVariables, signingSettings } from "./identity.ts";
import { fullRefOf, objectIdOf, repositoryPath } from "./names.ts";
import type { ObjectId } from "./names.ts";
import { entryFault, headBranch, headCommit, nulSeparated, resolve, treeEntries } from "./objects.ts";
import type { TreeEntry } from "./objects.ts";
import { assertNoPipelineFiles } from "./pipeline-files.ts";
import { makeTemporary, withShadow } from "./shadow.ts";
import type { Context, Place } from "./place.ts";
import type { CommitRequest, CommitResult, FileChange } from "./types.ts";

const MAX_FILE = 100 * 1024 * 1024;

/** One file as the commit will hold it. */
interface Intended {
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly mode: string;
  readonly blob: ObjectId;
}

/**
 * Makes one commit that changes exactly the given paths, in its own index: what else is staged or changed
 * stays as it is, and no filter, hook or line-ending rule has a say in the bytes.
 */
export async function commit(context: Context, request: CommitRequest): Promise<CommitResult> {
  const branch = request.branch === undefined ? await headBranch(context) : fullRefOf(request.branch);
  const parent = branch === undefined ? await headCommit(context) : (await resolve(context, branch))?.id;
  if (request.parent !== undefined && parent !== request.parent) throw branchMoved(branch);
  const { id, changed } = await commitOn(context, request, parent);
  if (changed.length === 0) return { id, changed: false };
  if (branch === (await headBranch(context))) await stage(context, changed);
  await moveBranch(context, request, branch, id, parent);
  return { id, changed: true };
}

/** Writes and proves the commit; no branch or index learns of it. Without a change, `id` is the parent. */
export async function commitOn(
  context: Context,
  request: Omit<CommitRequest, "branch" | "parent">,
  parent: ObjectId | undefined,
): Promise<{ readonly id: ObjectId; readonly changed: readonly Intended[] }> {
  const place = await context.place();
  const paths = request.paths.map((change) => repositoryPath(typeof change === "string" ? change : change.path));
  if (new Set(paths).size !== paths.length || paths.length === 0) {
    throw invalid("a commit names no path, or one path twice", { remedy: "Name each file once." });
  }
  if (request.allowPipelineFiles !== true) assertNoPipelineFiles(paths, "the commit");

  const entries = parent === undefined ? [] : await treeEntries(context, parent, paths);
  const wanted = await Promise.all(request.paths.map((change) => intend(change, place, entries)));
  const changed = wanted.filter(({ path, blob }) => entries.find((entry) => entry.path === path)?.id !== blob);
  if (changed.length === 0 && parent !== undefined) return { id: parent, changed };

  const id = await writeCommit(context, request, parent, changed);
  await assertExact(context, parent, id, changed);
  return { id, changed };
}

async function intend(change: FileChange, place: Place, entries: readonly TreeEntry[]): Promise<Intended> {
  const path = typeof change === "string" ? change : change.path;
  const entry = entries.find((one) => one.path === path);
  const fault = entry === undefined ? undefined : entryFault(entry);
  if (fault !== undefined)
    throw refused(`${path} is ${fault} in the parent commit`, { remedy: "Name a regular file." });
  const file = typeof change === "string" ? await readWorkFile(place.top, path) : { bytes: change.bytes };
  const mode = entry?.mode ?? ("mode" in file ? file.mode : "100644");
  if (entry !== undefined && "mode" in file && sep === "/" && file.mode !== entry.mode) {
    throw refused(`${path} changed its mode from ${entry.mode} to ${file.mode}`, {
      remedy: `Restore it: chmod ${entry.mode === "100755" ? "+x" : "-x"} ${path}`,
    });
  }
  return { path, bytes: file.bytes, mode, blob: blobId(file.bytes, place.format) };
}

/** A regular file inside the work tree, not reached through a link, read by the descriptor that was checked. */
async function readWorkFile(top: string, path: string): Promise<{ readonly bytes: Buffer; readonly mode: string }> {
  const full = join(top, path);
  const seen = await lstat(full).catch(() => undefined);
  if (seen === undefined) throw invalid(`${path} is not in the work tree`, { remedy: "Name a file that exists." });
  const real = relative(await realpath(top), await realpath(dirname(full)));
  if (!seen.isFile() || join(real, ".") !== join(dirname(path), ".")) {
    throw refused(`${path} is not a regular file, or is reached through a symbolic link`, {
      remedy: "Name the file itself, by its path inside the repository.",
    });
  }
  const handle = await open(full, constants.O_RDONLY | (constants.O_NOFOLLOW ?? 0) | (constants.O_NONBLOCK ?? 0));
  try {
    const { size, mode } = await handle.stat();
    if (size > MAX_FILE) throw invalid(`${path} has ${size} bytes, more than ${MAX_FILE}`, { remedy: "Leave it out." });
    return { bytes: await handle.readFile(), mode: (mode & 0o100) === 0 ? "100644" : "100755" };
  } finally {
    await handle.close();
  }
}

function blobId(bytes: Uint8Array, format: Place["format"]): ObjectId {
  return objectIdOf(createHash(format).update(`blob ${bytes.length}\0`).update(bytes).digest("hex"));
}

async function writeCommit(
  context: Context,
  request: Omit<CommitRequest, "branch" | "parent">,
  parent: ObjectId | undefined,
  changed: readonly Intended[],
): Promise<ObjectId> {
  const directory = await makeTemporary(context.options.temporary, "index-");
  const variables = { GIT_INDEX_FILE: join(directory, "index") };
  try {
    if (parent !== undefined) await context.git({ command: "read-tree", values: [parent], variables });
    for (const { bytes } of changed) {
      await context.git({ command: "hash-object", options: ["-w", "--stdin"], input: bytes });
    }
    await context.git({
      command: "update-index",
      options: ["-z", "--index-info"],
      input: indexInfo(changed),
      variables,
    });
    const tree = await printedId(context.git({ command: "write-tree", options: ["--missing-ok"], variables }));
    const signing = signingSettings(request.sign);
    return await printedId(
      context.git({
        command: "commit-tree",
        options: [
          ...(request.sign === undefined ? [] : ["-S"]),
          ...(parent === undefined ? [] : ["-p", parent]),
          "-F",
          "-",
        ],
        values: [tree],
        input: messageBytes(request.message),
        config: signing.config,
        variables: { ...identityVariables(request.author, request.date ?? Date.now()), ...signing.variables },
      }),
    );
  } finally {
    await rm(directory, { recursive: true, force: true });
  }
}

function indexInfo(files: readonly Intended[]): string {
  return files.map(({ mode, blob, path }) => `${mode} ${blob}\t${path}\0`).join("");
}

/** The proof that the commit is what was requested: these paths, these bytes, nothing else. */
async function assertExact(
  context: Context,
  parent: ObjectId | undefined,
  id: ObjectId,
  changed: readonly Intended[],
): Promise<void> {
  const { stdout } = await context.git({
    command: "diff-tree",
    options: ["-r", "-z", "--no-commit-id", "--no-renames", "--root"],
    values: parent === undefined ? [id] : [parent, id],
  });
  const fields = nulSeparated(stdout);
  const found = new Map<string, string>();
  for (let at = 0; at + 1 < fields.length; at += 2) found.set(fields[at + 1] ?? "", fields[at] ?? "");
  const exact =
    found.size === changed.length &&
    changed.every(({ path, mode, blob }) => {
      const [, newMode, , newBlob] = (found.get(path) ?? "").split(" ");
      return newMode === mode && newBlob === blob;
    });
  if (!exact) {
    throw undecided(`the commit ${id} does not hold exactly what was intended; no branch was moved`, {
      remedy: "Another process writes to this repository; run again in a fresh clone.",
    });
  }
}

/**
 * Brings the index of the work tree along, before the branch moves: a stale lock then stops with nothing done. Through
 * a shadow, since writing an index compares files that look unchanged, by the filters of the configuration.
 */
async function stage(context: Context, changed: readonly Intended[]): Promise<void> {
  const place = await context.place();
  await withShadow(context, undefined, ({ variables }) =>
    context.git({
      command: "update-index",
      options: ["-z", "--index-info"],
      input: indexInfo(changed),
      directory: place.top,
      variables: { ...variables, GIT_WORK_TREE: place.top, GIT_INDEX_FILE: join(place.gitDirectory, "index") },
    }),
  );
}

async function moveBranch(
  context: Context,
  request: CommitRequest,
  branch: string | undefined,
  id: ObjectId,
  parent: ObjectId | undefined,
): Promise<void> {
  const { format } = await context.place();
  const old = parent ?? "0".repeat(format === "sha256" ? 64 : 40);
  try {
    await context.git({
      command: "update-ref",
      options: [...(branch === undefined ? ["--no-deref"] : []), "--stdin"],
      input: `update ${branch ?? "HEAD"} ${id} ${old}\n`,
      variables: identityVariables(request.author, request.date ?? Date.now()),
    });
  } catch (error) {
    if (!(error instanceof GitError) || !/but expected|already exists|unable to resolve/.test(error.stderr))
      throw error;
    throw branchMoved(branch, error);
  }
}

function branchMoved(branch: string | undefined, cause?: unknown): Error {
  return undecided(`${branch ?? "HEAD"} was moved by another process meanwhile`, {
    remedy: "Run again, on the branch's current commit.",
    cause,
  });
}

/**
 * Compares the work tree with HEAD through a copy of the index in our own git directory: a filter, a file
 * system monitor or a submodule of the repository's configuration is never run.
 */
export async function changedFiles(context: Context): Promise<readonly string[]> {
  const place = await context.place();
  const head = await headCommit(context);
  return withShadow(context, head, async ({ gitDirectory, variables }) => {
    await copyFile(join(place.gitDirectory, "index"), join(gitDirectory, "index")).catch(() => undefined);
    const { stdout } = await context.git({
      command: "status",
      options: ["--porcelain=v1", "-z", "--untracked-files=all", "--ignore-submodules=all", "--no-renames"],
      config: { "core.excludesFile": join(place.commonDirectory, "info", "exclude") },
      directory: place.top,
      variables: { ...variables, GIT_WORK_TREE: place.top },
      maxOutput: 64 * 1024 * 1024,
    });
    return nulSeparated(stdout).map((record) => record.slice(3));
  });
}

async function printedId(outcome: Promise<{ readonly stdout: Buffer }>): Promise<ObjectId> {
  return objectIdOf((await outcome).stdout.toString("utf8").trim());
}

function messageBytes(message: string): string {
  if (message.trim() === "" || message.includes("\0")) {
    throw invalid("the commit message is empty or contains a NUL", { remedy: "Write a message." });
  }
  return message.endsWith("\n") ? message : `${message}\n`;
}
