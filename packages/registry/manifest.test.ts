import { describe, expect, test } from "@jest/globals";
import { isPlatform, MANIFEST_TYPES, readImageConfig, readManifest } from "./manifest.ts";

const [INDEX, IMAGE, DOCKER_INDEX, DOCKER_IMAGE] = MANIFEST_TYPES as [string, string, string, string];
const digest = `sha256:${"ab".repeat(32)}`;
const descriptor = { mediaType: IMAGE, digest, size: 10 };
const image = { schemaVersion: 2, mediaType: IMAGE, config: descriptor, layers: [descriptor] };
const index = { schemaVersion: 2, mediaType: INDEX, manifests: [descriptor] };
const child = (more: object) => ({ ...index, manifests: [descriptor, { ...descriptor, ...more }] });

describe("readManifest", () => {
  test("an index gives its children with their platforms", async () => {
    const children = [
      { ...descriptor, platform: { os: "linux", architecture: "arm", variant: "v7" } },
      {
        ...descriptor,
        platform: { os: "unknown", architecture: "unknown" },
        annotations: { "vnd.docker.reference.type": "attestation-manifest" },
      },
      descriptor,
    ];
    const read = await readManifest(JSON.stringify({ ...index, manifests: children }), INDEX);
    expect(read).toMatchObject({
      kind: "index",
      manifests: [{ platform: "linux/arm/v7" }, { platform: "unknown/unknown" }, {}],
    });
  });

  test("an image gives its configuration, its layers, its subject and every annotation", async () => {
    const annotated = `{"schemaVersion":2,"config":${JSON.stringify({ ...descriptor, annotations: null })},"layers":[],
      "subject":${JSON.stringify(descriptor)},"artifactType":"text/plain","annotations":{"__proto__":"x","a":"b"}}`;
    const read = await readManifest(annotated, DOCKER_IMAGE);
    expect(read).toMatchObject({
      kind: "image",
      config: descriptor,
      layers: [],
      subject: descriptor,
      artifactType: "text/plain",
    });
    expect(Object.entries(read.annotations)).toEqual([
      ["__proto__", "x"],
      ["a", "b"],
    ]);
  });

  test.each([
    ["empty", { os: "", architecture: "" }],
    ["not a name", { os: "linux", architecture: "amd64 " }],
    ["a path", { os: "linux/amd64", architecture: "../x" }],
  ])("a child whose platform is %s has none", async (_, platform) => {
    const read = await readManifest(JSON.stringify(child({ platform })), INDEX);
    expect(read.kind === "index" && read.manifests[1]).not.toHaveProperty("platform");
  });

  test.each([
    ["no JSON", "<html>", IMAGE, "JSON"],
    ["a list", "[]", IMAGE, "it: should be an object"],
    ["null", "null", INDEX, "it: should be an object"],
    [
      "Docker's first format",
      JSON.stringify({ schemaVersion: 1 }),
      "application/vnd.docker.distribution.manifest.v1+prettyjws",
      "which is not an image",
    ],
    [
      "an index and an image at once (CVE-2021-41190)",
      JSON.stringify({ ...index, config: descriptor, layers: [] }),
      INDEX,
      "it.config: should not be here: the manifest is an index and an image at once",
    ],
    [
      "an image and an index at once (CVE-2021-41190)",
      JSON.stringify({ ...image, manifests: null }),
      IMAGE,
      "it.manifests: should not be here",
    ],
    ["no schema version", JSON.stringify({ mediaType: INDEX, manifests: [] }), INDEX, "it.schemaVersion: should be 2"],
    [
      "another schema version",
      JSON.stringify({ ...image, schemaVersion: "2" }),
      IMAGE,
      "it.schemaVersion: should be 2",
    ],
    ["another type than the registry declares", JSON.stringify(index), DOCKER_INDEX, `declares the type ${INDEX}`],
    ["a type that is null", JSON.stringify({ ...image, mediaType: null }), IMAGE, "it.mediaType: should be a string"],
    ["an index in place of an image", JSON.stringify(index), IMAGE, "it.config: should be an object"],
    ["no list of layers", JSON.stringify({ ...image, layers: undefined }), IMAGE, "it.layers: should be a list"],
    ["layers that are null", JSON.stringify({ ...image, layers: null }), IMAGE, "it.layers: should be a list"],
    ["a subject that is null", JSON.stringify({ ...image, subject: null }), IMAGE, "it.subject: should be an object"],
    [
      "a child without digest",
      JSON.stringify(child({ digest: undefined })),
      INDEX,
      "it.manifests[1].digest: should be",
    ],
    ["a child that is null", JSON.stringify({ ...index, manifests: [null] }), INDEX, "it.manifests[0]: should be"],
    [
      "a child with a digest that is not one",
      JSON.stringify(child({ digest: "sha256:../../x" })),
      INDEX,
      "it.manifests[1].digest: should be a digest",
    ],
    ["a size below 0", JSON.stringify(child({ size: -1 })), INDEX, "it.manifests[1].size: should be a whole number"],
    ["a size with a fraction", JSON.stringify(child({ size: 1.5 })), INDEX, "it.manifests[1].size: should be"],
    ["a size as text", JSON.stringify(child({ size: "10" })), INDEX, "it.manifests[1].size: should be"],
    [
      "an artifact type that is not a text",
      JSON.stringify(child({ artifactType: 1 })),
      INDEX,
      "it.manifests[1].artifactType: should be a string",
    ],
    [
      "a platform without an architecture",
      JSON.stringify(child({ platform: { os: "linux" } })),
      INDEX,
      "it.manifests[1].platform.architecture: should be a string",
    ],
    [
      "a platform whose variant is not a text",
      JSON.stringify(child({ platform: { os: "linux", architecture: "arm", variant: 7 } })),
      INDEX,
      "it.manifests[1].platform.variant: should be a string",
    ],
    ["a key given twice", `{"schemaVersion":2,"manifests":[],"manifests":[]}`, INDEX, "given twice"],
    [
      "annotations that are not texts",
      JSON.stringify({ ...index, annotations: { a: 1 } }),
      INDEX,
      "it.annotations.a: should be a string",
    ],
    ["annotations in a list", JSON.stringify({ ...index, annotations: [] }), INDEX, "it.annotations: should be an"],
  ])("%s is refused", async (_, text, type, message) => {
    await expect(readManifest(text, type)).rejects.toThrow(message);
  });
});

