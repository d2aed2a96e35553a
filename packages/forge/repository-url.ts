/** Without slashes and `.git` at the end, which make no difference to a forge. */
export function plainRepositoryUrl(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  const trimmed = url.slice(0, end);
  return trimmed.endsWith(".git") ? trimmed.slice(0, -4) : trimmed;
}

/**
 * The page that compares two commits, for a repository on GitHub or GitLab. `gitlabUrl`: a GitLab whose name does not
 * contain the word. Undefined for any other host, for plain HTTP elsewhere, and if `from` is not a full commit ID.
 */
export function compareUrl(repository: string, from: string, to: string, gitlabUrl: string): string | undefined {
  if (!URL.canParse(repository) || !/^[0-9a-f]{40}$/.test(from)) return undefined;
  const { protocol, host, hostname, pathname, origin } = new URL(repository);
  const isGitLab = URL.canParse(gitlabUrl) && origin === new URL(gitlabUrl).origin;
  const path = plainRepositoryUrl(pathname);
  if (path === "" || (protocol !== "https:" && !isGitLab)) return undefined;
  const labels = hostname.split(".");
  const base = `${protocol}//${host}${path}`;
  if (labels.includes("github")) return `${base}/compare/${from}...${to}`;
  return labels.includes("gitlab") || isGitLab ? `${base}/-/compare/${from}...${to}` : undefined;
}
