import * as z from "zod/mini";

const id = z.pipe(
  z.union([z.string(), z.int()]),
  z.transform((value) => String(value)),
);

export const GitLabLink = z.object({
  id,
  name: z.string(),
  url: z.string(),
  direct_asset_url: z.optional(z.nullable(z.string())),
  link_type: z.optional(z.nullable(z.string())),
});
export type GitLabLink = z.output<typeof GitLabLink>;

/** https://docs.gitlab.com/api/releases/; only what is used here. */
export const GitLabRelease = z.object({
  tag_name: z.string(),
  name: z.optional(z.nullable(z.string())),
  description: z.optional(z.nullable(z.string())),
  assets: z.optional(z.object({ links: z.optional(z.array(GitLabLink)) })),
  _links: z.optional(z.object({ self: z.optional(z.nullable(z.string())) })),
});
export type GitLabRelease = z.output<typeof GitLabRelease>;

/** https://docs.gitlab.com/api/packages/ */
export const GitLabPackages = z.array(z.object({ id, name: z.string(), version: z.optional(z.nullable(z.string())) }));

export const GitLabPackageFile = z.object({
  id,
  file_name: z.string(),
  size: z.int(),
  file_sha256: z.optional(z.nullable(z.string())),
});
export type GitLabPackageFile = z.output<typeof GitLabPackageFile>;
export const GitLabPackageFiles = z.array(GitLabPackageFile);

/** GitLab's errors: `{"message": "404 Not found"}`, sometimes `{"error": …}`. */
export const GitLabError = z.object({ message: z.optional(z.unknown()), error: z.optional(z.unknown()) });

export const linksOf = (release: GitLabRelease | undefined): readonly GitLabLink[] => release?.assets?.links ?? [];
