import type { AccountInputs } from "@release-actions/action";
import type { Credential } from "./types.ts";

/** The credential of the inputs `token`, or `username` and `password`; undefined for anonymous requests. */
export function credentialOf({ token, username, password }: AccountInputs): Credential | undefined {
  if (token !== undefined) return { header: "authorization", value: `Bearer ${token}` };
  return username !== undefined && password !== undefined ? { user: username, password } : undefined;
}
