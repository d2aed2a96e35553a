import { undecided } from "@release-actions/action";
import { shorten } from "@release-actions/text";
import { MANIFEST_TYPES, UNKNOWN_PLATFORM, type Descriptor, type ImageIndex, type ImageManifest } from "./manifest.ts";
import type { Registry } from "./registry.ts";

/** A child of an index that may be a container image. */
export interface ChildImage {
  readonly descriptor: Descriptor;
  /** Its manifest, if that was needed to tell whether it is an image. */
  readonly manifest: ImageManifest | undefined;
}

/** Some tools write an image's configuration type as its artifact type, too. */
const CONFIG_TYPES = ["application/vnd.oci.image.config.v1+json", "application/vnd.docker.container.image.v1+json"];
/** https://github.com/opencontainers/image-spec/blob/v1.1.1/layer.md, and Docker's types before it. */
const LAYER_TYPE = /^application\/vnd\.(?:oci\.image\.layer\.|docker\.image\.rootfs\.)/;

/** Why a manifest is not the one of a container image, such as a chart's or a signature's; undefined if it is. */
export function notAnImage({ config, layers, artifactType }: ImageManifest): string | undefined {
  if (!CONFIG_TYPES.includes(config.mediaType)) return `its config is ${shorten(config.mediaType, 100)}`;
  if (artifactType !== undefined && !CONFIG_TYPES.includes(artifactType))
    return `its artifact type is ${shorten(artifactType, 100)}`;
  const other = layers.find(({ mediaType }) => !LAYER_TYPE.test(mediaType));
  return other === undefined ? undefined : `a layer is ${shorten(other.mediaType, 100)}`;
}

/**
 * The children of an index that may be container images. Left out are those that run nowhere: buildx stores attestations
 * for the platform unknown/unknown, and an index may name what is not a manifest, such as the layers of a build cache. A
 * child that the index declares to be an attachment is left out only if its manifest proves it. Throws undecided,
 * RegistryError and HttpError.
 */
export async function childImages(
  registry: Pick<Registry, "manifest">,
  repository: string,
  { manifests }: ImageIndex,
): Promise<readonly ChildImage[]> {
  const children = await Promise.all(
    manifests.filter(mayRun).map(async (descriptor) => ({
      descriptor,
      manifest: isDeclaredAttachment(descriptor) ? await readChild(registry, repository, descriptor) : undefined,
    })),
  );
  return children.filter(({ manifest }) => manifest === undefined || notAnImage(manifest) === undefined);
}

/** The manifest of a child. An image that an index names and the registry does not have fails when it is pulled. */
export async function readChild(
  registry: Pick<Registry, "manifest">,
  repository: string,
  descriptor: Descriptor,
): Promise<ImageManifest> {
  const { digest, platform = "an unknown platform" } = descriptor;
  const child = await registry.manifest(repository, descriptor);
  if (child.state !== "found") {
    throw undecided(`the index names ${digest} for ${platform}, but the registry does not have it`, {
      remedy: "Push the image again, with all its platforms.",
    });
  }
  if (child.manifest.kind === "index") {
    throw undecided(`the index names another index for ${platform}; nested indexes are not supported`, {
      remedy: "Push one index that names the images directly.",
    });
  }
  return child.manifest;
}

function mayRun({ mediaType, platform }: Descriptor): boolean {
  return platform !== UNKNOWN_PLATFORM && MANIFEST_TYPES.includes(mediaType);
}

function isDeclaredAttachment({ annotations, artifactType }: Descriptor): boolean {
  return (
    annotations["vnd.docker.reference.type"] !== undefined ||
    (artifactType !== undefined && !CONFIG_TYPES.includes(artifactType))
  );
}
