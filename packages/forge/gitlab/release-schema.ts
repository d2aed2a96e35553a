import { count, id, listOf, maybe, schema, shape, text } from "@release-actions/http";

const link = shape({ id, name: text, url: text, direct_asset_url: maybe(text), link_type: maybe(text) });
export type GitLabLink = ReturnType<typeof link>;

/** https://docs.gitlab.com/api/releases/; only what is used here. */
const release = shape({
  tag_name: text,
  name: maybe(text),
  description: maybe(text),
  assets: maybe(shape({ links: maybe(listOf(link)) })),
  _links: maybe(shape({ self: maybe(text) })),
});
export type GitLabRelease = ReturnType<typeof release>;

/** https://docs.gitlab.com/api/packages/ */
const packageFile = shape({ id, file_name: text, size: count, file_sha256: maybe(text) });
export type GitLabPackageFile = ReturnType<typeof packageFile>;

export const GitLabLink = schema(link);
export const GitLabRelease = schema(release);
export const GitLabReleases = schema(listOf(release));
export const GitLabPackages = schema(listOf(shape({ id, name: text, version: maybe(text) })));
export const GitLabPackageFile = schema(packageFile);
export const GitLabPackageFiles = schema(listOf(packageFile));

/** GitLab's errors: `{"message": "404 Not found"}`; the message may be an object too. */
export const GitLabError = schema(shape({ message: (value: unknown) => value }));

export const linksOf = (release: GitLabRelease | undefined): readonly GitLabLink[] => release?.assets?.links ?? [];
