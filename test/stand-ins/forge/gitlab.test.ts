import { createHash } from "node:crypto";
import { afterEach, describe, expect, test } from "@jest/globals";
import { call, callGitLab, commit, job, openForge, projectUrl, reader, writer } from "./testing.ts";
import type { Forge, ForgeSetup } from "./types.ts";

let forge: Forge;
afterEach(() => forge.close());

async function start(repository: object = {}, setup: ForgeSetup = {}): Promise<string> {
  forge = await openForge(setup, repository);
  return projectUrl(forge);
}

const sha256 = (text: string) => createHash("sha256").update(text).digest("hex");

describe("access", () => {
  test("accepts PRIVATE-TOKEN, Bearer and private_token; a wrong credential gets 401, and a reader cannot write", async () => {
    const project = await start();
    expect((await callGitLab("GET", project)).status).toBe(200);
    expect((await call("GET", project)).status).toBe(200);
    expect((await call("GET", `${project}?private_token=${writer}`, undefined, { token: null })).status).toBe(200);
    expect(await callGitLab("GET", project, undefined, "stolen")).toMatchObject({
      status: 401,
      body: { message: "401 Unauthorized" },
    });
    expect((await call("GET", project, undefined, { token: null })).status).toBe(401);
    expect((await callGitLab("POST", `${project}/releases`, { tag_name: "v1.0.0" }, reader)).status).toBe(403);
  });

  test("finds a project by id and by encoded path", async () => {
    const project = await start();
    const { id, path_with_namespace: path } = (await callGitLab("GET", project)).body;
    expect(path).toBe("acme/app");
    expect((await callGitLab("GET", `${forge.gitlab.apiUrl}/projects/${id}`)).body.id).toBe(id);
    expect(await callGitLab("GET", `${forge.gitlab.apiUrl}/projects/acme%2Fnone`)).toMatchObject({
      status: 404,
      body: { message: "404 Project Not Found" },
    });
  });

  test("release.md 4: accepts a job token for releases and packages only, and in its own header only", async () => {
    const project = await start();
    expect((await callGitLab("POST", `${project}/releases`, { tag_name: "v1.0.0" }, job)).status).toBe(201);
    expect((await callGitLab("PUT", `${project}/packages/generic/app/1.0.0/a`, "x", job)).status).toBe(201);
    expect((await callGitLab("GET", project, undefined, job)).status).toBe(404);
    expect((await call("GET", project, undefined, { token: null, headers: { "private-token": job } })).status).toBe(
      401,
    );
    expect((await call("GET", project, undefined, { token: null, headers: { "job-token": writer } })).status).toBe(401);
  });

  test("release.md 4: redirects reads of a moved project and answers writes with 405", async () => {
    forge = await openForge({ repositories: [{ path: "acme/old", movedTo: "acme/app" }, { path: "acme/app" }] });
    const old = `${forge.gitlab.apiUrl}/projects/acme%2Fold/releases`;
    const read = await callGitLab("GET", old);
    expect(read.status).toBe(301);
    expect((await callGitLab("GET", read.headers.get("location") ?? "")).body).toEqual([]);
    expect(await callGitLab("POST", old, { tag_name: "v1" })).toMatchObject({
      status: 405,
      body: { message: "Non GET methods are not allowed for moved projects" },
    });
  });
});

describe("links", () => {
  test("have unique names, URLs and paths; types and paths are checked", async () => {
    const project = await start();
    await callGitLab("POST", `${project}/releases`, { tag_name: "v1.0.0" });
    const links = `${project}/releases/v1.0.0/assets/links`;
    const link = { name: "a", url: "https://example.com/a", direct_asset_path: "/a" };
    const created = await callGitLab("POST", links, link);
    expect(created).toMatchObject({ status: 201, body: { link_type: "other" } });
    expect(await callGitLab("POST", links, link)).toMatchObject({
      status: 400,
      body: {
        message: ["Url has already been taken", "Name has already been taken", "Filepath has already been taken"],
      },
    });
    expect((await callGitLab("POST", links, { ...link, link_type: "zip" })).body).toEqual({
      error: "link_type does not have a valid value",
    });
    const other = { name: "b", url: "https://example.com/b" };
    expect((await callGitLab("POST", links, { ...other, direct_asset_path: "b" })).status).toBe(400);
    expect((await callGitLab("POST", links, { ...other, direct_asset_path: "/b/" })).status).toBe(400);
    expect((await callGitLab("POST", links, { name: "b", url: "file:///b" })).status).toBe(400);
    expect((await callGitLab("POST", links, { name: "b" })).body.error).toBe("url is missing");
    const one = `${links}/${created.body.id}`;
    expect((await callGitLab("PUT", one, { name: "c" })).body).toMatchObject({ name: "c", url: link.url });
    expect((await callGitLab("PUT", one, {})).status).toBe(400);
    expect((await callGitLab("DELETE", one)).status).toBe(200);
    expect((await callGitLab("GET", links)).body).toEqual([]);
  });
});

