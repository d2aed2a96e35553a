import { afterEach, describe, expect, test } from "@jest/globals";
import { clairReport } from "./clair.ts";
import { api, basic, bearer, call, nested, openQuay, robot, stopped } from "./testing.ts";
import type { PlatformSetup, Quay, QuaySetup, RepositorySetup, SecuritySetup } from "./types.ts";

let quay: Quay;
afterEach(() => quay.close());

async function start(setup: QuaySetup = {}, ...repositories: RepositorySetup[]): Promise<void> {
  quay = await openQuay(setup, ...repositories);
}

const names = (reply: { body: { tags: { name: string }[] } }) => reply.body.tags.map(({ name }) => name);

describe("access", () => {
  test("domain.md 2.1: accepts OAuth tokens; a robot counts as anonymous, except at the security endpoint", async () => {
    await start();
    const digest = quay.childDigest(nested, "v1", "linux/amd64");
    const manifest = `${api(quay)}/manifest/${digest}`;
    for (const url of [`${api(quay)}/tag/`, manifest, `${manifest}/labels`]) {
      expect((await call(url, bearer())).status).toBe(200);
      const robots = await call(url, basic());
      expect(robots.status).toBe(401);
      expect(robots.headers.get("content-type")).toBe("application/problem+json");
      expect(robots.body).toEqual({
        detail: "Requires authentication",
        error_message: "Requires authentication",
        error_type: "invalid_token",
        title: "invalid_token",
        type: `${quay.url}/api/v1/error/invalid_token`,
        status: 401,
      });
    }
    expect((await call(`${manifest}/security`, basic())).status).toBe(200);
    expect((await call(`${manifest}/security`, bearer())).status).toBe(200);
    expect((await call(`${manifest}/security`, basic(robot.name, "stolen"))).status).toBe(401);
  });

  test("answers 403 to a token without the repository and 404 for an unknown one, and shows a public one to everybody", async () => {
    await start(
      { oauthTokens: [{ value: "some", repositories: ["acme/none"] }] },
      { path: "acme/app", images: [{ tags: ["v1"] }] },
      { path: "acme/open", public: true, images: [{ tags: ["v1"] }] },
    );
    expect((await call(`${api(quay, "acme/app")}/tag/`, bearer("some"))).body.error_type).toBe("insufficient_scope");
    expect((await call(`${api(quay, "acme/none")}/tag/`, bearer("some"))).body.error_type).toBe("not_found");
    expect((await call(`${api(quay, "acme/none")}/tag/`)).status).toBe(401);
    expect(names(await call(`${api(quay, "acme/open")}/tag/`))).toEqual(["v1"]);
  });
});

