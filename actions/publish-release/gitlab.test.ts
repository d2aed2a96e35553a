import { afterEach, describe, expect, test } from "@jest/globals";
import { effects } from "../../test/stand-ins/forge/index.ts";
import type { GitLabReleaseState } from "../../test/stand-ins/forge/index.ts";
import { GITLAB_TOKEN as TOKEN, openWorld, REPOSITORY, tags } from "../../test/worlds/publish-release.ts";
import type { World } from "../../test/worlds/publish-release.ts";

let world: World;
afterEach(() => world.close());

const state = () => world.forge.state().repositories[0]!.gitlab;
const links = (release: GitLabReleaseState) => release.links.map(({ name }) => name).toSorted();

function theRelease(): GitLabReleaseState {
  expect(state().releases).toHaveLength(1);
  return state().releases[0]!;
}

describe("a clean run", () => {
  test("uploads the files first and creates the release with its links last", async () => {
    world = await openWorld("gitlab");
    const result = await world.run({ files: "dist/*" });
    expect(result.verdict).toBe("done");
    expect(world.forge.ledger).toHaveLength(8);
    const writes = world.writes();
    expect(writes.filter((write) => write.startsWith("PUT "))).toHaveLength(4);
    expect(writes.at(-1)).toBe("POST /projects/acme%2Fapp/releases");
    expect(theRelease()).toMatchObject({ tag: "v1.1.0", name: "1.1.0", description: "### Added\n\n- A thing" });
    expect(links(theRelease())).toEqual(["README.md", "SHA256SUMS", "app.tar.gz", "app.zip"]);
    expect(theRelease().links[0]).toMatchObject({ linkType: "package", directAssetPath: "/README.md" });
  });

  test("uploads the first file alone, because parallel requests for a new package fail with 500", async () => {
    world = await openWorld("gitlab", {
      forge: { latencyMs: 10, tokens: [TOKEN], repositories: [{ path: REPOSITORY, tags: tags("v1.1.0") }] },
    });
    await world.run({ files: "dist/*" });
    const uploads = world.forge.ledger.filter(({ method }) => method === "PUT");
    expect(uploads.map(({ status }) => status)).toEqual(uploads.map(() => uploads[0]!.status));
    expect(uploads[0]!.concurrent).toBe(1);
    expect(uploads).toHaveLength(4);
  });

  test("uses a package per component and version", async () => {
    world = await openWorld("gitlab", { repository: { tags: tags("v1.1.0-frontend") } });
    await world.run({ files: "dist/app.zip", tag: "v1.1.0-frontend", components: "frontend, backend" });
    expect(state().packages).toMatchObject([{ name: "frontend", version: "1.1.0" }]);
  });

  test("outputs the URLs of the files", async () => {
    world = await openWorld("gitlab");
    const { outputs } = await world.run({ files: "dist/app.zip", checksums: "false" });
    expect(outputs).toMatchObject({
      id: "v1.1.0",
      created: "true",
      changed: "true",
      url: `${world.forge.gitlab.serverUrl}/acme/app/-/releases/v1.1.0`,
    });
    const [asset] = JSON.parse(outputs["assets"]!) as [{ url: string }];
    expect(asset.url).toBe(`${world.forge.gitlab.serverUrl}/acme/app/-/releases/v1.1.0/downloads/app.zip`);
    expect(await (await fetch(asset.url, { headers: { "private-token": TOKEN } })).text()).toBe("two");
  });

  test("dry-run writes nothing and plans exactly the later writes", async () => {
    world = await openWorld("gitlab");
    const planned = await world.run({ files: "dist/*", "dry-run": "true" });
    expect(planned).toMatchObject({ verdict: "passed", exitCode: 0 });
    expect(world.writes()).toEqual([]);
    const plan = planned.lines
      .map((line) => /^ {2}((?:POST|PATCH|PUT|DELETE) \S+): /.exec(line)?.[1])
      .filter((line) => line !== undefined);
    await world.run({ files: "dist/*" });
    expect(world.writes().toSorted()).toEqual(plan.toSorted());
  });

  test("running again writes nothing", async () => {
    world = await openWorld("gitlab");
    await world.run({ files: "dist/*" });
    const before = world.writes().length;
    expect(await world.run({ files: "dist/*" })).toMatchObject({
      verdict: "unchanged",
      outputs: { changed: "false", created: "false" },
    });
    expect(world.writes()).toHaveLength(before);
  });

  test("security D60: sends a job token as JOB-TOKEN and an access token as PRIVATE-TOKEN, only to the API", async () => {
    for (const [value, kind, header] of [
      ["glcbt-64_abcdefghijklmnopqrst", "job", "job-token"],
      [TOKEN, "personal", "private-token"],
    ] as const) {
      world = await openWorld("gitlab", {
        forge: { tokens: [{ value, kind }], repositories: [{ path: REPOSITORY, tags: tags("v1.1.0") }] },
      });
      const facts = { kind: "gitlab", apiUrl: world.forge.gitlab.apiUrl } as const;
      expect((await world.run({ token: value, files: "dist/*" }, { facts })).verdict).toBe("done");
      for (const entry of world.forge.ledger)
        expect(entry.seen).toEqual([{ token: "token-1", where: `header ${header}` }]);
      if (kind === "job") await world.close();
    }
  });

  test("recognizes a job token without a prefix, as older GitLab versions issue it", async () => {
    const value = "abcdefghijklmnopqrst";
    world = await openWorld("gitlab", {
      forge: { tokens: [{ value, kind: "job" }], repositories: [{ path: REPOSITORY, tags: tags("v1.1.0") }] },
    });
    expect((await world.run({ token: value, files: "dist/*" })).verdict).toBe("done");
  });
});

