import { undecided, type HostFacts } from "@release-actions/action";
import { readWorkspaceFile } from "@release-actions/files";
import type { ObjectId, Repository } from "@release-actions/git";

const MAX_BYTES = 16 * 1024 * 1024;

/** Reads a file as the tagged commit has it. Throws ActionError when it is not there or cannot be read. */
export type ReadFile = (path: string) => Promise<Buffer>;

/**
 * The workspace holds the tagged commit in nearly every run, and then its files are read without a process. Where
 * another commit is checked out, its files say nothing about the tag and git is asked.
 */
export function taggedFiles(
  repository: Repository,
  host: HostFacts,
  commit: ObjectId | undefined,
  head: ObjectId | undefined,
): ReadFile {
  if (commit === undefined || commit === head) return (path) => readWorkspaceFile(host, path, { maxBytes: MAX_BYTES });
  return async (path) => {
    const content = await repository.readFile(commit, path, MAX_BYTES);
    if (content !== undefined) return content;
    throw undecided(`there is no file ${JSON.stringify(path)} in the tagged commit ${commit.slice(0, 12)}`, {
      remedy: "Check the path.",
    });
  };
}
