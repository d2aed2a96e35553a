import { readdirSync } from "node:fs";
import { join } from "node:path";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";

import { makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import { git, makeSandbox } from "../../test/repositories.ts";
import type { Sandbox } from "../../test/repositories.ts";
import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import type { GitHttp } from "../../test/stand-ins/git-http.ts";
import { makeLargeRepository, moveMaster, OLD_REF, SAAS_FILE, saasFile } from "../../test/worlds/large-repository.ts";
import { openRemoteEditor } from "./index.ts";
import type { EditRequest, ObjectId, RemoteEditor } from "./index.ts";

const BRANCH = "aa-release-2025-07-01";
const NEW = Buffer.from(saasFile("2".repeat(40)));
const token = "glpat-large-0123";

let large: Sandbox;
let workshop: Workshop;
let bare: string;
let server: GitHttp;

beforeAll(async () => {
  large = makeSandbox();
  await makeLargeRepository(large.path("x.git"));
}, 120_000);
afterAll(() => large.remove());

beforeEach(async () => {
  workshop = makeWorkshop();
  bare = workshop.path("server", "x.git");
  git(workshop.directory, ["clone", "--quiet", "--bare", "--shared", large.path("x.git"), bare]);
  server = await startGitHttp({ root: workshop.path("server"), token });
});
afterEach(async () => {
  await server.close();
  workshop.remove();
});

const open = (): Promise<RemoteEditor> =>
  openRemoteEditor({
    ...workshop.options,
    upstream: { url: `${server.url}/x.git`, credential: { username: "oauth2", secret: token } },
    baseBranch: "master",
    author: { name: "Release Bot", email: "bot@example.test" },
    now: () => Date.UTC(2025, 6, 1),
  });

const request = (bytes: Buffer = NEW): EditRequest => ({
  branch: BRANCH,
  message: "Promote shop",
  files: [{ path: SAAS_FILE, bytes }],
});

/** How many objects of each type the one private clone holds. */
function objects(): Record<string, number> {
  const [clone = ""] = readdirSync(workshop.options.temporary);
  const directory = join(workshop.options.temporary, clone);
  expect(readdirSync(directory)).toEqual([".git"]);
  const types = git(directory, ["cat-file", "--batch-all-objects", "--batch-check=%(objecttype)"]).split("\n");
  return Object.fromEntries(
    ["commit", "tree", "blob"].map((type) => [type, types.filter((one) => one === type).length]),
  );
}

describe("a remote editor in a large repository", () => {
  test("fetches the edited one of 20,000 files only, and makes no work tree", async () => {
    const trees = git(bare, ["ls-tree", "-r", "-t", "-d", "master"]).split("\n").length + 1;
    const editor = await open();
    expect(editor.base).toBe(git(bare, ["rev-parse", "master"]));
    // Trees of the same content are one object.
    expect(objects()).toEqual({ commit: 1, tree: expect.any(Number), blob: 0 });
    expect(objects()["tree"]).toBeLessThanOrEqual(trees);
    expect((await editor.readFile(SAAS_FILE))?.toString()).toBe(saasFile(OLD_REF));
    expect(objects()["blob"]).toBe(1);

    expect(await editor.branchesMatching(BRANCH)).toEqual([]);
    const result = await editor.commit(request());
    const commit = git(bare, ["rev-parse", BRANCH]);
    expect(result).toEqual({ state: "written", commit });
    expect(objects()).toMatchObject({ commit: 2, blob: 2 });
    expect(git(bare, ["diff", "--numstat", "master", BRANCH])).toBe(`1\t1\t${SAAS_FILE}`);
    // What was sent: the commit, the blob and the trees on the way to it.
    expect(git(bare, ["count-objects"])).toMatch(new RegExp(`^${2 + SAAS_FILE.split("/").length} objects`));

    expect(await editor.inspectBranch(BRANCH, [SAAS_FILE])).toEqual({
      head: commit,
      parents: [editor.base],
      files: new Map([[SAAS_FILE, NEW]]),
    });
    expect(await editor.commit(request())).toEqual({ state: "adopted", commit });
    expect(await editor.commit(request(Buffer.from("other\n")))).toEqual({ state: "taken" });
    expect(await editor.commit({ ...request(Buffer.from("other\n")), replaces: commit as ObjectId })).toMatchObject({
      state: "written",
    });
    await editor.close();
    expect(readdirSync(workshop.options.temporary)).toEqual([]);
  });

  test("transfers no other file when the base branch has moved elsewhere", async () => {
    const editor = await open();
    const base = editor.base;
    await moveMaster(bare, { "data/services/service-7/cicd/file-1.yml": "moved\n", "data/new/file.yml": "new\n" });
    const before = Number.parseInt(git(bare, ["count-objects"]), 10);
    expect(await editor.commit(request())).toMatchObject({ state: "written" });
    expect(git(bare, ["rev-parse", `${BRANCH}^`])).toBe(base);
    expect(objects()["blob"]).toBe(1);
    expect(Number.parseInt(git(bare, ["count-objects"]), 10) - before).toBe(2 + SAAS_FILE.split("/").length);
    git(bare, ["fsck", "--connectivity-only"]);
  });

  test("is stale when the file has changed, and fetches only the difference on refresh", async () => {
    const editor = await open();
    const before = objects();
    const moved = await moveMaster(bare, { [SAAS_FILE]: saasFile("3".repeat(40)) });
    expect(await editor.commit(request())).toEqual({ state: "stale" });
    const next = await editor.refresh();
    expect(next.base).toBe(moved);
    expect((await next.readFile(SAAS_FILE))?.toString()).toBe(saasFile("3".repeat(40)));
    // Fetched: a commit and its trees. Created here: the commit that was not pushed, its trees and its blob.
    expect(objects()["tree"]! - before["tree"]!).toBeLessThanOrEqual(2 * SAAS_FILE.split("/").length);
    expect(objects()["blob"]).toBe(2);
    expect(await next.commit(request())).toMatchObject({ state: "written" });
    expect(git(bare, ["rev-parse", `${BRANCH}^`])).toBe(moved);
  });

  test("sends a bounded number of requests, however large the repository is", async () => {
    const editor = await open();
    await editor.readFile(SAAS_FILE);
    await editor.commit(request());
    // Fetch, blob, refs and push are each rejected once, as git first sends no credential.
    expect(server.log).toHaveLength(4 + 3 + 3 + 3);
  });

  test("rejects a head to replace that is not an object ID", async () => {
    const editor = await open();
    expect(await stopOf(editor.commit({ ...request(), replaces: "master" as ObjectId }))).toMatchObject({
      verdict: "invalid",
    });
  });
});
