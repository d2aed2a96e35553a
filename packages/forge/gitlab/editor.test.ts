import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import type { ObjectId, RemoteEditor } from "@release-actions/git";
import { failureOf } from "../../../test/faults/client.ts";
import { BRANCH, FILE, FORK, NEW, OLD, openGitLabWorld, UPSTREAM } from "../../../test/worlds/gitlab.ts";
import type { GitLabWorld } from "../../../test/worlds/gitlab.ts";
import { openApiEditor } from "./index.ts";

let world: GitLabWorld;
beforeEach(async () => void (world = await openGitLabWorld()));
afterEach(() => world.close());

const open = (baseBranch = "master", firstFile = FILE): Promise<RemoteEditor> =>
  openApiEditor({ gitlab: world.gitlab, upstream: world.upstream, push: world.fork, baseBranch, firstFile });
const change = { branch: BRANCH, message: "Promote shop", files: [{ path: FILE, bytes: Buffer.from(NEW) }] };

describe("opening", () => {
  test("takes one request: the base comes with the first file", async () => {
    const editor = await open();
    expect(editor.base).toBe(world.head);
    expect((await editor.readFile(FILE))?.toString()).toBe(OLD);
    expect(world.asked()).toHaveLength(1);
  });

  test("finds the base without the file, too", async () => {
    const editor = await open("master", "data/none.yml");
    expect([editor.base, await editor.readFile("data/none.yml")]).toEqual([world.head, undefined]);
  });

  test("a base branch that does not exist is invalid", async () => {
    expect(await failureOf(open("none"))).toMatchObject({ verdict: "invalid" });
    expect(await failureOf(open("none", "data/none.yml"))).toMatchObject({ verdict: "invalid" });
  });
});

describe("a commit", () => {
  test("is made once, on the base, in the fork, and adopted the second time", async () => {
    const editor = await open();
    const first = await editor.commit(change);
    expect(first).toEqual({ state: "written", commit: expect.stringMatching(/^[0-9a-f]{40}$/) });
    const { commit } = first as { commit: ObjectId };
    expect(await editor.inspectBranch(BRANCH, [FILE, "README.md", "none"])).toEqual({
      head: commit,
      parents: [world.head],
      files: new Map([
        [FILE, Buffer.from(NEW)],
        ["README.md", Buffer.from("# Data\n")],
        ["none", undefined],
      ]),
    });
    expect(await editor.branchesMatching(BRANCH)).toEqual([BRANCH]);
    expect(await editor.commit(change)).toEqual({ state: "adopted", commit });
  });

  test("a branch that holds something else is taken, unless its head is to be replaced", async () => {
    const head = await world.standIn.push(FORK, BRANCH, { "README.md": "# Theirs\n" });
    const editor = await open();
    expect(await editor.commit(change)).toEqual({ state: "taken" });
    expect(await editor.commit({ ...change, replaces: world.head as ObjectId })).toEqual({ state: "taken" });
    expect(await editor.commit({ ...change, replaces: head as ObjectId })).toMatchObject({ state: "written" });
  });

  test("is stale once the file has changed, and fits after a refresh", async () => {
    const editor = await open();
    const moved = await world.standIn.push(UPSTREAM, "master", { [FILE]: `${OLD}# moved\n` });
    expect(await editor.commit(change)).toEqual({ state: "stale" });
    const next = await editor.refresh();
    expect([next.base, (await next.readFile(FILE))?.toString()]).toEqual([moved, `${OLD}# moved\n`]);
    expect(await next.commit(change)).toMatchObject({ state: "written" });
  });

  test("a rejection for another reason stays one", async () => {
    const editor = await open();
    const body = '{"message":"Commit message does not follow the pattern"}';
    const headers = { "content-type": "application/json" };
    world.strike({ method: "POST", path: "/commits", effect: { kind: "reply", status: 400, headers, body } });
    expect(await failureOf(editor.commit(change))).toMatchObject({ verdict: "refused" });
  });

  test("a file that does not exist is not created", async () => {
    const editor = await open();
    const files = [{ path: "new.yml", bytes: Buffer.from("a") }];
    await expect(editor.commit({ ...change, files })).rejects.toThrow("cannot be changed");
  });
});
