import { createHash } from "node:crypto";
import { request } from "node:http";
import { afterEach, describe, expect, test } from "@jest/globals";
import { call, commit, createDraft, openForge, reader, repositoryUrl, tagId, upload, writer } from "./testing.ts";
import type { Reply } from "./testing.ts";
import type { Forge, ForgeSetup } from "./types.ts";

let forge: Forge;
afterEach(() => forge.close());

async function start(repository: object = {}, setup: ForgeSetup = {}): Promise<string> {
  forge = await openForge(setup, repository);
  return `${repositoryUrl(forge)}/releases`;
}

const errorsOf = (reply: Reply) => reply.body.errors;

describe("lists", () => {
  test("come in linked pages of 30, at most 100", async () => {
    const releases = await start();
    for (let index = 0; index < 31; index += 1) await createDraft(forge, { tag_name: `v0.0.${index}` });
    const first = await call("GET", releases);
    expect(first.body).toHaveLength(30);
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    const second = await call("GET", next);
    expect(second.body.map((release) => release.tag_name)).toEqual(["v0.0.0"]);
    expect(second.headers.get("link")).not.toContain('rel="next"');
    expect((await call("GET", `${releases}?per_page=1000`)).headers.get("link")).toBeNull();
  });

  test("show a change late if they lag; a read by id shows it immediately", async () => {
    let now = Date.parse("2025-01-02T03:04:05Z");
    const releases = await start({ listingLagMs: 1000 }, { clock: () => now });
    const draft = await createDraft(forge);
    expect((await call("GET", releases)).body).toEqual([]);
    expect((await call("GET", draft.body.url)).status).toBe(200);
    now += 1000;
    expect((await call("GET", releases)).body).toHaveLength(1);
  });
});

describe("assets", () => {
  test("are hashed on the upload origin, and downloaded from the storage origin", async () => {
    const releases = await start();
    const draft = await createDraft(forge);
    expect(new URL(draft.body.upload_url.replace("{?name,label}", "")).origin).toBe(forge.github.uploadUrl);
    expect(forge.github.uploadUrl).not.toBe(forge.github.apiUrl);
    const asset = await upload(draft, "app.tar.gz", "content");
    const digest = `sha256:${createHash("sha256").update("content").digest("hex")}`;
    expect(asset).toMatchObject({ status: 201, body: { state: "uploaded", size: 7, digest, name: "app.tar.gz" } });
    expect((await call("GET", `${draft.body.url}/assets`)).body).toHaveLength(1);

    const download = await call("GET", asset.body.url, undefined, { headers: { accept: "application/octet-stream" } });
    const location = download.headers.get("location") ?? "";
    expect(new URL(location).origin).toBe(forge.github.storageUrl);
    expect((await call("GET", location, undefined, { token: null })).text).toBe("content");
    expect((await call("GET", location)).status).toBe(400);

    expect((await call("DELETE", asset.body.url)).status).toBe(204);
    expect((await call("GET", `${releases}/assets/${asset.body.id}`)).status).toBe(404);
  });

  test.each([
    ["sp ace & ü.md", "sp.ace.u.md"],
    [".env", "default.env"],
    ["a..b.txt", "a.b.txt"],
    ["app+x@1.0_y-z.tgz", "app+x@1.0_y-z.tgz"],
    ["日本.txt", "default.txt"],
    ["README", "README"],
  ])("named %j are stored as %j", async (name, stored) => {
    await start();
    expect((await upload(await createDraft(forge), name, "x")).body.name).toBe(stored);
  });

  test("must have different names, even if only GitHub's renaming makes them equal", async () => {
    await start();
    const draft = await createDraft(forge);
    await upload(draft, "a b", "one");
    const expected = [{ resource: "ReleaseAsset", code: "already_exists", field: "name" }];
    expect(errorsOf(await upload(draft, "a b", "two"))).toEqual(expected);
    expect(errorsOf(await upload(draft, "a.b", "two"))).toEqual(expected);
  });

  test("leave a starter asset after a failed upload, which keeps the name until it is deleted", async () => {
    await start();
    const draft = await createDraft(forge);
    forge.faults.add({ service: "github-upload", effect: { kind: "reply", status: 502 } });
    expect((await upload(draft, "a.txt", "one")).status).toBe(502);
    const starter = (await call("GET", `${draft.body.url}/assets`)).body[0];
    expect(starter).toMatchObject({ name: "a.txt", state: "starter", size: 0, digest: null });
    expect((await upload(draft, "a.txt", "one")).status).toBe(422);
    await call("DELETE", starter?.url ?? "");
    expect((await upload(draft, "a.txt", "one")).status).toBe(201);
  });

  test("are refused if empty, too large, without a length or without a name, and from readers", async () => {
    await start();
    const draft = await createDraft(forge);
    const empty = await upload(draft, "a", "");
    expect(errorsOf(empty)?.[0]).toMatchObject({ message: "size must be greater than or equal to 1" });
    expect((await upload(draft, "", "x")).status).toBe(422);
    expect((await upload(draft, "a", "x", reader)).status).toBe(403);
    const url = new URL(draft.body.upload_url.replace("{?name,label}", "?name=a"));
    const announce = (headers: Record<string, string>) =>
      new Promise((resolve, reject) => {
        const credential = { authorization: `Bearer ${writer}`, "user-agent": "t" };
        const sent = request(url, { method: "POST", headers: { ...credential, ...headers } });
        sent.on("response", (response) => {
          resolve(response.statusCode);
          sent.destroy();
        });
        sent.on("error", reject);
        if (headers["transfer-encoding"] === undefined) sent.flushHeaders();
        else sent.end("x");
      });
    expect(await announce({ "content-length": String(2 ** 31 + 1) })).toBe(422);
    expect(await announce({ "content-length": String(2 ** 31) })).toBe(500);
    expect(await announce({ "transfer-encoding": "chunked" })).toBe(400);
  });
});

