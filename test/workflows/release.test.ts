import { execFileSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runWorkflow } from "../workflow-runner/index.ts";
import { createStubs, type Stubs } from "./stubs.ts";

const WORKFLOW = ".github/workflows/release.yml";

let root: string;
let bare: string;
let work: string;
let stubs: Stubs;
let counter = 0;

const git = (directory: string, ...args: string[]) =>
  execFileSync("git", ["-C", directory, ...args], { encoding: "utf8", stdio: ["ignore", "pipe", "ignore"] }).trim();

beforeAll(async () => {
  root = mkdtempSync(join(tmpdir(), "release-"));
  bare = join(root, "remote.git");
  work = join(root, "work");
  mkdirSync(work);
  git(work, "init", "-q", "-b", "main");
  git(work, "config", "user.name", "Test");
  git(work, "config", "user.email", "test@example.test");
  git(root, "init", "-q", "--bare", bare);
  git(work, "remote", "add", "origin", bare);
  stubs = await createStubs(join(root, "stubs"), WORKFLOW);
  const npm = 'case "$*" in "run ghes-workflows"*) mkdir -p "$4" && echo x > "$4/release-tag.pinned.yml";; esac';
  writeFileSync(join(stubs.bin, "npm"), `#!/bin/sh\n${npm}\n`);
  chmodSync(join(stubs.bin, "npm"), 0o755);
});

afterAll(() => rmSync(root, { recursive: true, force: true }));

/** Commits, tags, pushes, and runs the workflow on the tag. */
async function release(tag: string) {
  const [, version = "", major = ""] = /^v((\d+)\..*)$/.exec(tag) ?? [];
  git(work, "commit", "-q", "--allow-empty", "-m", tag);
  git(work, "tag", "-a", "-m", tag, tag);
  git(work, "push", "-q", "origin", "main", tag);
  const commit = git(work, "rev-parse", "HEAD");
  await stubs.behave("validate-tag", {
    outputs: { tag, version, major, commit, prerelease: String(version.includes("-")) },
  });
  const run = await runWorkflow({
    file: WORKFLOW,
    workspace: bare,
    ref: `refs/tags/${tag}`,
    sha: commit,
    repository: "org/release-actions",
    github: { serverUrl: "https://forge.test", apiUrl: "https://api.forge.test", token: "ghs_0123456789" },
    resolveAction: stubs.resolveAction,
    env: { PATH: `${stubs.bin}:${process.env.PATH ?? ""}` },
    temporary: join(root, `run-${++counter}`),
  });
  return { commit, result: run.result, moved: run.jobs["move-major-tag"]?.result };
}

const major = (name: string) => git(bare, "for-each-ref", "--format=%(objectname)", `refs/tags/${name}`);

describe("the release of release-actions", () => {
  test("moves the major tag to the highest stable version only", async () => {
    const first = await release("v1.9.0");
    expect(major("v1")).toBe(first.commit);
    const second = await release("v1.10.0");
    expect(major("v1")).toBe(second.commit);
    const backport = await release("v1.9.1");
    expect(backport.result).toBe("success");
    expect(major("v1")).toBe(second.commit);
    const candidate = await release("v1.11.0-rc.1");
    expect(candidate.moved).toBe("skipped");
    expect(major("v1")).toBe(second.commit);
    const next = await release("v2.0.0");
    expect([major("v1"), major("v2")]).toEqual([second.commit, next.commit]);
    const early = await release("v0.1.0");
    expect(early.moved).toBe("skipped");
    expect(major("v0")).toBe("");
  });

  test("attaches the workflows for GitHub Enterprise Server", async () => {
    const { result } = await release("v2.0.1");
    expect(result).toBe("success");
    expect((await stubs.calls("publish-release")).at(-1)).toMatchObject({ files: "ghes-workflows/*.pinned.yml" });
  });
});
