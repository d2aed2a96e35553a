import { invalid } from "@release-actions/action";
import type { Problem } from "@release-actions/action";
import type { Credential, Http, Reply } from "@release-actions/http";
import type { Deployment, Jira, JiraOptions } from "./types.ts";

const PERMISSION = "an account that may browse the project, create and edit its issues, comment, link and transition";

/**
 * Finds out which kind of Jira is at the address and whether it accepts the credential. Otherwise an anonymous search
 * would find nothing, and that would look like an issue that does not exist. Throws `invalid` for a wrong address or
 * credential, or HttpError.
 */
export async function openJira(options: JiraOptions): Promise<Jira> {
  const { http, io, signal, clock, searchLag } = options;
  const { deployment, site } = await deploymentOf(options, http);
  const api = http.api(options.url, { credential: credentialFor(options, deployment), permission: PERMISSION });
  const root = ["rest", "api", deployment === "cloud" ? "3" : "2"];
  const reply = await api.read({ path: [...root, "myself"], expect: [200, 401, 403] });
  refuseStranger(reply, deployment);
  const { Myself } = await import("./schema.ts");
  const { displayName, name, accountId } = reply.json(Myself);
  const user = displayName ?? name ?? accountId ?? "unknown";
  return { deployment, api, root, site, user, searchLag, clock, signal, io };
}

/** Requested without the credential, which must not be sent to the other kind of Jira in the wrong form. */
async function deploymentOf(options: JiraOptions, http: Http): Promise<{ deployment: Deployment; site: string }> {
  const api = http.api(options.url);
  if (options.deployment !== "auto") return { deployment: options.deployment, site: api.base };
  const reply = await api.read({ path: ["rest", "api", "2", "serverInfo"], expect: [200, 401, 403, 404] });
  if (reply.status !== 200) {
    throw invalid(`${options.url} answered ${reply.status} to the request for its type of Jira`, {
      remedy:
        "Check url, the address that Jira's pages start with. If it is correct, set deployment to cloud or datacenter.",
    });
  }
  const { ServerInfo } = await import("./schema.ts");
  const { deploymentType, baseUrl } = reply.json(ServerInfo);
  const deployment = deploymentType?.toLowerCase() === "cloud" ? "cloud" : "datacenter";
  return { deployment, site: siteOf(baseUrl, api.base) };
}

/** The address that Jira reports for itself, if it can be linked to: scoped tokens go to another host. */
function siteOf(baseUrl: string | undefined, fallback: string): string {
  if (baseUrl === undefined || !URL.canParse(baseUrl) || !["https:", "http:"].includes(new URL(baseUrl).protocol))
    return fallback;
  return baseUrl.replace(/\/+$/, "");
}

function credentialFor({ email, token, pat }: JiraOptions, deployment: Deployment): Credential {
  const problems: Problem[] = [];
  if (deployment === "datacenter") {
    if (pat !== undefined) return { header: "authorization", value: `Bearer ${pat}` };
    problems.push({
      input: "pat",
      what: "this is Jira Data Center, which needs a personal access token, but pat is not set",
      remedy: "Create one in Jira: profile, Personal Access Tokens.",
    });
  } else {
    if (email !== undefined && token !== undefined) return { user: email, password: token };
    const remedy = "Set the e-mail address of the account and one of its API tokens, created at id.atlassian.com.";
    if (email === undefined)
      problems.push({ input: "email", what: "this is Jira Cloud, but email is not set", remedy });
    if (token === undefined)
      problems.push({ input: "token", what: "this is Jira Cloud, but token is not set", remedy });
  }
  throw invalid(problems.map(({ what }) => what).join("; "), { problems });
}

function refuseStranger(reply: Reply, deployment: Deployment): void {
  const denied = reply.headers["x-authentication-denied-reason"] ?? "";
  const reason = reply.headers["x-seraph-loginreason"] ?? "";
  if (denied.toUpperCase().includes("CAPTCHA") || reason.includes("AUTHENTICATION_DENIED")) {
    throw invalid("Jira requires a CAPTCHA before it accepts this account again", {
      remedy:
        "Sign in to Jira in a browser with this account and solve it, then check the credential: it was wrong several times.",
    });
  }
  if (reply.status === 200 && !reason.includes("AUTHENTICATED_FAILED")) return;
  const inputs = deployment === "cloud" ? "email and token" : "pat";
  if (reply.status === 403) {
    throw invalid(`Jira denies access to this account (403)${reason === "" ? "" : `: ${reason}`}`, {
      remedy: `Check that the account of ${inputs} may use this Jira, and that no IP allowlist blocks this machine.`,
    });
  }
  throw invalid(`Jira rejected the credential${reason === "" ? "" : `: ${reason}`}`, {
    remedy: `Check ${inputs}: the token may have expired, belong to another account or to another Jira.`,
  });
}
