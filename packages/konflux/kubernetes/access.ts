import type { Problem } from "@release-actions/action";

export interface AccessInputs {
  readonly server: string | undefined;
  readonly token: string | undefined;
  /** PEM, or PEM in base64 as a kubeconfig carries it. */
  readonly certificateAuthority: string | undefined;
  /** The text of a kubeconfig. */
  readonly kubeconfig: string | undefined;
}

/** Where a cluster's API server is, and who asks it. */
export interface Access {
  readonly server: string;
  readonly token: string;
  /** PEM text, trusted instead of the system's authorities. */
  readonly authority: string | undefined;
}

/**
 * Reads how to reach the cluster, from the inputs alone. What is wrong with them is added to `problems`, and undefined
 * returned. Nothing that a kubeconfig could run, read or send elsewhere is ever followed.
 */
export async function accessOf(inputs: AccessInputs, problems: Problem[]): Promise<Access | undefined> {
  const { server, token, certificateAuthority, kubeconfig } = inputs;
  const before = problems.length;
  if (kubeconfig === undefined) {
    const remedy = "Give server and token, or kubeconfig. No kubeconfig of the machine is looked for.";
    if (server === undefined) problems.push({ input: "server", what: "there is no server", remedy });
    if (token === undefined)
      problems.push({ input: "token", what: "there is no token", remedy: "Give the token of a service account." });
    const authority = authorityOf(certificateAuthority, "certificate-authority", problems);
    if (server !== undefined) checkServer(server, "server", problems);
    if (token !== undefined) checkToken(token, "token", problems);
    return problems.length > before ? undefined : { server: server as string, token: token as string, authority };
  }
  const others = Object.entries({ server, token, "certificate-authority": certificateAuthority }).flatMap(
    ([name, value]) => (value === undefined ? [] : [name]),
  );
  if (others.length > 0) {
    problems.push({
      input: "kubeconfig",
      what: `kubeconfig is given, and so is ${others.join(", ")}`,
      remedy: "Give one or the other: which of two would count is not guessed.",
    });
  }
  const { readKubeconfig } = await import("./kubeconfig.ts");
  const read = readKubeconfig(kubeconfig, problems);
  return problems.length > before ? undefined : read;
}

/** https, except for this machine: `kubectl proxy` speaks http there. */
function checkServer(server: string, input: string, problems: Problem[]): void {
  if (server.startsWith("https://") || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]+)?(?:\/|$)/.test(server))
    return;
  problems.push({
    input,
    what: `${input} has to begin with https://`,
    remedy: "Give the address that kubectl cluster-info shows.",
  });
}

export function checkToken(token: string, input: string, problems: Problem[]): void {
  if (token !== "" && token.length <= 16_384 && /^[\x21-\x7e]+$/.test(token)) return;
  const remedy = "Check the secret: often a line break was pasted at its end.";
  problems.push({
    input,
    what: "the token holds a space, a line break or another character that no token has",
    remedy,
  });
}

/** The PEM text of an authority given as PEM or in base64. */
export function authorityOf(given: string | undefined, input: string, problems: Problem[]): string | undefined {
  if (given === undefined) return undefined;
  const begins = "-----BEGIN CERTIFICATE-----";
  if (given.includes(begins)) return given;
  const decoded = /^[A-Za-z0-9+/=\s]*$/.test(given) ? Buffer.from(given, "base64").toString("latin1") : "";
  if (decoded.includes(begins)) return decoded;
  const remedy =
    "Give the certificate itself, not a path: certificate-authority-data of a kubeconfig, or the PEM file's text.";
  problems.push({ input, what: "the certificate authority is neither PEM nor PEM in base64", remedy });
  return undefined;
}
