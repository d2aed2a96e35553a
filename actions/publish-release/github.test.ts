import { afterEach, describe, expect, test } from "@jest/globals";
import { createHash } from "node:crypto";
import { symlink } from "node:fs/promises";
import { join } from "node:path";
import { effects } from "../../test/stand-ins/forge/index.ts";
import type { GitHubReleaseState } from "../../test/stand-ins/forge/index.ts";
import { openWorld, REPOSITORY, tags, TOKEN } from "./testing.ts";
import type { World } from "./testing.ts";

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
  test("drafts, uploads, verifies and publishes once, in this order and no more", async () => {
    world = await openWorld("github");
    const result = await world.run({ files: "dist/*" });
    expect(result.verdict).toBe("done");
    expect(world.forge.ledger).toHaveLength(9);
    const writes = world.writes();
    expect(writes[0]).toBe("POST /repos/acme/app/releases");
    expect(writes.at(-1)).toBe("PATCH /repos/acme/app/releases/{id}");
    const release = theRelease();
    expect(release).toMatchObject({ tag: "v1.1.0", name: "1.1.0", draft: false, prerelease: false });
    expect(release.body).toMatch(/^### Added\n\n- A thing\n\n<!-- release-actions: publish-release [0-9a-f]{24} -->$/);
    expect(names(release)).toEqual(["README.md", "SHA256SUMS", "app.tar.gz", "app.zip"]);
  });

  test("tells url, id and every file with its digest", async () => {
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
    const sums = (JSON.parse(outputs["assets"]!) as { name: string; url: string }[]).find(({ name }) => name === "SHA256SUMS");
    const line = (text: string, name: string) => `${createHash("sha256").update(text).digest("hex")}  ${name}\n`;
    expect(await (await fetch(sums!.url)).text()).toBe(line("one", "app.tar.gz") + line("two", "app.zip"));
  });

  test("the plan of a dry run equals the later writes, and writes nothing itself", async () => {
    world = await openWorld("github");
    const planned = await world.run({ files: "dist/*", "dry-run": "true" });
    expect(planned).toMatchObject({ verdict: "passed", exitCode: 0 });
    expect(world.writes()).toEqual([]);
    expect(releases()).toEqual([]);
    const plan = planned.lines.map((line) => /^ {2}((?:POST|PATCH|PUT|DELETE) \S+): /.exec(line)?.[1]).filter((line) => line !== undefined);
    await world.run({ files: "dist/*" });
    expect(world.writes().toSorted()).toEqual(plan.toSorted());
  });

  test("five files need five round trips, one after the other", async () => {
    world = await openWorld("github");
    await world.write(Object.fromEntries(["a", "b", "c", "d", "e"].map((name) => [`five/${name}.txt`, name])));
    await world.run({ files: "five/*" });
    expect(world.forge.ledger).toHaveLength(11);
    expect(Math.max(...world.forge.ledger.map(({ concurrent }) => concurrent))).toBeGreaterThanOrEqual(3);
  });

  test("security D59: the token goes to the API and the upload service alone, in one header", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    for (const entry of world.forge.ledger) {
      expect(["github", "github-upload"]).toContain(entry.service);
      expect(entry.seen).toEqual([{ token: "token-1", where: "header authorization" }]);
    }
  });

  test("the upload service is the one that the release names", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    const uploads = world.forge.ledger.filter(({ service }) => service === "github-upload");
    expect(uploads).toHaveLength(4);
    expect(new Set(uploads.map(({ origin }) => origin))).toEqual(new Set([world.forge.github.uploadUrl]));
  });

  test("draft: true leaves a draft, and the same inputs find it complete", async () => {
    world = await openWorld("github");
    expect(await world.run({ files: "dist/*", draft: "true" })).toMatchObject({ verdict: "done", outputs: { created: "true" } });
    expect(theRelease().draft).toBe(true);
    expect(await world.run({ files: "dist/*", draft: "true" })).toMatchObject({ verdict: "unchanged", outputs: { created: "false" } });
    expect(await world.run({ files: "dist/*" })).toMatchObject({ verdict: "done", outputs: { created: "true" } });
    expect(theRelease().draft).toBe(false);
  });
});

