/**
 * Whether a secret is a token of GitHub or GitLab, by how those begin. A variable that every action may read can hold
 * one, and no other service must ever see it.
 */
export function isForgeToken(secret: string): boolean {
  return /^(?:gl[a-z]{1,8}-|gh[a-z]_|github_pat_)/.test(secret);
}
