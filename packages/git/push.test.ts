import { chmodSync, writeFileSync } from "node:fs";

import { afterEach, beforeEach, describe, expect, test } from "@jest/globals";

import { ADA, startServedWorkshop, stopOf } from "../../test/git-workshop.ts";
import type { ServedWorkshop } from "../../test/git-workshop.ts";
import { commitFiles, git } from "../../test/repositories.ts";
import type { GitHttpRequest } from "../../test/stand-ins/git-http.ts";
import { branchRef, objectIdOf, tagRef } from "./index.ts";
import type { ObjectId, PushUpdate, Repository } from "./index.ts";

let at: ServedWorkshop;

beforeEach(async () => {
  at = await startServedWorkshop();
});
afterEach(async () => {
  await at.server.close();
  at.remove();
});

describe("push", () => {
  async function change(repository: Repository, text: string): Promise<ObjectId> {
    const paths = [{ path: "services/one/deploy.yml", bytes: Buffer.from(text) }];
    return (await repository.commit({ paths, message: `Deploy ${text}`, author: ADA })).id;
  }
  const push = (repository: Repository, update: PushUpdate, more: object = {}): ReturnType<Repository["push"]> =>
    repository.push({ ...at.remote, ...more, updates: [update] });
  const branch = branchRef("deploy");

  test("a at.commit made in a partial clone, with push options, once", async () => {
    const repository = await at.clone();
    const id = await change(repository, "new");
    const update: PushUpdate = { ref: branch, id, expect: "absent", base: at.commit };
    expect((await push(repository, update, { options: ["merge_request.create"] })).refs).toEqual([
      { ref: branch, state: "pushed" },
    ]);
    expect((await push(repository, update)).refs).toEqual([{ ref: branch, state: "unchanged" }]);
    expect(git(at.bare, ["show", `${id}:services/one/deploy.yml`])).toBe("new");
    expect(git(at.bare, ["diff", "--name-only", at.commit, id])).toBe("services/one/deploy.yml");
  });

  test.each([
    ["a whole checkout", []],
    ["a shallow one", ["--depth=1"]],
  ])("a branch and a tag from %s", async (_, options) => {
    const repository = at.checkOut(...options);
    const id = await change(repository, "next");
    const { tag } = await repository.createTag({ name: "v2", target: id, message: "Two", tagger: ADA });
    const { refs } = await repository.push({
      ...at.remote,
      atomic: true,
      updates: [
        { ref: branchRef("main"), id, expect: at.commit },
        { ref: tagRef("v2"), id: tag.id, expect: "absent" },
      ],
    });
    expect(refs.map(({ state }) => state)).toEqual(["pushed", "pushed"]);
    expect(git(at.bare, ["cat-file", "-t", "v2"])).toBe("tag");
    git(at.bare, ["fsck", "--strict"]);
  });

  test("security C53: of two pushes at once one wins, the other is stale and changes nothing", async () => {
    const [one, two] = await Promise.all([at.clone(), at.clone()]);
    const ids = await Promise.all([change(one, "one"), change(two, "two")]);
    const results = await Promise.all(
      [one, two].map((repository, index) =>
        push(repository, { ref: branchRef("main"), id: ids[index] as ObjectId, expect: at.commit }),
      ),
    );
    expect(results.map(({ refs }) => refs[0]?.state).sort()).toEqual(["pushed", "stale"]);
    const winner = results.findIndex(({ refs }) => refs[0]?.state === "pushed");
    expect(git(at.bare, ["rev-parse", "main"])).toBe(ids[winner]);
  });

  test("T18: an existing branch is never reused by one that expects it absent", async () => {
    git(at.bare, ["branch", "deploy", "main"]);
    const repository = await at.clone();
    const id = await change(repository, "new");
    expect((await push(repository, { ref: branch, id, expect: "absent" })).refs[0]?.state).toBe("stale");
    expect(git(at.bare, ["rev-parse", "deploy"])).toBe(at.commit);
  });

  test("a branch does not lose commits unless that is requested", async () => {
    const repository = at.checkOut();
    const first = objectIdOf(git(at.origin, ["rev-parse", "main~1"]));
    const update = { ref: branchRef("main"), id: first, expect: at.commit };
    expect(await stopOf(push(repository, update))).toMatchObject({ verdict: "refused" });
    expect((await push(repository, update, { allowRewind: true })).refs[0]?.state).toBe("pushed");
  });

  test("a moving tag moves under its lease", async () => {
    const repository = at.checkOut();
    const first = objectIdOf(git(at.origin, ["rev-parse", "main~1"]));
    await push(repository, { ref: tagRef("major"), id: first, expect: "absent" });
    expect((await push(repository, { ref: tagRef("major"), id: at.commit, expect: first })).refs[0]?.state).toBe(
      "pushed",
    );
    expect((await push(repository, { ref: tagRef("major"), id: first, expect: first })).refs[0]?.state).toBe("stale");
  });

  test("security C58: commits that change workflows are refused, also when another process made them", async () => {
    const repository = at.checkOut();
    const directory = await repository.directory();
    commitFiles(directory, { ".github/workflows/x.yml": "on: push\n" }, "Hidden");
    const id = objectIdOf(commitFiles(directory, { "a.txt": "c\n" }, "Seen"));
    const update = { ref: branchRef("main"), id, expect: at.commit };
    expect((await stopOf(push(repository, update))).message).toContain(".github/workflows/x.yml");
    expect((await push(repository, update, { allowPipelineFiles: true })).refs[0]?.state).toBe("pushed");
  });

  test("a refusal by the server's hook is a rejection with its words", async () => {
    writeFileSync(`${at.bare}/hooks/pre-receive`, "#!/bin/sh\necho '::error::protected branch'\nexit 1\n");
    chmodSync(`${at.bare}/hooks/pre-receive`, 0o755);
    const repository = await at.clone();
    const result = await push(repository, { ref: branch, id: await change(repository, "new"), expect: "absent" });
    expect(result).toMatchObject({
      refs: [{ ref: branch, state: "rejected", reason: expect.stringContaining("hook declined") }],
      messages: expect.arrayContaining(["::error::protected branch"]),
    });
  });

  describe("security 3: the answer is lost", () => {
    const isPush = ({ method, path }: GitHttpRequest): boolean => method === "POST" && path.includes("receive-pack");

    test("after the server did the work: the branch is adopted", async () => {
      const repository = await at.clone();
      const id = await change(repository, "new");
      let lost = 0;
      at.fault = (request) => (isPush(request) && lost++ === 0 ? "lose-answer" : undefined);
      expect((await push(repository, { ref: branch, id, expect: "absent" })).refs).toEqual([
        { ref: branch, state: "adopted" },
      ]);
      expect(git(at.bare, ["rev-parse", "deploy"])).toBe(id);
    });

    test("before the server saw it: it is sent once more", async () => {
      const repository = await at.clone();
      const id = await change(repository, "new");
      let lost = 0;
      at.fault = (request) => (isPush(request) && lost++ === 0 ? "reset" : undefined);
      const { refs } = await push(repository, { ref: branch, id, expect: "absent" });
      expect(refs[0]?.state).toBe("pushed");
      expect(lost).toBe(2);
    });

    test("every time: the outcome is unknown, and says that a re-run is safe", async () => {
      const repository = await at.clone();
      const id = await change(repository, "new");
      at.fault = (request) => (isPush(request) ? { status: 502 } : undefined);
      const stop = await stopOf(push(repository, { ref: branch, id, expect: "absent" }));
      expect(stop).toMatchObject({
        verdict: "unknown",
        details: { missing: [branch], remedy: expect.stringContaining("Run again") },
      });
    });

    test("and the at.remote cannot be read either: unknown", async () => {
      const repository = await at.clone();
      const id = await change(repository, "new");
      let gone = false;
      at.fault = (request) => {
        if (isPush(request)) gone = true;
        return gone ? "reset" : undefined;
      };
      expect(await stopOf(push(repository, { ref: branch, id, expect: "absent" }))).toMatchObject({
        verdict: "unknown",
      });
    });

    test("by an interruption: that is said, and the re-run adopts what arrived", async () => {
      const controller = new AbortController();
      const repository = await at.clone({ signal: controller.signal });
      const id = await change(repository, "new");
      at.fault = (request) => {
        if (!isPush(request)) return undefined;
        setTimeout(() => controller.abort(), 300);
        return "work-then-hang";
      };
      const update: PushUpdate = { ref: branch, id, expect: "absent" };
      expect(await stopOf(push(repository, update))).toMatchObject({
        verdict: "interrupted",
        message: expect.stringContaining("refs/heads/deploy was being pushed"),
      });
      at.fault = () => undefined;
      const again = at.open(await repository.directory());
      expect((await push(again, update)).refs[0]?.state).toBe("unchanged");
    });

    test("a refused credential before anything is sent is not an unknown outcome", async () => {
      const repository = await at.clone();
      const id = await change(repository, "new");
      const credential = { username: "u", secret: "wrong" };
      expect(await stopOf(push(repository, { ref: branch, id, expect: "absent" }, { credential }))).toMatchObject({
        verdict: "invalid",
      });
      await at.server.close();
      expect(await stopOf(push(repository, { ref: branch, id, expect: "absent" }))).toMatchObject({
        verdict: "undecided",
      });
    });
  });
});
