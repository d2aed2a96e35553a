import { chmodSync, existsSync, mkdirSync, readdirSync, symlinkSync, writeFileSync } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { BRANCH, bytesIn, change, FILE, heads, startEditWorkshop } from "../../test/edit-workshop.ts";
import type { EditWorkshop } from "../../test/edit-workshop.ts";
import { ADA, stopOf } from "../../test/git-workshop.ts";
import { git } from "../../test/repositories.ts";
import type { ObjectId } from "./index.ts";

let at: EditWorkshop;

beforeEach(async () => {
  at = await startEditWorkshop();
});
afterEach(() => at.close());

/** Changes the served main manually. */
function commitByHand(edit: (origin: string) => void): ObjectId {
  edit(at.origin);
  git(at.origin, ["commit", "--quiet", "--message", "By hand"]);
  git(at.origin, ["push", "--quiet", at.bare, "main"]);
  return git(at.origin, ["rev-parse", "HEAD"]) as ObjectId;
}

test("T19: one commit on a new branch whose parent is the fetched base, and nothing else of it differs", async () => {
  const editor = await at.edit();
  expect(editor.base).toBe(at.commit);
  expect((await editor.readFile(FILE))?.toString()).toBe("ref: abc\n");
  expect(await editor.readFile("services/none.yml")).toBeUndefined();
  const result = await editor.commit(change("ref: new\n"));
  const commit = String(at.at(BRANCH));
  expect(result).toEqual({ state: "written", commit });
  expect(git(at.bare, ["show", "--no-patch", "--format=%P|%an|%ae|%cn|%ce|%at|%s", commit])).toBe(
    `${at.commit}|${ADA.name}|${ADA.email}|${ADA.name}|${ADA.email}|${Date.UTC(2025, 6, 1) / 1000}|Promote one`,
  );
  expect(git(at.bare, ["diff", "--raw", "--no-abbrev", at.commit, commit]).split("\n")).toHaveLength(1);
  expect(bytesIn(at.bare, commit, FILE).toString()).toBe("ref: new\n");
  expect([...heads(at.bare).keys()]).toEqual([BRANCH, "main"]);
  git(at.bare, ["fsck", "--strict"]);
});

test("close leaves nothing behind, of two editors with the last one", async () => {
  const editor = await at.edit();
  const next = await editor.refresh();
  await editor.close();
  await editor.close();
  expect((await next.readFile(FILE))?.toString()).toBe("ref: abc\n");
  await next.close();
  expect(readdirSync(at.options.temporary)).toEqual([]);
});

test("several files in one commit", async () => {
  const files = [FILE, "services/two/deploy.yml"].map((path) => ({ path, bytes: Buffer.from("ref: both\n") }));
  const result = await (await at.edit()).commit(change("", { files }));
  expect(result.state).toBe("written");
  expect(git(at.bare, ["diff", "--name-only", "main", BRANCH]).split("\n")).toEqual(files.map(({ path }) => path));
});

describe("security C43: the bytes are the caller's, whatever .gitattributes says", () => {
  test.each([
    ["CRLF", "a\r\nb\r\n"],
    ["mixed line ends and none at the end", "a\nb\r\nc"],
    ["a byte order mark, $Id$ and NUL", "\ufeff$Id$ \0\n"],
    ["no text at all", Uint8Array.of(0xff, 0xfe, 0x00, 0x80)],
    ["nothing", ""],
  ])("%s", async (_, bytes) => {
    commitByHand((origin) => {
      const rules = "* text=auto eol=lf\n*.yml text eol=crlf ident filter=lfs working-tree-encoding=UTF-16\n";
      writeFileSync(`${origin}/.gitattributes`, rules);
      git(origin, ["add", ".gitattributes"]);
    });
    const editor = await at.edit();
    expect(await editor.commit(change(bytes))).toMatchObject({ state: "written" });
    expect(bytesIn(at.bare, BRANCH, FILE)).toEqual(Buffer.from(bytes));
    const back = await editor.inspectBranch(BRANCH, [FILE]);
    expect(back?.files.get(FILE)).toEqual(Buffer.from(bytes));
  });
});

describe("security C44: only a regular file is edited, and it keeps its mode", () => {
  test("an executable stays one", async () => {
    commitByHand((origin) => git(origin, ["update-index", "--chmod=+x", FILE]));
    await (await at.edit()).commit(change("#!/bin/sh\n"));
    expect(git(at.bare, ["ls-tree", BRANCH, FILE])).toMatch(/^100755 blob /);
  });

  test("a symlink, a file behind one, a directory, a submodule and a new file are refused together, before any request", async () => {
    commitByHand((origin) => {
      symlinkSync("one/deploy.yml", `${origin}/services/link`);
      symlinkSync("one", `${origin}/services/directory`);
      git(origin, ["add", "services"]);
      git(origin, ["update-index", "--add", "--cacheinfo", `160000,${at.commit},module`]);
    });
    const editor = await at.edit();
    const paths = ["services/link", "services/directory/deploy.yml", "services", "module", "module/x", "new.yml"];
    const asked = at.server.log.length;
    const files = paths.map((path) => ({ path, bytes: Buffer.from("x") }));
    const stop = await stopOf(editor.commit(change("", { files })));
    expect(stop.verdict).toBe("refused");
    for (const path of paths) expect(stop.message).toContain(path);
    expect(at.server.log).toHaveLength(asked);
    expect(await stopOf(editor.readFile("services/link"))).toMatchObject({ verdict: "invalid" });
    expect(await stopOf(editor.readFile("module"))).toMatchObject({ verdict: "invalid" });
  });
});

