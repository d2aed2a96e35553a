import { renameSync, writeFileSync } from "node:fs";

import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";

import { commitFiles, git, makeRepository } from "../../test/repositories.ts";
import { makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import { fullRefOf, objectIdOf, tagRef } from "./index.ts";
import type { Repository } from "./index.ts";
import { parseTagObject } from "./tags.ts";

let workshop: Workshop;
let directory: string;
let repository: Repository;
let commit: string;

beforeAll(() => {
  workshop = makeWorkshop();
  directory = makeRepository(workshop.path("work"));
  commit = commitFiles(directory, { "a.txt": "a\n" });
  git(directory, ["tag", "--annotate", "--message", "Release 1.1.0\n\nThe body.", "v1.1.0"]);
  git(directory, ["tag", "--annotate", "--message", "Frontend", "v1.1.0-frontend"]);
  git(directory, ["tag", "light"]);
  git(directory, ["tag", "--annotate", "--message", "Outer", "nested", "v1.1.0"]);
  git(directory, ["tag", "--annotate", "--message", "Outermost", "nested-twice", "nested"]);
  git(directory, ["tag", "--annotate", "--message", "Tree", "of-tree", "HEAD^{tree}"]);
  git(directory, ["tag", "light-blob", "HEAD:a.txt"]);
  git(directory, ["branch", "v1.1.0", "HEAD"]);
  repository = workshop.open(directory);
});
afterAll(() => workshop.remove());

describe("tag", () => {
  test("an annotated tag in full", async () => {
    expect(await repository.tag("v1.1.0")).toEqual({
      name: "v1.1.0",
      id: git(directory, ["rev-parse", "refs/tags/v1.1.0"]),
      annotated: true,
      commit,
      targetType: "commit",
      statedName: "v1.1.0",
      tagger: "Cora Committer",
      date: 1_750_000_000_000,
      message: "Release 1.1.0\n\nThe body.\n",
      signed: false,
    });
  });

  test("a lightweight tag is its commit", async () => {
    expect(await repository.tag("light")).toEqual({
      name: "light",
      id: commit,
      annotated: false,
      commit,
      targetType: "commit",
      signed: false,
    });
  });

  test("release.md 3, T33: a tag made lightweight by a checkout is not annotated any more", async () => {
    git(directory, ["update-ref", "refs/tags/flattened", git(directory, ["rev-parse", "v1.1.0-frontend^{commit}"])]);
    expect(await repository.tag("flattened")).toMatchObject({ annotated: false, commit });
  });

  test("security C49: a tag of a tag leads to the commit, one of a tree or a blob to none", async () => {
    expect(await repository.tag("nested-twice")).toMatchObject({ annotated: true, commit, targetType: "commit" });
    expect(await repository.tag("of-tree")).toMatchObject({ annotated: true, commit: undefined, targetType: "tree" });
    expect(await repository.tag("light-blob")).toMatchObject({
      annotated: false,
      commit: undefined,
      targetType: "blob",
    });
    expect(await repository.peel(tagRef("nested-twice"))).toBe(commit);
    for (const name of ["of-tree", "light-blob"]) {
      expect(await stopOf(repository.peel(tagRef(name)))).toMatchObject({ verdict: "refused" });
    }
  });

  test("security C50: of a branch and a tag of one name, the tag answers", async () => {
    commitFiles(directory, { "b.txt": "b\n" });
    git(directory, ["update-ref", "refs/heads/v1.1.0", "HEAD"]);
    expect((await repository.tag("v1.1.0"))?.commit).toBe(commit);
    expect((await repository.resolve(fullRefOf("refs/heads/v1.1.0")))?.id).not.toBe(commit);
    git(directory, ["reset", "--quiet", "--hard", commit]);
  });

  test("security C48: a tag that is rewritten all the time is always one of its states", async () => {
    const annotated = git(directory, ["rev-parse", "v1.1.0-frontend"]);
    const next = git(directory, ["commit-tree", "-m", "Next", "-p", commit, "HEAD^{tree}"]);
    let done = false;
    const moving = (async () => {
      for (let turn = 0; !done; turn += 1) {
        const id = [annotated, next][turn % 2] ?? "";
        writeFileSync(`${directory}/.git/refs/tags/moving.new`, `${id}\n`);
        renameSync(`${directory}/.git/refs/tags/moving.new`, `${directory}/.git/refs/tags/moving`);
        await new Promise((resolve) => setImmediate(resolve));
      }
    })();
    await new Promise((resolve) => setTimeout(resolve, 20));
    for (let look = 0; look < 40; look += 1) {
      const tag = await repository.tag("moving");
      expect([`${annotated} true ${commit}`, `${next} false ${next}`]).toContain(
        `${tag?.id} ${tag?.annotated} ${tag?.commit}`,
      );
    }
    done = true;
    await moving;
    git(directory, ["update-ref", "-d", "refs/tags/moving"]);
  });

  test("no tag is undefined, and peeling nothing says what to fetch", async () => {
    expect(await repository.tag("v9.9.9")).toBeUndefined();
    const stop = await stopOf(repository.peel(objectIdOf("1".repeat(40))));
    expect(stop).toMatchObject({
      verdict: "undecided",
      details: { remedy: expect.stringContaining("fetch-depth: 0") },
    });
  });
});

test("inspectTag gives tag, HEAD and depth together", async () => {
  expect(await repository.inspectTag("v1.1.0-frontend")).toMatchObject({
    tag: { annotated: true, commit },
    head: commit,
    shallow: false,
  });
  expect(await repository.inspectTag("none")).toEqual({ tag: undefined, head: commit, shallow: false });
  expect((await repository.inspectTag("of-tree")).tag?.targetType).toBe("tree");
});

test("tags lists several tags on one commit, with what they lead to", async () => {
  const all = new Map((await repository.tags()).map((tag) => [tag.name, tag]));
  expect([...all.keys()].sort()).toEqual(git(directory, ["tag"]).split("\n").sort());
  for (const name of ["v1.1.0", "v1.1.0-frontend", "light", "nested", "nested-twice"]) {
    expect(all.get(name)?.commit).toBe(commit);
  }
  expect(all.get("of-tree")?.commit).toBeUndefined();
  expect(all.get("light-blob")).toMatchObject({ annotated: false, commit: undefined });
});

test("security B19, T31: names that a shell or an expression would obey are listed as they are", async () => {
  const names = ["v1;id", "v1`id`", "v1$(id)", "v1|x", "v1%0Ax", "${{x}}", "%(objectname)"];
  for (const name of names) git(directory, ["update-ref", `refs/tags/${name}`, commit]);
  const listed = (await repository.tags()).map(({ name }) => name);
  expect(listed).toEqual(expect.arrayContaining(names));
  for (const name of names) expect((await repository.tag(name))?.commit).toBe(commit);
});

test("security B20: a tag named like an option is refused by name, and harmless in the list", async () => {
  git(directory, ["update-ref", "refs/tags/--upload-pack=x", commit]);
  expect((await repository.tags()).map(({ name }) => name)).toContain("--upload-pack=x");
  expect(await stopOf(repository.tag("--upload-pack=x"))).toMatchObject({ verdict: "invalid" });
});

test("security B22: look-alike letters are another tag", async () => {
  expect(await repository.tag("v1.1.0-frontеnd")).toBeUndefined();
});

describe("parseTagObject", () => {
  const header = `object ${"1".repeat(40)}\ntype commit\ntag v1\ntagger Ada <a@b> 1750000000 +0200\n\n`;

  test.each([
    ["SSH SIGNATURE", "ssh"],
    ["PGP SIGNATURE", "openpgp"],
    ["SIGNED MESSAGE", "x509"],
  ])("knows %s", (armour, kind) => {
    const body = `Text\n-----BEGIN ${armour}-----\nabc\n-----END ${armour}-----\n`;
    expect(parseTagObject(Buffer.from(header + body))).toMatchObject({
      signature: kind,
      message: "Text\n",
      tagger: "Ada",
    });
  });

  test("an armour in the middle of a line is words", () => {
    expect(parseTagObject(Buffer.from(`${header}see -----BEGIN SSH SIGNATURE-----\n`)).signature).toBeUndefined();
  });

  test("a tag without a tagger or a message, as old ones are", () => {
    expect(parseTagObject(Buffer.from(`object ${"1".repeat(40)}\ntype commit\ntag v0\n\n`))).toEqual({
      statedName: "v0",
      message: "",
    });
  });

  test("a tagger line of 100 kB is read in linear time", () => {
    const start = performance.now();
    parseTagObject(Buffer.from(`tag x\ntagger ${"< ".repeat(50_000)}\n\n`));
    parseTagObject(Buffer.from(`tag x\ntagger ${" ".repeat(100_000)}\n\n`));
    expect(performance.now() - start).toBeLessThan(500);
  });
});

test("a SHA-256 repository answers the same questions", async () => {
  const other = makeRepository(workshop.path("sha256"), "--object-format=sha256");
  const id = commitFiles(other, { a: "a" });
  git(other, ["tag", "--annotate", "--message", "One", "v1"]);
  writeFileSync(workshop.path("sha256", "b"), "b");
  expect(id).toHaveLength(64);
  expect(await workshop.open(other).tag("v1")).toMatchObject({ commit: id, annotated: true });
  expect(await workshop.open(other).changedFiles()).toEqual(["b"]);
});
