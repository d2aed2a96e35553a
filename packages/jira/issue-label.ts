/**
 * The label that identifies an issue, `release-actions-` and 16 hex digits: the same for every run with one key in one
 * project. Jira has no idempotency keys, and a label is written by the same request that creates the issue.
 */
export async function issueLabel(project: string, key: string): Promise<string> {
  return `release-actions-${await shortHash(`${project.toUpperCase()}\n${key}`)}`;
}

/** The first 16 hex digits of the SHA-256. */
export async function shortHash(text: string): Promise<string> {
  const { createHash } = await import("node:crypto");
  return createHash("sha256").update(text).digest("hex").slice(0, 16);
}
