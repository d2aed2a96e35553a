import { chmodSync } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import {
  BRANCH,
  bytesIn,
  change,
  FILE,
  heads,
  isPush,
  isPushStart,
  startEditWorkshop,
} from "../../test/edit-workshop.ts";
import type { EditWorkshop } from "../../test/edit-workshop.ts";
import { git } from "../../test/repositories.ts";
import type { GitHttpFault, GitHttpRequest } from "../../test/stand-ins/git-http.ts";
import type { ObjectId } from "./index.ts";

let at: EditWorkshop;

beforeEach(async () => {
  at = await startEditWorkshop();
});
afterEach(() => at.close());

/** Does something to the first request that fits, and to no other. */
function once(fits: (request: GitHttpRequest) => boolean, act: () => GitHttpFault | undefined): void {
  let done = false;
  at.fault = (request) => {
    if (done || !fits(request)) return undefined;
    done = true;
    return act();
  };
}

const head = (branch = BRANCH): ObjectId => at.at(branch) as ObjectId;

describe("the base branch moves", () => {
  test("in other files: the commit stays on the base that was read", async () => {
    const editor = await at.edit();
    at.move({ "services/two/deploy.yml": "ref: moved\n" });
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "written", commit: head() });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(at.commit);
    expect(git(at.bare, ["diff", "--name-only", at.commit, BRANCH])).toBe(FILE);
    git(at.bare, ["fsck", "--strict"]);
  });

  test.each([
    ["in the file", { [FILE]: "ref: moved\n" }],
    ["so that the file is a directory", { [`${FILE}.d/x`]: "x" }],
  ])("%s: is stale, nothing is written, and a refreshed editor continues", async (_, files) => {
    const editor = await at.edit();
    if (!(FILE in files)) git(at.origin, ["mv", FILE, "services/one/other.yml"]);
    const moved = at.move(files as Record<string, string>);
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "stale" });
    expect([...heads(at.bare).keys()]).toEqual(["main"]);
    const next = await editor.refresh();
    expect(next.base).toBe(moved);
    expect((await next.readFile(FILE))?.toString()).toBe((files as Record<string, string>)[FILE]);
    const path = Object.keys(files)[0] as string;
    expect(await next.commit(change("", { files: [{ path, bytes: Buffer.from("ref: new\n") }] }))).toMatchObject({
      state: "written",
    });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(moved);
  });

  test("only in the mode of the file: is stale, too", async () => {
    const editor = await at.edit();
    chmodSync(at.path("origin", FILE), 0o755);
    at.move({});
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "stale" });
  });

  test("after the last check and before the push: the commit is written anyway, with no additional objects", async () => {
    const editor = await at.edit();
    once(isPushStart, () => void at.move({ "a.txt": "moved\n" }));
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "written", commit: head() });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(at.commit);
    expect(await editor.readFile("services/two/deploy.yml")).toBeDefined();
    git(at.bare, ["fsck", "--strict"]);
  });

  test("backward, to a history without the base: the commit is on the base that was read, which the server still has", async () => {
    const editor = await at.edit();
    git(at.origin, ["reset", "--quiet", "--hard", "HEAD~1"]);
    at.move({ [FILE]: "ref: abc\n" });
    expect(await editor.commit(change("ref: new\n"))).toMatchObject({ state: "written" });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(at.commit);
  });
});

