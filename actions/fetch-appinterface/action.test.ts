import { execFileSync } from "node:child_process";
import { lstatSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";
import type { HostFacts } from "@release-actions/action";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import action from "./action.ts";
import { commitFiles, git, makeRepository, makeSandbox, type Sandbox } from "../../test/repositories.ts";
import { startGitHttp, type GitHttp, type GitHttpFault } from "../../test/stand-ins/git-http.ts";

const TOKEN = "glpat-0123456789abcdefghij";
const SAAS = ["a: 1", "ref: old", "b: 2", "", "c: 3", ""].join("\n");

let sandbox: Sandbox;
let origin: string;
let server: GitHttp;
let fault: GitHttpFault | undefined;
let commit: string;
let workspace: string;
let counter = 0;

beforeAll(async () => {
  sandbox = makeSandbox();
  origin = makeRepository(sandbox.path("origin"));
  mkdirSync(join(origin, "data"));
  symlinkSync("saas.yml", join(origin, "data", "link.yml"));
  commitFiles(origin, { "data/saas.yml": "before: 1\n" });
  commit = commitFiles(origin, { "data/saas.yml": SAAS });
  git(sandbox.directory, [
    "clone",
    "--quiet",
    "--bare",
    origin,
    sandbox.path("server", "service", "app-interface.git"),
  ]);
  server = await startGitHttp({ root: sandbox.path("server"), token: TOKEN, fault: () => fault });
});
afterAll(async () => {
  await server.close();
  sandbox.remove();
});
beforeEach(() => {
  workspace = sandbox.path(`workspace-${++counter}`);
  mkdirSync(workspace);
});
afterEach(() => void (fault = undefined));

function fetched(inputs: Record<string, string> = {}, facts: Partial<HostFacts> = {}): Promise<MemoryResult> {
  const fixed = { "gitlab-url": server.url, token: TOKEN, "base-branch": "main" };
  return runInMemory(action, { workspace, facts, inputs: { ...fixed, ...inputs } });
}

const content = (path: string) => readFileSync(join(workspace, "app-interface", path), "utf8");
/** As bump-appinterface-ref plans it. */
const diffOf = (before: string, after: string, context = 3) => {
  const files = [before, after].map((text, index) => {
    const file = sandbox.path(`diff-${++counter}-${index}`);
    writeFileSync(file, text);
    return file;
  });
  const args = ["diff", "--no-index", `--unified=${context}`, "--src-prefix=", "--dst-prefix=", ...files];
  const lines = outputOf(args).split("\n");
  return ["--- a/data/saas.yml", "+++ b/data/saas.yml", ...lines.slice(lines.findIndex((l) => l.startsWith("@@")))]
    .join("\n")
    .replace(/\n$/, "");
};
function outputOf(args: readonly string[]): string {
  try {
    return execFileSync("git", args, { encoding: "utf8" });
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

describe("without a diff", () => {
  test("the branch is checked out whole, with its symbolic links, and no secret stays behind", async () => {
    const result = await fetched();
    expect(result).toMatchObject({ verdict: "passed", outputs: { path: "app-interface", base: commit } });
    expect(result.lines).toContain(`service/app-interface at ${commit}`);
    expect(content("data/saas.yml")).toBe(SAAS);
    expect(lstatSync(join(workspace, "app-interface/data/link.yml")).isSymbolicLink()).toBe(true);
    expect(git(join(workspace, "app-interface"), ["status", "--porcelain"])).toBe("");
    expect(git(join(workspace, "app-interface"), ["rev-list", "--count", "HEAD"])).toBe("1");
    const files = readdirSync(join(workspace, "app-interface/.git"), { recursive: true, withFileTypes: true });
    const texts = files.flatMap((file) =>
      file.isFile() ? [readFileSync(join(file.parentPath, file.name), "latin1")] : [],
    );
    const secrets = [TOKEN, Buffer.from(`oauth2:${TOKEN}`).toString("base64")];
    for (const secret of secrets) expect(texts.join("\n") + result.lines.join("\n")).not.toContain(secret);
  });

  test("what an earlier job left is replaced, and a link there is not followed", async () => {
    const outside = sandbox.path(`outside-${counter}`);
    mkdirSync(outside);
    writeFileSync(join(outside, "kept.txt"), "kept");
    symlinkSync(outside, join(workspace, "app-interface"));
    expect(await fetched()).toMatchObject({ verdict: "passed" });
    expect(readdirSync(outside)).toEqual(["kept.txt"]);
    expect(readdirSync(join(workspace, "app-interface")).sort()).toEqual([".git", "data"]);
  });

  test("in a terminal an existing directory is left alone", async () => {
    mkdirSync(join(workspace, "app-interface"));
    writeFileSync(join(workspace, "app-interface", "mine.txt"), "mine");
    expect(await fetched({}, { kind: "terminal" })).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(content("mine.txt")).toBe("mine");
  });
});

describe("with a diff", () => {
  test.each([3, 2])("it is applied to the files; %i lines of context, the last of them blank", async (context) => {
    const diff = diffOf(SAAS, SAAS.replace("old", "new"), context);
    const result = await fetched({ diff: JSON.stringify(diff) });
    expect(result).toMatchObject({ verdict: "passed", outputs: { base: commit } });
    expect(content("data/saas.yml")).toBe(SAAS.replace("old", "new"));
  });

  test("one that no longer fits is undecided", async () => {
    const other = SAAS.replaceAll(/\d/g, "9");
    const diff = diffOf(other, other.replace("old", "new"));
    const result = await fetched({ diff: JSON.stringify(diff) });
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(result.lines.join("\n")).toContain("the planned change no longer fits main");
  });

  test.each([
    ["leads out of the work tree", "../../PWNED"],
    ["leads into .git", ".git/hooks/post-checkout"],
  ])("one that %s changes nothing", async (_title, path) => {
    const diff = `--- /dev/null\n+++ b/${path}\n@@ -0,0 +1 @@\n+x`;
    expect(await fetched({ diff: JSON.stringify(diff) })).toMatchObject({ verdict: "undecided" });
    expect(readdirSync(workspace)).toEqual(["app-interface"]);
    expect(readdirSync(join(workspace, "app-interface/.git"))).not.toContain("hooks");
  });

  test.each(["--- a", "{}", "1"])("%s is not a JSON string", async (diff) => {
    expect(await fetched({ diff })).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test.each(["null", '""'])("%s is none", async (diff) => {
    expect(await fetched({ diff })).toMatchObject({ verdict: "passed" });
  });
});

describe("T31: what cannot be fetched", () => {
  test.each([
    ["a program as the address", { "gitlab-url": "ext::sh -c id" }],
    ["plain http", { "gitlab-url": "http://gitlab.example.com" }],
    ["a password in the address", { "gitlab-url": "https://user:secret-0123@gitlab.example.com" }],
    ["a project that leads elsewhere", { project: "../x" }],
    ["a project that is an option", { project: "--upload-pack=x/y" }],
    ["a branch that is none", { "base-branch": "a..b" }],
  ])("%s is invalid, and nothing is requested", async (_title, inputs) => {
    const before = server.log.length;
    const result = await fetched(inputs);
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(server.log.length).toBe(before);
    expect(readdirSync(workspace)).toEqual([]);
  });

  test("a token that GitLab does not accept is invalid", async () => {
    expect(await fetched({ token: "glpat-wrong-0123456789" })).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test.each<readonly [string, GitHttpFault]>([
    ["an error of the server", { status: 503 }],
    ["a lost connection", "reset"],
  ])("%s is undecided, and leaves no directory", async (_title, given) => {
    fault = given;
    expect(await fetched()).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(readdirSync(workspace)).toEqual([]);
  });
});
