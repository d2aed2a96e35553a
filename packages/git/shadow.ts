import { copyFile, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { join, sep } from "node:path";

import { undecided } from "@release-actions/action";

import type { ObjectId } from "./names.ts";
import type { Context, Place } from "./place.ts";

/** Our own git directory that borrows a repository's objects: nothing of its configuration has effect there. */
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
      remedy: "Free space, or fix the permissions of the temporary directory.",
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
