import { appendFileSync, chmodSync, existsSync, mkdirSync, writeFileSync } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { commitFiles, git, makeRepository } from "../../test/repositories.ts";
import { ADA, makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import { branchRef, objectIdOf, openRepository, privateClone, tagRef } from "./index.ts";
import type { Repository } from "./index.ts";

let workshop: Workshop;
let directory: string;
let sentinel: string;
let program: string;

beforeEach(() => {
  workshop = makeWorkshop();
  directory = makeRepository(workshop.path("work"));
  sentinel = workshop.path("SENTINEL");
  program = workshop.path("evil.sh");
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${sentinel}'\ncat\n`);
  chmodSync(program, 0o755);
  commitFiles(directory, { "a.txt": "a\n", "package.json": '{"version":"1.0.0"}\n' });
  git(directory, ["tag", "--annotate", "--message", "One", "v1"]);
});
afterEach(() => workshop.remove());

/** Every local function once, on a tree with a changed file. */
async function useEverything(repository: Repository): Promise<void> {
  writeFileSync(workshop.path("work", "a.txt"), `changed ${Math.random()}\n`);
  const head = await repository.head();
  if (head === undefined) throw new Error("no HEAD");
  await repository.inspectTag("v1");
  await repository.tags();
  await repository.isAncestor(tagRef("v1"), head);
  await repository.log({ to: head, paths: ["a.txt"] });
  await repository.readFile(head, "a.txt", 1000);
  await repository.verifyTag("v1", {});
  await repository.changedFiles();
  const made = await repository.commit({ paths: ["a.txt"], message: "Change a", author: ADA });
  await repository.createTag({ name: `t-${made.id.slice(0, 8)}`, target: made.id, message: "T", tagger: ADA });
}

function expectNothingRan(): void {
  expect(existsSync(sentinel)).toBe(false);
}

test("the fixture's program does run where git is not guarded", () => {
  git(directory, ["config", "core.fsmonitor", program]);
  git(directory, ["status"]);
  expect(existsSync(sentinel)).toBe(true);
});

test("security C39: hooks, the file system monitor, filters, textconv and every program of .git/config stay unused", async () => {
  const hooks = workshop.path("work", ".git", "hooks");
  mkdirSync(hooks, { recursive: true });
  for (const name of [
    "pre-commit",
    "prepare-commit-msg",
    "commit-msg",
    "post-commit",
    "post-index-change",
    "reference-transaction",
    "post-checkout",
    "pre-push",
    "fsmonitor-watchman",
  ]) {
    writeFileSync(`${hooks}/${name}`, `#!/bin/sh\necho hook >> '${sentinel}'\n`);
    chmodSync(`${hooks}/${name}`, 0o755);
  }
  for (const key of [
    "core.fsmonitor",
    "core.sshCommand",
    "core.askPass",
    "core.pager",
    "pager.log",
    "pager.tag",
    "core.editor",
    "core.gitProxy",
    "filter.evil.clean",
    "filter.evil.smudge",
    "filter.evil.process",
    "diff.evil.textconv",
    "diff.evil.command",
    "diff.external",
    "gpg.program",
    "gpg.ssh.program",
    "gpg.x509.program",
    "gpg.ssh.defaultKeyCommand",
    "credential.helper",
    "core.alternateRefsCommand",
    "trailer.x.command",
    "sequence.editor",
    "uploadpack.packObjectsHook",
  ])
    git(directory, ["config", key, program]);
  for (const [key, value] of [
    ["core.hooksPath", hooks],
    ["filter.evil.required", "true"],
    ["log.showSignature", "true"],
    ["commit.gpgSign", "true"],
    ["tag.gpgSign", "true"],
    ["tag.forceSignAnnotated", "true"],
    ["diff.trustExitCode", "true"],
    ["core.untrackedCache", "true"],
    ["alias.log", `!${program}`],
    ["alias.cat-file", `!${program}`],
  ] as const)
    git(directory, ["config", key, value]);
  writeFileSync(workshop.path("work", ".gitattributes"), "* filter=evil diff=evil\n");
  await useEverything(workshop.open(directory));
  expectNothingRan();
});

test("security C40: GIT_* variables of the caller reach no child", async () => {
  const environment = {
    PATH: process.env["PATH"] ?? "",
    GIT_DIR: workshop.path("elsewhere"),
    GIT_SSH_COMMAND: program,
    GIT_EXEC_PATH: workshop.directory,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.fsmonitor",
    GIT_CONFIG_VALUE_0: program,
    GIT_CONFIG_PARAMETERS: `'core.fsmonitor=${program}'`,
    GIT_EXTERNAL_DIFF: program,
    GIT_PROXY_COMMAND: program,
    GIT_ASKPASS: program,
    GIT_TRACE: workshop.path("trace"),
    GIT_TRACE_CURL: workshop.path("trace"),
    GIT_INDEX_FILE: workshop.path("index"),
    GIT_OBJECT_DIRECTORY: workshop.path("objects"),
    LD_PRELOAD: program,
    BASH_ENV: program,
    ENV: program,
    INPUT_TOKEN: "x",
  };
  await useEverything(openRepository({ ...workshop.options, environment, directory }));
  expectNothingRan();
  expect(existsSync(workshop.path("trace"))).toBe(false);
});

test("security C40: a relative PATH entry does not run a git of the work tree", async () => {
  writeFileSync(workshop.path("work", "git"), `#!/bin/sh\necho ran > '${sentinel}'\n`);
  chmodSync(workshop.path("work", "git"), 0o755);
  const environment = { PATH: `.::${process.env["PATH"] ?? ""}:` };
  await openRepository({ ...workshop.options, environment, directory }).tags();
  expectNothingRan();
});

test("security C41: ~/.gitconfig, the XDG configuration and ~/.netrc are not read", async () => {
  const home = workshop.path("home");
  mkdirSync(`${home}/.config/git`, { recursive: true });
  for (const file of [`${home}/.gitconfig`, `${home}/.config/git/config`]) {
    writeFileSync(file, `[core]\n\tfsmonitor = ${program}\n\thooksPath = ${home}\n[alias]\n\ttag = !${program}\n`);
  }
  const environment = { PATH: process.env["PATH"] ?? "", HOME: home, XDG_CONFIG_HOME: `${home}/.config` };
  await useEverything(openRepository({ ...workshop.options, environment, directory }));
  expectNothingRan();
});

describe("security C37: only https, and http on loopback", () => {
  test.each([
    "ext::sh -c evil",
    "fd::3",
    "ssh://-oProxyCommand=evil/x",
    "git@host:x.git",
    "git://host/x.git",
    "http://host.test/x.git",
    "file:///tmp/x.git",
    "/tmp/x.git",
    "-upload-pack=x",
    "--upload-pack=evil",
    "https://",
    "https://host.test",
    "https://host.test/x?y",
    "https://host.test/x#y",
    "ftp://host.test/x",
    "https://[::ffff:a9fe:a9fe",
    "",
    "http://127.0.0.1.evil.test/x",
    "transport::https://host.test/x",
  ])("%s is refused before anything starts", async (url) => {
    const repository = workshop.open(directory);
    expect(await stopOf(repository.remoteRefs({ url }, ["refs/heads/main"]))).toMatchObject({ verdict: "invalid" });
    expect(await stopOf(repository.fetchTag({ url }, "v1"))).toMatchObject({ verdict: "invalid" });
    expect(await stopOf(privateClone({ ...workshop.options, url, ref: branchRef("main") }))).toMatchObject({
      verdict: "invalid",
    });
    const id = objectIdOf("1".repeat(40));
    expect(
      await stopOf(repository.push({ url, updates: [{ ref: branchRef("x"), id, expect: "absent" }] })),
    ).toMatchObject({
      verdict: "invalid",
    });
    expectNothingRan();
  });

  test("security C47: a token in the address is refused, and not shown", async () => {
    const stop = await stopOf(
      workshop.open(directory).remoteRefs({ url: "https://u:s3cr3t-t0ken@host.test/x" }, ["refs/x"]),
    );
    expect(stop.message).not.toContain("s3cr3t");
    expect(stop.message).toContain("user name or a password");
  });

  test("a partial clone of a hostile configuration does not fetch by its own rules", async () => {
    const bare = workshop.path("bare.git");
    git(workshop.directory, ["clone", "--quiet", "--bare", directory, bare]);
    git(bare, ["config", "uploadpack.allowFilter", "true"]);
    const partial = workshop.path("partial");
    git(workshop.directory, ["clone", "--quiet", "--filter=blob:none", "--no-checkout", `file://${bare}`, partial]);
    git(partial, ["config", "remote.origin.uploadpack", program]);
    git(partial, ["config", "remote.origin.url", `ext::${program} %S`]);
    git(partial, ["config", "protocol.allow", "always"]);
    const repository = workshop.open(partial);
    const head = await repository.head();
    if (head === undefined) throw new Error("no HEAD");
    expect(await stopOf(repository.readFile(head, "a.txt", 100))).toMatchObject({ verdict: "invalid" });
    expectNothingRan();
  });
});

test("security C38: no value can become an option", async () => {
  const repository = workshop.open(directory);
  const head = objectIdOf(git(directory, ["rev-parse", "HEAD"]));
  const evil = `--upload-pack=${program}` as never;
  for (const attempt of [
    repository.resolve(evil),
    repository.peel(evil),
    repository.tag(evil),
    repository.inspectTag(evil),
    repository.isAncestor(evil, head),
    repository.isAncestor(head, evil),
    repository.log({ to: evil }),
    repository.log({ from: evil, to: head }),
    repository.readFile(evil, "a.txt", 10),
    repository.createTag({ name: evil, target: head, message: "x", tagger: ADA }),
    repository.createTag({ name: "x", target: evil, message: "x", tagger: ADA }),
    repository.commit({ paths: ["a.txt"], message: "x", author: ADA, branch: evil }),
    repository.remoteRefs({ url: "https://host.test/x" }, [evil]),
    repository.push({ url: "https://host.test/x", updates: [{ ref: evil, id: head, expect: "absent" }] }),
    repository.push({ url: "https://host.test/x", updates: [{ ref: branchRef("x"), id: evil, expect: "absent" }] }),
    repository.push({ url: "https://host.test/x", updates: [{ ref: branchRef("x"), id: head, expect: evil }] }),
    privateClone({ ...workshop.options, url: "https://host.test/x", ref: evil }),
  ]) {
    expect(await stopOf(attempt)).toMatchObject({ verdict: "invalid" });
  }
  expect(await repository.readFile(head, evil, 10)).toBeUndefined();
  expectNothingRan();
});

test("security C42: submodules are never entered", async () => {
  const inner = makeRepository(workshop.path("work", "module"));
  commitFiles(inner, { x: "x" });
  appendFileSync(workshop.path("work", "module", ".git", "config"), `[core]\n\tfsmonitor = ${program}\n`);
  git(directory, ["update-index", "--add", "--cacheinfo", `160000,${git(inner, ["rev-parse", "HEAD"])},module`]);
  git(directory, ["commit", "--quiet", "--message", "Add module"]);
  writeFileSync(workshop.path("work", "module", "x"), "y");
  expect(await workshop.open(directory).changedFiles()).toEqual([]);
  expectNothingRan();
});

test("a work tree that .git/config puts elsewhere is refused", async () => {
  mkdirSync(workshop.path("elsewhere"));
  git(directory, ["config", "core.worktree", workshop.path("elsewhere")]);
  expect((await stopOf(workshop.open(directory).changedFiles())).message).toMatch(/work tree/);
});

test("security C39: a bare repository planted in the work tree is not mistaken for the repository", async () => {
  const planted = workshop.path("work", "planted");
  git(workshop.directory, ["init", "--quiet", "--bare", planted]);
  git(planted, ["config", "core.fsmonitor", program]);
  expect((await stopOf(workshop.open(planted).head())).message).toContain("bare repository");
});
