import { invalid, refused, undecided } from "@release-actions/action";

import { fullRefOf, isObjectId, objectIdOf, repositoryPath } from "./names.ts";
import type { FullRef, ObjectId } from "./names.ts";
import type { Context } from "./place.ts";
import type { GitObject, ObjectType } from "./types.ts";

/** An object with its content, as `git cat-file --batch` gives it. */
export interface ReadObject extends GitObject {
  readonly content: Buffer;
}

/** Refuses everything but a full id or a full ref: a short name could be a branch as well as a tag. */
export function exactName(name: string): ObjectId | FullRef {
  return isObjectId(name) ? name : fullRefOf(name);
}

/** The contents behind several names, in order, by one process. Names are validated by the caller. */
export async function readObjects(
  context: Context,
  names: readonly string[],
  variables: Readonly<Record<string, string>> = {},
): Promise<(ReadObject | undefined)[]> {
  const { stdout } = await context.git({
    command: "cat-file",
    options: ["--batch"],
    input: names.map((name) => `${name}\n`).join(""),
    variables,
  });
  let at = 0;
  return names.map(() => {
    const end = stdout.indexOf(0x0a, at);
    const header = parseHeader(stdout.toString("utf8", at, end < 0 ? stdout.length : end));
    if (header === undefined) {
      at = end + 1;
      return undefined;
    }
    const content = stdout.subarray(end + 1, end + 1 + header.size);
    at = end + 1 + header.size + 1;
    return { id: header.id, type: header.type, content };
  });
}

/** Ids and types behind several names, in order, by one process. */
export async function describeObjects(context: Context, names: readonly string[]): Promise<(GitObject | undefined)[]> {
  if (names.length === 0) return [];
  const { stdout } = await context.git({
    command: "cat-file",
    options: ["--batch-check"],
    input: names.map((name) => `${name}\n`).join(""),
  });
  const lines = stdout.toString("utf8").split("\n");
  return names.map((_, index) => {
    const header = parseHeader(lines[index] ?? "");
    return header === undefined ? undefined : { id: header.id, type: header.type };
  });
}

export async function resolve(context: Context, name: ObjectId | FullRef): Promise<GitObject | undefined> {
  const [object] = await describeObjects(context, [exactName(name)]);
  return object;
}

export async function peel(context: Context, name: ObjectId | FullRef): Promise<ObjectId> {
  const exact = exactName(name);
  const [commit, end] = await describeObjects(context, [`${exact}^{commit}`, `${exact}^{}`]);
  if (commit !== undefined) return commit.id;
  if (end !== undefined) throw notACommit(exact, end.type);
  throw undecided(`${exact} is not in this repository`, {
    remedy: "Fetch it first; for the whole history, set fetch-depth: 0 in actions/checkout (GitLab: GIT_DEPTH: 0).",
  });
}

/** The error for a name that leads to a tree or a blob. */
export function notACommit(name: string, type: ObjectType): Error {
  return refused(`${name} leads to a ${type}, not to a commit`, {
    remedy: "Tag a commit: `git tag -a <name> <commit>`.",
  });
}

export async function headCommit(context: Context): Promise<ObjectId | undefined> {
  const [head] = await describeObjects(context, ["HEAD^{commit}"]);
  return head?.id;
}

export async function headBranch(context: Context): Promise<FullRef | undefined> {
  const { code, stdout } = await context.git({
    command: "symbolic-ref",
    options: ["--quiet", "HEAD"],
    answers: [0, 1],
  });
  return code === 0 ? fullRefOf(stdout.toString("utf8").trimEnd()) : undefined;
}

/** One entry of a commit's tree. */
export interface TreeEntry {
  /** Such as 100644. */
  readonly mode: string;
  readonly type: string;
  readonly id: ObjectId;
  readonly path: string;
}

/** The entries at exactly these paths of a commit. */
export async function treeEntries(context: Context, commit: ObjectId, paths: readonly string[]): Promise<TreeEntry[]> {
  const { stdout } = await context.git({
    command: "ls-tree",
    options: ["-z", "--full-tree"],
    values: [objectIdOf(commit, "commit id")],
    paths: paths.map(repositoryPath),
  });
  return nulSeparated(stdout).map((record) => {
    const [, mode = "", type = "", id = "", path = ""] = /^(\d+) (\w+) ([0-9a-f]+)\t([^]*)$/.exec(record) ?? [];
    return { mode, type, id: objectIdOf(id), path };
  });
}

export async function readFile(
  context: Context,
  commit: ObjectId,
  path: string,
  maxBytes: number,
): Promise<Buffer | undefined> {
  const [entry] = await treeEntries(context, commit, [path]);
  if (entry === undefined) return undefined;
  const fault = entryFault(entry);
  if (fault !== undefined) {
    throw invalid(`${path} in ${commit.slice(0, 12)} is ${fault}, not a regular file`, {
      remedy: "Name the file itself.",
    });
  }
  const { stdout: size } = await context.git({ command: "cat-file", options: ["-s"], values: [entry.id] });
  if (Number(size.toString("utf8")) > maxBytes) {
    throw invalid(
      `${path} in ${commit.slice(0, 12)} has ${size.toString("utf8").trim()} bytes, more than ${maxBytes}`,
      {
        remedy: "Raise the limit, or name a smaller file.",
      },
    );
  }
  const { stdout } = await context.git({
    command: "cat-file",
    options: ["blob"],
    values: [entry.id],
    maxOutput: maxBytes,
  });
  return stdout;
}

/** What keeps a tree entry from being a plain file, in words. */
export function entryFault(entry: TreeEntry): string | undefined {
  if (entry.mode === "120000") return "a symbolic link";
  if (entry.mode === "160000") return "a submodule";
  if (entry.type === "tree") return "a directory";
  return entry.type === "blob" ? undefined : `a ${entry.type}`;
}

export function nulSeparated(output: Buffer): string[] {
  const text = output.toString("utf8");
  return text === "" ? [] : (text.endsWith("\0") ? text.slice(0, -1) : text).split("\0");
}

function parseHeader(line: string): (GitObject & { readonly size: number }) | undefined {
  const found = /^([0-9a-f]{40}|[0-9a-f]{64}) (commit|tag|tree|blob)(?: (\d+))?$/.exec(line);
  if (found === null) return undefined;
  return { id: objectIdOf(found[1] ?? ""), type: found[2] as ObjectType, size: Number(found[3] ?? 0) };
}
