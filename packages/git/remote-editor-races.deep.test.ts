import { spawn } from "node:child_process";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

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
import { ADA, stopOf } from "../../test/git-workshop.ts";
import { git } from "../../test/repositories.ts";
import { formsOf, tryRead, whereFound } from "../../test/secret-search.ts";
import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import type { GitHttp, GitHttpFault, GitHttpRequest } from "../../test/stand-ins/git-http.ts";
import type { EditResult, ObjectId, Remote, RemoteEditorOptions } from "./index.ts";

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
  test("elsewhere: the commit stays on the base that was read", async () => {
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
  ])("%s: stale, nothing is written, and a refreshed editor continues", async (_, files) => {
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

  test("the mode of the file alone: stale too", async () => {
    const editor = await at.edit();
    chmodSync(at.path("origin", FILE), 0o755);
    at.move({});
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "stale" });
  });

  test("after the last look and before the push: it is written anyway, and by no more objects", async () => {
    const editor = await at.edit();
    once(isPushStart, () => void at.move({ "a.txt": "moved\n" }));
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "written", commit: head() });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(at.commit);
    expect(await editor.readFile("services/two/deploy.yml")).toBeDefined();
    git(at.bare, ["fsck", "--strict"]);
  });

  test("backwards, to a history without the base: it is on the base that was read, which the server still has", async () => {
    const editor = await at.edit();
    git(at.origin, ["reset", "--quiet", "--hard", "HEAD~1"]);
    at.move({ [FILE]: "ref: abc\n" });
    expect(await editor.commit(change("ref: new\n"))).toMatchObject({ state: "written" });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(at.commit);
  });
});

describe("the branch is there already", () => {
  test("T18: with anything else: taken, and left as it is", async () => {
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

  test("with this very change of another run: adopted", async () => {
    const there = at.branch(BRANCH, at.commit, { [FILE]: "ref: new\n" });
    expect(await (await at.edit()).commit(change("ref: new\n"))).toEqual({ state: "adopted", commit: there });
  });

  test("security C53: of two runs at once with one change one writes and one adopts", async () => {
    const editors = await Promise.all([at.edit(), at.edit({ now: () => Date.UTC(2025, 6, 2) })]);
    const results = await Promise.all(editors.map((editor) => editor.commit(change("ref: new\n"))));
    expect(results.map(({ state }) => state).sort()).toEqual(["adopted", "written"]);
    expect(new Set(results.map((result) => "commit" in result && result.commit))).toEqual(new Set([head()]));
  });

  test("security C53: of two runs at once with different changes one writes, and the other finds the branch taken", async () => {
    const editors = await Promise.all([at.edit(), at.edit()]);
    const results = await Promise.all(editors.map((editor, index) => editor.commit(change(`ref: ${index}\n`))));
    expect(results.map(({ state }) => state).sort()).toEqual(["taken", "written"]);
    expect(results.find(({ state }) => state === "written")).toMatchObject({ commit: head() });
  });

  test("since the last look: the empty lease holds", async () => {
    const editor = await at.edit();
    once(isPushStart, () => void git(at.bare, ["branch", BRANCH, "main"]));
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "taken" });
    expect(head()).toBe(at.commit);
  });

  test("since the push was begun: the server's own look holds", async () => {
    const editor = await at.edit();
    once(isPush, () => void git(at.bare, ["branch", BRANCH, "main"]));
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "taken" });
    expect(head()).toBe(at.commit);
  });
});

