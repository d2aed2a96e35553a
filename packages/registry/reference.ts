import { quote } from "@release-actions/action";

/** An image as people write it: `registry/repository`, with a tag, a digest, both or neither. */
export interface ImageReference {
  /** Host and, if it is not the usual one, port. */
  readonly registry: string;
  /** The path in the registry, such as `org/team/app`. */
  readonly repository: string;
  readonly tag?: string;
  readonly digest?: string;
}

/** The grammars of github.com/opencontainers/distribution-spec (tags, names) and of image-spec (digests). */
const TAG = /^[A-Za-z0-9_][A-Za-z0-9._-]{0,127}$/;
const SEGMENT = /^[a-z0-9]+(?:(?:\.|_|__|-{1,20})[a-z0-9]+)*$/;
const DIGEST = /^(?:sha256:[0-9a-f]{64}|sha512:[0-9a-f]{128})$/;
const HOST = /^(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)*[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?(?::[0-9]{1,5})?$/;
const MAX_NAME = 255;

/** Reads `quay.io/org/app:1.2@sha256:…`. Throws an Error whose message says what is wrong. */
export function parseImage(text: string): ImageReference {
  if (/^[a-z]+:\/\//i.test(text))
    throw new Error(
      `must be a name such as quay.io/org/app, without ${quote(text.slice(0, text.indexOf("://") + 3))}; given: ${quote(text)}`,
    );
  const at = text.indexOf("@");
  const digest = at < 0 ? undefined : text.slice(at + 1);
  const rest = at < 0 ? text : text.slice(0, at);
  const colon = rest.indexOf(":", rest.lastIndexOf("/"));
  const tag = colon < 0 ? undefined : rest.slice(colon + 1);
  const name = colon < 0 ? rest : rest.slice(0, colon);
  const slash = name.indexOf("/");
  const registry = name.slice(0, Math.max(slash, 0));
  if (!isRegistry(registry)) {
    throw new Error(`must begin with the registry, such as quay.io/org/app; given: ${quote(text)}`);
  }
  if (tag !== undefined) checkTag(tag);
  if (digest !== undefined) checkDigest(digest);
  return {
    registry,
    repository: checkRepository(name.slice(slash + 1)),
    ...(tag !== undefined && { tag }),
    ...(digest !== undefined && { digest }),
  };
}

/**
 * The repository of a registry, a namespace and a name in it. A name that begins with the namespace is not doubled,
 * so that the name may be given in full; it is never a reason to leave the namespace out.
 */
export function joinRepository(namespace: string | undefined, repository: string): string {
  const inside = namespace === undefined || repository === namespace || repository.startsWith(`${namespace}/`);
  return checkRepository(inside ? repository : `${namespace}/${repository}`);
}

export function checkRegistry(registry: string): string {
  if (isRegistry(registry)) return registry;
  throw new Error(`must be a host such as quay.io, with a port if it needs one; given: ${quote(registry)}`);
}

export function checkTag(tag: string): string {
  if (TAG.test(tag)) return tag;
  throw new Error(`is not a tag: up to 128 letters, digits, dots, dashes and underscores; given: ${quote(tag)}`);
}

export function isDigest(text: string): boolean {
  return DIGEST.test(text);
}

export function checkDigest(digest: string): string {
  if (isDigest(digest)) return digest;
  throw new Error(`must be sha256: and 64 hex digits in lower case; given: ${quote(digest)}`);
}

function checkRepository(repository: string): string {
  const segments = repository.split("/");
  if (repository.length <= MAX_NAME && segments.every((segment) => SEGMENT.test(segment))) return repository;
  throw new Error(`must be a repository in lower case, such as org/app; given: ${quote(repository)}`);
}

function isRegistry(host: string): boolean {
  // As docker decides it: a first part without a dot or a port is a name on Docker Hub, which must be named here.
  return (
    host.length <= MAX_NAME && HOST.test(host) && (host.includes(".") || host.includes(":") || host === "localhost")
  );
}

/** `quay.io/org/app:tag@sha256:…` */
export function showImage({ registry, repository, tag, digest }: ImageReference): string {
  return `${registry}/${repository}${tag === undefined ? "" : `:${tag}`}${digest === undefined ? "" : `@${digest}`}`;
}
