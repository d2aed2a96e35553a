/** Puts images, their referrers and their signatures into a registry. */
import { generateKeyPairSync, type KeyObject, sign } from "node:crypto";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { must } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";
import { type Ask, expectStatus, putBlob, putManifest } from "./client.ts";
import { ACCEPT, type Descriptor, EMPTY, jsonBytes, MEDIA_TYPES } from "./descriptor.ts";
import type { Layout } from "./layout.ts";
import type { Registry } from "./server.ts";

/** Pushes a layout by skopeo, with all its children and unchanged digests; gives the digest that skopeo wrote. */
export async function push(registry: Registry, layout: Layout, repository: string, tag: string): Promise<string> {
  const file = join(layout.directory, "pushed.digest");
  const target = `docker://${registry.host}/${repository}:${tag}`;
  const args = [
    "copy",
    "--quiet",
    "--all",
    "--preserve-digests",
    "--authfile",
    registry.authFile,
    "--digestfile",
    file,
  ];
  await must("skopeo", [...args, `oci:${layout.directory}`, target], {
    cwd: layout.directory,
    env: { PATH, ...registry.environment },
  });
  return (await readFile(file, "utf8")).trim();
}

export interface Referrer {
  /** Such as `application/spdx+json`. */
  readonly artifactType: string;
  /** The one layer; its media type is the artifact's. */
  readonly content: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

export interface Referrers {
  /** `sha256-<hex>` of what they refer to. */
  readonly tag: string;
  /** Of the index that the tag names. */
  readonly index: Descriptor;
  /** As they are in the index. */
  readonly manifests: readonly Descriptor[];
}

/**
 * Pushes artifacts that refer to a manifest, and the index of them under the tag where a client looks when a registry has no
 * referrers API (distribution-spec 1.1, "Referrers Tag Schema"). Replaces what the tag named.
 */
export async function pushReferrersTag(
  { ask }: Registry,
  repository: string,
  digest: string,
  referrers: readonly Referrer[],
): Promise<Referrers> {
  const subject = await descriptorIn(ask, repository, digest);
  const config = await putBlob(ask, repository, jsonBytes({}), EMPTY);
  const { manifest: mediaType, index: indexType } = MEDIA_TYPES.oci;
  const manifests: Descriptor[] = [];
  for (const { artifactType, content, annotations = {} } of referrers) {
    const layer = await putBlob(ask, repository, Buffer.from(content), artifactType);
    const manifest = { schemaVersion: 2, mediaType, artifactType, config, layers: [layer], subject, annotations };
    manifests.push({ ...(await putManifest(ask, repository, manifest)), artifactType, annotations });
  }
  const tag = digest.replace(":", "-");
  const index = await putManifest(
    ask,
    repository,
    { schemaVersion: 2, mediaType: indexType, manifests } as { mediaType: string },
    tag,
  );
  return { tag, index, manifests };
}

export interface SigningKey {
  readonly privateKey: KeyObject;
  /** PEM, as `cosign verify --key` takes it. */
  readonly publicKey: string;
}

/** ECDSA on P-256, as `cosign generate-key-pair` makes. */
export function makeSigningKey(): SigningKey {
  const { privateKey, publicKey } = generateKeyPairSync("ec", { namedCurve: "P-256" });
  return { privateKey, publicKey: publicKey.export({ type: "spki", format: "pem" }).toString() };
}

export interface CosignOptions {
  /** Without it, one is made. */
  readonly key?: SigningKey;
  /** The digest that the signature speaks of, where it is to be another one than the tag says. */
  readonly signed?: string;
}

export interface CosignSignature {
  /** `sha256-<hex>.sig` */
  readonly tag: string;
  readonly manifest: Descriptor;
  readonly publicKey: string;
}

const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";

/** Pushes a signature as cosign stores it: see specs/SIGNATURE_SPEC.md of sigstore/cosign. */
export async function pushCosignTag(
  { ask, host }: Registry,
  repository: string,
  digest: string,
  options: CosignOptions = {},
): Promise<CosignSignature> {
  const { key = makeSigningKey(), signed = digest } = options;
  const critical = {
    identity: { "docker-reference": `${host}/${repository}` },
    image: { "docker-manifest-digest": signed },
    type: "cosign container image signature",
  };
  const payload = jsonBytes({ critical, optional: null });
  const signature = sign("sha256", payload, key.privateKey).toString("base64");
  const blob = await putBlob(ask, repository, payload, SIMPLE_SIGNING);
  const layer = { ...blob, annotations: { "dev.cosignproject.cosign/signature": signature } };
  const { manifest: mediaType, config: configType } = MEDIA_TYPES.oci;
  const image = { architecture: "", os: "", config: {}, rootfs: { type: "layers", diff_ids: [blob.digest] } };
  const config = await putBlob(ask, repository, jsonBytes(image), configType);
  const tag = `${digest.replace(":", "-")}.sig`;
  const manifest = { schemaVersion: 2, mediaType, config, layers: [layer] };
  return { tag, manifest: await putManifest(ask, repository, manifest, tag), publicKey: key.publicKey };
}

/** The descriptor of a manifest that the registry has. */
async function descriptorIn(ask: Ask, repository: string, digest: string): Promise<Descriptor> {
  const reply = await ask(`/v2/${repository}/manifests/${digest}`, { method: "HEAD", headers: { accept: ACCEPT } });
  const { headers } = await expectStatus(reply, 200);
  return { mediaType: headers.get("content-type") ?? "", digest, size: Number(headers.get("content-length")) };
}
