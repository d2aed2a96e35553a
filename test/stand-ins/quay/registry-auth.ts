import { mayPull } from "./credentials.ts";
import { type Answer, type Exchange, json } from "./exchange.ts";
import { failure, unauthorized } from "./registry-replies.ts";

const scopePattern = /^repository:((?:[.a-zA-Z0-9_-]+\/)*[.a-zA-Z0-9_-]+):((?:push|pull|\*)(?:,(?:push|pull|\*))*)$/;

/**
 * `/v2/auth`: a token for the scopes that the account has; scopes it lacks are left out without a word. Nobody gets
 * to push here.
 */
export function answerAuth(exchange: Exchange): Answer {
  const { presented, url, store, accounts } = exchange;
  const account = presented?.scheme === "basic" ? presented.account : undefined;
  if (presented !== undefined && account === undefined) {
    return unauthorized(exchange, undefined, "Could not find robot with specified credentials");
  }
  const scopes = url.searchParams.getAll("scope");
  if (account === undefined && scopes.filter(Boolean).length === 0) return unauthorized(exchange);
  const paths: string[] = [];
  for (const scope of scopes.filter(Boolean)) {
    const [, path, actions] = scopePattern.exec(scope) ?? [];
    if (path === undefined || actions === undefined) {
      return failure("INVALID_REQUEST", { message: `Unable to decode repository and actions: ${scope}` });
    }
    if (actions.split(",").includes("pull") && mayPull(account, path, store.repositories.get(path))) paths.push(path);
  }
  const { value } = accounts.issue(account, paths);
  return json(200, { token: value }, { "cache-control": "no-cache, no-store, must-revalidate" });
}
