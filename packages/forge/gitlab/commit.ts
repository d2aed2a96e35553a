import { invalid, refused } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import { HttpError } from "@release-actions/http";
import type { Api } from "@release-actions/http";
import { toPush } from "./access.ts";
import type { CommitRequest, CommitResult, GitLab, Project } from "./types.ts";
import { below } from "./repository.ts";
import { isObjectId } from "@release-actions/http/fields";
import { CommitReply } from "./schema.ts";

type Reader = Pick<GitLab, "branch" | "commit" | "readFile" | "changedPaths">;
interface Made {
  readonly commit: string;
}

/** See `GitLab.commitFiles`. */
export async function commitFiles(
  api: Api,
  reader: Reader,
  project: Project,
  request: CommitRequest,
): Promise<CommitResult> {
  check(request);
  const look = () => ours(reader, project, request);
  const there = await look();
  if (there !== undefined) return { value: there, outcome: "adopted", attempts: 0, stale: false };
  try {
    const result = await api.write<Made>({
      method: "POST",
      path: [...below(project), "commits"],
      json: bodyOf(request),
      // 400 means that the branch exists, among much else.
      exists: [400, 409],
      what: `the commit on the branch ${request.branch} of ${project.path}`,
      permission: toPush(project.path),
      accept: (reply) => {
        const { id, parent_ids: parents } = reply.json(CommitReply);
        if (!hasParent(parents, request.startSha)) throw new Error(`the commit ${id} has another parent`);
        return { commit: id };
      },
      readBack: look,
    });
    return { ...result, stale: false };
  } catch (error) {
    if (!(error instanceof HttpError) || error.status !== 400) throw error;
    if (await isStale(reader, request.startProject ?? project, request)) return { stale: true };
    throw refused(`GitLab refuses the commit on the branch ${request.branch} of ${project.path}: ${error.message}`, {
      ...error.details,
      cause: error,
      remedy:
        error.details.remedy ?? "See what GitLab says; a push rule or a name it does not take are the usual causes.",
    });
  }
}

function check({ startSha, files, branch }: CommitRequest): void {
  const problems: Problem[] = [];
  if (!isObjectId(startSha)) problems.push({ what: "the parent is not a full commit id" });
  if (files.length === 0) problems.push({ what: "there is no file to change" });
  if (new Set(files.map(({ path }) => path)).size < files.length) problems.push({ what: "a file is named twice" });
  if (problems.length > 0) throw invalid(`the commit on the branch ${branch} cannot be made`, { problems });
}

function bodyOf({ branch, startSha, startProject, message, files, replaces }: CommitRequest): object {
  return {
    branch,
    start_sha: startSha,
    ...(startProject && { start_project: startProject.id }),
    commit_message: message,
    // Without this, GitLab rejects a branch that exists; with it, the branch starts again at start_sha.
    ...(replaces !== undefined && { force: true }),
    actions: files.map(({ path, bytes, lastCommitId }) => ({
      action: "update",
      file_path: path,
      content: bytes.toString("base64"),
      encoding: "base64",
      last_commit_id: lastCommitId,
    })),
  };
}

/** The commit where the branch holds it, undefined where it is to be written. Throws `refused` for anything else. */
async function ours(reader: Reader, project: Project, request: CommitRequest): Promise<Made | undefined> {
  const found = await reader.branch(project, request.branch);
  if (found === undefined) return undefined;
  if (await isOurs(reader, project, request, found.commit)) return { commit: found.commit };
  if (found.commit === request.replaces) return undefined;
  throw refused(
    `the branch ${request.branch} of ${project.path} exists and contains something other than this change`,
    {
      exists: [`${request.branch} at ${found.commit}`],
      remedy: "Look at what it holds; remove the branch, or let this one replace it.",
    },
  );
}

async function isOurs(reader: Reader, project: Project, request: CommitRequest, head: string): Promise<boolean> {
  const commit = await reader.commit(project, head);
  if (commit === undefined || !hasParent(commit.parents, request.startSha)) return false;
  const wanted = new Set(request.files.map(({ path }) => path));
  const paths = await reader.changedPaths(project, head);
  if (!paths.every((path) => wanted.has(path))) return false;
  for (const { path, bytes } of request.files) {
    const file = await reader.readFile(project, path, head);
    if (file === undefined || !file.bytes.equals(bytes)) return false;
  }
  return true;
}

/**
 * GitLab says it in words that differ between endpoints and releases, so the files tell. With a start_sha it compares
 * `last_commit_id` with the default branch of the project that the commit starts from.
 */
async function isStale(reader: Reader, origin: Project, { files }: CommitRequest): Promise<boolean> {
  for (const { path, lastCommitId } of files) {
    const now = await reader.readFile(origin, path, origin.defaultBranch);
    if (now?.lastCommitId !== lastCommitId) return true;
  }
  return false;
}

function hasParent(parents: readonly string[], wanted: string): boolean {
  return parents.length === 1 && parents[0] === wanted;
}