describe("a branch of ours is replaced", () => {
  test("under a lease on its head", async () => {
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
  ])("a lease lost to another push %s leaves that push as it is", async (_, when) => {
    const old = at.branch(BRANCH, at.commit, { [FILE]: "ref: old\n" });
    const editor = await at.edit();
    const win = (): void => void at.branch(BRANCH, at.commit, { [FILE]: "ref: theirs\n" });
    if (when === undefined) win();
    else once(when, win as () => undefined);
    expect(await editor.commit(change("ref: new\n", { replaces: old }))).toEqual({ state: "taken" });
    expect(bytesIn(at.bare, BRANCH, FILE).toString()).toBe("ref: theirs\n");
  });

  test("one that is gone is created again", async () => {
    const old = at.branch(BRANCH, at.commit, { [FILE]: "ref: old\n" });
    git(at.bare, ["branch", "-D", BRANCH]);
    const result = await (await at.edit()).commit(change("ref: new\n", { replaces: old }));
    expect(result).toEqual({ state: "written", commit: head() });
  });

  test("one that another run has replaced by this change is adopted", async () => {
    const old = at.branch(BRANCH, at.commit, { [FILE]: "ref: old\n" });
    const theirs = at.branch(BRANCH, at.commit, { [FILE]: "ref: new\n" });
    const result = await (await at.edit()).commit(change("ref: new\n", { replaces: old }));
    expect(result).toEqual({ state: "adopted", commit: theirs });
  });
});

describe("security 3: the answer to the push", () => {
  test.each([
    ["is lost after the server did the work", "lose-answer", "adopted"],
    ["is lost before the server saw it", "reset", "written"],
    ["is a 502", { status: 502 }, "written"],
  ] as const)("%s: one commit", async (_, fault, state) => {
    const editor = await at.edit();
    once(isPush, () => fault);
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state, commit: head() });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(at.commit);
  });

  test("is lost, and another push has won meanwhile: taken", async () => {
    const editor = await at.edit();
    once(isPush, () => {
      git(at.bare, ["branch", BRANCH, "main"]);
      return "reset";
    });
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "taken" });
  });

  test("never comes: unknown; a new run adopts or writes", async () => {
    for (const [fault, state] of [
      ["lose-answer", "adopted"],
      ["reset", "written"],
    ] as const) {
      let pushed = false;
      at.fault = (request) => {
        pushed ||= isPush(request);
        return isPush(request) ? fault : pushed ? { status: 503 } : undefined;
      };
      const branch = `${BRANCH}-${fault}`;
      const stop = await stopOf((await at.edit()).commit(change("ref: new\n", { branch })));
      expect(stop).toMatchObject({ verdict: "unknown", details: { remedy: expect.stringContaining("Run again") } });
      at.fault = () => undefined;
      expect(
        await (await at.edit({ now: () => Date.UTC(2025, 6, 2) })).commit(change("ref: new\n", { branch })),
      ).toEqual({
        state,
        commit: head(branch),
      });
    }
  });

  test("is a refusal: with the server's words, and a remedy", async () => {
    writeFileSync(`${at.bare}/hooks/pre-receive`, "#!/bin/sh\necho 'GitLab: not allowed'\nexit 1\n");
    chmodSync(`${at.bare}/hooks/pre-receive`, 0o755);
    const stop = await stopOf((await at.edit()).commit(change("ref: new\n")));
    expect(stop.verdict).toBe("refused");
    expect(stop.message).toContain("GitLab: not allowed");
  });
});

