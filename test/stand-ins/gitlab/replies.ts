import type { Call } from "./call.ts";
import type { CommitInfo } from "./git.ts";
import { isProtected, type Project, type Store, type User } from "./store.ts";
import type { MergeRequestState, NoteState } from "./types.ts";

/** The JSON shapes of the GitLab REST API. */

export function userJson({ id, username, bot }: User) {
  return { id, username, name: username, state: "active", bot };
}

export function projectJson({ project, store, exchange, access }: Call) {
  const { path, forkOf } = project.setup;
  const parent = store.find(forkOf ?? "");
  return {
    id: project.id,
    name: path.split("/").at(-1),
    path: path.split("/").at(-1),
    path_with_namespace: path,
    default_branch: project.defaultBranch,
    visibility: project.setup.private === false ? "public" : "private",
    web_url: `${exchange.origin}/${path}`,
    http_url_to_repo: `${exchange.origin}/${path}.git`,
    merge_requests_enabled: project.setup.mergeRequestsDisabled !== true,
    permissions: { project_access: access > 0 ? { access_level: access } : null, group_access: null },
    ...(parent && { forked_from_project: { id: parent.id, path_with_namespace: parent.setup.path } }),
  };
}

export function commitJson(commit: CommitInfo, { project, exchange }: Call) {
  return {
    id: commit.id,
    short_id: commit.id.slice(0, 8),
    parent_ids: commit.parents,
    title: commit.message.split("\n")[0],
    message: commit.message,
    author_name: commit.author,
    author_email: commit.email,
    authored_date: commit.date,
    committer_name: commit.author,
    committer_email: commit.email,
    committed_date: commit.date,
    created_at: commit.date,
    web_url: `${exchange.origin}/${project.setup.path}/-/commit/${commit.id}`,
  };
}

export function branchJson(name: string, commit: CommitInfo, call: Call) {
  const { project, exchange } = call;
  return {
    name,
    merged: false,
    protected: isProtected(project, name),
    default: name === project.defaultBranch,
    can_push: call.access >= (isProtected(project, name) ? 40 : 30),
    web_url: `${exchange.origin}/${project.setup.path}/-/tree/${encodeURIComponent(name)}`,
    commit: commitJson(commit, call),
  };
}

export async function mergeRequestJson(one: MergeRequestState, target: Project, store: Store, origin: string) {
  const source = store.find(one.sourceProject);
  return {
    id: one.id,
    iid: one.iid,
    project_id: target.id,
    title: one.title,
    description: one.description,
    state: one.state,
    draft: /^\s*(?:draft:|\[draft\]|\(draft\))/i.test(one.title),
    author: userJson(store.user(one.author)),
    source_branch: one.sourceBranch,
    target_branch: one.targetBranch,
    source_project_id: source?.id ?? null,
    target_project_id: target.id,
    labels: one.labels,
    sha: (await source?.git.commit(one.sourceBranch)) ?? null,
    detailed_merge_status: one.state === "opened" ? "mergeable" : "not_open",
    force_remove_source_branch: one.removeSourceBranch,
    squash: one.squash,
    allow_collaboration: one.allowCollaboration,
    created_at: one.createdAt,
    updated_at: one.updatedAt,
    web_url: `${origin}/${target.setup.path}/-/merge_requests/${one.iid}`,
  };
}

export function noteJson(note: NoteState, store: Store) {
  return {
    id: note.id,
    body: note.body,
    author: userJson(store.user(note.author)),
    created_at: note.createdAt,
    system: note.system,
    noteable_type: "MergeRequest",
  };
}
