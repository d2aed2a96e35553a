/** The texts of a release as the team of the seeds wrote them, for what no input gives. */

export const DEFAULT_BRANCH = "aa-release-{date}";

export const defaultTitle = (hasKey: boolean): string =>
  `${hasKey ? "{jira-key} - " : ""}{date} Analytics HCC Service Release`;

/** `{including}` is empty, or names the groups beyond the first: " (including billing)". */
export const defaultMessage = (hasKey: boolean): string =>
  `${hasKey ? "{jira-key} - " : ""}chore(release): release {short-ref} to production{including}`;

export interface DescriptionFacts {
  readonly jiraKey: boolean;
  readonly image: boolean;
}

/** Sections for what is known, and none for what is not. */
export function defaultDescription({ jiraKey, image }: DescriptionFacts): string {
  return [
    "## Release\n\n{date} Analytics HCC Service Release",
    "## Commit SHA\n\n{ref}",
    ...(jiraKey ? ["## Jira\n\n{jira-key}"] : []),
    "## Changes Included\n\n{changelog}",
    "## Components Updated\n\n{targets}",
    ...(image ? ["## Quay Image\n\n{image}"] : []),
    "## Checklist\n\n{checklist}",
  ].join("\n\n");
}
