import { readFile } from "node:fs/promises";
import { join } from "node:path";

import { ActionError } from "@release-actions/action";

import { GitError } from "./errors.ts";
import { changedFiles } from "./commit.ts";
import { fullRefOf, isObjectId, objectIdOf, repositoryPath } from "./names.ts";
import type { FullRef, ObjectId } from "./names.ts";
import { exactName, headCommit, nulSeparated } from "./objects.ts";
import type { Context } from "./place.ts";
import type { Commit, History, LogOptions, Relation } from "./types.ts";

/**
 * git answers 0 for yes and 1 for no. A no is worth nothing where a shallow boundary hides parents, and 128 says
 * that a commit is missing: both are unknown.
 */
export async function isAncestor(
  context: Context,
  ancestor: ObjectId | FullRef,
  descendant: ObjectId | FullRef,
): Promise<"yes" | "no" | "unknown"> {
  const [{ code }, place] = await Promise.all([
    context.git({
      command: "merge-base",
      options: ["--is-ancestor"],
      values: [exactName(ancestor), exactName(descendant)],
      answers: [0, 1, 128],
    }),
    context.place(),
  ]);
  if (code === 0) return "yes";
  return code === 1 && !place.shallow ? "no" : "unknown";
}

/** See `Relation`. A server that cannot send a missing commit leaves it open as well. */
export async function relation(context: Context, from: ObjectId | FullRef, to: ObjectId | FullRef): Promise<Relation> {
  try {
    const [ahead, behind] = await Promise.all([isAncestor(context, from, to), isAncestor(context, to, from)]);
    if (ahead === "yes") return "ahead";
    if (behind === "yes") return "behind";
    return ahead === "no" && behind === "no" ? "diverged" : "unknown";
  } catch (error) {
    if (error instanceof ActionError && error.verdict === "undecided") return "unknown";
    throw error;
  }
}

/**
 * Whether a ref below one of these prefixes (`refs/tags/`, …) leads to a commit that is here. "unknown" where a shallow
 * boundary may hide the way.
 */
export async function isReachable(
  context: Context,
  commit: ObjectId,
  prefixes: readonly string[],
): Promise<"yes" | "no" | "unknown"> {
  const [{ stdout }, place] = await Promise.all([
    context.git({
      command: "for-each-ref",
      options: [`--contains=${objectIdOf(commit, "commit id")}`, "--count=1", "--format=%(refname)"],
      values: prefixes.map((prefix) => `${fullRefOf(prefix.replace(/\/$/, ""))}/`),
    }),
    context.place(),
  ]);
  if (stdout.length > 0) return "yes";
  return place.shallow ? "unknown" : "no";
}

const DEFAULT_LIMIT = 10_000;
const FIELDS = ["%H", "%P", "%an", "%ae", "%at", "%ct", "%s", "%b"];

export async function log(context: Context, options: LogOptions): Promise<History> {
  const limit = options.limit ?? DEFAULT_LIMIT;
  const place = await context.place();
  const range = [exactName(options.to), ...(options.from === undefined ? [] : [`^${exactName(options.from)}`])];
  const [{ stdout }, complete] = await Promise.all([
    context.git({
      command: "log",
      options: ["-z", `--format=tformat:${FIELDS.join("%x00")}`, `--max-count=${limit + 1}`, "--no-show-signature"],
      values: range,
      paths: (options.paths ?? []).map(repositoryPath),
      directory: place.top,
      maxOutput: 256 * 1024 * 1024,
    }),
    place.shallow ? reachesNoBoundary(context, range, place.commonDirectory) : true,
  ]);
  const commits = parseLog(stdout, options.emails === true);
  return { commits: commits.slice(0, limit), complete, truncated: commits.length > limit };
}

/** Whether a walk of the whole range stays clear of the commits whose parents are cut off. */
async function reachesNoBoundary(context: Context, range: readonly string[], directory: string): Promise<boolean> {
  const boundary = new Set((await readFile(join(directory, "shallow"), "utf8")).split("\n"));
  const { stdout } = await context.git({ command: "rev-list", values: range, paths: [], maxOutput: 256 * 1024 * 1024 });
  return !stdout
    .toString("utf8")
    .split("\n")
    .some((id) => id !== "" && boundary.has(id));
}

function parseLog(output: Buffer, emails: boolean): Commit[] {
  const fields = nulSeparated(output);
  const commits: Commit[] = [];
  for (let at = 0; at + FIELDS.length <= fields.length; at += FIELDS.length) {
    const row = fields.slice(at, at + FIELDS.length);
    const [id = "", parents = "", author = "", email = "", authored, committed, subject = "", body = ""] = row;
    commits.push({
      id: objectIdOf(id),
      parents: parents
        .split(" ")
        .filter((parent) => parent !== "")
        .map((parent) => objectIdOf(parent)),
      author,
      ...(emails ? { authorEmail: email } : {}),
      authorDate: Number(authored) * 1000,
      committerDate: Number(committed) * 1000,
      subject,
      body: body.trimEnd(),
    });
  }
  return commits;
}

/**
 * The paths that differ between the work tree and the commit where HEAD's history left that of `name`: what was
 * committed since, and what is not committed yet. Undefined where no such commit is here.
 */
export async function changedSince(context: Context, name: ObjectId | FullRef): Promise<readonly string[] | undefined> {
  const [head, place] = await Promise.all([headCommit(context), context.place()]);
  if (head === undefined) return undefined;
  const { code, stdout } = await context.git({
    command: "merge-base",
    values: [exactName(name), head],
    answers: [0, 1, 128],
  });
  const base = stdout.toString("utf8").trim();
  if (code !== 0 || !isObjectId(base)) return undefined;
  const [committed, pending] = await Promise.all([
    context.git({
      command: "diff-tree",
      options: ["-r", "-z", "--name-only", "--no-renames", "--no-ext-diff", "--no-textconv"],
      values: [base, head],
      directory: place.top,
      maxOutput: 64 * 1024 * 1024,
    }),
    changedFiles(context),
  ]);
  return [...new Set([...nulSeparated(committed.stdout), ...pending])];
}

/**
 * The paths that the commits behind `tip` and not behind `excluded` change, merges compared with each parent.
 * Undefined where the history needed for an answer is not here.
 */
export async function pathsChanged(
  context: Context,
  tip: ObjectId,
  excluded: readonly ObjectId[],
): Promise<readonly string[] | undefined> {
  try {
    const { stdout } = await context.git({
      command: "log",
      options: [
        "--format=tformat:",
        "--name-only",
        "-z",
        "-m",
        "--root",
        "--no-renames",
        "--no-ext-diff",
        "--no-textconv",
      ],
      values: [tip, ...excluded.map((id) => `^${id}`)],
      paths: [],
      maxOutput: 64 * 1024 * 1024,
    });
    return [
      ...new Set(
        nulSeparated(stdout)
          .map((path) => path.replace(/^\n/, ""))
          .filter((path) => path !== ""),
      ),
    ];
  } catch (error) {
    if (error instanceof GitError && error.code === 128) return undefined;
    throw error;
  }
}
