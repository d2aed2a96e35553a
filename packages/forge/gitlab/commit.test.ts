import { afterEach, describe, expect, test } from "@jest/globals";
import { failureOf, openTestClient } from "../../../test/faults/client.ts";
import { effects } from "../../../test/stand-ins/gitlab/index.ts";
import type { Effect } from "../../../test/stand-ins/gitlab/index.ts";
import { BRANCH, FILE, FORK, NEW, OLD, openGitLabWorld, UPSTREAM } from "../../../test/worlds/gitlab.ts";
import type { GitLabWorld } from "../../../test/worlds/gitlab.ts";

let world: GitLabWorld;
afterEach(() => world.close());

const POST = { method: "POST", path: "/repository/commits" };
const written = { messages: ["Release shop to production"], files: { [FILE]: NEW } };

async function held() {
  return (await world.standIn.endState())[FORK]?.branches[BRANCH];
}

function posts() {
  return world.asked().filter(({ method }) => method === "POST");
}

describe("creating a commit", () => {
  test("creates it in the fork on top of the parent's commit, with exactly these bytes", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    const start = world.standIn.ledger.length;
    const result = await world.gitlab.commitFiles(world.fork, request);
    expect(result).toMatchObject({ outcome: "written", attempts: 1, stale: false });
    expect(world.standIn.ledger.length - start).toBe(2);
    expect(await held()).toEqual(written);
    const commit = await world.gitlab.commit(world.fork, BRANCH);
    expect(commit).toMatchObject({ id: "value" in result ? result.value.commit : "", parents: [world.head] });
    expect((await world.standIn.endState())[UPSTREAM]?.branches).toEqual({ master: { messages: [], files: {} } });
  });

  test("keeps bytes that are not text, CR and a missing line end at the end", async () => {
    world = await openGitLabWorld();
    const bytes = Buffer.from([0xef, 0xbb, 0xbf, 0x61, 0x0d, 0x0a, 0xff, 0x00, 0x62]);
    const request = await world.request();
    const files = request.files.map((file) => ({ ...file, bytes }));
    await world.gitlab.commitFiles(world.fork, { ...request, files });
    expect((await world.gitlab.readFile(world.fork, FILE, BRANCH))?.bytes).toEqual(bytes);
  });

  // Each of these made the commit; whatever the client saw, there is exactly one in the end.
  test.each<[string, Effect]>([
    ["the reply lost", { kind: "lose-reply" }],
    ["a truncated reply", { kind: "truncate" }],
    ["502", effects.status(502, { processed: true })],
    ["a page of HTML", effects.html({ processed: true })],
    ["an empty reply", effects.empty({ processed: true })],
  ])("security 3: done, but answered with %s: reads the branch back and adopts it", async (_, effect) => {
    world = await openGitLabWorld();
    world.strike({ ...POST, effect });
    const result = await world.gitlab.commitFiles(world.fork, await world.request());
    expect(result).toMatchObject({ outcome: "adopted", stale: false });
    expect(posts()).toHaveLength(1);
    expect(await held()).toEqual(written);
  });

  // Each of these did nothing; the commit is made by a later attempt, after a look.
  test.each<[string, Effect, number]>([
    ["refused", { kind: "refuse" }, 1],
    ["reset in the middle of the body", { kind: "reset", afterBytes: 20 }, 1],
    ["a burst of 500", effects.status(500), 3],
    ["429 with Retry-After", effects.rateLimited({ status: 429, seconds: 7 }), 1],
  ])("security 3: not done, %s: reads back, then creates it once", async (name, effect, times) => {
    world = await openGitLabWorld();
    world.strike({ ...POST, times, effect });
    const result = await world.gitlab.commitFiles(world.fork, await world.request());
    expect(result).toMatchObject({ outcome: "written", attempts: times + 1 });
    expect(await held()).toEqual(written);
    if (name.startsWith("429")) expect(world.clock.waits).toEqual([7_000]);
  });

  test.each(["before", "after"] as const)(
    "security 3: killed %s the commit, the next run ends the same",
    async (moment) => {
      world = await openGitLabWorld();
      const request = await world.request();
      world.standIn.faults.killAt(world.standIn.ledger.length + 2, moment, () => world.abort.abort());
      await failureOf(world.gitlab.commitFiles(world.fork, request));
      expect((await held()) !== undefined).toBe(moment === "after");
      const next = openTestClient([world.standIn.url]);
      const again = await world.open({ http: next.http }).commitFiles(world.fork, request);
      next.http.close();
      expect(again).toMatchObject({ outcome: moment === "after" ? "adopted" : "written" });
      expect(await held()).toEqual(written);
    },
  );

  test("states that the commit may exist if the run is killed after it", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    world.standIn.faults.killAt(world.standIn.ledger.length + 2, "after", () => world.abort.abort());
    expect(await failureOf(world.gitlab.commitFiles(world.fork, request))).toMatchObject({
      verdict: "unknown",
      details: { missing: [expect.stringContaining(BRANCH)] },
    });
  });
});

