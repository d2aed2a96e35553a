import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";

import { invalid } from "@release-actions/action";

import type { GitOptions } from "./types.ts";

const SYSTEM_BUNDLES = ["/etc/ssl/certs/ca-certificates.crt", "/etc/pki/tls/certs/ca-bundle.crt", "/etc/ssl/cert.pem"];

/**
 * git trusts either the system's certificate authorities or the file it is given, never both: so the extra ones are
 * joined to the system's in our own file.
 */
export async function trustedAuthorities(options: GitOptions): Promise<Record<string, string>> {
  const extra = options.network?.certificateAuthorities;
  if (extra === undefined) return {};
  const own = await readFile(extra, "utf8").catch((cause: unknown) => {
    throw invalid(`the certificate authorities in ${extra} cannot be read`, { remedy: "Name a PEM file.", cause });
  });
  const path = join(options.temporary, "git-authorities.pem");
  await writeFile(path, `${await systemAuthorities()}\n${own}`, { mode: 0o600 });
  return { GIT_SSL_CAINFO: path };
}

async function systemAuthorities(): Promise<string> {
  for (const path of SYSTEM_BUNDLES) {
    const bundle = await readFile(path, "utf8").catch(() => undefined);
    if (bundle !== undefined) return bundle;
  }
  const { rootCertificates } = await import("node:tls");
  return rootCertificates.join("\n");
}