describe("packages", () => {
  test("store a file with its digest and return it", async () => {
    const project = await start();
    const file = `${project}/packages/generic/app/1.0.0/app.tgz`;
    expect(await callGitLab("PUT", file, "content")).toMatchObject({ status: 201, body: { message: "201 Created" } });
    const found = (await callGitLab("GET", `${project}/packages?package_name=app`)).body[0];
    expect(found).toMatchObject({ name: "app", version: "1.0.0", package_type: "generic", status: "default" });
    expect((await callGitLab("GET", `${project}/packages/${found?.id}/package_files`)).body).toMatchObject([
      { file_name: "app.tgz", size: 7, file_sha256: sha256("content") },
    ]);
    const download = await callGitLab("GET", file);
    expect(download.text).toBe("content");
    expect(download.headers.get("x-checksum-sha256")).toBe(sha256("content"));
    expect(await callGitLab("PUT", `${file}2?select=package_file`, "x")).toMatchObject({
      status: 200,
      body: { file_name: "app.tgz2", file_sha256: sha256("x") },
    });
    const named = await callGitLab("PUT", `${project}/packages/generic/app/1.0.0/a%20b`, "x");
    expect(named.body.error).toBe("file_name is invalid");
  });

  test("store the same file twice and serve the later one, or refuse it if the project is set to", async () => {
    const project = await start();
    const file = `${project}/packages/generic/app/1.0.0/a`;
    await callGitLab("PUT", file, "one");
    await callGitLab("PUT", file, "two");
    expect((await callGitLab("GET", file)).text).toBe("two");
    expect(forge.state().repositories[0]?.gitlab.packages[0]?.files).toHaveLength(2);
    await forge.close();

    const strict = `${await start({ packageDuplicates: false, maxPackageBytes: 3 })}/packages/generic/app/1.0.0/a`;
    await callGitLab("PUT", strict, "one");
    const twice = await callGitLab("PUT", strict, "two");
    expect(twice.body.message).toBe("400 Bad request - Duplicate package is not allowed");
    expect((await callGitLab("PUT", `${strict}b`, "four")).body.message).toBe("400 Bad request - File is too large");
  });

  test("are not listed if hidden; package_name is a search", async () => {
    const project = await start();
    await callGitLab("PUT", `${project}/packages/generic/app/1.0.0/a?status=hidden`, "x");
    await callGitLab("PUT", `${project}/packages/generic/app-extras/1.0.0/a`, "x");
    const listed = await callGitLab("GET", `${project}/packages?package_name=app`);
    expect(listed.body.map((one) => one.name)).toEqual(["app-extras"]);
  });

  test("accept only one of several parallel uploads to a new package, and all to an existing one", async () => {
    const project = await start();
    const files = ["a", "b", "c"];
    const put = (version: string) =>
      Promise.all(files.map((file) => callGitLab("PUT", `${project}/packages/generic/app/${version}/${file}`, file)));
    forge.faults.add({ method: "PUT", times: null, effect: { kind: "delay", ms: 50 } });
    const statuses = (await put("1.0.0")).map((reply) => reply.status).sort();
    expect(statuses).toEqual([201, 500, 500]);
    expect((await put("1.0.0")).map((reply) => reply.status)).toEqual([201, 201, 201]);
  });
});

describe("lists", () => {
  test("come in pages with GitLab's headers, or by cursor", async () => {
    const project = await start();
    for (let index = 0; index < 3; index += 1) {
      await callGitLab("PUT", `${project}/packages/generic/p${index}/1.0.0/a`, "x");
    }
    const first = await callGitLab("GET", `${project}/packages?per_page=2`);
    expect(first.headers.get("x-next-page")).toBe("2");
    expect(first.headers.get("x-total")).toBe("3");
    const next = /<([^>]+)>; rel="next"/.exec(first.headers.get("link") ?? "")?.[1] ?? "";
    expect((await callGitLab("GET", next)).headers.get("x-next-page")).toBe("");

    const keyset = await callGitLab("GET", `${project}/packages?per_page=2&pagination=keyset`);
    expect(keyset.headers.get("x-total")).toBeNull();
    const cursor = /<([^>]+)>; rel="next"/.exec(keyset.headers.get("link") ?? "")?.[1] ?? "";
    expect((await callGitLab("GET", cursor)).body).toHaveLength(1);
  });
});

