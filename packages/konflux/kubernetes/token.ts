import { parseJson } from "@release-actions/http";

/** The `sub` of a service account's token (RFC 7519), only for a label: the server checks the signature. */
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
