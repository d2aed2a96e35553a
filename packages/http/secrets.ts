import type { Io } from "@release-actions/action";
import { secrets as registry } from "@release-actions/text";
import type { Credential } from "./types.ts";

/** Values that must never be shown: the host masks them, and this process removes them from all text. */
export interface Secrets {
  add(value: string): void;
  redact(text: string): string;
}

export function keepSecrets(io: Io): Secrets {
  return {
    add(value) {
      registry.add(value);
      io.secret(value);
    },
    redact: registry.redact,
  };
}

/** The parts of a credential that may be or contain a secret. */
export function carriersOf(credential: Credential | undefined): readonly string[] {
  if (credential === undefined) return [];
  return "user" in credential ? [credential.user, credential.password] : [credential.value];
}

/** The header that carries a credential, once every form of its secret has been registered. */
export function credentialHeader(credential: Credential, secrets: Secrets): [name: string, value: string] {
  if ("user" in credential) return ["authorization", basic(credential.user, credential.password, secrets)];
  const { header, value } = credential;
  secrets.add(value);
  // "Bearer x", "token x": what follows the scheme is the secret itself.
  const space = value.indexOf(" ");
  if (space >= 0) secrets.add(value.slice(space + 1));
  return [header.toLowerCase(), value];
}

/** The value of a basic authorization header (RFC 7617). */
export function basic(user: string, password: string, secrets: Secrets): string {
  const encoded = Buffer.from(`${user}:${password}`, "utf8").toString("base64");
  secrets.add(password);
  secrets.add(encoded);
  return `Basic ${encoded}`;
}