describe("releases", () => {
  test("are created once, with links, then read, changed, listed and deleted; the tag stays", async () => {
    const project = await start();
    const links = [
      { name: "app", url: "https://example.com/app", direct_asset_path: "/bin/app", link_type: "package" },
    ];
    const input = { tag_name: "v1.0.0", description: "D", assets: { links } };
    const created = await callGitLab("POST", `${project}/releases`, input);
    expect(created).toMatchObject({
      status: 201,
      body: { name: "v1.0.0", description: "D", upcoming_release: false, commit: { id: commit } },
    });
    const direct = created.body.assets.links[0]?.direct_asset_url ?? "";
    expect(direct).toBe(`${forge.gitlab.serverUrl}/acme/app/-/releases/v1.0.0/downloads/bin/app`);
    expect((await call("GET", direct)).headers.get("location")).toBe("https://example.com/app");

    expect(await callGitLab("POST", `${project}/releases`, { tag_name: "v1.0.0" })).toMatchObject({
      status: 409,
      body: { message: "Release already exists" },
    });
    expect((await callGitLab("PUT", `${project}/releases/v1.0.0`, { name: "One" })).body).toMatchObject({
      name: "One",
      description: "D",
    });
    expect((await callGitLab("GET", `${project}/releases`)).body).toHaveLength(1);
    expect((await callGitLab("DELETE", `${project}/releases/v1.0.0`)).body.name).toBe("One");
    expect((await callGitLab("GET", `${project}/releases/v1.0.0`)).status).toBe(404);
    expect((await callGitLab("GET", `${project}/repository/tags/v1.0.0`)).body).toMatchObject({ release: null });
  });

  test("need a ref if the tag is missing, and create the tag from it", async () => {
    const project = await start();
    const post = (input: object) => callGitLab("POST", `${project}/releases`, { tag_name: "v2.0.0", ...input });
    expect(await post({})).toMatchObject({ status: 422, body: { message: "Ref is not specified" } });
    expect((await post({ ref: "nowhere" })).status).toBe(400);
    expect((await post({ ref: "main" })).status).toBe(201);
    expect((await callGitLab("GET", `${project}/repository/tags/v2.0.0`)).body.commit.id).toBe(commit);
    expect(await callGitLab("POST", `${project}/releases`, {})).toMatchObject({
      body: { error: "tag_name is missing" },
    });
  });

  test("release.md 4: get 403 for a protected tag without permission to create it, even if it exists", async () => {
    const project = await start(
      { protectedTags: ["v*"] },
      { tokens: [{ value: writer }, { value: "maintainer", protectedTags: true }] },
    );
    expect(await callGitLab("POST", `${project}/releases`, { tag_name: "v1.0.0" })).toMatchObject({
      status: 403,
      body: { message: "You are not allowed to create this tag as it is protected." },
    });
    expect((await callGitLab("POST", `${project}/releases`, { tag_name: "v1.0.0" }, "maintainer")).status).toBe(201);
  });

  test("release.md 4: can get 403 instead of 404 if missing", async () => {
    const project = await start({ missingIsForbidden: true });
    expect((await callGitLab("GET", `${project}/releases/v1.0.0`)).status).toBe(403);
  });

  test("dated in the future are upcoming, and not the latest", async () => {
    const project = await start({ tags: { a: { id: commit, commit }, b: { id: commit, commit } } });
    await callGitLab("POST", `${project}/releases`, { tag_name: "a" });
    const ahead = await callGitLab("POST", `${project}/releases`, {
      tag_name: "b",
      released_at: "2999-01-01T00:00:00Z",
    });
    expect(ahead.body.upcoming_release).toBe(true);
    const latest = await callGitLab("GET", `${project}/releases/permalink/latest`);
    expect(latest.headers.get("location")).toMatch(/\/releases\/a$/);
    expect((await callGitLab("GET", `${project}/releases`)).body[0]?.tag_name).toBe("b");
  });

  test("have a page", async () => {
    const project = await start();
    await callGitLab("POST", `${project}/releases`, { tag_name: "v1.0.0", description: "# Hello <b>" });
    const page = await call("GET", `${forge.gitlab.serverUrl}/acme/app/-/releases/v1.0.0`, undefined, { token: null });
    expect(page.text).toContain("<h1>Hello &lt;b&gt;</h1>");
  });
});
