import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { failureOf, openTestClient } from "../../../test/faults/client.ts";
import { effects } from "../../../test/stand-ins/gitlab/index.ts";
import type { Effect } from "../../../test/stand-ins/gitlab/index.ts";
import { BOT, BRANCH, FORK, openGitLabWorld, UPSTREAM } from "../../../test/worlds/gitlab.ts";
import type { GitLabWorld } from "../../../test/worlds/gitlab.ts";

let world: GitLabWorld;
beforeEach(async () => {
  world = await openGitLabWorld();
  await world.standIn.push(FORK, BRANCH, { "README.md": "# Changed\n" });
  const request = { sourceBranch: BRANCH, targetBranch: "master", title: "Release", description: "" };
  await world.gitlab.createMergeRequest(world.fork, world.upstream, request);
});
afterEach(() => world.close());

const MARKER = "bump/shop/2222";
const comment = (body = "Released.", gitlab = world.gitlab) => gitlab.comment(world.upstream, "1", body, MARKER);
const notes = () => world.standIn.projects()[0]?.mergeRequests[0]?.notes.map(({ body }) => body);
const hidden = "Released.\n\n<!-- release-actions: bump/shop/2222 -->";

describe("a comment", () => {
  test("is created once, and found again by its hidden marker", async () => {
    expect(await comment()).toMatchObject({ outcome: "written" });
    expect(await comment("Other words.")).toMatchObject({ outcome: "adopted", attempts: 0, value: { body: hidden } });
    expect(notes()).toEqual([hidden]);
  });

  test("domain.md 3.8: is found beyond the first 100", async () => {
    const note = { id: 1, body: "chatter", author: "ada", createdAt: "", system: false };
    const many = Array.from({ length: 130 }, () => note);
    world.standIn.change(UPSTREAM, 1, { notes: [...many, { ...note, body: hidden }] });
    expect(await comment()).toMatchObject({ outcome: "adopted" });
    expect(notes()).toHaveLength(131);
  });

  test.each<[string, Effect]>([
    ["the reply lost", { kind: "lose-reply" }],
    ["502", effects.status(502, { processed: true })],
    ["an empty reply", effects.empty({ processed: true })],
  ])("security 3: done, but answered with %s: adopted", async (_, effect) => {
    world.strike({ method: "POST", effect });
    expect(await comment()).toMatchObject({ outcome: "adopted" });
    expect(notes()).toEqual([hidden]);
  });

  test.each<[string, Effect, number]>([
    ["refused", { kind: "refuse" }, 1],
    ["a burst of 500", effects.status(500), 3],
    ["429 with Retry-After", effects.rateLimited({ status: 429, seconds: 3 }), 1],
  ])("security 3: not done, %s: made once", async (_, effect, times) => {
    world.strike({ method: "POST", times, effect });
    expect(await comment()).toMatchObject({ outcome: "written", attempts: times + 1 });
    expect(notes()).toEqual([hidden]);
  });

  test.each(["before", "after"] as const)("security 3: killed %s it, the next run ends the same", async (moment) => {
    world.standIn.faults.killAt(world.standIn.ledger.length + 2, moment, () => world.abort.abort());
    await failureOf(comment());
    const next = openTestClient([world.standIn.url]);
    await comment("Released.", world.open({ http: next.http }));
    next.http.close();
    expect(notes()).toEqual([hidden]);
  });

  test("security E82: a comment with a command in it, or with a marker that ends the hidden part, is not sent", async () => {
    const before = world.asked().length;
    for (const body of ["Done\n/merge", "Done\n/\rmerge", "Done\n/m\rerge"]) {
      expect(await failureOf(comment(body))).toMatchObject({ verdict: "invalid" });
    }
    const ended = world.gitlab.comment(world.upstream, "1", "Done", "x --> y");
    expect(await failureOf(ended)).toMatchObject({ verdict: "invalid" });
    expect(world.asked()).toHaveLength(before);
  });

  test("403 names the least scope and role", async () => {
    world.strike({ method: "POST", effect: effects.status(403) });
    expect(await failureOf(comment())).toMatchObject({
      details: { remedy: expect.stringContaining("scope api and the role Reporter") },
    });
  });
});

test("the token's user, and who has which access: exact names only", async () => {
  expect(await world.gitlab.user()).toMatchObject({ username: BOT });
  expect(await world.gitlab.accessOf(world.fork, "app-interface-bot")).toBe(40);
  expect(await world.gitlab.accessOf(world.fork, "App-Interface-Bot")).toBe(40);
  expect(await world.gitlab.accessOf(world.fork, "app-interface")).toBe(0);
  expect(await world.gitlab.accessOf(world.upstream, "app-interface-bot")).toBe(0);
});
