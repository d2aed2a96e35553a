import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { createInterface } from "node:readline";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { call } from "./testing.ts";
import type { Forge } from "./types.ts";

/** The forge as another process, on a bare repository. */

const directory = mkdtempSync(join(tmpdir(), "forge-"));
const bare = join(directory, "app.git");
let head = "";
let child: ChildProcess | undefined;

const environment = {
  PATH: process.env.PATH,
  HOME: directory,
  GIT_CONFIG_NOSYSTEM: "1",
  GIT_AUTHOR_NAME: "A",
  GIT_AUTHOR_EMAIL: "a@example.com",
  GIT_COMMITTER_NAME: "A",
  GIT_COMMITTER_EMAIL: "a@example.com",
};

function git(...args: string[]): string {
  return execFileSync("git", [`--git-dir=${bare}`, ...args], { env: environment, encoding: "utf8" }).trim();
}

beforeAll(() => {
  git("init", "--quiet", "--bare", "--initial-branch=main");
  const tree = git("hash-object", "-t", "tree", "-w", "/dev/null");
  head = git("commit-tree", tree, "-m", "First");
  git("update-ref", "refs/heads/main", head);
  git("tag", "-a", "-m", "One\n\nMore", "v1.0.0", head);
});
afterEach(() => void child?.kill());
afterAll(() => rmSync(directory, { recursive: true }));

type Started = Pick<Forge, "github" | "gitlab"> & { control: string };

async function start(...args: string[]): Promise<Started> {
  const main = join(import.meta.dirname, "main.ts");
  child = spawn(process.execPath, [main, "--token", "secret", ...args], { stdio: ["ignore", "pipe", "inherit"] });
  const lines = createInterface({ input: child.stdout as NodeJS.ReadableStream });
  for await (const line of lines) return JSON.parse(line) as Started;
  throw new Error("the forge printed no addresses");
}

const withToken = { token: "secret" };

describe("the stand-in as a process", () => {
  test("prints its addresses, serves the tags of the bare repository, and writes new ones to it", async () => {
    const { github } = await start("--git", bare);
    const repository = `${github.apiUrl}/repos/acme/app`;
    const ref = await call("GET", `${repository}/git/ref/tags/v1.0.0`, undefined, withToken);
    expect(ref.body.object).toMatchObject({ type: "tag", sha: git("rev-parse", "v1.0.0") });
    expect((await call("GET", ref.body.object.url, undefined, withToken)).body).toMatchObject({
      message: "One\n\nMore\n",
      tagger: { name: "A", email: "a@example.com" },
      object: { sha: head },
    });
    const made = await call("POST", `${repository}/releases`, { tag_name: "v2.0.0" }, withToken);
    expect(made.status).toBe(201);
    expect(git("rev-parse", "refs/tags/v2.0.0")).toBe(head);
  });

  test("sets faults, shows ledger and state, and resets on its control endpoint", async () => {
    const { github, gitlab, control } = await start();
    const releases = `${github.apiUrl}/repos/acme/app/releases`;
    const draft = { tag_name: "v1.0.0", draft: true };
    const fault = { method: "POST", effect: { kind: "lose-reply" } };
    expect((await call("PUT", `${control}/faults`, [fault])).status).toBe(204);
    await expect(call("POST", releases, draft, withToken)).rejects.toThrow();
    expect((await call("GET", `${control}/faults`)).body).toEqual({ unused: [] });
    expect((await call("GET", `${control}/ledger`)).body).toMatchObject([{ method: "POST", processed: true }]);
    const { repositories } = (await call("GET", `${gitlab.serverUrl}/__control/state`)).body;
    expect(repositories[0]?.github.releases).toHaveLength(1);
    expect((await call("GET", `${control}/end-state`)).body).toMatchObject({
      "acme/app": { github: { releases: [{ draft: true }] } },
    });
    expect((await call("POST", `${control}/reset`)).status).toBe(204);
    expect((await call("GET", releases, undefined, withToken)).body).toEqual([]);
    expect((await call("PUT", `${control}/faults`, {})).status).toBe(400);
  });

  test("keeps releases and files in the state file between runs", async () => {
    const state = join(directory, "state.json");
    const first = await start("--state", state);
    const releases = (api: string) => `${api}/repos/acme/app/releases`;
    const draft = await call("POST", releases(first.github.apiUrl), { tag_name: "v1.0.0", draft: true }, withToken);
    const url = draft.body.upload_url.replace("{?name,label}", "?name=a");
    await call("POST", url, "content", withToken);
    child?.kill();

    const second = await start("--state", state);
    const release = (await call("GET", releases(second.github.apiUrl), undefined, withToken)).body[0];
    expect(release).toMatchObject({ id: draft.body.id, assets: [{ name: "a", state: "uploaded" }] });
    const octets = { ...withToken, headers: { accept: "application/octet-stream" } };
    const download = await call("GET", release?.assets[0]?.url ?? "", undefined, octets);
    expect((await call("GET", download.headers.get("location") ?? "", undefined, { token: null })).text).toBe(
      "content",
    );
  });
});
