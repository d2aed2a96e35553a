import { execFileSync } from "node:child_process";
import { afterEach, describe, expect, test } from "@jest/globals";
import { failureOf, openTestClient } from "../../../test/faults/client.ts";
import { effects } from "../../../test/stand-ins/gitlab/index.ts";
import type { Effect } from "../../../test/stand-ins/gitlab/index.ts";
import { BRANCH, FILE, FORK, NEW, OLD, openGitLabWorld, TOKEN, UPSTREAM } from "../../../test/worlds/gitlab.ts";
import type { GitLabWorld } from "../../../test/worlds/gitlab.ts";

let world: GitLabWorld;
afterEach(() => world.close());

type ReplyEffect = Extract<Effect, { kind: "reply" }>;
const says = (status: number, body: object): Effect => ({
  ...(effects.status(status) as ReplyEffect),
  body: JSON.stringify(body),
});

describe("a project", () => {
  test("is found by its path, with number, default branch, parent and the token's access", async () => {
    world = await openGitLabWorld();
    expect(world.upstream).toEqual({
      id: "101",
      path: UPSTREAM,
      defaultBranch: "master",
      webUrl: `${world.standIn.url}/${UPSTREAM}`,
      accessLevel: 20,
    });
    expect(world.fork).toMatchObject({ forkedFrom: { id: "101", path: UPSTREAM }, accessLevel: 40 });
  });

  test("domain.md 3.8: that is hidden or missing is reported as either of them, with what is needed", async () => {
    world = await openGitLabWorld();
    expect(await failureOf(world.gitlab.project("service/none"))).toMatchObject({
      verdict: "invalid",
      details: { remedy: expect.stringContaining("read_api") },
    });
  });

  test("that moved is named by its new path", async () => {
    world = await openGitLabWorld({
      projects: [
        { path: UPSTREAM, files: { a: "a" } },
        { path: FORK, files: { a: "a" } },
        { path: "old/name", movedTo: UPSTREAM },
      ],
      tokens: [TOKEN],
    });
    expect(await failureOf(world.gitlab.project("old/name"))).toMatchObject({
      verdict: "invalid",
      message: expect.stringContaining(UPSTREAM),
    });
  });

  test("security G100: a wrong token is reported as 401 with the needed scope, and never shown", async () => {
    world = await openGitLabWorld();
    const token = "glpat-wrong-0123456789";
    const failure = await failureOf(world.open({ token }).project(UPSTREAM));
    expect(failure).toMatchObject({
      verdict: "invalid",
      status: 401,
      details: { remedy: expect.stringContaining("read_api") },
    });
    expect(JSON.stringify(failure)).not.toContain(token);
    expect(world.secrets).toContain(token);
  });

  test("gets each kind of token in its own header", async () => {
    world = await openGitLabWorld();
    await world.open({ tokenKind: "bearer" }).project(UPSTREAM);
    await failureOf(world.open({ tokenKind: "job" }).project(UPSTREAM));
    expect(world.asked().map(({ credential }) => credential)).toEqual([
      { header: "authorization", token: "token-1", valid: true },
      { header: "job-token", token: "(unknown)", valid: false },
    ]);
  });
});

describe("a file", () => {
  test("is read with its bytes and its last commit, at a branch or a commit", async () => {
    world = await openGitLabWorld();
    await world.standIn.push(UPSTREAM, "master", { "README.md": "# More\n" });
    const now = await world.gitlab.readFile(world.upstream, FILE, "master");
    expect(now).toMatchObject({ bytes: Buffer.from(OLD), lastCommitId: world.head });
    expect(now?.commitId).not.toBe(world.head);
    const changed = await world.standIn.push(UPSTREAM, "master", { [FILE]: NEW });
    expect(await world.gitlab.readFile(world.upstream, FILE, "master")).toMatchObject({ lastCommitId: changed });
    expect((await world.gitlab.readFile(world.upstream, FILE, world.head))?.bytes.toString()).toBe(OLD);
  });

  test("that is missing is undefined; a missing ref or a hidden project is not", async () => {
    world = await openGitLabWorld();
    expect(await world.gitlab.readFile(world.upstream, "none.yaml", "master")).toBeUndefined();
    expect(await failureOf(world.gitlab.readFile(world.upstream, FILE, "no-branch"))).toMatchObject({
      verdict: "invalid",
      message: expect.stringContaining("no-branch"),
    });
    const hidden = { ...world.upstream, id: "999" };
    expect(await failureOf(world.gitlab.readFile(hidden, FILE, "master"))).toMatchObject({ verdict: "invalid" });
  });

  test("security D68: a file whose bytes do not match their digest is not used", async () => {
    world = await openGitLabWorld();
    const file = {
      content: Buffer.from("tampered").toString("base64"),
      encoding: "base64",
      content_sha256: "0".repeat(64),
      commit_id: world.head,
      last_commit_id: world.head,
    };
    world.strike({ path: "/files/", effect: says(200, file) });
    expect(await failureOf(world.gitlab.readFile(world.upstream, FILE, "master"))).toMatchObject({
      verdict: "undecided",
    });
  });
});

