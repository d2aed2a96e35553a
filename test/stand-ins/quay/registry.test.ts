import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import { docker, oci, schema1 } from "./media-types.ts";
import { basic, bearer, call, every, nested, oauth, openQuay, pulling, robot, stopped } from "./testing.ts";
import type { Quay, QuaySetup, RepositorySetup } from "./types.ts";

let quay: Quay;
afterEach(() => quay.close());

async function start(setup: QuaySetup = {}, ...repositories: RepositorySetup[]): Promise<string> {
  quay = await openQuay(setup, ...repositories);
  return `${quay.url}/v2/${repositories[0]?.path ?? nested}`;
}

const sha256 = (text: string) => `sha256:${createHash("sha256").update(text).digest("hex")}`;
const codes = (reply: { body: { errors: { code: string }[] } }) => reply.body.errors.map(({ code }) => code);

describe("tokens", () => {
  test("/v2/ names the token server, and accepts a token", async () => {
    await start({ serverName: "quay.test" });
    const refused = await call(`${quay.url}/v2/`);
    expect(refused.status).toBe(401);
    expect(refused.headers.get("www-authenticate")).toBe(`Bearer realm="${quay.url}/v2/auth",service="quay.test"`);
    expect((await call(`${quay.url}/v2/`, await pulling(quay, nested))).status).toBe(200);
  });

  test("a private image requires a token with its scope, which the challenge names", async () => {
    const repository = await start();
    const refused = await call(`${repository}/manifests/v1`, { accept: every });
    expect(refused.status).toBe(401);
    expect(codes(refused)).toEqual(["UNAUTHORIZED"]);
    expect(refused.headers.get("www-authenticate")).toContain(`scope="repository:${nested}:pull"`);
    expect((await call(`${repository}/manifests/v1`, await pulling(quay, nested))).status).toBe(200);
  });

  test("the token endpoint returns `token` and nothing else, to robots and to OAuth tokens", async () => {
    await start();
    const url = `${quay.url}/v2/auth?service=x&scope=repository:${nested}:pull`;
    expect(Object.keys((await call(url, basic())).body)).toEqual(["token"]);
    expect((await call(url, basic("$oauthtoken", oauth))).status).toBe(200);
    const wrong = await call(url, basic(robot.name, "stolen"));
    expect(wrong.status).toBe(401);
    expect(codes(wrong)).toEqual(["UNAUTHORIZED"]);
    expect((await call(url, bearer())).status).toBe(401);
  });

  test("a missing permission still yields a token, which fails on use", async () => {
    const repository = await start({ robots: [{ ...robot, repositories: ["acme/other"] }] });
    const headers = await pulling(quay, nested);
    expect(headers.authorization).toMatch(/^Bearer \S+\.\S+\.\S+$/);
    const reply = await call(`${repository}/manifests/v1`, headers);
    expect(reply.status).toBe(401);
    expect(codes(reply)).toEqual(["UNAUTHORIZED"]);
  });

  test("one token may cover several repositories; a push scope does not allow a pull; an unreadable scope is an error", async () => {
    await start({}, { path: "acme/one", images: [{ tags: ["v1"] }] }, { path: "acme/two", images: [{ tags: ["v1"] }] });
    const both = await pulling(quay, "acme/one", "acme/two");
    expect((await call(`${quay.url}/v2/acme/one/manifests/v1`, both)).status).toBe(200);
    expect((await call(`${quay.url}/v2/acme/two/manifests/v1`, both)).status).toBe(200);
    const { body } = await call(`${quay.url}/v2/auth?scope=repository:acme/one:push`, basic());
    expect((await call(`${quay.url}/v2/acme/one/manifests/v1`, bearer(body.token))).status).toBe(401);
    expect(codes(await call(`${quay.url}/v2/auth?scope=registry:catalog:*`, basic()))).toEqual(["INVALID_REQUEST"]);
  });

  test("without credentials there is no token without a scope, and one for public repositories with a scope", async () => {
    const repository = await start({}, { path: "acme/open", public: true, images: [{ tags: ["v1"] }] });
    expect((await call(`${quay.url}/v2/auth?service=x`)).status).toBe(401);
    const { body } = await call(`${quay.url}/v2/auth?scope=repository:acme/open:pull`);
    expect((await call(`${repository}/manifests/v1`, { ...bearer(body.token), accept: every })).status).toBe(200);
    expect((await call(`${repository}/manifests/v1`, { accept: every })).status).toBe(200);
  });

  test("a token lives for an hour; an OAuth token is not a registry token", async () => {
    const clock = stopped();
    const repository = await start({ clock: clock.read });
    const headers = await pulling(quay, nested);
    clock.now += 3_599_000;
    expect((await call(`${repository}/manifests/v1`, headers)).status).toBe(200);
    clock.now += 2_000;
    expect((await call(`${repository}/manifests/v1`, headers)).status).toBe(401);
    expect((await call(`${repository}/manifests/v1`, bearer())).status).toBe(401);
  });
});

