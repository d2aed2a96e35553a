import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { failureOf, openTestClient } from "../../../test/faults/client.ts";
import { effects } from "../../../test/stand-ins/gitlab/index.ts";
import type { Effect, MergeRequestState } from "../../../test/stand-ins/gitlab/index.ts";
import { BOT, BRANCH, FORK, openGitLabWorld, UPSTREAM } from "../../../test/worlds/gitlab.ts";
import type { GitLabWorld } from "../../../test/worlds/gitlab.ts";
import { fitTitle } from "./index.ts";
import type { GitLab, MergeRequest } from "./index.ts";

let world: GitLabWorld;
let gitlab: GitLab;
beforeEach(async () => {
  world = await openGitLabWorld();
  gitlab = world.gitlab;
  await world.standIn.push(FORK, BRANCH, { "README.md": "# Changed\n" });
});
afterEach(() => world.close());

const wanted = {
  sourceBranch: BRANCH,
  targetBranch: "master",
  title: "Release shop to production",
  description: "From 1111 to 2222.\n",
  labels: ["release"],
  removeSourceBranch: true,
};

const create = (api = gitlab, more = {}) => api.createMergeRequest(world.fork, world.upstream, { ...wanted, ...more });
const held = (): MergeRequestState[] => world.standIn.projects()[0]?.mergeRequests ?? [];

async function made(): Promise<MergeRequest> {
  return (await create()).value;
}

// Each of these made it; whatever the client saw, there is exactly one in the end.
const DONE: [string, Effect][] = [
  ["the reply lost", { kind: "lose-reply" }],
  ["a truncated reply", { kind: "truncate" }],
  ["504", effects.status(504, { processed: true })],
  ["an empty reply", effects.empty({ processed: true })],
];
// Each of these did nothing; it is made by a later attempt.
const UNDONE: [string, Effect, number][] = [
  ["refused", { kind: "refuse" }, 1],
  ["a burst of 503", effects.status(503), 3],
  ["429 with Retry-After", effects.rateLimited({ status: 429, seconds: 9 }), 1],
];

