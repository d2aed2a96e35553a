import { RegistryError } from "./errors.ts";
import type { Descriptor, ImageManifest } from "./manifest.ts";
import type { Registry } from "./registry.ts";

const SIMPLE_SIGNING = "application/vnd.dev.cosign.simplesigning.v1+json";
const SIGNATURE_ANNOTATION = "dev.cosignproject.cosign/signature";
const BUNDLE = "application/vnd.dev.sigstore.bundle";
/** Signatures that are recognized by their type alone, and cannot be verified here: cosign's own, Notation's. */
const OTHER_SIGNATURES = ["application/vnd.dev.cosign.artifact.sig", "application/vnd.cncf.notary.signature"];
const PREDICATE = "dev.sigstore.bundle.predicateType";
const EMPTY = "application/vnd.oci.empty.v1+json";
/** Artifacts attached to one digest that are read at most. */
const MOST_ARTIFACTS = 200;

export type SignatureFinding =
  /** A signature names this digest, and the key proves it. */
  | { readonly state: "proven" }
  /** A signature of this digest is attached; its signer was not checked. */
  | { readonly state: "attached"; readonly by: string }
  /** Signatures are attached, and none was made with the key. */
  | { readonly state: "not by the key"; readonly found: number }
  /** Signatures are attached in a form that cannot be verified with a key here. */
  | { readonly state: "unverifiable"; readonly by: string }
  | { readonly state: "none" };

/** One signature of the digest. `by`: its form. */
interface Signature {
  readonly by: string;
  /** Whether the key made it; undefined if that cannot be told. */
  readonly isBy?: ((publicKey: string) => Promise<boolean>) | undefined;
}

/**
 * Finds signatures of a digest where cosign puts them (the tag `sha256-<hex>.sig`) and among its referrers. An
 * attestation, such as provenance, is not a signature, although it comes in the same bundle. With a public key (PEM),
 * the signatures are verified with it; without a key, the result only states that a signature of this digest is
 * attached. Throws RegistryError and HttpError.
 */
export async function findSignature(
  registry: Registry,
  repository: string,
  digest: string,
  publicKey: string | undefined,
): Promise<SignatureFinding> {
  let [found, unverifiable] = [0, ""];
  for await (const { by, isBy } of signaturesOf(registry, repository, digest)) {
    if (publicKey === undefined) return { state: "attached", by };
    if (isBy === undefined) unverifiable ||= by;
    else if (await isBy(publicKey)) return { state: "proven" };
    else found += 1;
  }
  if (unverifiable !== "") return { state: "unverifiable", by: unverifiable };
  return found > 0 ? { state: "not by the key", found } : { state: "none" };
}

async function* signaturesOf(registry: Registry, repository: string, digest: string): AsyncGenerator<Signature> {
  const { readPayload } = await import("./bundle.ts");
  const tag = await registry.manifest(repository, `${digest.replace(":", "-")}.sig`);
  const layers = tag.state === "found" && tag.manifest.kind === "image" ? tag.manifest.layers : [];
  for (const layer of layers.filter(({ mediaType }) => mediaType === SIMPLE_SIGNING)) {
    const payload = await registry.blob(repository, layer);
    const signature = Buffer.from(layer.annotations[SIGNATURE_ANNOTATION] ?? "", "base64");
    if (readPayload(payload) === digest)
      yield { by: "cosign", isBy: (publicKey) => isSignedBy(payload, signature, publicKey) };
  }
  const referrers = await registry.referrers(repository, digest);
  if (referrers.length > MOST_ARTIFACTS) {
    throw new RegistryError("malformed", `${referrers.length} artifacts are attached to ${digest}.`, {
      remedy: `At most ${MOST_ARTIFACTS} are read: remove those that are not needed.`,
    });
  }
  for (const referrer of referrers) yield* signaturesIn(registry, repository, digest, referrer);
}

/** The signatures in one artifact: none, unless it is one. */
async function* signaturesIn(
  registry: Registry,
  repository: string,
  digest: string,
  referrer: Descriptor,
): AsyncGenerator<Signature> {
  let manifest: ImageManifest | undefined;
  let type = referrer.artifactType ?? EMPTY;
  if (type === EMPTY || type.startsWith(BUNDLE)) {
    manifest = await readArtifact(registry, repository, referrer);
    type = manifest?.artifactType ?? manifest?.config.mediaType ?? type;
  }
  if (OTHER_SIGNATURES.some((other) => type.startsWith(other))) yield { by: type };
  if (!type.startsWith(BUNDLE) || manifest === undefined) return;
  const { readBundle, SIGN } = await import("./bundle.ts");
  // An attestation may be too large to be read, such as one with a bill of materials.
  const predicate = manifest.annotations[PREDICATE] ?? SIGN;
  if (predicate !== SIGN) return;
  for (const layer of manifest.layers) {
    const bundle = readBundle(await registry.blob(repository, layer));
    if (!bundle.signs.includes(digest)) continue;
    const { signed, signatures } = bundle;
    const isBy = async (publicKey: string): Promise<boolean> => {
      for (const signature of signatures) if (await isSignedBy(signed!, signature, publicKey)) return true;
      return false;
    };
    yield { by: type, isBy: signed === undefined ? undefined : isBy };
  }
}

/** Undefined if it is gone, or is not an artifact. */
async function readArtifact(
  registry: Registry,
  repository: string,
  referrer: Descriptor,
): Promise<ImageManifest | undefined> {
  const found = await registry.manifest(repository, referrer);
  return found.state === "found" && found.manifest.kind === "image" ? found.manifest : undefined;
}

async function isSignedBy(signed: Buffer, signature: Buffer, publicKey: string): Promise<boolean> {
  const { createPublicKey, verify } = await import("node:crypto");
  const key = createPublicKey(publicKey);
  // Ed25519 hashes by itself; the others sign a SHA-256.
  return verify(key.asymmetricKeyType === "ed25519" ? null : "sha256", signed, key, signature);
}
