import { createHash } from "node:crypto";
import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { startGitLab } from "./index.ts";
import type { GitLab, GitLabSetup } from "./types.ts";

let gitlab: GitLab;
let base = "";

async function start(setup: Partial<GitLabSetup> = {}): Promise<void> {
  gitlab = await startGitLab({
    tokens: [
      { value: "maintainer", username: "mia" },
      { value: "reader", scopes: ["read_api"] },
      { value: "bot", username: "bot", accessLevel: { "acme/data": 20, "bot/data": 40 } },
      { value: "guest", accessLevel: 10 },
      { value: "nobody", accessLevel: 0 },
      { value: "job", kind: "job" },
    ],
    projects: [
      { path: "acme/data", files: { "a/b.yaml": "one\n", README: "r\n" } },
      { path: "bot/data", forkOf: "acme/data", members: [{ username: "keeper", accessLevel: 40 }] },
    ],
    ...setup,
  });
  base = `${gitlab.apiUrl}/projects/acme%2Fdata`;
}
beforeEach(() => start());
afterEach(() => gitlab.close());

interface Answer {
  status: number;
  headers: Headers;
  body: Record<string, unknown> & Record<string, unknown>[];
}

async function call(method: string, url: string, payload?: object, token = "maintainer"): Promise<Answer> {
  const header = token === "job" ? "job-token" : "private-token";
  const response = await fetch(url, {
    method,
    headers: { ...(token === "" ? {} : { [header]: token }), "content-type": "application/json" },
    body: payload === undefined ? null : JSON.stringify(payload),
    redirect: "manual",
  });
  const text = await response.text();
  const isJson = (response.headers.get("content-type") ?? "").includes("json") && text !== "";
  return {
    status: response.status,
    headers: response.headers,
    body: (isJson ? JSON.parse(text) : text) as Answer["body"],
  };
}

const fork = () => `${gitlab.apiUrl}/projects/bot%2Fdata`;
const head = async () =>
  ((await call("GET", `${base}/repository/branches/master`)).body["commit"] as { id: string }).id;
const file = `/repository/files/${encodeURIComponent("a/b.yaml")}`;
const update = (more: object = {}) => ({ action: "update", file_path: "a/b.yaml", content: "two\n", ...more });
const commit = (input: object, token = "maintainer", at = base) =>
  call("POST", `${at}/repository/commits`, { branch: "b", commit_message: "M", actions: [update()], ...input }, token);

describe("who may do what", () => {
  test("rejects no token, a wrong one, one without permissions, and writes of one that only reads", async () => {
    expect(await call("GET", base, undefined, "")).toMatchObject({
      status: 404,
      body: { message: "404 Project Not Found" },
    });
    expect(await call("GET", base, undefined, "x")).toMatchObject({
      status: 401,
      body: { message: "401 Unauthorized" },
    });
    expect((await call("GET", base, undefined, "nobody")).status).toBe(404);
    expect((await commit({}, "")).status).toBe(401);
    expect(await commit({}, "reader")).toMatchObject({
      status: 403,
      body: { error: "insufficient_scope", scope: "api" },
    });
    expect(await commit({}, "bot")).toMatchObject({ status: 403, body: { message: "403 Forbidden" } });
    expect((await call("GET", `${base}${file}?ref=master`, undefined, "guest")).status).toBe(403);
    expect((await call("GET", `${gitlab.apiUrl}/user`, undefined, "bot")).body).toMatchObject({ username: "bot" });
  });

  test("lets a job token read raw files only", async () => {
    expect((await call("GET", `${base}${file}/raw?ref=master`, undefined, "job")).body).toBe("one\n");
    expect((await call("GET", `${base}${file}?ref=master`, undefined, "job")).status).toBe(404);
  });

  test("finds a project by number and by path; a moved one redirects reads", async () => {
    const { id } = (await call("GET", base)).body;
    expect((await call("GET", `${gitlab.apiUrl}/projects/${String(id)}`)).body["path_with_namespace"]).toBe(
      "acme/data",
    );
    expect((await call("GET", fork())).body["forked_from_project"]).toMatchObject({ id });
    await gitlab.close();
    await start({
      tokens: ["maintainer"],
      projects: [
        { path: "acme/data", movedTo: "acme/new" },
        { path: "acme/new", files: {} },
      ],
    });
    const moved = await call("GET", base);
    expect(moved.status).toBe(301);
    expect((await call("GET", moved.headers.get("location") ?? "")).body["path_with_namespace"]).toBe("acme/new");
    expect((await commit({})).status).toBe(405);
  });
});

