import { randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { startServedWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { ServedWorkshop } from "../../test/git-workshop.ts";
import { commitFiles, git } from "../../test/repositories.ts";
import { branchRef, cloneHistory, isUrl, privateClone, tagRef } from "./index.ts";
import type { ObjectId } from "./index.ts";

let at: ServedWorkshop;

beforeEach(async () => {
  at = await startServedWorkshop();
});
afterEach(async () => {
  await at.server.close();
  at.remove();
});

describe("remoteRefs", () => {
  test("gives ids and what annotated tags lead to, of exactly the names", async () => {
    git(at.bare, ["update-ref", "refs/other/refs/tags/v1", at.commit]);
    git(at.bare, ["tag", "v10", at.commit]);
    const refs = await at.checkOut().remoteRefs(at.remote, ["refs/tags/v1", "refs/heads/main", "refs/heads/none"]);
    expect(refs).toEqual([
      { name: "refs/heads/main", id: at.commit },
      { name: "refs/tags/v1", id: git(at.bare, ["rev-parse", "v1"]), peeled: at.commit },
    ]);
    expect((await at.checkOut().remoteRefs(at.remote, ["refs/tags/"])).map(({ name }) => name)).toEqual([
      "refs/tags/v1",
      "refs/tags/v10",
    ]);
  });

  test("security C48: a tag that moved on the at.remote shows its new id", async () => {
    const repository = at.checkOut();
    const before = await repository.tag("v1");
    const next = commitFiles(at.origin, { "a.txt": "moved\n" });
    git(at.origin, ["tag", "--force", "--annotate", "--message", "Moved", "v1"]);
    git(at.origin, ["push", "--quiet", "--force", at.bare, "main", "v1"]);
    const [there] = await repository.remoteRefs(at.remote, ["refs/tags/v1"]);
    expect(there?.peeled).toBe(next);
    expect(there?.id).not.toBe(before?.id);
    expect((await repository.tag("v1"))?.commit).toBe(at.commit);
  });

  test("a repository that does not exist, or a server that fails, is not an empty list", async () => {
    const repository = at.checkOut();
    expect(
      await stopOf(repository.remoteRefs({ ...at.remote, url: `${at.server.url}/none.git` }, ["refs/tags/v1"])),
    ).toMatchObject({
      verdict: "invalid",
    });
    at.fault = () => ({ status: 503 });
    expect(await stopOf(repository.remoteRefs(at.remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
    at.fault = () => "reset";
    expect(await stopOf(repository.remoteRefs(at.remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
    await at.server.close();
    expect(await stopOf(repository.remoteRefs(at.remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
  });

  test("a server that never answers ends at the deadline", async () => {
    at.fault = () => "hang";
    const repository = at.open(at.origin, { networkTimeout: 500 });
    expect(await stopOf(repository.remoteRefs(at.remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
  });

  test("security C37: a file at.remote only where the caller allows it", async () => {
    expect(await at.checkOut().remoteRefs({ url: at.bare, allowFile: true }, ["refs/tags/v1"])).toHaveLength(1);
  });
});

describe("release.md 3: fetchTag repairs a tag that a checkout made lightweight", () => {
  test.each([
    ["a whole checkout", []],
    ["a shallow one", ["--depth=1"]],
  ])("in %s", async (_, options) => {
    const repository = at.checkOut(...options);
    const directory = await repository.directory();
    git(directory, ["update-ref", "refs/tags/v1", at.commit]);
    expect(await repository.tag("v1")).toMatchObject({ annotated: false });
    const tag = await repository.fetchTag(at.remote, "v1");
    expect(tag).toMatchObject({ annotated: true, commit: at.commit, message: "One\n" });
    expect(await repository.tag("v1")).toEqual(tag);
    expect(await repository.inspectTag("v1")).toMatchObject({ tag, head: at.commit });
    expect((await repository.verifyTag("v1", {})).state).toBe("unsigned");
    // The repository itself is left as it was.
    expect(git(directory, ["cat-file", "-t", "refs/tags/v1"])).toBe("commit");
    expect(existsSync(`${directory}/.git/FETCH_HEAD`)).toBe(false);
  });

  test("a tag that the at.remote does not have is undefined", async () => {
    expect(await at.checkOut().fetchTag(at.remote, "v9")).toBeUndefined();
  });
});

describe("privateClone", () => {
  test("T19: begins at the remote's own tip: one at.commit without files, which are read when requested", async () => {
    const repository = await at.clone();
    expect(await repository.head()).toBe(at.commit);
    expect(await repository.headBranch()).toBe("refs/heads/main");
    expect(await repository.isShallow()).toBe(true);
    expect((await repository.readFile(at.commit, "services/one/deploy.yml", 100))?.toString()).toBe("ref: abc\n");
    expect(readdirSync(await repository.directory())).toEqual([".git"]);
    expect((await repository.log({ to: at.commit })).complete).toBe(false);
  });

  test("with the named directories only", async () => {
    const directory = await (await at.clone({ sparse: ["services/one"] })).directory();
    expect(readdirSync(directory).sort()).toEqual([".git", "a.txt", "services"]);
    expect(readdirSync(`${directory}/services`)).toEqual(["one"]);
    expect(git(directory, ["status", "--porcelain"])).toBe("");
  });

  test("the whole history without any file answers ancestry", async () => {
    const { depth: _, ...whole } = { ...at.options, ...at.remote, ref: branchRef("main"), depth: 1 };
    const repository = await privateClone({ ...whole, filter: "tree:0" });
    const [first] = (await repository.log({ to: branchRef("main") })).commits.slice(-1);
    expect(first?.subject).toBe("First");
    expect(await repository.isAncestor(first?.id as ObjectId, at.commit)).toBe("yes");
    expect(await repository.isAncestor(at.commit, first?.id as ObjectId)).toBe("no");
  });

  test("of a tag is on its at.commit without a branch", async () => {
    const repository = await at.clone({ ref: tagRef("v1") });
    expect([await repository.head(), await repository.headBranch()]).toEqual([at.commit, undefined]);
    expect(await repository.tag("v1")).toMatchObject({ annotated: true, commit: at.commit });
  });

  test("security C42, C43: no filter, line ending, link or submodule of the clone has effect", async () => {
    symlinkSync("/etc/passwd", at.path("origin", "link"));
    commitFiles(at.origin, { "x.txt": "x\n" });
    writeFileSync(at.path("origin", ".gitattributes"), "* text eol=crlf filter=lfs\n");
    git(at.origin, ["add", ".gitattributes"]);
    git(at.origin, ["update-index", "--add", "--cacheinfo", `160000,${at.commit},module`]);
    git(at.origin, ["commit", "--quiet", "--message", "Attributes and module"]);
    git(at.origin, ["push", "--quiet", at.bare, "main"]);
    const directory = await (await at.clone({ sparse: ["services"] })).directory();
    expect(readFileSync(`${directory}/x.txt`, "utf8")).toBe("x\n");
    expect(existsSync(`${directory}/link`)).toBe(true);
    expect(readdirSync(directory, { withFileTypes: true }).some((entry) => entry.isSymbolicLink())).toBe(false);
    expect(existsSync(`${directory}/module/.git`)).toBe(false);
  });

  test("security C57: more bytes than allowed end the clone, and it leaves nothing", async () => {
    const noise = randomBytes(200_000);
    commitFiles(at.origin, { noise });
    git(at.origin, ["push", "--quiet", at.bare, "main"]);
    const { filter: _, ...full } = {
      ...at.options,
      ...at.remote,
      ref: branchRef("main"),
      depth: 1,
      filter: "blob:none",
    };
    const stop = await stopOf(privateClone({ ...full, maxBytes: 1000 }));
    expect(stop.message).toContain("more than 1000 bytes");
    expect(readdirSync(at.options.temporary)).toEqual([]);
  });

  test("a ref that is not there is named", async () => {
    expect((await stopOf(at.clone({ ref: branchRef("none") }))).message).toContain("refs/heads/none");
    expect(readdirSync(at.options.temporary)).toEqual([]);
  });
});

describe("cloneHistory", () => {
  const clone = (...branches: string[]) => cloneHistory({ ...at.options, ...at.remote, branches });

  test("has all commits of the first branch that exists, and no trees or files", async () => {
    const { repository, branch } = (await clone("trunk", "main"))!;
    expect(branch).toBe("refs/heads/main");
    const { commits, complete } = await repository.log({ to: branch });
    expect([commits.map(({ subject }) => subject), complete]).toEqual([["Second", "First"], true]);
    const objects = git(await repository.directory(), [
      "cat-file",
      "--batch-all-objects",
      "--batch-check=%(objecttype)",
    ]);
    expect(new Set(objects.split("\n"))).toEqual(new Set(["commit"]));
  });

  test("is undefined if the remote has none of the branches", async () => {
    expect(await clone("trunk", "master")).toBeUndefined();
  });

  test("a failure is not a missing branch", async () => {
    at.fault = () => ({ status: 503 });
    expect(await stopOf(clone("main"))).toMatchObject({ verdict: "undecided" });
  });

  test("a commit that the server cannot send leaves a relation unknown", async () => {
    const { repository } = (await clone("main"))!;
    expect(await repository.relation("f".repeat(40) as ObjectId, at.commit)).toBe("unknown");
  });
});

describe("isUrl", () => {
  test.each([
    ["https://host/x.git", true],
    ["SSH://host/x", true],
    ["file:///x", true],
    ["../x", false],
    ["a/b:c", false],
    ["", false],
  ])("%j: %j", (text, expected) => {
    expect(isUrl(text)).toBe(expected);
  });
});
