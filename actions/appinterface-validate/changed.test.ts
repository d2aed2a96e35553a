import { afterAll, describe, expect, test } from "@jest/globals";
import { execFileSync } from "node:child_process";
import { rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { places, removeTrees, thing, tree, validate, write } from "../../test/worlds/appinterface-validate.ts";

afterAll(removeTrees);

function repository(workspace: string) {
  const git = (...args: string[]) =>
    execFileSync(
      "git",
      ["-c", "user.name=a", "-c", "user.email=a@example.com", "-c", "commit.gpgsign=false", ...args],
      { cwd: workspace, stdio: ["ignore", "pipe", "ignore"], encoding: "utf8" },
    );
  git("init", "--quiet", "--initial-branch=main");
  return { git, commit: (message = "m") => (git("add", "."), git("commit", "--quiet", "--message", message)) };
}

describe("changed-since", () => {
  test("reports what the changes can have caused, over the whole tree", async () => {
    const workspace = tree({
      "data/old.yml": thing("OLD"),
      "data/user.yml": thing("user", "other:\n  $ref: /gone.yml\n"),
      "data/gone.yml": thing("gone"),
      "data/a.yml": thing("a"),
    });
    const { git, commit } = repository(workspace);
    commit();
    git("checkout", "--quiet", "-b", "work");
    rmSync(join(workspace, "data/gone.yml"));
    write(workspace, {
      "data/a.yml": thing("old", "size: x\n"),
      "data/fine.yml": thing("fine", "other:\n  $ref: /a.yml\n"),
    });
    commit();
    write(workspace, { "data/untracked.yml": thing("fine") });
    const result = await validate(workspace, { "changed-since": "main" });
    expect(places(result.rows)).toEqual([
      "VALIDATION_ERROR data/a.yml:4:7",
      "DUPLICATE_UNIQUE_FIELD data/fine.yml:3:7",
      "FILE_NOT_FOUND data/user.yml:5:9",
    ]);
    expect((await validate(workspace)).rows).toHaveLength(4);
    // A schema is behind every file.
    writeFileSync(
      join(workspace, "qs/schemas/app-sre/app-1.yml"),
      '{"$schema": "/metaschema-1.json", "properties": {}}',
    );
    expect((await validate(workspace, { "changed-since": "main" })).rows).toHaveLength(4);
  });

  test("uses the repository of the data if that is a separate one inside the workspace", async () => {
    const workspace = tree({ "app-interface/data/a.yml": thing("a"), "app-interface/data/b.yml": thing("b") });
    const outer = repository(workspace);
    outer.git("commit", "--quiet", "--allow-empty", "--message", "m");
    const { commit } = repository(join(workspace, "app-interface"));
    commit();
    write(workspace, { "app-interface/data/a.yml": thing("a", "size: x\n"), "app-interface/data/c.yml": thing("c") });
    const result = await validate(workspace, { path: "app-interface", "changed-since": "main" });
    expect(places(result.rows)).toEqual(["VALIDATION_ERROR app-interface/data/a.yml:4:7"]);
    commit();
    const none = await validate(workspace, { path: "app-interface", "changed-since": "main" });
    expect([none.verdict, none.rows]).toEqual(["passed", []]);
  });

  test("is undecided without the ref or its history, and refuses an ambiguous ref", async () => {
    const workspace = tree({ "data/a.yml": thing("a") });
    const { git, commit } = repository(workspace);
    commit();
    expect(await validate(workspace, { "changed-since": "none" })).toMatchObject({ verdict: "undecided" });
    expect(await validate(workspace, { "changed-since": "f".repeat(40) })).toMatchObject({ verdict: "undecided" });
    git("checkout", "--quiet", "--orphan", "alone");
    commit("another beginning");
    expect(await validate(workspace, { "changed-since": "main" })).toMatchObject({ verdict: "undecided" });
    git("tag", "main");
    expect(await validate(workspace, { "changed-since": "main" })).toMatchObject({ verdict: "invalid" });
    expect(await validate(workspace, { "changed-since": "refs/heads/alone" })).toMatchObject({ verdict: "passed" });
  });
});
