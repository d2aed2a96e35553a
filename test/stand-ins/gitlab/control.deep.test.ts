import { execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterEach, describe, expect, test } from "@jest/globals";
import { startGitHttp } from "../git-http.ts";
import { effects, startGitLab } from "./index.ts";
import type { GitLab, GitLabSetup } from "./types.ts";

const open: { close(): unknown }[] = [];
afterEach(async () => {
  for (const one of open.splice(0)) await one.close();
});

const setup: GitLabSetup = { tokens: ["secret"], projects: [{ path: "acme/data", files: { a: "one\n" } }] };

async function start(more: GitLabSetup = {}): Promise<GitLab> {
  const gitlab = await startGitLab({ ...setup, ...more });
  open.push(gitlab);
  return gitlab;
}

const send = (apiUrl: string, method: string, path: string, body?: object, token = "secret") =>
  fetch(`${apiUrl}/projects/acme%2Fdata${path}`, {
    method,
    headers: { "private-token": token, "content-type": "application/json" },
    body: body === undefined ? null : JSON.stringify(body),
  });

const branch = ({ apiUrl }: { apiUrl: string }, name = "b") =>
  send(apiUrl, "POST", "/repository/branches", { branch: name, ref: "master" });

const names = async (gitlab: GitLab) => Object.keys((await gitlab.endState())["acme/data"]?.branches ?? {});

describe("faults", () => {
  test.each([
    ["refuse", 0],
    ["lose-reply", 1],
    ["truncate", 1],
  ] as const)("%s: breaks the client's connection", async (kind, made) => {
    const gitlab = await start();
    gitlab.faults.add({ method: "POST", effect: { kind } });
    await expect(branch(gitlab).then((reply) => reply.text())).rejects.toThrow();
    expect(await names(gitlab)).toHaveLength(1 + made);
    expect(gitlab.ledger).toMatchObject([{ fault: kind, processed: made === 1 }]);
    expect(gitlab.faults.unused()).toEqual([]);
  });

  test("send other replies before or after the effect, with their headers", async () => {
    const gitlab = await start();
    gitlab.faults.add({ effect: effects.rateLimited({ status: 429, seconds: 5 }) });
    gitlab.faults.add({ effect: effects.status(503, { processed: true }) });
    const limited = await branch(gitlab);
    expect([limited.status, limited.headers.get("retry-after")]).toEqual([429, "5"]);
    expect(await names(gitlab)).toEqual(["master"]);
    expect((await branch(gitlab)).status).toBe(503);
    expect(await names(gitlab)).toEqual(["b", "master"]);
  });

  test("killAt: calls back before or after a request takes effect, then drops the connection", async () => {
    const gitlab = await start();
    const seen: number[] = [];
    const look = async () => void seen.push((await names(gitlab)).length);
    gitlab.faults.killAt(1, "before", look);
    gitlab.faults.killAt(2, "after", look);
    await expect(branch(gitlab)).rejects.toThrow();
    await expect(branch(gitlab)).rejects.toThrow();
    expect(seen).toEqual([1, 2]);
  });
});

describe("ledger and state", () => {
  test("names every credential, and every other place where a token appears", async () => {
    const gitlab = await start();
    await send(gitlab.apiUrl, "POST", "/repository/branches", { branch: "secret", ref: "x" }, "wrong");
    expect(gitlab.ledger).toMatchObject([
      { status: 401, credential: { token: "(unknown)", valid: false }, seen: [{ token: "token-1", where: "body" }] },
    ]);
  });

  test("are equal whatever the ids and times are, differ if an object exists twice, and are restored by reset", async () => {
    let now = 1_750_000_000_000;
    const one = await start({ clock: () => now });
    const before = await one.endState();
    await branch(one, "x");
    await one.push("acme/data", "x", { a: "two\n" });
    now += 86_400_000;
    const other = await start({ clock: () => now });
    await other.push("acme/data", "x", { a: "two\n" });
    expect(await other.endState()).toEqual(await one.endState());
    const request = { source_branch: "x", target_branch: "master", title: "T" };
    await send(one.apiUrl, "POST", "/merge_requests", request);
    await send(other.apiUrl, "POST", "/merge_requests", request);
    expect(await other.endState()).toEqual(await one.endState());
    await send(other.apiUrl, "PUT", "/merge_requests/1", { state_event: "close" });
    await send(other.apiUrl, "POST", "/merge_requests", request);
    await send(other.apiUrl, "PUT", "/merge_requests/1", { description: "d" });
    expect(await other.endState()).not.toEqual(await one.endState());
    one.faults.add({ effect: effects.status(500) });
    await one.reset();
    expect(await one.endState()).toEqual(before);
    expect(one.ledger).toEqual([]);
    expect((await branch(one)).status).toBe(201);
  });
});

