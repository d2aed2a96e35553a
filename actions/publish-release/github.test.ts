import { afterEach, describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
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

describe("a clean run", () => {
  test("creates a draft, uploads, verifies and publishes once, in this order", async () => {
    world = await openWorld("github");
    const result = await world.run({ files: "dist/*" });
    expect(result.verdict).toBe("done");
    expect(world.forge.ledger).toHaveLength(10);
    const writes = world.writes();
    expect(writes[0]).toBe("POST /repos/acme/app/releases");
    expect(writes.at(-1)).toBe("PATCH /repos/acme/app/releases/{id}");
    const release = theRelease();
    expect(release).toMatchObject({ tag: "v1.1.0", name: "1.1.0", draft: false, prerelease: false });
    expect(release.body).toMatch(/^### Added\n\n- A thing\n\n<!-- release-actions: publish-release [0-9a-f]{24} -->$/);
    expect(names(release)).toEqual(["README.md", "SHA256SUMS", "app.tar.gz", "app.zip"]);
  });

  test("security D62: a token for the API's origin also goes to the upload service that the API names", async () => {
    for (const own of [true, false]) {
      const value = own ? "ghs_0123456789abcdef" : "ghp_0123456789abcdef";
      const repositories = [{ path: REPOSITORY, tags: tags("v1.1.0") }];
      world = await openWorld("github", { forge: { tokens: [value], repositories } });
      const { apiUrl } = world.forge.github;
      const token = own ? value : `${new URL(apiUrl).origin} ${value}`;
      const { verdict } = await world.run({ files: "dist/*", token }, { facts: own ? { kind: "github", apiUrl } : {} });
      expect({ own, verdict }).toEqual({ own, verdict: "done" });
      expect(new Set(world.forge.ledger.map(({ origin }) => origin)).size).toBe(2);
      if (own) await world.close();
    }
  });

  test("outputs url, id and every file with its digest", async () => {
    world = await openWorld("github");
    const { outputs } = await world.run({ files: "dist/app.*" });
    const assets = JSON.parse(outputs["assets"]!) as { name: string; size: number; sha256: string; url: string }[];
    expect(outputs).toMatchObject({ created: "true", changed: "true", id: String(theRelease().id) });
    expect(outputs["url"]).toBe(`${world.forge.github.serverUrl}/acme/app/releases/tag/v1.1.0`);
    expect(assets.find(({ name }) => name === "app.zip")).toEqual({
      name: "app.zip",
      size: 3,
      sha256: createHash("sha256").update("two").digest("hex"),
      url: `${world.forge.github.serverUrl}/acme/app/releases/download/v1.1.0/app.zip`,
    });
  });

  test("SHA256SUMS lists the files as sha256sum --check reads them", async () => {
    world = await openWorld("github");
    const { outputs } = await world.run({ files: "dist/app.*" });
    const sums = (JSON.parse(outputs["assets"]!) as { name: string; url: string }[]).find(
      ({ name }) => name === "SHA256SUMS",
    );
    const line = (text: string, name: string) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`;
    expect(await (await fetch(sums!.url)).text()).toBe(line("one", "app.tar.gz") + line("two", "app.zip"));
  });

  test("dry-run writes nothing and plans exactly the later writes", async () => {
    world = await openWorld("github");
    const planned = await world.run({ files: "dist/*", "dry-run": "true" });
    expect(planned).toMatchObject({ verdict: "passed", exitCode: 0 });
    expect(world.writes()).toEqual([]);
    expect(releases()).toEqual([]);
    const plan = planned.lines
      .map((line) => /^ {2}((?:POST|PATCH|PUT|DELETE) \S+): /.exec(line)?.[1])
      .filter((line) => line !== undefined);
    await world.run({ files: "dist/*" });
    expect(world.writes().toSorted()).toEqual(plan.toSorted());
  });

  test("uploads five files in parallel", async () => {
    // Replies that take a while, so that requests which may go side by side are seen to.
    world = await openWorld("github", { forge: { latencyMs: 200 } });
    await world.write(Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`five/${name}.txt`, name])));
    await world.run({ files: "five/*" });
    expect(world.forge.ledger).toHaveLength(12);
    expect(Math.max(...world.forge.ledger.map(({ concurrent }) => concurrent))).toBeGreaterThanOrEqual(3);
  });

  test("security D59: sends the token only to the API and the upload service, in one header", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    for (const entry of world.forge.ledger) {
      expect(["github", "github-upload"]).toContain(entry.service);
      expect(entry.seen).toEqual([{ token: "token-1", where: "header authorization" }]);
    }
  });

  test("uses the upload service named in the release", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    const uploads = world.forge.ledger.filter(({ service }) => service === "github-upload");
    expect(uploads).toHaveLength(4);
    expect(new Set(uploads.map(({ origin }) => origin))).toEqual(new Set([world.forge.github.uploadUrl]));
  });

  test("draft: true leaves a draft, and running again changes nothing", async () => {
    world = await openWorld("github");
    expect(await world.run({ files: "dist/*", draft: "true" })).toMatchObject({
      verdict: "done",
      outputs: { created: "true" },
    });
    expect(theRelease().draft).toBe(true);
    expect(await world.run({ files: "dist/*", draft: "true" })).toMatchObject({
      verdict: "unchanged",
      outputs: { created: "false" },
    });
    expect(await world.run({ files: "dist/*" })).toMatchObject({ verdict: "done", outputs: { created: "true" } });
    expect(theRelease().draft).toBe(false);
  });
});

describe("release.md 4, the probes", () => {
  test("502 on an upload: removes the unfinished file and sends it again", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ service: "github-upload", method: "POST", nth: 2, effect: effects.status(502) });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(world.forge.faults.unused()).toEqual([]);
    expect(theRelease().assets.map(({ state }) => state)).toEqual(["uploaded", "uploaded", "uploaded", "uploaded"]);
  });

  test("connection lost during an upload: removes the unfinished file and sends it again", async () => {
    world = await openWorld("github");
    await world.write({ "big.bin": Buffer.alloc(3_000_000, 7) });
    world.forge.faults.add({
      service: "github-upload",
      path: "big.bin",
      effect: { kind: "reset", afterBytes: 100_000 },
    });
    expect((await world.run({ files: "big.bin" })).verdict).toBe("done");
    expect(theRelease().assets.find(({ name }) => name === "big.bin")).toMatchObject({
      state: "uploaded",
      size: 3_000_000,
    });
  });

  test("502 on POST /releases, before or after it took effect: creates one release", async () => {
    for (const processed of [false, true]) {
      world = await openWorld("github");
      world.forge.faults.add({
        service: "github",
        method: "POST",
        path: "/releases",
        effect: effects.status(502, { processed }),
      });
      expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
      expect(names(theRelease())).toHaveLength(4);
      if (!processed) await world.close();
    }
  });

  test("403 secondary rate limit with retry-after: waits and continues", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ service: "github", method: "POST", effect: effects.rateLimited({ seconds: 1 }) });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(world.forge.faults.unused()).toEqual([]);
  });

  test("immutable repository: publishes a release with all its files", async () => {
    world = await openWorld("github", { repository: { immutableReleases: true } });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(theRelease()).toMatchObject({ immutable: true, draft: false });
    expect(names(theRelease())).toHaveLength(4);
  });

  test("immutable repository: publishes a prerelease with all its files, too", async () => {
    world = await openWorld("github", { repository: { immutableReleases: true } });
    expect((await world.run({ files: "dist/*", tag: "v1.1.0-rc.1" })).verdict).toBe("done");
    expect(theRelease()).toMatchObject({ immutable: true, draft: false, prerelease: true });
    expect(names(theRelease())).toHaveLength(4);
  });

  test("rerun on an immutable release with the same files: succeeds without a write", async () => {
    world = await openWorld("github", { repository: { immutableReleases: true } });
    await world.run({ files: "dist/*" });
    const before = world.writes().length;
    const again = await world.run({ files: "dist/*" });
    expect(again).toMatchObject({ verdict: "unchanged", exitCode: 0, outputs: { created: "false", changed: "false" } });
    expect(world.writes()).toHaveLength(before);
  });

  test("rerun on an immutable release with other files: refuses and lists them, without a write", async () => {
    world = await openWorld("github", { repository: { immutableReleases: true } });
    await world.run({ files: "dist/*", checksums: "false" });
    const before = world.writes().length;
    await world.write({ "dist/app.zip": "other", "dist/new.txt": "new" });
    const again = await world.run({ files: "dist/*", checksums: "false" });
    expect(again).toMatchObject({ verdict: "refused", exitCode: 1 });
    const log = again.lines.join("\n");
    expect(log).toContain("app.zip is sha256:");
    expect(log).toContain("new.txt is not in the release");
    expect(log).not.toContain("README.md");
    expect(log).toContain("burn its tag name");
    expect(world.writes()).toHaveLength(before);
  });

  test("a draft of the tag by someone else: completes and publishes it", async () => {
    world = await openWorld("github");
    await api("/releases", "POST", { tag_name: "v1.1.0", name: "by hand", body: "by hand", draft: true });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(theRelease()).toMatchObject({ draft: false, name: "by hand" });
    expect(theRelease().body).toContain("- A thing");
  });

  test("a draft by someone else: keeps its notes if there are no others", async () => {
    world = await openWorld("github");
    await api("/releases", "POST", { tag_name: "v1.1.0", name: "by hand", body: "by hand", draft: true });
    expect((await world.run({ "body-file": "", files: "dist/*" })).verdict).toBe("done");
    expect(theRelease().body).toMatch(/^by hand\n/);
  });

  describe("what a call does not mention stays as it is", () => {
    const change = (body: unknown) => api(`/releases/${theRelease().id}`, "PATCH", body);

    test("release F13: the title that people gave a draft or a release", async () => {
      world = await openWorld("github");
      await world.run({ name: "Acme 1.1 - Winter release", draft: "true" });
      expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
      expect(theRelease()).toMatchObject({ draft: false, name: "Acme 1.1 - Winter release" });
      await change({ name: "Edited" });
      expect((await world.run({ files: "dist/*" })).verdict).toBe("unchanged");
      const renamed = await world.run({ files: "dist/*", name: "Given" });
      expect([renamed.verdict, theRelease().name]).toEqual(["done", "Given"]);
    });

    test("migration: the prerelease mark of a draft, and of a release that was promoted", async () => {
      world = await openWorld("github");
      const tag = "v1.1.0-rc.1";
      await world.run({ tag, prerelease: "false", draft: "true" });
      await world.run({ tag });
      expect(theRelease()).toMatchObject({ draft: false, prerelease: false });
      await change({ prerelease: true });
      expect((await world.run({ tag })).verdict).toBe("unchanged");
      expect((await world.run({ tag, prerelease: "false" })).verdict).toBe("done");
      expect(theRelease().prerelease).toBe(false);
    });

    test("which release is the latest, when only a file is added", async () => {
      world = await openWorld("github");
      await world.run({ tag: "v1.0.0" });
      await world.run({ tag: "v1.1.0" });
      const older = releases().find(({ tag }) => tag === "v1.0.0")!;
      await api(`/releases/${older.id}`, "PATCH", { make_latest: "true" });
      expect((await world.run({ tag: "v1.1.0", "body-file": "", body: "new notes" })).verdict).toBe("done");
      expect(world.forge.state().repositories[0]!.github.latest).toBe(older.id);
      await world.run({ tag: "v1.1.0", "body-file": "", body: "newer notes", "make-latest": "true" });
      expect(world.forge.state().repositories[0]!.github.latest).not.toBe(older.id);
    });

    test("make-latest: true on a release that is marked as a prerelease is invalid", async () => {
      world = await openWorld("github");
      await world.run();
      await change({ prerelease: true });
      const before = world.writes().length;
      const result = await world.run({ "make-latest": "true" });
      expect([result.verdict, world.writes().length]).toEqual(["invalid", before]);
      expect(result.lines.join("\n")).toContain("the release of v1.1.0 is marked as a prerelease");
    });
  });

  describe("release F2: draft: true and a release that is already published", () => {
    test.each([
      ["other files", { files: "dist/*" }, "dist/app.zip"],
      ["other notes", { "body-file": "", body: "draft notes" }, undefined],
    ])("%s: refused, nothing is written", async (_, more: Record<string, string>, changed) => {
      world = await openWorld("github");
      await world.run({ files: "dist/*" });
      if (changed !== undefined) await world.write({ [changed]: "rebuilt" });
      const before = world.writes().length;
      const result = await world.run({ ...more, draft: "true" });
      expect([result.verdict, result.exitCode, world.writes().length]).toEqual(["refused", 1, before]);
      expect(result.lines.join("\n")).toContain("is already published although draft is true");
    });

    test("nothing differs: unchanged, with a notice", async () => {
      world = await openWorld("github");
      await world.run({ files: "dist/*" });
      const result = await world.run({ files: "dist/*", draft: "true" });
      expect(result.verdict).toBe("unchanged");
      expect(result.lines.join("\n")).toContain("does not turn it into a draft");
    });
  });

  test("two drafts by someone else: refuses and deletes neither", async () => {
    world = await openWorld("github");
    for (const name of ["one", "two"]) await api("/releases", "POST", { tag_name: "v1.1.0", name, draft: true });
    const result = await world.run();
    expect(result.verdict).toBe("refused");
    expect(releases().map(({ name }) => name)).toEqual(["one", "two"]);
  });

  test("two files README.md: refuses before any write", async () => {
    world = await openWorld("github");
    await world.write({ "docs/README.md": "other" });
    const result = await world.run({ files: "dist/README.md, docs/README.md" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.join("\n")).toContain(
      '"dist/README.md" and "docs/README.md" would both be stored as README.md',
    );
    expect(world.writes()).toEqual([]);
  });

  test("names that collide after GitHub rewrites them: refuses before any write", async () => {
    world = await openWorld("github");
    await world.write({ "x/sp ace.md": "1", "x/sp&ace.md": "2" });
    const result = await world.run({ files: "x/*" });
    expect(result.lines.join("\n")).toContain("would both be stored as sp.ace.md");
    expect(world.writes()).toEqual([]);
  });

  test("the name `sp ace & ü.md` is rewritten, labeled and found again", async () => {
    world = await openWorld("github");
    await world.write({ "x/sp ace & ü.md": "1" });
    const { outputs } = await world.run({ files: "x/*" });
    expect(theRelease().assets.find(({ label }) => label === "sp ace & ü.md")).toMatchObject({ name: "sp.ace.u.md" });
    expect(outputs["assets"]).toContain('"sp.ace.u.md"');
    expect((await world.run({ files: "x/*" })).verdict).toBe("unchanged");
  });

  test("reports all problems with inputs and files at once, before anything is sent", async () => {
    world = await openWorld("github");
    await symlink(join(world.workspace, "notes.md"), join(world.workspace, "link.md"));
    await world.write({ "empty.txt": "" });
    const result = await world.run({
      tag: "v9.9.9",
      "body-file": "absent.md",
      files: "absent.zip, none/*.tgz, link.md, dist, ../x, empty.txt",
    });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    const log = result.lines.join("\n");
    for (const expected of [
      'no file "absent.md"',
      'there is no file "absent.zip"',
      'no file matches "none/*.tgz"',
      '"link.md" is a symbolic link',
      '"dist" is not a regular file',
      "empty.txt",
      '"../x"',
    ]) {
      expect(log).toContain(expected);
    }
    expect(world.forge.ledger).toEqual([]);
    const { verdict, lines } = await world.run({ tag: "v9.9.9" });
    expect([verdict, world.writes()]).toEqual(["invalid", []]);
    expect(lines.join("\n")).toContain("the tag v9.9.9 does not exist");
  });

  test("reports problems with files even if the forge does not answer", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ times: null, effect: effects.status(503) });
    const result = await world.run({ files: "absent.zip" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.join("\n")).toContain('there is no file "absent.zip"');
    expect(await world.run()).toMatchObject({ verdict: "undecided", exitCode: 3 });
  });

  test("refuses make-latest: true on a prerelease before any request", async () => {
    world = await openWorld("github");
    expect((await world.run({ tag: "v1.1.0-rc.1", "make-latest": "true" })).verdict).toBe("invalid");
    expect(world.forge.ledger).toEqual([]);
  });

  test("refuses a release without notes unless allow-empty is set", async () => {
    world = await openWorld("github");
    const result = await world.run({ "body-file": "" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("would have no text");
    expect(world.writes()).toEqual([]);
    expect((await world.run({ "body-file": "", "allow-empty": "true" })).verdict).toBe("done");
  });

  test("refuses an empty body file", async () => {
    world = await openWorld("github");
    await world.write({ "empty.md": " \n" });
    const result = await world.run({ "body-file": "empty.md" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain('"empty.md" is empty');
  });

  test("cuts notes of 130,000 characters at a block and attaches the full text", async () => {
    world = await openWorld("github");
    const text = Array.from({ length: 1_300 }, (_, index) => `- ${String(index).padEnd(96, "x")}\n\n`).join("");
    await world.write({ "long.md": text });
    const result = await world.run({ "body-file": "long.md" });
    expect(result.verdict).toBe("done");
    expect(result.lines.join("\n")).toContain("notice: The notes have 130000 characters");
    const { body, assets } = theRelease();
    expect([...body!].length).toBeLessThanOrEqual(125_000);
    expect(body).toContain("/acme/app/releases/download/v1.1.0/RELEASE_NOTES.md");
    const kept = body!.slice(0, body!.indexOf("\n\n---\n"));
    expect(text.startsWith(kept)).toBe(true);
    expect(kept.endsWith("x")).toBe(true);
    expect(assets.find(({ name }) => name === "RELEASE_NOTES.md")!.size).toBe(Buffer.byteLength(text));
    expect((await world.run({ "body-file": "long.md" })).verdict).toBe("unchanged");
  });

  test("refuses more than 1,000 files before any write", async () => {
    world = await openWorld("github");
    await world.write(
      Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`many/${index}.txt`, String(index)])),
    );
    const result = await world.run({ files: "many/*" });
    expect(result.lines.join("\n")).toContain("the release would have 1001 files; github allows at most 1000");
    expect(world.writes()).toEqual([]);
  });
});
