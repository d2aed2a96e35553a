import { afterAll, beforeAll, describe, expect, test } from "@jest/globals";
import type { HostFacts } from "@release-actions/action";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import { join } from "node:path";
import action from "./action.ts";
import { startGitHttp, type GitHttp } from "../../test/stand-ins/git-http.ts";
import { cloneOf, createRepository, removeAll, temporary, type TestRepository } from "./fixtures/repository.ts";
import type { Row } from "./checks.ts";

let server: GitHttp;
let origin: TestRepository;
let bare: string;
/** The tagged commit and the one after it, both on main. */
let tagged: string;
let later: string;

beforeAll(async () => {
  const root = await temporary("server");
  bare = join(root, "acme", "app.git");
  origin = await createRepository();
  await origin.commit({ "a.txt": "1" }, "One");
  await origin.git("tag", "-a", "-m", "Release 1.0.0", "v1.0.0");
  tagged = await origin.commit({ "a.txt": "2" }, "Two");
  await origin.git("tag", "-a", "-m", "Release 1.1.0", "v1.1.0");
  await origin.git("tag", "v0.9.0");
  later = await origin.commit({ "a.txt": "3" }, "Three");
  await origin.git("clone", "--quiet", "--bare", origin.directory, bare);
  server = await startGitHttp({ root });
});

afterAll(async () => {
  await server.close();
  await removeAll();
});

const remoteUrl = () => `${server.url}/acme/app.git`;

function githubFacts(commit = tagged): Partial<HostFacts> {
  return { kind: "github", serverUrl: server.url, repository: "acme/app", pushedTag: "v1.1.0", commit };
}

async function validate(
  checkout: TestRepository,
  inputs: Record<string, string> = {},
  facts: Partial<HostFacts> = githubFacts(),
): Promise<MemoryResult> {
  return runInMemory(action, {
    workspace: checkout.directory,
    facts,
    inputs: { "require-changelog": "false", ...inputs },
  });
}

function row(result: MemoryResult, check: string): Row {
  return (JSON.parse(result.outputs["report"] ?? "[]") as Row[]).find((candidate) => candidate.check === check) as Row;
}

/** As actions/checkout before v6.0.2 does it for the push of a tag: the ref is made to hold the commit. */
async function flattenedCheckout(depth: string[] = ["--depth=1"]): Promise<TestRepository> {
  const checkout = await createRepository();
  await checkout.git("remote", "add", "origin", remoteUrl());
  await checkout.git("fetch", "--quiet", "--no-tags", ...depth, "origin", `+${tagged}:refs/tags/v1.1.0`);
  await checkout.git("checkout", "--quiet", "--detach", "refs/tags/v1.1.0");
  return checkout;
}

describe("a full checkout", () => {
  test("knows the branch", async () => {
    const checkout = await cloneOf(remoteUrl());
    expect(row(await validate(checkout, { branch: "main" }), "branch").result).toBe("pass");
  });
});

describe("a shallow checkout", () => {
  test("release.md 3: counts a tag as annotated that the checkout made lightweight, and shows the one-line fix", async () => {
    const result = await validate(await flattenedCheckout(), { "require-annotated": "true" });
    expect(row(result, "annotated")).toEqual({
      check: "annotated",
      result: "warn",
      detail: "v1.1.0 is annotated, but the checkout made it lightweight here (actions/checkout before v6.0.2 does)",
      remedy: "git fetch -f origin refs/tags/v1.1.0:refs/tags/v1.1.0",
    });
    expect(row(result, "moved").result).toBe("pass");
    expect(result.outputs).toMatchObject({ verdict: "passed", annotated: "true", commit: tagged });
  });

  test("does not blame the checkout for a tag that is lightweight at the remote", async () => {
    const checkout = await cloneOf(remoteUrl());
    const result = await validate(checkout, { tag: "v0.9.0", "require-annotated": "true" });
    expect(row(result, "annotated")).toMatchObject({
      result: "fail",
      detail: "v0.9.0 is a lightweight tag, an annotated one is required",
    });
  });

  test("gets the remote's tags for the previous tag and the regression check at depth 1", async () => {
    const result = await validate(await flattenedCheckout());
    expect(result.outputs["previous-tag"]).toBe("v1.0.0");
    expect(row(result, "regression").result).toBe("pass");
  });

  test("release.md 3: reports the branch as unknown and never as off-branch", async () => {
    const result = await validate(await flattenedCheckout(), { branch: "main" });
    expect(row(result, "branch")).toEqual({
      check: "branch",
      result: "unknown",
      detail: "the branch main is not in this checkout",
      remedy: "set fetch-depth: 0 at actions/checkout",
    });
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });

    const shallow = await cloneOf(remoteUrl(), "--depth=1");
    await shallow.git("fetch", "--quiet", "--depth=1", "origin", "refs/tags/v1.1.0:refs/tags/v1.1.0");
    const other = await validate(shallow, { branch: "main" });
    expect(row(other, "branch")).toMatchObject({
      result: "unknown",
      detail: expect.stringContaining("this checkout is shallow"),
      remedy: "set fetch-depth: 0 at actions/checkout",
    });
    const gitlab = await validate(shallow, { branch: "main" }, { ...githubFacts(), kind: "gitlab" });
    expect(row(gitlab, "branch").remedy).toBe('set the job\'s variable GIT_DEPTH: "0"');
  });

  test("reads a tag from the remote if the checkout lacks it", async () => {
    const checkout = await createRepository();
    await checkout.commit({});
    const result = await validate(checkout);
    expect(row(result, "tag-object")).toMatchObject({
      result: "warn",
      remedy: "git fetch -f origin refs/tags/v1.1.0:refs/tags/v1.1.0",
    });
    expect(result.outputs).toMatchObject({ commit: tagged, annotated: "true" });
  });
});