describe("release.md 4, the probes", () => {
  test("one 502 on an upload: the unfinished file is removed, the file sent afresh", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ service: "github-upload", method: "POST", nth: 2, effect: effects.status(502) });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(world.forge.faults.unused()).toEqual([]);
    expect(theRelease().assets.map(({ state }) => state)).toEqual(["uploaded", "uploaded", "uploaded", "uploaded"]);
  });

  test("socket dropped midway through an upload: the same", async () => {
    world = await openWorld("github");
    await world.write({ "big.bin": Buffer.alloc(3_000_000, 7) });
    world.forge.faults.add({ service: "github-upload", path: "big.bin", effect: { kind: "reset", afterBytes: 100_000 } });
    expect((await world.run({ files: "big.bin" })).verdict).toBe("done");
    expect(theRelease().assets.find(({ name }) => name === "big.bin")).toMatchObject({ state: "uploaded", size: 3_000_000 });
  });

  test("502 on POST /releases, before or after it took effect: one release", async () => {
    for (const processed of [false, true]) {
      world = await openWorld("github");
      world.forge.faults.add({ service: "github", method: "POST", path: "/releases", effect: effects.status(502, { processed }) });
      expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
      expect(names(theRelease())).toHaveLength(4);
      if (!processed) await world.close();
    }
  });

  test("403 secondary limit with retry-after: waits as told and goes on", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ service: "github", method: "POST", effect: effects.rateLimited({ seconds: 1 }) });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(world.forge.faults.unused()).toEqual([]);
  });

  test("immutable repository, release: published with all its files", async () => {
    world = await openWorld("github", { repository: { immutableReleases: true } });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(theRelease()).toMatchObject({ immutable: true, draft: false });
    expect(names(theRelease())).toHaveLength(4);
  });

  test("immutable repository, prerelease: published with all its files, too", async () => {
    world = await openWorld("github", { repository: { immutableReleases: true } });
    expect((await world.run({ files: "dist/*", tag: "v1.1.0-rc.1" })).verdict).toBe("done");
    expect(theRelease()).toMatchObject({ immutable: true, draft: false, prerelease: true });
    expect(names(theRelease())).toHaveLength(4);
  });

  test("re-run on immutable, same files: success without a write", async () => {
    world = await openWorld("github", { repository: { immutableReleases: true } });
    await world.run({ files: "dist/*" });
    const before = world.writes().length;
    const again = await world.run({ files: "dist/*" });
    expect(again).toMatchObject({ verdict: "unchanged", exitCode: 0, outputs: { created: "false", changed: "false" } });
    expect(world.writes()).toHaveLength(before);
  });

  test("re-run on immutable, other files: refused, listing them, without a write", async () => {
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

  test("an existing draft of the tag that is not ours: filled and published, no second draft", async () => {
    world = await openWorld("github");
    await api("/releases", "POST", { tag_name: "v1.1.0", name: "by hand", body: "by hand", draft: true });
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(theRelease()).toMatchObject({ draft: false, name: "1.1.0" });
    expect(theRelease().body).toContain("- A thing");
  });

  test("the notes of such a draft stay where none are given", async () => {
    world = await openWorld("github");
    await api("/releases", "POST", { tag_name: "v1.1.0", name: "by hand", body: "by hand", draft: true });
    expect((await world.run({ "body-file": "", files: "dist/*" })).verdict).toBe("done");
    expect(theRelease().body).toMatch(/^by hand\n/);
  });

  test("two drafts that are not ours: refused, none is deleted", async () => {
    world = await openWorld("github");
    for (const name of ["one", "two"]) await api("/releases", "POST", { tag_name: "v1.1.0", name, draft: true });
    const result = await world.run();
    expect(result.verdict).toBe("refused");
    expect(releases().map(({ name }) => name)).toEqual(["one", "two"]);
  });

  test("two files README.md: refused before any write", async () => {
    world = await openWorld("github");
    await world.write({ "docs/README.md": "other" });
    const result = await world.run({ files: "dist/README.md, docs/README.md" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(result.lines.join("\n")).toContain('"dist/README.md" and "docs/README.md" would both be stored as README.md');
    expect(world.writes()).toEqual([]);
  });

  test("names that collide only as GitHub rewrites them: refused before any write", async () => {
    world = await openWorld("github");
    await world.write({ "x/sp ace.md": "1", "x/sp&ace.md": "2" });
    const result = await world.run({ files: "x/*" });
    expect(result.lines.join("\n")).toContain("would both be stored as sp.ace.md");
    expect(world.writes()).toEqual([]);
  });

  test("name `sp ace & ü.md`: stored rewritten, shown by its label, found again", async () => {
    world = await openWorld("github");
    await world.write({ "x/sp ace & ü.md": "1" });
    const { outputs } = await world.run({ files: "x/*" });
    expect(theRelease().assets.find(({ label }) => label === "sp ace & ü.md")).toMatchObject({ name: "sp.ace.u.md" });
    expect(outputs["assets"]).toContain('"sp.ace.u.md"');
    expect((await world.run({ files: "x/*" })).verdict).toBe("unchanged");
  });

  test("every pre-flight problem is told at once, before any write", async () => {
    world = await openWorld("github");
    await symlink(join(world.workspace, "notes.md"), join(world.workspace, "link.md"));
    await world.write({ "empty.txt": "" });
    const result = await world.run({ tag: "v9.9.9", "body-file": "absent.md", files: "absent.zip, none/*.tgz, link.md, dist, ../x, empty.txt" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    const log = result.lines.join("\n");
    for (const expected of [
      "the tag v9.9.9 does not exist",
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
    expect(world.writes()).toEqual([]);
  });

  test("no notes at all is an error, unless allow-empty says so", async () => {
    world = await openWorld("github");
    const result = await world.run({ "body-file": "" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("would have no text");
    expect(world.writes()).toEqual([]);
    expect((await world.run({ "body-file": "", "allow-empty": "true" })).verdict).toBe("done");
  });

  test("an empty body file is an error", async () => {
    world = await openWorld("github");
    await world.write({ "empty.md": " \n" });
    const result = await world.run({ "body-file": "empty.md" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain('"empty.md" is empty');
  });

  test("a body of 130,000 characters: cut at a block with a link, the whole text attached", async () => {
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

  test("more than 1,000 files: refused before any write", async () => {
    world = await openWorld("github");
    await world.write(Object.fromEntries(Array.from({ length: 1_000 }, (_, index) => [`many/${index}.txt`, String(index)])));
    const result = await world.run({ files: "many/*" });
    expect(result.lines.join("\n")).toContain("the release would have 1001 files; github takes at most 1000");
    expect(world.writes()).toEqual([]);
  });
});

describe("release.md 4, the traps", () => {
  test("a released tag is never released twice, whatever runs again", async () => {
    world = await openWorld("github");
    for (let run = 0; run < 3; run += 1) await world.run({ files: "dist/*" });
    expect(releases()).toHaveLength(1);
  });

  test("a published release that is not immutable is brought up to date, file by file", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    const before = theRelease();
    await world.write({ "dist/app.zip": "other", "notes.md": "Better words" });
    const result = await world.run({ files: "dist/*" });
    expect(result).toMatchObject({ verdict: "done", outputs: { created: "false", changed: "true" } });
    const after = theRelease();
    expect(after.id).toBe(before.id);
    expect(after.body).toMatch(/^Better words\n/);
    const kept = (release: GitHubReleaseState) => release.assets.filter(({ name }) => name === "README.md" || name === "app.tar.gz").map(({ id }) => id);
    expect(kept(after)).toEqual(kept(before));
    expect(after.assets.find(({ name }) => name === "app.zip")!.size).toBe(5);
  });

  test("on-existing: fail leaves a release that differs alone, and takes one that is equal", async () => {
    world = await openWorld("github");
    await world.run({ files: "dist/*" });
    const before = world.writes().length;
    expect((await world.run({ files: "dist/*", "on-existing": "fail" })).verdict).toBe("unchanged");
    await world.write({ "dist/app.zip": "other" });
    expect((await world.run({ files: "dist/*", "on-existing": "fail" })).verdict).toBe("refused");
    expect(world.writes()).toHaveLength(before);
  });

  test("files of others in the release stay, and are named", async () => {
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

  test("drafts of ours beside the first are removed; a draft of others never is", async () => {
    world = await openWorld("github");
    await world.run({ draft: "true" });
    const { body } = theRelease();
    await api("/releases", "POST", { tag_name: "v1.1.0", body, draft: true });
    await api("/releases", "POST", { tag_name: "v1.1.0", body: "mine", draft: true });
    expect((await world.run()).verdict).toBe("done");
    expect(releases().map(({ draft, body: text }) => [draft, text?.startsWith("mine")])).toEqual([[false, false], [true, true]]);
  });

  test("the listing is late: the draft that it hid is found in the end, and only one stays", async () => {
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

  test("a tag ruleset that refuses: the draft stays and the message says what exists and what does not", async () => {
    world = await openWorld("github");
    world.forge.faults.add({
      service: "github",
      method: "PATCH",
      times: null,
      effect: { kind: "reply", status: 422, headers: { "content-type": "application/json" }, body: JSON.stringify({ message: "Validation Failed", errors: [{ field: "pre_receive", message: "creations being restricted" }] }) },
    });
    const result = await world.run({ files: "dist/app.zip" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    const log = result.lines.join("\n");
    expect(log).toContain("creations being restricted");
    expect(log).toContain("exists: the draft release of v1.1.0 http");
    expect(log).toContain("exists: the file app.zip");
    expect(log).toContain("does not exist: the published release of v1.1.0");
    expect(log).toContain("next: Run this job again");
    expect(theRelease().draft).toBe(true);
  });

  test("a token that may only read: refused by its first write, naming the permission; nothing exists", async () => {
    world = await openWorld("github", { forge: { tokens: [{ value: TOKEN, contents: "read" }], repositories: [{ path: REPOSITORY, tags: tags("v1.1.0") }] } });
    const result = await world.run({ files: "dist/*" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("contents: write");
    expect(releases()).toEqual([]);
  });

  test("security G100: 401 midway ends resumable, and running again finishes", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ service: "github", method: "PATCH", effect: effects.unauthorized() });
    const result = await world.run({ files: "dist/*" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
    expect(result.lines.join("\n")).toContain("next: Run this job again");
    expect((await world.run({ files: "dist/*" })).verdict).toBe("done");
    expect(releases()).toHaveLength(1);
  });

  test("security G95: the token never shows, whatever the server says", async () => {
    world = await openWorld("github");
    world.forge.faults.add({ service: "github", method: "POST", times: null, effect: { kind: "reply", status: 400, headers: { "content-type": "application/json" }, body: JSON.stringify({ message: `no, ${TOKEN}` }) } });
    const result = await world.run();
    expect(JSON.stringify(result)).not.toContain(TOKEN);
  });

  test("a repository that is not there or not visible: said so", async () => {
    world = await openWorld("github");
    const result = await world.run({ repository: "acme/other" });
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("acme/other");
  });

  test("a moved repository: its new name is asked for", async () => {
    world = await openWorld("github", {
      forge: { tokens: [TOKEN], repositories: [{ path: "acme/new", tags: tags("v1.1.0") }, { path: REPOSITORY, movedTo: "acme/new" }] },
    });
    const result = await world.run();
    expect(result.verdict).toBe("invalid");
    expect(result.lines.join("\n")).toContain("has moved");
    expect(world.writes()).toEqual([]);
  });

  test("security B19, T31: a tag of shell text is refused before any request", async () => {
    world = await openWorld("github");
    for (const tag of ["v1.1.0-$(id)-frontend", "v1;id", "--upload-pack=x", "v1`id`", "refs/tags/v1.1.0", "v1.1"]) {
      expect((await world.run({ tag })).verdict).toBe("invalid");
    }
    expect(world.forge.ledger).toEqual([]);
  });

  test("SIGINT midway: interrupted, with what exists", async () => {
    world = await openWorld("github");
    const abort = new AbortController();
    world.forge.faults.add({ service: "github-upload", effect: { kind: "hang" } });
    world.forge.faults.killAt(5, "before", () => abort.abort());
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
  const publish = async (tag: string, more: Record<string, string> = {}) => expect((await world.run({ tag, ...more })).verdict).toBe("done");

  test("a backport does not take it: v1.4.2 after v1.5.0", async () => {
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

  test("another component does not take it from the primary one", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.0.0-app", "v9.0.0-frontend") } });
    const components = { components: "app, frontend", "primary-component": "app" };
    await publish("v1.0.0-app", components);
    await publish("v9.0.0-frontend", components);
    expect(latest()).toBe("v1.0.0-app");
    expect(releases().map(({ name }) => name)).toEqual(["app 1.0.0", "frontend 9.0.0"]);
  });

  test("a prerelease never takes it", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.0.0", "v2.0.0-rc.1") } });
    await publish("v1.0.0");
    await publish("v2.0.0-rc.1");
    expect(latest()).toBe("v1.0.0");
  });

  test("true and false are taken at their word", async () => {
    world = await openWorld("github", { repository: { tags: tags("v1.5.0", "v1.4.2") } });
    await publish("v1.5.0");
    await publish("v1.4.2", { "make-latest": "true" });
    expect(latest()).toBe("v1.4.2");
  });
});
