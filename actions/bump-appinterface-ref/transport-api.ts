import { invalid, ActionError } from "@release-actions/action";
import type { GitLab, Project, RemoteFile } from "@release-actions/forge/gitlab";
import type { BranchCommit, BranchCommitResult, InspectedBranch, Transport } from "./transport.ts";

export interface ApiTransportOptions {
  readonly gitlab: GitLab;
  /** Where the base branch is. */
  readonly upstream: Project;
  /** Where branches are pushed to: the same, or a fork. */
  readonly push: Project;
  readonly baseBranch: string;
  /** The file that is read first: which commit the base is comes with it, in one request. */
  readonly file: string;
}

/** By GitLab's API alone: a few requests, however large the repository is. */
export async function openApiTransport(options: ApiTransportOptions): Promise<Transport> {
  const { gitlab, upstream, push, baseBranch, file } = options;
  const first = await gitlab.readFile(upstream, file, baseBranch);
  const base = first?.commitId ?? (await headOf(gitlab, upstream, baseBranch));
  const files = new Map<string, RemoteFile | undefined>([[file, first]]);

  async function read(path: string): Promise<RemoteFile | undefined> {
    if (!files.has(path)) files.set(path, await gitlab.readFile(upstream, path, base));
    return files.get(path);
  }

  return {
    base,
    readFile: async (path) => (await read(path))?.bytes,
    branchesMatching: (prefix) => gitlab.branchesMatching(push, prefix),
    inspectBranch: (name, paths) => inspect(gitlab, push, name, paths),
    async commit(request) {
      const changes = request.files.map(async ({ path, bytes }) => {
        const known = await read(path);
        if (known === undefined) throw new Error(`${path} is not in ${upstream.path} and cannot be changed`);
        return { path, bytes, lastCommitId: known.lastCommitId };
      });
      return commit(options, base, request, await Promise.all(changes));
    },
    refresh: () => openApiTransport(options),
    close: async () => undefined,
  };
}

async function headOf(gitlab: GitLab, upstream: Project, baseBranch: string): Promise<string> {
  const branch = await gitlab.branch(upstream, baseBranch);
  if (branch !== undefined) return branch.commit;
  throw invalid(`${upstream.path} has no branch ${baseBranch}`, { remedy: "Correct base-branch." });
}

async function inspect(
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
  return { head: branch.commit, parents: commit?.parents ?? [], files: new Map(read) };
}

type Changes = Parameters<GitLab["commitFiles"]>[1]["files"];

async function commit(
  { gitlab, upstream, push }: ApiTransportOptions,
  base: string,
  request: BranchCommit,
  files: Changes,
): Promise<BranchCommitResult> {
  const { branch, message, replaces } = request;
  const startProject = push.id === upstream.id ? undefined : upstream;
  try {
    const made = await gitlab.commitFiles(push, { branch, startSha: base, startProject, message, files, replaces });
    return made.stale ? { state: "stale" } : { state: made.outcome, commit: made.value.commit };
  } catch (error) {
    if (!(error instanceof ActionError) || error.verdict !== "refused") throw error;
    // A push rule may be the reason as well: only a branch that is there and is no one's to replace is taken.
    const there = await gitlab.branch(push, branch);
    if (there === undefined || there.commit === replaces) throw error;
    return { state: "taken" };
  }
}