describe("domain.md 3.5: a stale base", () => {
  test("a file that changed on the default branch in the meantime is stale, and nothing is written", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    await world.standIn.push(UPSTREAM, "master", { [FILE]: `${OLD}# moved\n` });
    expect(await world.gitlab.commitFiles(world.fork, request)).toEqual({ stale: true });
    expect(await held()).toBeUndefined();
    // Read and applied again, it goes through.
    const head = (await world.gitlab.branch(world.upstream, "master"))?.commit ?? "";
    const file = await world.gitlab.readFile(world.upstream, FILE, head);
    const files = [{ path: FILE, bytes: Buffer.from(NEW), lastCommitId: file?.lastCommitId ?? "" }];
    const again = await world.gitlab.commitFiles(world.fork, { ...request, startSha: head, files });
    expect(again).toMatchObject({ stale: false, outcome: "written" });
  });

  test("a file that was removed in the meantime is stale, too", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    await world.standIn.push(UPSTREAM, "master", { [FILE]: null });
    expect(await world.gitlab.commitFiles(world.fork, request)).toEqual({ stale: true });
  });

  test("a change of another file is not stale", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    await world.standIn.push(UPSTREAM, "master", { "README.md": "# More\n" });
    expect(await world.gitlab.commitFiles(world.fork, request)).toMatchObject({ stale: false, outcome: "written" });
  });
});