describe("files and history", () => {
  test("returns a file with its digests, in the body and in headers", async () => {
    const found = await call("GET", `${base}${file}?ref=master`);
    const blob = createHash("sha1").update("blob 4\0one\n").digest("hex");
    expect(found.body).toMatchObject({
      content: Buffer.from("one\n").toString("base64"),
      encoding: "base64",
      content_sha256: createHash("sha256").update("one\n").digest("hex"),
      blob_id: blob,
      commit_id: await head(),
      last_commit_id: await head(),
    });
    const only = await call("HEAD", `${base}${file}?ref=master`);
    expect([only.headers.get("x-gitlab-blob-id"), only.headers.get("x-gitlab-last-commit-id")]).toEqual([
      blob,
      await head(),
    ]);
    expect(await call("GET", `${base}${file}`)).toMatchObject({ status: 400, body: { error: "ref is missing" } });
    expect((await call("GET", `${base}${file}?ref=none`)).body["message"]).toBe("404 Commit Not Found");
    expect((await call("GET", `${base}/repository/files/none?ref=master`)).body["message"]).toBe("404 File Not Found");
  });

  test("lists the tree, and the commits of a path", async () => {
    const tree = await call("GET", `${base}/repository/tree?recursive=true`);
    expect(tree.body.map(({ path }) => path)).toEqual(["README", "a", "a/b.yaml"]);
    await gitlab.push("acme/data", "master", { README: "s\n" }, "Second");
    const titles = async (query: string) =>
      (await call("GET", `${base}/repository/commits?${query}`)).body.map(({ title }) => title);
    expect(await titles("ref_name=master")).toEqual(["Second", "Start"]);
    expect(await titles("ref_name=master&path=a/b.yaml")).toEqual(["Start"]);
    const diff = await call("GET", `${base}/repository/commits/master/diff`);
    expect(diff.body).toMatchObject([{ new_path: "README", diff: expect.stringContaining("+s\n") }]);
  });

  test("compares commits and finds common ancestors", async () => {
    const start = await head();
    await gitlab.push("acme/data", "work", { README: "w\n" }, "Work");
    await gitlab.push("acme/data", "master", { README: "m\n" }, "Main");
    const between = async (from: string, to: string) => call("GET", `${base}/repository/compare?from=${from}&to=${to}`);
    expect((await between("master", "work")).body).toMatchObject({
      commits: [{ title: "Work" }],
      compare_same_ref: false,
    });
    expect((await between("work", "work")).body).toMatchObject({ commits: [], compare_same_ref: true });
    expect((await between("work", "none")).body["message"]).toBe("404 Ref Not Found");
    const base2 = await call("GET", `${base}/repository/merge_base?refs[]=master&refs[]=work`);
    expect(base2.body["id"]).toBe(start);
    expect((await call("GET", `${base}/repository/merge_base?refs[]=master`)).status).toBe(400);
  });

  test("domain.md 3.8: branches come in pages of 20", async () => {
    for (let at = 0; at < 25; at += 1)
      await call("POST", `${base}/repository/branches`, { branch: `x${at}`, ref: "master" });
    const first = await call("GET", `${base}/repository/branches?search=^X`);
    expect([first.body.length, first.headers.get("x-next-page"), first.headers.get("x-total")]).toEqual([
      20,
      "2",
      "25",
    ]);
    expect((await call("GET", `${base}/repository/branches?search=^x&page=2`)).body).toHaveLength(5);
    const again = await call("POST", `${base}/repository/branches`, { branch: "x1", ref: "master" });
    expect(again).toMatchObject({ status: 400, body: { message: "Branch already exists" } });
    expect((await call("DELETE", `${base}/repository/branches/x1`)).status).toBe(204);
    expect((await call("DELETE", `${base}/repository/branches/x1`)).body["message"]).toBe("404 Branch Not Found");
    expect((await call("DELETE", `${base}/repository/branches/master`)).status).toBe(400);
  });
});

