import { spawn } from "node:child_process";
import { chmodSync, readdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { BRANCH, change, FILE, heads, isPush, startEditWorkshop } from "../../test/edit-workshop.ts";
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

describe("security 3: the response to the push", () => {
  test.each([
    ["is lost after the server did the work", "lose-answer", "adopted"],
    ["is lost before the server saw it", "reset", "written"],
    ["is a 502", { status: 502 }, "written"],
  ] as const)("%s: there is one commit", async (_, fault, state) => {
    const editor = await at.edit();
    once(isPush, () => fault);
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state, commit: head() });
    expect(git(at.bare, ["rev-parse", `${BRANCH}^`])).toBe(at.commit);
  });

  test("is lost, and another push has won in the meantime: the branch is taken", async () => {
    const editor = await at.edit();
    once(isPush, () => {
      git(at.bare, ["branch", BRANCH, "main"]);
      return "reset";
    });
    expect(await editor.commit(change("ref: new\n"))).toEqual({ state: "taken" });
  });

  test("never arrives: the outcome is unknown, and a new run adopts or writes", async () => {
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

  test("is a refusal: has the server's message and a remedy", async () => {
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

  test("behind, without the upstream's objects: nothing is written, and the remedy is to update the fork", async () => {
    at.move({ "a.txt": "moved\n" });
    at.move({ [FILE]: "ref: moved\n" });
    const stop = await stopOf((await at.edit({ fork })).commit(change("ref: new\n")));
    expect(stop).toMatchObject({ verdict: "undecided", details: { remedy: expect.stringContaining("Update fork") } });
    expect([...heads(bare).keys()]).toEqual(["main"]);
    expect(forkServer.log.filter(isPush)).toEqual([]);
  });

  test("may be ahead of the upstream", async () => {
    git(at.origin, ["checkout", "--quiet", "--detach"]);
    at.branch("ahead", at.commit, { [FILE]: "ref: of the fork\n" });
    git(at.bare, ["push", "--quiet", bare, "ahead:main"]);
    git(at.bare, ["branch", "-D", "ahead"]);
    expect(await (await at.edit({ fork })).commit(change("ref: new\n"))).toMatchObject({ state: "written" });
    expect(git(bare, ["diff", "--name-only", at.commit, BRANCH])).toBe(FILE);
  });

  test("security C53: its branch is adopted or taken like the upstream's would be", async () => {
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

  test("security C46, C47: after success and failure the credential is only on the server", async () => {
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

  test("an abort in the middle of the push is an interruption that states what may exist", async () => {
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
