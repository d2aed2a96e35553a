import { type Answer, json } from "./exchange.ts";

/** Errors of Quay's own API (endpoints/exception.py), as RFC 7807 problems with Quay's fields added. */

const problems = {
  invalid_request: 400,
  invalid_token: 401,
  insufficient_scope: 403,
  not_found: 404,
  downstream_issue: 520,
} as const;

export function problem(type: keyof typeof problems, detail: string, origin: string): Answer {
  const status = problems[type];
  const body = {
    detail,
    error_message: detail,
    error_type: type,
    title: type,
    type: `${origin}/api/v1/error/${type}`,
    status,
  };
  return json(status, body, { "content-type": "application/problem+json" });
}