describe("tags", () => {
  test("domain.md 2.5: a missing tag is 200 with no tags", async () => {
    await start();
    const reply = await call(`${api(quay)}/tag/?specificTag=v2`, bearer());
    expect([reply.status, reply.body]).toEqual([200, { tags: [], page: 1, has_additional: false }]);
  });

  test("the history comes newest first, with dead tags unless onlyActiveTags is true", async () => {
    const clock = stopped(Date.UTC(2026, 0, 2, 3, 4, 5));
    await start({ clock: clock.read }, { path: "acme/app", images: [{ tags: ["v1"] }, {}] });
    const first = quay.digestOf("acme/app", "v1");
    clock.now += 60_000;
    const second = quay.moveTag("acme/app", "v1", { tags: [{ name: "later", expiresAt: clock.now + 3_600_000 }] });
    clock.now += 60_000;
    const third = quay.moveTag("acme/app", "v1", { index: true });
    const all = await call(`${api(quay, "acme/app")}/tag/?specificTag=v1`, bearer());
    expect(all.body.tags.map(({ manifest_digest: digest }) => digest)).toEqual([third, second, first]);
    expect(all.body.tags[2]).toEqual({
      name: "v1",
      reversion: false,
      start_ts: 1_767_323_045,
      end_ts: 1_767_323_105,
      manifest_digest: first,
      is_manifest_list: false,
      size: expect.any(Number),
      last_modified: "Fri, 02 Jan 2026 03:04:05 -0000",
      expiration: "Fri, 02 Jan 2026 03:05:05 -0000",
    });
    const active = await call(`${api(quay, "acme/app")}/tag/?onlyActiveTags=true`, bearer());
    expect(names(active)).toEqual(["v1", "later"]);
    expect(active.body.tags).toMatchObject([
      { is_manifest_list: true, size: null, is_sparse: false, child_manifest_count: 1, present_child_count: 1 },
      { end_ts: 1_767_323_105 + 3600 },
    ]);
    expect(names(await call(`${api(quay, "acme/app")}/tag/?onlyActiveTags=false`, bearer()))).toHaveLength(4);
  });

  test("a tag that was moved back, and a sparse index, are marked", async () => {
    const platforms = [{ architecture: "amd64" }, { architecture: "arm64", missing: true }];
    await start({}, { path: "acme/app", images: [{ tags: [{ name: "v1", reversion: true }], platforms }] });
    const { body } = await call(`${api(quay, "acme/app")}/tag/?specificTag=v1`, bearer());
    expect(body.tags).toMatchObject([
      { reversion: true, is_sparse: true, child_manifest_count: 2, present_child_count: 1 },
    ]);
  });

  test("tags come 50 per page, at most 100, and are filtered by eq: and like:", async () => {
    const tags = Array.from({ length: 120 }, (_, at) => `t${at}`);
    await start({}, { path: "acme/app", images: [{ tags }] });
    const list = (query: string) => call(`${api(quay, "acme/app")}/tag/?${query}`, bearer());
    expect((await list("")).body).toMatchObject({ page: 1, has_additional: true });
    expect(names(await list(""))).toHaveLength(50);
    expect(names(await list("limit=1000"))).toHaveLength(100);
    const last = await list("limit=100&page=2");
    expect(names(last)).toEqual(tags.slice(0, 20).reverse());
    expect(last.body.has_additional).toBe(false);
    expect(names(await list("filter_tag_name=eq:t1"))).toEqual(["t1"]);
    expect(names(await list("filter_tag_name=like:t11"))).toHaveLength(11);
    expect((await list("filter_tag_name=is:t1")).body.error_type).toBe("invalid_request");
  });

  test("domain.md 2.1: slashes of a nested name are literal, and its segments may be called tag and manifest", async () => {
    const paths = ["acme/tag", "acme/app/tag/tag", "acme/manifest/app"];
    await start({}, ...paths.map((path) => ({ path, images: [{ tags: [path.replaceAll("/", "-")] }] })));
    for (const path of paths) {
      const tag = path.replaceAll("/", "-");
      expect(names(await call(`${api(quay, path)}/tag/`, bearer()))).toEqual([tag]);
      const digest = quay.digestOf(path, tag);
      expect((await call(`${api(quay, path)}/manifest/${digest}`, bearer())).body.digest).toBe(digest);
      expect((await call(`${api(quay, path)}/manifest/${encodeURIComponent(digest)}/security`, bearer())).status).toBe(
        200,
      );
    }
    // Without the slash at the end it is the name of a repository.
    expect(await call(`${api(quay, "acme/app")}/tag`, bearer())).toMatchObject({ status: 404 });
    expect((await call(`${api(quay, "acme")}/tag`, bearer())).body).toMatchObject({ namespace: "acme", name: "tag" });
  });
});

const scanOf = async (digest: string, query = "?vulnerabilities=true") => {
  const { body } = await call(`${api(quay, "acme/app")}/manifest/${digest}/security${query}`, basic());
  return body;
};
const scanned = async (security: SecuritySetup, setup: QuaySetup = {}) => {
  const platforms: PlatformSetup[] = [{ security }];
  await start(setup, { path: "acme/app", images: [{ tags: ["v1"], platforms }] });
  return quay.digestOf("acme/app", "v1");
};
const severities = ({ data }: Awaited<ReturnType<typeof scanOf>>) => {
  return data?.Layer.Features.flatMap(({ Vulnerabilities }) => Vulnerabilities.map(({ Severity }) => Severity));
};

