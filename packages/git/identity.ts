import { isAbsolute } from "node:path";

import { invalid } from "@release-actions/action";
import { quote } from "@release-actions/text";

import type { Identity, Signing } from "./types.ts";

/** The variables by which git learns who writes, and when; the time zone is UTC. */
export function identityVariables(identity: Identity, date: number): Record<string, string> {
  for (const what of ["name", "email"] as const) {
    const text = identity[what];
    if (text.trim() === "" || text.length > 256 || /[\r\n\0<>]/.test(text)) {
      throw invalid(`the author's ${what} ${quote(text)} cannot be part of a commit`, {
        remedy: "Give a name and an address on one line, without angle brackets.",
      });
    }
  }
  const stamp = `${Math.floor(date / 1000)} +0000`;
  return {
    GIT_AUTHOR_NAME: identity.name,
    GIT_AUTHOR_EMAIL: identity.email,
    GIT_AUTHOR_DATE: stamp,
    GIT_COMMITTER_NAME: identity.name,
    GIT_COMMITTER_EMAIL: identity.email,
    GIT_COMMITTER_DATE: stamp,
  };
}

/** The settings and variables by which git signs with this key and no other. */
export function signingSettings(sign: Signing | undefined): {
  readonly config: Readonly<Record<string, string>>;
  readonly variables: Readonly<Record<string, string>>;
} {
  if (sign === undefined) return { config: {}, variables: {} };
  if (sign.format === "ssh") {
    if (!isAbsolute(sign.key)) throw unusableKey("the SSH key is not an absolute path");
    return {
      config: { "gpg.format": "ssh", "gpg.ssh.program": "ssh-keygen", "user.signingKey": sign.key },
      variables: {},
    };
  }
  if (!/^[0-9A-Fa-f]{16,40}$/.test(sign.key)) throw unusableKey("the OpenPGP key is not a long key id or fingerprint");
  if (!isAbsolute(sign.gnupgHome)) throw unusableKey("the GnuPG home is not an absolute path");
  return {
    config: {
      "gpg.format": "openpgp",
      "gpg.program": "gpg",
      "gpg.openpgp.program": "gpg",
      "user.signingKey": sign.key,
    },
    variables: { GNUPGHOME: sign.gnupgHome },
  };
}

function unusableKey(fault: string): Error {
  return invalid(`cannot sign: ${fault}`, {
    remedy: "Give the absolute path of a private SSH key without a passphrase, or an OpenPGP fingerprint and its home.",
  });
}
