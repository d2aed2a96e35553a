import { afterAll, afterEach, beforeAll, describe, expect, test } from "@jest/globals";
import type { HostFacts } from "@release-actions/action";
import { runInMemory, type MemoryResult } from "@release-actions/hosts";
import { startForge } from "../../test/stand-ins/forge/index.ts";
import type { Forge, ForgeSetup } from "../../test/stand-ins/forge/types.ts";
import action from "./action.ts";
import { createRepository, removeAll, type TestRepository } from "./fixtures/repository.ts";
import type { Row } from "./checks.ts";

let repository: TestRepository;
let forge: Forge;

beforeAll(async () => {
  repository = await createRepository();
  await repository.commit({});
  await repository.git("tag", "v1.0.0");
});
afterEach(() => forge.close());
afterAll(removeAll);

async function open(setup: ForgeSetup = {}): Promise<void> {
  const id = await repository.git("rev-parse", "HEAD");
  forge = await startForge({
    tokens: [
      { value: "read-secret", contents: "read" },
      { value: "write-secret" },
      { value: "job-secret", kind: "job" },
    ],
    repositories: [{ path: "acme/app", tags: { "v1.0.0": { id, commit: id } } }],
    ...setup,
  });
}

async function release(draft: boolean, tag = "v1.0.0"): Promise<void> {
  const reply = await fetch(`${forge.github.apiUrl}/repos/acme/app/releases`, {
    method: "POST",
    headers: { authorization: "Bearer write-secret", "content-type": "application/json", "user-agent": "test" },
    body: JSON.stringify({ tag_name: tag, draft }),
  });
  expect(reply.status).toBe(201);
}

async function unreleased(token: string, facts: Partial<HostFacts> = {}): Promise<{ row: Row; result: MemoryResult }> {
  const inputs = {
    tag: "v1.0.0",
    "require-changelog": "false",
    "require-unreleased": "true",
    ...(token !== "" && { token }),
  };
  const result = await runInMemory(action, {
    workspace: repository.directory,
    inputs,
    facts: { apiUrl: forge.github.apiUrl, repository: "acme/app", ...facts },
  });
  const rows = JSON.parse(result.outputs["report"] || "[]") as Row[];
  return { result, row: rows.find(({ check }) => check === "unreleased") as Row };
}

describe("require-unreleased", () => {
  test("passes a tag without a release, and only reads", async () => {
    await open();
    await release(false, "v0.9.0");
    const { row, result } = await unreleased("read-secret");
    expect(row).toEqual({ check: "unreleased", result: "pass", detail: "there is no release of v1.0.0" });
    expect(result.verdict).toBe("passed");
    expect(forge.ledger.slice(1).map(({ method }) => method)).toEqual(["GET"]);
  });

  test("refuses a released tag", async () => {
    await open();
    await release(false);
    const { row, result } = await unreleased("read-secret");
    expect(row).toMatchObject({ result: "fail", detail: "v1.0.0 is released already" });
    expect(result).toMatchObject({ verdict: "refused", exitCode: 1 });
  });

  test("warns about a draft, which only the list shows", async () => {
    await open();
    await release(true);
    expect((await unreleased("write-secret")).row).toMatchObject({
      result: "warn",
      detail: "there is a draft release of v1.0.0",
    });
  });

  test("finds a release on a later page of the list", async () => {
    await open();
    await release(false);
    for (let number = 0; number < 101; number++) await release(true, `v0.${number}.0`);
    expect((await unreleased("write-secret")).row.result).toBe("fail");
  });

  test("is undecided without an answer or a forge, and invalid if the token cannot read the repository", async () => {
    await open({
      faults: [{ times: null, effect: { kind: "reply", status: 503, headers: { "retry-after": "86400" } } }],
    });
    const failing = await unreleased("read-secret");
    expect(failing.result).toMatchObject({ verdict: "undecided", exitCode: 3 });
    forge.faults.clear();
    const rejected = await unreleased("wrong-secret");
    expect(rejected.row).toMatchObject({ result: "invalid" });
    expect(rejected.result).toMatchObject({ verdict: "invalid", exitCode: 2 });
    expect((await unreleased("", { repository: "acme/none" })).row).toMatchObject({ result: "invalid" });
    const result = await runInMemory(action, {
      workspace: repository.directory,
      inputs: { tag: "v1.0.0", "require-changelog": "false", "require-unreleased": "true" },
    });
    expect(result.verdict).toBe("undecided");
  });
});

describe("the token", () => {
  test("is sent to GitLab in the job token's header", async () => {
    await open();
    const facts = { kind: "gitlab", apiUrl: forge.gitlab.apiUrl, projectId: "acme/app" } as const;
    expect((await unreleased("job-secret", facts)).row).toMatchObject({ result: "pass" });
    expect(forge.ledger.at(-1)?.credential).toMatchObject({ header: "job-token", valid: true });
  });

  test("appears in no log, output or summary", async () => {
    await open();
    const { result } = await unreleased("wrong-secret-value");
    expect(JSON.stringify(result)).not.toContain("wrong-secret-value");
  });
});
