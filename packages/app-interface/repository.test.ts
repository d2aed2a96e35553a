import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";
import { failureOf } from "../../test/faults/client.ts";
import { FILE, FORK, openGitLabWorld, TOKEN, UPSTREAM } from "../../test/worlds/gitlab.ts";
import type { GitLabWorld } from "../../test/worlds/gitlab.ts";
import { openAppInterface, type AppInterfaceOptions } from "./repository.ts";

let world: GitLabWorld;
beforeEach(async () => void (world = await openGitLabWorld()));
afterEach(() => world.close());

function open(more: Partial<AppInterfaceOptions> = {}) {
  return openAppInterface({
    gitlab: world.gitlab,
    gitlabUrl: world.standIn.url,
    token: TOKEN,
    project: UPSTREAM,
    forkProject: undefined,
    bot: undefined,
    baseBranch: "master",
    file: FILE,
    transport: "api",
    // Only git needs it.
    context: undefined as never,
    ...more,
  });
}

describe("openAppInterface", () => {
  test("opens the project itself, at the head of its base branch", async () => {
    const { upstream, push, editor, warnings } = await open();
    expect([upstream.path, push, editor.base, warnings]).toEqual([UPSTREAM, upstream, world.head, []]);
    expect(world.asked()).toHaveLength(2);
  });

  test("domain.md 3.3: opens a fork of which the bot is Maintainer", async () => {
    const { push, warnings } = await open({ forkProject: FORK, bot: "app-interface-bot" });
    expect([push.path, warnings]).toEqual([FORK, []]);
  });

  test("domain.md 3.3: warns if no bot is named", async () => {
    expect((await open({ forkProject: FORK })).warnings).toEqual([expect.stringContaining("was not checked")]);
  });

  test.each<[string, Partial<AppInterfaceOptions>, string, string]>([
    ["a bot that is not Maintainer", { forkProject: FORK, bot: "ada" }, "refused", "ada is not Maintainer"],
    ["the project as its own fork", { forkProject: UPSTREAM }, "invalid", "is the project itself"],
    ["a project that is not a fork of it", { project: FORK, forkProject: UPSTREAM }, "refused", "is not a fork of"],
    ["a project that does not exist", { project: "service/none" }, "invalid", "was not found"],
    ["a base branch that does not exist", { baseBranch: "none" }, "invalid", "none"],
  ])("rejects %s", async (_, options, verdict, message) => {
    const expected = { verdict, message: expect.stringContaining(message) };
    expect(await failureOf(open(options))).toMatchObject(expected);
  });
});
