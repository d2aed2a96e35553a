/** OCI image layouts written manually, so that a test knows every byte and digest before a registry sees them. */
import { mkdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import {
  type Descriptor,
  descriptorOf,
  digestOf,
  EMPTY,
  jsonBytes,
  MEDIA_TYPES,
  type MediaTypes,
} from "./descriptor.ts";
import { tarOf } from "./tar.ts";

type Texts = Readonly<Record<string, string>>;

export interface LayoutImage {
  /** Such as `linux/arm64` or `linux/arm/v7`; without it `linux/amd64`. */
  readonly platform?: string;
  /** Without it, those of its index, or OCI's. */
  readonly mediaTypes?: MediaTypes;
  readonly labels?: Texts;
  /** Of the manifest. */
  readonly annotations?: Texts;
  /** Paths and contents of its one layer; without them, a file that names the platform. */
  readonly files?: Texts;
  /** An ISO time. */
  readonly created?: string;
  /** Makes it an artifact: no config, and its files are layers as they are. */
  readonly artifactType?: string;
  /** What it refers to. */
  readonly subject?: Descriptor;
}

export interface LayoutIndex {
  readonly images: readonly LayoutImage[];
  readonly mediaTypes?: MediaTypes;
  readonly annotations?: Texts;
  /** Adds an attestation for each image, as docker buildx does: a child for the platform unknown/unknown. */
  readonly attestations?: boolean;
}

export interface LaidOut {
  /** Of the manifest, as its index names it. */
  readonly descriptor: Descriptor;
  readonly config: Descriptor;
  readonly layers: readonly Descriptor[];
}

export interface Layout {
  readonly directory: string;
  /** Of the index, or of the image where there is no index. */
  readonly root: Descriptor;
  /** In the order in which they were given. */
  readonly images: readonly LaidOut[];
  readonly attestations: readonly LaidOut[];
}

/** Writes content into the layout and says how a manifest names it. */
type Put = (content: Buffer, mediaType: string, more?: Partial<Descriptor>) => Promise<Descriptor>;

/** Writes an OCI image layout (image-spec 1.1, image-layout.md) with one image or one index into a new directory. */
export async function makeLayout(directory: string, content: LayoutImage | LayoutIndex): Promise<Layout> {
  const blobs = join(directory, "blobs/sha256");
  await mkdir(blobs, { recursive: true });
  const put: Put = async (bytes, mediaType, more) => {
    const descriptor = descriptorOf(bytes, mediaType, more);
    await writeFile(join(blobs, descriptor.digest.slice("sha256:".length)), bytes);
    return descriptor;
  };
  const made = "images" in content ? await putIndex(put, content) : await putSingle(put, content);
  await writeFile(join(directory, "oci-layout"), JSON.stringify({ imageLayoutVersion: "1.0.0" }));
  await writeFile(join(directory, "index.json"), JSON.stringify({ schemaVersion: 2, manifests: [made.root] }));
  return { directory, ...made };
}

type Made = Omit<Layout, "directory">;

async function putSingle(put: Put, image: LayoutImage): Promise<Made> {
  const made = await putImage(put, image);
  return { root: made.descriptor, images: [made], attestations: [] };
}

async function putIndex(
  put: Put,
  { images, mediaTypes = "oci", annotations, attestations = false }: LayoutIndex,
): Promise<Made> {
  const made = await Promise.all(images.map((image) => putImage(put, { mediaTypes, ...image })));
  const attested = attestations ? await Promise.all(made.map((image) => putAttestation(put, image))) : [];
  const mediaType = MEDIA_TYPES[mediaTypes].index;
  const manifests = [...made, ...attested].map(({ descriptor }) => descriptor);
  const root = await put(jsonBytes({ schemaVersion: 2, mediaType, manifests, annotations }), mediaType);
  return { root, images: made, attestations: attested };
}

async function putImage(put: Put, image: LayoutImage): Promise<LaidOut> {
  const {
    platform: name = "linux/amd64",
    mediaTypes = "oci",
    files = { platform: name },
    annotations,
    artifactType,
    subject,
  } = image;
  const types = MEDIA_TYPES[mediaTypes];
  const platform = platformOf(name);
  const tar = tarOf(files);
  const layers =
    artifactType === undefined
      ? [await put(gzipSync(tar), types.layer)]
      : await Promise.all(Object.values(files).map((text) => put(Buffer.from(text), "application/octet-stream")));
  const config =
    artifactType === undefined
      ? await put(configOf(image, platform, tar), types.config)
      : await put(jsonBytes({}), EMPTY);
  const manifest = { schemaVersion: 2, mediaType: types.manifest, artifactType, config, layers, subject, annotations };
  const descriptor = await put(
    jsonBytes(manifest),
    types.manifest,
    artifactType === undefined ? { platform } : { artifactType },
  );
  return { descriptor, config, layers };
}

function configOf(
  { labels = {}, created = "2026-01-01T00:00:00Z" }: LayoutImage,
  platform: object,
  tar: Buffer,
): Buffer {
  return jsonBytes({
    created,
    ...platform,
    config: { Labels: labels },
    rootfs: { type: "layers", diff_ids: [digestOf(tar)] },
  });
}

/** See docs/attestations/attestation-storage.md of BuildKit. */
async function putAttestation(put: Put, { descriptor: { digest } }: LaidOut): Promise<LaidOut> {
  const predicateType = "https://slsa.dev/provenance/v0.2";
  const subject = [{ name: "image", digest: { sha256: digest.slice("sha256:".length) } }];
  const statement = jsonBytes({ _type: "https://in-toto.io/Statement/v0.1", predicateType, subject, predicate: {} });
  const layer = await put(statement, "application/vnd.in-toto+json", {
    annotations: { "in-toto.io/predicate-type": predicateType },
  });
  const platform = { architecture: "unknown", os: "unknown" };
  const { manifest: mediaType, config: configType } = MEDIA_TYPES.oci;
  const config = await put(
    jsonBytes({ ...platform, config: {}, rootfs: { type: "layers", diff_ids: [layer.digest] } }),
    configType,
  );
  const annotations = { "vnd.docker.reference.digest": digest, "vnd.docker.reference.type": "attestation-manifest" };
  const descriptor = await put(jsonBytes({ schemaVersion: 2, mediaType, config, layers: [layer] }), mediaType, {
    platform,
    annotations,
  });
  return { descriptor, config, layers: [layer] };
}

function platformOf(name: string): NonNullable<Descriptor["platform"]> {
  const [os = "", architecture = "", variant] = name.split("/");
  return { architecture, os, ...(variant === undefined ? {} : { variant }) };
}
