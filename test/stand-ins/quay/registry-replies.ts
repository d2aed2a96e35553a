import { type Answer, type Exchange, json } from "./exchange.ts";

/** Errors of the OCI distribution API, as Quay words them (endpoints/v2/errors.py). */

const errors = {
  BLOB_UNKNOWN: [404, "blob unknown to registry"],
  INVALID_REQUEST: [400, "Invalid request"],
  MANIFEST_UNKNOWN: [404, "manifest unknown"],
  NAME_UNKNOWN: [404, "repository name not known to registry"],
  TAG_EXPIRED: [404, "Tag has expired"],
  UNAUTHORIZED: [401, "access to the requested resource is not authorized"],
  UNSUPPORTED: [405, "The operation is unsupported."],
} as const;

export function failure(code: keyof typeof errors, options: { message?: string; detail?: unknown } = {}): Answer {
  const [status, message] = errors[code];
  return json(status, { errors: [{ code, message: options.message ?? message, detail: options.detail ?? {} }] });
}

/** 401 with the way to a token, for one repository where the request named one. */
export function unauthorized(exchange: Exchange, path?: string, message?: string): Answer {
  const answer = failure("UNAUTHORIZED", message === undefined ? {} : { message });
  return { ...answer, headers: { ...answer.headers, ...challenge(exchange, path) } };
}

export function challenge({ origin, service }: Exchange, path?: string): Record<string, string> {
  const scope = path === undefined ? "" : `,scope="repository:${path}:pull"`;
  return {
    "www-authenticate": `Bearer realm="${origin}/v2/auth",service="${service}"${scope}`,
    "docker-distribution-api-version": "registry/2.0",
  };
}
