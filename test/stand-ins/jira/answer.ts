import type { IncomingHttpHeaders } from "node:http";
import { type Answer, json } from "../forge/exchange.ts";
import { createIssue, issueJson, notFound } from "./issues.ts";
import { addComment, answerForm, doTransition, listComments, listLinks, listTransitions, putLink } from "./parts.ts";
import { answerSearch } from "./search.ts";
import type { Store } from "./store.ts";
import type { Account, JiraSetup } from "./types.ts";

export interface Request {
  method: string;
  url: URL;
  /** Below the context path. */
  segments: string[];
  headers: IncomingHttpHeaders;
  body: string;
}

/** The account of a request by its credential; "wrong" for one that nobody has. */
export function accountOf(headers: IncomingHttpHeaders, setup: JiraSetup): Account | "wrong" | undefined {
  const { authorization } = headers;
  if (authorization === undefined) return undefined;
  const [scheme = "", value = ""] = authorization.split(" ");
  const cloud = setup.deployment !== "datacenter";
  const given = scheme === "Basic" ? Buffer.from(value, "base64").toString("utf8") : value;
  const fits = ({ email, secret }: Account) =>
    cloud ? scheme === "Basic" && given === `${email}:${secret}` : scheme === "Bearer" && given === secret;
  return (setup.accounts ?? []).find(fits) ?? "wrong";
}

/** What Jira answers to a whole request. */
export function answer(request: Request, store: Store, setup: JiraSetup): Answer {
  const { method, segments } = request;
  const [rest, api, version, ...path] = segments;
  if (rest !== "rest" || api !== "api")
    return {
      status: 200,
      headers: { "content-type": "text/html" },
      body: "<!doctype html><title>Log in - Jira</title>",
    };
  if (version !== "2" && !(version === "3" && store.cloud)) return notFound("null for uri");
  const what = `${method} ${path.join("/")}`;
  if (what === "GET serverInfo") {
    const baseUrl = `${request.url.origin}${setup.contextPath ?? ""}`;
    return json(200, {
      baseUrl,
      version: store.cloud ? "1001.0.0" : "10.3.2",
      deploymentType: store.cloud ? "Cloud" : "Server",
    });
  }
  const account = accountOf(request.headers, setup);
  if (setup.captcha === true) {
    const denied = {
      "x-seraph-loginreason": "AUTHENTICATION_DENIED",
      "x-authentication-denied-reason": "CAPTCHA_CHALLENGE; login-url=/login.jsp",
    };
    const headers = { ...denied, "content-type": "text/html" };
    return { status: 403, headers, body: "<html><title>Forbidden (403)</title></html>" };
  }
  if (account === undefined || account === "wrong") {
    const reason = { "x-seraph-loginreason": "AUTHENTICATED_FAILED" };
    if (setup.wrongIsAnonymous === true && path[0] === "search") return json(200, { issues: [], isLast: true }, reason);
    return json(
      401,
      { errorMessages: ["You are not authenticated. Authentication required to perform this operation."], errors: {} },
      reason,
    );
  }
  if (method !== "GET" && account.writes === false)
    return json(403, { errorMessages: ["You do not have permission to do this."], errors: {} });
  return answerKnown(request, path, account, store);
}

function answerKnown({ method, url, body }: Request, path: readonly string[], account: Account, store: Store): Answer {
  const [first, second, third, ...rest] = path;
  if (method === "GET" && path.join("/") === "myself")
    return json(200, { displayName: account.name, emailAddress: account.email, accountId: account.email });
  if (first === "search") {
    if (store.cloud)
      return second === "jql" && method === "GET"
        ? answerSearch(url, store)
        : removed("The requested API has been removed. Use search/jql.");
    return path.length === 1 && method === "GET" ? answerSearch(url, store) : notFound("null for uri");
  }
  if (first !== "issue") return notFound("null for uri");
  if (method === "POST" && path.length === 1) return createIssue(parsed(body), store);
  if (second === "createmeta")
    return third === undefined
      ? removed("Use createmeta/{project}/issuetypes.")
      : answerForm([third, ...rest], url, store);
  const issue = store.issue(second ?? "");
  if (issue === undefined) return notFound();
  switch (`${method} ${third ?? ""}`) {
    case "GET ":
      return json(200, issueJson(issue, store, url.searchParams.get("fields") ?? "*all"));
    case "GET comment":
      return listComments(issue, url);
    case "POST comment":
      return addComment(issue, parsed(body), account, store);
    case "GET remotelink":
      return listLinks(issue, url);
    case "POST remotelink":
      return putLink(issue, parsed(body), store);
    case "GET transitions":
      return listTransitions(issue, store);
    case "POST transitions":
      return doTransition(issue, parsed(body), store);
    default:
      return notFound("null for uri");
  }
}

function removed(message: string): Answer {
  return json(410, { errorMessages: [message], errors: {} });
}

function parsed(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return {};
  }
}
