import { type Answer, type Exchange, json } from "./exchange.ts";
import { sha256, type Manifest } from "./image.ts";
import { oci, schema1 } from "./media-types.ts";
import { answerAuth } from "./registry-auth.ts";
import { challenge, failure, unauthorized } from "./registry-replies.ts";
import { aliveManifest, aliveTag, isAlive, type Repository } from "./store.ts";

/** The OCI distribution API, for reading (endpoints/v2). */

const route = /^\/v2\/(.+)\/(manifests|tags|blobs|referrers)\/([^/]+)$/;
const digestPattern = /^sha256:[0-9a-f]{64}$/;
const tagPattern = /^\w[\w.-]{0,127}$/;
const pageSize = 100;

export function answerRegistry(exchange: Exchange): Answer {
  const { path, method } = exchange;
  if (path === "/v2" || path === "/v2/") return answerBase(exchange);
  if (path === "/v2/auth") return answerAuth(exchange);
  const [, name, kind, reference = ""] = route.exec(path) ?? [];
  if (name === undefined) return missing();
  if (method !== "GET" && method !== "HEAD") return failure("UNSUPPORTED");
  const repository = exchange.store.repositories.get(name);
  const refusal = refuse(exchange, name, repository);
  if (refusal !== undefined) return refusal;
  if (repository === undefined) return failure("NAME_UNKNOWN", { detail: "repository not found" });
  const isDigest = digestPattern.test(reference);
  if (kind === "manifests" && isDigest) return manifestByDigest(exchange, repository, reference);
  if (kind === "manifests" && tagPattern.test(reference)) return manifestByTag(exchange, repository, reference);
  if (kind === "tags" && reference === "list") return listTags(exchange, repository);
  if (kind === "blobs" && isDigest) return answerBlob(exchange, repository, reference);
  if (kind === "referrers" && isDigest) return listReferrers(exchange, repository, reference);
  return missing();
}

function answerBase(exchange: Exchange): Answer {
  const { presented } = exchange;
  if (presented !== undefined && presented.grant === undefined) return invalidToken(exchange);
  const headers = { "content-type": "text/html; charset=utf-8", ...challenge(exchange) };
  return { status: presented === undefined ? 401 : 200, headers, body: "true" };
}

/** A valid token, and the repository in it or public; without a token public ones only. */
function refuse(exchange: Exchange, path: string, repository: Repository | undefined): Answer | undefined {
  const { presented } = exchange;
  if (presented !== undefined && presented.grant === undefined) return invalidToken(exchange, path);
  if (repository?.public === true || presented?.grant?.paths.has(path) === true) return undefined;
  return unauthorized(exchange, path);
}

/** Not in the shape of the other errors: Quay answers so to whatever it cannot read as one of its tokens. */
function invalidToken(exchange: Exchange, path?: string): Answer {
  return json(401, { error: "Invalid bearer token" }, challenge(exchange, path));
}

function manifestByDigest({ store }: Exchange, repository: Repository, digest: string): Answer {
  const manifest = aliveManifest(repository, digest, store.now());
  return manifest === undefined ? failure("MANIFEST_UNKNOWN") : manifestAnswer(manifest);
}

function manifestByTag({ store, headers }: Exchange, repository: Repository, name: string): Answer {
  const tag = aliveTag(repository, name, store.now());
  if (tag === undefined) {
    if (!repository.tags.some((one) => one.name === name)) return failure("MANIFEST_UNKNOWN");
    return failure("TAG_EXPIRED", {
      message: `Tag ${name} was deleted or has expired. To pull, revive via time machine`,
    });
  }
  const manifest = repository.manifests.get(tag.digest);
  const accepted = (headers.accept ?? "").split(",").map((one) => one.split(";", 1)[0]?.trim());
  const answers = (one: Manifest | undefined) => one !== undefined && accepted.includes(one.mediaType);
  if (manifest !== undefined && answers(manifest)) return manifestAnswer(manifest);
  // Without a media type that fits, Quay falls back to linux/amd64, and from there to Docker's first schema.
  const old = manifest?.kind === "index" ? linuxAmd64(repository, manifest) : manifest;
  if (old !== undefined && answers(old)) return manifestAnswer(old);
  return old?.kind === "image" ? schema1Answer(repository, old, name) : failure("MANIFEST_UNKNOWN");
}

function linuxAmd64({ manifests }: Repository, index: Manifest): Manifest | undefined {
  const child = index.children.find(({ platform }) => platform?.os === "linux" && platform?.architecture === "amd64");
  return child === undefined ? undefined : manifests.get(child.digest);
}

