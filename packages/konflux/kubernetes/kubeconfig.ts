import type { Problem } from "@release-actions/action";
import { quote } from "@release-actions/text";
import { readStrictly } from "@release-actions/yaml";
import { authorityOf, checkToken } from "./access.ts";
import type { Access } from "./access.ts";

const LARGEST = 1024 * 1024;
const INPUT = "kubeconfig";

/** Why a field of the chosen cluster or user is refused, and what to do instead. */
const REFUSED: Readonly<Record<string, readonly [what: string, remedy: string]>> = {
  "insecure-skip-tls-verify": [
    "it switches the check of the server's certificate off",
    "Put the authority into certificate-authority-data.",
  ],
  "certificate-authority": [
    "it names a file",
    "Put its content into certificate-authority-data: kubectl config view --flatten does it.",
  ],
  "proxy-url": [
    "it would send the token through a proxy of its own choice",
    "Use HTTPS_PROXY where a proxy is needed.",
  ],
  "tls-server-name": [
    "it has the certificate checked for another name",
    "Give the server by the name that its certificate has.",
  ],
  exec: ["it runs a program", "Give the token of a service account: kubectl create token."],
  "auth-provider": ["it runs a provider", "Give the token of a service account: kubectl create token."],
  tokenFile: ["it names a file", "Put the token itself into token."],
  "client-certificate": ["it names a file", "Give a token: certificates of users are not supported."],
  "client-key": ["it names a file", "Give a token: certificates of users are not supported."],
  "client-certificate-data": ["certificates of users are not supported", "Give a token."],
  "client-key-data": ["certificates of users are not supported", "Give a token."],
  username: ["passwords are not supported", "Give a token."],
  password: ["passwords are not supported", "Give a token."],
  as: ["it acts as another user", "Give that user's own token."],
  "as-uid": ["it acts as another user", "Give that user's own token."],
  "as-groups": ["it acts as another user", "Give that user's own token."],
  "as-user-extra": ["it acts as another user", "Give that user's own token."],
};
const CLUSTER = ["server", "certificate-authority-data", "disable-compression", "extensions"];
const USER = ["token", "extensions"];

type Fields = Readonly<Record<string, unknown>>;

/**
 * The cluster and user of a kubeconfig's current context; its namespace is an input of its own. Entries that the context does not name are not
 * looked at. All problems are added to `problems`; none shows a value, since any may be a secret.
 */
export function readKubeconfig(text: string, problems: Problem[]): Access | undefined {
  const problem = (what: string, remedy: string): undefined =>
    void problems.push({ input: INPUT, what: `kubeconfig: ${what}`, remedy });
  if (!text.includes("\n") && /^[~./]|\.(?:ya?ml|conf)$/.test(text)) {
    return problem("a path was given", "Give the text itself; on GitLab a variable of the type Variable, not File.");
  }
  const root = parse(text);
  if (root === undefined)
    return problem(
      "it is no YAML or JSON that can be read",
      "Give the text that kubectl config view --flatten --minify --raw prints.",
    );
  const context = named(root, "contexts", root["current-context"], "context");
  if (context === undefined)
    return problem(
      "there is no current-context, or no context of that name, or several",
      "Set it: kubectl config use-context.",
    );
  const cluster = named(root, "clusters", context["cluster"], "cluster");
  const user = named(root, "users", context["user"], "user");
  if (cluster === undefined)
    problem(
      "the context's cluster is not there, or there several times",
      "kubectl config view --flatten --minify --raw prints a whole one.",
    );
  if (user === undefined)
    problem(
      "the context's user is not there, or there several times",
      "kubectl config view --flatten --minify --raw prints a whole one.",
    );
  if (cluster === undefined || user === undefined) return undefined;
  refuse(cluster, CLUSTER, "cluster", problem);
  refuse(user, USER, "user", problem);

  const { server, "certificate-authority-data": authority } = cluster;
  const { token } = user;
  if (typeof server !== "string" || !server.startsWith("https://"))
    problem("the cluster's server has to begin with https://", "Give the address that kubectl cluster-info shows.");
  if (typeof token !== "string")
    problem("the user has no token", "Give the token of a service account: kubectl create token.");
  else checkToken(token, INPUT, problems);
  if (authority !== undefined && typeof authority !== "string")
    problem("certificate-authority-data is no text", "Quote it.");
  const pem = authorityOf(typeof authority === "string" ? authority : undefined, INPUT, problems);
  return { server: server as string, token: token as string, authority: pem };
}

function parse(text: string): Fields | undefined {
  return text.length > LARGEST ? undefined : fieldsOf(readStrictly(text).value);
}

/** The entry of a list of named ones, where there is exactly one of that name. */
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
    const [why, remedy] = (Object.hasOwn(REFUSED, key) && REFUSED[key]) || ["it is not known here", "Remove it."];
    problem(`${quote(key, 60)} of the ${of} is refused: ${why}`, remedy);
  }
}

function isUnset(value: unknown): boolean {
  return value === undefined || value === null || value === false || value === "";
}

function fieldsOf(value: unknown): Fields | undefined {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Fields) : undefined;
}