describe("release.md 4, GitLab", () => {
  test("releases although GET of a missing release is 403, not 404", async () => {
    world = await openWorld("gitlab", { repository: { missingIsForbidden: true } });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
  });

  test("an existing protected tag: is refused, with the setting to change", async () => {
    world = await openWorld("gitlab", {
      forge: {
        tokens: [{ value: TOKEN, protectedTags: false }],
        repositories: [{ path: REPOSITORY, tags: tags("v1.1.0"), protectedTags: ["v*"] }],
      },
    });
    const result = await world.run({ files: "dist/app.zip" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    const log = result.lines.join("\n");
    expect(log).toContain("Protected tags");
    expect(log).toContain("exists: the file app.zip");
    expect(log).toContain("does not exist: the release of v1.1.0");
    expect(state().releases).toEqual([]);
  });

  test("reports a missing tag before the first write and never creates it", async () => {
    world = await openWorld("gitlab");
    const result = await world.run({ tag: "v9.9.9", files: "dist/*" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("the tag v9.9.9 does not exist");
    expect(world.writes()).toEqual([]);
  });

  test("refuses draft: true before any request", async () => {
    world = await openWorld("gitlab");
    const result = await world.run({ draft: "true" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("GitLab has no draft releases");
    expect(world.forge.ledger).toEqual([]);
  });

  test("releases a prerelease like any other, with a notice", async () => {
    world = await openWorld("gitlab");
    const result = await world.run({ tag: "v1.1.0-rc.1" });
    expect(result.verdict).toBe("done");
    expect(result.lines.join("\n")).toContain("notice: GitLab does not mark prereleases");
  });

  test("409, created by someone else in the meantime: adopts the release, adds links and updates the text", async () => {
    world = await openWorld("gitlab");
    world.forge.faults.killAt(4, "before", async () => {
      await fetch(`${world.forge.gitlab.apiUrl}/projects/acme%2Fapp/releases`, {
        method: "POST",
        headers: { "private-token": TOKEN, "content-type": "application/json" },
        body: JSON.stringify({ tag_name: "v1.1.0", name: "other", description: "other" }),
      });
    });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(theRelease()).toMatchObject({ name: "other", description: "### Added\n\n- A thing" });
    expect(links(theRelease())).toHaveLength(4);
  });

  test("release F13: the title that people gave stays unless another one is given", async () => {
    world = await openWorld("gitlab");
    await world.run({ name: "Winter" });
    expect((await world.run()).verdict).toBe("unchanged");
    expect((await world.run({ files: "dist/app.zip" })).verdict).toBe("done");
    expect(theRelease().name).toBe("Winter");
    expect((await world.run({ name: "Spring" })).verdict).toBe("done");
    expect(theRelease().name).toBe("Spring");
  });

  test("corrects wrong links, adds missing ones and keeps others", async () => {
    world = await openWorld("gitlab");
    const link = (name: string) => ({ name, url: `https://example.com/${name}` });
    await fetch(`${world.forge.gitlab.apiUrl}/projects/acme%2Fapp/releases`, {
      method: "POST",
      headers: { "private-token": TOKEN, "content-type": "application/json" },
      body: JSON.stringify({
        tag_name: "v1.1.0",
        name: "1.1.0",
        description: "x",
        assets: { links: [link("app.zip"), link("handbook")] },
      }),
    });
    expect((await world.run({ files: "dist/app.*" })).verdict).toBe("done");
    expect(links(theRelease())).toEqual(["SHA256SUMS", "app.tar.gz", "app.zip", "handbook"]);
    expect(theRelease().links.find(({ name }) => name === "app.zip")!.url).toContain(
      "/packages/generic/app/1.1.0/app.zip",
    );
  });

  test("a registry that accepts each file once: refuses with a remedy and keeps the release", async () => {
    world = await openWorld("gitlab", { repository: { packageDuplicates: false } });
    await world.run({ files: "dist/*" });
    await world.write({ "dist/app.zip": "other" });
    const result = await world.run({ files: "dist/*" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(result.lines.join("\n")).toContain("under a new version");
  });

  test("on-existing: fail refuses a release that differs", async () => {
    world = await openWorld("gitlab");
    await world.run({ files: "dist/*" });
    const before = world.writes().length;
    await world.write({ "notes.md": "other" });
    expect((await world.run({ files: "dist/*", "on-existing": "fail" })).verdict).toBe("refused");
    expect(world.writes()).toHaveLength(before);
  });

  test("asks for the new path of a moved project", async () => {
    world = await openWorld("gitlab", {
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

  test("reports a project that does not exist or is not visible", async () => {
    world = await openWorld("gitlab");
    const result = await world.run({ repository: "acme/other" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("acme/other was not found");
  });

  test("502 on an upload, before or after it took effect: uploads one file of each name", async () => {
    for (const processed of [false, true]) {
      world = await openWorld("gitlab");
      world.forge.faults.add({ method: "PUT", nth: 2, effect: effects.status(502, { processed }) });
      expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
      expect(state().packages.map(({ files }) => files.length)).toEqual([4]);
      if (!processed) await world.close();
    }
  });
});
