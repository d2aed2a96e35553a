import { chmodSync, chownSync, existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { getuid } from "node:process";
import { setTimeout as sleep } from "node:timers/promises";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { commitFiles, makeRepository } from "../../test/repositories.ts";
import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import { ADA, makeWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { Workshop } from "../../test/git-workshop.ts";
import type { HostFacts, Io } from "@release-actions/action";
import { GitError, openCheckout } from "./index.ts";
import { runGit } from "./run.ts";

let workshop: Workshop;
let directory: string;

beforeEach(() => {
  workshop = makeWorkshop();
  directory = makeRepository(workshop.path("work"));
  commitFiles(directory, { "a.txt": "a\n" });
});
afterEach(() => workshop.remove());

/** A directory with a `git` that does what the script says. */
function fakeGit(script: string): string {
  const path = workshop.path("git");
  writeFileSync(path, `#!/bin/sh\n${script}\n`);
  chmodSync(path, 0o755);
  return `${workshop.directory}:${process.env["PATH"] ?? ""}`;
}

function isAlive(id: number): boolean {
  return existsSync(`/proc/${id}`) && !/^State:\s+Z/m.test(readFileSync(`/proc/${id}/status`, "utf8"));
}

test("security G98: the environment of a child is exactly the list; no input and no token of the runner is in it", async () => {
  const PATH = fakeGit("env -0");
  const environment = { PATH, SECRET: "x", HOME: "/root", GITHUB_TOKEN: "x", GIT_DIR: "/x" };
  const { stdout } = await runGit({ ...workshop.options, environment }, { command: "version", directory });
  const names = stdout
    .toString("utf8")
    .split("\0")
    .map((entry) => entry.split("=")[0] ?? "")
    .filter((name) => name !== "");
  expect(names.filter((name) => !["PWD", "OLDPWD", "SHLVL", "_"].includes(name)).sort()).toEqual([
    "GIT_ALLOW_PROTOCOL",
    "GIT_ASKPASS",
    "GIT_ATTR_NOSYSTEM",
    "GIT_CONFIG_GLOBAL",
    "GIT_CONFIG_NOSYSTEM",
    "GIT_CONFIG_SYSTEM",
    "GIT_EDITOR",
    "GIT_GRAFT_FILE",
    "GIT_LITERAL_PATHSPECS",
    "GIT_NO_REPLACE_OBJECTS",
    "GIT_OPTIONAL_LOCKS",
    "GIT_PAGER",
    "GIT_TERMINAL_PROMPT",
    "HOME",
    "LC_ALL",
    "PATH",
    "SSH_ASKPASS",
    "SSH_ASKPASS_REQUIRE",
    "TMPDIR",
    "XDG_CONFIG_HOME",
  ]);
});

describe("security 3: the end of a process", () => {
  const longLived = "sleep 60 & echo $! > \"$TMPDIR/grandchild\"; trap '' TERM; wait; sleep 60";

  async function grandchild(): Promise<number> {
    const path = workshop.path("temporary", "grandchild");
    for (let tries = 0; tries < 100 && !existsSync(path); tries += 1) await sleep(20);
    await sleep(50);
    return Number(readFileSync(path, "utf8"));
  }

  test("an abort ends git and its children within seconds, though they ignore SIGTERM", async () => {
    const controller = new AbortController();
    const environment = { PATH: fakeGit(longLived) };
    const running = stopOf(
      runGit({ ...workshop.options, environment, signal: controller.signal }, { command: "fetch", directory }),
    );
    const child = await grandchild();
    expect(isAlive(child)).toBe(true);
    const start = performance.now();
    controller.abort();
    expect(await running).toMatchObject({ verdict: "interrupted" });
    expect(performance.now() - start).toBeLessThan(5000);
    await sleep(100);
    expect(isAlive(child)).toBe(false);
  });

  test("a deadline ends it as undecided", async () => {
    const environment = { PATH: fakeGit("sleep 60") };
    const stop = await stopOf(
      runGit({ ...workshop.options, environment, localTimeout: 300 }, { command: "log", directory }),
    );
    expect(stop).toMatchObject({ verdict: "undecided", message: expect.stringContaining("did not end") });
  });

  test("an aborted signal starts nothing", async () => {
    const environment = { PATH: fakeGit('touch "$TMPDIR/started"') };
    const options = { ...workshop.options, environment, signal: AbortSignal.abort() };
    expect(await stopOf(runGit(options, { command: "log", directory }))).toMatchObject({ verdict: "interrupted" });
    expect(existsSync(workshop.path("temporary", "started"))).toBe(false);
  });

  test("a child that outlives git and holds its output does not hold us", async () => {
    const environment = { PATH: fakeGit("sleep 30 & echo done") };
    const start = performance.now();
    const { stdout } = await runGit({ ...workshop.options, environment }, { command: "log", directory });
    expect(stdout.toString()).toBe("done\n");
    expect(performance.now() - start).toBeLessThan(5000);
  });
});

test("security C57: output beyond the cap ends the process; complaints beyond theirs are cut", async () => {
  const environment = { PATH: fakeGit("yes") };
  const options = { ...workshop.options, environment };
  expect((await stopOf(runGit(options, { command: "log", directory, maxOutput: 10_000 }))).message).toContain(
    "10000 bytes",
  );
  fakeGit("yes fatal: x | head -c 1000000 >&2; exit 9");
  const stop = await stopOf(runGit(options, { command: "log", directory }));
  expect(stop).toBeInstanceOf(GitError);
  expect((stop as GitError).stderr.length).toBeLessThanOrEqual(64 * 1024);
  expect(stop.message.length).toBeLessThan(600);
});

test("security C56: standard input is closed and there is no terminal to prompt on", async () => {
  const environment = { PATH: fakeGit("cat; (exec </dev/tty) 2>/dev/null && echo terminal; true") };
  const { stdout } = await runGit({ ...workshop.options, environment }, { command: "fetch", directory });
  expect(stdout.toString()).toBe("");
});

test("security C56: a server that wants a credential ends in a message, not a prompt", async () => {
  const server = await startGitHttp({ root: workshop.directory, token: "right" });
  try {
    const stop = await stopOf(workshop.open(directory).remoteRefs({ url: `${server.url}/x.git` }, ["refs/heads/main"]));
    expect(stop).toMatchObject({ verdict: "invalid", details: { remedy: expect.stringContaining("token") } });
  } finally {
    await server.close();
  }
});

const asRoot = getuid?.() === 0 ? test : test.skip;

asRoot(
  "security C45: another owner's repository is refused in plain words, and opened by its one path when accepted",
  async () => {
    for (const path of [directory, workshop.path("work", ".git")]) chownSync(path, 65534, 65534);
    const stop = await stopOf(workshop.open(directory).head());
    expect(stop).toMatchObject({ verdict: "invalid", message: expect.stringContaining("belongs to another user") });
    expect(await workshop.open(directory, { acceptOwner: true }).head()).toMatch(/^[0-9a-f]{40}$/);
  },
);

asRoot("security C45: a CI job's own checkout may belong to another user, a clone below it may not", async () => {
  for (const path of [directory, workshop.path("work", ".git")]) chownSync(path, 65534, 65534);
  const { environment: childEnvironment, temporary } = workshop.options;
  const context = (kind: "github" | "terminal", workspace: string) => ({
    host: { kind, workspace, childEnvironment, temporary } as HostFacts,
    io: {} as Io,
    signal: new AbortController().signal,
  });
  expect(await openCheckout(context("github", directory)).head()).toMatch(/^[0-9a-f]{40}$/);
  const terminal = await stopOf(openCheckout(context("terminal", directory)).head());
  const below = await stopOf(openCheckout(context("github", workshop.directory), directory).head());
  for (const stop of [terminal, below]) expect(stop.message).toContain("belongs to another user");
  // The directory is the one that an input names.
  expect(await openCheckout(context("github", workshop.directory), directory, true).head()).toMatch(/^[0-9a-f]{40}$/);
});

test("security C54: a stale index.lock stops before anything moves, and names the file", async () => {
  const repository = workshop.open(directory);
  const before = await repository.head();
  writeFileSync(workshop.path("work", ".git", "index.lock"), "");
  writeFileSync(workshop.path("work", "a.txt"), "b\n");
  const stop = await stopOf(repository.commit({ paths: ["a.txt"], message: "Change", author: ADA }));
  expect(stop).toMatchObject({ verdict: "undecided", message: expect.stringContaining("index.lock") });
  expect(await repository.head()).toBe(before);
});

test("without git on PATH the message says what to install", async () => {
  const stop = await stopOf(runGit({ ...workshop.options, environment: { PATH: "" } }, { command: "log", directory }));
  expect(stop).toMatchObject({ verdict: "invalid", details: { remedy: expect.stringContaining("Install git") } });
});

test("security G99: nothing of ours stays in the temporary directory", async () => {
  const repository = workshop.open(directory);
  await repository.changedFiles();
  writeFileSync(workshop.path("work", "a.txt"), "b\n");
  await repository.commit({ paths: ["a.txt"], message: "Change", author: ADA });
  expect(readdirSync(workshop.path("temporary"))).toEqual([]);
});

test("security 3: a temporary directory that is gone is not a defect, and stops before anything is written", async () => {
  const repository = workshop.open(directory, { temporary: workshop.path("gone") });
  writeFileSync(workshop.path("work", "a.txt"), "b\n");
  const credential = { username: "u", secret: "secret" };
  const remote = { url: "https://host.test/x", credential };
  const stops = await Promise.all(
    [
      repository.changedFiles(),
      repository.commit({ paths: ["a.txt"], message: "Change", author: ADA }),
      repository.remoteRefs(remote, ["refs/x"]),
      runGit({ ...workshop.options, temporary: workshop.path("gone") }, { command: "log", directory, remote }),
    ].map(stopOf),
  );
  for (const stop of stops) {
    expect(stop).toMatchObject({ verdict: "undecided", message: expect.stringContaining("temporary") });
  }
});

test("security A7: what git and its children print is captured, never passed through to the log", async () => {
  const said = "::add-mask::x";
  const environment = { PATH: fakeGit(`echo '${said}'; echo '${said}' >&2`) };
  const outcome = await runGit({ ...workshop.options, environment }, { command: "version", directory });
  expect([outcome.stdout.toString(), outcome.stderr]).toEqual([`${said}\n`, `${said}\n`]);
});
