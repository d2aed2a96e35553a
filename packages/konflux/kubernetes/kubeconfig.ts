import type { Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { readStrictly } from "@release-actions/yaml";
import { authorityOf, checkToken, type Access } from "./authority.ts";

const LARGEST = 1024 * 1024;
const INPUT = "kubeconfig";

/** Why a field of the selected cluster or user is refused, and what to do instead. */
const REFUSED: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  "insecure-skip-tls-verify": [
    "it disables verification of the server's certificate",
    "Put the authority into certificate-authority-data.",
  ],
  "certificate-authority": [
    "it names a file",
    "Put its content into certificate-authority-data, as kubectl config view --flatten does.",
  ],
  "proxy-url": ["it would send the token through a proxy that it chooses", "Set HTTPS_PROXY if you need a proxy."],
  "tls-server-name": [
    "it verifies the certificate against another name",
    "Use the name in the certificate as the server.",
  ],
  exec: ["it runs a program", "Use the token of a service account: kubectl create token."],
  "auth-provider": ["it runs a provider", "Use the token of a service account: kubectl create token."],
  tokenFile: ["it names a file", "Put the token itself into token."],
  "client-certificate": ["it names a file", "Use a token: client certificates are not supported."],
  "client-key": ["it names a file", "Use a token: client certificates are not supported."],
  "client-certificate-data": ["client certificates are not supported", "Use a token."],
  "client-key-data": ["client certificates are not supported", "Use a token."],
  username: ["passwords are not supported", "Use a token."],
  password: ["passwords are not supported", "Use a token."],
  as: ["it acts as another user", "Use that user's own token."],
  "as-uid": ["it acts as another user", "Use that user's own token."],
  "as-groups": ["it acts as another user", "Use that user's own token."],
  "as-user-extra": ["it acts as another user", "Use that user's own token."],
};
const CLUSTER = ["server", "certificate-authority-data", "disable-compression", "extensions"];
const USER = ["token", "extensions"];

type Fields = Readonly<Record<string, unknown>>;

/**
 * The cluster and user of a kubeconfig's current context (https://kubernetes.io/docs/reference/config-api/kubeconfig.v1/);
 * the namespace has its own input. Entries that the context does not name are ignored. Adds all problems to `problems`;
 * none shows a value, since any may be a secret.
 */
export function readKubeconfig(text: string, problems: Problem[]): Access | undefined {
  const problem = (what: string, remedy: string): undefined =>
    void problems.push({ input: INPUT, what: `kubeconfig: ${what}`, remedy });
  if (!text.includes("\n") && /^[~./]|\.(?:ya?ml|conf)$/.test(text)) {
    return problem("it is a path", "Set the content itself; on GitLab use a variable of type Variable, not File.");
  }
  const root = parse(text);
  if (root === undefined)
    return problem("it is not valid YAML or JSON", "Use the output of kubectl config view --flatten --minify --raw.");
  const context = named(root, "contexts", root["current-context"], "context");
  if (context === undefined)
    return problem(
      "current-context is missing, or it does not name exactly one context",
      "Set it: kubectl config use-context.",
    );
  const cluster = named(root, "clusters", context["cluster"], "cluster");
  const user = named(root, "users", context["user"], "user");
  if (cluster === undefined)
    problem(
      "the context does not name exactly one cluster",
      "Use the output of kubectl config view --flatten --minify --raw.",
    );
  if (user === undefined)
    problem(
      "the context does not name exactly one user",
      "Use the output of kubectl config view --flatten --minify --raw.",
    );
  if (cluster === undefined || user === undefined) return undefined;
  refuse(cluster, CLUSTER, "cluster", problem);
  refuse(user, USER, "user", problem);

  const { server, "certificate-authority-data": authority } = cluster;
  const { token } = user;
  if (typeof server !== "string" || !server.startsWith("https://"))
    problem("the cluster's server must start with https://", "Use the address that kubectl cluster-info shows.");
  if (typeof token !== "string")
    problem("the user has no token", "Use the token of a service account: kubectl create token.");
  else checkToken(token, INPUT, problems);
  if (authority !== undefined && typeof authority !== "string")
    problem("certificate-authority-data is not a string", "Quote it.");
  const pem = authorityOf(typeof authority === "string" ? authority : undefined, INPUT, problems);
  return { server: server as string, token: token as string, authority: pem };
}

function parse(text: string): Fields | undefined {
  return text.length > LARGEST ? undefined : fieldsOf(readStrictly(text).value);
}

/** The entry with a name, if exactly one in the list has it. */
function named(root: Fields, list: string, name: unknown, key: string): Fields | undefined {
  const entries = root[list];
  if (typeof name !== "string" || !Array.isArray(entries)) return undefined;
  const found = entries.map(fieldsOf).filter((entry) => entry?.["name"] === name);
  return found.length === 1 ? fieldsOf(found[0]?.[key]) : undefined;
}

function refuse(
  fields: Fields,
  known: readonly string[],
  of: string,
  problem: (what: string, remedy: string) => void,
): void {
  for (const [key, value] of Object.entries(fields)) {
    if (known.includes(key) || isUnset(value)) continue;
    const [why, remedy] = (Object.hasOwn(REFUSED, key) && REFUSED[key]) || ["it is not supported", "Remove it."];
    problem(`${quote(key, 60)} of the ${of} is refused: ${why}`, remedy);
  }
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === "";
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