describe("readImageConfig", () => {
  test("gives the platform and the labels, whatever they are called", async () => {
    const config = {
      os: "linux",
      architecture: "amd64",
      config: { Labels: JSON.parse('{"__proto__":"x","a":"b"}') as unknown },
    };
    const { platform, labels } = await readImageConfig(JSON.stringify(config));
    expect(platform).toBe("linux/amd64");
    expect(labels["a"]).toBe("b");
    expect(Object.keys(labels)).toEqual(["__proto__", "a"]);
    expect(labels["toString"]).toBeUndefined();
    expect(await readImageConfig('{"config":null}')).toEqual({ platform: "unknown/unknown", labels: {} });
  });

  test("gates F7: refuses bytes that are not UTF-8", async () => {
    const bytes = Buffer.from('{"config":{"Labels":{"version":"1.0.0\xfc"}}}', "latin1");
    await expect(readImageConfig(bytes)).rejects.toThrow("the JSON is not UTF-8");
  });

  test.each([
    ['{"os":5}', "it.os: should be a string"],
    ['{"config":[]}', "it.config: should be an object"],
    ['{"config":{"Labels":["a"]}}', "it.config.Labels: should be an object"],
    ['{"config":{"Labels":{"__proto__":1}}}', "it.config.Labels.__proto__: should be a string"],
    ["[]", "it: should be an object"],
  ])("refuses %s", async (text, message) => {
    await expect(readImageConfig(text)).rejects.toThrow(message);
  });
});

describe("isPlatform", () => {
  test.each([
    ["linux/arm64/v8", "linux/arm64", true],
    ["linux/arm64", "linux/arm64/v8", true],
    ["linux/arm/v7", "linux/arm", true],
    ["linux/arm/v7", "linux/arm/v6", false],
    ["linux/amd64", "linux/arm64", false],
    ["windows/amd64", "linux/amd64", false],
  ])("%s for %s: %s", (platform, required, answer) => {
    expect(isPlatform(platform, required)).toBe(answer);
  });
});
