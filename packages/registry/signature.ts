import { parseJson, readAs } from "@release-actions/http";
import type { Descriptor } from "./manifest.ts";
import type { Registry } from "./registry.ts";

/** Artifact types under which signatures are attached as referrers: sigstore's bundle, cosign's own, Notation's. */
const SIGNATURE_TYPES = [
  "application/vnd.dev.sigstore.bundle",
  "application/vnd.dev.cosign.artifact.sig",
  "application/vnd.cncf.notary.signature",
];
const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
const SIGNATURE_ANNOTATION = "dev.cosignproject.cosign/signature";

export type SignatureFinding =
  /** A signature names this digest, and the key proves it. */
  | { readonly state: "proven" }
  /** A signature of this digest is attached; its signer was not checked. */
  | { readonly state: "attached"; readonly by: string }
  /** Signatures are attached, and none was made with the key. */
  | { readonly state: "not by the key"; readonly found: number }
  | { readonly state: "none" };

/**
 * Finds signatures of a digest where cosign puts them (the tag `sha256-<hex>.sig`) and among its referrers. With a
 * public key (PEM), cosign's signatures over its payload are verified with it; without a key, the result only states
 * that a signature of this digest is attached.
 */
export async function findSignature(
  registry: Registry,
  repository: string,
  digest: string,
  publicKey: string | undefined,
): Promise<SignatureFinding> {
  const tag = await registry.manifest(repository, `${digest.replace(":", "-")}.sig`);
  const layers =
    tag.state === "found" && tag.manifest.kind === "image"
      ? tag.manifest.layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING)
      : [];
  let found = 0;
  for (const layer of layers) {
    const payload = await registry.blob(repository, layer);
    if ((await signedDigest(payload)) !== digest) continue;
    found += 1;
    if (publicKey === undefined) return { state: "attached", by: "cosign" };
    if (await isSignedBy(payload, layer, publicKey)) return { state: "proven" };
  }
  const referrers = await registry.referrers(repository, digest);
  const attached = referrers.find(({ artifactType = "" }) =>
    SIGNATURE_TYPES.some((type) => artifactType.startsWith(type)),
  );
  if (attached !== undefined && publicKey === undefined) return { state: "attached", by: attached.artifactType ?? "" };
  if (attached !== undefined) found += 1;
  return found > 0 ? { state: "not by the key", found } : { state: "none" };
}

/** The digest that a payload is about; undefined if it is not one of cosign's. */
async function signedDigest(payload: Buffer): Promise<string | undefined> {
  const { SignaturePayload } = await import("./schema.ts");
  try {
    return readAs(SignaturePayload, parseJson(payload.toString("utf8"))).critical.image["docker-manifest-digest"];
  } catch {
    return undefined;
  }
}

async function isSignedBy(payload: Buffer, { annotations }: Descriptor, publicKey: string): Promise<boolean> {
  const { createPublicKey, verify } = await import("node:crypto");
  const key = createPublicKey(publicKey);
  const signature = Buffer.from(annotations[SIGNATURE_ANNOTATION] ?? "", "base64");
  // Ed25519 hashes by itself; the others sign a SHA-256.
  return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", payload, key, signature);
}