describe("lists and blobs", () => {
  test("tags are listed by name, at most 100 per page, with a link without a host", async () => {
    const tags = Array.from({ length: 130 }, (_, at) => `t${String(at).padStart(3, "0")}`);
    const repository = await start(
      {},
      { path: "acme/app", images: [{ tags: [...tags, { name: "old", expired: true }] }, {}] },
    );
    const headers = await pulling(quay, "acme/app");
    const first = await call(`${repository}/tags/list?n=1000`, headers);
    expect(first.body.tags).toEqual(tags.slice(0, 100));
    expect(first.headers.get("link")).toBe('</v2/acme/app/tags/list?n=100&last=t099>; rel="next"');
    const second = await call(`${repository}/tags/list?n=100&last=t099`, headers);
    expect(second.body.tags).toEqual(tags.slice(100));
    expect(second.headers.get("link")).toBeNull();
  });

  test("domain.md 2.5: a blob redirects to another origin, which refuses credentials and records them in the ledger", async () => {
    const labels = { "vcs-ref": "abc" };
    const repository = await start(
      {},
      { path: "acme/app", images: [{ tags: ["v1"], platforms: [{ architecture: "arm64", labels }] }] },
    );
    const headers = await pulling(quay, "acme/app");
    const manifest = await call(`${repository}/manifests/v1`, headers);
    const blob = `${repository}/blobs/${manifest.body.config.digest}`;
    const redirect = await call(blob, headers);
    expect(redirect.status).toBe(302);
    const location = redirect.headers.get("location") ?? "";
    expect(new URL(location).origin).toBe(quay.blobUrl);
    const config = await call(location);
    expect(sha256(config.text)).toBe(manifest.body.config.digest);
    expect(JSON.parse(config.text)).toMatchObject({ os: "linux", architecture: "arm64", config: { Labels: labels } });
    expect((await call(blob, headers, { method: "HEAD" })).headers.get("content-length")).toBe(
      String(config.text.length),
    );

    expect((await call(location, { authorization: headers.authorization ?? "" })).status).toBe(400);
    const leaks = quay.ledger.filter(({ service, seen }) => service === "blobs" && seen.length > 0);
    expect(leaks.map(({ seen }) => seen)).toEqual([[{ token: "token-1 (acme+ci)", where: "header authorization" }]]);
    expect(codes(await call(`${repository}/blobs/sha256:${"0".repeat(64)}`, headers))).toEqual(["BLOB_UNKNOWN"]);
  });
});

