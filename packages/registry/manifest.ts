import { parseJson, readAs } from "@release-actions/http";
import { shorten } from "@release-actions/text";
import type { DescriptorBody } from "./schema.ts";

/** What a registry may answer for a manifest (image-spec 1.1, and Docker's types before it). */
export const MANIFEST_TYPES = [
  "application/vnd.oci.image.index.v1+json",
  "application/vnd.oci.image.manifest.v1+json",
  "application/vnd.docker.distribution.manifest.list.v2+json",
  "application/vnd.docker.distribution.manifest.v2+json",
];
const INDEX_TYPES = [MANIFEST_TYPES[0], MANIFEST_TYPES[2]];

/** Names a manifest or a blob: https://github.com/opencontainers/image-spec/blob/v1.1.1/descriptor.md */
export interface Descriptor {
  readonly mediaType: string;
  /** `sha256:` or `sha512:`, and hex digits. */
  readonly digest: string;
  /** Bytes. */
  readonly size: number;
  readonly artifactType?: string;
  /** `os/architecture` and, if it has one, `/variant`. Undefined if it is not named or its name cannot be used. */
  readonly platform?: string;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ImageManifest {
  readonly kind: "image";
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
  readonly artifactType?: string;
  readonly subject?: Descriptor;
  readonly annotations: Readonly<Record<string, string>>;
}

export interface ImageIndex {
  readonly kind: "index";
  readonly manifests: readonly Descriptor[];
  readonly annotations: Readonly<Record<string, string>>;
}

export type Manifest = ImageManifest | ImageIndex;

/** Reads a manifest strictly. `contentType`: as the registry declares it. Throws an Error that says what is wrong. */
export async function readManifest(text: string, contentType: string): Promise<Manifest> {
  const { IndexBody, ManifestBody } = await import("./schema.ts");
  const value = parseJson(text);
  if (!MANIFEST_TYPES.includes(contentType))
    throw new Error(`the manifest is of the type ${shorten(JSON.stringify(contentType), 100)}, which is not an image`);
  if (INDEX_TYPES.includes(contentType)) {
    const { mediaType, manifests, annotations = NONE } = readAs(IndexBody, value);
    assertType(mediaType, contentType);
    return { kind: "index", manifests: manifests.map(descriptorOf), annotations };
  }
  const { mediaType, config, layers, artifactType, subject, annotations = NONE } = readAs(ManifestBody, value);
  assertType(mediaType, contentType);
  return {
    kind: "image",
    config: descriptorOf(config),
    layers: layers.map(descriptorOf),
    ...(artifactType !== undefined && { artifactType }),
    ...(subject !== undefined && { subject: descriptorOf(subject) }),
    annotations,
  };
}

function assertType(mediaType: string | undefined, contentType: string): void {
  if (mediaType === undefined || mediaType === contentType) return;
  throw new Error(
    `the manifest declares the type ${shorten(mediaType, 100)}, and the registry ${shorten(contentType, 100)}`,
  );
}

export interface ImageConfig {
  /** `os/architecture` and, if it has one, `/variant`; `unknown/unknown` if it names none that can be used. */
  readonly platform: string;
  readonly labels: Readonly<Record<string, string>>;
}

/** Reads an image's configuration: what it runs on, and its labels. Throws an Error that says what is wrong. */
export async function readImageConfig(source: string | Uint8Array): Promise<ImageConfig> {
  const { ConfigBody } = await import("./schema.ts");
  const { config, ...platform } = readAs(ConfigBody, parseJson(source));
  return { platform: platformOf(platform) ?? UNKNOWN_PLATFORM, labels: config?.Labels ?? NONE };
}

/** What buildx writes for an attestation: no machine has it. */
export const UNKNOWN_PLATFORM = "unknown/unknown";
const NONE = Object.freeze(Object.create(null) as Record<string, string>);

function descriptorOf({ mediaType, digest, size, artifactType, annotations, ...body }: DescriptorBody): Descriptor {
  const platform = body.platform === undefined ? undefined : platformOf(body.platform);
  return {
    mediaType,
    digest,
    size,
    ...(artifactType !== undefined && { artifactType }),
    ...(platform !== undefined && { platform }),
    annotations: annotations ?? NONE,
  };
}

interface PlatformBody {
  readonly os: string | undefined;
  readonly architecture: string | undefined;
  readonly variant: string | undefined;
}

function platformOf({ os = "", architecture = "", variant = "" }: PlatformBody): string | undefined {
  const parts = variant === "" ? [os, architecture] : [os, architecture, variant];
  return parts.every((part) => /^[A-Za-z0-9._-]{1,40}$/.test(part)) ? parts.join("/") : undefined;
}

/** Whether a platform is the required one. Without a variant, every variant is; `arm64` is `arm64/v8`. */
export function isPlatform(platform: string, required: string): boolean {
  const [os, architecture, variant] = normal(platform);
  const [requiredOs, requiredArchitecture, requiredVariant] = normal(required);
  return (
    os === requiredOs &&
    architecture === requiredArchitecture &&
    (requiredVariant === undefined || variant === requiredVariant)
  );
}

function normal(platform: string): string[] {
  const parts = platform.split("/");
  return parts[1] === "arm64" && parts[2] === "v8" ? parts.slice(0, 2) : parts;
}
