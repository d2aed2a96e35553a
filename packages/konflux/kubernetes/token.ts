import { parseJson } from "@release-actions/http";

/** Whom a token of a service account says it is of (its `sub`), for a label only: the signature is the server's to check. */
export function subjectOf(token: string): string | undefined {
  const [, payload, signature, ...more] = token.split(".");
  if (payload === undefined || signature === undefined || more.length > 0) return undefined;
  try {
    const { sub } = parseJson(Buffer.from(payload, "base64url").toString("utf8")) as Record<string, unknown>;
    return typeof sub === "string" && sub !== "" ? sub : undefined;
  } catch {
    return undefined;
  }
}