describe("manifests", () => {
  test("an index by tag and its children by digest: every digest is that of the bytes", async () => {
    const repository = await start();
    const headers = await pulling(quay, nested);
    const index = await call(`${repository}/manifests/v1`, headers);
    expect(index.headers.get("content-type")).toBe(oci.index);
    expect(index.headers.get("docker-content-digest")).toBe(sha256(index.text));
    expect(sha256(index.text)).toBe(quay.digestOf(nested, "v1"));
    expect(index.body.manifests.map(({ platform }) => platform)).toEqual([
      { os: "linux", architecture: "amd64" },
      { os: "linux", architecture: "arm64" },
    ]);
    const child = await call(`${repository}/manifests/${quay.childDigest(nested, "v1", "linux/arm64")}`, headers);
    expect(sha256(child.text)).toBe(index.body.manifests[1]?.digest);
    const head = await call(`${repository}/manifests/v1`, headers, { method: "HEAD" });
    expect(head.headers.get("docker-content-digest")).toBe(sha256(index.text));
    expect(head.headers.get("content-length")).toBe(String(Buffer.byteLength(index.text)));
    expect(head.text).toBe("");
  });

  test("domain.md 2.2: a tag requested without a matching media type returns linux/amd64 or schema 1, with another digest", async () => {
    const repository = await start();
    const { authorization = "" } = await pulling(quay, nested);
    const child = await call(`${repository}/manifests/v1`, { authorization, accept: oci.manifest });
    expect(child.headers.get("docker-content-digest")).toBe(quay.childDigest(nested, "v1", "linux/amd64"));
    for (const accept of ["*/*", "application/json"]) {
      const old = await call(`${repository}/manifests/v1`, { authorization, accept });
      expect(old.headers.get("content-type")).toBe(schema1);
      const digest = old.headers.get("docker-content-digest");
      expect([quay.digestOf(nested, "v1"), sha256(old.text)]).not.toContain(digest);
    }
    const byDigest = await call(`${repository}/manifests/${quay.digestOf(nested, "v1")}`, {
      authorization,
      accept: "*/*",
    });
    expect(byDigest.headers.get("content-type")).toBe(oci.index);
  });

  test("an index without linux/amd64 has no schema 1", async () => {
    const repository = await start(
      {},
      { path: "acme/arm", images: [{ tags: ["v1"], index: true, platforms: [{ architecture: "arm64" }] }] },
    );
    const { authorization = "" } = await pulling(quay, "acme/arm");
    const reply = await call(`${repository}/manifests/v1`, { authorization, accept: oci.manifest });
    expect(codes(reply)).toEqual(["MANIFEST_UNKNOWN"]);
  });

  test("unknown and deleted or expired tags, unknown digests and repositories are not found", async () => {
    const clock = stopped();
    const tags = ["v1", "gone", { name: "old", expired: true }, { name: "soon", expiresAt: clock.now + 1000 }];
    const repository = await start({ clock: clock.read }, { path: "acme/app", images: [{ tags }] });
    const headers = await pulling(quay, "acme/app", "acme/none");
    const manifest = async (reference: string) => {
      const reply = await call(`${repository}/manifests/${reference}`, headers);
      return reply.status === 200 ? 200 : [reply.status, ...codes(reply)];
    };
    quay.removeTag("acme/app", "gone");
    expect(await manifest("v2")).toEqual([404, "MANIFEST_UNKNOWN"]);
    expect(await manifest(`sha256:${"0".repeat(64)}`)).toEqual([404, "MANIFEST_UNKNOWN"]);
    expect(await manifest("gone")).toEqual([404, "TAG_EXPIRED"]);
    expect(await manifest("old")).toEqual([404, "TAG_EXPIRED"]);
    expect(await manifest("soon")).toBe(200);
    clock.now += 1000;
    expect(await manifest("soon")).toEqual([404, "TAG_EXPIRED"]);
    expect(codes(await call(`${quay.url}/v2/acme/none/manifests/v1`, headers))).toEqual(["NAME_UNKNOWN"]);
    expect(codes(await call(`${repository}/manifests/v1`, headers, { method: "PUT" }))).toEqual(["UNSUPPORTED"]);
  });

  test("a moved tag returns the new digest, and the old image disappears once no tag refers to it", async () => {
    const repository = await start();
    const headers = await pulling(quay, nested);
    const [index, child] = [quay.digestOf(nested, "v1"), quay.childDigest(nested, "v1", "linux/amd64")];
    const moved = quay.moveTag(nested, "v1", { platforms: [{}] });
    expect(moved).not.toBe(index);
    expect((await call(`${repository}/manifests/v1`, headers)).headers.get("docker-content-digest")).toBe(moved);
    for (const digest of [index, child]) {
      expect(codes(await call(`${repository}/manifests/${digest}`, headers))).toEqual(["MANIFEST_UNKNOWN"]);
    }
  });

  test("Docker's media types, annotations, attestations next to platforms, and a missing child", async () => {
    const platforms = [{ architecture: "amd64" }, { architecture: "arm", variant: "v7", missing: true }];
    const image = { tags: ["v1"], docker: true, attestations: true, annotations: { a: "b" }, platforms };
    const repository = await start({}, { path: "acme/app", images: [image] });
    const headers = await pulling(quay, "acme/app");
    const index = await call(`${repository}/manifests/v1`, headers);
    expect(index.headers.get("content-type")).toBe(docker.index);
    expect(index.body).toMatchObject({ annotations: { a: "b" } });
    const platform = (at: number) => index.body.manifests[at]?.platform;
    expect(platform(1)).toEqual({ os: "linux", architecture: "arm", variant: "v7" });
    expect(platform(2)).toEqual({ os: "unknown", architecture: "unknown" });
    expect(index.body.manifests[2]?.annotations).toEqual({
      "vnd.docker.reference.digest": index.body.manifests[0]?.digest,
      "vnd.docker.reference.type": "attestation-manifest",
    });
    const missing = quay.childDigest("acme/app", "v1", "linux/arm/v7");
    expect(codes(await call(`${repository}/manifests/${missing}`, headers))).toEqual(["MANIFEST_UNKNOWN"]);
    expect((await call(`${repository}/manifests/${index.body.manifests[2]?.digest}`, headers)).status).toBe(200);
  });
});

