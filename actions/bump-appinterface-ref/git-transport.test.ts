import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import type { GitHttp } from "../../test/stand-ins/git-http.ts";
import {
  deployFile,
  FORK,
  makeReleasedCode,
  openWorld,
  OTHER,
  TOKEN,
} from "../../test/worlds/bump-appinterface-ref.ts";
import type { ReleasedCode, World } from "../../test/worlds/bump-appinterface-ref.ts";

let code: ReleasedCode;
let world: World;
let server: GitHttp;
beforeAll(() => void (code = makeReleasedCode()));
afterAll(() => code.sandbox.remove());
afterEach(async () => {
  await server.close();
  await world.close();
});

const BRANCH = "aa-release-2025-01-15";

/** One origin for GitLab's API and its git. */
async function open(): Promise<Record<string, string>> {
  world = await openWorld(code);
  server = await startGitHttp({ repositories: world.standIn.repositories, fallback: world.standIn.url, token: TOKEN });
  return { "gitlab-url": server.url, transport: "git" };
}

describe("transport git", () => {
  test("makes the same branch and merge request, and nothing the second time", async () => {
    const inputs = await open();
    const { verdict, outputs, lines } = await world.run(inputs);
    expect([verdict, lines.filter((line) => line.startsWith("error"))]).toEqual(["done", []]);
    expect(await world.onBranch(BRANCH)).toBe(deployFile({ main: code.ref, billing: OTHER }));
    expect([world.writes(), outputs["mr-iid"]]).toEqual([["POST /merge_requests"], "1"]);
    world.forget();
    expect(await world.run(inputs)).toMatchObject({
      verdict: "unchanged",
      outputs: { commit: outputs["commit"], "mr-iid": "1" },
    });
    expect(world.writes()).toEqual([]);
  });

  test("after an older run by the API, replaces the branch for the same merge request", async () => {
    const inputs = await open();
    await world.run({ ...inputs, transport: "api" });
    await world.deploy(deployFile({ main: code.old, billing: OTHER }).replace("# not the stage's", "# changed"));
    const { verdict, outputs } = await world.run(inputs);
    expect([verdict, outputs["mr-iid"], outputs["branch"]]).toEqual(["done", "1", BRANCH]);
    expect(await world.onBranch(BRANCH)).toContain("# changed");
  });

  test("pushes to a fork", async () => {
    const inputs = { ...(await open()), "fork-project": FORK };
    expect(await world.run(inputs)).toMatchObject({ verdict: "done" });
    expect(await world.onBranch(BRANCH, FORK)).toBe(deployFile({ main: code.ref, billing: OTHER }));
    expect(world.mergeRequests()).toMatchObject([{ sourceProject: FORK }]);
  });
});
