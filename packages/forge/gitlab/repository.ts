import { invalid, refused, undecided } from "@release-actions/action";
import { HttpError } from "@release-actions/http";
import type { Api, WriteResult } from "@release-actions/http";
import { isMissing, saysMissing, toPush, toRead } from "./access.ts";
import type { Branch, Commit, Comparison, GitLab, Project, RemoteFile } from "./types.ts";
import {
  BranchesReply,
  BranchReply,
  CommitReply,
  ComparisonReply,
  DiffReply,
  FileReply,
  ProjectReply,
} from "./schema.ts";
import type { BranchBody, CommitBody } from "./schema.ts";

type Repository = Pick<
  GitLab,
  | "project"
  | "readFile"
  | "branch"
  | "branchesMatching"
  | "commit"
  | "compare"
  | "mergeBase"
  | "isAncestor"
  | "changedPaths"
  | "deleteBranch"
>;

/** Projects, files, branches and commits. */
export function repositoryOf(api: Api): Repository {
  async function project(path: string): Promise<Project> {
    const reply = await api.read({ path: ["projects", path], expect: [200, 404], permission: toRead(path) });
    const { host } = new URL(reply.url);
    if (reply.status === 404) {
      throw invalid(`the project ${path} was not found at ${host}, or the token may not see it`, {
        remedy: `Check the path with all its groups. It needs ${toRead(path)}.`,
      });
    }
    const found = reply.json(ProjectReply);
    if (found.path_with_namespace.toLowerCase() !== path.toLowerCase() && found.id !== path) {
      throw invalid(`the project ${path} has moved to ${found.path_with_namespace}`, { remedy: "Give its new path." });
    }
    if (found.default_branch === undefined)
      throw invalid(`the project ${path} has no branch yet, or hides its repository`);
    const { permissions, forked_from_project: parent } = found;
    return {
      id: found.id,
      path: found.path_with_namespace,
      defaultBranch: found.default_branch,
      webUrl: found.web_url,
      accessLevel: Math.max(
        permissions?.project_access?.access_level ?? 0,
        permissions?.group_access?.access_level ?? 0,
      ),
      ...(parent && { forkedFrom: { id: parent.id, path: parent.path_with_namespace } }),
    };
  }

  async function readFile(project: Project, path: string, ref: string): Promise<RemoteFile | undefined> {
    const reply = await api.read({
      path: [...below(project), "files", path],
      query: { ref },
      expect: [200, 404],
      permission: toRead(project.path),
    });
    if (saysMissing(reply, "Commit")) throw invalid(`${ref} is not a branch, tag or commit of ${project.path}`);
    if (isMissing(reply, "File", project.path)) return undefined;
    const file = reply.json(FileReply);
    const bytes = Buffer.from(file.content, "base64");
    if (file.encoding !== "base64" || (await sha256(bytes)) !== file.content_sha256) {
      throw undecided(`${path} of ${project.path} arrived with another digest than GitLab's`, {
        remedy: "Run again; if it happens again, a proxy changes GitLab's answers.",
      });
    }
    return { bytes, lastCommitId: file.last_commit_id, commitId: file.commit_id };
  }

  async function branch(project: Project, name: string): Promise<Branch | undefined> {
    const path = [...below(project), "branches", name];
    const reply = await api.read({ path, expect: [200, 404], permission: toRead(project.path) });
    return isMissing(reply, "Branch", project.path) ? undefined : branchOf(reply.json(BranchReply));
  }

  async function branchesMatching(project: Project, prefix: string): Promise<string[]> {
    const names: string[] = [];
    const request = { path: [...below(project), "branches"], query: { search: `^${prefix}`, per_page: 100 } };
    for await (const page of api.pages({ ...request, permission: toRead(project.path) })) {
      names.push(...page.json(BranchesReply).map(({ name }) => name));
    }
    // To the search, upper and lower case are the same.
    return names.filter((name) => name.startsWith(prefix));
  }

  async function commit(project: Project, ref: string): Promise<Commit | undefined> {
    const path = [...below(project), "commits", ref];
    const reply = await api.read({ path, expect: [200, 404], permission: toRead(project.path) });
    return isMissing(reply, "Commit", project.path) ? undefined : commitOf(reply.json(CommitReply));
  }

  async function compare(project: Project, from: string, to: string): Promise<Comparison> {
    const reply = await api.read({
      path: [...below(project), "compare"],
      query: { from, to },
      expect: [200, 404],
      permission: toRead(project.path),
    });
    if (isMissing(reply, "Ref", project.path)) {
      throw invalid(`${from} or ${to} is not in ${project.path}, so that they cannot be compared`);
    }
    const found = reply.json(ComparisonReply);
    const { compare_same_ref: sameRef, compare_timeout: timeout } = found;
    return { commits: found.commits.map(commitOf), sameRef, timeout };
  }

  async function mergeBase(project: Project, a: string, b: string): Promise<string | undefined> {
    const reply = await api.read({
      path: [...below(project), "merge_base"],
      query: { "refs[]": [a, b] },
      expect: [200, 404],
      permission: toRead(project.path),
    });
    return isMissing(reply, "Merge Base", project.path) ? undefined : reply.json(CommitReply).id;
  }

  async function isAncestor(project: Project, commit: string, descendant: string): Promise<boolean> {
    if (commit === descendant) return true;
    try {
      return (await mergeBase(project, commit, descendant)) === commit;
    } catch (error) {
      // What GitLab answers for a commit that only a fork has.
      if (error instanceof HttpError && (error.status === 400 || error.status === 404)) return false;
      throw error;
    }
  }

  async function changedPaths(project: Project, commit: string): Promise<string[]> {
    const paths = new Set<string>();
    const request = { path: [...below(project), "commits", commit, "diff"], query: { per_page: 100 } };
    for await (const page of api.pages({ ...request, permission: toRead(project.path) })) {
      for (const { old_path: before, new_path: after } of page.json(DiffReply)) paths.add(before).add(after);
    }
    return [...paths];
  }

  async function deleteBranch(project: Project, name: string, head?: string): Promise<WriteResult<true>> {
    const gone = async (): Promise<true | undefined> => {
      const found = await branch(project, name);
      if (found === undefined) return true;
      if (head === undefined || found.commit === head) return undefined;
      throw refused(`the branch ${name} of ${project.path} has another head than the one that was to be removed`, {
        exists: [`${name} at ${found.commit}`],
        remedy: "Someone has pushed to it: check it, then delete it manually.",
      });
    };
    if ((await gone()) === true) return { value: true, outcome: "adopted", attempts: 0 };
    return api.write<true>({
      method: "DELETE",
      path: [...below(project), "branches", name],
      exists: [404],
      what: `the removal of the branch ${name}`,
      permission: toPush(project.path),
      // A page of HTML with 200 from something in between does not prove a deletion.
      accept: (reply) => {
        if (reply.status !== 204) throw new Error(`the answer to a deletion is ${reply.status}`);
        return true as const;
      },
      readBack: gone,
    });
  }

  return {
    project,
    readFile,
    branch,
    branchesMatching,
    commit,
    compare,
    mergeBase,
    isAncestor,
    changedPaths,
    deleteBranch,
  };
}

/** The API's path of a project's repository. */
export function below(project: Project): string[] {
  return ["projects", project.id, "repository"];
}

function branchOf({ name, commit, protected: kept }: BranchBody): Branch {
  return { name, commit: commit.id, protected: kept === true };
}

function commitOf(commit: CommitBody): Commit {
  const { id, parent_ids: parents, title, author_name: authorName, created_at: date } = commit;
  return { id, parents, title, authorName, date };
}

async function sha256(bytes: Buffer): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(bytes).digest("hex");
}