test.each([
  ".github/workflows/x.yml",
  ".gitlab-ci.yml",
  ".GitHub/x",
  "../x",
  "a/../b",
  ".git/config",
  "/etc/passwd",
  "",
])("security C58, B29: the path %j is refused before any request", async (path) => {
  const base = at.move({ ".github/workflows/x.yml": "on: push\n", ".gitlab-ci.yml": "{}\n" });
  const editor = await at.edit();
  expect(editor.base).toBe(base);
  const asked = at.server.log.length;
  const stop = await stopOf(editor.commit(change("", { files: [{ path, bytes: Buffer.from("x") }] })));
  expect(["refused", "invalid"]).toContain(stop.verdict);
  expect(at.server.log).toHaveLength(asked);
  expect([...heads(at.bare).keys()]).toEqual(["main"]);
});

test("an empty message, a file twice, no file and no change are invalid, and nothing is written", async () => {
  const editor = await at.edit();
  const file = { path: FILE, bytes: Buffer.from("x") };
  for (const more of [{ message: " " }, { message: "a\0b" }, { files: [file, file] }, { files: [] }]) {
    expect(await stopOf(editor.commit(change("x", more)))).toMatchObject({ verdict: "invalid" });
  }
  expect(await stopOf(editor.commit(change("ref: abc\n")))).toMatchObject({ verdict: "invalid" });
  expect([...heads(at.bare).keys()]).toEqual(["main"]);
});

test.each(["--upload-pack=evil", "a..b", "a b", "refs/heads/x:refs/heads/main", "", "a\nb"])(
  "security C38: the branch name %j is invalid before any request",
  async (branch) => {
    const editor = await at.edit();
    const asked = at.server.log.length;
    expect(await stopOf(editor.commit(change("x", { branch })))).toMatchObject({ verdict: "invalid" });
    expect(await stopOf(editor.inspectBranch(branch, []))).toMatchObject({ verdict: "invalid" });
    const replaces = `${branch}:x` as ObjectId;
    expect(await stopOf(editor.commit(change("x", { replaces })))).toMatchObject({ verdict: "invalid" });
    if (branch !== "") expect(await stopOf(editor.branchesMatching(branch))).toMatchObject({ verdict: "invalid" });
    expect(at.server.log).toHaveLength(asked);
  },
);

test("the base branch itself is never written, not even as a branch of ours that is replaced", async () => {
  const editor = await at.edit();
  const stop = await stopOf(editor.commit(change("x", { branch: "main", replaces: at.commit })));
  expect(stop.verdict).toBe("refused");
  expect(at.at("main")).toBe(at.commit);
});

test("T18: branches are the remote's own, by exact beginnings", async () => {
  for (const name of [BRANCH, `${BRANCH}-v2`, `${BRANCH}-hotfix-v7`, `x${BRANCH}`, `deep/${BRANCH}/er`]) {
    git(at.bare, ["branch", name, "main"]);
  }
  git(at.bare, ["tag", `${BRANCH}-v9`, "main"]);
  git(at.bare, ["update-ref", `refs/merge-requests/refs/heads/${BRANCH}-v8`, "main"]);
  const editor = await at.edit();
  expect((await editor.branchesMatching(BRANCH)).sort()).toEqual([BRANCH, `${BRANCH}-hotfix-v7`, `${BRANCH}-v2`]);
  expect(await editor.branchesMatching("deep/")).toEqual([`deep/${BRANCH}/er`]);
  expect(await editor.branchesMatching("none")).toEqual([]);
  expect(await editor.branchesMatching("")).toContain("main");
});

describe("inspectBranch", () => {
  test("gives head, parents and bytes, past the shallow boundary", async () => {
    const head = at.branch("other", at.commit, { [FILE]: "ref: other\n" });
    const editor = await at.edit();
    expect(await editor.inspectBranch("other", [FILE, "a.txt", "none"])).toEqual({
      head,
      parents: [at.commit],
      files: new Map([
        [FILE, Buffer.from("ref: other\n")],
        ["a.txt", Buffer.from("b\n")],
        ["none", undefined],
      ]),
    });
    expect(await editor.inspectBranch("none", [FILE])).toBeUndefined();
    expect(readdirSync(at.options.temporary)).toHaveLength(1);
  });

  test("all parents of a merge, and no link as a file", async () => {
    symlinkSync("a.txt", at.path("origin", "link"));
    const one = at.branch("one", at.commit, { x: "1" });
    git(at.origin, ["checkout", "--quiet", "--detach", at.commit]);
    git(at.origin, ["merge", "--quiet", "--no-ff", "--message", "Merge", one]);
    git(at.origin, ["push", "--quiet", at.bare, "HEAD:refs/heads/merge"]);
    const found = await (await at.edit()).inspectBranch("merge", ["link"]);
    expect(found?.parents).toEqual([at.commit, one]);
    expect(found?.files).toEqual(new Map([["link", undefined]]));
  });

  test("a server that fails is not a branch that is absent", async () => {
    const editor = await at.edit();
    for (const fault of [{ status: 503 }, { status: 404 }, "reset"] as const) {
      at.fault = () => fault;
      await stopOf(editor.inspectBranch("other", []));
      await stopOf(editor.branchesMatching("other"));
      await stopOf(editor.commit(change("x")));
    }
    expect([...heads(at.bare).keys()]).toEqual(["main"]);
  });
});

