import { createHash } from "node:crypto";
import { describe, expect, test } from "@jest/globals";
import { makeSigningKey, signatureBundle, type BundleOptions } from "../../test/registry/index.ts";
import { findSignature, RegistryError, type Descriptor, type ImageManifest, type Registry } from "./index.ts";

const DIGEST = `sha256:${"ab".repeat(32)}`;
const BUNDLE = "application/vnd.dev.sigstore.bundle.v0.3+json";
const PROVENANCE = "https://slsa.dev/provenance/v1";
const [own, other] = [makeSigningKey(), makeSigningKey()];
const PEM = own.publicKey;

const signed = (options: BundleOptions, digest = DIGEST) => signatureBundle(digest, options);
const digestOf = (bytes: Buffer) => `sha256:${createHash("sha256").update(bytes).digest("hex")}`;

interface Attached {
  readonly content: unknown;
  /** What the list of referrers says. */
  readonly listed?: string | undefined;
  readonly own?: string | undefined;
  readonly annotations?: Readonly<Record<string, string>>;
}

function registryWith(...attached: readonly Attached[]): Registry {
  const blobs = new Map<string, Buffer>();
  const put = (content: unknown, mediaType: string): Descriptor => {
    const bytes = Buffer.from(typeof content === "string" ? content : JSON.stringify(content));
    blobs.set(digestOf(bytes), bytes);
    return { mediaType, digest: digestOf(bytes), size: bytes.length, annotations: {} };
  };
  const manifests = attached.map(({ content, own: artifactType, annotations = {} }): ImageManifest => ({
    kind: "image",
    config: put("{}", "application/vnd.oci.empty.v1+json"),
    layers: [put(content, BUNDLE)],
    ...(artifactType !== undefined && { artifactType }),
    annotations,
  }));
  const referrers = attached.map(({ listed }, index): Descriptor => ({
    ...put(`manifest ${index}`, "application/vnd.oci.image.manifest.v1+json"),
    ...(listed !== undefined && { artifactType: listed }),
  }));
  const unused = async () => Promise.reject(new Error("not requested here"));
  return {
    manifest: async (_, reference) => {
      const index = referrers.findIndex(({ digest }) => digest === (reference as Descriptor).digest);
      return index === -1 ? { state: "absent" } : { state: "found", digest: DIGEST, manifest: manifests[index]! };
    },
    blob: async (_, { digest }) => blobs.get(digest)!,
    referrers: async () => referrers,
    currentDigest: unused,
    config: unused,
  };
}

const find = async (publicKey: string | undefined, ...attached: readonly Attached[]) =>
  await findSignature(registryWith(...attached), "team/app", DIGEST, publicKey);
const bundle = (content: unknown): Attached => ({ content, listed: BUNDLE, own: BUNDLE });

describe("findSignature among referrers", () => {
  test("promotion Q5: a bundle of cosign 3 is verified with the key", async () => {
    expect(await find(undefined, bundle(signed({ key: own })))).toEqual({ state: "attached", by: BUNDLE });
    expect(await find(PEM, bundle(signed({ key: own })))).toEqual({ state: "proven" });
    expect(await find(PEM, bundle(signed({ key: other })))).toEqual({ state: "not by the key", found: 1 });
    expect(await find(PEM, bundle(signed({ key: other })), bundle(signed({ key: own })))).toEqual({
      state: "proven",
    });
  });

  test.each([PROVENANCE, "https://cosign.sigstore.dev/attestation/vuln/v1", "https://spdx.dev/Document"])(
    "promotion Q4: an attestation (%s) is not a signature, even one that the key made",
    async (predicateType) => {
      const attestation = bundle(signed({ key: own, predicateType }));
      expect(await find(undefined, attestation)).toEqual({ state: "none" });
      expect(await find(PEM, attestation)).toEqual({ state: "none" });
      const annotated = {
        ...attestation,
        content: "not read",
        annotations: { "dev.sigstore.bundle.predicateType": PROVENANCE },
      };
      expect(await find(PEM, annotated)).toEqual({ state: "none" });
    },
  );

  test("a signature of another digest does not count, and neither does a changed one", async () => {
    const subject = `sha256:${"cd".repeat(32)}`;
    expect(await find(undefined, bundle(signed({ key: own }, subject)))).toEqual({ state: "none" });
    const forged = signed({ key: own }, subject);
    const real = signed({ key: other });
    const mixed = { ...forged, dsseEnvelope: { ...forged.dsseEnvelope, payload: real.dsseEnvelope.payload } };
    expect(await find(PEM, bundle(mixed))).toEqual({ state: "not by the key", found: 1 });
  });

  test.each<[string, Attached]>([
    [
      "an empty type in the list",
      { content: signed({ key: own }), listed: "application/vnd.oci.empty.v1+json", own: BUNDLE },
    ],
    ["no type in the list", { content: signed({ key: own }), own: BUNDLE }],
  ])("promotion Q6: with %s, the manifest's own type counts", async (_, attached) => {
    expect(await find(PEM, attached)).toEqual({ state: "proven" });
  });

  test("what cannot be verified with a key is reported as that", async () => {
    const messageDigest = { algorithm: "SHA2_256", digest: Buffer.from(DIGEST.slice(7), "hex").toString("base64") };
    const message = bundle({ messageSignature: { messageDigest, signature: "AA==" } });
    const notation: Attached = { content: "x", listed: "application/vnd.cncf.notary.signature" };
    for (const attached of [message, notation]) {
      expect(await find(undefined, attached)).toMatchObject({ state: "attached" });
      expect(await find(PEM, attached)).toMatchObject({ state: "unverifiable" });
    }
  });

  test.each<[string, unknown]>([
    ["no JSON", "<html>"],
    ["an empty object", {}],
    [
      "both kinds at once",
      { ...signed({ key: own }), messageSignature: { messageDigest: { algorithm: "", digest: "" } } },
    ],
    [
      "a payload that is not a statement",
      { dsseEnvelope: { payload: "e30=", payloadType: "application/vnd.in-toto+json", signatures: [] } },
    ],
  ])("a bundle that cannot be read is undecided: %s", async (_, content) => {
    await expect(find(undefined, bundle(content))).rejects.toThrow(RegistryError);
  });
});
