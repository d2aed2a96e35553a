import { describe, expect, test } from "@jest/globals";
import { childImages, notAnImage, type Descriptor, type ImageManifest, type Registry } from "./index.ts";

const MANIFEST = "application/vnd.oci.image.manifest.v1+json";
const CONFIG = "application/vnd.oci.image.config.v1+json";
const LAYER = "application/vnd.oci.image.layer.v1.tar+gzip";

const descriptor = (mediaType: string, more: Partial<Descriptor> = {}): Descriptor => ({
  mediaType,
  digest: `sha256:${"ab".repeat(32)}`,
  size: 1,
  annotations: {},
  ...more,
});
const manifest = (config: string, layers: readonly string[], more: Partial<ImageManifest> = {}): ImageManifest => ({
  kind: "image",
  config: descriptor(config),
  layers: layers.map((type) => descriptor(type)),
  annotations: {},
  ...more,
});
const IMAGE = manifest(CONFIG, [LAYER]);
const IN_TOTO = manifest(CONFIG, ["application/vnd.in-toto+json"]);

describe("notAnImage", () => {
  test.each<[string, ImageManifest]>([
    ["OCI", IMAGE],
    ["without layers", manifest(CONFIG, [])],
    ["zstd", manifest(CONFIG, ["application/vnd.oci.image.layer.v1.tar+zstd"])],
    [
      "Docker",
      manifest("application/vnd.docker.container.image.v1+json", [
        "application/vnd.docker.image.rootfs.diff.tar.gzip",
        "application/vnd.docker.image.rootfs.foreign.diff.tar.gzip",
      ]),
    ],
    ["with the type of its config as artifact type (ko, apko)", manifest(CONFIG, [LAYER], { artifactType: CONFIG })],
  ])("an image: %s", (_, image) => {
    expect(notAnImage(image)).toBeUndefined();
  });

  test.each<[string, ImageManifest, string]>([
    [
      "a Helm chart",
      manifest("application/vnd.cncf.helm.config.v1+json", ["application/vnd.cncf.helm.chart.content.v1.tar+gzip"]),
      "its config is application/vnd.cncf.helm.config.v1+json",
    ],
    [
      "a build cache",
      manifest("application/vnd.buildkit.cacheconfig.v0", [LAYER]),
      "its config is application/vnd.build",
    ],
    [
      "an empty config",
      manifest("application/vnd.oci.empty.v1+json", [LAYER]),
      "its config is application/vnd.oci.empty",
    ],
    [
      "a cosign signature",
      manifest(CONFIG, ["application/vnd.dev.cosign.simplesigning.v1+json"]),
      "a layer is application/vnd.dev.cosign.simplesigning.v1+json",
    ],
    ["an attestation", IN_TOTO, "a layer is application/vnd.in-toto+json"],
    ["an artifact", manifest(CONFIG, [LAYER], { artifactType: "application/x" }), "its artifact type is application/x"],
  ])("promotion Q3: not an image: %s", (_, artifact, why) => {
    expect(notAnImage(artifact)).toContain(why);
  });
});

describe("childImages", () => {
  const ARM = { platform: "linux/arm64" };

  async function childrenOf(child: Descriptor, behind: ImageManifest = IMAGE) {
    const requested: unknown[] = [];
    const registry: Pick<Registry, "manifest"> = {
      manifest: async (_, reference) => {
        requested.push(reference);
        return { state: "found", digest: child.digest, manifest: behind };
      },
    };
    const index = { kind: "index", manifests: [descriptor(MANIFEST), child], annotations: {} } as const;
    return { count: (await childImages(registry, "team/app", index)).length, requests: requested.length };
  }

  test.each<[string, Descriptor, ImageManifest, number]>([
    [
      "promotion Q1: with the type of a config as artifact type",
      descriptor(MANIFEST, { ...ARM, artifactType: CONFIG }),
      IMAGE,
      0,
    ],
    [
      "promotion Q1: with another artifact type",
      descriptor(MANIFEST, { ...ARM, artifactType: "application/x" }),
      IMAGE,
      1,
    ],
    [
      "declared as an attestation",
      descriptor(MANIFEST, { ...ARM, annotations: { "vnd.docker.reference.type": "x" } }),
      IMAGE,
      1,
    ],
    ["promotion Q2: without a platform that can be read", descriptor(MANIFEST), IMAGE, 0],
  ])("an image %s is one, whatever the index declares", async (_, child, behind, requests) => {
    expect(await childrenOf(child, behind)).toEqual({ count: 2, requests });
  });

  test.each<[string, Descriptor, ImageManifest, number]>([
    ["buildx's attestation", descriptor(MANIFEST, { platform: "unknown/unknown" }), IN_TOTO, 0],
    ["a declared attachment", descriptor(MANIFEST, { artifactType: "application/spdx+json" }), IN_TOTO, 1],
    ["a layer of a build cache", descriptor(LAYER), IMAGE, 0],
  ])("%s is not an image", async (_, child, behind, requests) => {
    expect(await childrenOf(child, behind)).toEqual({ count: 1, requests });
  });
});