describe("domain.md 3.3: a fork", () => {
  const token = "fork-token-4567";
  let forkServer: GitHttp;
  let fork: Remote;
  let bare: string;

  beforeEach(async () => {
    bare = at.path("forks", "x.git");
    git(at.directory, ["clone", "--quiet", "--bare", at.bare, bare]);
    forkServer = await startGitHttp({ root: at.path("forks"), token });
    fork = { url: `${forkServer.url}/x.git`, credential: { username: "fork", secret: token } };
  });
  afterEach(() => forkServer.close());

  /** A fork as GitLab stores it: upstream's objects are in reach, and not shown. */
  function shareObjects(): void {
    writeFileSync(join(bare, "objects", "info", "alternates"), `${at.bare}/objects\n`);
    git(bare, ["config", "core.alternateRefsCommand", "exit 0 #"]);
  }

  test("is pushed to and checked; the upstream is only read, each with its own credential", async () => {
    git(bare, ["branch", `${BRANCH}-v7`, "main"]);
    git(at.bare, ["branch", `${BRANCH}-v8`, "main"]);
    const editor = await at.edit({ fork });
    expect(await editor.branchesMatching(BRANCH)).toEqual([`${BRANCH}-v7`]);
    expect((await editor.readFile(FILE))?.toString()).toBe("ref: abc\n");
    const result = await editor.commit(change("ref: new\n"));
    expect(result).toEqual({ state: "written", commit: heads(bare).get(BRANCH) });
    const found = await editor.inspectBranch(BRANCH, [FILE, "services/two/deploy.yml"]);
    expect(found?.parents).toEqual([at.commit]);
    expect([...(found?.files.values() ?? [])].map(String)).toEqual(["ref: new\n", "ref: def\n"]);
    expect(at.at(BRANCH)).toBeUndefined();
    expect(at.server.log.some(({ path }) => path.includes("receive-pack"))).toBe(false);
    // A credential of the one at the other would have been turned away once more.
    for (const { log } of [at.server, forkServer]) {
      expect(log.filter(({ status, credential }) => credential && status === 401)).toEqual([]);
    }
  });

  test.each([
    ["behind", false],
    ["behind, while the upstream moves on", true],
  ])("%s, with the upstream's objects", async (_, moves) => {
    shareObjects();
    at.move({ "a.txt": "moved\n" });
    const base = at.move({ [FILE]: "ref: moved\n" });
    const editor = await at.edit({ fork });
    expect(editor.base).toBe(base);
    if (moves) at.move({ "a.txt": "moved again\n" });
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "written", commit: heads(bare).get(BRANCH) });
    expect(git(bare, ["rev-parse", `${BRANCH}^`])).toBe(base);
    git(bare, ["fsck", "--connectivity-only"]);
  });

  test("behind, without the upstream's objects: nothing is written, and the remedy is to update it", async () => {
    at.move({ "a.txt": "moved\n" });
    at.move({ [FILE]: "ref: moved\n" });
    const stop = await stopOf((await at.edit({ fork })).commit(change("ref: new\n")));
    expect(stop).toMatchObject({ verdict: "undecided", details: { remedy: expect.stringContaining("Update fork") } });
    expect([...heads(bare).keys()]).toEqual(["main"]);
    expect(forkServer.log.filter(isPush)).toEqual([]);
  });

  test("ahead of the upstream is not an obstacle", async () => {
    git(at.origin, ["checkout", "--quiet", "--detach"]);
    at.branch("ahead", at.commit, { [FILE]: "ref: of the fork\n" });
    git(at.bare, ["push", "--quiet", bare, "ahead:main"]);
    git(at.bare, ["branch", "-D", "ahead"]);
    expect(await (await at.edit({ fork })).commit(change("ref: new\n"))).toMatchObject({ state: "written" });
    expect(git(bare, ["diff", "--name-only", at.commit, BRANCH])).toBe(FILE);
  });

  test("security C53: its branch is adopted or taken as the upstream's would be", async () => {
    at.branch(BRANCH, at.commit, { [FILE]: "ref: new\n" });
    git(at.bare, ["push", "--quiet", bare, BRANCH]);
    const editor = await at.edit({ fork });
    expect(await editor.commit(change("ref: new\n"))).toMatchObject({ state: "adopted" });
    expect(await editor.commit(change("ref: newer\n"))).toEqual({ state: "taken" });
  });
});

