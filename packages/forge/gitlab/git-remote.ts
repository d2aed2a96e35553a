import type { Credential, Identity, Remote } from "@release-actions/git";

/**
 * The credential that GitLab accepts for git over HTTPS: https://docs.gitlab.com/user/profile/personal_access_tokens/
 */
export function gitCredential(token: string): Credential {
  return { username: "oauth2", secret: token };
}

/**
 * A project's repository by git. `url` is the base URL of GitLab that the token is for: an address from a reply could
 * lead the token elsewhere.
 */
export function gitRemote(url: string, token: string, projectPath: string): Remote {
  const path = projectPath.split("/").map(encodeURIComponent).join("/");
  return { url: `${url.replace(/\/$/, "")}/${path}.git`, credential: gitCredential(token) };
}

/**
 * The author of a user's commits, with the address that GitLab gives users who hide theirs, so that a push rule about
 * authors finds the user: https://docs.gitlab.com/user/profile/#use-an-automatically-generated-private-commit-email
 */
export function commitIdentity(
  url: string,
  { id, username }: { readonly id: string; readonly username: string },
): Identity {
  return { name: username, email: `${id}-${username}@users.noreply.${new URL(url).hostname}` };
}