describe("security reports", () => {
  test("security I113: a report shows vulnerabilities only on request", async () => {
    const digest = await scanned(clairReport({ findings: 2 }));
    expect(severities(await scanOf(digest))).toEqual(["Low", "Medium"]);
    for (const query of ["", "?vulnerabilities=false", "?vulnerabilities=0"]) {
      const bare = await scanOf(digest, query);
      expect(bare.status).toBe("scanned");
      expect(bare.data?.Layer.Features.length).toBeGreaterThan(0);
      expect(severities(bare)).toEqual([]);
    }
  });

  test("security I113: an index stays queued forever, artifacts are unsupported, other statuses have no data", async () => {
    await start({}, { path: "acme/app", images: [{ tags: ["v1"], attestations: true, signature: true }] });
    const index = quay.digestOf("acme/app", "v1");
    expect(await scanOf(index)).toEqual({ status: "queued", data: null });
    const signature = quay.digestOf("acme/app", `${index.replace(":", "-")}.sig`);
    expect(await scanOf(signature)).toEqual({ status: "unsupported", data: null });
    const child = quay.childDigest("acme/app", "v1", "linux/amd64");
    expect(severities(await scanOf(child))).toEqual([]);
    for (const status of ["failed", "unsupported", "manifest_layer_too_large", "new-status"]) {
      quay.setSecurity(child, { status });
      expect(await scanOf(child)).toEqual({ status, data: null });
    }
  });

  test("a scan is queued for a number of requests or a time, and then has its result", async () => {
    const clock = stopped();
    const report = clairReport({ findings: 1 });
    const digest = await scanned({ ...report, polls: 2 }, { clock: clock.read });
    const statuses = async (count: number) => {
      const seen: string[] = [];
      for (let at = 0; at < count; at++) seen.push((await scanOf(digest)).status);
      return seen;
    };
    expect(await statuses(4)).toEqual(["queued", "queued", "scanned", "scanned"]);
    quay.setSecurity(digest, { status: "queued", queuedFor: 1000, then: { status: "failed", polls: 1, then: report } });
    expect(await statuses(2)).toEqual(["queued", "queued"]);
    clock.now += 1000;
    expect(await statuses(2)).toEqual(["queued", "scanned"]);
  });
});

describe("manifests", () => {
  test("a manifest is text in JSON; labels come with annotations, and an index has none", async () => {
    const labels = { "vcs-ref": "abc", version: "1" };
    await start(
      {},
      {
        path: "acme/app",
        images: [
          { tags: ["v1"], platforms: [{ labels }], annotations: { note: "x" } },
          { tags: ["v2"], index: true },
        ],
      },
    );
    const url = (tag: string) => `${api(quay, "acme/app")}/manifest/${quay.digestOf("acme/app", tag)}`;
    const { body } = await call(url("v1"), bearer());
    expect(body).toMatchObject({ is_manifest_list: false, layers: [{ index: 0 }] });
    expect(JSON.parse(body.manifest_data)).toMatchObject({ schemaVersion: 2, annotations: { note: "x" } });
    const shown = async (query: string, tag = "v1") => {
      const reply = await call(`${url(tag)}/labels${query}`, bearer());
      return reply.body.labels.map(({ key, value }) => [key, value]);
    };
    expect(await shown("")).toEqual([
      ["vcs-ref", "abc"],
      ["version", "1"],
      ["note", "x"],
    ]);
    expect(await shown("?filter=v")).toEqual([
      ["vcs-ref", "abc"],
      ["version", "1"],
    ]);
    expect(await shown("", "v2")).toEqual([]);
    expect((await call(url("v2"), bearer())).body).toMatchObject({
      is_manifest_list: true,
      layers: null,
      layers_compressed_size: null,
    });
  });

  test("a dead manifest still has a report, an unknown one is 404, and a body may be set verbatim", async () => {
    const digest = await scanned(clairReport({ findings: 1 }));
    quay.removeTag("acme/app", "v1");
    expect(severities(await scanOf(digest))).toEqual(["Low"]);
    expect((await call(`${api(quay, "acme/app")}/manifest/${digest}`, bearer())).status).toBe(404);
    expect((await scanOf(`sha256:${"0".repeat(64)}`)).error_type).toBe("not_found");
    quay.setSecurity(digest, { raw: { status: "scanned" } });
    expect(await scanOf(digest)).toEqual({ status: "scanned" });
    quay.setSecurity(digest, { raw: "[1," });
    const broken = await fetch(`${api(quay, "acme/app")}/manifest/${digest}/security`, { headers: basic() });
    expect(await broken.text()).toBe("[1,");
  });
});