function manifestAnswer({ mediaType, digest, bytes }: Manifest): Answer {
  return { status: 200, headers: { "content-type": mediaType, "docker-content-digest": digest }, body: bytes };
}

/** Its digest is that of the part that is signed, not of the body. */
function schema1Answer({ path }: Repository, manifest: Manifest, tag: string): Answer {
  const payload = {
    schemaVersion: 1,
    name: path,
    tag,
    architecture: "amd64",
    fsLayers: manifest.layers.map(({ digest }) => ({ blobSum: digest })),
    history: manifest.layers.map(({ digest }) => ({ v1Compatibility: JSON.stringify({ id: digest.slice(7) }) })),
  };
  const signed = JSON.stringify(payload, null, 3);
  const body = JSON.stringify(
    { ...payload, signatures: [{ header: { alg: "RS256" }, signature: "c3RhbmQtaW4", protected: "" }] },
    null,
    3,
  );
  return { status: 200, headers: { "content-type": schema1, "docker-content-digest": sha256(signed) }, body };
}

/** Alive tags by name, `n` a page (at most 100), after `last`. The link has no host in it. */
function listTags({ store, url }: Exchange, { path, tags }: Repository): Answer {
  const asked = url.searchParams.get("n") ?? "";
  const limit = /^\d{1,9}$/.test(asked) ? Math.min(Number(asked), pageSize) : pageSize;
  const last = url.searchParams.get("last")?.trim() ?? "";
  const alive = tags.filter((tag) => tag.hidden !== true && isAlive(tag, store.now())).map(({ name }) => name);
  const left = [...new Set(alive)].sort().filter((name) => name > last);
  const page = left.slice(0, limit);
  const end = page.at(-1);
  const more = left.length > page.length && end !== undefined;
  const query = new URLSearchParams({ n: String(limit), last: end ?? "" });
  return json(
    200,
    { name: path, tags: page },
    more ? { link: `</v2/${path}/tags/list?${query.toString()}>; rel="next"` } : {},
  );
}

function answerBlob({ blobUrl, method }: Exchange, { blobs }: Repository, digest: string): Answer {
  const blob = blobs.get(digest);
  if (blob === undefined) return failure("BLOB_UNKNOWN");
  const headers = { "docker-content-digest": digest, "accept-ranges": "bytes" };
  if (method === "HEAD")
    return { status: 200, headers: { ...headers, "content-type": "application/octet-stream" }, body: blob };
  const location = `${blobUrl}/sha256/${digest.slice(7)}?X-Amz-Expires=600&X-Amz-Signature=stand-in`;
  return { status: 302, headers: { ...headers, location } };
}

/** What the redirect leads to: signed addresses, where a credential is an error, as on the real storage. */
export function answerStorage({ path, headers, store }: Exchange): Answer {
  if (headers.authorization !== undefined) {
    const body = "<Error><Code>InvalidArgument</Code><Message>Only one auth mechanism allowed</Message></Error>";
    return { status: 400, headers: { "content-type": "application/xml" }, body };
  }
  const digest = `sha256:${path.slice("/sha256/".length)}`;
  const holder = [...store.repositories.values()].find(({ blobs }) => blobs.has(digest));
  if (holder === undefined) return missing();
  return { status: 200, headers: { "content-type": "application/octet-stream" }, body: holder.blobs.get(digest) ?? "" };
}

function listReferrers({ store, url }: Exchange, repository: Repository, digest: string): Answer {
  if (aliveManifest(repository, digest, store.now()) === undefined) return failure("MANIFEST_UNKNOWN");
  const type = url.searchParams.get("artifactType");
  const artifacts = [...repository.manifests.values()].filter(({ subject }) => subject === digest);
  const manifests = artifacts
    .filter(({ artifactType }) => type === null || type === artifactType)
    .map(({ mediaType, digest: own, bytes, artifactType, annotations }) => {
      return { mediaType, digest: own, size: bytes.length, artifactType, annotations };
    });
  const headers = { "content-type": oci.index, ...(type === null ? {} : { "oci-filters-applied": "artifactType" }) };
  return json(200, { schemaVersion: 2, mediaType: oci.index, manifests }, headers);
}

function missing(): Answer {
  return { status: 404, headers: { "content-type": "text/html; charset=utf-8" }, body: "<title>404 Not Found</title>" };
}
