/**
 * The kind of a token, by its prefix. A `-job` token is a forge's own: the forge issues it to one job, or to one
 * app installation, and no other service accepts it.
 */
export type TokenKind = "github-job" | "github" | "gitlab-job" | "gitlab" | "jwt" | "other";

/** Every prefix that GitLab documents; a word such as "global-" does not match. */
const GITLAB = /^gl(?:agent|cbt|dt|ffct|ft|imt|oas|pat|ptt|rtr?|soat|wt)-/;

/** Older GitHub Enterprise Servers issue job tokens that start with `v1.`; GitLab's newer ones may be bare JWTs. */
export function kindOfToken(token: string): TokenKind {
  if (/^ghs_/.test(token) || /^v1\.[0-9a-f]{40}$/.test(token)) return "github-job";
  if (/^(?:gh[opru]_|github_pat_)/.test(token)) return "github";
  if (token.startsWith("glcbt-")) return "gitlab-job";
  if (GITLAB.test(token)) return "gitlab";
  return /^eyJ[\w-]+\.[\w-]+\.[\w-]+$/.test(token) ? "jwt" : "other";
}

/**
 * Whether a secret is, or contains (as in `Bearer x`), a GitHub or GitLab token. A variable that every action may read
 * can hold one, and no other service must ever see it.
 */
export function isForgeToken(secret: string): boolean {
  return wordsOf(secret).some((word) => !["jwt", "other"].includes(kindOfToken(word)));
}

/** The error when another service's secret turns out to be a forge's token. */
export const FORGE_TOKEN_REFUSED = "holds a token of GitHub or GitLab, by its beginning; it was sent to no one";

/** Every part of a header, a user name or a password that may itself be a secret. */
export function wordsOf(text: string): readonly string[] {
  const encoded = /^basic\s+(\S+)$/i.exec(text.trim())?.[1];
  const whole = encoded === undefined ? [text] : [text, Buffer.from(encoded, "base64").toString("utf8")];
  return whole.flatMap((one) => [one, ...one.split(/[\s,;:=@/"']+/).filter((word) => word !== "")]);
}
