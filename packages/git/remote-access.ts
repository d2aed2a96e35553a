import { CredentialRules } from "@release-actions/action";

import { trustedAuthorities } from "./authorities.ts";
import { credentialSettings, openCredential, withoutSecret } from "./credential.ts";
import { proxyEnvironment } from "./environment.ts";
import { remoteAddress } from "./remote-url.ts";
import type { GitOptions, Remote } from "./types.ts";

/** What a process needs next to the rest to speak to one remote, and to no other. */
export interface RemoteAccess {
  readonly protocol: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly config: Readonly<Record<string, string>>;
  /** The file that holds the credential; inherited under CREDENTIAL_FD. */
  readonly descriptor: number | undefined;
  /** Text of the process without the secret. */
  clean(text: string): string;
  close(): Promise<void>;
}

/** The caller closes it when the process has ended. */
export async function openRemoteAccess(options: GitOptions, remote: Remote): Promise<RemoteAccess> {
  const { protocol, origin } = remoteAddress(remote);
  const credential = protocol === "file" ? undefined : remote.credential;
  if (credential !== undefined) {
    const rules = options.network?.credentials ?? new CredentialRules();
    rules.insist([credential.username, credential.secret], origin);
  }
  const authorities = protocol === "https" ? await trustedAuthorities(options) : {};
  const handle = credential === undefined ? undefined : await openCredential(options.temporary, credential);
  return {
    protocol,
    environment: { ...proxyEnvironment(options.network), ...authorities },
    config: credential === undefined ? {} : credentialSettings(origin),
    descriptor: handle?.fd,
    clean: (text) => withoutSecret(text, credential),
    close: async () => handle?.close(),
  };
}
