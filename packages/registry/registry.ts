import { parseNextLink, type Http, type Pace, type ReadRequest, type Reply } from "@release-actions/http";
import { shorten } from "@release-actions/text";
import { createAuthorizer, type Login } from "./authorize.ts";
import { errorCodes, RegistryError } from "./errors.ts";
import {
  MANIFEST_TYPES,
  readImageConfig,
  readManifest,
  type Descriptor,
  type ImageConfig,
  type Manifest,
} from "./manifest.ts";
import type { RegistryPlace } from "./place.ts";
import { isDigest } from "./reference.ts";

export interface RegistryOptions {
  readonly http: Http;
  readonly place: RegistryPlace;
  readonly login: Login | undefined;
  /** The access a token is requested for. Default: pull. With push, some registries create the repository. */
  readonly access?: "pull" | "pull,push" | undefined;
  readonly pace?: Pace | undefined;
  readonly tokenPace?: Pace | undefined;
}

export interface FoundManifest {
  readonly state: "found";
  /** Computed from the bytes, and equal to the registry's if the registry names one. */
  readonly digest: string;
  readonly manifest: Manifest;
}

/** The registry itself states that the manifest does not exist. */
export interface NoManifest {
  /** expired: the tag existed, and was deleted or has expired. */
  readonly state: "absent" | "expired";
}

/**
 * The OCI distribution protocol, as far as verifying an image needs it
 * (https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md). Every function may throw RegistryError or
 * HttpError.
 */
export interface Registry {
  /**
   * A manifest by tag, by digest, or by the descriptor of an index, whose size and media type it must have: 1 request,
   * in addition to those for access.
   */
  manifest(repository: string, reference: string | Descriptor): Promise<FoundManifest | NoManifest>;
  /** What a tag points at now: 1 request, 2 if the registry does not name the digest in reply to a HEAD. */
  currentDigest(
    repository: string,
    tag: string,
  ): Promise<{ readonly state: "found"; readonly digest: string } | NoManifest>;
  config(repository: string, descriptor: Descriptor): Promise<ImageConfig>;
  /** A small blob, checked against its digest and size. Redirects are followed without credentials. */
  blob(repository: string, descriptor: Descriptor): Promise<Buffer>;
  /** What refers to a manifest: by the referrers API or, without it, by the fallback tag. */
  referrers(repository: string, digest: string): Promise<readonly Descriptor[]>;
}

const MAX_MANIFEST = 4 * 1024 * 1024;
const MAX_BLOB = 8 * 1024 * 1024;
const ACCEPT = MANIFEST_TYPES.join(", ");
/** What registries without the referrers API answer: 404 by the specification; Artifactory 406. */
const NO_REFERRERS = [404, 405, 406];
const MOST_PAGES = 100;

