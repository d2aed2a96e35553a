import { afterEach, describe, expect, test } from "@jest/globals";
import { openWorld, REPOSITORY, TOKEN } from "../../test/worlds/publish-release.ts";
import type { World } from "../../test/worlds/publish-release.ts";

let world: World;
afterEach(() => world.close());

const headers = { "content-type": "application/json; charset=utf-8" };
const ID = "c".repeat(40);
const RELEASE = {
  id: 1,
  tag_name: "v1.1.0",
  draft: false,
  prerelease: false,
  html_url: "",
  upload_url: "",
  assets: [],
};

describe("a reply of 200 with another shape or about something else", () => {
  const cases: [kind: "github" | "gitlab", path: string, name: string, body: unknown][] = [
    ["github", "/releases?", "an object instead of a list", { releases: [] }],
    ["github", "/releases?", "a release without an id", [{ ...RELEASE, id: undefined }]],
    ["github", "/releases?", "a release whose draft mark is a text", [{ ...RELEASE, draft: "false" }]],
    ["github", "/releases/tags/", "a list", [RELEASE]],
    ["github", "/releases/tags/", "a file without a size", { ...RELEASE, assets: [{ id: 1, name: "a" }] }],
    ["github", "/releases/tags/", "null", null],
    ["github", "/git/ref/", "another tag", { ref: "refs/tags/v1.1.0-rc.1", object: { sha: ID } }],
    ["github", "/git/ref/", "a branch of the tag's name", { ref: "refs/heads/v1.1.0", object: { sha: ID } }],
    ["github", "/git/ref/", "a tag without an object", { ref: "refs/tags/v1.1.0" }],
    ["github", "/git/ref/", "a list of tags", [{ ref: "refs/tags/v1.1.0", object: { sha: ID } }]],
    ["gitlab", "/releases/v1.1.0", "a list", []],
    ["gitlab", "/releases/v1.1.0", "a link without an id", { tag_name: "v1.1.0", assets: { links: [{}] } }],
    ["gitlab", "/repository/tags/", "another tag", { name: "v1.1.0-rc.1", commit: { id: ID } }],
    ["gitlab", "/repository/tags/", "a tag without a commit", { name: "v1.1.0" }],
    ["gitlab", "/packages?", "an object instead of a list", {}],
    ["gitlab", "/packages?", "a package without an id", [{ name: "app", version: "1" }]],
  ];

  test.each(cases)(
    "on %s, at %s: %s leaves the release undecided, and nothing is written",
    async (kind, path, _, body) => {
      world = await openWorld(kind);
      world.forge.faults.add({ path, effect: { kind: "reply", status: 200, headers, body: JSON.stringify(body) } });
      const result = await world.run({ files: "dist/*" });
      expect(world.forge.faults.unused()).toEqual([]);
      expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
      expect(world.writes()).toEqual([]);
    },
  );
});

test("the release of a repository with more than a hundred releases is published", async () => {
  world = await openWorld("github");
  for (let number = 0; number < 101; number += 1) {
    const reply = await fetch(`${world.forge.github.apiUrl}/repos/${REPOSITORY}/releases`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
      body: JSON.stringify({ tag_name: `v0.${number}.0`, draft: true }),
    });
    expect(reply.status).toBe(201);
  }
  expect(await world.run({ files: "dist/*" })).toMatchObject({ verdict: "done" });
});