describe("creating a merge request", () => {
  test("creates it from the fork for the parent, with one request", async () => {
    const before = world.asked().length;
    const { value, outcome } = await create();
    expect(outcome).toBe("written");
    expect(world.asked()).toHaveLength(before + 1);
    expect(value).toEqual({
      iid: "1",
      webUrl: `${world.standIn.url}/${UPSTREAM}/-/merge_requests/1`,
      title: wanted.title,
      description: wanted.description,
      state: "opened",
      sourceBranch: BRANCH,
      targetBranch: "master",
      sourceProjectId: world.fork.id,
      author: BOT,
      labels: ["release"],
      sha: expect.stringMatching(/^[0-9a-f]{40}$/),
    });
    expect(held()).toMatchObject([{ removeSourceBranch: true, sourceProject: FORK }]);
  });

  test("T22: adopts the branch's open one unchanged", async () => {
    const first = await made();
    const again = await create(gitlab, { title: "Another title" });
    expect(again).toEqual({ value: first, outcome: "adopted", attempts: 1 });
    expect(held()).toHaveLength(1);
  });

  test("does not mistake one of the parent's branch of the same name for the fork's", async () => {
    await create();
    await create(gitlab, { title: "Theirs", targetBranch: "stable" });
    world.standIn.change(UPSTREAM, 2, { sourceProject: UPSTREAM, targetBranch: "master" });
    expect(await create()).toMatchObject({ outcome: "adopted", value: { iid: "1", title: wanted.title } });
  });

  test("ignores a closed one", async () => {
    await gitlab.closeMergeRequest(world.upstream, (await made()).iid);
    world.strike({ method: "POST", effect: { kind: "refuse" } });
    expect(await create()).toMatchObject({ outcome: "written", value: { iid: "2" } });
  });

  test.each(DONE)("security 3: done, but answered with %s: adopted, one merge request", async (_, effect) => {
    world.strike({ method: "POST", effect });
    expect(await create()).toMatchObject({ outcome: "adopted", value: { iid: "1" } });
    expect(held()).toHaveLength(1);
  });

  describe("promotion B1: GitLab does not see the branch yet", () => {
    const UNSEEN: Effect = effects.json(400, { message: { source_branch: ["does not exist"] } });

    test("a later attempt creates it", async () => {
      world.strike({ method: "POST", times: 2, effect: UNSEEN });
      expect(await create()).toMatchObject({ outcome: "written", attempts: 3 });
      expect(held()).toHaveLength(1);
    });

    test("while that lasts, it is undecided, and nothing exists", async () => {
      const failure = await failureOf(create(gitlab, { sourceBranch: "not-there" }));
      expect(failure).toMatchObject({ verdict: "undecided", attempts: 4 });
      expect(String(failure)).toContain("GitLab does not see the branch not-there yet");
      expect(held()).toHaveLength(0);
    });

    test("another 400 is final", async () => {
      world.strike({ method: "POST", times: 1, effect: effects.json(400, { message: { title: ["is too long"] } }) });
      expect(await failureOf(create())).toMatchObject({ verdict: "invalid", attempts: 1 });
    });
  });

  test.each(UNDONE)("security 3: not done, %s: made once", async (_, effect, times) => {
    world.strike({ method: "POST", times, effect });
    expect(await create()).toMatchObject({ outcome: "written", attempts: times + 1 });
    expect(held()).toHaveLength(1);
  });

  test.each(["before", "after"] as const)("security 3: killed %s it, the next run ends the same", async (moment) => {
    world.standIn.faults.killAt(world.standIn.ledger.length + 1, moment, () => world.abort.abort());
    await failureOf(create());
    expect(held()).toHaveLength(moment === "after" ? 1 : 0);
    const next = openTestClient([world.standIn.url]);
    await create(world.open({ http: next.http }));
    next.http.close();
    expect(held()).toHaveLength(1);
  });

  test("source and target the same, or no fork: GitLab's refusal is the result", async () => {
    const same = gitlab.createMergeRequest(world.fork, world.fork, { ...wanted, sourceBranch: "master" });
    expect(await failureOf(same)).toMatchObject({ message: expect.stringContaining("same project/branch") });
    const back = gitlab.createMergeRequest(world.upstream, world.fork, wanted);
    expect(await failureOf(back)).toMatchObject({ verdict: "invalid", status: 403 });
  });

  test("403 names the least scope and role", async () => {
    const failure = await failureOf(gitlab.createMergeRequest(world.upstream, world.upstream, wanted));
    expect(failure).toMatchObject({ details: { remedy: expect.stringMatching(/scope api, the role Developer/) } });
    expect(world.asked().filter(({ method }) => method === "POST")).toHaveLength(1);
  });

  test.each([
    ["/merge", "Text\n/merge"],
    ["a command after spaces", "Text\n   /approve"],
    ["a bot's command after CR", "Text\r/lgtm\rmore"],
    ["a command after U+2028", "Text\u2028/hold"],
    ["a command in a fence", "```\n/lgtm\n```"],
  ])("security E82: a description with %s is refused before anything is sent", async (_, description) => {
    const before = world.asked().length;
    expect(await failureOf(create(gitlab, { description }))).toMatchObject({ verdict: "invalid" });
    expect(world.asked()).toHaveLength(before);
  });

  test("accepts text that only looks like a command, and nothing is executed", async () => {
    await create(gitlab, { description: "see /usr/bin, a/b\n//comment\n/ nothing\n- /merge" });
    expect(held()).toMatchObject([{ quickActions: [] }]);
  });

  test("accepts a title of 255 characters, and does not send a longer one", async () => {
    const long = "🚢".repeat(400);
    expect(await failureOf(create(gitlab, { title: long }))).toMatchObject({ verdict: "invalid" });
    const { value } = await create(gitlab, { title: fitTitle(long) });
    expect([...value.title]).toHaveLength(255);
    expect(value.title.endsWith("🚢…")).toBe(true);
    expect(fitTitle(" two\n lines ")).toBe("two lines");
  });
});