describe("git and processes", () => {
  test("serves the same repository over HTTP with git", async () => {
    const gitlab = await start();
    const server = await startGitHttp({ repositories: gitlab.repositories, token: "secret", fallback: gitlab.url });
    open.push(server);
    await send(server.url.concat("/api/v4"), "POST", "/repository/branches", { branch: "b", ref: "master" });
    const directory = mkdtempSync(join(tmpdir(), "gitlab-"));
    open.push({ close: () => rmSync(directory, { recursive: true }) });
    const { promisify } = await import("node:util");
    const { execFile } = await import("node:child_process");
    const remote = `http://u:secret@${new URL(server.url).host}/acme/data.git`;
    const env = { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_NOSYSTEM: "1" };
    const { stdout } = await promisify(execFile)("git", ["ls-remote", "--heads", remote], { env });
    expect(stdout).toMatch(/refs\/heads\/b\n/);
  });

  test("runs as another process on a bare repository: addresses, control endpoint, end on SIGTERM", async () => {
    const directory = mkdtempSync(join(tmpdir(), "gitlab-"));
    open.push({ close: () => rmSync(directory, { recursive: true }) });
    const bare = join(directory, "x.git");
    const env = { PATH: process.env.PATH, HOME: directory, GIT_CONFIG_NOSYSTEM: "1" };
    const person = {
      GIT_AUTHOR_NAME: "A",
      GIT_AUTHOR_EMAIL: "a@b",
      GIT_COMMITTER_NAME: "A",
      GIT_COMMITTER_EMAIL: "a@b",
    };
    const git = (...args: string[]) =>
      execFileSync("git", [`--git-dir=${bare}`, ...args], { env: { ...env, ...person }, encoding: "utf8" }).trim();
    git("init", "--quiet", "--bare", "--initial-branch=master");
    git(
      "update-ref",
      "refs/heads/master",
      git("commit-tree", git("hash-object", "-t", "tree", "-w", "/dev/null"), "-m", "First"),
    );

    const main = join(import.meta.dirname, "main.ts");
    const child = spawn(process.execPath, [main, "--token", "secret", "--git", bare, "--project", "acme/data"], {
      stdio: ["ignore", "pipe", "inherit"],
    });
    open.push({ close: () => child.kill() });
    const ended = new Promise((resolve) => child.once("exit", resolve));
    const [line = ""] = await new Promise<string[]>((resolve) => {
      createInterface({ input: child.stdout }).once("line", (text) => resolve([text]));
    });
    const { apiUrl, control } = JSON.parse(line) as { apiUrl: string; control: string };
    const fault = [{ method: "POST", effect: { kind: "lose-reply" } }];
    expect((await fetch(`${control}/faults`, { method: "PUT", body: JSON.stringify(fault) })).status).toBe(204);
    await expect(branch({ apiUrl })).rejects.toThrow();
    expect(git("rev-parse", "refs/heads/b")).toBe(git("rev-parse", "refs/heads/master"));
    expect(await (await fetch(`${control}/faults`)).json()).toEqual({ unused: [] });
    expect(await (await fetch(`${control}/ledger`)).json()).toMatchObject([{ processed: true }]);
    expect(await (await fetch(`${control}/end-state`)).json()).toMatchObject({ "acme/data": { branches: { b: {} } } });
    await fetch(`${control}/reset`, { method: "POST" });
    expect(git("for-each-ref", "--format=%(refname)")).toBe("refs/heads/master");
    child.kill("SIGTERM");
    expect(await ended).toBe(0);
  });
});
