import { expect, test } from "@jest/globals";
import { isAttestation, isPlatform, MANIFEST_TYPES, readImageConfig, readManifest } from "./manifest.ts";

const [INDEX, IMAGE] = MANIFEST_TYPES as [string, string];
const digest = `sha256:${"ab".repeat(32)}`;
const descriptor = { mediaType: IMAGE, digest, size: 10 };

test("an index gives its children with their platforms", () => {
  const children = [
    { ...descriptor, platform: { os: "linux", architecture: "arm", variant: "v7" } },
    {
      ...descriptor,
      platform: { os: "unknown", architecture: "unknown" },
      annotations: { "vnd.docker.reference.type": "attestation-manifest" },
    },
    descriptor,
  ];
  const index = readManifest(JSON.stringify({ schemaVersion: 2, mediaType: INDEX, manifests: children }), INDEX);
  expect(index).toMatchObject({
    kind: "index",
    manifests: [{ platform: "linux/arm/v7" }, { platform: "unknown/unknown" }, {}],
  });
  expect(index.kind === "index" && index.manifests.map(isAttestation)).toEqual([false, true, false]);
});

test.each([
  ["no JSON", "<html>", IMAGE],
  [
    "Docker's first format",
    JSON.stringify({ schemaVersion: 1 }),
    "application/vnd.docker.distribution.manifest.v1+prettyjws",
  ],
  [
    "an index and an image at once (CVE-2021-41190)",
    JSON.stringify({ mediaType: INDEX, manifests: [descriptor], config: descriptor, layers: [] }),
    INDEX,
  ],
  ["another type than the registry says", JSON.stringify({ mediaType: INDEX, manifests: [] }), IMAGE],
  ["no list of layers", JSON.stringify({ mediaType: IMAGE, config: descriptor }), IMAGE],
  ["a child without digest", JSON.stringify({ mediaType: INDEX, manifests: [{ mediaType: IMAGE, size: 1 }] }), INDEX],
  [
    "a child with a digest that is none",
    JSON.stringify({ mediaType: INDEX, manifests: [{ ...descriptor, digest: "sha256:../../x" }] }),
    INDEX,
  ],
  ["a key given twice", `{"mediaType":"${INDEX}","manifests":[],"manifests":[]}`, INDEX],
  ["annotations that are no texts", JSON.stringify({ mediaType: INDEX, manifests: [], annotations: { a: 1 } }), INDEX],
])("%s is refused", (_, text, type) => {
  expect(() => readManifest(text, type)).toThrow();
});

test("an image's configuration gives its platform and its labels, whatever they are called", () => {
  const config = {
    os: "linux",
    architecture: "amd64",
    config: { Labels: JSON.parse('{"__proto__":"x","a":"b"}') as unknown },
  };
  const { platform, labels } = readImageConfig(JSON.stringify(config));
  expect(platform).toBe("linux/amd64");
  expect(labels["a"]).toBe("b");
  expect(labels["toString"]).toBeUndefined();
  expect(readImageConfig('{"config":null}')).toEqual({ platform: "unknown/unknown", labels: {} });
});

test.each([
  ["linux/arm64/v8", "linux/arm64", true],
  ["linux/arm64", "linux/arm64/v8", true],
  ["linux/arm/v7", "linux/arm", true],
  ["linux/arm/v7", "linux/arm/v6", false],
  ["linux/amd64", "linux/arm64", false],
  ["windows/amd64", "linux/amd64", false],
])("%s for %s: %s", (platform, wanted, answer) => {
  expect(isPlatform(platform, wanted)).toBe(answer);
});
