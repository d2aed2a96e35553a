import { randomBytes } from "node:crypto";
import { chmodSync, cpSync, existsSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";

import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "@jest/globals";

import { commitFiles, git, makeRepository, makeSandbox } from "../../test/repositories.ts";
import type { Sandbox } from "../../test/repositories.ts";
import { startGitHttp } from "../../test/stand-ins/git-http.ts";
import type { GitHttp, GitHttpFault, GitHttpRequest } from "../../test/stand-ins/git-http.ts";
import { ADA, makeWorkshop, stopOf } from "./fixture.ts";
import type { Workshop } from "./fixture.ts";
import { branchRef, objectIdOf, privateClone, tagRef } from "./index.ts";
import type { CloneOptions, ObjectId, PushUpdate, Remote, Repository } from "./index.ts";

const TOKEN = "glpat-0123456789";

let template: Sandbox;
let workshop: Workshop;
let origin: string;
let bare: string;
let server: GitHttp;
let fault: (request: GitHttpRequest) => GitHttpFault | undefined;
let remote: Remote;
let commit: ObjectId;

beforeAll(() => {
  template = makeSandbox();
  const first = makeRepository(template.path("origin"));
  commitFiles(first, { "a.txt": "a\n" }, "First");
  const files = { "services/one/deploy.yml": "ref: abc\n", "services/two/deploy.yml": "ref: def\n", "a.txt": "b\n" };
  commit = objectIdOf(commitFiles(first, files, "Second"));
  git(first, ["tag", "--annotate", "--message", "One", "v1"]);
  git(template.directory, ["clone", "--quiet", "--bare", first, template.path("server", "x.git")]);
});
afterAll(() => template.remove());

beforeEach(async () => {
  workshop = makeWorkshop();
  cpSync(template.directory, workshop.directory, { recursive: true });
  origin = workshop.path("origin");
  bare = workshop.path("server", "x.git");
  fault = () => undefined;
  server = await startGitHttp({ root: workshop.path("server"), token: TOKEN, fault: (request) => fault(request) });
  remote = { url: `${server.url}/x.git`, credential: { username: "u", secret: TOKEN } };
});
afterEach(async () => {
  await server.close();
  workshop.remove();
});

/** A checkout as a CI job has it. */
function checkOut(...options: string[]): Repository {
  const directory = workshop.path(`checkout-${Math.random()}`);
  git(workshop.directory, ["clone", "--quiet", ...options, `file://${bare}`, directory]);
  return workshop.open(directory);
}

function clone(more: Partial<CloneOptions> = {}): Promise<Repository> {
  return privateClone({ ...workshop.options, ...remote, ref: branchRef("main"), depth: 1, filter: "blob:none", ...more });
}

describe("remoteRefs", () => {
  test("gives ids and what annotated tags lead to, of exactly the names", async () => {
    git(bare, ["update-ref", "refs/other/refs/tags/v1", commit]);
    git(bare, ["tag", "v10", commit]);
    const refs = await checkOut().remoteRefs(remote, ["refs/tags/v1", "refs/heads/main", "refs/heads/none"]);
    expect(refs).toEqual([
      { name: "refs/heads/main", id: commit },
      { name: "refs/tags/v1", id: git(bare, ["rev-parse", "v1"]), peeled: commit },
    ]);
    expect((await checkOut().remoteRefs(remote, ["refs/tags/"])).map(({ name }) => name)).toEqual(["refs/tags/v1", "refs/tags/v10"]);
  });

  test("security C48: a tag that moved on the remote shows its new id", async () => {
    const repository = checkOut();
    const before = await repository.tag("v1");
    const next = commitFiles(origin, { "a.txt": "moved\n" });
    git(origin, ["tag", "--force", "--annotate", "--message", "Moved", "v1"]);
    git(origin, ["push", "--quiet", "--force", bare, "main", "v1"]);
    const [there] = await repository.remoteRefs(remote, ["refs/tags/v1"]);
    expect(there?.peeled).toBe(next);
    expect(there?.id).not.toBe(before?.id);
    expect((await repository.tag("v1"))?.commit).toBe(commit);
  });

  test("a repository that does not exist, or a server that fails, is no empty list", async () => {
    const repository = checkOut();
    expect(await stopOf(repository.remoteRefs({ ...remote, url: `${server.url}/none.git` }, ["refs/tags/v1"]))).toMatchObject({
      verdict: "invalid",
    });
    fault = () => ({ status: 503 });
    expect(await stopOf(repository.remoteRefs(remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
    fault = () => "reset";
    expect(await stopOf(repository.remoteRefs(remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
    await server.close();
    expect(await stopOf(repository.remoteRefs(remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
  });

  test("a server that never answers ends at the deadline", async () => {
    fault = () => "hang";
    const repository = workshop.open(origin, { networkTimeout: 500 });
    expect(await stopOf(repository.remoteRefs(remote, ["refs/tags/v1"]))).toMatchObject({ verdict: "undecided" });
  });

  test("security C37: a file remote only where the caller allows it", async () => {
    expect(await checkOut().remoteRefs({ url: bare, allowFile: true }, ["refs/tags/v1"])).toHaveLength(1);
  });
});

describe("release.md 3: fetchTag repairs a tag that a checkout made lightweight", () => {
  test.each([["a whole checkout", []], ["a shallow one", ["--depth=1"]]])("in %s", async (_, options) => {
    const repository = checkOut(...options);
    const directory = await repository.directory();
    git(directory, ["update-ref", "refs/tags/v1", commit]);
    expect(await repository.tag("v1")).toMatchObject({ annotated: false });
    const tag = await repository.fetchTag(remote, "v1");
    expect(tag).toMatchObject({ annotated: true, commit, message: "One\n" });
    expect(await repository.tag("v1")).toEqual(tag);
    expect(await repository.inspectTag("v1")).toMatchObject({ tag, head: commit });
    expect((await repository.verifyTag("v1", {})).state).toBe("unsigned");
    // The repository itself is left as it was.
    expect(git(directory, ["cat-file", "-t", "refs/tags/v1"])).toBe("commit");
    expect(existsSync(`${directory}/.git/FETCH_HEAD`)).toBe(false);
  });

  test("a tag that the remote does not have is undefined", async () => {
    expect(await checkOut().fetchTag(remote, "v9")).toBeUndefined();
  });
});

describe("privateClone", () => {
  test("T19: begins at the remote's own tip: one commit without files, which are read when asked for", async () => {
    const repository = await clone();
    expect(await repository.head()).toBe(commit);
    expect(await repository.headBranch()).toBe("refs/heads/main");
    expect(await repository.isShallow()).toBe(true);
    expect((await repository.readFile(commit, "services/one/deploy.yml", 100))?.toString()).toBe("ref: abc\n");
    expect(readdirSync(await repository.directory())).toEqual([".git"]);
    expect((await repository.log({ to: commit })).complete).toBe(false);
  });

  test("with the named directories only", async () => {
    const directory = await (await clone({ sparse: ["services/one"] })).directory();
    expect(readdirSync(directory).sort()).toEqual([".git", "a.txt", "services"]);
    expect(readdirSync(`${directory}/services`)).toEqual(["one"]);
    expect(git(directory, ["status", "--porcelain"])).toBe("");
  });

  test("the whole history without any file answers ancestry", async () => {
    const { depth: _, ...whole } = { ...workshop.options, ...remote, ref: branchRef("main"), depth: 1 };
    const repository = await privateClone({ ...whole, filter: "tree:0" });
    const [first] = (await repository.log({ to: branchRef("main") })).commits.slice(-1);
    expect(first?.subject).toBe("First");
    expect(await repository.isAncestor(first?.id as ObjectId, commit)).toBe("yes");
    expect(await repository.isAncestor(commit, first?.id as ObjectId)).toBe("no");
  });

  test("of a tag stands on its commit without a branch", async () => {
    const repository = await clone({ ref: tagRef("v1") });
    expect([await repository.head(), await repository.headBranch()]).toEqual([commit, undefined]);
    expect(await repository.tag("v1")).toMatchObject({ annotated: true, commit });
  });

  test("security C42, C43: no filter, line ending, link or submodule of the clone has effect", async () => {
    symlinkSync("/etc/passwd", workshop.path("origin", "link"));
    commitFiles(origin, { "x.txt": "x\n" });
    writeFileSync(workshop.path("origin", ".gitattributes"), "* text eol=crlf filter=lfs\n");
    git(origin, ["add", ".gitattributes"]);
    git(origin, ["update-index", "--add", "--cacheinfo", `160000,${commit},module`]);
    git(origin, ["commit", "--quiet", "--message", "Attributes and module"]);
    git(origin, ["push", "--quiet", bare, "main"]);
    const directory = await (await clone({ sparse: ["services"] })).directory();
    expect(readFileSync(`${directory}/x.txt`, "utf8")).toBe("x\n");
    expect(existsSync(`${directory}/link`)).toBe(true);
    expect(readdirSync(directory, { withFileTypes: true }).some((entry) => entry.isSymbolicLink())).toBe(false);
    expect(existsSync(`${directory}/module/.git`)).toBe(false);
  });

  test("security C57: more bytes than allowed end the clone, and it leaves nothing", async () => {
    const noise = randomBytes(200_000);
    commitFiles(origin, { noise });
    git(origin, ["push", "--quiet", bare, "main"]);
    const { filter: _, ...full } = { ...workshop.options, ...remote, ref: branchRef("main"), depth: 1, filter: "blob:none" };
    const stop = await stopOf(privateClone({ ...full, maxBytes: 1000 }));
    expect(stop.message).toContain("more than 1000 bytes");
    expect(readdirSync(workshop.options.temporary)).toEqual([]);
  });

  test("a ref that is not there is named", async () => {
    expect((await stopOf(clone({ ref: branchRef("none") }))).message).toContain("refs/heads/none");
    expect(readdirSync(workshop.options.temporary)).toEqual([]);
  });
});

describe("push", () => {
  async function change(repository: Repository, text: string): Promise<ObjectId> {
    const paths = [{ path: "services/one/deploy.yml", bytes: Buffer.from(text) }];
    return (await repository.commit({ paths, message: `Deploy ${text}`, author: ADA })).id;
  }
  const push = (repository: Repository, update: PushUpdate, more: object = {}): ReturnType<Repository["push"]> =>
    repository.push({ ...remote, ...more, updates: [update] });
  const branch = branchRef("deploy");

  test("a commit made in a partial clone, with push options, once", async () => {
    const repository = await clone();
    const id = await change(repository, "new");
    const update: PushUpdate = { ref: branch, id, expect: "absent", base: commit };
    expect((await push(repository, update, { options: ["merge_request.create"] })).refs).toEqual([{ ref: branch, state: "pushed" }]);
    expect((await push(repository, update)).refs).toEqual([{ ref: branch, state: "unchanged" }]);
    expect(git(bare, ["show", `${id}:services/one/deploy.yml`])).toBe("new");
    expect(git(bare, ["diff", "--name-only", commit, id])).toBe("services/one/deploy.yml");
  });

  test.each([["a whole checkout", []], ["a shallow one", ["--depth=1"]]])("a branch and a tag from %s", async (_, options) => {
    const repository = checkOut(...options);
    const id = await change(repository, "next");
    const { tag } = await repository.createTag({ name: "v2", target: id, message: "Two", tagger: ADA });
    const { refs } = await repository.push({
      ...remote,
      atomic: true,
      updates: [
        { ref: branchRef("main"), id, expect: commit },
        { ref: tagRef("v2"), id: tag.id, expect: "absent" },
      ],
    });
    expect(refs.map(({ state }) => state)).toEqual(["pushed", "pushed"]);
    expect(git(bare, ["cat-file", "-t", "v2"])).toBe("tag");
    git(bare, ["fsck", "--strict"]);
  });

  test("security C53: of two pushes at once one wins, the other is stale and changes nothing", async () => {
    const [one, two] = await Promise.all([clone(), clone()]);
    const ids = await Promise.all([change(one, "one"), change(two, "two")]);
    const results = await Promise.all(
      [one, two].map((repository, index) => push(repository, { ref: branchRef("main"), id: ids[index] as ObjectId, expect: commit })),
    );
    expect(results.map(({ refs }) => refs[0]?.state).sort()).toEqual(["pushed", "stale"]);
    const winner = results.findIndex(({ refs }) => refs[0]?.state === "pushed");
    expect(git(bare, ["rev-parse", "main"])).toBe(ids[winner]);
  });

  test("T18: an existing branch is never reused by one that expects it absent", async () => {
    git(bare, ["branch", "deploy", "main"]);
    const repository = await clone();
    const id = await change(repository, "new");
    expect((await push(repository, { ref: branch, id, expect: "absent" })).refs[0]?.state).toBe("stale");
    expect(git(bare, ["rev-parse", "deploy"])).toBe(commit);
  });

  test("a branch does not lose commits unless that is asked for", async () => {
    const repository = checkOut();
    const first = objectIdOf(git(origin, ["rev-parse", "main~1"]));
    const update = { ref: branchRef("main"), id: first, expect: commit };
    expect(await stopOf(push(repository, update))).toMatchObject({ verdict: "refused" });
    expect((await push(repository, update, { allowRewind: true })).refs[0]?.state).toBe("pushed");
  });

  test("a moving tag moves under its lease", async () => {
    const repository = checkOut();
    const first = objectIdOf(git(origin, ["rev-parse", "main~1"]));
    await push(repository, { ref: tagRef("major"), id: first, expect: "absent" });
    expect((await push(repository, { ref: tagRef("major"), id: commit, expect: first })).refs[0]?.state).toBe("pushed");
    expect((await push(repository, { ref: tagRef("major"), id: first, expect: first })).refs[0]?.state).toBe("stale");
  });

  test("security C58: commits that change workflows are refused, also when another process made them", async () => {
    const repository = checkOut();
    const directory = await repository.directory();
    commitFiles(directory, { ".github/workflows/x.yml": "on: push\n" }, "Hidden");
    const id = objectIdOf(commitFiles(directory, { "a.txt": "c\n" }, "Seen"));
    const update = { ref: branchRef("main"), id, expect: commit };
    expect((await stopOf(push(repository, update))).message).toContain(".github/workflows/x.yml");
    expect((await push(repository, update, { allowPipelineFiles: true })).refs[0]?.state).toBe("pushed");
  });

  test("a refusal by the server's hook is a rejection with its words", async () => {
    writeFileSync(`${bare}/hooks/pre-receive`, "#!/bin/sh\necho '::error::protected branch'\nexit 1\n");
    chmodSync(`${bare}/hooks/pre-receive`, 0o755);
    const repository = await clone();
    const result = await push(repository, { ref: branch, id: await change(repository, "new"), expect: "absent" });
    expect(result).toMatchObject({
      refs: [{ ref: branch, state: "rejected", reason: expect.stringContaining("hook declined") }],
      messages: expect.arrayContaining(["::error::protected branch"]),
    });
  });

  describe("security 3: the answer is lost", () => {
    const isPush = ({ method, path }: GitHttpRequest): boolean => method === "POST" && path.includes("receive-pack");

    test("after the server did the work: the branch is adopted", async () => {
      const repository = await clone();
      const id = await change(repository, "new");
      let lost = 0;
      fault = (request) => (isPush(request) && lost++ === 0 ? "lose-answer" : undefined);
      expect((await push(repository, { ref: branch, id, expect: "absent" })).refs).toEqual([{ ref: branch, state: "adopted" }]);
      expect(git(bare, ["rev-parse", "deploy"])).toBe(id);
    });

    test("before the server saw it: it is sent once more", async () => {
      const repository = await clone();
      const id = await change(repository, "new");
      let lost = 0;
      fault = (request) => (isPush(request) && lost++ === 0 ? "reset" : undefined);
      const { refs } = await push(repository, { ref: branch, id, expect: "absent" });
      expect(refs[0]?.state).toBe("pushed");
      expect(lost).toBe(2);
    });

    test("every time: the outcome is unknown, and says that a re-run is safe", async () => {
      const repository = await clone();
      const id = await change(repository, "new");
      fault = (request) => (isPush(request) ? { status: 502 } : undefined);
      const stop = await stopOf(push(repository, { ref: branch, id, expect: "absent" }));
      expect(stop).toMatchObject({ verdict: "unknown", details: { missing: [branch], remedy: expect.stringContaining("Run again") } });
    });

    test("and the remote cannot be read either: unknown", async () => {
      const repository = await clone();
      const id = await change(repository, "new");
      let gone = false;
      fault = (request) => {
        if (isPush(request)) gone = true;
        return gone ? "reset" : undefined;
      };
      expect(await stopOf(push(repository, { ref: branch, id, expect: "absent" }))).toMatchObject({ verdict: "unknown" });
    });

    test("by an interruption: that is said, and the re-run adopts what arrived", async () => {
      const controller = new AbortController();
      const repository = await clone({ signal: controller.signal });
      const id = await change(repository, "new");
      fault = (request) => {
        if (!isPush(request)) return undefined;
        setTimeout(() => controller.abort(), 300);
        return "work-then-hang";
      };
      const update: PushUpdate = { ref: branch, id, expect: "absent" };
      expect(await stopOf(push(repository, update))).toMatchObject({
        verdict: "interrupted", message: expect.stringContaining("refs/heads/deploy was being pushed"),
      });
      fault = () => undefined;
      const again = workshop.open(await repository.directory());
      expect((await push(again, update)).refs[0]?.state).toBe("unchanged");
    });

    test("a refused credential before anything is sent is no unknown outcome", async () => {
      const repository = await clone();
      const id = await change(repository, "new");
      const credential = { username: "u", secret: "wrong" };
      expect(await stopOf(push(repository, { ref: branch, id, expect: "absent" }, { credential }))).toMatchObject({ verdict: "invalid" });
      await server.close();
      expect(await stopOf(push(repository, { ref: branch, id, expect: "absent" }))).toMatchObject({ verdict: "undecided" });
    });
  });
});
