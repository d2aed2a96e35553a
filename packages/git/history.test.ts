import { rmSync, symlinkSync, writeFileSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { commitFiles, git, makeRepository } from "../../test/repositories.ts";
import { makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import { branchRef, objectIdOf, tagRef } from "./index.ts";
import type { ObjectId, Repository } from "./index.ts";

let workshop: Workshop;
let directory: string;
let repository: Repository;
const ids: ObjectId[] = [];

beforeAll(() => {
  workshop = makeWorkshop();
  directory = makeRepository(workshop.path("work"));
  const add = (files: Record<string, string>, message: string): void => {
    ids.push(objectIdOf(commitFiles(directory, files, message)));
  };
  add({ "api/a": "1" }, "Begin");
  git(directory, ["tag", "v1"]);
  add({ "api/a": "2" }, "Change api\n\nBody with é\n\nReviewed-by: Bob <bob@example.test>");
  add({ "web/b": "1" }, "Change web");
  git(directory, ["checkout", "--quiet", "-b", "side", ids[0] ?? ""]);
  add({ "api/c": "1" }, "Change on the side");
  git(directory, ["checkout", "--quiet", "main"]);
  git(directory, ["merge", "--quiet", "--no-ff", "--message", "Merge side", "side"]);
  ids.push(objectIdOf(git(directory, ["rev-parse", "HEAD"])));
  git(directory, ["tag", "v2"]);
  repository = workshop.open(directory);
});
afterAll(() => workshop.remove());

describe("log", () => {
  test("every commit of a range, merges with both parents, newest first", async () => {
    const { commits, complete, truncated } = await repository.log({ from: tagRef("v1"), to: tagRef("v2") });
    expect({ complete, truncated }).toEqual({ complete: true, truncated: false });
    expect(commits.map(({ id }) => id).sort()).toEqual(ids.slice(1).sort());
    expect(commits[0]).toEqual({
      id: ids[4],
      parents: [ids[2], ids[3]],
      author: "Ada Author",
      authorDate: 1_750_000_000_000,
      committerDate: 1_750_000_000_000,
      subject: "Merge side",
      body: "",
    });
    const change = commits.find(({ id }) => id === ids[1]);
    expect(change).toMatchObject({
      subject: "Change api",
      body: "Body with é\n\nReviewed-by: Bob <bob@example.test>",
      parents: [ids[0]],
    });
  });

  test("e-mail addresses only on request", async () => {
    const to = tagRef("v1");
    expect((await repository.log({ to })).commits[0]).not.toHaveProperty("authorEmail");
    expect((await repository.log({ to, emails: true })).commits[0]?.authorEmail).toBe("ada@example.test");
  });

  test("paths are literal and counted from the top", async () => {
    const subjects = async (...paths: string[]): Promise<string[]> =>
      (await repository.log({ from: tagRef("v1"), to: tagRef("v2"), paths })).commits.map(({ subject }) => subject);
    expect(await subjects("web")).toEqual(["Change web"]);
    expect(await subjects("w*")).toEqual([]);
    expect(await subjects(":(exclude)api")).toEqual([]);
    expect(await subjects("--all")).toEqual([]);
  });

  test("the limit says that it cut", async () => {
    const { commits, truncated } = await repository.log({ to: tagRef("v2"), limit: 2 });
    expect([commits.length, truncated]).toEqual([2, true]);
  });

  test("security A1: a subject that is a runner command stays a subject", async () => {
    const evil = makeRepository(workshop.path("evil"));
    commitFiles(evil, { a: "a" }, "::add-mask::a\n\nbody\u001f\u001ex %x00 %H");
    const { commits } = await workshop.open(evil).log({ to: branchRef("main") });
    expect(commits).toHaveLength(1);
    expect(commits[0]).toMatchObject({ subject: "::add-mask::a", body: "body\u001f\u001ex %x00 %H" });
  });

  test("a range from a commit that is not here fails, and is not an empty list", async () => {
    expect(await stopOf(repository.log({ from: objectIdOf("2".repeat(40)), to: tagRef("v2") }))).toMatchObject({
      verdict: "undecided",
    });
  });
});

describe("release.md 3: ancestry is yes, no or unknown", () => {
  test("in a whole repository", async () => {
    expect(await repository.isAncestor(tagRef("v1"), branchRef("main"))).toBe("yes");
    expect(await repository.isAncestor(tagRef("v2"), tagRef("v1"))).toBe("no");
    expect(await repository.isAncestor(branchRef("side"), tagRef("v2"))).toBe("yes");
  });

  test("rc 128: a missing commit or branch is unknown, never no", async () => {
    expect(await repository.isAncestor(objectIdOf("3".repeat(40)), branchRef("main"))).toBe("unknown");
    expect(await repository.isAncestor(tagRef("v1"), branchRef("absent"))).toBe("unknown");
  });

  test("security C55: a shallow clone answers unknown and says that its history is incomplete", async () => {
    const shallow = workshop.path("shallow");
    git(workshop.directory, ["clone", "--quiet", "--depth=2", `file://${directory}`, shallow]);
    const clone = workshop.open(shallow);
    expect(await clone.isShallow()).toBe(true);
    expect(await clone.isAncestor(ids[0] as ObjectId, branchRef("main"))).toBe("unknown");
    expect(await clone.isAncestor(branchRef("main"), ids[2] as ObjectId)).toBe("unknown");
    expect(await clone.isAncestor(ids[2] as ObjectId, branchRef("main"))).toBe("yes");
    expect(await clone.log({ to: branchRef("main") })).toMatchObject({ complete: false });
    expect(await clone.log({ from: ids[2] as ObjectId, to: ids[2] as ObjectId })).toMatchObject({ complete: true });
  });
});

test("security C55: replace refs and grafts have no say", async () => {
  const other = makeRepository(workshop.path("replaced"));
  const first = objectIdOf(commitFiles(other, { a: "1" }, "First"));
  const second = objectIdOf(commitFiles(other, { a: "2" }, "Second"));
  const fake = git(other, ["commit-tree", "-m", "Fake", `${first}^{tree}`]);
  git(other, ["replace", second, fake]);
  const seen = workshop.open(other);
  expect((await seen.log({ to: branchRef("main") })).commits.map(({ subject }) => subject)).toEqual([
    "Second",
    "First",
  ]);
  git(other, ["replace", "-d", second]);
  writeFileSync(workshop.path("replaced", ".git", "info", "grafts"), `${second}\n`);
  expect((await seen.log({ to: branchRef("main") })).commits).toHaveLength(2);
  expect(await seen.isAncestor(first, second)).toBe("yes");
});

describe("readFile", () => {
  test("gives a blob's exact bytes, or undefined where there is none", async () => {
    const other = makeRepository(workshop.path("files"));
    const bytes = Buffer.from([0, 13, 10, 255, 10]);
    const id = objectIdOf(
      commitFiles(other, { "dir/x.bin": bytes, "-dash": "d", ".gitattributes": "* text eol=crlf\n" }),
    );
    git(other, [
      "update-index",
      "--add",
      "--cacheinfo",
      `100644,${git(other, ["hash-object", "-w", "--no-filters", "dir/x.bin"])},dir/x.bin`,
    ]);
    const seen = workshop.open(other);
    expect(await seen.readFile(id, "-dash", 10)).toEqual(Buffer.from("d"));
    expect(await seen.readFile(id, "dir/none", 10)).toBeUndefined();
    expect(await seen.readFile(id, "di?/x.bin", 10)).toBeUndefined();
    expect((await seen.readFile(id, "dir/x.bin", 10))?.includes(255)).toBe(true);
  });

  test("security C44: refuses symbolic links, submodules, directories and more bytes than requested", async () => {
    const other = makeRepository(workshop.path("links"));
    symlinkSync("/etc/passwd", workshop.path("links", "link"));
    commitFiles(other, { "dir/big": "x".repeat(100) });
    git(other, ["update-index", "--add", "--cacheinfo", `160000,${"4".repeat(40)},module`]);
    git(other, ["commit", "--quiet", "--message", "Module"]);
    const id = objectIdOf(git(other, ["rev-parse", "HEAD"]));
    const seen = workshop.open(other);
    for (const [path, what] of [
      ["link", "a symbolic link"],
      ["module", "a submodule"],
      ["dir", "a directory"],
    ]) {
      expect((await stopOf(seen.readFile(id, path ?? "", 10))).message).toContain(what);
    }
    expect((await stopOf(seen.readFile(id, "dir/big", 99))).message).toContain("100 bytes");
    expect(await seen.readFile(id, "dir/big", 100)).toHaveLength(100);
    expect(await seen.readFile(id, "link/passwd", 100)).toBeUndefined();
  });
});

test("a repository without a commit has no HEAD, and no directory at all says how to get one", async () => {
  const empty = makeRepository(workshop.path("empty"));
  expect(await workshop.open(empty).head()).toBeUndefined();
  expect(await workshop.open(empty).tags()).toEqual([]);
  rmSync(workshop.path("empty", ".git"), { recursive: true });
  expect(await stopOf(workshop.open(empty).head())).toMatchObject({
    verdict: "invalid",
    details: { remedy: expect.stringContaining("actions/checkout") },
  });
  expect((await stopOf(workshop.open(workshop.path("nowhere")).head())).message).toContain("could not be started");
});

test("HEAD detached has no branch", async () => {
  expect(await repository.headBranch()).toBe("refs/heads/main");
  const detached = workshop.path("detached");
  git(workshop.directory, ["clone", "--quiet", directory, detached]);
  git(detached, ["checkout", "--quiet", "v1"]);
  expect(await workshop.open(detached).headBranch()).toBeUndefined();
  expect(await workshop.open(detached).head()).toBe(ids[0]);
});

describe("changedSince", () => {
  test("what was committed and what was not, since the histories parted; renames as two paths", async () => {
    const here = makeRepository(workshop.path("changed"));
    commitFiles(
      here,
      { "a b.yml": "1", "gone.yml": "1", "old.yml": "a text that is long enough to be found again" },
      "Begin",
    );
    git(here, ["checkout", "--quiet", "-b", "work"]);
    git(here, ["rm", "--quiet", "gone.yml"]);
    git(here, ["mv", "old.yml", "new.yml"]);
    commitFiles(here, { "a b.yml": "2" }, "Work");
    git(here, ["checkout", "--quiet", "main"]);
    commitFiles(here, { "elsewhere.yml": "1" }, "Meanwhile");
    git(here, ["checkout", "--quiet", "work"]);
    writeFileSync(`${here}/untracked.yml`, "1");
    const paths = await workshop.open(here).changedSince(branchRef("main"));
    expect([...(paths ?? [])].sort()).toEqual(["a b.yml", "gone.yml", "new.yml", "old.yml", "untracked.yml"]);
  });

  test("a commit that is not here, and a history without a common beginning, leave it open", async () => {
    expect(await repository.changedSince(objectIdOf("f".repeat(40)))).toBeUndefined();
    const other = makeRepository(workshop.path("parted"));
    commitFiles(other, { a: "1" }, "One beginning");
    git(other, ["checkout", "--quiet", "--orphan", "alone"]);
    commitFiles(other, { a: "1" }, "Another beginning");
    expect(await workshop.open(other).changedSince(branchRef("main"))).toBeUndefined();
  });
});

describe("isReachable", () => {
  test("says whether a ref below one of the prefixes leads to the commit", async () => {
    const orphan = git(directory, ["commit-tree", "-m", "Orphan", `${ids[0]}^{tree}`]);
    git(directory, ["update-ref", "refs/pull/1/head", orphan]);
    const commit = objectIdOf(orphan);
    expect(await repository.isReachable(ids[0]!, ["refs/heads/"])).toBe("yes");
    expect(await repository.isReachable(ids[3]!, ["refs/tags/"])).toBe("yes");
    expect(await repository.isReachable(commit, ["refs/heads/", "refs/tags/"])).toBe("no");
    expect(await repository.isReachable(commit, ["refs/heads/", "refs/pull/"])).toBe("yes");
  });

  test("is unknown where a shallow boundary may hide the way", async () => {
    const shallow = makeRepository(workshop.path("shallow-reach"));
    git(shallow, ["fetch", "--quiet", "--depth=1", `file://${directory}`, "refs/heads/main:refs/heads/there"]);
    git(shallow, ["fetch", "--quiet", "--depth=1", `file://${directory}`, ids[1]!]);
    expect(await workshop.open(shallow).isReachable(ids[4]!, ["refs/heads/"])).toBe("yes");
    expect(await workshop.open(shallow).isReachable(ids[1]!, ["refs/heads/"])).toBe("unknown");
  });

  test("refuses what is not a ref's prefix", async () => {
    expect((await stopOf(repository.isReachable(ids[0]!, ["--all"]))).verdict).toBe("invalid");
  });
});

describe("relation", () => {
  test("is ahead, behind or diverged", async () => {
    expect(await repository.relation(ids[0]!, ids[4]!)).toBe("ahead");
    expect(await repository.relation(ids[4]!, ids[4]!)).toBe("ahead");
    expect(await repository.relation(ids[4]!, ids[0]!)).toBe("behind");
    expect(await repository.relation(ids[2]!, ids[3]!)).toBe("diverged");
  });

  test("is unknown where a shallow boundary or a missing commit leaves it open", async () => {
    expect(await repository.relation(objectIdOf("f".repeat(40)), ids[4]!)).toBe("unknown");
    const shallow = makeRepository(workshop.path("shallow-relation"));
    git(shallow, ["fetch", "--quiet", "--depth=1", `file://${directory}`, "refs/heads/main:refs/heads/there"]);
    git(shallow, ["fetch", "--quiet", "--depth=1", `file://${directory}`, ids[1]!]);
    expect(await workshop.open(shallow).relation(ids[1]!, ids[4]!)).toBe("unknown");
  });
});