describe("commits", () => {
  test("creates one on a new branch of a fork, from the parent's commit, with git's id", async () => {
    const start_sha = await head();
    const made = await commit({ start_sha, start_project: "acme/data" }, "bot", fork());
    expect(made).toMatchObject({ status: 201, body: { parent_ids: [start_sha], title: "M", author_name: "bot" } });
    expect((await call("GET", `${fork()}/repository/branches/b`)).body["commit"]).toMatchObject({
      id: made.body["id"],
    });
    expect((await call("GET", `${fork()}${file}?ref=b`)).body["last_commit_id"]).toBe(made.body["id"]);
    expect((await call("GET", `${base}/repository/branches/b`)).status).toBe(404);
  });

  test("refuses an existing branch with start_*, overwrites it with force, and adds to it without", async () => {
    const start_sha = await head();
    await commit({ start_sha });
    const exists = "A branch called 'b' already exists. Switch to that branch in order to make changes";
    expect(await commit({ start_sha })).toMatchObject({ status: 400, body: { message: exists } });
    expect(await commit({ start_branch: "master" })).toMatchObject({ status: 400, body: { message: exists } });
    expect((await commit({ start_sha, force: true })).body["parent_ids"]).toEqual([start_sha]);
    const grown = await commit({ actions: [update({ content: "three\n" })] });
    expect(grown.body["parent_ids"]).not.toEqual([start_sha]);
  });

  test("domain.md 3.5: compares last_commit_id with the default branch if start_sha is set", async () => {
    const start_sha = await head();
    const actions = [update({ last_commit_id: start_sha })];
    await gitlab.push("acme/data", "master", { README: "s\n" });
    expect((await commit({ start_sha, actions })).status).toBe(201);
    await gitlab.push("acme/data", "master", { "a/b.yaml": "moved\n" });
    expect(await commit({ branch: "c", start_sha, actions })).toMatchObject({
      status: 400,
      body: { message: "The file has changed since you started editing it: a/b.yaml" },
    });
  });

  test.each<[string, object, string]>([
    ["create", { actions: [update({ action: "create" })] }, "A file with this name already exists"],
    ["update", { actions: [update({ file_path: "none" })] }, "A file with this name doesn't exist"],
    ["sha", { start_sha: "f".repeat(40), start_branch: undefined }, `Cannot find start_sha '${"f".repeat(40)}'`],
    ["both", { start_sha: "f".repeat(40) }, "You can't pass both start_branch and start_sha"],
    ["branch", { start_branch: "none" }, "You can only create or edit files when you are on a branch"],
  ])("refusals in GitLab's words: %s", async (_, input, message) => {
    expect(await commit({ start_branch: "master", ...input })).toMatchObject({ status: 400, body: { message } });
  });

  test("several actions are one commit; a protected branch needs a Maintainer", async () => {
    const actions = [
      update(),
      { action: "delete", file_path: "README" },
      { action: "create", file_path: "n", content: "AAE=", encoding: "base64" },
    ];
    expect((await commit({ branch: "master", actions })).status).toBe(201);
    expect((await gitlab.endState())["acme/data"]?.branches["master"]).toEqual({
      messages: ["M"],
      files: { README: null, "a/b.yaml": "two\n", n: "\0\u0001" },
    });
    await gitlab.close();
    await start({
      tokens: [{ value: "maintainer", accessLevel: 30 }],
      projects: [{ path: "acme/data", files: { "a/b.yaml": "" } }],
    });
    expect((await commit({ branch: "master" })).body["message"]).toMatch(/not allowed to push into this branch/);
    expect((await commit({ start_branch: "master" })).status).toBe(201);
  });
});