describe("tags and notes", () => {
  test("finds a tag by exact ref and prefix, and its object with the verification; a lightweight tag has no object", async () => {
    await start({
      tags: {
        "v1.0.0": { id: tagId, commit, verification: { verified: true, reason: "valid" } },
        light: { id: commit, commit },
        "app/v1": { id: commit, commit },
      },
    });
    const git = `${repositoryUrl(forge)}/git`;
    expect((await call("GET", `${git}/ref/tags/v1.0.0`)).body.object).toMatchObject({ type: "tag", sha: tagId });
    expect((await call("GET", `${git}/ref/tags/app/v1`)).status).toBe(200);
    expect((await call("GET", `${git}/ref/tags/v1`)).status).toBe(404);
    expect((await call("GET", `${git}/matching-refs/tags/v1`)).body).toHaveLength(1);
    expect((await call("GET", `${git}/tags/${tagId}`)).body).toMatchObject({
      object: { sha: commit },
      verification: { verified: true, reason: "valid" },
    });
    expect((await call("GET", `${git}/tags/${commit}`)).status).toBe(404);
  });

  test("generates notes since the last release of any component unless another tag is set", async () => {
    const releases = await start();
    await call("POST", releases, { tag_name: "backend-v9.0.0" });
    const notes = (input: object) => call("POST", `${releases}/generate-notes`, { tag_name: "v1.0.0", ...input });
    expect((await notes({})).body.body).toContain("backend-v9.0.0...v1.0.0");
    expect((await notes({ previous_tag_name: "v0.9.0" })).body.body).toContain("v0.9.0...v1.0.0");
  });
});

describe("access", () => {
  test("requires a valid token, and for a write a token with contents: write", async () => {
    const releases = await start();
    expect(await call("GET", releases, undefined, { token: null })).toMatchObject({ status: 401 });
    expect(await call("GET", releases, undefined, { token: "stolen" })).toMatchObject({
      status: 401,
      body: { message: "Bad credentials" },
    });
    expect(await call("GET", releases, undefined, { token: reader })).toMatchObject({ status: 200, body: [] });
    expect(await call("POST", releases, { tag_name: "v1.0.0" }, { token: reader })).toMatchObject({
      status: 403,
      body: { message: "Resource not accessible by integration" },
    });
  });

  test("lets anyone read a public repository, and can hide a private one like github.com", async () => {
    const releases = await start({ public: true });
    expect((await call("GET", releases, undefined, { token: null })).status).toBe(200);
    expect((await call("POST", releases, {}, { token: null })).status).toBe(401);
    await forge.close();
    const hidden = await start({}, { hidePrivate: true });
    expect((await call("GET", hidden, undefined, { token: null })).status).toBe(404);
  });

  test("turns away a request without User-Agent", async () => {
    const releases = await start();
    const status = await new Promise((resolve, reject) => {
      request(releases, { headers: { authorization: `Bearer ${writer}` } }, (response) => {
        response.resume();
        resolve(response.statusCode);
      })
        .on("error", reject)
        .end();
    });
    expect(status).toBe(403);
  });

  test("redirects reads of a moved repository with 301 and writes with 307", async () => {
    forge = await openForge({ repositories: [{ path: "acme/old", movedTo: "acme/app" }, { path: "acme/app" }] });
    const old = `${forge.github.apiUrl}/repos/acme/old/releases?page=1`;
    const read = await call("GET", old);
    expect(read.status).toBe(301);
    expect((await call("GET", read.headers.get("location") ?? "")).status).toBe(200);
    expect((await call("POST", old, { tag_name: "v1" })).status).toBe(307);
  });

  test("sends the rate limit and a request id with every reply", async () => {
    const releases = await start();
    const { headers } = await call("GET", releases);
    expect(headers.get("x-ratelimit-limit")).toBe("5000");
    expect(Number(headers.get("x-ratelimit-reset"))).toBeGreaterThan(0);
    expect(headers.get("x-github-request-id")).toBeTruthy();
  });
});