describe("a branch that exists", () => {
  test("T22: is adopted if it has exactly this change, and nothing is written", async () => {
    world = await openGitLabWorld();
    const first = await world.gitlab.commitFiles(world.fork, await world.request());
    const request = await world.request();
    const before = world.asked().length;
    const again = await world.gitlab.commitFiles(world.fork, request);
    expect(world.asked()).toHaveLength(before + 4);
    expect(again).toEqual({ ...first, outcome: "adopted", attempts: 0 });
    expect(posts()).toHaveLength(1);
  });

  test.each<[string, Record<string, string>]>([
    ["other bytes", { [FILE]: `${NEW}# more\n` }],
    ["these bytes and another file", { [FILE]: NEW, ".gitlab-ci.yml": "x: y\n" }],
  ])("security C58: a branch with %s is refused", async (_, files) => {
    world = await openGitLabWorld();
    await world.standIn.push(FORK, BRANCH, files);
    expect(await failureOf(world.gitlab.commitFiles(world.fork, await world.request()))).toMatchObject({
      verdict: "refused",
      details: { exists: [expect.stringContaining(BRANCH)] },
    });
    expect(posts()).toEqual([]);
  });

  test("is refused if it has this change on top of another commit", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    await world.standIn.push(FORK, "master", { "README.md": "# More\n" });
    await world.standIn.push(FORK, BRANCH, { [FILE]: NEW });
    expect(await failureOf(world.gitlab.commitFiles(world.fork, request))).toMatchObject({ verdict: "refused" });
  });

  test("is replaced only if its head is the one that may be lost", async () => {
    world = await openGitLabWorld();
    const old = await world.standIn.push(FORK, BRANCH, { [FILE]: "older: true\n" });
    const request = await world.request({ replaces: old });
    const other = { ...request, replaces: world.head };
    expect(await failureOf(world.gitlab.commitFiles(world.fork, other))).toMatchObject({ verdict: "refused" });
    expect(await world.gitlab.commitFiles(world.fork, request)).toMatchObject({ outcome: "written" });
    expect(await held()).toEqual(written);
    // Run again after a crash, it finds its own commit in the place of the old one.
    expect(await world.gitlab.commitFiles(world.fork, request)).toMatchObject({ outcome: "adopted" });
  });

  // The look finds nothing yet, GitLab answers 400 "already exists", and the branch is read back.
  const unseen: Effect = {
    ...(effects.status(404) as Extract<Effect, { kind: "reply" }>),
    body: '{"message":"404 Branch Not Found"}',
  };

  test("security 3: created between the check and the write by another run of the same work: 400, adopted", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    await world.gitlab.commitFiles(world.fork, request);
    world.strike({ path: "/branches/", effect: unseen });
    expect(await world.gitlab.commitFiles(world.fork, request)).toMatchObject({ outcome: "adopted", attempts: 1 });
    expect(await held()).toEqual(written);
  });

  test("security 3: created between the check and the write by someone else: 400, refused", async () => {
    world = await openGitLabWorld();
    const request = await world.request();
    await world.standIn.push(FORK, BRANCH, { [FILE]: "theirs: true\n" });
    world.strike({ path: "/branches/", effect: unseen });
    expect(await failureOf(world.gitlab.commitFiles(world.fork, request))).toMatchObject({ verdict: "refused" });
    expect(posts()).toHaveLength(1);
    expect((await held())?.files).toEqual({ [FILE]: "theirs: true\n" });
  });
});

const refusal: Effect = {
  ...(effects.status(400) as Extract<Effect, { kind: "reply" }>),
  body: '{"message":"Commit message does not follow the pattern"}',
};

describe("refusals", () => {
  test("names the minimum scope and role after a 403 and does not retry", async () => {
    world = await openGitLabWorld({
      tokens: [{ value: "glpat-0123456789abcdefghij", scopes: ["read_api"] }],
    });
    const failure = await failureOf(world.gitlab.commitFiles(world.fork, await world.request()));
    expect(failure).toMatchObject({
      verdict: "invalid",
      details: { remedy: expect.stringMatching(/scope api and the role Developer/) },
    });
    expect(posts()).toHaveLength(1);
  });

  test("refuses a protected branch", async () => {
    world = await openGitLabWorld();
    const failure = await failureOf(world.gitlab.commitFiles(world.upstream, await world.request({ branch: "new" })));
    expect(failure).toMatchObject({ verdict: "invalid", message: expect.stringContaining("403") });
  });

  test("shows GitLab's own reason for a refusal", async () => {
    world = await openGitLabWorld();
    world.strike({ ...POST, effect: refusal });
    expect(await failureOf(world.gitlab.commitFiles(world.fork, await world.request()))).toMatchObject({
      verdict: "refused",
      message: expect.stringContaining("does not follow the pattern"),
    });
  });

  test("reports everything that is wrong with a request at once, and sends nothing", async () => {
    world = await openGitLabWorld();
    const request = await world.request({ startSha: "abc123", files: [] });
    const asked = world.asked().length;
    expect(await failureOf(world.gitlab.commitFiles(world.fork, request))).toMatchObject({
      verdict: "invalid",
      details: { problems: [expect.anything(), expect.anything()] },
    });
    expect(world.asked()).toHaveLength(asked);
  });
});
