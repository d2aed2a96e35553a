export function originOf(url: string): string | undefined {
  return URL.canParse(url) ? new URL(url).origin : undefined;
}

/** A repository's address without what makes no difference: slashes and `.git` at the end. */
export function plainAddress(url: string): string {
  let end = url.length;
  while (url[end - 1] === "/") end -= 1;
  const trimmed = url.slice(0, end);
  return trimmed.endsWith(".git") ? trimmed.slice(0, -4) : trimmed;
}

/** The page that compares two commits, where the repository's address tells how its forge writes it. */
export function compareUrl(
  repository: string | undefined,
  oldRef: string,
  ref: string,
  gitlabOrigin: string,
): string | undefined {
  if (repository === undefined || !URL.canParse(repository)) return undefined;
  const { protocol, host, hostname, pathname, origin } = new URL(repository);
  if (protocol !== "https:" && origin !== gitlabOrigin) return undefined;
  const path = plainAddress(pathname);
  if (path === "" || !/^[0-9a-f]{40}$/.test(oldRef)) return undefined;
  const words = hostname.split(".");
  const base = `${protocol}//${host}${path}`;
  if (words.includes("github")) return `${base}/compare/${oldRef}...${ref}`;
  return words.includes("gitlab") || origin === gitlabOrigin ? `${base}/-/compare/${oldRef}...${ref}` : undefined;
}
