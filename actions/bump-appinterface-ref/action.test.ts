import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import { BILLING, deployFile, FILE, makeReleasedCode, openWorld, OTHER, TOKEN, type ReleasedCode, type World } from "../../test/worlds/bump-appinterface-ref.ts";

let code: ReleasedCode;
let world: World;
beforeAll(() => void (code = makeReleasedCode()));
afterAll(() => code.sandbox.remove());
afterEach(() => world.close());

const BRANCH = "aa-release-2025-01-15";

describe("a fresh bump", () => {
  test("T12, T15: one ref's bytes change on one branch with one merge request", async () => {
    world = await openWorld(code);
    const { verdict, outputs, lines } = await world.run();
    expect([verdict, lines.filter((line) => line.startsWith("error"))]).toEqual(["done", []]);
    expect(await world.onBranch(BRANCH)).toBe(deployFile({ main: code.ref, billing: OTHER }));
    expect(outputs).toMatchObject({ changed: "true", "old-ref": code.old, "new-ref": code.ref, branch: BRANCH, "mr-iid": "1", superseded: "[]" });
    expect(outputs["diff"]?.split("\n").filter((line) => /^[+-] /.test(line))).toEqual([`-    ref: ${code.old} # pinned`, `+    ref: ${code.ref} # pinned`]);
    expect(world.mergeRequests()).toMatchObject([
      { title: "AAP-12345 - 2025-01-15 Analytics HCC Service Release", sourceBranch: BRANCH, targetBranch: "master", state: "opened", removeSourceBranch: true, quickActions: [] },
    ]);
  });
});
