/**
 * What kind of token a text is, by how it begins. A `-job` token is a forge's own: the forge hands it to one job, or
 * to one installation of an app, and no other service has any use for it.
 */
export type TokenKind = "github-job" | "github" | "gitlab-job" | "gitlab" | "jwt" | "other";

/** Every prefix that GitLab documents; a word such as "global-" is none. */
const GITLAB = /^gl(?:agent|cbt|dt|ffct|ft|imt|oas|pat|ptt|rtr?|soat|wt)-/;

/** Job tokens of older GitHub Enterprise Servers begin with `v1.`; GitLab's newer ones may be bare JWTs. */
export function kindOfToken(token: string): TokenKind {
  if (/^ghs_/.test(token) || /^v1\.[0-9a-f]{40}$/.test(token)) return "github-job";
  if (/^(?:gh[opru]_|github_pat_)/.test(token)) return "github";
  if (token.startsWith("glcbt-")) return "gitlab-job";
  if (GITLAB.test(token)) return "gitlab";
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? "jwt" : "other";
}

/**
 * Whether a secret is, or carries as in `Bearer x`, a token of GitHub or GitLab. A variable that every action may read
 * can hold one, and no other service must ever see it.
 */
export function isForgeToken(secret: string): boolean {
  return wordsOf(secret).some((word) => !["jwt", "other"].includes(kindOfToken(word)));
}

/** Said wherever the secret of another service turns out to be a forge's token. */
export const FORGE_TOKEN_REFUSED = "holds a token of GitHub or GitLab, by its beginning; it was sent to no one";

export type GitLabHeader = "job-token" | "private-token";

/**
 * The header that GitLab takes a token by, and the one to try where it does not know the token by the first. Older
 * GitLabs give out tokens without a prefix, for jobs too.
 */
export function gitLabHeaders(kind: TokenKind): readonly [GitLabHeader, GitLabHeader?] {
  if (kind === "gitlab-job" || kind === "jwt") return ["job-token"];
  return kind === "gitlab" ? ["private-token"] : ["private-token", "job-token"];
}

/** Everything in a header, a user name or a password that may be a secret of its own. */
export function wordsOf(text: string): readonly string[] {
  const encoded = /^basic\s+(\S+)$/i.exec(text.trim())?.[1];
  const whole = encoded === undefined ? [text] : [text, Buffer.from(encoded, "base64").toString("utf8")];
  return whole.flatMap((one) => [one, ...one.split(/[\s,;:=@/"']+/).filter((word) => word !== "")]);
}