test("a base branch that does not exist, or goes away, stops", async () => {
  expect((await stopOf(at.edit({ baseBranch: "none" }))).message).toContain("refs/heads/none");
  const editor = await at.edit();
  git(at.bare, ["branch", "-m", "main", "trunk"]);
  expect(await stopOf(editor.commit(change("x")))).toMatchObject({ verdict: "undecided" });
  expect(await stopOf(editor.refresh())).toMatchObject({ verdict: "undecided" });
});

test("security C39–C42: nothing of the user's, the caller's or the repository's configuration runs", async () => {
  const sentinel = at.path("SENTINEL");
  const program = at.path("evil.sh");
  writeFileSync(program, `#!/bin/sh\necho "$0 $*" >> '${sentinel}'\ncat\n`);
  chmodSync(program, 0o755);
  const home = at.path("home");
  mkdirSync(home);
  writeFileSync(
    `${home}/.gitconfig`,
    `[core]\n\tfsmonitor = ${program}\n\thooksPath = ${home}\n[filter "evil"]\n\tclean = ${program}\n\tsmudge = ${program}\n` +
      `[url "ext::${program} "]\n\tinsteadOf = http\n[protocol]\n\tallow = always\n[credential]\n\thelper = ${program}\n`,
  );
  for (const hook of ["pre-push", "pre-commit", "reference-transaction", "post-index-change"]) {
    writeFileSync(`${home}/${hook}`, `#!/bin/sh\necho hook >> '${sentinel}'\n`);
    chmodSync(`${home}/${hook}`, 0o755);
  }
  commitByHand((origin) => {
    writeFileSync(`${origin}/.gitattributes`, "* filter=evil diff=evil merge=evil\n");
    writeFileSync(
      `${origin}/.gitmodules`,
      `[submodule "m"]\n\tpath = m\n\turl = ext::${program}\n\tupdate = !${program}\n`,
    );
    writeFileSync(`${origin}/.lfsconfig`, `[lfs]\n\tcustomtransfer.x.path = ${program}\n`);
    git(origin, ["add", "--all"]);
    git(origin, ["update-index", "--add", "--cacheinfo", `160000,${at.commit},m`]);
  });
  const environment = {
    PATH: process.env["PATH"] ?? "",
    HOME: home,
    GIT_CONFIG_GLOBAL: `${home}/.gitconfig`,
    GIT_CONFIG_COUNT: "1",
    GIT_CONFIG_KEY_0: "core.fsmonitor",
    GIT_CONFIG_VALUE_0: program,
    GIT_PROXY_COMMAND: program,
    GIT_ASKPASS: program,
    GIT_INDEX_FILE: at.path("index"),
    GIT_TRACE_CURL: at.path("trace"),
  };
  const editor = await at.edit({ environment });
  await editor.readFile(FILE);
  expect(await editor.commit(change("ref: new\n"))).toMatchObject({ state: "written" });
  await editor.inspectBranch(BRANCH, [FILE]);
  await editor.branchesMatching("aa");
  for (const path of [sentinel, at.path("trace"), at.path("index")]) expect(existsSync(path)).toBe(false);
});

test("security C37: addresses other than https, and http on loopback, are refused for the fork too", async () => {
  for (const url of ["ext::sh -c evil", "http://host.test/x.git", "https://u:p@host.test/x.git", at.bare]) {
    expect(await stopOf(at.edit({ upstream: { url } }))).toMatchObject({ verdict: "invalid" });
    expect(await stopOf(at.edit({ fork: { url } }))).toMatchObject({ verdict: "invalid" });
  }
  expect(at.server.log).toEqual([]);
});

test("security C57: more bytes than allowed end it, and a file larger than allowed is not read", async () => {
  expect(await stopOf(at.edit({ maxBytes: 10 }))).toMatchObject({ verdict: "undecided" });
  expect(readdirSync(at.options.temporary)).toEqual([]);
  const editor = await at.edit({ maxFileBytes: 3 });
  expect((await stopOf(editor.readFile(FILE))).message).toContain("more than 3");
});

test("a file: remote where the caller allows it", async () => {
  const editor = await at.edit({ upstream: { url: at.bare, allowFile: true } });
  expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "written", commit: at.at(BRANCH) });
});