describe("access to the remote", () => {
  test("is undecided if the remote does not answer", async () => {
    const checkout = await cloneOf(remoteUrl());
    const result = await validate(
      checkout,
      { "require-annotated": "true" },
      { ...githubFacts(), serverUrl: "http://127.0.0.1:1" },
    );
    expect(result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    expect(row(result, "moved")).toMatchObject({
      result: "unknown",
      detail: expect.stringContaining("whether v1.1.0 moved could not be checked at the remote"),
    });
    const flattened = await validate(
      await flattenedCheckout(),
      { "require-annotated": "true" },
      { ...githubFacts(), serverUrl: "http://127.0.0.1:1" },
    );
    expect(row(flattened, "annotated")).toMatchObject({ result: "unknown" });
    expect(row(flattened, "regression")).toMatchObject({
      result: "unknown",
      remedy: "set fetch-depth: 0 at actions/checkout",
    });
    expect(flattened.outputs["annotated"]).toBe("");
  });

  test("is invalid if these credentials cannot see the repository, because running again would not help", async () => {
    const checkout = await cloneOf(remoteUrl());
    const result = await validate(checkout, {}, { ...githubFacts(), repository: "acme/none" });
    expect(result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect(row(result, "moved")).toMatchObject({
      result: "invalid",
      detail: expect.stringContaining("whether v1.1.0 moved could not be checked at the remote"),
    });
  });

  test("is not needed on a terminal", async () => {
    const checkout = await cloneOf(remoteUrl());
    const before = server.log.length;
    const result = await validate(
      checkout,
      { tag: "v1.1.0" },
      { kind: "terminal", serverUrl: server.url, repository: "acme/app" },
    );
    expect(result.verdict).toBe("passed");
    expect(row(result, "moved").result).toBe("skipped");
    expect(server.log).toHaveLength(before);
  });

  test("uses the token for a private repository and shows it nowhere", async () => {
    const guarded = await startGitHttp({ root: join(bare, "..", ".."), token: "s3cret-t0ken" });
    try {
      const checkout = await cloneOf(remoteUrl());
      const facts = { ...githubFacts(), serverUrl: guarded.url };
      expect(await validate(checkout, {}, facts)).toMatchObject({ verdict: "invalid", exitCode: 2 });
      const result = await validate(checkout, { token: "s3cret-t0ken" }, facts);
      expect(result.verdict).toBe("passed");
      expect(JSON.stringify(result)).not.toContain("s3cret-t0ken");
    } finally {
      await guarded.close();
    }
  });
});

describe("the remote's tag", () => {
  test("release.md 3, security C48: refuses a tag that moved after the trigger", async () => {
    const checkout = await cloneOf(remoteUrl());
    const mover = await cloneOf(remoteUrl());
    await mover.git("tag", "-f", "-a", "-m", "Moved", "v1.1.0", later);
    await mover.git("push", "--quiet", "--force", bare, "refs/tags/v1.1.0");
    try {
      const moved = await validate(checkout);
      expect(row(moved, "moved")).toMatchObject({
        result: "fail",
        detail: expect.stringMatching(
          /^v1\.1\.0 has moved: it is [0-9a-f]{12} in this checkout and [0-9a-f]{12} at the remote$/,
        ),
      });
      expect(moved.verdict).toBe("refused");
      const fresh = await validate(await cloneOf(remoteUrl()));
      expect(row(fresh, "moved")).toMatchObject({
        result: "fail",
        detail: `v1.1.0 has moved: this run was started for ${tagged.slice(0, 12)}, the tag is at ${later.slice(0, 12)}`,
      });
      const flattened = await validate(await flattenedCheckout());
      expect(row(flattened, "moved")).toMatchObject({ result: "fail" });
    } finally {
      await origin.git("push", "--quiet", "--force", bare, "refs/tags/v1.1.0");
    }
  });

  test("refuses a tag that was deleted", async () => {
    const checkout = await cloneOf(remoteUrl());
    await checkout.git("tag", "-a", "-m", "Never pushed", "v1.2.0", later);
    const result = await validate(checkout, { tag: "v1.2.0" });
    expect(row(result, "moved")).toMatchObject({ result: "fail", detail: "v1.2.0 is not at the remote" });
  });

  test("has five different messages for the five ways in which a tag cannot be trusted", async () => {
    const flattened = await flattenedCheckout();
    const shallow = await cloneOf(remoteUrl(), "--depth=1", "--branch=v1.1.0");
    await shallow.git("fetch", "--quiet", "--depth=1", "origin", "main:refs/remotes/origin/main");
    const aside = await cloneOf(remoteUrl());
    await aside.git("checkout", "--quiet", "--orphan", "aside");
    await aside.commit({}, "Aside");
    await aside.git("tag", "v1.3.0");
    const terminal = { kind: "terminal" } as const;
    const messages = [
      row(await validate(shallow, { branch: "main" }), "branch"),
      row(await validate(flattened, { "require-annotated": "true" }), "annotated"),
      row(await validate(flattened, {}, githubFacts(later)), "moved"),
      row(await validate(aside, { tag: "v1.3.0", branch: "main" }, terminal), "branch"),
      row(
        await validate(
          aside,
          { tag: "v1.1.0", "require-signed": "true", "allowed-signers": "a ssh-ed25519 AAAA" },
          terminal,
        ),
        "signed",
      ),
    ];
    expect(messages.map(({ result }) => result)).toEqual(["unknown", "warn", "fail", "fail", "fail"]);
    expect(new Set(messages.map(({ detail }) => detail)).size).toBe(5);
    expect(messages.every(({ remedy }) => remedy !== undefined && !remedy.includes("\n"))).toBe(true);
  });
});
