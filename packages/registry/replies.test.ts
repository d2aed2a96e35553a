import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { openTestClient, type TestClient } from "../../test/faults/client.ts";
import { json, startFaultServer, text, type FaultServer } from "../../test/faults/server.ts";
import { findSignature, openQuay, openRegistry, placeOf, type Quay, type Registry } from "./index.ts";

const INDEX = "application/vnd.oci.image.index.v1+json";
const IMAGE = "application/vnd.oci.image.manifest.v1+json";
const OTHER = `sha256:${"ab".repeat(32)}`;

let server: FaultServer;
let client: TestClient;
let registry: Registry;
let quay: Quay;

beforeEach(async () => {
  server = await startFaultServer();
  client = openTestClient([server.origin]);
  const host = new URL(server.origin).host;
  const login = { user: "acme+ci", password: "robot-secret-value" };
  const place = placeOf(host, { api: "oci", allowHttp: false });
  registry = openRegistry({ http: client.http, place, login });
  const quayPlace = placeOf(host, { api: "quay", allowHttp: false });
  quay = openQuay({ http: client.http, place: quayPlace, login, token: undefined });
});

afterEach(async () => {
  client.http.close();
  await server.close();
});

const digestOf = (body: string) => `sha256:${createHash("sha256").update(body).digest("hex")}`;
/** A body with its descriptor. */
function named(value: unknown, mediaType: string) {
  const body = JSON.stringify(value);
  return { body, descriptor: { mediaType, digest: digestOf(body), size: Buffer.byteLength(body), annotations: {} } };
}
const served = (body: string, type: string, more: Record<string, string> = {}) =>
  text(body, 200, { "content-type": type, ...more });
const failure = async (promise: Promise<unknown>) =>
  await promise.then(
    () => undefined,
    (error: Error) => error,
  );

const config = named({ os: "linux", architecture: "amd64" }, "application/vnd.oci.image.config.v1+json");
const image = named({ schemaVersion: 2, mediaType: IMAGE, config: config.descriptor, layers: [] }, IMAGE);

describe("tokens", () => {
  const challenge = () =>
    json({ errors: [{ code: "UNAUTHORIZED" }] }, 401, {
      "www-authenticate": `Bearer realm="${server.origin}/token",service="x"`,
    });

  test.each([
    { token: "t" },
    { access_token: "t" },
    { token: "t", access_token: "t" },
    { token: null, access_token: "t" },
  ])("%j is a token", async (reply) => {
    server.script(challenge(), json(reply), served(image.body, IMAGE));
    expect(await registry.manifest("team/app", "v1")).toMatchObject({ state: "found" });
    expect(server.seen.at(-1)?.headers["authorization"]).toBe("Bearer t");
  });

  test.each([
    [{}, "without a token"],
    [{ token: "" }, "without a token"],
    [{ token: null, access_token: null }, "without a token"],
    [{ token: 5 }, "it.token: should be a string"],
    [{ token: "t", access_token: ["t"] }, "it.access_token: should be a string"],
    [{ token: "t", access_token: "u" }, "with a token and another access_token"],
    [[], "it: should be an object"],
    [null, "it: should be an object"],
  ])("%j is not a token", async (reply, message) => {
    server.script(challenge(), json(reply), served(image.body, IMAGE));
    const error = await failure(registry.manifest("team/app", "v1"));
    expect(error).toMatchObject({ verdict: "undecided", message: expect.stringContaining(message) });
    expect(server.seen).toHaveLength(2);
  });
});