describe("drafts and releases", () => {
  test("lists a draft for writers and finds it by id, but not by its tag", async () => {
    const releases = await start();
    const draft = await createDraft(forge, { name: "One", body: "Notes" });
    expect(draft).toMatchObject({ status: 201, body: { draft: true, tag_name: "v1.0.0", published_at: null } });
    expect(draft.body.html_url).toMatch(/\/releases\/tag\/untagged-[0-9a-f]{20}$/);
    expect((await call("GET", releases)).body).toHaveLength(1);
    expect((await call("GET", releases, undefined, { token: reader })).body).toHaveLength(0);
    expect((await call("GET", `${releases}/tags/v1.0.0`)).status).toBe(404);
    expect((await call("GET", draft.body.url)).status).toBe(200);
  });

  test("keeps two drafts of one tag, and refuses to publish both", async () => {
    const releases = await start();
    const [one, two] = [await createDraft(forge), await createDraft(forge)];
    expect((await call("GET", releases)).body).toHaveLength(2);
    expect((await call("PATCH", one.body.url, { draft: false })).status).toBe(200);
    expect(errorsOf(await call("PATCH", two.body.url, { draft: false }))).toEqual([
      { resource: "Release", code: "already_exists", field: "tag_name" },
    ]);
    expect((await call("POST", releases, { tag_name: "v1.0.0" })).status).toBe(422);
  });

  test("loses the tag if a change leaves a draft a draft and does not repeat its tag", async () => {
    await start();
    const draft = await createDraft(forge);
    expect((await call("PATCH", draft.body.url, { body: "New" })).body.tag_name).toMatch(/^untagged-[0-9a-f]{20}$/);
    expect((await call("PATCH", draft.body.url, { tag_name: "v1.0.0", body: "New" })).body.tag_name).toBe("v1.0.0");
    expect((await call("PATCH", draft.body.url, { draft: false })).body.tag_name).toBe("v1.0.0");
  });

  test("can lose the tag at publishing, too, as has been seen on github.com", async () => {
    await start({ tagLostAtPublish: true });
    const [one, two] = [await createDraft(forge), await createDraft(forge)];
    expect((await call("PATCH", one.body.url, { draft: false })).body.tag_name).toMatch(/^untagged-/);
    expect((await call("PATCH", two.body.url, { draft: false, tag_name: "v1.0.0" })).body.tag_name).toBe("v1.0.0");
  });

  test("creates no tag for a draft; publishing creates a missing tag from the target, or is refused", async () => {
    const releases = await start({ protectedTags: ["p*"] });
    const draft = await createDraft(forge, { tag_name: "v2.0.0" });
    const ref = `${repositoryUrl(forge)}/git/ref/tags/v2.0.0`;
    expect((await call("GET", ref)).status).toBe(404);
    expect((await call("PATCH", draft.body.url, { draft: false, tag_name: "v2.0.0" })).status).toBe(200);
    expect((await call("GET", ref)).body.object).toMatchObject({ sha: commit, type: "commit" });

    expect(errorsOf(await call("POST", releases, { tag_name: "v3.0.0", target_commitish: "nowhere" }))).toEqual([
      { resource: "Release", code: "custom", field: "tag_name", message: "tag_name is not a valid tag" },
      { resource: "Release", code: "invalid", field: "target_commitish" },
      { resource: "Release", code: "custom", message: "Published releases must have a valid tag" },
    ]);
    expect(errorsOf(await call("POST", releases, { tag_name: "p1" }))?.[0]).toMatchObject({ field: "pre_receive" });
  });

  test("release.md 4: accepts a body of 125,000 characters, and not one more", async () => {
    const releases = await start();
    const long = await call("POST", releases, { tag_name: "v1.0.0", body: "x".repeat(125_001) });
    expect(errorsOf(long)).toEqual([
      {
        resource: "Release",
        code: "custom",
        field: "body",
        message: "body is too long (maximum is 125000 characters)",
      },
    ]);
    expect((await call("POST", releases, { tag_name: "v1.0.0", body: "🎉".repeat(125_000) })).status).toBe(201);
  });

  test("answers 422 or 400 for input of the wrong kind, and refuses a malformed tag name", async () => {
    const releases = await start();
    expect((await call("POST", releases, { name: "x" })).body.message).toContain('"tag_name" wasn\'t supplied');
    expect((await call("POST", releases, { tag_name: "v1", draft: "yes" })).status).toBe(422);
    expect((await call("POST", releases, { tag_name: "v1", make_latest: true })).status).toBe(422);
    expect((await call("POST", releases, "{", { headers: { "content-type": "application/json" } })).status).toBe(400);
    expect(errorsOf(await call("POST", releases, { tag_name: "a..b", draft: true }))?.[0]).toMatchObject({
      message: "tag_name is not well-formed",
    });
  });

  test("release.md 4: accepts no assets in an immutable release, keeps title and notes editable, and never frees its tag", async () => {
    const releases = await start({ immutableReleases: true });
    const draft = await createDraft(forge);
    const asset = await upload(draft, "a.txt", "one");
    const published = await call("PATCH", draft.body.url, { draft: false, tag_name: "v1.0.0" });
    expect(published.body).toMatchObject({ immutable: true, draft: false });

    expect(await upload(draft, "b.txt", "two")).toMatchObject({
      status: 422,
      body: { message: "Cannot upload assets to an immutable release." },
    });
    expect((await call("DELETE", asset.body.url)).status).toBe(422);
    expect(errorsOf(await call("PATCH", draft.body.url, { draft: true }))?.[0]).toMatchObject({ field: "state" });
    expect(errorsOf(await call("PATCH", draft.body.url, { target_commitish: "x" }))?.[0]).toMatchObject({
      message: "target_commitish cannot be changed when release is immutable",
    });
    expect((await call("PATCH", draft.body.url, { name: "Better", body: "Better" })).status).toBe(200);

    expect((await call("DELETE", draft.body.url)).status).toBe(204);
    const again = await createDraft(forge);
    expect(again.status).toBe(201);
    expect(errorsOf(await call("PATCH", again.body.url, { draft: false }))).toEqual([
      { resource: "Release", code: "custom", field: "tag_name", message: "tag_name was used by an immutable release" },
    ]);
    expect((await call("GET", `${releases}/latest`)).status).toBe(404);
  });

  test("marks as latest what was marked, or the newest; never a prerelease", async () => {
    const releases = await start();
    const publish = (tag: string, input: object = {}) => call("POST", releases, { tag_name: tag, ...input });
    const latest = async () => (await call("GET", `${releases}/latest`)).body.tag_name;
    await publish("v1.0.10");
    await publish("v1.0.9", { make_latest: "false" });
    expect(await latest()).toBe("v1.0.10");
    await publish("v1.0.8", { make_latest: "legacy" });
    expect(await latest()).toBe("v1.0.10");
    await publish("v2.0.0-rc.1", { prerelease: true });
    expect(await latest()).toBe("v1.0.10");
    expect(errorsOf(await publish("v2.0.0-rc.2", { prerelease: true, make_latest: "true" }))?.[0]).toMatchObject({
      message: "Latest release cannot be draft or prerelease.",
    });
    await publish("v1.0.7");
    expect(await latest()).toBe("v1.0.7");
  });

  test("has a page for the published release on which text from outside is inert", async () => {
    const releases = await start();
    const body = "## Notes <script>\n- [x](javascript:alert(1)) & **bold** `code`\n\n```\n<b>\n```\nlast";
    await call("POST", releases, { tag_name: "v1.0.0", name: "<img src=x>", body });
    const page = await call("GET", `${forge.github.serverUrl}/acme/app/releases/tag/v1.0.0`, undefined, {
      token: null,
    });
    expect(page.status).toBe(200);
    expect(page.text).toContain("<h2>Notes &lt;script&gt;</h2>");
    expect(page.text).toContain("<strong>bold</strong> <code>code</code>");
    expect(page.text).toContain("<pre><code>&lt;b&gt;\n</code></pre>");
    expect(page.text).toContain("<mark>Latest</mark>");
    expect(page.text).not.toMatch(/<script|<img|href="javascript/);
    expect((await call("GET", `${forge.github.serverUrl}/acme/app/releases/tag/nope`)).status).toBe(404);
  });
});
