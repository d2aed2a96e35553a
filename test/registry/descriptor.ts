import { createHash } from "node:crypto";

/** A descriptor of the OCI image specification 1.1: how a manifest or an index describes other content. */
export interface Descriptor {
  readonly mediaType: string;
  /** `sha256:` and 64 hexadecimal digits. */
  readonly digest: string;
  /** In bytes. */
  readonly size: number;
  readonly platform?: { readonly architecture: string; readonly os: string; readonly variant?: string };
  readonly artifactType?: string;
  readonly annotations?: Readonly<Record<string, string>>;
}

export type MediaTypes = "oci" | "docker";

export const MEDIA_TYPES = {
  oci: {
    index: "application/vnd.oci.image.index.v1+json",
    manifest: "application/vnd.oci.image.manifest.v1+json",
    config: "application/vnd.oci.image.config.v1+json",
    layer: "application/vnd.oci.image.layer.v1.tar+gzip",
  },
  docker: {
    index: "application/vnd.docker.distribution.manifest.list.v2+json",
    manifest: "application/vnd.docker.distribution.manifest.v2+json",
    config: "application/vnd.docker.container.image.v1+json",
    layer: "application/vnd.docker.image.rootfs.diff.tar.gzip",
  },
} as const satisfies Record<MediaTypes, unknown>;

/** The config of an artifact that has none: the two bytes `{}`. */
export const EMPTY = "application/vnd.oci.empty.v1+json";

/** What a client must accept, or a registry may convert what it serves into something with another digest. */
export const ACCEPT = [MEDIA_TYPES.oci, MEDIA_TYPES.docker]
  .flatMap(({ index, manifest }) => [index, manifest])
  .join(", ");

export function digestOf(content: Uint8Array): string {
  return `sha256:${createHash("sha256").update(content).digest("hex")}`;
}

export function descriptorOf(content: Uint8Array, mediaType: string, more: Partial<Descriptor> = {}): Descriptor {
  return { mediaType, digest: digestOf(content), size: content.length, ...more };
}

export function jsonBytes(value: unknown): Buffer {
  return Buffer.from(JSON.stringify(value));
}