describe("manifests", () => {
  test("a child is read by what the index says about it", async () => {
    server.script(served(image.body, IMAGE));
    const { descriptor } = image;
    expect(await registry.manifest("team/app", descriptor)).toMatchObject({ digest: descriptor.digest });
    const more = await failure(registry.manifest("team/app", { ...descriptor, size: descriptor.size + 1 }));
    expect(more?.message).toContain(`${descriptor.size} bytes, of which the index says ${descriptor.size + 1}`);
    const type = await failure(registry.manifest("team/app", { ...descriptor, mediaType: INDEX }));
    expect(type).toMatchObject({ verdict: "undecided", message: expect.stringContaining(`says ${INDEX}`) });
    const other = await failure(registry.manifest("team/app", { ...descriptor, digest: OTHER }));
    expect(other?.message).toContain(`instead of ${OTHER}`);
  });

  test("a digest in the header that is not one of the bytes is refused", async () => {
    server.script(served(image.body, IMAGE, { "docker-content-digest": OTHER }));
    expect((await failure(registry.manifest("team/app", "v1")))?.message).toContain(`calling it ${OTHER}`);
  });

  test("the current digest is never a header that is not a digest", async () => {
    server.script(served("", IMAGE, { "docker-content-digest": "latest" }), served(image.body, IMAGE));
    expect(await registry.currentDigest("team/app", "v1")).toMatchObject({ digest: image.descriptor.digest });
  });

  test("a configuration has the size that the manifest says", async () => {
    server.script(served(config.body, "application/octet-stream"));
    expect(await registry.config("team/app", config.descriptor)).toMatchObject({ platform: "linux/amd64" });
    const error = await failure(registry.config("team/app", { ...config.descriptor, size: 1 }));
    expect(error).toMatchObject({ verdict: "undecided", message: expect.stringContaining("the manifest says 1") });
  });

  test.each([
    [{ errors: [{ code: "MANIFEST_UNKNOWN" }] }, "absent"],
    [{ errors: [{ code: "TAG_EXPIRED", message: "x" }] }, "expired"],
  ])("%j is the registry's own answer: %s", async (body, state) => {
    server.script(json(body, 404));
    expect(await registry.manifest("team/app", "v1")).toEqual({ state });
  });

  test.each([
    {},
    { errors: [] },
    { errors: {} },
    { errors: [{ code: 5 }] },
    { errors: [null, { code: "MANIFEST_UNKNOWN" }] },
    { errors: [{ code: "MANIFEST_UNKNOWN" }, { message: "no code" }] },
    null,
  ])("a 404 with %j does not make an image absent", async (body) => {
    server.script(json(body, 404));
    const error = await failure(registry.manifest("team/app", "v1"));
    expect(error).toMatchObject({ verdict: "undecided", message: expect.stringContaining("not the registry's own") });
  });
});

describe("referrers", () => {
  const attached = { ...image.descriptor, artifactType: "application/vnd.dev.sigstore.bundle.v0.3+json" };

  test("each is a whole descriptor", async () => {
    server.script(served(JSON.stringify({ schemaVersion: 2, manifests: [attached] }), INDEX));
    expect(await registry.referrers("team/app", OTHER)).toMatchObject([{ artifactType: attached.artifactType }]);
  });

  test("promotion Q8: every page is read", async () => {
    const page = (digest: string) => JSON.stringify({ schemaVersion: 2, manifests: [{ ...attached, digest }] });
    const link = { link: `</v2/team/app/referrers/${OTHER}?n=1&last=x>; rel="next"` };
    server.script(served(page(OTHER), INDEX, link), served(page(attached.digest), INDEX));
    expect((await registry.referrers("team/app", OTHER)).map(({ digest }) => digest)).toEqual([OTHER, attached.digest]);
    expect(server.seen.at(-1)?.url).toContain("n=1&last=x");
  });

  test.each([
    ["leads elsewhere", "</v2/team/other/referrers/x>"],
    ["leads to another host", "<https://evil.example/v2/x>"],
    ["leads back", `</v2/team/app/referrers/${OTHER}?n=1>`],
  ])("a link to the next page that %s is refused", async (_, target) => {
    const page = served(JSON.stringify({ schemaVersion: 2, manifests: [] }), INDEX, { link: `${target}; rel="next"` });
    server.script(page, page, page);
    expect(await failure(registry.referrers("team/app", OTHER))).toMatchObject({ verdict: "undecided" });
  });

  test.each([404, 405, 406])("promotion Q7: after status %d, the fallback tag is read", async (status) => {
    server.script(text("", status), served(JSON.stringify({ schemaVersion: 2, manifests: [attached] }), INDEX));
    expect(await registry.referrers("team/app", OTHER)).toHaveLength(1);
    expect(server.seen.at(-1)?.url).toContain(`/manifests/${OTHER.replace(":", "-")}`);
  });

  test.each([
    [{ manifests: [attached] }, "it.schemaVersion: should be 2"],
    [{ schemaVersion: 2 }, "it.manifests: should be a list"],
    [{ schemaVersion: 2, manifests: [{ ...attached, artifactType: 5 }] }, "it.manifests[0].artifactType"],
  ])("%j is refused", async (body, message) => {
    server.script(served(JSON.stringify(body), INDEX));
    expect((await failure(registry.referrers("team/app", OTHER)))?.message).toContain(message);
  });
});