export function openRegistry(options: RegistryOptions): Registry {
  const { place } = options;
  const { host } = place;
  const authorizer = createAuthorizer({
    ...options,
    base: place.base,
    tokenServers: place.tokenServers,
    expected: place.expectedToken,
  });

  async function send(repository: string, rest: readonly string[], request: Omit<ReadRequest, "path">): Promise<Reply> {
    const whole: ReadRequest = {
      ...request,
      path: ["v2", ...repository.split("/"), ...rest],
      as: "bytes",
      expect: [...(request.expect ?? []), 401, 403],
    };
    const api = await authorizer.apiFor(repository);
    let reply = await api.read(whole);
    if (reply.status === 401)
      reply = await (await authorizer.renew(repository, api, reply.headers["www-authenticate"] ?? "")).read(whole);
    if (reply.status === 401 || reply.status === 403) throw await unauthorized(repository, reply);
    return reply;
  }

  async function unauthorized(repository: string, reply: Reply): Promise<RegistryError> {
    const codes = (await errorCodes(reply))?.map((code) => shorten(code, 40)).join(", ");
    const who = options.login === undefined ? "without credentials" : `as ${JSON.stringify(options.login.user)}`;
    return new RegistryError(
      "unauthorized",
      `${host} does not let ${repository} be read ${who} (${reply.status}${codes === undefined ? "" : `, ${codes}`}).`,
      {
        remedy:
          options.login === undefined
            ? "If the image is private, set username and password of an account that may pull it; some registries answer the same for repositories that do not exist."
            : "Grant the account the right to pull this repository; some registries answer the same for repositories that do not exist.",
      },
    );
  }

  /** A 404 counts as the registry's answer only in the protocol's form: a wrong address or a proxy answers 404, too. */
  async function noManifest(reply: Reply): Promise<NoManifest> {
    const codes = (await errorCodes(reply)) ?? [];
    if (codes.includes("TAG_EXPIRED")) return { state: "expired" };
    if (codes.some((code) => ["MANIFEST_UNKNOWN", "NAME_UNKNOWN", "NOT_FOUND"].includes(code)))
      return { state: "absent" };
    throw malformed("a 404 that is not the registry's own");
  }

  function malformed(what: string): RegistryError {
    return new RegistryError("malformed", `${host} answered with ${what}.`, {
      remedy: "Check the registry's address, and that no proxy or login page answers in its place.",
    });
  }

  async function readReply(reply: Reply, requested?: string | Descriptor): Promise<FoundManifest> {
    const type = (reply.headers["content-type"] ?? "").split(";")[0]!.trim().toLowerCase();
    if (!MANIFEST_TYPES.includes(type))
      throw malformed(`${type === "" ? "no declared type" : `the type ${shorten(type, 100)}`} instead of a manifest`);
    const claimed = reply.headers["docker-content-digest"];
    const descriptor = typeof requested === "object" ? requested : undefined;
    const name = descriptor?.digest ?? (requested as string | undefined);
    const expected = name?.includes(":") === true ? name : undefined;
    const digest = await digestLike(expected ?? claimed, reply.bytes);
    if (claimed !== undefined && claimed !== digest && (await digestLike(claimed, reply.bytes)) !== claimed)
      throw malformed(`a manifest whose bytes are ${digest}, calling it ${shorten(claimed, 150)}`);
    if (expected !== undefined && expected !== digest)
      throw malformed(`a manifest whose bytes are ${digest} instead of ${expected}`);
    if (descriptor !== undefined && descriptor.size !== reply.bytes.length)
      throw malformed(`a manifest of ${reply.bytes.length} bytes, of which the index says ${descriptor.size}`);
    if (descriptor !== undefined && descriptor.mediaType !== type)
      throw malformed(`a manifest of the type ${type}, of which the index says ${shorten(descriptor.mediaType, 100)}`);
    try {
      return { state: "found", digest, manifest: await readManifest(reply.text(), type) };
    } catch (error) {
      throw malformed(`a manifest that cannot be used: ${(error as Error).message}`);
    }
  }

  async function manifest(repository: string, reference: string | Descriptor): Promise<FoundManifest | NoManifest> {
    const name = typeof reference === "string" ? reference : reference.digest;
    const reply = await send(repository, ["manifests", name], {
      headers: { accept: ACCEPT },
      expect: [200, 404],
      maxBytes: MAX_MANIFEST,
    });
    return reply.status === 404 ? await noManifest(reply) : await readReply(reply, reference);
  }

  async function blob(repository: string, { digest, size }: Descriptor): Promise<Buffer> {
    if (size > MAX_BLOB) throw malformed(`a configuration of ${size} bytes`);
    const { bytes } = await send(repository, ["blobs", digest], {
      expect: [200],
      redirects: "anonymous",
      headers: { accept: "*/*" },
      maxBytes: MAX_BLOB,
    });
    const real = await digestLike(digest, bytes);
    if (real !== digest) throw malformed(`a blob whose bytes are ${real} instead of ${digest}`);
    if (bytes.length !== size) throw malformed(`a blob of ${bytes.length} bytes, of which the manifest says ${size}`);
    return bytes;
  }

  /** The query of the next page: https://github.com/opencontainers/distribution-spec/blob/v1.1.1/spec.md#listing-referrers */
  function nextQuery(reply: Reply): Readonly<Record<string, string>> | undefined {
    const link = parseNextLink(reply.headers["link"] ?? "");
    if (link === undefined) return undefined;
    const [page, next] = [new URL(reply.url), URL.parse(link, reply.url)];
    if (next === null || next.origin !== page.origin || next.pathname !== page.pathname)
      throw malformed("a link to more referrers that leads elsewhere");
    return Object.fromEntries(next.searchParams);
  }

  return {
    manifest,
    blob,
    async currentDigest(repository, tag) {
      const head = await send(repository, ["manifests", tag], {
        method: "HEAD",
        headers: { accept: ACCEPT },
        expect: [200, 404, 405],
      });
      const claimed = head.headers["docker-content-digest"];
      if (head.status === 200 && claimed !== undefined && isDigest(claimed)) return { state: "found", digest: claimed };
      // Some registries do not name the digest, and some answer 404 to a HEAD of what exists.
      return await manifest(repository, tag);
    },
    async config(repository, descriptor) {
      const bytes = await blob(repository, descriptor);
      try {
        return await readImageConfig(bytes);
      } catch (error) {
        throw malformed(`an image configuration that cannot be used: ${(error as Error).message}`);
      }
    },
    async referrers(repository, digest) {
      const found: Descriptor[] = [];
      const seen = new Set<string>();
      for (let query: Readonly<Record<string, string>> = {}; ;) {
        const reply = await send(repository, ["referrers", digest], {
          query,
          headers: { accept: MANIFEST_TYPES[0]! },
          expect: [200, ...NO_REFERRERS],
          maxBytes: MAX_MANIFEST,
        });
        const answered = reply.status === 200;
        const index = answered ? await readReply(reply) : await manifest(repository, digest.replace(":", "-"));
        if (index.state !== "found") return [];
        if (index.manifest.kind !== "index") throw malformed("a list of referrers that is not an index");
        found.push(...index.manifest.manifests);
        const next = answered ? nextQuery(reply) : undefined;
        if (next === undefined) return found;
        const key = JSON.stringify(next);
        if (seen.has(key) || seen.size >= MOST_PAGES) throw malformed("a list of referrers that does not end");
        seen.add(key);
        query = next;
      }
    },
  };
}

/** The digest of bytes, by the algorithm of `like`; by sha256 if it does not name a known one. */
async function digestLike(like: string | undefined, bytes: Uint8Array): Promise<string> {
  const { createHash } = await import("node:crypto");
  const algorithm = like?.startsWith("sha512:") === true ? "sha512" : "sha256";
  return `${algorithm}:${createHash(algorithm).update(bytes).digest("hex")}`;
}
