import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import action from "./action.ts";
import { commitFiles, git, makeRepository, makeSandbox, type Sandbox } from "../../test/repositories.ts";

let sandbox: Sandbox;
let origin: string;
let checkout: string;
let first: string;
let onMain: string;
let onSide: string;
let tagged: string;
let ofFork: string;
let tagObject: string;

beforeAll(() => {
  sandbox = makeSandbox();
  origin = makeRepository(sandbox.path("origin"));
  first = commitFiles(origin, { "a.txt": "1" }, "First");
  onMain = commitFiles(origin, { "a.txt": "2" }, "Second");
  git(origin, ["checkout", "--quiet", "-b", "side", first]);
  onSide = commitFiles(origin, { "b.txt": "1" }, "On the side");
  git(origin, ["checkout", "--quiet", "--detach", first]);
  tagged = commitFiles(origin, { "c.txt": "1" }, "Only tagged");
  git(origin, ["tag", "--annotate", "--message", "One", "v1.0.0"]);
  tagObject = git(origin, ["rev-parse", "v1.0.0"]);
  git(origin, ["checkout", "--quiet", "--detach", first]);
  ofFork = commitFiles(origin, { "d.txt": "1" }, "Of a fork");
  git(origin, ["update-ref", "refs/pull/1/head", ofFork]);
  git(origin, ["checkout", "--quiet", "main"]);
  checkout = checkedOut("checkout");
  // As the checkout of a pull request leaves it.
  git(checkout, ["fetch", "--quiet", "origin", "refs/pull/1/head:refs/remotes/pull/1/merge"]);
});
afterAll(() => sandbox.remove());

function checkedOut(name: string, ...depth: string[]): string {
  const directory = makeRepository(sandbox.path(name));
  git(directory, ["remote", "add", "origin", `file://${origin}`]);
  const refs = ["+refs/heads/*:refs/remotes/origin/*", "+refs/tags/*:refs/tags/*"];
  git(directory, ["fetch", "--quiet", "--no-tags", ...depth, "origin", ...refs]);
  git(directory, ["checkout", "--quiet", "--detach", "refs/remotes/origin/main"]);
  return directory;
}

function verify(commit: string, branch = "", workspace = checkout): Promise<MemoryResult> {
  return runInMemory(action, { workspace, inputs: { commit, branch } });
}

describe("a commit", () => {
  test.each([
    ["on a branch", () => onMain],
    ["on another branch", () => onSide],
    ["on a tag only", () => tagged],
    ["behind the tip of a branch", () => first],
  ])("%s passes, and the log names it with its author and date", async (_title, commit) => {
    const result = await verify(commit());
    expect(result).toMatchObject({ verdict: "passed", exitCode: 0 });
    expect(result.lines).toContain(`${commit()} by Ada Author, 2025-06-15T15:06:40.000Z`);
  });

  test.each([
    ["that is nowhere", () => "1".repeat(40), "is on no branch and no tag of this repository"],
    ["of a fork, whose object is here", () => ofFork, "is on no branch and no tag of this repository"],
    ["that is an annotated tag's ID", () => tagObject, "is a tag, not a commit"],
  ])("T4: %s is refused", async (_title, commit, message) => {
    const result = await verify(commit());
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(result.lines.join("\n")).toContain(`${commit()} ${message}`);
  });

  test.each([
    ["39 digits", () => first.slice(1)],
    ["64 digits", () => "a".repeat(64)],
    ["upper case", () => first.toUpperCase()],
    ["a branch", () => "main"],
    ["an option", () => "--upload-pack=x"],
    ["a command", () => "$(touch PWNED)`id`"],
    ["two lines", () => `${first}\n${first}`],
  ])("T4, T31: %s is invalid", async (_title, commit) => {
    const result = await verify(commit());
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.join("\n")).toContain("not a full commit ID");
  });

  test("that a shallow checkout does not hold is undecided", async () => {
    const shallow = checkedOut("shallow", "--depth=1");
    expect(await verify(onMain, "", shallow)).toMatchObject({ verdict: "passed" });
    const result = await verify(first, "", shallow);
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(result.lines.join("\n")).toContain("fetch-depth: 0");
  });

  test("without a repository is invalid", async () => {
    expect(await verify(first, "", sandbox.directory)).toMatchObject({ verdict: "invalid" });
  });

  test("by an author whose name is a runner command is named inert", async () => {
    const directory = makeRepository(sandbox.path("hostile"));
    const author = { GIT_AUTHOR_NAME: "x ##[error]y\u001b[31m" };
    git(directory, ["commit", "--quiet", "--allow-empty", "--message", "x"], author);
    const result = await verify(git(directory, ["rev-parse", "HEAD"]), "", directory);
    expect(result.verdict).toBe("passed");
    expect(result.lines.join("\n")).not.toMatch(/##\[|\u001b/);
  });
});

describe("branch", () => {
  test("passes where it contains the commit", async () => {
    expect(await verify(first, "side")).toMatchObject({ verdict: "passed" });
  });

  test.each([
    ["that does not contain the commit", () => onMain, "side", "is not on the branch side"],
    ["that does not exist", () => onMain, "release", "the branch release, which must contain the commit, is not in"],
    ["of a pull request", () => ofFork, "pull/1/merge", "is on no branch and no tag"],
  ])("%s refuses it", async (_title, commit, branch, message) => {
    const result = await verify(commit(), branch);
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(result.lines.join("\n")).toContain(message);
  });

  test.each(["a..b", "-x", "refs/../x", "a b"])("T4: %s is not a branch name", async (branch) => {
    expect(await verify(onMain, branch)).toMatchObject({ verdict: "invalid", exitCode: 2 });
  });

  test("is undecided where the history in between is missing", async () => {
    const shallow = checkedOut("shallow-branch", "--depth=1");
    expect(await verify(onMain, "side", shallow)).toMatchObject({ verdict: "undecided", exitCode: 3 });
  });
});