describe("signatures", () => {
  const payloadOf = (critical: unknown) => named({ critical }, "application/vnd.dev.cosign.simplesigning.v1+json");
  const type = "cosign container image signature";
  const image = { "docker-manifest-digest": OTHER };
  const find = async (critical: unknown) => {
    const payload = payloadOf(critical);
    const manifest = { schemaVersion: 2, config: config.descriptor, layers: [payload.descriptor] };
    const none = json({ schemaVersion: 2, manifests: [] }, 200, { "content-type": INDEX });
    server.script(served(JSON.stringify(manifest), IMAGE), served(payload.body, "application/octet-stream"), none);
    return await findSignature(registry, "team/app", OTHER, undefined);
  };

  test("a payload of cosign's type names the digest", async () => {
    expect(await find({ type, image })).toEqual({ state: "attached", by: "cosign" });
  });

  test.each([
    { image },
    { type: "atomic container signature", image },
    { type, image: {} },
    { type, image: { "docker-manifest-digest": [OTHER] } },
    null,
  ])("the payload %j is not a signature", async (critical) => {
    expect(await find(critical)).toEqual({ state: "none" });
  });
});

describe("Quay's tags", () => {
  const tag = { name: "v1", manifest_digest: OTHER, reversion: false };
  const end = Date.UTC(2027, 0, 1);
  const expiration = "Fri, 01 Jan 2027 00:00:00 -0000";

  test.each([
    ["none", [], { state: "absent" }],
    ["another", [{ ...tag, name: "v2" }], { state: "absent" }],
    ["one that never expires", [tag], { state: "found", digest: OTHER, expires: undefined, reversion: false }],
    ["one that was set back", [{ ...tag, reversion: true }], { reversion: true }],
    ["one that expires", [{ ...tag, end_ts: end / 1000, expiration }], { expires: end }],
    ["one with the date alone", [{ ...tag, expiration }], { expires: end }],
    ["one with the seconds alone", [{ ...tag, end_ts: end / 1000 }], { expires: end }],
  ])("%s", async (_, tags, answer) => {
    server.script(json({ tags, page: 1, has_additional: false }));
    expect(await quay.tag("team/app", "v1")).toMatchObject(answer);
  });

  test.each([
    ["no list", {}, "it.tags: should be a list"],
    ["no list but null", { tags: null }, "it.tags: should be a list"],
    ["an entry that is null", { tags: [null] }, "it.tags[0]: should be an object"],
    ["no digest", { tags: [{ ...tag, manifest_digest: undefined }] }, "it.tags[0].manifest_digest: should be a digest"],
    ["another digest", { tags: [{ ...tag, manifest_digest: "v1" }] }, "it.tags[0].manifest_digest: should be a digest"],
    ["no word on a reversion", { tags: [{ ...tag, reversion: undefined }] }, "it.tags[0].reversion: should be true or"],
    ["an end as text", { tags: [{ ...tag, end_ts: "never" }] }, "it.tags[0].end_ts: should be a whole number"],
    ["an end that is null", { tags: [{ ...tag, end_ts: null }] }, "it.tags[0].end_ts: should be a whole number"],
    ["an expiry that is not a date", { tags: [{ ...tag, expiration: "soon" }] }, "it.tags[0].expiration: should be a"],
    ["an expiry that is null", { tags: [{ ...tag, expiration: null }] }, "it.tags[0].expiration: should be a string"],
    ["two ends", { tags: [{ ...tag, end_ts: end / 1000 + 1, expiration }] }, "an expiry whose two forms differ"],
    ["two entries", { tags: [tag, { ...tag, manifest_digest: `sha256:${"0".repeat(64)}` }] }, "2 active entries"],
  ])("%s is refused", async (_, body, message) => {
    server.script(json(body));
    const error = await failure(quay.tag("team/app", "v1"));
    expect(error).toMatchObject({ verdict: "undecided", message: expect.stringContaining(message) });
  });
});

describe("Quay's security reports", () => {
  test("a status and its data are handed on", async () => {
    server.script(json({ status: "queued", data: null }));
    expect(await quay.security("team/app", OTHER)).toMatchObject({ state: "answered", status: "queued", data: null });
    server.script(json({ status: "queued" }));
    expect(await quay.security("team/app", OTHER)).toMatchObject({ status: "queued", data: undefined });
  });

  test.each([{}, { status: null }, { status: 200, data: {} }, [], "scanned", null])("%j is refused", async (body) => {
    server.script(json(body));
    expect(await failure(quay.security("team/app", OTHER))).toMatchObject({ verdict: "undecided" });
  });
});