describe("signatures and referrers", () => {
  test("a signature is at sha256-<hex>.sig and names the image, or another one", async () => {
    const stranger = `sha256:${"9".repeat(64)}`;
    const repository = await start(
      {},
      {
        path: "acme/app",
        images: [
          { tags: ["v1"], signature: true },
          { tags: ["v2"], signature: { manifest: stranger } },
        ],
      },
    );
    const headers = await pulling(quay, "acme/app");
    for (const [tag, named] of [
      ["v1", quay.digestOf("acme/app", "v1")],
      ["v2", stranger],
    ] as const) {
      const signature = await call(
        `${repository}/manifests/${quay.digestOf("acme/app", tag).replace(":", "-")}.sig`,
        headers,
      );
      expect(signature.status).toBe(200);
      const payload = await call(`${repository}/blobs/${signature.body.layers[0]?.digest}`, headers);
      const content = await call(payload.headers.get("location") ?? "");
      expect(JSON.parse(content.text)).toMatchObject({
        critical: {
          identity: { "docker-reference": `${quay.host}/acme/app` },
          image: { "docker-manifest-digest": named },
        },
      });
    }
  });

  test("referrers of a digest are filtered by type, with a header that states it", async () => {
    const referrers = [
      { artifactType: "application/vnd.a" },
      { artifactType: "application/vnd.b", annotations: { x: "y" } },
    ];
    const repository = await start({}, { path: "acme/app", images: [{ tags: ["v1"], referrers }] });
    const headers = await pulling(quay, "acme/app");
    const url = `${repository}/referrers/${quay.digestOf("acme/app", "v1")}`;
    const all = await call(url, headers);
    expect(all.body.manifests).toMatchObject(referrers);
    expect(all.headers.get("oci-filters-applied")).toBeNull();
    const some = await call(`${url}?artifactType=application/vnd.b`, headers);
    expect(some.body.manifests).toMatchObject([referrers[1]]);
    expect(some.headers.get("oci-filters-applied")).toBe("artifactType");
    expect((await call(`${repository}/manifests/${some.body.manifests[0]?.digest}`, headers)).status).toBe(200);
    expect(codes(await call(`${repository}/referrers/sha256:${"0".repeat(64)}`, headers))).toEqual([
      "MANIFEST_UNKNOWN",
    ]);
  });
});
