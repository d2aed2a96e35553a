import type { Io } from "@release-actions/action-types";
import type { Credential } from "./contract.ts";

/** Keeps what must never be shown, in every form in which a server or an error could repeat it. */
export interface Secrets {
  add(value: string): void;
  /** `text` with every known secret replaced by ***. */
  redact(text: string): string;
}

/** Shorter ones would blank out ordinary words; a real secret is never that short. */
const SHORTEST = 4;

export function keepSecrets(io: Io): Secrets {
  const known = new Set<string>();
  let longestFirst: readonly string[] = [];

  function add(value: string): void {
    for (const form of formsOf(value)) {
      if (form.length < SHORTEST || known.has(form)) continue;
      known.add(form);
      io.secret(form);
    }
    longestFirst = [...known].sort((a, b) => b.length - a.length);
  }

  function redact(text: string): string {
    return longestFirst.reduce((rest, secret) => rest.replaceAll(secret, "***"), text);
  }

  return { add, redact };
}

/** The header that carries a credential, after every form of its secret has been registered. */
export function credentialHeader(credential: Credential, secrets: Secrets): [name: string, value: string] {
  if ("header" in credential) {
    secrets.add(credential.value);
    // "Bearer x", "token x": the part after the scheme is the secret itself.
    const space = credential.value.indexOf(" ");
    if (space >= 0) secrets.add(credential.value.slice(space + 1).trim());
    return [credential.header.toLowerCase(), credential.value];
  }
  return ["authorization", basic(credential.user, credential.password, secrets)];
}

/** The value of a basic authorization header (RFC 7617). */
export function basic(user: string, password: string, secrets: Secrets): string {
  const encoded = Buffer.from(`${user}:${password}`, "utf8").toString("base64");
  secrets.add(password);
  secrets.add(encoded);
  return `Basic ${encoded}`;
}

function formsOf(value: string): string[] {
  const bytes = Buffer.from(value, "utf8");
  return [
    value,
    bytes.toString("base64"),
    bytes.toString("base64url"),
    encodeURIComponent(value.toWellFormed()),
    JSON.stringify(value).slice(1, -1),
  ];
}