describe("killed, and the credential", () => {
  const forms = (): string[] => formsOf(at.remote.credential ?? { username: "", secret: "none" });
  const findings = (): string[] => whereFound(forms(), at.directory);
  let held = false;

  function hold(fits: (request: GitHttpRequest) => boolean, fault: GitHttpFault): void {
    held = false;
    at.fault = (request) => {
      if (!fits(request)) return undefined;
      held = true;
      return fault;
    };
  }

  async function until(fits: () => boolean): Promise<void> {
    for (let tries = 0; tries < 400 && !fits(); tries += 1) await sleep(20);
    expect(fits()).toBe(true);
  }

  /** One edit as its own process. */
  function start(): { readonly kill: () => Promise<void>; readonly result: () => Promise<EditResult> } {
    const program = `
      import { readFileSync, writeSync } from "node:fs";
      import { openRemoteEditor } from ${JSON.stringify(join(import.meta.dirname, "index.ts"))};
      const { request, ...options } = JSON.parse(readFileSync(0, "utf8"));
      const editor = await openRemoteEditor({ ...options, environment: { PATH: process.env.PATH }, now: Date.now });
      await editor.readFile(${JSON.stringify(FILE)});
      writeSync(1, JSON.stringify(await editor.commit({ ...request, files: request.files.map(({ path, bytes }) => ({ path, bytes: Buffer.from(bytes) })) })));`;
    const child = spawn(process.execPath, ["--input-type=module", "-e", program], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { PATH: process.env["PATH"], NODE_NO_WARNINGS: "1" },
    });
    const options: Partial<RemoteEditorOptions> = { upstream: at.remote, baseBranch: "main", author: ADA };
    child.stdin.end(JSON.stringify({ ...options, temporary: at.options.temporary, request: change("ref: new\n") }));
    let printed = "";
    child.stdout.on("data", (chunk: Buffer) => (printed += chunk.toString()));
    const ended = new Promise<void>((resolve) => child.once("close", () => resolve()));
    return {
      kill: async () => {
        child.kill("SIGKILL");
        await ended;
      },
      result: () => ended.then(() => JSON.parse(printed) as EditResult),
    };
  }

  test.each([
    [
      "while it fetches",
      ({ method, path }: GitHttpRequest) => method === "POST" && path.endsWith("upload-pack"),
      "hang",
      "written",
    ],
    ["before the server has the push", isPush, "hang", "written"],
    ["after the server has the push", isPush, "work-then-hang", "adopted"],
  ] as const)("%s: the next run ends with one branch, and no secret stays", async (_, fits, fault, state) => {
    hold(fits, fault);
    const first = start();
    await until(() => held && (fault === "hang" || at.at(BRANCH) !== undefined));
    expect(readdirSync("/proc").some((name) => tryRead(`/proc/${name}/cmdline`).includes("remote-http"))).toBe(true);
    expect(findings()).toEqual([]);
    await first.kill();
    expect(findings()).toEqual([]);
    at.fault = () => undefined;
    const again = start();
    expect(await again.result()).toEqual({ state, commit: head() });
    expect([...heads(at.bare).keys()]).toEqual([BRANCH, "main"]);
    expect(findings()).toEqual([]);
  });

  test("security C46, C47: after success and failure the credential is nowhere but on the server", async () => {
    const editor = await at.edit();
    await editor.readFile(FILE);
    await editor.commit(change("ref: new\n"));
    await editor.inspectBranch(BRANCH, [FILE]);
    expect(findings()).toEqual([]);
    for (const fault of [{ status: 403 }, { status: 500 }, "reset"] as const) {
      at.fault = () => fault;
      const stop = await stopOf(editor.commit(change("ref: newer\n")));
      expect(forms().filter((form) => JSON.stringify([stop.message, stop.details]).includes(form))).toEqual([]);
    }
    expect(findings()).toEqual([]);
  });

  test("an abort in the middle of the push is an interruption that says what may exist", async () => {
    const controller = new AbortController();
    const editor = await at.edit({ signal: controller.signal });
    hold(isPush, "work-then-hang");
    const running = stopOf(editor.commit(change("ref: new\n")));
    await until(() => held && at.at(BRANCH) !== undefined);
    controller.abort();
    expect(await running).toMatchObject({
      verdict: "interrupted",
      message: expect.stringContaining(`refs/heads/${BRANCH}`),
    });
    at.fault = () => undefined;
    expect(await (await at.edit()).commit(change("ref: new\n"))).toEqual({ state: "adopted", commit: head() });
    expect(findings()).toEqual([]);
  });
});
