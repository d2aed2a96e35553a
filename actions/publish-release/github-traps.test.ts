import { afterEach, describe, expect, test } from "@jest/globals";
import { effects } from "../../test/stand-ins/forge/index.ts";
import type { GitHubReleaseState } from "../../test/stand-ins/forge/index.ts";
import { openWorld, REPOSITORY, tags, TOKEN } from "../../test/worlds/publish-release.ts";
import type { World } from "../../test/worlds/publish-release.ts";

let world: World;
afterEach(() => world.close());

function releases(): GitHubReleaseState[] {
  return world.forge.state().repositories[0]!.github.releases;
}

function theRelease(): GitHubReleaseState {
  expect(releases()).toHaveLength(1);
  return releases()[0]!;
}

const names = (release: GitHubReleaseState) => release.assets.map(({ name }) => name).toSorted();
const api = (path: string, method: string, body?: unknown) =>
  fetch(`${world.forge.github.apiUrl}/repos/${REPOSITORY}${path}`, {
    method,
    headers: { authorization: `Bearer ${TOKEN}`, "content-type": "application/json" },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });

describe("release.md 4, the traps", () => {
  test("never releases a tag twice", async () => {
    world = await openWorld("github");
    for (let run = 0; run < 3; run += 1) await world.run({ files: "dist/*" });
    expect(releases()).toHaveLength(1);
  });

  test("updates a published release that is not immutable, file by file", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    const before = theRelease();
    await world.write({ "dist/app.zip": "other", "notes.md": "Better words" });
    const result = await world.run({ files: "dist/*" });
    expect(result).toMatchObject({ verdict: "done", outputs: { created: "false", changed: "true" } });
    const after = theRelease();
    expect(after.id).toBe(before.id);
    expect(after.body).toMatch(/^Better words\n/);
    const kept = (release: GitHubReleaseState) =>
      release.assets.filter(({ name }) => name === "README.md" || name === "app.tar.gz").map(({ id }) => id);
    expect(kept(after)).toEqual(kept(before));
    expect(after.assets.find(({ name }) => name === "app.zip")!.size).toBe(5);
  });

  test("on-existing: fail refuses a release that differs and accepts one that is equal", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    const before = world.writes().length;
    expect((await world.run({ files: "dist/*", "on-existing": "fail" })).verdict).toBe("unchanged");
    await world.write({ "dist/app.zip": "other" });
    expect((await world.run({ files: "dist/*", "on-existing": "fail" })).verdict).toBe("refused");
    expect(world.writes()).toHaveLength(before);
  });

  test("keeps and reports other files in the release", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*", draft: "true", checksums: "false" });
    const id = theRelease().id;
    await fetch(`${world.forge.github.uploadUrl}/repos/acme/app/releases/${id}/assets?name=sbom.json`, {
      method: "POST",
      headers: { authorization: `Bearer ${TOKEN}` },
      body: "{}",
    });
    const result = await world.run({ files: "dist/*", checksums: "false" });
    expect(result.lines.join("\n")).toContain("stay: sbom.json");
    expect(names(theRelease())).toContain("sbom.json");
  });

  test("removes its own additional drafts, never those of others", async () => {
    world = await openWorld("github");
    await world.run({ draft: "true" });
    const { body } = theRelease();
    await api("/releases", "POST", { tag_name: "v1.1.0", body, draft: true });
    await api("/releases", "POST", { tag_name: "v1.1.0", body: "mine", draft: true });
    expect((await world.run()).verdict).toBe("done");
    expect(releases().map(({ draft, body: text }) => [draft, text?.startsWith("mine")])).toEqual([
      [false, false],
      [true, true],
    ]);
  });

  test("late listing: finds the hidden draft in the end and keeps only one", async () => {
    world = await openWorld("github", { repository: { listingLagMs: 400 } });
    world.forge.faults.add({ service: "github", method: "POST", path: "/releases", effect: { kind: "lose-reply" } });
    const first = await world.run({ files: "dist/*" });
    expect(["done", "unknown"]).toContain(first.verdict);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await world.run({ files: "dist/*" });
    expect(releases().filter(({ draft }) => !draft)).toHaveLength(1);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await world.run({ files: "dist/*" });
    expect(releases()).toHaveLength(1);
  });

  test("late listing: finds a release that was just published", async () => {
    world = await openWorld("github", { repository: { listingLagMs: 60_000 } });
    await world.run({ files: "dist/*" });
    const before = world.writes().length;
    expect((await world.run({ files: "dist/*" })).verdict).toBe("unchanged");
    expect(world.writes()).toHaveLength(before);
  });

  test("a tag ruleset that refuses: keeps the draft and reports what exists and what does not", async () => {
    world = await openWorld("github");
    world.forge.faults.add({
      service: "github",
      method: "PATCH",
      times: null,
      effect: {
        kind: "reply",
        status: 422,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({
          message: "Validation Failed",
          errors: [{ field: "pre_receive", message: "creations being restricted" }],
        }),
      },
    });
    const result = await world.run({ files: "dist/app.zip" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    const log = result.lines.join("\n");
    expect(log).toContain("creations being restricted");
    expect(log).toContain("exists: the draft release of v1.1.0 http");
    expect(log).toContain("exists: the file app.zip");
    expect(result.lines.filter((line) => line.startsWith("does not exist"))).toEqual([
      "does not exist: the published release of v1.1.0",
    ]);
    expect(log).toContain("next: Run this job again");
    expect(theRelease().draft).toBe(true);
  });

  test("a read-only token: is refused at the first write and names the permission", async () => {
    world = await openWorld("github", {
      forge: {
        tokens: [{ value: TOKEN, contents: "read" }],
        repositories: [{ path: REPOSITORY, tags: tags("v1.1.0") }],
      },
    });
    const result = await world.run({ files: "dist/*" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("contents: write");
    expect(releases()).toEqual([]);
  });

  test("security G100: a run that ends with 401 midway is completed by the next one", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ service: "github", method: "PATCH", effect: effects.unauthorized() });
    const result = await world.run({ files: "dist/*" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(result.lines.join("\n")).toContain("next: Run this job again");
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(releases()).toHaveLength(1);
  });

  test("security G95: never shows the token, whatever the server responds", async () => {
    world = await openWorld("github");
    world.forge.faults.add({
      service: "github",
      method: "POST",
      times: null,
      effect: {
        kind: "reply",
        status: 400,
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ message: `no, ${TOKEN}` }),
      },
    });
    const result = await world.run();
    expect(JSON.stringify(result)).not.toContain(TOKEN);
  });

  test("reports a repository that does not exist or is not visible", async () => {
    world = await openWorld("github");
    const result = await world.run({ repository: "acme/other" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("acme/other");
  });

  test("asks for the new name of a moved repository", async () => {
    world = await openWorld("github", {
      forge: {
        tokens: [TOKEN],
        repositories: [
          { path: "acme/new", tags: tags("v1.1.0") },
          { path: REPOSITORY, movedTo: "acme/new" },
        ],
      },
    });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("has moved");
    expect(world.writes()).toEqual([]);
  });

  test("security B19, T31: refuses a tag with shell text before any request", async () => {
    world = await openWorld("github");
    for (const tag of ["v1.1.0-$(id)-frontend", "v1;id", "--upload-pack=x", "v1`id`", "refs/tags/v1.1.0", "v1.1"]) {
      expect((await world.run({ tag })).verdict).toBe("invalid");
    }
    expect(world.forge.ledger).toEqual([]);
  });

  test("reports what exists after SIGINT midway", async () => {
    world = await openWorld("github");
    const abort = new AbortController();
    world.forge.faults.add({ service: "github-upload", effect: { kind: "hang" } });
    world.forge.faults.killAt(6, "before", () => abort.abort());
    const result = await world.run({ files: "dist/*" }, { interrupt: abort.signal });
    expect(["interrupted", "unknown"]).toContain(result.verdict);
    expect(result.lines.join("\n")).toContain("exists: the draft release of v1.1.0 http");
  }, 15_000);
});

describe("make-latest", () => {
  const latest = () => {
    const { github } = world.forge.state().repositories[0]!;
    return github.releases.find(({ id }) => id === github.latest)?.tag;
  };
  const publish = async (tag: string, more: Record<string, string> = {}) =>
    expect((await world.run({ tag, ...more })).verdict).toBe("done");

  test("a backport is not the latest: v1.4.2 after v1.5.0", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.5.0", "v1.4.2") } });
    await publish("v1.5.0");
    await publish("v1.4.2");
    expect(latest()).toBe("v1.5.0");
  });

  test("v1.0.10 is higher than v1.0.9", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.0.9", "v1.0.10") } });
    await publish("v1.0.9");
    await publish("v1.0.10");
    expect(latest()).toBe("v1.0.10");
  });

  test("another component is not the latest", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.0.0-app", "v9.0.0-frontend") } });
    const components = { components: "app, frontend", "primary-component": "app" };
    await publish("v1.0.0-app", components);
    await publish("v9.0.0-frontend", components);
    expect(latest()).toBe("v1.0.0-app");
    expect(releases().map(({ name }) => name)).toEqual(["app 1.0.0", "frontend 9.0.0"]);
  });

  test("a prerelease is never the latest", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.0.0", "v2.0.0-rc.1") } });
    await publish("v1.0.0");
    await publish("v2.0.0-rc.1");
    expect(latest()).toBe("v1.0.0");
  });

  test("true and false override the version order", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.5.0", "v1.4.2") } });
    await publish("v1.5.0");
    await publish("v1.4.2", { "make-latest": "true" });
    expect(latest()).toBe("v1.4.2");
  });
});
