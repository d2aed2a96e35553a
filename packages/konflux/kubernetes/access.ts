import type { Problem } from "@release-actions/action";
import { authorityOf, checkToken, type Access } from "./authority.ts";

export interface AccessInputs {
  readonly server: string | undefined;
  readonly token: string | undefined;
  /** PEM, or base64-encoded PEM as in a kubeconfig. */
  readonly certificateAuthority: string | undefined;
  /** The content of a kubeconfig. */
  readonly kubeconfig: string | undefined;
}

/**
 * Reads how to access the cluster, only from the inputs. Adds all problems to `problems` and returns undefined if there
 * are any. Nothing that a kubeconfig could run, read or send elsewhere is ever used.
 */
export async function accessOf(inputs: AccessInputs, problems: Problem[]): Promise<Access | undefined> {
  const { server, token, certificateAuthority, kubeconfig } = inputs;
  const before = problems.length;
  if (kubeconfig === undefined) {
    const remedy = "Set server and token, or kubeconfig. A kubeconfig on the machine is not used.";
    if (server === undefined) problems.push({ input: "server", what: "server is missing", remedy });
    if (token === undefined)
      problems.push({ input: "token", what: "token is missing", remedy: "Set the token of a service account." });
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
      what: `kubeconfig cannot be combined with ${others.join(", ")}`,
      remedy: "Set one or the other.",
    });
  }
  const { readKubeconfig } = await import("./kubeconfig.ts");
  const read = readKubeconfig(kubeconfig, problems);
  return problems.length > before ? undefined : read;
}

/** https, except on this machine, where `kubectl proxy` uses http. */
function checkServer(server: string, input: string, problems: Problem[]): void {
  if (server.startsWith("https://") || /^http:\/\/(?:127\.0\.0\.1|localhost|\[::1\])(?::[0-9]+)?(?:\/|$)/.test(server))
    return;
  problems.push({
    input,
    what: `${input} must start with https://`,
    remedy: "Set the address that kubectl cluster-info shows.",
  });
}
