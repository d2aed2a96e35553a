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
import type { ImageRequest } from "./images.ts";
import { fail, pass, type Row } from "./rows.ts";

/** The image of one platform: what is scanned, and what runs. */
export interface PlatformImage {
  /** `os/architecture`, and what tells it from another of the same; SINGLE where there is one and nothing asked for its name. */
  readonly platform: string;
  readonly digest: string;
  /** Undefined where nothing needed it. */
  readonly labels: Readonly<Record<string, string>> | undefined;
}

/** Only an image's configuration names its platform, and reading it costs one or two requests more. */
export const SINGLE = "single";

export interface Choice {
  readonly wanted: Pick<ImageRequest, "repository">;
  readonly digest: string;
  readonly manifest: Manifest;
  /** Empty: all that are there. */
  readonly required: readonly string[];
  readonly needLabels: boolean;
  /** The name of the platform matters even where it is the only one. */
  readonly needName: boolean;
  readonly registry: Pick<Registry, "manifest" | "config">;
}

/** The images that will be judged, each read by its digest and found whole. */
export async function choosePlatforms(choice: Choice): Promise<{ row: Row; images: readonly PlatformImage[] }> {
  const { manifest, required } = choice;
  const all =
    manifest.kind === "index"
      ? runnable(manifest.manifests)
      : [{ platform: await single(choice, manifest), digest: choice.digest }];
  const missing = required.filter((platform) => !all.some((image) => isPlatform(image.platform, platform)));
  const names = all.map(({ platform }) => platform).join(", ");
  if (missing.length > 0) {
    return {
      row: fail(
        "platforms",
        `${missing.join(", ")} is not among the image's platforms (${names === "" ? "none" : names})`,
        "Build the image for it, or take it out of platforms.",
      ),
      images: [],
    };
  }
  if (all.length === 0)
    return {
      row: fail("platforms", "the index has no image of any platform", "Build the image for at least one platform."),
      images: [],
    };
  const judged =
    required.length === 0 ? all : all.filter(({ platform }) => required.some((one) => isPlatform(platform, one)));
  const images = await Promise.all(judged.map((image) => whole(choice, image)));
  const left = all.length - judged.length;
  return {
    row: pass(
      "platforms",
      `${judged.map(({ platform }) => platform).join(", ")}${left === 0 ? "" : `; ${left} more ${left === 1 ? "is" : "are"} there and not judged`}`,
    ),
    images,
  };
}

interface Named {
  readonly platform: string;
  readonly digest: string;
}

/** An index's images. Two of one platform are told apart by their digests, and both are judged. */
function runnable(manifests: readonly Descriptor[]): Named[] {
  const images = manifests.filter((child) => !isAttestation(child) && child.artifactType === undefined);
  const count = (platform: string) => images.filter((image) => (image.platform ?? "unknown") === platform).length;
  return images.map(({ platform = "unknown", digest }) => ({
    platform: count(platform) > 1 ? `${platform}#${digest.slice(7, 15)}` : platform,
    digest,
  }));
}

async function single({ wanted, required, needName, registry }: Choice, manifest: ImageManifest): Promise<string> {
  if (required.length === 0 && !needName) return SINGLE;
  return (await readConfig(registry, wanted.repository, manifest)).platform;
}

/** A child that the index names and the registry does not have would fail when it is pulled: it is read here. */
async function whole(
  { wanted, manifest, needLabels, registry }: Choice,
  { platform, digest }: Named,
): Promise<PlatformImage> {
  if (manifest.kind === "image")
    return {
      platform,
      digest,
      labels: needLabels ? (await readConfig(registry, wanted.repository, manifest)).labels : undefined,
    };
  const child = await registry.manifest(wanted.repository, digest);
  if (child.state !== "found")
    throw undecided(`the index names ${digest} for ${platform}, and the registry does not have it`, {
      remedy: "Push the image again, with all its platforms.",
    });
  if (child.manifest.kind === "index")
    throw undecided(`the index names another index for ${platform}, which is not looked into`, {
      remedy: "Push one index with the images themselves.",
    });
  return {
    platform,
    digest,
    labels: needLabels ? (await readConfig(registry, wanted.repository, child.manifest)).labels : undefined,
  };
}

const read = new WeakMap<ImageManifest, Promise<ImageConfig>>();

/** The configuration of an image, asked for once. */
function readConfig(
  registry: Pick<Registry, "config">,
  repository: string,
  manifest: ImageManifest,
): Promise<ImageConfig> {
  const known = read.get(manifest) ?? registry.config(repository, manifest.config);
  read.set(manifest, known);
  return known;
}
