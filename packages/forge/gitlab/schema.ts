import { flag, id, listOf, maybe, schema, shape, text } from "@release-actions/http";

/** What is read of GitLab's answers. */

const userParts = { id, username: text };
export const UserReply = schema(shape(userParts));

const access = maybe(shape({ access_level: level }));

export const ProjectReply = schema(
  shape({
    id,
    path_with_namespace: text,
    default_branch: maybe(text),
    web_url: text,
    forked_from_project: maybe(shape({ id, path_with_namespace: text })),
    permissions: maybe(shape({ project_access: access, group_access: access })),
  }),
);

export const FileReply = schema(
  shape({ content: text, encoding: text, content_sha256: text, commit_id: objectId, last_commit_id: objectId }),
);

const branch = shape({ name: text, protected: maybe(flag), commit: shape({ id: objectId }) });
export type BranchBody = ReturnType<typeof branch>;
export const BranchReply = schema(branch);
export const BranchesReply = schema(listOf(branch));

const commit = shape({
  id: objectId,
  parent_ids: listOf(objectId),
  title: text,
  author_name: text,
  created_at: text,
});
export type CommitBody = ReturnType<typeof commit>;
export const CommitReply = schema(commit);
export const ComparisonReply = schema(
  shape({ commits: listOf(commit), compare_timeout: flag, compare_same_ref: flag }),
);
export const DiffReply = schema(listOf(shape({ old_path: text, new_path: text })));

const mergeRequest = shape({
  iid: id,
  web_url: text,
  title: text,
  description: maybe(text),
  state: text,
  source_branch: text,
  target_branch: text,
  source_project_id: maybe(id),
  author: shape({ username: text }),
  labels: listOf(text),
  sha: maybe(objectId),
});
export type MergeRequestBody = ReturnType<typeof mergeRequest>;
export const MergeRequestReply = schema(mergeRequest);
export const MergeRequestsReply = schema(listOf(mergeRequest));

const note = shape({ id, body: text });
export const NoteReply = schema(note);
export const NotesReply = schema(listOf(shape({ id, body: text, system: flag })));

export const MembersReply = schema(listOf(shape({ username: text, access_level: level })));

function level(value: unknown, path: string): number {
  return Number(id(value, path));
}

/** Of SHA-1 or SHA-256. */
export function isObjectId(value: string): boolean {
  return /^(?:[0-9a-f]{40}|[0-9a-f]{64})$/.test(value);
}

function objectId(value: unknown, path: string): string {
  const given = text(value, path);
  if (isObjectId(given)) return given;
  throw Object.assign(new Error("should be an object id"), { path });
}
