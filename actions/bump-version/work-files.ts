import { invalid, refused } from "@release-actions/action";
import type { HostFacts } from "@release-actions/action";
import { placeOf, readWorkspaceFile, workspaceDirectory } from "@release-actions/files";
import type { Use } from "@release-actions/files";
import type { ObjectId, Repository } from "@release-actions/git";
import { shellQuoted } from "@release-actions/text";
import { lstatSync } from "node:fs";
import { basename, dirname, join, relative, sep } from "node:path";

const MAX_BYTES = 64 * 1024 * 1024;

/** One file as the last commit has it and as the work tree has it. */
export interface WorkFile {
  /** Relative to the workspace, as the user wrote it. */
  readonly path: string;
  /** Where the path came from and what may be written there. */
  readonly use: Use;
  /** Relative to the top of the repository. */
  readonly repositoryPath: string;
  readonly committed: Buffer;
  readonly present: Buffer;
  /** Whether git sees a difference between the two, by content, mode or kind. */
  readonly isChanged: boolean;
}

export interface WorkTree {
  readonly head: ObjectId;
  /** Undefined if the last commit does not have the file. */
  read(path: string, use: Use): Promise<WorkFile | undefined>;
}

export async function openWorkTree(repository: Repository, host: HostFacts, head: ObjectId): Promise<WorkTree> {
  const [top, changed] = await Promise.all([repository.directory(), repository.changedFiles()]);
  const isChanged = new Set(changed);
  return {
    head,
    async read(path, use) {
      const { full, repositoryPath } = await whereIs(host, top, path, use);
      const committed = await repository.readFile(head, repositoryPath, MAX_BYTES);
      if (committed === undefined) return undefined;
      if (lstatSync(full, { throwIfNoEntry: false })?.isSymbolicLink() === true) {
        throw refused(`${path} is a symbolic link in the work tree but a file in the last commit`, {
          remedy: `Restore it: git checkout -- ${path}`,
        });
      }
      const present = await readWorkspaceFile(host, path, { ...use, maxBytes: MAX_BYTES });
      return { path, use, repositoryPath, committed, present, isChanged: isChanged.has(repositoryPath) };
    },
  };
}

/** Links in the directory are resolved, but not the file itself: a link in its place must not be followed. */
async function whereIs(
  host: HostFacts,
  top: string,
  path: string,
  use: Use,
): Promise<{ full: string; repositoryPath: string }> {
  // Checked before the file is read, because it will be written.
  placeOf(host, path, { ...use, write: true });
  const directory = await workspaceDirectory(host, dirname(path), use);
  const full = join(directory, basename(path));
  return { full, repositoryPath: relative(top, full).split(sep).join("/") };
}

export function untrackedFile(path: string): Error {
  return invalid(`${path} is not in the last commit`, {
    remedy: `Check the path, or add and commit the file: git add -- ${/^[\w./-]+$/.test(path) ? path : shellQuoted(path)}`,
  });
}

/** A file's text and the way back to its bytes. Text that is not UTF-8 is read as Latin-1, which keeps every byte. */
export function decodeText(bytes: Buffer): { text: string; encode(text: string): Buffer } {
  try {
    const text = new TextDecoder("utf-8", { fatal: true, ignoreBOM: true }).decode(bytes);
    return { text, encode: (edited) => Buffer.from(edited, "utf8") };
  } catch {
    return { text: bytes.toString("latin1"), encode: (edited) => Buffer.from(edited, "latin1") };
  }
}
