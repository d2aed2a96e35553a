import { chmodSync, existsSync, readFileSync, rmSync, symlinkSync, writeFileSync } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { commitFiles, git, makeRepository } from "../../test/repositories.ts";
import { ADA, makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import { branchRef, objectIdOf } from "./index.ts";
import type { CommitRequest, CommitResult, Repository } from "./index.ts";

let workshop: Workshop;
let directory: string;
let repository: Repository;

beforeEach(() => {
  workshop = makeWorkshop();
  directory = makeRepository(workshop.path("work"));
  commitFiles(directory, { "a.txt": "a\n", "b.txt": "b\n", "dir/c.txt": "c\n" });
  repository = workshop.open(directory);
});
afterEach(() => workshop.remove());

function write(path: string, content: string | Buffer): void {
  writeFileSync(workshop.path("work", path), content);
}

function commit(paths: CommitRequest["paths"], more: Partial<CommitRequest> = {}): Promise<CommitResult> {
  return repository.commit({ paths, message: "Change\n\nBody\n", author: ADA, ...more });
}

describe("commit", () => {
  test("holds exactly the named paths; what else is changed or staged stays so", async () => {
    write("a.txt", "A\n");
    write("b.txt", "B\n");
    write("dir/c.txt", "C\n");
    write("new.txt", "N\n");
    git(directory, ["add", "dir/c.txt"]);
    const { id, changed } = await commit(["a.txt", "new.txt"], { date: 1_760_000_000_000 });
    expect(changed).toBe(true);
    expect(git(directory, ["rev-parse", "main"])).toBe(id);
    expect(git(directory, ["show", "--name-only", "--format=%an|%ae|%at|%cn|%s|%b", id])).toBe(
      "Ada Author|ada@example.test|1760000000|Ada Author|Change|Body\n\n\na.txt\nnew.txt",
    );
    expect(git(directory, ["status", "--porcelain"])).toBe("M b.txt\nM  dir/c.txt");
  });

  test("a second time nothing changes", async () => {
    write("a.txt", "A\n");
    const first = await commit(["a.txt"]);
    expect(await commit(["a.txt"])).toEqual({ id: first.id, changed: false });
    expect(git(directory, ["rev-list", "--count", "main"])).toBe("2");
  });

  test("on another branch the work tree and its index stay as they are", async () => {
    git(directory, ["branch", "other"]);
    const { id } = await commit([{ path: "a.txt", bytes: Buffer.from("other\n") }], { branch: branchRef("other") });
    expect(git(directory, ["rev-parse", "other"])).toBe(id);
    expect(git(directory, ["status", "--porcelain"])).toBe("");
    expect(await commit([{ path: "x", bytes: Buffer.from("x") }], { branch: branchRef("brand-new") })).toMatchObject({
      changed: true,
    });
  });

  test("a detached HEAD moves, and no branch with it", async () => {
    git(directory, ["checkout", "--quiet", "--detach"]);
    write("a.txt", "A\n");
    const { id } = await commit(["a.txt"]);
    expect(git(directory, ["rev-parse", "HEAD"])).toBe(id);
    expect(git(directory, ["rev-parse", "main"])).not.toBe(id);
  });

  test("the first commit of a repository", async () => {
    const empty = makeRepository(workshop.path("empty"));
    const { id } = await workshop
      .open(empty)
      .commit({ paths: [{ path: "x", bytes: Buffer.from("x") }], message: "x", author: ADA });
    expect(git(empty, ["rev-parse", "main"])).toBe(id);
  });

  test("security C43: no filter and no line-ending rule changes a byte", async () => {
    write(".gitattributes", "* text eol=crlf ident working-tree-encoding=UTF-16\n");
    git(directory, ["config", "core.autocrlf", "true"]);
    const bytes = Buffer.from("one\r\ntwo\n$Id$\n\u00e9\0", "utf8");
    write("a.txt", bytes);
    const { id } = await commit(["a.txt"]);
    expect(await repository.readFile(objectIdOf(id), "a.txt", 100)).toEqual(bytes);
  });

  test("security C44: a symbolic link, a path through one, and a changed mode are refused", async () => {
    write("outside", "secret\n");
    rmSync(workshop.path("work", "a.txt"));
    symlinkSync("outside", workshop.path("work", "a.txt"));
    symlinkSync("dir", workshop.path("work", "way"));
    chmodSync(workshop.path("work", "b.txt"), 0o755);
    for (const path of ["a.txt", "way/c.txt", "b.txt"])
      expect(await stopOf(commit([path]))).toMatchObject({ verdict: "refused" });
    git(directory, ["add", "a.txt"]);
    git(directory, ["commit", "--quiet", "--message", "Link"]);
    expect(await stopOf(commit([{ path: "a.txt", bytes: Buffer.from("x") }]))).toMatchObject({ verdict: "refused" });
    for (const path of ["../x", ".git/config", "none"])
      expect(await stopOf(commit([path]))).toMatchObject({ verdict: "invalid" });
    expect(git(directory, ["rev-list", "--count", "main"])).toBe("2");
  });

  test("an executable stays one", async () => {
    chmodSync(workshop.path("work", "b.txt"), 0o755);
    git(directory, ["commit", "--quiet", "--all", "--message", "Mode"]);
    write("b.txt", "B\n");
    const { id } = await commit(["b.txt"]);
    expect(git(directory, ["ls-tree", id, "b.txt"])).toMatch(/^100755/);
  });

  test.each([".github/workflows/ci.yml", ".github/actions/x/action.yml", ".gitlab-ci.yml", ".GitHub/workflows/x.yml"])(
    "security C58: %s is refused unless allowed",
    async (path) => {
      const change = [{ path, bytes: Buffer.from("on: push\n") }];
      expect(await stopOf(commit(change))).toMatchObject({ verdict: "refused" });
      expect(await commit(change, { allowPipelineFiles: true })).toMatchObject({ changed: true });
    },
  );

  test("a message of nothing, an author with a line break, no path and a path twice are invalid", async () => {
    write("a.txt", "A\n");
    for (const more of [
      { message: " \n" },
      { message: "a\0" },
      { author: { name: "a\nb", email: "x" } },
      { paths: [] },
      { paths: ["a.txt", "a.txt"] },
    ]) {
      expect(await stopOf(commit(["a.txt"], more))).toMatchObject({ verdict: "invalid" });
    }
    expect(git(directory, ["rev-list", "--count", "main"])).toBe("1");
  });

  test("a branch that another process moves meanwhile stays where that put it", async () => {
    const race = workshop.open(directory);
    write("a.txt", "A\n");
    write("b.txt", "B\n");
    const ends = await Promise.allSettled([
      race.commit({ paths: ["a.txt"], message: "One", author: ADA }),
      repository.commit({ paths: ["b.txt"], message: "Two", author: ADA }),
    ]);
    const made = ends.filter(({ status }) => status === "fulfilled").length;
    expect(made).toBeGreaterThanOrEqual(1);
    expect(git(directory, ["rev-list", "--count", "main"])).toBe(String(1 + made));
  });
});

test("changedFiles lists what differs from HEAD, staged, changed, removed and untracked, but not what is ignored", async () => {
  write(".gitignore", "ignored\n");
  git(directory, ["add", ".gitignore"]);
  git(directory, ["commit", "--quiet", "--message", "Ignore"]);
  expect(await repository.changedFiles()).toEqual([]);
  write("a.txt", "A\n");
  rmSync(workshop.path("work", "b.txt"));
  write("dir/é\n.txt", "x");
  write("ignored", "x");
  write("excluded", "x");
  write(".git/info/exclude", "excluded\n");
  write("dir/c.txt", "C\n");
  git(directory, ["add", "dir/c.txt"]);
  const index = readFileSync(workshop.path("work", ".git", "index"));
  expect([...(await repository.changedFiles())].sort()).toEqual(["a.txt", "b.txt", "dir/c.txt", "dir/é\n.txt"].sort());
  expect(readFileSync(workshop.path("work", ".git", "index"))).toEqual(index);
  expect(existsSync(workshop.path("work", ".git", "index.lock"))).toBe(false);
});

describe("createTag", () => {
  const request = { name: "v1.0.0", message: "Release 1.0.0\n\n# Not a comment\n\n\nEnd", tagger: ADA };

  test("makes an annotated tag with the message as it is", async () => {
    const target = objectIdOf(git(directory, ["rev-parse", "HEAD"]));
    const { tag, created } = await repository.createTag({ ...request, target, date: 1_760_000_000_000 });
    expect(created).toBe(true);
    expect(tag).toMatchObject({
      name: "v1.0.0",
      annotated: true,
      commit: target,
      tagger: "Ada Author",
      date: 1_760_000_000_000,
      message: `${request.message}\n`,
      signed: false,
    });
    expect(await repository.createTag({ ...request, target })).toEqual({ tag, created: false });
  });

  test("one at another commit, with another message or without an object is refused and stays", async () => {
    const target = objectIdOf(git(directory, ["rev-parse", "HEAD"]));
    const { tag } = await repository.createTag({ ...request, target });
    git(directory, ["tag", "light"]);
    const next = objectIdOf(commitFiles(directory, { "a.txt": "next" }));
    const same = { ...request, target };
    for (const attempt of [
      { ...same, target: next },
      { ...same, message: "Other" },
      { ...same, name: "light" },
    ]) {
      expect(await stopOf(repository.createTag(attempt))).toMatchObject({ verdict: "refused" });
    }
    expect(git(directory, ["rev-parse", "v1.0.0"])).toBe(tag.id);
  });

  test("two at once: one makes it, the other finds it", async () => {
    const target = objectIdOf(git(directory, ["rev-parse", "HEAD"]));
    const date = 1_760_000_000_000;
    const results = await Promise.all(
      [1, 2, 3].map(() => workshop.open(directory).createTag({ ...request, target, date })),
    );
    expect(new Set(results.map(({ tag }) => tag.id)).size).toBe(1);
  });

  test("a target that is not a commit, an empty message and one that begins a signature are not taken", async () => {
    const target = objectIdOf(git(directory, ["rev-parse", "HEAD"]));
    const tree = objectIdOf(git(directory, ["rev-parse", "HEAD^{tree}"]));
    expect(await stopOf(repository.createTag({ ...request, target: tree }))).toMatchObject({ verdict: "refused" });
    for (const message of ["", "x\n-----BEGIN SSH SIGNATURE-----\n"]) {
      expect(await stopOf(repository.createTag({ ...request, target, message }))).toMatchObject({ verdict: "invalid" });
    }
  });
});

test("a commit made for another tip of the branch is not made", async () => {
  const before = (await repository.head())!;
  commitFiles(directory, { "other.txt": "from elsewhere\n" }, "Elsewhere");
  const stop = await stopOf(
    repository.commit({
      paths: [{ path: "a.txt", bytes: Buffer.from("new\n") }],
      message: "New",
      author: ADA,
      parent: before,
    }),
  );
  expect(stop.verdict).toBe("undecided");
  expect(stop.message).toContain("was moved by another process");
});
