import { execFile } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { promisify } from "node:util";
import { describe, expect, test } from "@jest/globals";
import { createDemoRepository } from "../demo-repository/index.ts";
import { startGitHttp } from "./git-http.ts";

const run = promisify(execFile);
const env = { PATH: process.env.PATH ?? "", HOME: "/nonexistent", GIT_TERMINAL_PROMPT: "0", GIT_CONFIG_NOSYSTEM: "1" };

describe("git over HTTP", () => {
  test("clones, fetches and pushes with the token, and not without it", async () => {
    const root = mkdtempSync(join(tmpdir(), "git-http-"));
    const demo = await createDemoRepository({ directory: root });
    const server = await startGitHttp({ repositories: { "acme/shop": demo.bare }, token: "secret-token" });
    const { host } = new URL(server.url);
    try {
      const git = async (...args: string[]) => (await run("git", args, { cwd: root, env })).stdout;
      const remote = `http://x-access-token:secret-token@${host}/acme/shop.git`;
      const listed = await git("ls-remote", "--tags", remote);
      expect(listed.match(/\^\{\}/g)).toHaveLength(4);
      await git("clone", "-q", "--depth=1", "--branch=v1.1.0-frontend", remote, "clone");
      await git("-C", "clone", "push", "-q", "origin", "HEAD:refs/tags/v1");
      expect(await git("ls-remote", remote, "refs/tags/v1")).toContain(demo.commit);
      await expect(git("ls-remote", `${server.url}/acme/shop.git`)).rejects.toThrow(/could not read Username/);
      await expect(git("ls-remote", `http://x:wrong@${host}/acme/shop.git`)).rejects.toThrow(/Authentication failed/);
      await expect(git("ls-remote", `http://x:secret-token@${host}/acme/other.git`)).rejects.toThrow(/not found/);
    } finally {
      await server.close();
      rmSync(root, { recursive: true, force: true });
    }
  });
});
