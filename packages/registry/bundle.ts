import { parseJson, readAs } from "@release-actions/http";
import { RegistryError } from "./errors.ts";
import { Bundle, SignaturePayload, Statement } from "./schema.ts";

/** The digest that cosign's payload is about; undefined if it is another text. */
export function readPayload(payload: Buffer): string | undefined {
  try {
    return readAs(SignaturePayload, parseJson(payload)).critical.image["docker-manifest-digest"];
  } catch {
    return undefined;
  }
}

export interface SignatureBundle {
  /** The digests that the bundle is a signature of; none if it is an attestation. */
  readonly signs: readonly string[];
  /** The bytes that were signed; undefined if the bundle does not hold them. */
  readonly signed: Buffer | undefined;
  readonly signatures: readonly Buffer[];
}

/** What cosign 3 states in place of its payload: https://github.com/sigstore/cosign/blob/main/specs/BUNDLE_SPEC.md */
export const SIGN = "https://sigstore.dev/cosign/sign/v1";
const IN_TOTO = "application/vnd.in-toto+json";

/** Reads a sigstore bundle. Throws RegistryError where it cannot be read: it might be a signature. */
export function readBundle(bytes: Buffer): SignatureBundle {
  try {
    const { dsseEnvelope, messageSignature } = readAs(Bundle, parseJson(bytes));
    if (dsseEnvelope === undefined) {
      const { algorithm, digest } = messageSignature!.messageDigest;
      const signs = algorithm === "SHA2_256" ? [`sha256:${Buffer.from(digest, "base64").toString("hex")}`] : [];
      return { signs, signed: undefined, signatures: [] };
    }
    const { payload, payloadType, signatures } = dsseEnvelope;
    const content = Buffer.from(payload, "base64");
    if (payloadType !== IN_TOTO) return { signs: [], signed: undefined, signatures: [] };
    const { predicateType, subject } = readAs(Statement, parseJson(content));
    return {
      signs: predicateType === SIGN ? subject.map(({ digest }) => `sha256:${digest.sha256}`) : [],
      signed: preAuthentication(payloadType, content),
      signatures: signatures.map(({ sig }) => Buffer.from(sig, "base64")),
    };
  } catch (error) {
    throw new RegistryError("malformed", `An attached bundle cannot be read: ${(error as Error).message}.`, {
      remedy: "Attach the signature again, or remove the bundle.",
    });
  }
}

/** The bytes that an envelope's signatures are of: https://github.com/secure-systems-lab/dsse/blob/master/protocol.md */
function preAuthentication(type: string, payload: Buffer): Buffer {
  return Buffer.concat([Buffer.from(`DSSEv1 ${Buffer.byteLength(type)} ${type} ${payload.length} `), payload]);
}
