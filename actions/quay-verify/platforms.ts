import { undecided } from "@release-actions/action";
import {
  isAttestation,
  isPlatform,
  type Descriptor,
  type ImageConfig,
  type ImageManifest,
  type Manifest,
  type Registry,
} from "@release-actions/registry";
import { fail, pass, type CheckRow } from "@release-actions/report";
import { pluralize } from "@release-actions/text";

/** The image of one platform: what is scanned, and what runs. */
export interface PlatformImage extends PlatformName {
  /** Undefined if no check needs them. */
  readonly labels: Readonly<Record<string, string>> | undefined;
}

interface PlatformName {
  /** `os/architecture`, with part of the digest if there are several; SINGLE if there is one and its name is not needed. */
  readonly platform: string;
  readonly digest: string;
}

interface NamedImage extends PlatformName {
  /** What the index says about it; undefined for an image without an index. */
  readonly descriptor?: Descriptor;
}

/** Only the configuration of an image names its platform, and reading it costs one or two more requests. */
const SINGLE = "single";

export interface PlatformRequest {
  readonly repository: string;
  /** Of `manifest`. */
  readonly digest: string;
  readonly manifest: Manifest;
  /** Empty: all platforms of the image. */
  readonly required: readonly string[];
  readonly needLabels: boolean;
  /** The name of the platform matters even if it is the only one. */
  readonly needName: boolean;
  readonly registry: Pick<Registry, "manifest" | "config">;
}

/** The images to check, each read by its digest and found to be complete. */
export async function choosePlatforms(
  request: PlatformRequest,
): Promise<{ row: CheckRow<"platforms">; images: readonly PlatformImage[] }> {
  const { manifest, required } = request;
  const all: readonly NamedImage[] =
    manifest.kind === "index"
      ? runnable(manifest.manifests)
      : [{ platform: await nameOfSingle(request, manifest), digest: request.digest }];
  const missing = required.filter((platform) => !all.some((image) => isPlatform(image.platform, platform)));
  if (missing.length > 0) {
    const names = all.length === 0 ? "none" : all.map(({ platform }) => platform).join(", ");
    const detail = `${missing.join(", ")} is not among the platforms of the image (${names})`;
    return { row: fail("platforms", detail, "Build the image for it, or remove it from platforms."), images: [] };
  }
  if (all.length === 0) {
    const remedy = "Build the image for at least one platform.";
    return { row: fail("platforms", "the index has no image of any platform", remedy), images: [] };
  }
  const chosen =
    required.length === 0 ? all : all.filter(({ platform }) => required.some((one) => isPlatform(platform, one)));
  const images = await Promise.all(chosen.map((image) => readImage(request, image)));
  const names = chosen.map(({ platform }) => platform).join(", ");
  const left = all.length - chosen.length;
  const more = left === 0 ? "" : `; ${left} more ${pluralize(left, "is", "are")} in the image and not checked`;
  return { row: pass("platforms", names + more), images };
}

/** The images of an index. Two of one platform are distinguished by their digests, and both are checked. */
function runnable(manifests: readonly Descriptor[]): NamedImage[] {
  const images = manifests.filter((child) => !isAttestation(child) && child.artifactType === undefined);
  const count = (platform: string) => images.filter((image) => (image.platform ?? "unknown") === platform).length;
  return images.map((descriptor) => {
    const { platform = "unknown", digest } = descriptor;
    return { platform: count(platform) > 1 ? `${platform}#${digest.slice(7, 15)}` : platform, digest, descriptor };
  });
}

async function nameOfSingle(request: PlatformRequest, manifest: ImageManifest): Promise<string> {
  if (request.required.length === 0 && !request.needName) return SINGLE;
  return (await readConfig(request, manifest)).platform;
}

/** An image that the index names and the registry does not have would fail when it is pulled, so it is read here. */
async function readImage(request: PlatformRequest, image: NamedImage): Promise<PlatformImage> {
  const { platform, digest } = image;
  const manifest = request.manifest.kind === "image" ? request.manifest : await readChild(request, image);
  const labels = request.needLabels ? (await readConfig(request, manifest)).labels : undefined;
  return { platform, digest, labels };
}

async function readChild(
  { registry, repository }: PlatformRequest,
  { platform, digest, descriptor }: NamedImage,
): Promise<ImageManifest> {
  const child = await registry.manifest(repository, descriptor ?? digest);
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

const CONFIGS = new WeakMap<ImageManifest, Promise<ImageConfig>>();

/** The configuration of an image, requested once. */
function readConfig({ registry, repository }: PlatformRequest, manifest: ImageManifest): Promise<ImageConfig> {
  const known = CONFIGS.get(manifest) ?? registry.config(repository, manifest.config);
  CONFIGS.set(manifest, known);
  return known;
}
