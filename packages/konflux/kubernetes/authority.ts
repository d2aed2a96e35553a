import type { Problem } from "@release-actions/action";

/** Address of a cluster's API server, and the credential for it. */
export interface Access {
  readonly server: string;
  readonly token: string;
  /** PEM text, trusted instead of the system's authorities. */
  readonly authority: string | undefined;
}

export function checkToken(token: string, input: string, problems: Problem[]): void {
  if (token !== "" && token.length <= 16_384 && /^[\x21-\x7e]+$/.test(token)) return;
  const remedy = "Check the secret; often a line break was pasted at the end.";
  problems.push({
    input,
    what: "the token contains a space, a line break or another character that is not valid in a token",
    remedy,
  });
}

/** The PEM text of an authority given as PEM or in base64; adds to `problems` if it is neither. */
export function authorityOf(given: string | undefined, input: string, problems: Problem[]): string | undefined {
  if (given === undefined) return undefined;
  const begins = "-----BEGIN CERTIFICATE-----";
  if (given.includes(begins)) return given;
  const decoded = /^[A-Za-z0-9+/=\s]*$/.test(given) ? Buffer.from(given, "base64").toString("latin1") : "";
  if (decoded.includes(begins)) return decoded;
  const remedy =
    "Set the certificate itself, not a path: certificate-authority-data from a kubeconfig, or the content of the PEM file.";
  problems.push({ input, what: "the certificate authority is neither PEM nor base64-encoded PEM", remedy });
  return undefined;
}
