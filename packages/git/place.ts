import { existsSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, relative, sep } from "node:path";

import { invalid } from "@release-actions/action";

import { runGit } from "./run.ts";
import type { Invocation, Outcome } from "./run.ts";
import type { GitOptions, OpenOptions, Remote, Tag } from "./types.ts";

/** Where a repository is and what shape it has. */
export interface Place {
  /** The top of the work tree. */
  readonly top: string;
  readonly gitDirectory: string;
  /** Where objects, tags and the shallow list are, also for a linked work tree. */
  readonly commonDirectory: string;
  readonly shallow: boolean;
  readonly format: "sha1" | "sha256";
}

/** A tag as it is on the remote, in our own git directory. */
export interface FetchedTag {
  readonly tag: Tag;
  /** Leads git to its objects. */
  readonly variables: Readonly<Record<string, string>>;
}

/** What the functions of this package share about one repository. */
export interface Context {
  readonly options: GitOptions;
  readonly directory: string;
  readonly place: () => Promise<Place>;
  /** Set for a private clone: its configuration is ours, and missing objects may be fetched from here. */
  readonly origin?: Remote;
  readonly fetched: Map<string, FetchedTag>;
  /** Runs git in the repository. */
  readonly git: (invocation: Omit<Invocation, "directory"> & { readonly directory?: string }) => Promise<Outcome>;
}

export function contextOf(options: OpenOptions, origin?: Remote): Context {
  const accepted: Record<string, string> = options.acceptOwner === true ? { "safe.directory": options.directory } : {};
  const git: Context["git"] = (invocation) =>
    runGit(options, {
      directory: options.directory,
      remote: origin,
      ...invocation,
      config: { ...accepted, ...invocation.config },
    });
  let place: Promise<Place> | undefined;
  return {
    options,
    directory: options.directory,
    place: () => (place ??= findPlace(git, options.directory)),
    ...(origin === undefined ? {} : { origin }),
    fetched: new Map(),
    git,
  };
}

async function findPlace(git: Context["git"], directory: string): Promise<Place> {
  const { stdout } = await git({
    command: "rev-parse",
    options: [
      "--path-format=absolute",
      "--is-shallow-repository",
      "--show-object-format",
      "--git-dir",
      "--git-common-dir",
      "--show-toplevel",
    ],
  });
  const [shallow, format, gitDirectory, commonDirectory, top] = stdout.toString("utf8").split("\n");
  if (top === undefined || gitDirectory === undefined || commonDirectory === undefined || top === "") {
    throw invalid(`git does not say where the repository of ${directory} is`, {
      remedy: "Use git 2.32 or newer, and a work tree whose path has no line break.",
    });
  }
  assertInside(directory, top);
  return {
    top,
    gitDirectory,
    commonDirectory,
    shallow: shallow === "true",
    format: format === "sha256" ? "sha256" : "sha1",
  };
}

/**
 * Whether the history is cut off. In a plain work tree git's own mark is searched for, which spares a process; a linked
 * work tree and a directory further down ask git where it is.
 */
export async function isShallow(context: Context): Promise<boolean> {
  const gitDirectory = join(context.directory, ".git");
  if (statSync(gitDirectory, { throwIfNoEntry: false })?.isDirectory() === true)
    return existsSync(join(gitDirectory, "shallow"));
  return (await context.place()).shallow;
}

/** A `core.worktree` of a hostile configuration could otherwise name any directory as the place to read. */
function assertInside(directory: string, top: string): void {
  const way = relative(realpathSync(top), realpathSync(directory));
  if (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw invalid(`the repository says that its work tree is ${top}, which does not hold ${directory}`, {
    remedy: "Remove core.worktree from the repository's configuration, or run in the work tree itself.",
  });
}