describe("merge requests", () => {
  const input = { source_branch: "b", target_branch: "master", title: "T", description: "D", labels: "x,y" };
  /** The branch b, from master, unless it exists. */
  const branch = async (project: string) =>
    call("POST", `${project}/repository/branches`, { branch: "b", ref: "master" }, "maintainer");
  const propose = async (more: object = {}, token = "bot") => {
    await branch(fork());
    const target = (await call("GET", base)).body["id"];
    return call("POST", `${fork()}/merge_requests`, { ...input, target_project_id: target, ...more }, token);
  };
  const url = () => `${base}/merge_requests`;

  test("come from a fork; a second one of the same branches is 409 with a list", async () => {
    await gitlab.push("bot/data", "b", { README: "b\n" });
    expect(await propose()).toMatchObject({
      status: 201,
      body: { iid: 1, labels: ["x", "y"], author: { username: "bot" } },
    });
    expect(await propose()).toMatchObject({
      status: 409,
      body: { message: ["Another open merge request already exists for this source branch: !1"] },
    });
    expect((await propose({ target_branch: "other" })).body["iid"]).toBe(2);
  });

  test("are refused for a branch that does not exist", async () => {
    expect(await propose({ source_branch: "missing" })).toMatchObject({
      status: 400,
      body: { message: { source_branch: ["does not exist"] } },
    });
  });

  test("are accepted without commits", async () => {
    expect((await propose()).status).toBe(201);
  });

  test("are refused if source = target, without a fork or title, with a long title, or with a hidden target", async () => {
    const same = { source_branch: "master", target_branch: "master", title: "T" };
    expect(await call("POST", url(), same)).toMatchObject({
      status: 422,
      body: { message: ["You can't use same project/branch for source and target"] },
    });
    await branch(base);
    const back = { ...input, target_project_id: (await call("GET", fork())).body["id"] };
    expect((await call("POST", url(), back)).body["message"]).toEqual([
      "Source project is not a fork of the target project",
    ]);
    expect((await propose({ title: "" })).body).toEqual({ error: "title is missing" });
    expect((await propose({ title: "x".repeat(256) })).status).toBe(400);
    expect((await propose({ target_project_id: 999 })).status).toBe(404);
    await gitlab.close();
    await start({
      tokens: ["maintainer", { value: "bot", accessLevel: { "bot/data": 40 } }],
      projects: [
        { path: "acme/data", files: {} },
        { path: "bot/data", forkOf: "acme/data" },
      ],
    });
    expect((await propose()).status).toBe(403);
  });

  test("labels: `labels` replaces, add and remove do not; a bot may strip them", async () => {
    await gitlab.close();
    await start({ strippedLabels: ["lgtm"] });
    await propose({ labels: "a,lgtm" });
    const put = async (change: object) => (await call("PUT", `${url()}/1`, change)).body["labels"];
    expect(await put({ add_labels: "b,lgtm" })).toEqual(["a", "b"]);
    expect(await put({ remove_labels: "a" })).toEqual(["b"]);
    expect(await put({ labels: "c" })).toEqual(["c"]);
    expect((await call("PUT", `${url()}/1`, {})).status).toBe(400);
    expect((await call("PUT", `${url()}/1`, { title: "N" }, "guest")).status).toBe(403);
  });

  test("are closed, reopened unless another one is open, and found by state", async () => {
    await propose();
    expect((await call("PUT", `${url()}/1`, { state_event: "close" })).body["state"]).toBe("closed");
    await propose();
    expect((await call("PUT", `${url()}/1`, { state_event: "reopen" })).status).toBe(409);
    const iids = async (query: string) => (await call("GET", `${url()}?${query}`)).body.map(({ iid }) => iid);
    expect(await iids("state=opened&source_branch=b")).toEqual([2]);
    expect(await iids("")).toEqual([2, 1]);
    expect(await iids("labels=x,z")).toEqual([]);
    expect((await call("GET", `${url()}?state=open`)).status).toBe(400);
    expect((await call("GET", `${url()}/3`)).status).toBe(404);
  });

  test("security E82: quick actions are taken out and noted, but not inside fences", async () => {
    await propose({ description: "Text\n/merge\n```\n/approve\n```\n/lgtm" });
    expect((await call("GET", `${url()}/1`)).body["description"]).toBe("Text\n```\n/approve\n```\n/lgtm");
    expect((await call("POST", `${url()}/1/notes`, { body: "/close" })).status).toBe(202);
    expect(gitlab.projects()[0]?.mergeRequests[0]?.quickActions).toEqual(["/merge", "/close"]);
  });

  test("have comments, and the project has members", async () => {
    await propose();
    expect((await call("POST", `${url()}/1/notes`, { body: "Hello" }, "bot")).status).toBe(201);
    expect((await call("GET", `${url()}/1/notes`)).body).toMatchObject([
      { body: "Hello", author: { username: "bot" } },
    ]);
    const members = await call("GET", `${fork()}/members/all?query=keep`);
    expect(members.body).toMatchObject([{ username: "keeper", access_level: 40 }]);
    const id = String(members.body[0]?.["id"]);
    expect((await call("GET", `${fork()}/members/all/${id}`)).body["username"]).toBe("keeper");
    expect((await call("GET", `${base}/members/all/${id}`)).status).toBe(404);
  });
});
