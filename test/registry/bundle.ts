import { sign } from "node:crypto";
import { makeSigningKey, type SigningKey } from "./push.ts";

export const BUNDLE_TYPE = "application/vnd.dev.sigstore.bundle.v0.3+json";

export interface BundleOptions {
  readonly key?: SigningKey;
  /** Default: that of a signature. Any other one makes it an attestation. */
  readonly predicateType?: string;
}

/** A bundle as cosign 3 attaches it with a key: `sign`, or `attest` with another predicate. */
export function signatureBundle(digest: string, options: BundleOptions = {}): SigstoreBundle {
  const { key = makeSigningKey(), predicateType = "https://sigstore.dev/cosign/sign/v1" } = options;
  const payloadType = "application/vnd.in-toto+json";
  const statement = {
    _type: "https://in-toto.io/Statement/v1",
    subject: [{ digest: { sha256: digest.slice("sha256:".length) } }],
    predicateType,
    predicate: {},
  };
  const payload = Buffer.from(JSON.stringify(statement));
  const signed = Buffer.concat([
    Buffer.from(`DSSEv1 ${payloadType.length} ${payloadType} ${payload.length} `),
    payload,
  ]);
  const signatures = [{ sig: sign("sha256", signed, key.privateKey).toString("base64") }];
  return { mediaType: BUNDLE_TYPE, dsseEnvelope: { payload: payload.toString("base64"), payloadType, signatures } };
}

export interface SigstoreBundle {
  readonly mediaType: string;
  readonly dsseEnvelope: {
    readonly payload: string;
    readonly payloadType: string;
    readonly signatures: readonly { readonly sig: string }[];
  };
}
