import * as z from "zod/mini";
import { count, flag, id, list, maybe, object, objectId, text } from "@release-actions/http/fields";

/** Access levels: https://docs.gitlab.com/api/members/ */
const level = z.pipe(id, z.transform(Number));

/** https://docs.gitlab.com/api/users/ */
export const UserReply = object({ id, username: text });

const access = maybe(object({ access_level: level }));

/** https://docs.gitlab.com/api/projects/ */
export const ProjectReply = object({
  id,
  path_with_namespace: text,
  default_branch: maybe(text),
  web_url: text,
  forked_from_project: maybe(object({ id, path_with_namespace: text })),
  permissions: maybe(object({ project_access: access, group_access: access })),
});

/** https://docs.gitlab.com/api/repository_files/ */
export const FileReply = object({
  content: text,
  encoding: text,
  content_sha256: text,
  commit_id: objectId,
  last_commit_id: objectId,
});

/** https://docs.gitlab.com/api/branches/ */
export const BranchReply = object({ name: text, protected: maybe(flag), commit: object({ id: objectId }) });
export type BranchBody = z.output<typeof BranchReply>;
export const BranchesReply = list(BranchReply);

/** https://docs.gitlab.com/api/tags/ */
export const TagReply = object({ name: text, commit: object({ id: objectId }) });

/** https://docs.gitlab.com/api/commits/ */
export const CommitReply = object({
  id: objectId,
  parent_ids: list(objectId),
  title: text,
  author_name: text,
  created_at: text,
});
export type CommitBody = z.output<typeof CommitReply>;

/** https://docs.gitlab.com/api/repositories/ */
export const ComparisonReply = object({ commits: list(CommitReply), compare_timeout: flag, compare_same_ref: flag });

/** https://docs.gitlab.com/api/commits/ */
export const DiffReply = list(object({ old_path: text, new_path: text }));

/** https://docs.gitlab.com/api/merge_requests/ */
export const MergeRequestReply = object({
  iid: id,
  web_url: text,
  title: text,
  description: maybe(text),
  state: text,
  source_branch: text,
  target_branch: text,
  source_project_id: maybe(id),
  author: object({ username: text }),
  labels: list(text),
  sha: maybe(objectId),
});
export type MergeRequestBody = z.output<typeof MergeRequestReply>;
export const MergeRequestsReply = list(MergeRequestReply);

/** https://docs.gitlab.com/api/notes/ */
export const NoteReply = object({ id, body: text });
export const NotesReply = list(object({ id, body: text, system: flag }));

/** https://docs.gitlab.com/api/members/ */
export const MembersReply = list(object({ username: text, access_level: level }));

/** https://docs.gitlab.com/api/releases/links/ */
export const GitLabLink = object({
  id,
  name: text,
  url: text,
  direct_asset_url: maybe(text),
  link_type: maybe(text),
});
export type GitLabLink = z.output<typeof GitLabLink>;

/** https://docs.gitlab.com/api/releases/ */
export const GitLabRelease = object({
  tag_name: text,
  name: maybe(text),
  description: maybe(text),
  assets: maybe(object({ links: maybe(list(GitLabLink)) })),
  _links: maybe(object({ self: maybe(text) })),
});
export type GitLabRelease = z.output<typeof GitLabRelease>;
export const GitLabReleases = list(GitLabRelease);

export const linksOf = (release: GitLabRelease | undefined): readonly GitLabLink[] => release?.assets?.links ?? [];

/** https://docs.gitlab.com/api/packages/ */
export const GitLabPackages = list(object({ id, name: text, version: maybe(text) }));

/** https://docs.gitlab.com/api/packages/ */
export const GitLabPackageFile = object({ id, file_name: text, size: count, file_sha256: maybe(text) });
export type GitLabPackageFile = z.output<typeof GitLabPackageFile>;
export const GitLabPackageFiles = list(GitLabPackageFile);

/**
 * https://docs.gitlab.com/api/rest/troubleshooting/: `{"message": "404 Not found"}`; for what is wrong with
 * parameters, the message is an object.
 */
export const GitLabError = object({ message: z.unknown() });