describe("finding merge requests", () => {
  test("domain.md 3.8: finds them beyond the first 100, by branch, state, label, author and text", async () => {
    const names = Array.from({ length: 103 }, (_, at) => `bump-${at}`);
    await made();
    for (const name of names) {
      await world.standIn.push(FORK, name, { "README.md": `# ${name}\n` });
      await create(gitlab, { sourceBranch: name, labels: [] });
    }
    const all = await gitlab.findMergeRequests(world.upstream, { author: BOT });
    expect(all).toHaveLength(104);
    const of = async (filter: object) => (await gitlab.findMergeRequests(world.upstream, filter)).map(({ iid }) => iid);
    expect(await of({ sourceBranch: "bump-2", targetBranch: "master" })).toEqual(["4"]);
    expect(await of({ labels: ["release"] })).toEqual(["1"]);
    await gitlab.closeMergeRequest(world.upstream, "4");
    expect(await of({ state: "closed" })).toEqual(["4"]);
    expect(await of({ search: "no such text" })).toEqual([]);
  });

  test("finds one by its number, or none", async () => {
    const one = await made();
    expect(await gitlab.mergeRequest(world.upstream, "1")).toEqual(one);
    expect(await gitlab.mergeRequest(world.upstream, "2")).toBeUndefined();
  });
});

describe("changing a merge request", () => {
  const change = { title: "Two", description: "Other\n", addLabels: ["prod"], removeLabels: ["release"] };
  const update = (api = gitlab) => api.updateMergeRequest(world.upstream, "1", change);
  const changed = { title: "Two", description: "Other\n", labels: ["hold", "prod"] };
  const now = () => held()[0];
  beforeEach(async () => {
    await made();
    world.standIn.change(UPSTREAM, 1, { labels: ["hold", "release"] });
  });

  test("keeps other people's labels", async () => {
    expect(await update()).toMatchObject({ outcome: "written", value: changed });
    expect(now()).toMatchObject(changed);
  });

  test.each(DONE)("security 3: done, but answered with %s: read back", async (_, effect) => {
    world.strike({ method: "PUT", effect });
    expect(await update()).toMatchObject({ outcome: "adopted", value: changed });
    expect(world.asked().filter(({ method }) => method === "PUT")).toHaveLength(1);
  });

  test.each(UNDONE)("security 3: not done, %s: changed by a later attempt", async (_, effect, times) => {
    world.strike({ method: "PUT", times, effect });
    expect(await update()).toMatchObject({ outcome: "written", attempts: times + 1 });
    expect(now()).toMatchObject(changed);
  });

  test.each(["before", "after"] as const)("security 3: killed %s it, the next run ends the same", async (moment) => {
    world.standIn.faults.killAt(world.standIn.ledger.length + 1, moment, () => world.abort.abort());
    await failureOf(update());
    const next = openTestClient([world.standIn.url]);
    await update(world.open({ http: next.http }));
    next.http.close();
    expect(now()).toMatchObject(changed);
  });

  test("403 names the least scope and role, and nothing is tried again", async () => {
    world.standIn.change(UPSTREAM, 1, { author: "ada" });
    expect(await failureOf(update())).toMatchObject({
      verdict: "invalid",
      details: { remedy: expect.stringMatching(/scope api and the role Reporter.*Developer/) },
    });
  });

  test("reopening fails with 409 if another one is open", async () => {
    await gitlab.closeMergeRequest(world.upstream, "1");
    await create();
    const reopened = gitlab.updateMergeRequest(world.upstream, "1", { state: "reopen" });
    expect(await failureOf(reopened)).toMatchObject({ status: 409 });
    expect(held().map(({ state }) => state)).toEqual(["closed", "opened"]);
  });

  test("closes it once, changes nothing the second time, and refuses a merged one", async () => {
    world.strike({ method: "PUT", effect: { kind: "lose-reply" } });
    expect(await gitlab.closeMergeRequest(world.upstream, "1")).toMatchObject({ outcome: "adopted" });
    expect(await gitlab.closeMergeRequest(world.upstream, "1")).toMatchObject({ value: { state: "closed" } });
    world.standIn.change(UPSTREAM, 1, { state: "merged" });
    expect(await failureOf(gitlab.closeMergeRequest(world.upstream, "1"))).toMatchObject({ verdict: "refused" });
  });
});