describe("the branch already exists", () => {
  test("T18: with anything else: is reported as taken and left unchanged", async () => {
    const editor = await at.edit();
    const first = git(at.origin, ["rev-parse", "main~1"]);
    for (const [name, parent, files] of [
      ["at-base", at.commit, undefined],
      ["other-bytes", at.commit, { [FILE]: "ref: other\n" }],
      ["more-files", at.commit, { [FILE]: "ref: new\n", "a.txt": "too\n" }],
      ["other-parent", first, { [FILE]: "ref: new\n", "services/two/deploy.yml": "ref: def\n", "a.txt": "b\n" }],
    ] as const) {
      if (files === undefined) git(at.bare, ["branch", name, parent]);
      else at.branch(name, parent, files);
      const before = head(name);
      expect(await editor.commit(change("ref: new\n", { branch: name }))).toEqual({ state: "taken" });
      expect(head(name)).toBe(before);
    }
  });

  test("with exactly this change of another run: is adopted", async () => {
    const there = at.branch(BRANCH, at.commit, { [FILE]: "ref: new\n" });
    expect(await (await at.edit()).commit(change("ref: new\n"))).toEqual({ state: "adopted", commit: there });
  });

  test("security C53: of two concurrent runs with the same change, one writes and the other adopts", async () => {
    const editors = await Promise.all([at.edit(), at.edit({ now: () => Date.UTC(2025, 6, 2) })]);
    const results = await Promise.all(editors.map((editor) => editor.commit(change("ref: new\n"))));
    expect(results.map(({ state }) => state).sort()).toEqual(["adopted", "written"]);
    expect(new Set(results.map((result) => "commit" in result && result.commit))).toEqual(new Set([head()]));
  });

  test("security C53: of two concurrent runs with different changes, one writes and the other finds the branch taken", async () => {
    const editors = await Promise.all([at.edit(), at.edit()]);
    const results = await Promise.all(editors.map((editor, index) => editor.commit(change(`ref: ${index}\n`))));
    expect(results.map(({ state }) => state).sort()).toEqual(["taken", "written"]);
    expect(results.find(({ state }) => state === "written")).toMatchObject({ commit: head() });
  });

  test("since the last check: the empty lease protects it", async () => {
    const editor = await at.edit();
    once(isPushStart, () => void git(at.bare, ["branch", BRANCH, "main"]));
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "taken" });
    expect(head()).toBe(at.commit);
  });

  test("since the push started: the server's own check protects it", async () => {
    const editor = await at.edit();
    once(isPush, () => void git(at.bare, ["branch", BRANCH, "main"]));
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "taken" });
    expect(head()).toBe(at.commit);
  });
});

describe("replacing a branch of an earlier run", () => {
  test("uses a lease on its head", async () => {
    const old = at.branch(BRANCH, at.commit, { [FILE]: "ref: old\n" });
    const base = at.move({ "a.txt": "moved\n" });
    const editor = await at.edit();
    const asked = at.server.log.length;
    const result = await editor.commit(change("ref: new\n", { replaces: old }));
    expect(result).toEqual({ state: "written", commit: head() });
    // A look and a push: of what is replaced nothing is fetched, and with it no history.
    expect(at.server.log.length - asked).toBe(3 + 3);
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(base);
    expect(bytesIn(at.bare, BRANCH, FILE).toString()).toBe("ref: new\n");
  });

  test.each([
    ["before the last look", undefined],
    ["before the push", isPushStart],
    ["while it is pushed", isPush],
  ])("leaves another push %s as it is if the lease is lost to it", async (_, when) => {
    const old = at.branch(BRANCH, at.commit, { [FILE]: "ref: old\n" });
    const editor = await at.edit();
    const win = (): void => void at.branch(BRANCH, at.commit, { [FILE]: "ref: theirs\n" });
    if (when === undefined) win();
    else once(when, win as () => undefined);
    expect(await editor.commit(change("ref: new\n", { replaces: old }))).toEqual({ state: "taken" });
    expect(bytesIn(at.bare, BRANCH, FILE).toString()).toBe("ref: theirs\n");
  });

  test("creates a deleted one again", async () => {
    const old = at.branch(BRANCH, at.commit, { [FILE]: "ref: old\n" });
    git(at.bare, ["branch", "-D", BRANCH]);
    const result = await (await at.edit()).commit(change("ref: new\n", { replaces: old }));
    expect(result).toEqual({ state: "written", commit: head() });
  });

  test("adopts one that another run has replaced with this change", async () => {
    const old = at.branch(BRANCH, at.commit, { [FILE]: "ref: old\n" });
    const theirs = at.branch(BRANCH, at.commit, { [FILE]: "ref: new\n" });
    const result = await (await at.edit()).commit(change("ref: new\n", { replaces: old }));
    expect(result).toEqual({ state: "adopted", commit: theirs });
  });
});
