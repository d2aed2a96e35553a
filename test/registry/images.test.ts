import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { createPublicKey, verify } from "node:crypto";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { must } from "../e2e/command.ts";
import { PATH } from "../e2e/environment.ts";
import { ring } from "../rings.ts";
import {
  buildImage,
  makeLayout,
  makeSigningKey,
  MEDIA_TYPES,
  push,
  pushCosignTag,
  pushReferrersTag,
  startRegistry,
  type Layout,
  type LayoutImage,
  type LayoutIndex,
  type Registry,
} from "./index.ts";
import { BUILDS } from "./needs.ts";
import { readerOf, type Reader } from "./testing.ts";

const REPOSITORY = "team/tenant/app";
const ABSENT = `sha256:${"0".repeat(64)}`;

ring("registry: images in a real registry", BUILDS, () => {
  let directory: string;
  let registry: Registry;
  let reader: Reader;
  let layouts = 0;

  beforeAll(async () => {
    directory = await mkdtemp(join(tmpdir(), "registry-ring-"));
    registry = await startRegistry(join(directory, "registry"));
    reader = readerOf(registry, REPOSITORY);
  });

  afterAll(async () => {
    await registry.close();
    await rm(directory, { recursive: true, force: true });
  });

  async function pushed(tag: string, content: LayoutImage | LayoutIndex): Promise<Layout> {
    const layout = await makeLayout(join(directory, `layout-${(layouts += 1)}`), content);
    expect(await push(registry, layout, REPOSITORY, tag)).toBe(layout.root.digest);
    return layout;
  }

  /** What tar finds in a layer. */
  async function fileIn(layer: string | undefined, name: string): Promise<string> {
    const archive = join(directory, "layer.tar.gz");
    await writeFile(archive, await reader.blob(layer));
    return await must("tar", ["--extract", "--to-stdout", "--file", archive, name], { cwd: directory, env: { PATH } });
  }

  test.each(["oci", "docker"] as const)(
    "an image of %s media types is served as it was created",
    async (mediaTypes) => {
      const labels = { "org.opencontainers.image.revision": "abc" };
      const { root, images } = await pushed(`single-${mediaTypes}`, {
        mediaTypes,
        platform: "linux/arm/v7",
        labels,
        annotations: { note: "n" },
      });
      const { digest, type, body } = await reader.manifest(`single-${mediaTypes}`);
      expect({ digest, type }).toEqual({ digest: root.digest, type: MEDIA_TYPES[mediaTypes].manifest });
      expect(body).toMatchObject({ config: images[0]?.config, layers: images[0]?.layers, annotations: { note: "n" } });
      expect(await reader.config(body)).toMatchObject({
        architecture: "arm",
        variant: "v7",
        config: { Labels: labels },
      });
      expect(await registry.digest(REPOSITORY, `single-${mediaTypes}`)).toBe(root.digest);
    },
  );

  test("skopeo reads the labels of an image, and tar its layer", async () => {
    const { root, images } = await pushed("read", {
      labels: { version: "1.2.3" },
      files: { "etc/app.conf": "key = value\n" },
    });
    const layer = images[0]?.layers[0]?.digest;
    const image = `docker://${registry.host}/${REPOSITORY}:read`;
    const shown: unknown = JSON.parse(
      await must("skopeo", ["inspect", image], { cwd: directory, env: { PATH, ...registry.environment } }),
    );
    expect(shown).toMatchObject({ Digest: root.digest, Labels: { version: "1.2.3" }, Layers: [layer] });
    expect(await fileIn(layer, "etc/app.conf")).toBe("key = value\n");
  });

  test.each(["oci", "docker"] as const)(
    "an index of %s media types keeps its digest and those of its children",
    async (mediaTypes) => {
      const platforms = ["linux/amd64", "linux/arm64/v8", "windows/amd64"];
      const { root, images } = await pushed(`index-${mediaTypes}`, {
        mediaTypes,
        images: platforms.map((platform) => ({ platform })),
      });
      const { digest, type, body } = await reader.manifest(`index-${mediaTypes}`);
      expect({ digest, type }).toEqual({ digest: root.digest, type: MEDIA_TYPES[mediaTypes].index });
      expect(body.manifests.map(({ platform }) => platform)).toEqual([
        { os: "linux", architecture: "amd64" },
        { os: "linux", architecture: "arm64", variant: "v8" },
        { os: "windows", architecture: "amd64" },
      ]);
      for (const [at, { descriptor }] of images.entries()) {
        expect(body.manifests[at]).toEqual(descriptor);
        expect(await reader.manifest(descriptor.digest)).toMatchObject({
          digest: descriptor.digest,
          type: MEDIA_TYPES[mediaTypes].manifest,
        });
      }
      expect(new Set(images.map(({ descriptor }) => descriptor.digest)).size).toBe(platforms.length);
    },
  );

  test("domain.md 2.3: attestations are children of the platform unknown/unknown, each for its image", async () => {
    const { images, attestations } = await pushed("attested", {
      images: [{ platform: "linux/amd64" }, { platform: "linux/arm64" }],
      attestations: true,
    });
    const { manifests } = (await reader.manifest("attested")).body;
    expect(manifests).toHaveLength(4);
    expect(manifests.slice(2)).toEqual(
      images.map(({ descriptor }, at) => ({
        ...attestations[at]?.descriptor,
        platform: { os: "unknown", architecture: "unknown" },
        annotations: {
          "vnd.docker.reference.type": "attestation-manifest",
          "vnd.docker.reference.digest": descriptor.digest,
        },
      })),
    );
    const { layers } = (await reader.manifest(manifests[2]!.digest)).body;
    expect(layers).toMatchObject([{ mediaType: "application/vnd.in-toto+json" }]);
  });

  test("domain.md 2.2: there is no referrers API, and referrers are found under the fallback tag", async () => {
    const { root } = await pushed("referred", {});
    expect((await registry.ask(`/v2/${REPOSITORY}/referrers/${root.digest}`)).status).toBe(404);
    const artifactType = "application/spdx+json";
    const made = await pushReferrersTag(registry, REPOSITORY, root.digest, [
      { artifactType, content: '{"a":1}', annotations: { tool: "syft" } },
      { artifactType: "application/vnd.in-toto+json", content: "{}" },
    ]);
    expect(made.tag).toBe(`sha256-${root.digest.slice("sha256:".length)}`);
    const index = await reader.manifest(made.tag);
    expect(index).toMatchObject({ digest: made.index.digest, type: MEDIA_TYPES.oci.index });
    expect(index.body.manifests).toMatchObject([
      { artifactType, annotations: { tool: "syft" } },
      { artifactType: "application/vnd.in-toto+json" },
    ]);
    const { body } = await reader.manifest(made.manifests[0]!.digest);
    expect(body).toMatchObject({
      artifactType,
      subject: { digest: root.digest, mediaType: MEDIA_TYPES.oci.manifest, size: root.size },
    });
    expect((await reader.blob(body.layers[0]?.digest)).toString()).toBe('{"a":1}');
  });

  test("an artifact with a subject can be created and pushed", async () => {
    const { root: subject } = await pushed("subject", {});
    const { root } = await pushed("artifact", {
      artifactType: "application/spdx+json",
      subject,
      files: { "sbom.json": "{}" },
    });
    const { digest, body } = await reader.manifest("artifact");
    expect(digest).toBe(root.digest);
    expect(body).toMatchObject({
      artifactType: "application/spdx+json",
      subject: { digest: subject.digest },
      config: { size: 2 },
    });
  });

  describe("signatures as cosign stores them", () => {
    async function signatureIn(
      tag: string,
    ): Promise<{ readonly payload: Buffer; readonly signature: Buffer; readonly signed: unknown }> {
      const [layer] = (await reader.manifest(tag)).body.layers;
      expect(layer?.mediaType).toBe("application/vnd.dev.cosign.simplesigning.v1+json");
      const payload = await reader.blob(layer?.digest);
      const signature = Buffer.from(layer?.annotations?.["dev.cosignproject.cosign/signature"] ?? "", "base64");
      return { payload, signature, signed: JSON.parse(payload.toString()).critical.image["docker-manifest-digest"] };
    }

    test("one is verified with its public key and no other, and names the digest", async () => {
      const { root } = await pushed("signed", { labels: { signed: "yes" } });
      const made = await pushCosignTag(registry, REPOSITORY, root.digest);
      expect(made.tag).toBe(`sha256-${root.digest.slice("sha256:".length)}.sig`);
      const { payload, signature, signed } = await signatureIn(made.tag);
      expect(verify("sha256", payload, createPublicKey(made.publicKey), signature)).toBe(true);
      expect(verify("sha256", payload, createPublicKey(makeSigningKey().publicKey), signature)).toBe(false);
      expect(signed).toBe(root.digest);
    });

    test("one can be created with a given key for another digest", async () => {
      const { root } = await pushed("mis-signed", { labels: { signed: "no" } });
      const key = makeSigningKey();
      const made = await pushCosignTag(registry, REPOSITORY, root.digest, { key, signed: ABSENT });
      expect(made.publicKey).toBe(key.publicKey);
      const { payload, signature, signed } = await signatureIn(made.tag);
      expect(verify("sha256", payload, createPublicKey(key.publicKey), signature)).toBe(true);
      expect(signed).toBe(ABSENT);
    });
  });

  test("an image built by buildah has its labels and what was copied", async () => {
    const labels = { "org.opencontainers.image.revision": "abc123", "org.opencontainers.image.version": "1.2.3" };
    const built = await buildImage(registry, {
      repository: REPOSITORY,
      tag: "built",
      labels,
      files: { "etc/greeting": "hello\n" },
    });
    const { digest, type, body } = await reader.manifest("built");
    expect({ digest, type }).toEqual({ digest: built, type: MEDIA_TYPES.oci.manifest });
    expect(await reader.config(body)).toMatchObject({ os: "linux", architecture: "amd64", config: { Labels: labels } });
    expect(await fileIn(body.layers[0]?.digest, "etc/greeting")).toBe("hello\n");
  });

  test.each(["oci", "docker"] as const)(
    "buildah builds an index of %s media types for several platforms",
    async (format) => {
      const platforms = ["linux/amd64", "linux/arm64"];
      const built = await buildImage(registry, {
        repository: REPOSITORY,
        tag: `multi-${format}`,
        labels: { a: "b" },
        platforms,
        format,
      });
      const { digest, type, body } = await reader.manifest(`multi-${format}`);
      expect({ digest, type }).toEqual({ digest: built, type: MEDIA_TYPES[format].index });
      expect(body.manifests.map(({ platform }) => `${platform?.os}/${platform?.architecture}`).sort()).toEqual(
        platforms,
      );
      for (const { digest: child, platform } of body.manifests) {
        const image = await reader.manifest(child);
        expect(image.type).toBe(MEDIA_TYPES[format].manifest);
        expect(await reader.config(image.body)).toMatchObject({
          architecture: platform?.architecture,
          config: { Labels: { a: "b" } },
        });
      }
    },
  );
});
