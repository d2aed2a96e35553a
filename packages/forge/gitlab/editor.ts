import { ActionError, invalid } from "@release-actions/action";
import type { EditRequest, EditResult, InspectedBranch, ObjectId, RemoteEditor } from "@release-actions/git";
import type { FileChange, GitLab, Project, RemoteFile } from "./types.ts";

export interface ApiEditorOptions {
  readonly gitlab: GitLab;
  /** The project with the base branch. */
  readonly upstream: Project;
  /** The project that branches are written to: the same, or its fork. */
  readonly push: Project;
  /** Short name. */
  readonly baseBranch: string;
  /** The file that is read first. The commit of the base comes with it, in one request. */
  readonly firstFile: string;
}

/**
 * Edits files of a project through GitLab's API alone: a few requests, however large the repository is. Throws
 * `invalid` for a base branch that does not exist, and HttpError.
 */
export async function openApiEditor(options: ApiEditorOptions): Promise<RemoteEditor> {
  const { gitlab, upstream, push, baseBranch, firstFile } = options;
  const first = await gitlab.readFile(upstream, firstFile, baseBranch);
  const base = idOf(first?.commitId ?? (await headOf(gitlab, upstream, baseBranch)));
  const files = new Map<string, RemoteFile | undefined>([[firstFile, first]]);

  async function read(path: string): Promise<RemoteFile | undefined> {
    if (!files.has(path)) files.set(path, await gitlab.readFile(upstream, path, base));
    return files.get(path);
  }

  return {
    base,
    readFile: async (path) => (await read(path))?.bytes,
    branchesMatching: (prefix) => gitlab.branchesMatching(push, prefix),
    inspectBranch: (name, paths) => inspectBranch(gitlab, push, name, paths),
    async commit(request) {
      const changes = request.files.map(async ({ path, bytes }) => {
        const known = await read(path);
        if (known === undefined) throw new Error(`${path} is not in ${upstream.path} and cannot be changed`);
        return { path, bytes: Buffer.from(bytes), lastCommitId: known.lastCommitId };
      });
      return commit(options, base, request, await Promise.all(changes));
    },
    refresh: () => openApiEditor(options),
    close: async () => undefined,
  };
}

/** The schemas of the replies admit nothing but a full commit ID. */
function idOf(text: string): ObjectId {
  return text as ObjectId;
}

async function headOf(gitlab: GitLab, upstream: Project, baseBranch: string): Promise<string> {
  const branch = await gitlab.branch(upstream, baseBranch);
  if (branch !== undefined) return branch.commit;
  throw invalid(`${upstream.path} has no branch ${baseBranch}`, { remedy: "Correct the name of the base branch." });
}

async function inspectBranch(
  gitlab: GitLab,
  push: Project,
  name: string,
  paths: readonly string[],
): Promise<InspectedBranch | undefined> {
  const branch = await gitlab.branch(push, name);
  if (branch === undefined) return undefined;
  const [commit, ...read] = await Promise.all([
    gitlab.commit(push, branch.commit),
    ...paths.map(async (path) => [path, (await gitlab.readFile(push, path, branch.commit))?.bytes] as const),
  ]);
  return { head: idOf(branch.commit), parents: (commit?.parents ?? []).map(idOf), files: new Map(read) };
}

async function commit(
  { gitlab, upstream, push }: ApiEditorOptions,
  base: string,
  { branch, message, replaces }: EditRequest,
  files: readonly FileChange[],
): Promise<EditResult> {
  const startProject = push.id === upstream.id ? undefined : upstream;
  try {
    const made = await gitlab.commitFiles(push, { branch, startSha: base, startProject, message, files, replaces });
    return made.stale ? { state: "stale" } : { state: made.outcome, commit: idOf(made.value.commit) };
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "refused") throw error;
    // A push rule may be the reason as well. The branch is taken only if it exists and must not be replaced.
    const existing = await gitlab.branch(push, branch);
    if (existing === undefined || existing.commit === replaces) throw error;
    return { state: "taken" };
  }
}
