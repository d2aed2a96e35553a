import { copyFile, mkdir, mkdtemp, realpath, rm, writeFile } from "node:fs/promises";
import { isAbsolute, join, relative, sep } from "node:path";

import { invalid, undecided } from "@release-actions/action-types";

import { runGit } from "./run.ts";
import type { Invocation, Outcome } from "./run.ts";
import type { ObjectId } from "./names.ts";
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

/** A tag as it is on the remote, in a git directory of our own. */
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
  await insistInside(directory, top);
  return {
    top,
    gitDirectory,
    commonDirectory,
    shallow: shallow === "true",
    format: format === "sha256" ? "sha256" : "sha1",
  };
}

/** A `core.worktree` of a hostile configuration could otherwise name any directory as the place to read. */
async function insistInside(directory: string, top: string): Promise<void> {
  const way = relative(await realpath(top), await realpath(directory));
  if (way !== ".." && !way.startsWith(`..${sep}`) && !isAbsolute(way)) return;
  throw invalid(`the repository says that its work tree is ${top}, which does not hold ${directory}`, {
    remedy: "Remove core.worktree from the repository's configuration, or run in the work tree itself.",
  });
}

/** A git directory of our own that borrows a repository's objects: nothing of its configuration has effect there. */
export interface Shadow {
  readonly gitDirectory: string;
  /** Makes an invocation read the borrowed objects and write into the shadow. */
  readonly variables: Readonly<Record<string, string>>;
}

/** Makes a shadow below the temporary directory, which its caller removes when it is done. */
export async function makeShadow(context: Context, head?: ObjectId): Promise<Shadow> {
  const place = await context.place();
  const gitDirectory = await makeTemporary(context.options.temporary, "git-");
  await makeGitDirectory(gitDirectory, { format: place.format, head: head ?? "ref: refs/heads/none" });
  if (place.shallow) await copyFile(join(place.commonDirectory, "shallow"), join(gitDirectory, "shallow"));
  return {
    gitDirectory,
    variables: {
      GIT_DIR: gitDirectory,
      GIT_ALTERNATE_OBJECT_DIRECTORIES: quoted(join(place.commonDirectory, "objects")),
    },
  };
}

/** A new directory below the host's private one. */
export async function makeTemporary(temporary: string, prefix: string): Promise<string> {
  return mkdtemp(join(temporary, prefix)).catch((cause: unknown) => {
    throw undecided(`the temporary directory ${temporary} cannot be written`, {
      remedy: "Free space, or mend the permissions of the temporary directory.",
      cause,
    });
  });
}

/** Lends a shadow to `body` and removes it afterwards. */
export async function withShadow<T>(
  context: Context,
  head: ObjectId | undefined,
  body: (shadow: Shadow) => Promise<T>,
): Promise<T> {
  const shadow = await makeShadow(context, head);
  try {
    return await body(shadow);
  } finally {
    await rm(shadow.gitDirectory, { recursive: true, force: true });
  }
}

/** What `git init` would make in an empty directory, without a process, a template or a hook. */
export async function makeGitDirectory(
  directory: string,
  shape: { readonly format: Place["format"]; readonly head: string; readonly config?: string },
): Promise<void> {
  await Promise.all([
    mkdir(join(directory, "objects", "info"), { recursive: true }),
    mkdir(join(directory, "refs", "tags"), { recursive: true }),
    mkdir(join(directory, "info"), { recursive: true }),
  ]);
  const fileMode = sep === "/" ? "true" : "false";
  const format = shape.format === "sha256" ? "[extensions]\n\tobjectFormat = sha256\n" : "";
  const config = `[core]\n\trepositoryFormatVersion = 1\n\tfileMode = ${fileMode}\n\tbare = false\n${format}`;
  await Promise.all([
    writeFile(join(directory, "HEAD"), `${shape.head}\n`),
    writeFile(join(directory, "config"), config + (shape.config ?? "")),
    // Bytes stay as they are: no filter, line ending or encoding of any .gitattributes has a say.
    writeFile(join(directory, "info", "attributes"), `* ${RAW}\n`),
  ]);
}

const RAW = "-text -eol -filter -ident -working-tree-encoding -diff -merge";

/** The list of object directories is split at colons unless an entry is quoted like a C string. */
function quoted(path: string): string {
  return /["\\:;]/.test(path) ? `"${path.replaceAll("\\", "\\\\").replaceAll('"', '\\"')}"` : path;
}