describe("branches", () => {
  test("domain.md 3.8: are found by prefix, beyond the first 100, with their exact names", async () => {
    world = await openGitLabWorld();
    const names = Array.from({ length: 101 }, (_, at) => `bump/${at}`);
    const updates = [...names, "Bump/upper", "other/bump/1"].map((name) => `create refs/heads/${name} ${world.head}\n`);
    const directory = world.standIn.repositories[FORK] ?? "";
    execFileSync("git", ["--git-dir", directory, "update-ref", "--stdin"], { input: updates.join("") });
    expect((await world.gitlab.branchesMatching(world.fork, "bump/")).toSorted()).toEqual(names.toSorted());
  });

  test("are found by name; a 404 for the project is never mistaken for a missing branch", async () => {
    world = await openGitLabWorld();
    const commit = await world.standIn.push(FORK, BRANCH, { a: "a" });
    expect(await world.gitlab.branch(world.fork, BRANCH)).toEqual({ name: BRANCH, commit, protected: false });
    expect(await world.gitlab.branch(world.fork, "none")).toBeUndefined();
    expect(await failureOf(world.gitlab.branch({ ...world.fork, id: "999" }, BRANCH))).toMatchObject({
      verdict: "invalid",
      details: { remedy: expect.stringContaining("role Reporter") },
    });
  });
});

describe("removing a branch", () => {
  const remove = (gitlab = world.gitlab, head?: string) => gitlab.deleteBranch(world.fork, BRANCH, head);
  const there = async () => (await world.standIn.endState())[FORK]?.branches[BRANCH] !== undefined;
  async function open(): Promise<string> {
    world = await openGitLabWorld();
    return world.standIn.push(FORK, BRANCH, { a: "a" });
  }

  test("removes it, and changes nothing the second time", async () => {
    await open();
    expect(await remove()).toMatchObject({ outcome: "written" });
    expect(await remove()).toEqual({ value: true, outcome: "adopted", attempts: 0 });
    expect(await there()).toBe(false);
  });

  test("keeps one whose head has changed", async () => {
    const head = await open();
    await world.standIn.push(FORK, BRANCH, { a: "b" });
    expect(await failureOf(remove(world.gitlab, head))).toMatchObject({ verdict: "refused" });
    expect(await there()).toBe(true);
  });

  test.each<[string, Effect]>([
    ["the reply lost", { kind: "lose-reply" }],
    ["a burst of 500 before", effects.status(500)],
    ["502 after", effects.status(502, { processed: true })],
    ["a sign-in page with 200", effects.html()],
    ["429 with Retry-After", effects.rateLimited({ status: 429, seconds: 3 })],
  ])("security 3: %s: gone anyway", async (_, effect) => {
    await open();
    world.strike({ method: "DELETE", effect });
    await remove();
    expect(await there()).toBe(false);
  });

  test.each(["before", "after"] as const)("security 3: killed %s it, the next run ends the same", async (moment) => {
    await open();
    world.standIn.faults.killAt(world.standIn.ledger.length + 2, moment, () => world.abort.abort());
    await failureOf(remove());
    const next = openTestClient([world.standIn.url]);
    await remove(world.open({ http: next.http }));
    next.http.close();
    expect(await there()).toBe(false);
  });

  test("keeps the default branch, and names the minimum scope after a 403", async () => {
    await open();
    expect(await failureOf(world.gitlab.deleteBranch(world.fork, "master"))).toMatchObject({ status: 400 });
    await world.standIn.push(UPSTREAM, BRANCH, { a: "a" });
    expect(await failureOf(world.gitlab.deleteBranch(world.upstream, BRANCH))).toMatchObject({
      status: 403,
      details: { remedy: expect.stringContaining("scope api and the role Developer") },
    });
  });
});

describe("history", () => {
  test("T20: a comparison returns every commit between two, whatever their messages contain", async () => {
    world = await openGitLabWorld();
    for (let at = 1; at <= 12; at += 1) {
      await world.standIn.push(UPSTREAM, "work", { a: `${at}` }, `fix error handling ${at} (HEAD -> main)\n\nMore`);
    }
    const found = await world.gitlab.compare(world.upstream, "master", "work");
    expect(found).toMatchObject({ sameRef: false, timeout: false });
    expect(found.commits.map(({ title }) => title).toSorted()).toEqual(
      Array.from({ length: 12 }, (_, at) => `fix error handling ${at + 1} (HEAD -> main)`).toSorted(),
    );
    expect(await world.gitlab.compare(world.upstream, "master", world.head)).toEqual({
      commits: [],
      sameRef: true,
      timeout: false,
    });
    expect(await failureOf(world.gitlab.compare(world.upstream, "none", "master"))).toMatchObject({
      verdict: "invalid",
    });
  });

  test("returns what a commit changes compared with its first parent, including a removed file", async () => {
    world = await openGitLabWorld();
    const added = await world.standIn.push(UPSTREAM, "work", { a: "a", "b/c.txt": "c" });
    expect((await world.gitlab.changedPaths(world.upstream, added)).toSorted()).toEqual(["a", "b/c.txt"]);
    const removed = await world.standIn.push(UPSTREAM, "work", { a: null, [FILE]: NEW });
    expect((await world.gitlab.changedPaths(world.upstream, removed)).toSorted()).toEqual(["a", FILE]);
  });

  test("finds a commit by its id, or none, and the common ancestor of two", async () => {
    world = await openGitLabWorld();
    const left = await world.standIn.push(UPSTREAM, "left", { a: "l" });
    const right = await world.standIn.push(UPSTREAM, "right", { a: "r" });
    expect(await world.gitlab.commit(world.upstream, left)).toMatchObject({ id: left, parents: [world.head] });
    expect(await world.gitlab.commit(world.upstream, "f".repeat(40))).toBeUndefined();
    expect(await world.gitlab.mergeBase(world.upstream, left, right)).toBe(world.head);
    expect(await failureOf(world.gitlab.mergeBase(world.upstream, left, "none"))).toMatchObject({ status: 400 });
  });
});
