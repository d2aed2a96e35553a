import {
  childImages,
  isPlatform,
  notAnImage,
  readChild,
  type Descriptor,
  type ImageConfig,
  type ImageIndex,
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
  /** `os/architecture` alone, as platforms are required. */
  readonly base: string;
  /** What the index says about it; undefined for an image without an index. */
  readonly descriptor?: Descriptor;
  /** Where it was read already. */
  readonly manifest?: ImageManifest | undefined;
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
  const why = manifest.kind === "image" ? notAnImage(manifest) : undefined;
  if (why !== undefined) return { row: notAnImageRow("this", why), images: [] };
  const all: readonly NamedImage[] =
    manifest.kind === "index"
      ? await imagesOf(request, manifest)
      : [single(await nameOfSingle(request, manifest), request.digest, manifest)];
  const missing = required.filter((platform) => !all.some(({ base }) => isPlatform(base, platform)));
  if (missing.length > 0) {
    const names = all.length === 0 ? "none" : all.map(({ platform }) => platform).join(", ");
    const detail = `${missing.join(", ")} is not among the platforms of the image (${names})`;
    return { row: fail("platforms", detail, "Build the image for it, or remove it from platforms."), images: [] };
  }
  if (all.length === 0) {
    const remedy = "Build the image for at least one platform.";
    return { row: fail("platforms", "the index has no image of any platform", remedy), images: [] };
  }
  const chosen = required.length === 0 ? all : all.filter(({ base }) => required.some((one) => isPlatform(base, one)));
  const { registry, repository } = request;
  const manifests = await Promise.all(
    // An image without an index was read before.
    chosen.map(
      async ({ manifest: known, descriptor }) => known ?? (await readChild(registry, repository, descriptor!)),
    ),
  );
  for (const [index, child] of manifests.entries()) {
    const what = notAnImage(child);
    if (what !== undefined) return { row: notAnImageRow(`the child for ${chosen[index]!.platform}`, what), images: [] };
  }
  const images = await Promise.all(chosen.map((image, index) => describeImage(request, image, manifests[index]!)));
  const names = chosen.map(({ platform }) => platform).join(", ");
  const left = all.length - chosen.length;
  const more = left === 0 ? "" : `; ${left} more ${pluralize(left, "is", "are")} in the image and not checked`;
  return { row: pass("platforms", names + more), images };
}

function notAnImageRow(subject: string, why: string): CheckRow<"platforms"> {
  const remedy = "Check the tag: a chart, a build cache or a signature may have taken the place of the image.";
  return fail("platforms", `${subject} is not a container image: ${why}`, remedy);
}

function single(platform: string, digest: string, manifest: ImageManifest): NamedImage {
  return { platform, base: platform, digest, manifest };
}

/**
 * The images of an index. Two of one platform are distinguished by their digests, and both are checked. A child whose
 * platform the index does not name has the one of its configuration.
 */
async function imagesOf(request: PlatformRequest, index: ImageIndex): Promise<NamedImage[]> {
  const { registry, repository } = request;
  const children = await Promise.all(
    (await childImages(registry, repository, index)).map(async ({ descriptor, manifest }) => {
      const { platform, digest } = descriptor;
      if (platform !== undefined) return { base: platform, digest, descriptor, manifest };
      const child = manifest ?? (await readChild(registry, repository, descriptor));
      const base = notAnImage(child) === undefined ? (await readConfig(request, child)).platform : "unknown";
      return { base, digest, descriptor, manifest: child };
    }),
  );
  const count = (name: string) => children.filter(({ base }) => base === name).length;
  return children.map((child) => {
    const { base, digest } = child;
    return { ...child, platform: count(base) > 1 ? `${base}#${digest.slice(7, 15)}` : base };
  });
}

async function nameOfSingle(request: PlatformRequest, manifest: ImageManifest): Promise<string> {
  if (request.required.length === 0 && !request.needName) return SINGLE;
  return (await readConfig(request, manifest)).platform;
}

async function describeImage(
  request: PlatformRequest,
  { platform, digest }: NamedImage,
  manifest: ImageManifest,
): Promise<PlatformImage> {
  const labels = request.needLabels ? (await readConfig(request, manifest)).labels : undefined;
  return { platform, digest, labels };
}

const CONFIGS = new WeakMap<ImageManifest, Promise<ImageConfig>>();

/** The configuration of an image, requested once. */
function readConfig({ registry, repository }: PlatformRequest, manifest: ImageManifest): Promise<ImageConfig> {
  const known = CONFIGS.get(manifest) ?? registry.config(repository, manifest.config);
  CONFIGS.set(manifest, known);
  return known;
}
